"""Named enums: one component per set of values, referred to by every field that takes them."""

from __future__ import annotations

from typing import Any

import attrs

from .catalogue import FILTERS
from .endpoint import Schema
from .naming import enum_name
from .schemas import ref, unify_enums

_ENUM_KEYS = ("type", "enum", "x-enum-varnames", "x-enum-labels")


@attrs.define
class Enums:
    """Enums by name, united over all fields that share the name."""

    schemas: dict[str, Schema] = attrs.field(factory=dict)

    def lift(self, owner: str, field: str, schema: Schema) -> Schema:
        """The field with its values moved to a named component; a field without values stays as it is."""
        if schema.get("type") == "array":
            items = self.lift(owner, field, schema["items"])
            return schema if items is schema["items"] else {**schema, "items": items}
        if "enum" not in schema:
            return schema
        name = enum_name(owner, field)
        values = {key: schema[key] for key in _ENUM_KEYS}
        self.schemas[name] = unify_enums(self.schemas[name], values) if name in self.schemas else values
        siblings: Schema = {
            key: schema[key] for key in ("description", "nullable", "readOnly", "deprecated") if key in schema
        }
        return with_siblings(ref(name), siblings)

    def take_filtered_values(self) -> None:
        """A list's filter takes the values of the field it filters on, beside its own."""
        for name, field in FILTERS.items():
            if name in self.schemas and field in self.schemas:
                self.schemas[name] = unify_enums(self.schemas[name], self.schemas[field])

    def shared(self) -> dict[str, str]:
        """Name → the first name (shortest, then alphabetical) with exactly the same values and labels."""
        first: dict[str, str] = {}
        result: dict[str, str] = {}
        for name in sorted(self.schemas, key=lambda one: (len(one), one)):
            result[name] = first.setdefault(repr(self.schemas[name]), name)
        return result


def with_siblings(reference: Schema, siblings: Schema) -> Schema:
    """A reference with a description or ``nullable`` beside it, which OpenAPI 3.0 allows only around an ``allOf``."""
    return {"allOf": [reference], **siblings} if siblings else reference


def renamed(value: Any, names: dict[str, str]) -> Any:
    """The document with references to ``names``' keys turned to their values."""
    if isinstance(value, dict):
        target = value.get("$ref")
        if isinstance(target, str):
            head, _, name = target.rpartition("/")
            return {**value, "$ref": f"{head}/{names.get(name, name)}"}
        return {key: renamed(item, names) for key, item in value.items()}
    return [renamed(item, names) for item in value] if isinstance(value, list) else value
