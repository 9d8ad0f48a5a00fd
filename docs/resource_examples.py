"""An example for each resource, made of what the document says of its operations: list, get and create where there are.

Every example runs against the emulator in ``tests/docs``.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from daftra_async import OPERATIONS, ApiKey, Daftra, models
from daftra_async._wire.draft import Draft
from daftra_async._wire.shape import Field, is_model, shape
from daftra_async.cli.calls import BoundOperation, describe
from daftra_async.cli.fields import fields_of, required
from daftra_async.cli.table import TELLING
from daftra_async.cli.wording import singular

_UNSETTLED = frozenset({"entities", "workflow"})
"""Resources of which nobody can say in general what creates a record: the documented body and the documented record
contradict each other, or each entity has its own."""

_FIRST = {"purchase_orders": "6"}
"""The id of the first record where none is listed, and other documents of the same table come before it."""

_MOST_TOLD = 4
_WIDTH = 110
_WORDS = {
    "entity": "invoice",
    "model": "clients",
    "code": "100",
    "type": "invoice",
    "email": "amina@example.com",
    "currency_code": "EGP",
    "country_code": "EG",
}
_AMOUNTS = {"unit_price": "12.50", "quantity": "3"}
_OWNERS = ("client_id", "supplier_id")
_KNOWN_BY = ("business_name", "name", "title", "item", "description", "body", "notes", "date")
_OF_A_LINE = ("item", "unit_price", "quantity", "product_id", "amount", "journal_account_id", "debit", "credit")


def example(resource: str) -> str:
    """The Python of a resource's example; empty for one without an operation that an example can show."""
    calls = {call.operation.name: call for call in map(describe, _operations(resource))}
    thing = singular(resource).replace(" ", "_")
    parts = []
    if "list" in calls:
        parts.append("\n".join(_listing(calls["list"], thing)))
    found = calls.get("get") or next((call for call in calls.values() if call.operation.kind == "get"), None)
    if found is not None:
        parts.append(_getting(found, thing, listed="list" in calls))
    if "create" in calls and calls["create"].draft is not None and resource not in _UNSETTLED:
        parts.append(_creating(calls["create"]))
    return "\n\n".join(_imports(parts)) + "\n" if parts else ""


def _operations(resource: str) -> Iterator[Any]:
    return (operation for operation in OPERATIONS if operation.resource == resource)


def _imports(parts: Sequence[str]) -> Iterator[str]:
    lines = []
    if any("Decimal(" in part for part in parts):
        lines.append("from decimal import Decimal\n")
    names = sorted(set(re.findall(r"\b[A-Z]\w+Draft\b", "\n".join(parts))))
    if names:
        lines.append(f"from daftra_async.models import {', '.join(names)}")
    if lines:
        yield "\n".join(lines)
    yield from parts


def _listing(call: BoundOperation, thing: str) -> Iterator[str]:
    yield f"page = await {_call(call, {})}"
    yield "print(page.total)"
    yield f"for {thing} in page.items:"
    told = ", ".join(f"{thing}.{name}" for name in _telling(call)) or thing
    yield f"    print({told})"


def _telling(call: BoundOperation) -> list[str]:
    """The attributes that tell a row from its neighbours."""
    model = _row(call)
    if model is None:
        return []
    attributes = {field.name: field.attribute for field in shape(model)}
    return [attributes[name] for name in TELLING if name in attributes][:_MOST_TOLD]


def _row(call: BoundOperation) -> type[Any] | None:
    with_names = Daftra("example", auth=ApiKey("none"))
    method = getattr(getattr(with_names, call.operation.resource), call.operation.name)
    found = re.search(r"\[(\w+)\]", str(inspect.signature(method).return_annotation))
    model = getattr(models, found[1], None) if found else None
    return model if isinstance(model, type) and is_model(model) else None


def _getting(call: BoundOperation, thing: str, *, listed: bool) -> str:
    first = _FIRST.get(call.operation.resource)
    known = {"id": "page.items[0].id"} if listed else {"id": first} if first else {}
    return f"{thing} = await {_call(call, known)}\nprint({thing})"


def _creating(call: BoundOperation) -> str:
    name, given = _draft(call.draft) if call.draft is not None else ("", [])
    draft = f"{name}({', '.join(given)})"
    line = f"created = await {_call(call, {call.body or '': draft})}"
    if len(line) > _WIDTH:
        rows = "".join(f"    {each},\n" for each in given)
        line = f"draft = {name}(\n{rows})\ncreated = await {_call(call, {call.body or '': 'draft'})}"
    return f"{line}\nprint(created.id)"


def _call(call: BoundOperation, known: Mapping[str, str]) -> str:
    """The call with its required arguments: those of ``known`` as they are written there."""
    values = {name: known.get(name) or _value(call.parameters[name]) for name in call.required}
    given = [value if name in call.positional else f"{name}={value}" for name, value in values.items()]
    return f"daftra.{call.operation.id}({', '.join(given)})"


def _draft(draft: type[Draft], *, line: bool = False) -> tuple[str, list[str]]:
    """The draft's class and arguments: what it cannot do without, whom it belongs to, and something to know it by."""
    fields = fields_of(draft)
    names = list(required(draft))
    names += [name for name in _OWNERS if name in fields and name not in names and not line]
    if line:
        names += [name for name in _OF_A_LINE if name in fields and name not in names][:3]
    elif not any(fields[name].kind == "text" for name in names):
        names += [name for name in _KNOWN_BY if name in fields and name not in names][:1]
        names = names or list(fields)[:2]
    if "items" in fields and "items" not in names:
        names.append("items")
    kind = draft.__name__.removesuffix("Draft").lower()
    return draft.__name__, [f"{name}={_value(fields[name], kind=kind)}" for name in names]


def _written(draft: type[Draft], *, line: bool = False) -> str:
    name, given = _draft(draft, line=line)
    return f"{name}({', '.join(given)})"


def _value(field: Field, *, kind: str = "") -> str:
    """A value that fits the field, as Python writes it. ``kind`` is the name of an enum's member to be preferred."""
    match field.kind:
        case "int":
            return "1"
        case "decimal":
            return f'Decimal("{_AMOUNTS.get(field.name, "10.00")}")'
        case "bool":
            return "True"
        case "date":
            return '"2026-09-25"'
        case "datetime":
            return '"2026-09-25 14:30:00"'
        case "enum":
            members = {member.name.replace("_", "").lower(): member for member in field.type}
            return json.dumps(members.get(kind, next(iter(field.type))).value)
        case "record":
            return _written(field.type)
        case "records":
            return f"[{_written(field.type, line=True)}]"
        case "list":
            return f"[{_value(field.type)}]"
        case "text":
            return f'"{_WORDS.get(field.name, "Example")}"'
        case _:
            return "{}"
