"""Collecting what all pages say of each record and of each draft, under one name per thing."""

from __future__ import annotations

from collections import defaultdict

import attrs

from .catalogue import (
    FREE_OBJECTS,
    READ_ONLY,
    REFINED_BY,
    SECRETS,
    SERVER_SET,
    WRITE_ONLY_SECTIONS,
)
from .endpoint import Schema
from .naming import child_record
from .schemas import free_object, is_open, is_scalar, ref, unify, union

DRAFT = "Draft"


@attrs.define
class Library:
    """Descriptions by schema name, in the order in which pages give them."""

    parts: dict[str, list[dict[str, Schema]]] = attrs.field(factory=lambda: defaultdict(list))
    required: dict[str, list[list[str]]] = attrs.field(factory=lambda: defaultdict(list))
    open_ended: set[str] = attrs.field(factory=set)
    main_drafts: set[str] = attrs.field(factory=set)
    children: dict[str, dict[str, Schema]] = attrs.field(factory=dict)

    def add_record(self, name: str, schema: Schema) -> None:
        """One answer's description of a record; related records inside it are collected too."""
        self._add(name, name, schema, "")

    def add_draft(self, record: str, schema: Schema) -> str:
        """One request's description of a record's draft; the draft's name."""
        self.main_drafts.add(record + DRAFT)
        self._add(record + DRAFT, record, schema, DRAFT)
        return record + DRAFT

    def add_body(self, name: str, schema: Schema) -> None:
        """A body that is no draft of a record."""
        self._add(name, name, schema, DRAFT)

    def section(self, owner: str, key: str, schema: Schema) -> Schema:
        """The schema of one section beside the main one of a v1 body."""
        return self._lifted(owner, key, schema, DRAFT)

    def _add(self, name: str, owner: str, schema: Schema, suffix: str) -> None:
        properties = schema.get("properties") or {}
        self.parts[name].append({key: self._lifted(owner, key, value, suffix) for key, value in properties.items()})
        if schema.get("additionalProperties"):
            self.open_ended.add(name)
        if schema.get("required"):
            self.required[name].append(list(schema["required"]))

    def _lifted(self, owner: str, key: str, schema: Schema, suffix: str) -> Schema:
        if schema.get("type") == "array":
            return {**schema, "items": self._lifted(owner, key, schema["items"], suffix)}
        if schema.get("type") != "object":
            return schema
        if not schema.get("properties") or key in FREE_OBJECTS:
            return {**free_object(), **({"nullable": True} if schema.get("nullable") else {})}
        record = child_record(owner, key)
        self._add(record + suffix, record, schema, suffix)
        return ref(record + suffix)

    def records(self) -> dict[str, dict[str, Schema]]:
        """Every record: the union of the answers', with what only requests name and the types they know better."""
        result: dict[str, dict[str, Schema]] = {}
        for name in [name for name in self.parts if not name.endswith(DRAFT)]:
            result[name] = union(self.parts[name])
        for name in [name for name in self.parts if name.endswith(DRAFT)]:
            record = name.removesuffix(DRAFT)
            if record in result:
                _learn(result[record], union(self.parts[name]))
            elif name in self.main_drafts or self._is_read_back(record):
                result[record] = {"id": {"type": "integer"}, **_as_read(union(self.parts[name]))}
        for name, children in self.children.items():
            for key, schema in children.items():
                result[name].setdefault(key, as_read(schema))
        for properties in result.values():
            for secret in SECRETS & set(properties):
                del properties[secret]
        return {name: {k: v for k, v in fields.items() if not v.get("writeOnly")} for name, fields in result.items()}

    def _is_read_back(self, record: str) -> bool:
        return record not in WRITE_ONLY_SECTIONS

    def drafts(self, records: dict[str, dict[str, Schema]]) -> dict[str, Schema]:
        """Every draft: writable fields only, typed by the record where the record knows better."""
        result: dict[str, Schema] = {}
        for name in [name for name in self.parts if name.endswith(DRAFT)]:
            record = name.removesuffix(DRAFT)
            known = records.get(REFINED_BY.get(name, record), {})
            hidden = READ_ONLY.get(record, frozenset()) | (SERVER_SET if name in self.main_drafts else SERVER_SET - {"id"})
            fields = {
                key: refined(schema, known.get(key))
                for key, schema in union(self.parts[name]).items()
                if key not in hidden and not schema.get("readOnly")
            }
            result[name] = self.schema(name, fields)
        return result

    def schema(self, name: str, fields: dict[str, Schema]) -> Schema:
        """An object schema of collected fields; ``required`` is what all pages with a list agree on."""
        lists = self.required.get(name, [])
        agreed = [key for key in (lists[0] if lists else ()) if all(key in one for one in lists) and key in fields]
        return {
            "type": "object",
            **({"required": agreed} if agreed and name.endswith(DRAFT) else {}),
            "properties": fields,
            **({"additionalProperties": True} if name in self.open_ended else {}),
        }


def refined(schema: Schema, known: Schema | None) -> Schema:
    """A draft's field with the type that the record knows, where the request page's came from a sample."""
    if known is None:
        return schema
    if is_open(schema) and schema.get("nullable") and (is_scalar(known) or is_open(known)):
        result = {**known, "nullable": True}
    elif is_scalar(schema) and is_scalar(known):
        result = unify(schema, known)
    else:
        result = schema
    return {key: value for key, value in result.items() if key != "readOnly"}


def _learn(record: dict[str, Schema], draft: dict[str, Schema]) -> None:
    """Take what a record's answers do not say from its drafts, in place: missing fields, labels, formats."""
    lower = {name.lower() for name in record}
    for name, schema in draft.items():
        if name in record:
            if is_scalar(record[name]) and is_scalar(schema):
                record[name] = unify(record[name], {k: v for k, v in schema.items() if k != "readOnly"})
        elif name.lower() not in lower:
            record[name] = as_read(schema)


def as_read(schema: Schema) -> Schema:
    """A draft's field as it comes back: related drafts are related records."""
    if "$ref" in schema:
        return {"$ref": schema["$ref"].removesuffix(DRAFT)}
    if schema.get("type") == "array":
        return {**schema, "items": as_read(schema["items"])}
    return schema


def _as_read(fields: dict[str, Schema]) -> dict[str, Schema]:
    return {name: as_read(schema) for name, schema in fields.items()}
