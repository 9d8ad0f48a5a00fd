"""Collecting what all pages say of each record and of each draft, under one name per thing."""

from __future__ import annotations

from collections import defaultdict

import attrs

from .catalogue import FREE_OBJECTS, KIN, PARENT_IDS, READ_ONLY, SECRETS, SECTIONS, SERVER_SET, WRITE_ONLY_SECTIONS
from .conformance import CONSTRAINTS
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
    plain: set[str] = attrs.field(factory=set)
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
        self.plain.add(name)
        self._add(name, name, schema, DRAFT)

    def section(self, owner: str, key: str, schema: Schema) -> Schema:
        """The schema of one section beside the main one of a v1 body."""
        return self._lifted(owner, SECTIONS.get(key, key), schema, DRAFT)

    def _add(self, name: str, owner: str, schema: Schema, suffix: str) -> None:
        properties = schema.get("properties") or {}
        self.parts[name].append({key: self._lifted(owner, key, value, suffix) for key, value in properties.items()})
        if schema.get("additionalProperties"):
            self.open_ended.add(name)
        if schema.get("required") or (name.endswith(DRAFT) and name not in self.main_drafts):
            self.required[name].append(list(schema.get("required") or ()))

    def _lifted(self, owner: str, key: str, schema: Schema, suffix: str) -> Schema:
        if schema.get("type") == "array":
            return {**schema, "items": self._lifted(owner, key, schema["items"], suffix)}
        if schema.get("type") != "object":
            return schema
        if not schema.get("properties") and not suffix and key[:1].isupper():
            return {}
        if not schema.get("properties") or key in FREE_OBJECTS:
            return {**free_object(), **({"nullable": True} if schema.get("nullable") else {})}
        record = child_record(owner, key)
        self._add(record + suffix, record, schema, suffix)
        return ref(record + suffix)

    def records(self) -> dict[str, dict[str, Schema]]:
        """Every record: the union of the answers', with what only requests name and the types they know better."""
        result = {
            name: union(parts)
            for name, parts in self.parts.items()
            if not name.endswith(DRAFT) and name not in self.plain
        }
        self._take_from_drafts(result)
        for name, children in self.children.items():
            unseen = {key: as_read(schema) for key, schema in children.items() if key not in result[name]}
            result[name] = {**result[name], **unseen}
        for name in [name for name, kin in KIN.items() if name in result and kin in result]:
            result[name] = {key: refined(value, result[KIN[name]].get(key)) for key, value in result[name].items()}
        return {name: _readable(name, fields, result) for name, fields in result.items()}

    def _take_from_drafts(self, records: dict[str, dict[str, Schema]]) -> None:
        for name in [name for name in self.parts if name.endswith(DRAFT)]:
            record = name.removesuffix(DRAFT)
            fields = union(self.parts[name])
            if record in records:
                _learn(records[record], fields)
            elif record not in WRITE_ONLY_SECTIONS:
                read = {key: as_read(value) for key, value in fields.items()}
                records[record] = {"id": {"type": "integer"}, **read}

    def drafts(self, records: dict[str, dict[str, Schema]]) -> dict[str, Schema]:
        """Every draft: writable fields only, typed by the record where the record knows better.

        A child's draft has its ``id``: a PUT replaces the list of an invoice's lines, and keeps a line by its id.
        """
        result: dict[str, Schema] = {}
        for name in [name for name in self.parts if name.endswith(DRAFT)]:
            record = name.removesuffix(DRAFT)
            known = {**records.get(KIN.get(record, record), {}), **records.get(record, {})}
            server_set = SERVER_SET if name in self.main_drafts else (SERVER_SET - {"id"}) | PARENT_IDS
            hidden = READ_ONLY.get(record, frozenset()) | server_set
            fields = {
                key: refined(schema, without_limits(known.get(key)))
                for key, schema in union(self.parts[name]).items()
                if key not in hidden and not schema.get("readOnly")
            }
            if name not in self.main_drafts and any("id" in part for part in self.parts.get(record, ())):
                fields = {"id": {"type": "integer"}, **fields}
            result[name] = self.schema(name, fields)
        for name in sorted(self.plain):
            result[name] = self.schema(name, union(self.parts[name]))
        return result

    def schema(self, name: str, fields: dict[str, Schema]) -> Schema:
        """An object schema of collected fields; ``required`` is what all pages with a list agree on."""
        lists = self.required.get(name, [])
        agreed = [key for key in (lists[0] if lists else ()) if all(key in one for one in lists) and key in fields]
        return {
            "type": "object",
            **({"required": agreed} if agreed and (name.endswith(DRAFT) or name in self.plain) else {}),
            "properties": fields,
            **({"additionalProperties": True} if name in self.open_ended else {}),
        }


def without_limits(schema: Schema | None) -> Schema | None:
    """A field without limits on what may be sent: an answer's limits bind nobody."""
    return None if schema is None else {key: value for key, value in schema.items() if key not in CONSTRAINTS}


def refined(schema: Schema, known: Schema | None) -> Schema:
    """A field with the type that another description knows, where its own came from a sample."""
    if known is None:
        return schema
    if is_open(schema) and schema.get("nullable") and (is_scalar(known) or is_open(known)):
        result = {**known, "nullable": True}
    elif is_scalar(schema) and is_scalar(known):
        result = unify(schema, known)
    else:
        return schema
    return {key: value for key, value in result.items() if key != "readOnly" or "readOnly" in schema}


def _learn(record: dict[str, Schema], draft: dict[str, Schema]) -> None:
    """Take what a record's answers do not say from its drafts, in place: missing fields, labels, formats."""
    lower = {name.lower() for name in record}
    for name, schema in draft.items():
        if name in record:
            record[name] = refined(record[name], schema)
            if name not in SERVER_SET and "readOnly" not in schema:
                record[name] = {key: value for key, value in record[name].items() if key != "readOnly"}
        elif name.lower() not in lower:
            record[name] = as_read(schema)


def as_read(schema: Schema) -> Schema:
    """A draft's field as it comes back: related drafts are related records."""
    if "$ref" in schema:
        return {"$ref": schema["$ref"].removesuffix(DRAFT)}
    if schema.get("type") == "array":
        return {**schema, "items": as_read(schema["items"])}
    return schema


def _readable(name: str, fields: dict[str, Schema], records: dict[str, dict[str, Schema]]) -> dict[str, Schema]:
    return {
        key: _related(name, key, {one: part for one, part in value.items() if one not in CONSTRAINTS}, records)
        for key, value in fields.items()
        if key not in SECRETS and not value.get("writeOnly")
    }


def _related(owner: str, key: str, schema: Schema, records: dict[str, dict[str, Schema]]) -> Schema:
    """A relation that its page leaves open, as the record that other pages show under that key."""
    if schema.get("type") == "array":
        items = _related(owner, key, schema["items"], records)
        return schema if items is schema["items"] else {**schema, "items": items}
    left_open = (schema == {} and key[:1].isupper()) or schema == free_object()
    name = child_record(owner, key)
    return ref(name) if left_open and name in records and key not in FREE_OBJECTS else schema
