"""How pages compose objects: maps of references, ``oneOf`` that means ``allOf``, wrappers side by side."""

from __future__ import annotations

from typing import Any

from ..endpoint import Place, Schema


def apidog_refs(schema: Schema, place: Place) -> Schema:
    """``x-apidog-refs`` names objects whose members are this one's; ``x-apidog-overrides`` replaces some of them."""
    if "x-apidog-refs" not in schema:
        return schema
    refs = schema["x-apidog-refs"]
    if not isinstance(refs, dict):
        raise (place / "x-apidog-refs").refuse("x-apidog-refs is no map", "write it as a map of references")
    rest = {key: value for key, value in schema.items() if key != "x-apidog-refs"}
    members = [_overridden(member) for member in refs.values()]
    return {**rest, "allOf": [*rest.pop("allOf", ()), *members]}


def _overridden(member: Schema) -> Schema:
    overrides = member.get("x-apidog-overrides") or {}
    rest = {key: value for key, value in member.items() if key != "x-apidog-overrides"}
    if not overrides:
        return rest
    removed = {name for name, value in overrides.items() if value is None}
    kept = {name: value for name, value in overrides.items() if value is not None}
    names = {name: value for name, value in (rest.get("properties") or {}).items() if name not in removed}
    return {**rest, "properties": {**names, **kept}}


def one_of_means_all_of(schema: Schema, place: Place) -> Schema:
    """``oneOf: [InvoiceBase, Client]`` describes one object with the members of both."""
    del place
    for key in ("oneOf", "anyOf"):
        members = schema.get(key)
        if members and all(is_object(member) for member in members):
            rest = {name: value for name, value in schema.items() if name != key}
            return {**rest, "allOf": [*rest.pop("allOf", ()), *members]}
    return schema


def one_of_values(schema: Schema, place: Place) -> Schema:
    """``oneOf: [{type: integer}, {type: string}]``: a value in one of several types, null among them."""
    del place
    for key in ("oneOf", "anyOf"):
        members = schema.get(key)
        if members:
            rest = {name: value for name, value in schema.items() if name != key}
            kinds = [kind for member in members for kind in _kinds(member)]
            values = [value for member in members for value in member.get("enum") or ()]
            typed = {"type": kinds} if kinds and None not in kinds else {}
            return {**typed, **({"enum": values} if values and typed else {}), **rest}
    return schema


def _kinds(member: Schema) -> list[Any]:
    kind = member.get("type")
    return list(kind) if isinstance(kind, list) else [kind]


def single_member_all_of(schema: Schema, place: Place) -> Schema:
    """An ``allOf`` with one member is that member."""
    del place
    members = schema.get("allOf")
    if members is None or len(members) != 1:
        return schema
    beside = {key: value for key, value in schema.items() if key not in {"allOf", "type"}}
    own = beside.pop("properties", None) or {}
    joined = {"properties": {**members[0].get("properties", {}), **own}} if own else {}
    return {**members[0], **beside, **joined}


def members_side_by_side(schema: Schema, place: Place) -> Schema:
    """``allOf`` of wrappers (``{Client: …}``) and records: their members stand side by side in one object."""
    members = schema.get("allOf")
    if members is None:
        return schema
    properties: dict[str, Any] = {}
    required: list[str] = []
    for number, member in enumerate((*members, schema)):
        if not is_object(member) and member is not schema and set(member) - {"nullable", "readOnly", "deprecated"}:
            raise (place / "allOf" / number).refuse("an allOf member that is no object", "write a rule for it")
        properties.update(_members(member) if member is not schema else schema.get("properties") or {})
        required += [name for name in member.get("required") or () if name not in required]
    rest = {key: value for key, value in schema.items() if key not in {"allOf", "properties", "required", "type"}}
    return {"type": "object", "properties": properties, **({"required": required} if required else {}), **rest}


def _members(schema: Schema) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for member in schema.get("allOf") or ():
        nested.update(_members(member))
    return {**nested, **(schema.get("properties") or {})}


def is_object(schema: Schema) -> bool:
    """Whether a schema describes an object, said or unsaid."""
    if schema.get("type") == "object" or any(key in schema for key in ("properties", "allOf", "x-apidog-refs")):
        return True
    unions = [schema[key] for key in ("oneOf", "anyOf") if schema.get(key)]
    return any(all(is_object(member) for member in members) for members in unions)
