"""What the shell's TAB offers. Each function is asked by typer with what was typed so far; it answers whole words."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from .._wire.shape import Field
    from .calls import BoundOperation

Offer = tuple[str, str]
"""A word and what it means."""

_OPERATION_OF = {"list": "list", "export": "list", "get": "get", "edit": "update", "submit": "create"}
"""Which operation of a resource a command is about."""


def resources(ctx: typer.Context, incomplete: str) -> list[str]:
    """The resources that the command can be used for."""
    from .._generated.operations import OPERATIONS

    wanted = _OPERATION_OF.get(ctx.info_name or "")
    return sorted({each.resource for each in OPERATIONS if wanted in (None, each.name)})


def operations(incomplete: str) -> list[str]:
    """Every operation by its whole name."""
    from .._generated.operations import OPERATIONS

    return [each.id for each in OPERATIONS]


def paths(incomplete: str) -> list[str]:
    """The documented paths."""
    from .._generated.operations import OPERATIONS

    return sorted({each.base + each.path for each in OPERATIONS})


def pairs(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """``NAME=`` for each parameter and field, and the values of a name that has a few."""
    call = _call(ctx)
    if call is None:
        return []
    name, equals, value = incomplete.partition("=")
    known = {known: field for known, field, _ in _takes(call)}
    if equals:
        return [(f"{name}={offer}", meaning) for offer, meaning in _values(known.get(name), value)]
    given = {text.partition("=")[0] for text in ctx.params.get("pairs") or ()}
    return [
        (f"{known}=", meaning)
        for known, field, meaning in _takes(call)
        if known not in given or field.kind == "list" or "." in known
    ]


def fields(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """The names of the record's fields, behind those that were typed already."""
    from .._attribute_docs import attribute_docs
    from .._wire.shape import shape

    call = _call(ctx)
    if call is None or call.result is None:
        return []
    before, comma, _ = incomplete.rpartition(",")
    meanings = attribute_docs(call.result)
    offers: list[Offer] = []
    for field in shape(call.result):
        offers.append((field.attribute, meanings.get(field.attribute, "")))
        if field.kind in ("record", "records"):
            of_related = attribute_docs(field.type)
            offers += [
                (f"{field.attribute}.{inner.attribute}", of_related.get(inner.attribute, ""))
                for inner in shape(field.type)
            ]
    return [(before + comma + name, meaning) for name, meaning in offers]


def profiles(incomplete: str) -> list[str]:
    """The profiles that there are."""
    from .exits import Refusal
    from .profiles import config_path, load

    try:
        return sorted(load(config_path()).profiles)
    except (Refusal, OSError):
        return []


def methods(incomplete: str) -> list[str]:
    """The methods that the API has."""
    return ["GET", "POST", "PUT", "DELETE"]


def keys(ctx: typer.Context, incomplete: str) -> list[str]:
    """The fields that can carry the key of the drafts that are submitted."""
    from .bulk_plan import key_fields
    from .exits import Refusal

    resource = ctx.params.get("resource") or "invoices"
    try:
        fields = [*key_fields(resource)]
    except Refusal:
        return []
    return [*fields, "custom:"] if resource == "invoices" else fields


def switches(incomplete: str) -> list[str]:
    """The emulator's switches, and the values of one that has a few."""
    from ..emulator.switch_help import switch_choices

    name, equals, _ = incomplete.partition("=")
    choices = switch_choices()
    return [f"{name}={value}" for value in choices.get(name, ())] if equals else [f"{each}=" for each in choices]


def _call(ctx: typer.Context) -> BoundOperation | None:
    """The operation that the words before are about."""
    from .calls import find_by_id, find_call
    from .exits import Refusal

    command = ctx.info_name or ""
    named = ctx.params.get("operation" if command == "run" else "resource") or _first_word_after(command)
    try:
        return find_by_id(named) if command == "run" else find_call(named, _OPERATION_OF.get(command, ""))
    except Refusal:
        return None


def _first_word_after(command: str) -> str:
    """What stands behind the command: nothing is parsed of a line that ends in an option without its value."""
    words = iter(os.environ.get("_TYPER_COMPLETE_ARGS", "").split())
    return next((word for word in words if word == command), "") and next(words, "")


def _takes(call: BoundOperation) -> Iterator[tuple[str, Field, str]]:
    """The parameters of an operation, the fields of its draft and those of the draft's lines, with their meanings."""
    from .calls import meaning_of
    from .fields import field_rows

    for name, field in call.parameters.items():
        yield name, field, meaning_of(call.help, name)
    if call.draft is not None:
        yield from ((row.name, row.field, row.meaning) for row in field_rows(call.draft))


def _values(field: Field | None, typed: str) -> Iterable[Offer]:
    """The values of a field that has a few; behind those that were typed already, for a list of them."""
    if field is None:
        return []
    if field.kind == "list":
        before, comma, last = typed.rpartition(",")
        return [(before + comma + value, meaning) for value, meaning in _values(field.type, last)]
    if field.kind == "bool":
        return [("yes", ""), ("no", "")]
    return [(_word(member), str(member.label)) for member in field.type] if field.kind == "enum" else []


def _word(member: Any) -> str:
    return str(member.name).lower()
