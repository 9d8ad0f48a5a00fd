"""Pages as an enemy would write them: every string and every number of a page replaced by something that bites."""

from __future__ import annotations

import ast
import copy
import random
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import attrs
import yaml

from generator.fetch.pages import Page, read_bytes

CANARY = "canary_7f3a"
"""Stands in every text that would do something if it were ever run."""

GONE = object()
"""Stands for nothing at all: the thing that the text belongs to is not there."""

WORDS = ("plainword", "plain-word", None, GONE)
"""What stands where the hostile text stood: a word that can be a Python name, one that cannot, and nothing."""

PAYLOADS: tuple[str, ...] = (
    f'"""\nimport os; os.system("{CANARY}")\n"""',
    f"'''\n__import__('os').system('{CANARY}')\n'''",
    f'"; __import__("os").system("{CANARY}"); "',
    f"'); __import__('os').system('{CANARY}'); ('",
    f'\\"""; {CANARY}()  #',
    f"\\\n    {CANARY}()",
    f"line\nclass {CANARY}: pass",
    f"line\r\n    {CANARY}()",
    f"line\u2028{CANARY}()\u2029{CANARY}()\x85{CANARY}()",
    f"{{{{ {CANARY} }}}}",
    f"{{{{ ''.__class__.__mro__[1].__subclasses__() }}}} {CANARY}",
    f"{{% for x in ().__class__.__base__.__subclasses__() %}}{CANARY}{{% endfor %}}",
    f"{{# {CANARY} #}}",
    f"{{id}}/{{{CANARY}()}}",
    f"${{{CANARY}}} $(touch {CANARY}) `touch {CANARY}`",
    f"%({CANARY})s %s %n",
    f"f'{{{CANARY}()}}'",
    f"../../../../{CANARY}.py",
    f"/tmp/{CANARY}.py",
    f"..\\..\\{CANARY}.py",
    f"api/../../{CANARY}",
    f"file:///{CANARY}",
    f"CON/{CANARY}\x00.py",
    f"~/{CANARY}",
    f"!!python/object/apply:os.system ['touch {CANARY}']",
    f"&a [*a, *a] {CANARY}",
    f"<<: *{CANARY}",
    f"{CANARY}: - [}}",
    f"# {CANARY}",
    f"\x00{CANARY}",
    f"\x1b]0;{CANARY}\x07\x1b[2J",
    f"\u202e{CANARY}\u202c",
    f"\u2066{CANARY}\u2069\u200b\ufeff",
    f"\ud800{CANARY}",
    f"{CANARY}\U000e0041\U0010ffff",
    "ﬀ" * 40 + CANARY,
    f"0 => {CANARY}()\n1 => b",
    f"{CANARY} => 1; import os",
    f"__class__.{CANARY}",
    f"__import__('{CANARY}')",
    f"#/components/schemas/../../{CANARY}",
    f"https://{{{{{CANARY}}}}}.example/\r\nX: y",
    "A" * 5_000 + CANARY,
    "9" * 5_000,
    f"-0x1F({CANARY})",
)
NUMBERS: tuple[Any, ...] = (
    10**400,
    -(10**400),
    1e308,
    -1e-320,
    2**63,
    -(2**63) - 1,
    0,
    -1,
    True,
    1.5,
    float("inf"),
    float("nan"),
)
RAW: tuple[str, ...] = (
    f"!!python/object/apply:os.system ['touch {CANARY}']",
    f"!!python/name:os.{CANARY}",
    f"!!python/object/new:type [{CANARY}, [], {{}}]",
    "!!binary R0lGODlhDAAMAIQAAP",
    "!include /etc/passwd",
    "&bomb [x, x, x, x, x, x, x, x]",
    "*bomb",
    "<<: *bomb",
    "[" * 300 + "]" * 300,
    "{a: " * 200 + "1" + "}" * 200,
    "9" * 6_000,
    "1e999999999",
    ".inf",
    "1.0e999",
    ".nan",
    "0x" + "f" * 4_000,
    "0o777",
    "1:30:00",
    "2026-13-45",
    '"\\x00\\u202e\\ud800"',
    "|\n  text",
    "? [a, b]\n: c",
    "\x00",
    "\ufeff",
    "\u2028- a",
    "```\n\n## OpenAPI Specification\n\n```yaml\npaths: {}",
    "---\npaths: {}\n---",
    "%TAG ! tag:evil,2026:",
    "@at `tick",
    "{{ template }}",
)


def wordy(pages: Sequence[Page]) -> list[Page]:
    """The pages with prose wherever the site writes some: most of a published page's texts are prose."""
    return [Page(page.file, _wordy(page.data)) for page in pages]


def _wordy(value: Any) -> Any:
    if isinstance(value, list):
        return [_wordy(item) for item in value]
    if not isinstance(value, dict):
        return value
    told = {key: _wordy(item) for key, item in value.items()}
    if "type" in value or "in" in value or "summary" in value:
        told["description"] = "What it is for."
    if isinstance(value.get("type"), str) and value["type"] in {"string", "integer", "number"}:
        told["title"] = "Its title"
        told["examples"] = ["an example"]
    return told


@attrs.frozen
class Spot:
    """A place of a page, as keys or as a line, and the hostile thing that stands there."""

    page: int
    way: tuple[Any, ...]
    what: str
    payload: Any


