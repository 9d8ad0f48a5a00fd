"""From the merged OpenAPI document to ``documented.json``, the part of it that the emulator ships with.

It is kept apart from the generated models because a server must start in milliseconds, and importing them all takes far
longer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from ..openapi import SCHEMA_REF, operations, resolved

FILE = "documented.json"
_KINDS = {"integer": "integer", "number": "number", "boolean": "boolean"}


def condensed(document: Mapping[str, Any]) -> dict[str, Any]:
    """The calls and shapes of the document: ``{"calls": […], "shapes": {name: {field: kind}}, "drafts": {…}}``.

    A relation's kind names its target: ``one:Client``, ``many:InvoiceItem``.
    """
    schemas = document["components"]["schemas"]
    calls = sorted(_calls(document), key=lambda call: (call["path"], call["method"], call["name"]))
    records = _reachable([call["record"] for call in calls if call["record"]], schemas)
    bodies = {call["body"]: call for call in calls if call["body"] in schemas}
    return {
        "calls": calls,
        "shapes": {name: _fields(schemas[name], schemas) for name in sorted(records)},
        "drafts": {name: _draft(call, schemas) for name, call in sorted(bodies.items())},
    }


def encoded(document: Mapping[str, Any]) -> bytes:
    """The file's bytes: the same for the same document."""
    lines = [f"{_json(name)}:{_json(part)}" for name, part in condensed(document).items()]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _calls(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for path, method, operation in operations(document):
        for call in operation["x-daftra"]["calls"]:
            yield _call(document, path, method, operation, call)


def _call(
    document: Mapping[str, Any], path: str, method: str, operation: Mapping[str, Any], call: Mapping[str, Any]
) -> dict[str, Any]:
    parameters = [resolved(document, parameter) for parameter in operation.get("parameters", ())]
    query = sorted(one["name"] for one in parameters if one["in"] == "query" and one["name"] in call["parameters"])
    return {
        "method": method.upper(),
        "path": path,
        "resource": call["resource"],
        "name": call["name"],
        "kind": call["kind"],
        "model_key": call["model_key"],
        "record": call["record"],
        "body": call["body"],
        "parameters": query,
    }


def _target(node: Mapping[str, Any]) -> str | None:
    members = node.get("allOf")
    reference = node.get("$ref") or (members[0].get("$ref") if members else None)
    return reference.removeprefix(SCHEMA_REF) if reference else None


def _fields(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> dict[str, str]:
    return {name: _kind(node, schemas) for name, node in schema.get("properties", {}).items()}


def _kind(node: Mapping[str, Any], schemas: Mapping[str, Any]) -> str:
    target = _target(node)
    if target is not None:
        return f"one:{target}" if _is_record(schemas[target]) else _kind(schemas[target], schemas)
    declared = node.get("type")
    if declared == "array":
        item = _target(node.get("items", {}))
        return f"many:{item}" if item and _is_record(schemas[item]) else "any"
    if declared == "string":
        return {"date": "date", "datetime": "datetime"}.get(node.get("format", ""), "text")
    return _KINDS.get(declared or "", "any")


def _is_record(schema: Mapping[str, Any]) -> bool:
    return bool(schema.get("properties")) and "enum" not in schema


def _reachable(names: list[str], schemas: Mapping[str, Any]) -> set[str]:
    found: set[str] = set()
    waiting = [name for name in names if name in schemas]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        waiting.extend(kind.partition(":")[2] for kind in _fields(schemas[name], schemas).values() if ":" in kind)
    return found


def _draft(call: Mapping[str, Any], schemas: Mapping[str, Any]) -> dict[str, Any]:
    body = schemas[call["body"]]
    key = call["model_key"]
    properties = body.get("properties", {})
    main = properties.get(key) if key else None
    if main is None:
        return {"fields": sorted(properties), "required": sorted(body.get("required", ())), "sections": {}}
    target = _target(main)
    draft = schemas[target] if target else main
    return {
        "fields": sorted(draft.get("properties", {})),
        "required": sorted(draft.get("required", ())),
        "sections": {name: _section(node, schemas) for name, node in properties.items() if name != key},
    }


def _section(node: Mapping[str, Any], schemas: Mapping[str, Any]) -> list[str]:
    target = _target(node.get("items", node))
    inline = node.get("items", node)
    return sorted((schemas[target] if target else inline).get("properties", {}))
