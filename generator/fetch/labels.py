"""Labels of values, read from the words of a description: tables, arrows, lists with colons, inline code.

Only the labels are taken: a value on one side, a few words on the other. What does not clearly have that form says
nothing here, so that prose is never mistaken for values.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

NOTHING = "(empty)"
"""The key under which the label of a missing value stands."""

ARROW = r"(?:=+>|-+>|~>|:=|[\u2192\u21d2\u27f6\u27f9\u2794\u2799\u279c\u279d\u279e\u27a1]\ufe0f?)"
_VALUE = r"-?[0-9]{1,9}|null|\(empty\)|''|\"\""
_QUOTES = "`'\"\u2018\u2019\u201c\u201d*_"
_SPACE = r"[^\S\n]*"
_HEADS = (
    rf"{_SPACE}{ARROW}{_SPACE}",
    rf"{_SPACE}={_SPACE}(?=[^\W\d])",
    rf"{_SPACE}:(?={_SPACE}[{_QUOTES}]*[^\W\d]){_SPACE}",
    rf"{_SPACE}[\u2013\u2014]{_SPACE}(?=[^\W\d])",
    r"[^\S\n]+-[^\S\n]+(?=[^\W\d])",
    r"[.)][^\S\n]+(?=[^\W\d])",
    r"[^\S\n]*[(](?=[^\W\d])",
)
"""What may stand between a value and its label, the clearest first."""

_ENTRY = r"(?<![\w.:/\-#{{]){quote}(?P<value>{value}){quote}{head}"
_CODED = re.compile(rf"`(?P<value>{_VALUE})`[^\S\n]+(?=[^\W\d])")
_NAMED_CODES = re.compile(
    rf"(?:^|[\n,;:|*\u2022])[^\S\n]*-?[^\S\n]*[{_QUOTES}]{{0,2}}(?P<value>[A-Za-z][\w.-]{{0,40}})[{_QUOTES}]{{0,2}}{_SPACE}{ARROW}{_SPACE}"
)
_BEFORE = re.compile(
    rf"(?P<label>[^\W\d_][^\n,;|()=\[\]]{{0,40}}?){_SPACE}(?:[(=]|{ARROW}){_SPACE}[{_QUOTES}]?(?P<value>-?[0-9]{{1,9}})"
    rf"(?![\w.:/])[{_QUOTES}]?\)?"
)
_CODES = re.compile(r"""[`'"\u201c](?P<code>[A-Za-z0-9][\w.{}-]{0,60})[`'"\u201d]""")
_BETWEEN = re.compile(r"\s*(?:,|;|\||/|,?\s*\b(?:or|and|ou|et|y|o)\b|\u060c|\u0623\u0648|\u0648)?\s*")
_ANNOUNCED = re.compile(r"(?::|\b(?:of|either|values?|options?|allowed|valid|possible|enum|accepts?|are|is))\W*$", re.I)
_FLAGS = re.compile(r"^\s*(?:0\s*/\s*1|1\s*/\s*0)\b")
_CELLS = re.compile(r"<t[dh][^>]*>(.*?)</t[dh]>", re.IGNORECASE | re.DOTALL)
_ROWS = re.compile(r"<tr[^>]*>(.*?)</tr>", re.IGNORECASE | re.DOTALL)
_CODE_CELL = re.compile(r"[A-Za-z0-9][\w.-]{0,60}")
_RULE = re.compile(r"^\s*:?-{2,}:?\s*$|^\s*:?-:?\s*$")
LONGEST = 60
WORDS = 8


def labels_of(text: str, schema: Mapping[str, Any]) -> dict[str, str]:
    """Value → label, as a description gives them for a field of this type; nothing where it gives none."""
    kind = schema.get("type")
    kinds = set(kind) if isinstance(kind, list) else {kind}
    items = schema.get("items")
    if "array" in kinds:
        return labels_of(text, items) if isinstance(items, Mapping) else {}
    plain = _ascii_digits(text)
    if not kinds & {"integer", "number", "string"} or _FLAGS.match(plain):
        return {}
    found = _table(plain, schema) or _entries(plain)
    if not found and "string" in kinds:
        found = _between(plain, list(_NAMED_CODES.finditer(plain)), numbers=False) or _codes(plain)
    return found


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(one)) if one.isdigit() and not one.isascii() else one for one in text)


def _table(text: str, schema: Mapping[str, Any]) -> dict[str, str]:
    """The first table with a column of values and a column of words beside it."""
    for rows in (*_markdown_tables(text), _html_rows(text)):
        for body, heads in ((rows[1:], rows[:1]), (rows, [])):
            found = _columns(body, heads, schema)
            if found:
                return found
    return {}


def _markdown_tables(text: str) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in (*text.splitlines(), ""):
        cells = line.strip().strip("|").split("|") if "|" in line else []
        if len(cells) > 1:
            if not all(_RULE.match(cell) for cell in cells):
                rows.append([cell.strip() for cell in cells])
        elif rows and line.strip():
            yield rows
            rows = []
    yield rows


def _html_rows(text: str) -> list[list[str]]:
    return [[_bare(re.sub(r"<[^>]+>", "", cell)) for cell in _CELLS.findall(row)] for row in _ROWS.findall(text)]


