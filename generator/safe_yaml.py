"""Reading YAML written by strangers: plain data only, bounded, nothing twice, nothing by reference."""

from __future__ import annotations

from typing import Any

import yaml

from .errors import PageError

MAX_BYTES = 2_000_000
MAX_DEPTH = 60
MAX_NODES = 200_000

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """The safe loader without aliases (a page needs none, a bomb does), duplicate keys, dates and YAML 1.1 booleans.

    Dates stay text and only ``true``/``false`` are booleans: ``no`` is a field's name in this documentation.
    """

    file = ""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            raise _refusal(self.file, self.peek_event(), "a YAML alias", "write the value out where it is used")
        return super().compose_node(parent, index)


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


_BOOLEAN = "tag:yaml.org,2002:bool"
_KEPT = {_BOOLEAN, "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:null"}
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag in _KEPT and (tag != _BOOLEAN or first in "tTfF")]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def load(text: str, *, file: str) -> Any:
    """The plain data of one YAML text: dicts, lists, texts, numbers, booleans, None.

    Raises ``PageError`` for broken YAML, tags, aliases, duplicate keys, and anything larger, deeper or with more
    nodes than a page of documentation can have.
    """
    if len(text) > MAX_BYTES:
        raise PageError(file, "", f"{len(text)} characters are too many for a page", f"split it below {MAX_BYTES}")
    loader = _Loader(text)
    loader.file = file
    try:
        _measure(text, file)
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


def _measure(text: str, file: str) -> None:
    """Refuse depth and size on the flat stream of events, before anything recursive is built."""
    depth = nodes = 0
    for event in yaml.parse(text, Loader=_Base):
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            continue
        nodes += 1
        if depth > MAX_DEPTH:
            raise _refusal(file, event, "nesting without end", f"a page nests at most {MAX_DEPTH} levels")
        if nodes > MAX_NODES:
            raise _refusal(file, event, "too many values", f"a page has at most {MAX_NODES} values")