@attrs.frozen
class Attempt:
    """Hostile pages, and their harmless twins; where the spots are lines, one page is a file not yet read."""

    base: Sequence[Page]
    spots: Sequence[Spot]
    frame: str = ""

    def evil(self) -> list[Page]:
        return self._written([spot.payload for spot in self.spots])

    def tame(self, words: Sequence[Any]) -> list[Page]:
        return self._written(words)

    def twins(self) -> Iterator[Sequence[Any]]:
        """The words of every twin: first one word for all spots, then each spot with its own."""
        alike = [(word,) * len(self.spots) for word in WORDS]
        yield from alike
        yield from (words for words in product(WORDS, repeat=len(self.spots)) if words not in alike)

    def _written(self, values: Sequence[Any]) -> list[Page]:
        if self.frame:
            return self._as_text(values)
        pages = copy.deepcopy(list(self.base))
        pairs = list(zip(self.spots, values, strict=True))
        for spot, value in sorted(pairs, key=lambda pair: pair[1] is GONE):
            harmless = 7 if spot.what == "number" and value in WORDS and value is not GONE else value
            _put(pages[spot.page].data, spot.way, spot.what, harmless)
        return pages

    def _as_text(self, values: Sequence[Any]) -> list[Page]:
        number = self.spots[0].page
        lines = yaml.safe_dump(self.base[number].data, sort_keys=False).splitlines()
        for spot, value in zip(self.spots, values, strict=True):
            key = lines[spot.way[0]].partition(": ")[0]
            lines[spot.way[0]] = "" if value is None else f"{key}: {value}"
        gone = [spot.way[0] for spot, value in zip(self.spots, values, strict=True) if value is GONE]
        for line in sorted(gone, reverse=True):
            del lines[line : _end(lines, line)]
        others = [page for place, page in enumerate(self.base) if place != number]
        return [*others, *_read(_text(lines, self.frame))]


def _end(lines: Sequence[str], start: int) -> int:
    """The line behind everything that belongs to a line."""
    depth = len(lines[start]) - len(lines[start].lstrip())
    inside = (n for n in range(start + 1, len(lines)) if len(lines[n]) - len(lines[n].lstrip()) <= depth)
    return next(inside, len(lines))


def _read(content: bytes) -> list[Page]:
    name = "hostile-19000077.md" if content.startswith(b"#") else "hostile-19000077.yaml"
    return read_bytes(content, name=name) if content else []


def hostile(pages: Sequence[Page], seed: int) -> Attempt:
    """The attempt of one seed."""
    chance = random.Random(seed)
    number = chance.randrange(len(pages))
    if chance.random() < 0.25:
        lines = yaml.safe_dump(pages[number].data, sort_keys=False).splitlines()
        places = chance.sample([n for n, line in enumerate(lines) if ": " in line], k=chance.choice((1, 1, 2)))
        spots = [Spot(number, (place,), "line", chance.choice(RAW)) for place in places]
        frame = chance.choice(("{}", "# Title\n\n## OpenAPI Specification\n\n```yaml\n{}```\n"))
        return Attempt(pages, spots, frame)
    spots = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        number = chance.randrange(len(pages))
        way, what = chance.choice(list(_spots(pages[number].data, ())))
        payload: Any = chance.choice(NUMBERS if what == "number" else PAYLOADS)
        if what == "text" and chance.random() < 0.3:
            payload = f"{_at(pages[number].data, way)}{payload}"
        spots.append(Spot(number, way, what, payload))
    return Attempt(pages, spots)


def _spots(value: Any, way: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every place of a text, a number or a key."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield (*way, key), "key"
            yield from _spots(item, (*way, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _spots(item, (*way, number))
    elif isinstance(value, str):
        yield way, "text"
    elif value is not None:
        yield way, "number"


def _at(data: Any, way: tuple[Any, ...]) -> Any:
    for key in way:
        data = data[key] if isinstance(data, list) or key in data else ""
    return data


def _put(data: Any, way: tuple[Any, ...], what: str, value: Any) -> None:
    """Replace a value or a key in place; a place that an earlier replacement took away is left alone."""
    holder = data
    for key in way[:-1]:
        if not (isinstance(holder, list) and key < len(holder)) and not (isinstance(holder, dict) and key in holder):
            return
        holder = holder[key]
    if value is GONE and (isinstance(holder, dict) and way[-1] in holder):
        _drop(data, way)
        return
    if value is GONE or not isinstance(holder, (dict, list)):
        return
    if isinstance(holder, dict) and way[-1] not in holder:
        return
    if what == "text" and value is None:
        value = WORDS[0]
    if what != "key" or isinstance(holder, list):
        holder[way[-1]] = value
        return
    renamed = {value if key == way[-1] else key: item for key, item in holder.items()}
    renamed.pop(None, None)
    holder.clear()
    holder.update(renamed)


def _drop(data: Any, way: tuple[Any, ...]) -> None:
    """Take a key away, or the list's item that it is a key of."""
    place = max((n for n, key in enumerate(way) if isinstance(key, int)), default=None)
    cut = place is not None and way[-1] in {"name", "in"}
    *above, last = way[: place + 1] if cut and place is not None else way
    holder = data
    for key in above:
        holder = holder[key]
    del holder[last]


def _text(lines: Sequence[str], frame: str) -> bytes:
    return frame.replace("{}", "\n".join(lines) + "\n").encode("utf-8", "surrogatepass")


class _Unsigned(ast.NodeTransformer):
    """A number's sign belongs to the number."""

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        return node.operand if isinstance(node.operand, ast.Constant) else node


def shape(source: str) -> str:
    """A module's syntax tree without its constants, and without the names of an enum's members: labels make them."""
    tree = _Unsigned().visit(ast.parse(source))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            node.value = None
            node.kind = None
        elif isinstance(node, ast.ClassDef) and any(
            isinstance(base, ast.Name) and base.id.startswith("Open") for base in node.bases
        ):
            for statement in node.body:
                if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                    statement.targets[0].id = "_" if statement.targets[0].id != "__labels__" else "__labels__"
    return ast.dump(tree)
