"""Named enums: one component per set of values, referred to by every field that takes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ..report import Report
from ..words import constant_name
from .catalogue import FILTERS
from .endpoint import Schema
from .naming import enum_name
from .schemas import ref, unify_enums

FORMER = "x-daftra-former-names"
_KEYS = ("type", "enum", "x-enum-labels")


@attrs.define
class Enums:
    """Enums by name, united over all fields that share the name. ``locked`` holds the names that are public."""

    locked: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    schemas: dict[str, Schema] = attrs.field(factory=dict)

    def lift(self, owner: str, field: str, schema: Schema) -> Schema:
        """The field with its values moved to a named component; a field without values stays as it is."""
        if schema.get("type") == "array":
            items = self.lift(owner, field, schema["items"])
            return schema if items is schema["items"] else {**schema, "items": items}
        if "enum" not in schema:
            return schema
        name = enum_name(owner, field)
        values = {key: schema[key] for key in _KEYS}
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

    def shared(self, aliases: Mapping[str, str]) -> dict[str, str]:
        """Name → the name it goes by: its locked alias, itself where it is locked, else the first with the same values.

        The first is the shortest, then the alphabetically first. Values of an alias come to the enum it stands for.
        """
        result: dict[str, str] = {}
        first: dict[str, str] = {}
        for name in sorted(self.schemas, key=lambda one: (len(one), one)):
            alias = aliases.get(name)
            if alias is not None:
                result[name] = alias
                known = self.schemas.get(alias)
                self.schemas[alias] = unify_enums(known, self.schemas[name]) if known else self.schemas[name]
        for name in sorted(self.schemas, key=lambda one: (one not in self.locked, len(one), one)):
            if name not in result:
                same = first.setdefault(repr(self.schemas[name]), name)
                result[name] = name if name in self.locked else same
        return result


def with_member_names(
    name: str, schema: Schema, locked: Mapping[str, str], report: Report
) -> tuple[Schema, dict[str, str]]:
    """An enum with the names of its members, and those names by value.

    Locked names stay; a new value is named by its label if that is a few words of Latin letters. Another one has no
    name until a person gives it one: it is a doubt, and the enum goes without it.
    """
    names: dict[str, str] = {}
    taken = set(locked.values())
    taken_by = {member: value for value, member in locked.items()}
    labels = {
        str(value): label if label != value else str(label).replace("_", " ").capitalize()
        for value, label in zip(schema["enum"], schema["x-enum-labels"], strict=True)
    }
    for value, label in labels.items():
        if value in locked:
            names[value] = locked[value]
            other = taken_by.get(constant_name(str(label)) or "")
            if other is not None and other != value and labels.get(other) != label:
                report.doubt(
                    f"{name}: the value {value} is labelled {label!r:.80} now, which is what {other} is called: "
                    "settle their names in specs/names.yaml"
                )
            continue
        made = constant_name(label)
        if made is None:
            report.doubt(f"{name}: the value {value} has no name ({label!r:.80}): name it in specs/names.yaml")
            continue
        while made in taken or made in names.values():
            made = f"{made}_{value.replace('-', 'MINUS_')}" if not made.endswith(value) else f"{made}_"
        names[value] = made
    kept = [value for value in schema["enum"] if str(value) in names]
    rest = {key: value for key, value in schema.items() if key not in {"enum", "x-enum-varnames", "x-enum-labels"}}
    named: Schema = {
        **rest,
        "enum": kept,
        "x-enum-varnames": [names[str(value)] for value in kept],
        "x-enum-labels": [labels[str(value)] for value in kept],
    }
    return named, names


def with_former_names(schema: Schema, former: Mapping[str, str]) -> Schema:
    """The enum with the names that its members had before."""
    kept = {old: now for old, now in former.items() if now in schema["x-enum-varnames"]}
    return {**schema, FORMER: kept} if kept else schema


def with_siblings(reference: Schema, siblings: Schema) -> Schema:
    """A reference with a description or ``nullable`` beside it, which OpenAPI 3.0 allows only around an ``allOf``."""
    return {"allOf": [reference], **siblings} if siblings else reference


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """The document with references to ``names``' keys turned to their values."""
    if isinstance(value, dict):
        target = value.get("$ref")
        if isinstance(target, str):
            head, _, name = target.rpartition("/")
            return {**value, "$ref": f"{head}/{names.get(name, name)}"}
        return {key: renamed(item, names) for key, item in value.items()}
    return [renamed(item, names) for item in value] if isinstance(value, list) else value
