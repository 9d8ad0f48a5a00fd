"""The last touches to the merged document: nothing unreachable in it, flags and added parameters in their wire form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..openapi import operations, reached
from .endpoint import Schema


def only_reachable(document: dict[str, Any]) -> dict[str, Any]:
    """The document without schemas that no operation leads to."""
    schemas = document["components"]["schemas"]
    described = [call for _, _, operation in operations(document) for call in operation["x-daftra"]["calls"]]
    named = {call[part] for call in described for part in ("record", "body", "draft") if call[part]}
    used = reached(
        [document["paths"], document["components"]["responses"], *(schemas[name] for name in named)], schemas
    )
    kept = {name: schema for name, schema in schemas.items() if name in used | named}
    return {**document, "components": {**document["components"], "schemas": kept}}


FLAG: Schema = {"type": "integer", "format": "flag", "minimum": 0, "maximum": 1}
"""A boolean in a query string: PHP reads ``1`` and ``0``, and takes the word ``false`` for a yes."""


def flags_in_queries(document: dict[str, Any]) -> None:
    """Boolean query parameters are ``1`` and ``0`` on the wire."""
    for _, _, operation in operations(document):
        for one in operation.get("parameters", ()):
            if one["in"] == "query" and one["schema"].get("type") == "boolean":
                one["schema"] = dict(FLAG)


def settle_parameters(document: dict[str, Any]) -> None:
    """Parameters that the overlay added belong to every call of their operation."""
    for _, _, operation in operations(document):
        calls = operation["x-daftra"]["calls"]
        fixed = {name for call in calls for name in call["fixed"]}
        named = {name for call in calls for name in call["parameters"]} | fixed
        added = [one["name"] for one in operation.get("parameters", ()) if one["name"] not in named]
        for call in calls:
            call["parameters"] = [*call["parameters"], *added]


def operation_descriptions(document: dict[str, Any]) -> None:
    """What each call of an operation does, where any tool looks for it."""
    for _, _, operation in operations(document):
        texts = dict.fromkeys(call["description"] for call in operation["x-daftra"]["calls"])
        operation["description"] = "\n\n".join(texts)


def attribute_names(document: dict[str, Any], locked: Mapping[str, Mapping[str, str]]) -> None:
    """Locked attributes of records and drafts, where the schema's readers find them."""
    for name, schema in document["components"]["schemas"].items():
        if name in locked:
            schema["x-daftra-names"] = dict(locked[name])
