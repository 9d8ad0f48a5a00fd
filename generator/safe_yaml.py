"""Reading YAML written by strangers: plain data only, bounded, nothing twice, nothing by reference."""

from __future__ import annotations

import re
from typing import Any

import yaml

from .errors import PageError

MAX_BYTES = 2_000_000
MAX_DEPTH = 60
MAX_NODES = 200_000

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """The safe loader with YAML 1.2's plain words: dates, times and ``no`` (a field's name here) stay text."""

    file = ""


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    result: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, (str, int, float, bool, type(None))):
            raise _refusal(loader.file, key_node, "a key that is no plain value", "use a text key")
        if key in result:
            raise _refusal(loader.file, key_node, f"the key {key!r} twice in one object", "keep one of the two")
        result[key] = loader.construct_object(value_node, deep=True)
    return result


def _refusal(file: str, node: Any, reason: str, remedy: str) -> PageError:
    return PageError(file, f"line {node.start_mark.line + 1}", reason, remedy)


_PLAIN: tuple[tuple[str, str, str], ...] = (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?(0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?", "-+.0123456789"),
)
"""(tag, the plain words it covers, their first characters)."""

_Loader.yaml_implicit_resolvers = {}
for _tag, _words, _first in _PLAIN:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_words})$"), [*_first, ""])
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def load(text: str, *, file: str, pages: int = 1) -> Any:
    """The plain data of one YAML text: dicts, lists, texts, numbers, booleans, None.

    Raises ``PageError`` for broken YAML, tags, aliases, duplicate keys, and anything larger, deeper or with more
    nodes than a page of documentation can have (than so many ``pages``, for a text that holds several).
    """
    if len(text) > MAX_BYTES * pages:
        raise PageError(
            file, "", f"{len(text)} characters are too many for a page", f"split it below {MAX_BYTES * pages}"
        )
    loader = _Loader(text)
    loader.file = file
    try:
        _measure(text, file, pages)
        return loader.get_single_data()
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        reason = " ".join(str(getattr(problem, "problem", None) or problem).split())
        raise PageError(file, place, f"no readable YAML: {reason}", "fix the page's YAML") from None
    except (ValueError, RecursionError) as problem:
        raise PageError(file, "", f"no readable YAML: {problem}", "fix the page's YAML") from None
    finally:
        loader.dispose()


def _measure(text: str, file: str, pages: int) -> None:
    """Refuse aliases (only a bomb needs them), depth and size, before anything recursive is built."""
    depth = nodes = 0
    for event in yaml.parse(text, Loader=_Base):
        if isinstance(event, yaml.AliasEvent):
            raise _refusal(file, event, "a YAML alias", "write the value out where it is used")
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            continue
        nodes += 1
        if depth > MAX_DEPTH:
            raise _refusal(file, event, "nesting without end", f"a page nests at most {MAX_DEPTH} levels")
        if nodes > MAX_NODES * pages:
            raise _refusal(file, event, "too many values", f"a page has at most {MAX_NODES} values")