def _columns(
    rows: Sequence[Sequence[str]], heads: Sequence[Sequence[str]], schema: Mapping[str, Any]
) -> dict[str, str]:
    width = min((len(row) for row in rows), default=0)
    for column in range(width):
        cells = [_bare(row[column]) for row in rows]
        if not _are_values(cells, [row[column] for row in rows], column, heads, schema):
            continue
        others = [one for one in range(width) if one != column and any(_bare(row[one]) for row in rows)]
        if others:
            beside = next((one for one in others if one > column), others[0])
            return {_key(cell): tidied(row[beside]) for cell, row in zip(cells, rows, strict=True)}
    return {}


def _are_values(
    cells: Sequence[str], raw: Sequence[str], column: int, heads: Sequence[Sequence[str]], schema: Mapping[str, Any]
) -> bool:
    if not cells or len(set(cells)) < len(cells):
        return False
    if all(re.fullmatch(_VALUE, cell) or not cell for cell in cells):
        return any(re.fullmatch(r"-?\d+", cell) for cell in cells)
    known = {str(value) for value in schema.get("enum") or ()}
    kind = schema.get("type")
    if "string" not in (kind if isinstance(kind, list) else [kind]) or not all(map(_CODE_CELL.fullmatch, cells)):
        return False
    named = bool(heads) and len(heads[0]) > column and _is_value_head(_bare(heads[0][column]))
    return known.issuperset(cells) or named or all(cell.strip().startswith("`") for cell in raw)


def _is_value_head(text: str) -> bool:
    """Whether a column's head announces values, in a few languages."""
    return text.lower() in {
        "value", "values", "code", "option", "options", "constant", "enum", "status", "valor", "valeur", "wert",
        "\u0627\u0644\u0642\u064a\u0645\u0629", "\u0642\u064a\u0645\u0629", "\u0627\u0644\u0631\u0645\u0632",
    }  # fmt: skip


def _entries(text: str) -> dict[str, str]:
    """Values with a sign and a label behind each: ``0=>draft, 1=>final``; at least two of them."""
    for head in _HEADS:
        pattern = re.compile(_ENTRY.format(quote=f"[{_QUOTES}]{{0,2}}", value=_VALUE, head=head))
        found = _between(text, list(pattern.finditer(text)))
        if found:
            return found
    found = _between(text, list(_CODED.finditer(text)))
    return found or _reversed(text)


def _between(text: str, matches: Sequence[re.Match[str]], *, numbers: bool = True) -> dict[str, str]:
    """Each value with the words up to the next one, or to the end of its line."""
    found: dict[str, str] = {}
    for number, match in enumerate(matches):
        end = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        label = tidied(text[match.end() : end])
        key = _key(match["value"])
        if not label or key in found:
            return {}
        found[key] = label
    counted = not numbers or any(re.fullmatch(r"-?\d+", key) for key in found)
    return found if len(found) > 1 and counted else {}


def _reversed(text: str) -> dict[str, str]:
    """``Draft (0), Final (1)``: the label first."""
    matches = list(_BEFORE.finditer(text))
    found = {match["value"]: tidied(match["label"]) for match in matches}
    short = all(label and len(label.split()) <= 4 for label in found.values())
    return found if len(found) == len(matches) > 1 and short else {}


def _codes(text: str) -> dict[str, str]:
    """Words that a text lists as the only ones: ``One of `daily`, `weekly```; each is its own label."""
    matches = list(_CODES.finditer(text))
    for start in range(len(matches)):
        run = [matches[start]]
        for match in matches[start + 1 :]:
            if not _BETWEEN.fullmatch(text, run[-1].end(), match.start()):
                break
            run.append(match)
        before, after = text[: run[0].start()], text[run[-1].end() :]
        whole = not before.strip(" [(") and not after.strip(" .])")
        if len(run) > 1 and (whole or (_ANNOUNCED.search(before) and (len(run) > 2 or before.rstrip().endswith(":")))):
            return {match["code"]: match["code"] for match in run}
    return {}


def _key(text: str) -> str:
    return NOTHING if text in {"", "null", "''", '""', NOTHING} else text


def _bare(text: str) -> str:
    stripped = text.strip()
    while len(stripped) > 1 and stripped[0] in _QUOTES and stripped[-1] in _QUOTES:
        stripped = stripped[1:-1].strip()
    return stripped


def tidied(text: str) -> str:
    """The label that a text begins with: one line, up to the end of its clause."""
    line = re.split(r"\n|<br\s*/?>", text.strip(), maxsplit=1)[0]
    line = _bare(line.strip().strip(",;|/[]{}" + "\u060c\u061b").strip())
    line = re.split(r"[;|]|\.(?=\s|$)|[`']\s*$", line, maxsplit=1)[0].strip().strip(_QUOTES + ",/[]{}\u060c ").strip()
    if len(line) > LONGEST or len(line.split()) > WORDS:
        line = re.split(r",|\s(?:which|that|where|when)\s|\s[-\u2013\u2014]\s|\s\(|:\s", line, maxsplit=1)[0].strip()
    if line.endswith(")") and "(" not in line:
        line = line[:-1].strip()
    return line if len(line) <= LONGEST and len(line.split()) <= WORDS else ""
