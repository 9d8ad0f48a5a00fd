"""From a page as the site publishes it to the page that we keep: its facts, without its prose, with what we added.

The words of the documentation are not ours to publish, and rules never read them. What we wrote into a kept page
(labels that the documentation gives in prose, the record that an id names, the page's server) is carried over to the
page's newer version where it still fits.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from .example_shapes import shapes_of_examples

OURS = ("x-labels", "x-see-endpoint", "x-documented-server")
_PROSE = frozenset({"description", "title", "x-apidog-orders", "x-apidog-ignore-properties", "x-run-in-apidog"})
_NAMED = frozenset(
    {"properties", "schemas", "responses", "parameters", "x-apidog-refs", "x-apidog-overrides", "headers"}
)
"""Keys whose own keys are names that people chose: a property may be called ``title``."""

_VERBATIM = frozenset({"enum", "x-labels", "x-apidog-enum", "examples", "example", "default", "x-example-shapes"})
SHORT = 40
"""Descriptions of answers up to this length ("Record Not Found") are kept: OpenAPI wants one."""


@attrs.frozen
class Kept:
    """A page as we keep it, a digest of the prose it came with, and what could not be carried over."""

    data: dict[str, Any]
    prose: str
    remarks: tuple[str, ...]


def kept_form(data: Mapping[str, Any], *, number: str, previous: Mapping[str, Any] | None) -> Kept:
    """The page that we keep of a published one; ``previous`` is the kept version that it replaces."""
    prose: list[str] = []
    plain = _plain(data, (), prose)
    operation = operation_of(plain)
    operation["x-page-id"] = number
    remarks: list[str] = []
    if previous is not None:
        remarks += _carried(operation, operation_of(previous), "")
        remarks += _carried(plain.get("components"), previous.get("components"), "/components")
    digest = hashlib.sha256(json.dumps(prose, ensure_ascii=True).encode()).hexdigest()
    return Kept(plain, digest, tuple(remarks))


def operation_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """The one operation of a page; an empty one where the page has several or none (merging refuses it then)."""
    items = list((data.get("paths") or {}).values())
    operations = list(items[0].values()) if len(items) == 1 and isinstance(items[0], dict) else []
    return operations[0] if len(operations) == 1 and isinstance(operations[0], dict) else {}


def request_of(data: Mapping[str, Any]) -> str:
    """``GET /invoices{format}``."""
    path, item = next(iter(data["paths"].items()))
    return f"{next(iter(item), '?').upper()} {path}" if isinstance(item, dict) else f"? {path}"


def _plain(value: Any, way: tuple[str, ...], prose: list[str]) -> Any:
    if isinstance(value, list):
        return [_plain(item, (*way, "[]"), prose) for item in value]
    if not isinstance(value, Mapping):
        return copy.deepcopy(value)
    named = bool(way) and way[-1] in _NAMED
    result: dict[str, Any] = {}
    for key, item in value.items():
        if named:
            result[key] = _plain(item, (*way, "*"), prose)
        elif key in _PROSE and not isinstance(item, (dict, list)) and not _stays(key, item, way):
            prose.append(str(item))
        elif key == "content" and isinstance(item, Mapping):
            result[key] = {media: _media(body, (*way, media), prose) for media, body in item.items()}
            shapes = [
                shape for body in item.values() if isinstance(body, Mapping) for shape in shapes_of_examples(dict(body))
            ]
            if shapes and "x-example-shapes" not in value:
                result["x-example-shapes"] = shapes
        elif key in _PROSE and key.startswith("x-"):
            continue
        else:
            result[key] = copy.deepcopy(item) if key in _VERBATIM else _plain(item, (*way, str(key)), prose)
    return result


def _stays(key: str, item: Any, way: tuple[str, ...]) -> bool:
    """Whether a text is a fact: the frame's title, or an answer's short description."""
    if way == ("info",):
        return True
    answer = len(way) > 1 and way[-2:] == ("responses", "*")
    return key == "description" and answer and len(str(item)) <= SHORT and "\n" not in str(item).strip()


def _media(body: Any, way: tuple[str, ...], prose: list[str]) -> Any:
    """A media type without its examples: their shapes stand beside it."""
    if not isinstance(body, Mapping):
        return _plain(body, way, prose)
    prose += [
        json.dumps(body[key], ensure_ascii=True, sort_keys=True, default=str)
        for key in ("example", "examples")
        if key in body
    ]
    return _plain({key: item for key, item in body.items() if key not in {"example", "examples"}}, way, prose)


def _carried(new: Any, old: Any, place: str) -> Iterator[str]:
    """Carry our keys from the old version over, in place; what no longer fits is told."""
    if isinstance(new, list) and isinstance(old, list):
        for item, before, key in _pairs(new, old):
            yield from _carried(item, before, f"{place}/{key}")
    if not isinstance(new, dict) or not isinstance(old, Mapping):
        return
    for key in OURS:
        if key in old and key not in new and "x-apidog-enum" not in new:
            if key == "x-labels" and any(new.get(one) != old.get(one) for one in ("type", "enum")):
                yield f"{place or '/'}: type or values changed, our labels were left out: write them anew"
            else:
                new[key] = copy.deepcopy(old[key])
    for key in new.keys() & old.keys() - {"x-labels"}:
        yield from _carried(new[key], old[key], f"{place}/{key}")


def _pairs(new: list[Any], old: list[Any]) -> Iterator[tuple[Any, Any, object]]:
    """Items of two lists that are about the same thing: by name where they have names, else by position."""
    names = {(item.get("in"), item["name"]): item for item in old if isinstance(item, Mapping) and "name" in item}
    for number, item in enumerate(new):
        if isinstance(item, Mapping) and "name" in item:
            if (item.get("in"), item["name"]) in names:
                yield item, names[item.get("in"), item["name"]], item["name"]
        elif number < len(old):
            yield item, old[number], number
