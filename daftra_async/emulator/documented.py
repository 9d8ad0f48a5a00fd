"""The documented API as the generator condenses it for the emulator, read once per process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from .. import _generated
from .schema import DocumentedCall, DraftShape, Field, FieldKind, Schema, Shape


@cache
def documented_schema() -> Schema:
    """Every documented call, record and draft."""
    return read_schema(msgspec.json.decode(files(_generated).joinpath("documented.json").read_bytes()))


def read_schema(data: Mapping[str, Any]) -> Schema:
    """The schema that the condensed document describes."""
    shapes = {
        name: Shape(name, {key: _field(key, kind) for key, kind in fields.items()})
        for name, fields in data["shapes"].items()
    }
    drafts = {name: _draft(draft) for name, draft in data["drafts"].items()}
    return Schema(tuple(_call(call, shapes, drafts) for call in data["calls"]), shapes)


def _field(name: str, kind: str) -> Field:
    plain, _, target = kind.partition(":")
    field_kind: FieldKind = plain  # type: ignore[assignment]
    return Field(name, field_kind, target or None)


def _draft(draft: Mapping[str, Any]) -> DraftShape:
    sections = {name: frozenset(fields) for name, fields in draft["sections"].items()}
    return DraftShape(frozenset(draft["fields"]), frozenset(draft["required"]), sections)


def _call(call: Mapping[str, Any], shapes: Mapping[str, Shape], drafts: Mapping[str, DraftShape]) -> DocumentedCall:
    return DocumentedCall(
        method=call["method"],
        path=call["path"],
        resource=call["resource"],
        name=call["name"],
        kind=call["kind"],
        model_key=call["model_key"],
        record=shapes.get(call["record"] or ""),
        draft=drafts.get(call["body"] or ""),
        parameters=frozenset(call["parameters"]),
    )
