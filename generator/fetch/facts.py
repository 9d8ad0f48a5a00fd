"""Two versions of a page compared by what they say: not by their frame, names of shared schemas, or order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..differences import leaves
from ..openapi import SCHEMA_REF
from .kept_form import operation_of
from .numbers import request

DEEPEST = 60
_PLACEHOLDER = re.compile(r"\{\{?\s*([^{}]+?)\s*\}?\}")
_OURS = frozenset({"x-page-id", "operationId"})
_HEADERS = frozenset({"authorization", "apikey", "accept", "content-type"})
_POINTERS = frozenset({"x-see-endpoint"})
"""What only helps a reader of the page."""

_UNORDERED = frozenset({"required", "enum", "tags"})


def facts_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """What a kept page says, in one form.

    Shared parts are written out, parameters stand by their names, those of the path by their places in it, and lists
    without order are sorted.
    """
    components = data.get("components")
    held: Mapping[str, Any] = components if isinstance(components, Mapping) else {}
    operation = _plain(operation_of(data), held, (), 0)
    facts = {key: value for key, value in operation.items() if key not in _OURS}
    method, path = request(data)
    places = {name: str(place) for place, name in enumerate(_PLACEHOLDER.findall(path), 1)}
    if isinstance(facts.get("parameters"), list):
        named = [one for one in facts["parameters"] if isinstance(one, Mapping) and not _is_furniture(one, path)]
        facts["parameters"] = {
            f"{one.get('in')} {name}": {**one, "name": name}
            for one in named
            for name in [places.get(one["name"], one["name"]) if one.get("in") == "path" else one["name"]]
        }
    plain = _PLACEHOLDER.sub(lambda match: "{" + places[match.group(1)] + "}", "".join(path.split()))
    return {"request": f"{method.upper()} {plain}", **facts}


def _is_furniture(parameter: Mapping[str, Any], path: str) -> bool:
    """Whether a parameter is one that every page has and that says nothing: a credential, a format, no name at all."""
    name = str(parameter.get("name") or "").lower()
    glued = name == "format" and not path.rstrip().endswith("/{format}")
    return not name or (parameter.get("in") == "header" and name in _HEADERS) or glued


def changed_places(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(place, before, after) of every fact that differs between two versions of a page."""
    yield from leaves(facts_of(old), facts_of(new))


def _plain(value: Any, components: Mapping[str, Any], inside: tuple[str, ...], depth: int) -> Any:
    if depth > DEEPEST:
        return {}
    if isinstance(value, list):
        return [_plain(item, components, inside, depth + 1) for item in value]
    if not isinstance(value, Mapping):
        return value
    target = value.get("$ref")
    if isinstance(target, str) and target.startswith("#/components/"):
        section, _, name = target.removeprefix("#/components/").partition("/")
        shared = (components.get(section) or {}).get(name)
        own = {key: _plain(item, components, inside, depth + 1) for key, item in value.items() if key != "$ref"}
        if target in inside or shared is None:
            return {**own, "$ref": target if shared is None else SCHEMA_REF}
        return {**_plain(shared, components, (*inside, target), depth + 1), **own}
    return {
        str(key): _sorted(key, _plain(item, components, inside, depth + 1))
        for key, item in value.items()
        if key not in _POINTERS and (item not in ({}, []) or key not in {"parameters", "required", "x-apidog-refs"})
    }


def _sorted(key: Any, value: Any) -> Any:
    return sorted(value, key=repr) if key in _UNORDERED and isinstance(value, list) else value
