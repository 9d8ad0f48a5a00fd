"""Looking things up in OpenAPI documents: operations, references, and what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

METHODS = ("get", "put", "post", "delete", "patch")
"""The HTTP methods that this API has operations of."""

JSON = "application/json"
SCHEMA_REF = "#/components/schemas/"


def operations(document: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(path, method, operation) of a whole document, in its order."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in METHODS:
                yield path, method, operation


def references(node: object) -> Iterator[tuple[str, str]]:
    """(section, name) of every component that a piece of a document refers to, directly."""
    if isinstance(node, Mapping):
        target = node.get("$ref")
        if isinstance(target, str) and target.startswith("#/components/"):
            section, _, name = target.removeprefix("#/components/").partition("/")
            yield section, name
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def schema_names(node: object) -> Iterator[str]:
    """The names of the component schemas among them."""
    return (name for section, name in references(node) if section == "schemas")


def reached(roots: Iterable[object], schemas: Mapping[str, Any]) -> set[str]:
    """The names of the schemas that pieces of a document lead to, directly or through others."""
    found: set[str] = set()
    waiting = [name for root in roots for name in schema_names(root)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += schema_names(schemas[name])
    return found


def resolved(document: Mapping[str, Any], node: Mapping[str, Any]) -> Mapping[str, Any]:
    """The node, or what its ``$ref`` leads to in the document."""
    reference = node.get("$ref")
    if reference is None:
        return node
    found: Any = document
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return resolved(document, found)


def is_merged(document: Any) -> bool:
    """Whether a document is one that ``merge`` wrote: its operations say what the SDK calls them."""
    paths = document.get("paths") if isinstance(document, Mapping) else None
    if not isinstance(paths, Mapping) or not all(isinstance(item, Mapping) for item in paths.values()):
        return False
    return any(isinstance(one, Mapping) and "x-daftra" in one for _, _, one in operations({"paths": paths}))
