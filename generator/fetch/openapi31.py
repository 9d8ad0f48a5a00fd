"""From OpenAPI 3.1, whose schemas are JSON Schema, to the 3.0 that pages are written in."""

from __future__ import annotations

from typing import Any

from ..errors import PageError

MAX_DEPTH = 200


def as_30(document: dict[str, Any], *, file: str) -> dict[str, Any]:
    """A 3.1 document in the terms of 3.0; any other comes back as it is.

    Lists of types stay: a rule reads them, because pages write them too. ``const`` becomes an enum of one value, a
    union with ``null`` a nullable schema; what 3.0 cannot say is left for the rules to refuse with its place.
    """
    if not str(document.get("openapi", "")).startswith("3.1"):
        return document
    rest = {key: value for key, value in document.items() if key not in {"jsonSchemaDialect", "webhooks"}}
    return {**_plain(rest, file, 0), "openapi": "3.0.1"}


def _plain(value: Any, file: str, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise PageError(file, "", "nesting without end", "export the document again")
    if isinstance(value, list):
        return [_plain(item, file, depth + 1) for item in value]
    if not isinstance(value, dict):
        return value
    plain = {
        key: item if key in {"example", "examples", "enum"} else _plain(item, file, depth + 1)
        for key, item in value.items()
    }
    if "const" in plain and "properties" not in plain and not isinstance(plain["const"], (dict, list)):
        plain["enum"] = [plain.pop("const")]
    for union in ("anyOf", "oneOf"):
        members = plain.get(union)
        if isinstance(members, list) and {"type": "null"} in members:
            others = [member for member in members if member != {"type": "null"}]
            del plain[union]
            plain = {**plain, **(others[0] if len(others) == 1 and isinstance(others[0], dict) else {union: others})}
            plain["nullable"] = True
    return plain
