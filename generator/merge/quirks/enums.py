"""Values and their labels: flags among them, missing values, positions, names made of labels."""

from __future__ import annotations

import re
from typing import Any

from ..endpoint import Place, Schema

_INTEGER = re.compile(r"^-?\d{1,18}$")
_NOTHING = frozenset({"", "null", "''", "(empty)"})
_SWITCH = ({"0": "inactive", "1": "active"}, {"0": "not repeated", "1": "repeated"}, {"0": "not draft", "1": "draft"})


def flag_as_enum(schema: Schema, place: Place) -> Schema:
    """An enum of 0 and 1 that only switches something on or off is a boolean, and a boolean needs no labels."""
    del place
    labels = schema.get("x-labels")
    values = schema.get("enum")
    if labels is None and values is None:
        return schema
    switch = schema.get("type") == "boolean" or (
        labels is not None
        and {key: label.lower() for key, label in labels.items()} in _SWITCH
        and values in ([0, 1], None)
    )
    if not switch:
        return schema
    return {"type": "boolean", **{k: v for k, v in schema.items() if k not in {"type", "enum", "x-labels", "default"}}}


def labels_of_positions(schema: Schema, place: Place) -> Schema:
    """Labels beside an array: of its positions where they count from 0 on texts, else of its items' values."""
    del place
    labels = schema.get("x-labels")
    if schema.get("type") != "array" or labels is None:
        return schema
    items = schema.get("items") or {}
    rest = {key: value for key, value in schema.items() if key not in {"x-labels", "items"}}
    if items.get("type") in {None, "string"} and list(labels) == [str(place) for place in range(len(labels))]:
        return {**rest, "items": {}}
    return {**rest, "items": {**items, "x-labels": {**labels, **items.get("x-labels", {})}}}


def nothing_among_values(schema: Schema, place: Place) -> Schema:
    """``null => Unpaid``, ``'' => Auto``, ``(empty)``: the missing value, so ``nullable``; 0's label if 0 has none."""
    del place
    labels = schema.get("x-labels") or {}
    nothing = [key for key in labels if key in _NOTHING]
    combined = [
        key for key in labels if "/" in key and all(part in _NOTHING or _INTEGER.match(part) for part in key.split("/"))
    ]
    if not nothing and not combined:
        return schema
    kept: dict[str, str] = {}
    for key, label in labels.items():
        for part in key.split("/") if key in combined else [key]:
            if part not in _NOTHING:
                kept.setdefault(part, label)
    if nothing and "0" not in kept and schema.get("type") == "integer":
        kept = {"0": labels[nothing[0]], **kept}
    return {**schema, "x-labels": kept, "nullable": True}


def text_digits_in_enum(schema: Schema, place: Place) -> Schema:
    """``enum: ['0', '1']``, or labels of numbers, on a string: the values are numbers that v1 sends as text."""
    del place
    values = schema.get("enum") or list(schema.get("x-labels") or ())
    digits = [value for value in values if value is not None and str(value) not in _NOTHING]
    if (
        schema.get("type") != "string"
        or not digits
        or not all(isinstance(value, str) and _INTEGER.match(value) for value in digits)
    ):
        return schema
    rest = {key: value for key, value in schema.items() if key not in {"type", "enum", "format"}}
    given = {"enum": [int(value) for value in digits]} if schema.get("enum") else {}
    return {"type": "integer", **given, **rest}


def mixed_enum_values(schema: Schema, place: Place) -> Schema:
    """Enum values of several types, or of another type than declared, or twice: one type, each value once.

    Without a declared type it is the values' own; what does not fit the type is no value of it.
    """
    del place
    values = schema.get("enum")
    if values is None:
        return schema
    kind = schema.get("type") or _type_of(values)
    nullable = {"nullable": True} if any(value is None for value in values) else {}
    wanted: list[Any] = []
    for value in values:
        converted = _as(kind, value) if value is not None and value != "" else None
        if converted is not None and converted not in wanted:
            wanted.append(converted)
    if wanted == values and "type" in schema:
        return schema
    rest = {key: value for key, value in schema.items() if key != "enum"}
    return {**({"type": kind} if kind else {}), **rest, **({"enum": wanted} if wanted else {}), **nullable}


def _type_of(values: list[Any]) -> str | None:
    known = [value for value in values if value is not None]
    if known and all(_as("integer", value) is not None for value in known):
        return "integer"
    return "string" if known and all(isinstance(value, str) for value in known) else None


def _as(kind: Any, value: Any) -> Any:
    if kind == "integer":
        return int(value) if _INTEGER.match(str(value)) and not isinstance(value, bool) else None
    return str(value) if kind == "string" else None


def template_among_values(schema: Schema, place: Place) -> Schema:
    """``le_workflow-type-entity-{{workflow_id}}`` as a value stands for many: the field is open text."""
    del place
    values = [*(schema.get("enum") or ()), *(schema.get("x-labels") or ())]
    if not any(isinstance(value, str) and "{{" in value for value in values):
        return schema
    return {key: value for key, value in schema.items() if key not in {"enum", "x-labels", "default"}}


MISSPELT = {"failded": "failed"}


def misspelt_label(schema: Schema, place: Place) -> Schema:
    """``failded``: labels become names, so their misspellings end here."""
    del place
    labels = schema.get("x-labels")
    if not labels or not any(label in MISSPELT for label in labels.values()):
        return schema
    return {**schema, "x-labels": {value: MISSPELT.get(label, label) for value, label in labels.items()}}


def labelled_values(schema: Schema, place: Place) -> Schema:
    """Labels name the values: ``enum`` and ``x-enum-labels`` of one length.

    Labels of something that is neither a number nor a text name nothing.
    """
    del place
    labels = schema.get("x-labels")
    values = schema.get("enum")
    if labels is None and values is None:
        return schema
    if schema.get("type") not in {"integer", "string"}:
        return {key: value for key, value in schema.items() if key not in {"x-labels", "enum"}}
    keys = [_as(schema["type"], key) for key in labels] if labels else []
    ordered = list(dict.fromkeys([*(values or ()), *(key for key in keys if key is not None)]))
    if not ordered:
        return {key: value for key, value in schema.items() if key not in {"x-labels", "enum"}}
    if schema["type"] == "integer":
        ordered = sorted(ordered, key=lambda value: (value < 0, abs(value)))
    shown = [str((labels or {}).get(str(value), value)) for value in ordered]
    rest = {key: value for key, value in schema.items() if key not in {"x-labels", "enum"}}
    return {**rest, "enum": ordered, "x-enum-labels": shown}
