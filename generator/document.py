"""The merged document around its paths and schemas: what every Daftra account has in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .endpoint import Schema
from .envelopes import shared_responses


def document_of(paths: dict[str, Any], schemas: dict[str, Schema], resources: Iterable[str]) -> dict[str, Any]:
    """An OpenAPI 3.0.3 document; the subdomain is the one thing in which accounts differ."""
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Daftra API",
            "version": "1.0.0",
            "description": "Every documented call of the Daftra API, merged from the documentation's pages.",
        },
        "servers": [
            {
                "url": "https://{subdomain}.daftra.com",
                "variables": {"subdomain": {"default": "example", "description": "The account's subdomain."}},
            }
        ],
        "security": [{"apiKey": []}, {"bearer": []}],
        "tags": [{"name": name} for name in sorted(set(resources))],
        "paths": paths,
        "components": {
            "schemas": {name: schemas[name] for name in sorted(schemas)},
            "responses": shared_responses(),
            "securitySchemes": {
                "apiKey": {"type": "apiKey", "in": "header", "name": "apikey"},
                "bearer": {"type": "http", "scheme": "bearer"},
            },
        },
    }


def resolved(document: Mapping[str, Any], node: Mapping[str, Any]) -> Mapping[str, Any]:
    """The node, or what its ``$ref`` leads to in the document."""
    reference = node.get("$ref")
    if reference is None:
        return node
    found: Any = document
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return resolved(document, found)
