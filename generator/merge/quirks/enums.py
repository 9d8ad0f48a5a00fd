"""Enum values written as prose: ``0 => Invoice``, ``'' => Auto``, ``CLIENT => 1``, labels beside bare values."""

from __future__ import annotations

import re
from typing import Any

from ..endpoint import Place, Schema

_ARROW = re.compile(r"^\s*(?P<left>.*?)\s*=>\s*(?P<right>.*?)\s*$", re.DOTALL)
_INTEGER = re.compile(r"^-?\d{1,18}$")
_NOTHING = frozenset({"", "null", "''", "(empty)"})
_SWITCH = ({"0": "inactive", "1": "active"}, {"0": "not repeated", "1": "repeated"}, {"0": "not draft", "1": "draft"})


def apidog_enum(schema: Schema, place: Place) -> Schema:
    """``x-apidog-enum`` gives value, name and description of each value: they become labels."""
    if "x-apidog-enum" not in schema:
        return schema
    entries = schema["x-apidog-enum"]
    if not isinstance(entries, list) or not all(isinstance(entry, dict) and "value" in entry for entry in entries):
        raise (place / "x-apidog-enum").refuse(
            "x-apidog-enum in an unknown form", "a list of {value, name, description}"
        )
    labels = {
        str(entry["value"]): str(entry.get("name") or entry.get("description") or entry["value"]) for entry in entries
    }
    rest = {key: value for key, value in schema.items() if key != "x-apidog-enum"}
    return {**rest, "enum": rest.get("enum") or [entry["value"] for entry in entries], "x-labels": labels}


def arrows_in_enum(schema: Schema, place: Place) -> Schema:
    """``0 => Invoice``, ``1=>Open``, ``2 => 'Individual'``, ``CLIENT => 1``: value and label in one text."""
    values = schema.get("enum")
    if not values or not any(isinstance(value, str) and "=>" in value for value in values):
        return schema
    labels: dict[str, str] = {}
    for number, value in enumerate(values):
        match = _ARROW.match(value) if isinstance(value, str) else None
        if match is None:
            if schema.get("type") == "integer" and isinstance(value, str) and not _INTEGER.match(value):
                continue
            labels.setdefault(str(value), str(value))
            continue
        left, right = _bare(match.group("left")), _bare(match.group("right"))
        if _INTEGER.match(right) and not _INTEGER.match(left) and left not in _NOTHING:
            left, right = right, left.replace("_", " ").title()
        if schema.get("type") == "integer" and left not in _NOTHING and not _INTEGER.match(left):
            raise (place / "enum" / number).refuse(
                f"the enum value {value!r} is in no known form", "teach generator/merge/quirks/enums.py this form"
            )
        labels.setdefault(left, right)
    rest = {key: value for key, value in schema.items() if key not in {"enum", "x-labels"}}
    return {**rest, "x-labels": {**labels, **schema.get("x-labels", {})}}


def _bare(text: str) -> str:
    stripped = text.strip()
    while len(stripped) >= 2 and stripped[0] == stripped[-1] and stripped[0] in "'\"":
        stripped = stripped[1:-1].strip()
    return stripped


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
    """Labels on an array tell what each position means: they are no values."""
    del place
    if schema.get("type") != "array" or "x-labels" not in schema:
        return schema
    rest = {key: value for key, value in schema.items() if key not in {"x-labels", "items"}}
    return {**rest, "items": {}}


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
    """``enum: ['0', '1']`` on a string: the values are numbers that v1 sends as text."""
    del place
    values = schema.get("enum")
    if (
        schema.get("type") != "string"
        or not values
        or not all(isinstance(v, str) and _INTEGER.match(v) for v in values)
    ):
        return schema
    return {**schema, "type": "integer", "enum": [int(value) for value in values]}


def mixed_enum_values(schema: Schema, place: Place) -> Schema:
    """Enum values of several types, or of another type than declared, or twice: one type, each value once."""
    values = schema.get("enum")
    if values is None:
        return schema
    nullable = any(value is None for value in values)
    wanted: list[Any] = []
    for number, value in enumerate(value for value in values if value is not None and value != ""):
        converted = _as(schema.get("type"), value)
        if converted is None:
            raise (place / "enum" / number).refuse(
                f"the enum value {value!r} does not fit type {schema.get('type')!r}", "correct the type or the value"
            )
        if converted not in wanted:
            wanted.append(converted)
    if wanted == values:
        return schema
    return {**schema, "enum": wanted, **({"nullable": True} if nullable else {})}


def _as(kind: Any, value: Any) -> Any:
    if kind == "integer":
        return int(value) if _INTEGER.match(str(value)) and not isinstance(value, bool) else None
    return str(value) if kind == "string" else None


def template_among_values(schema: Schema, place: Place) -> Schema:
    """``le_workflow-type-entity-{{workflow_id}}`` as a value stands for many: the field is open text."""
    del place
    if not any(isinstance(value, str) and "{{" in value for value in schema.get("enum") or ()):
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
    """Labels name the values: ``enum``, ``x-enum-varnames`` and ``x-enum-labels`` of one length."""
    labels = schema.get("x-labels")
    values = schema.get("enum")
    if labels is None and values is None:
        return schema
    if schema.get("type") not in {"integer", "string"}:
        raise place.refuse(f"values of type {schema.get('type')!r} cannot be named", "give the field its type")
    keys = [_as(schema["type"], key) for key in labels] if labels else []
    if any(key is None for key in keys):
        raise (place / "x-labels").refuse("a label of a value that does not fit the type", "correct the label's key")
    ordered = list(dict.fromkeys([*(values or ()), *keys]))
    if schema["type"] == "integer":
        ordered = sorted(ordered, key=lambda value: (value < 0, abs(value)))
    shown = [str((labels or {}).get(str(value), value)) for value in ordered]
    rest = {key: value for key, value in schema.items() if key not in {"x-labels", "enum"}}
    return {**rest, "enum": ordered, "x-enum-varnames": variable_names(ordered, shown), "x-enum-labels": shown}


def variable_names(values: list[Any], labels: list[str]) -> list[str]:
    """UPPER_SNAKE names of labels, made unique by their value."""
    names: list[str] = []
    for value, label in zip(values, labels, strict=True):
        name = re.sub(r"[^A-Z0-9]+", "_", label.replace("'", "").upper()).strip("_")
        if not name or name[0].isdigit():
            name = f"VALUE_{str(value).replace('-', 'MINUS_')}"
        if name in names:
            name = f"{name}_{str(value).replace('-', 'MINUS_')}"
        while name in names:
            name += "_"
        names.append(name)
    return names
