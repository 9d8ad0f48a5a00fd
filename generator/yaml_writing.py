"""Writing the merged document: a small, fast emitter whose output depends on the data alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_PLAIN = re.compile(r"^[A-Za-z_/$][A-Za-z0-9_/$.{}()\[\] +-]*$")
_HIDDEN = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202f-\u2065\u2070-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
"""What YAML must not hold as it is, or a reader would not see."""
_FLOW_LENGTH = 100
_AMBIGUOUS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n", "~", "nan", "inf"})


def dump(document: Any) -> str:
    """Block YAML of plain data (dicts, lists, texts, numbers, booleans, None); short lists of scalars in flow form."""
    return "\n".join(_lines(document, 0)) + "\n"


def _lines(value: Any, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _entry(f"{pad}{_scalar(str(key))}:", item, depth)
    else:
        for item in value:
            if isinstance(item, dict) and item:
                first, *rest = _lines(item, depth + 1)
                yield f"{pad}- {first.lstrip()}"
                yield from rest
            elif isinstance(item, list) and item and not _is_short(item):
                yield f"{pad}-"
                yield from _lines(item, depth + 1)
            else:
                yield f"{pad}- {_flow(item)}"


def _entry(head: str, item: Any, depth: int) -> Iterator[str]:
    if (isinstance(item, dict) and item) or (isinstance(item, list) and item and not _is_short(item)):
        yield head
        yield from _lines(item, depth + 1)
    else:
        yield f"{head} {_flow(item)}"


def _is_short(items: list[Any]) -> bool:
    return all(not isinstance(item, (dict, list)) or not item for item in items) and len(_flow(items)) <= _FLOW_LENGTH


def _flow(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return "{}" if isinstance(value, dict) else _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        plain = _PLAIN.match(value) and value.lower() not in _AMBIGUOUS and value == value.strip()
        if plain and not any(sign in value for sign in "{}[]"):
            return value
        return _HIDDEN.sub(_escaped, json.dumps(value, ensure_ascii=False))
    text = json.dumps(value)
    return text.replace("e", ".0e") if isinstance(value, float) and "e" in text and "." not in text else text


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group(0))
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
