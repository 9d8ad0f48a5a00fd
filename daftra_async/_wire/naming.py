"""Relations under the names of the v2 API, read into the models' own.

v1 and the models name a relation after its class (``InvoiceItem``), v2 in snake case (``invoice_item``). An answer of
v2 is renamed once, before it is decoded, so that every way of decoding reads both; an answer of v1 is left alone. What
was sent stays what ``raw``, ``unknown`` and ``json()`` show.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import attrs
import msgspec

from .messages import Response
from .shape import Field, relations, shape
from .source import View
from .text import NotJson, parse
from .wrapper import carries_nothing

_V1 = "/api2"
_AROUND = ("payload", "data")
"""The keys of v2's envelopes that lead to its records."""

_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "Client": ("invoice_client",),
    "InvoicePayment": ("payment",),
}
"""Names that the rule does not give. Source: the page of the v2 invoice (32868805) and BEHAVIOUR.md, section 2."""


@cache
def v2_names(relation: str) -> tuple[str, ...]:
    """What v2 calls a relation: ``InvoiceItem`` is ``invoice_item`` or its plural, ``Client`` is ``clients``, too.

    The documented v2 pages use both numbers (``store`` beside ``work_orders``), so either is understood.
    """
    name = _CAPITAL.sub("_", relation).lower()
    return name, _plural(name), *_OTHER_NAMES.get(relation, ())


_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def _plural(name: str) -> str:
    if name.endswith("y"):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x")) else f"{name}s"


def in_model_names(response: Response, model: type[msgspec.Struct]) -> Response:
    """The answer with the relations of its records under the names that the model knows; itself where it has none."""
    if response.operation.base == _V1 or not _concerned(model):
        return response
    try:
        renamed = _answer(response.body.removeprefix(_BYTE_ORDER_MARK), model)
    except (msgspec.MsgspecError, NotJson, UnicodeDecodeError, RecursionError):
        return response
    return response if renamed is None else attrs.evolve(response, body=_encode(renamed))


def sent_names(model: type[msgspec.Struct]) -> frozenset[str]:
    """The names that the model's fields have on the wire of v2, its own among them."""
    return frozenset(_names_of(model)).union(field.name for field in shape(model))


_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@attrs.frozen
class Renamed:
    """The JSON of another view's records with their relations renamed: where those relations are found again."""

    sent: View = attrs.field(repr=False)
    model: type[msgspec.Struct]

    def load(self, place: Any) -> Any:
        row = self.sent.load(place)
        return {**row, **_chosen(row, self.model, lambda value: value)} if isinstance(row, dict) else row


def _answer(text: Any, model: type[msgspec.Struct]) -> Any:
    """What to write in the place of an answer, an envelope or a list of records; ``None`` where it can stay."""
    if _starts_with(text, b"["):
        return _records(text, model)
    if not _starts_with(text, b"{"):
        return None
    members = _object(text)
    renamed = _members(members, model)
    known = {field.name for field in shape(model)}
    for key in _AROUND:
        if key in members and key not in known and (inner := _answer(members[key], model)) is not None:
            renamed[key] = inner
    return {**members, **renamed} if renamed else None


def _records(text: Any, model: type[msgspec.Struct]) -> Any:
    """The same for a relation, to one or to many."""
    if _starts_with(text, b"{"):
        members = _object(text)
        renamed = _members(members, model)
        return {**members, **renamed} if renamed else None
    if not _starts_with(text, b"["):
        return None
    try:
        rows = _objects(text)
    except msgspec.ValidationError:
        return [item if (new := _records(item, model)) is None else new for item in _items(text)]
    changed = [_members(row, model) for row in rows]
    if not any(changed):
        return None
    return [{**row, **renamed} if renamed else row for row, renamed in zip(rows, changed, strict=True)]


def _members(members: Mapping[str, Any], model: type[msgspec.Struct]) -> dict[str, Any]:
    """The members of a record that change: relations under the model's names, and what changes inside them."""
    renamed = _chosen(members, model, parse)
    for field in _renamable(model):
        text = renamed.get(field.name, members.get(field.name))
        inner = None if text is None else _records(text, field.type)
        if inner is not None:
            renamed[field.name] = inner
    return renamed


def _chosen(members: Mapping[str, Any], model: type[msgspec.Struct], value_of: Callable[[Any], Any]) -> dict[str, Any]:
    """The relations that v2 sent, by the model's names.

    Of several names for one relation the first that carries something is taken, the model's own before all others.
    """
    names = _names_of(model)
    found: dict[str, Any] = {}
    for own in {names[name] for name in names.keys() & members.keys()}:
        sent = [name for name in (own, *v2_names(own)) if name in members and names.get(name, own) == own]
        full = (name for name in sent if not carries_nothing(value_of(members[name])))
        name = sent[0] if len(sent) == 1 else next(full, own)
        if name in members and name != own:
            found[own] = members[name]
    return found


@cache
def _names_of(model: type[msgspec.Struct]) -> Mapping[str, str]:
    """The names in v2 of a model's relations, which are told by their capital letter; none is a name of the model's."""
    own = [field.name for field in shape(model)]
    named = [name for name in own if name[:1].isupper()]
    return {name: one for one in named for name in v2_names(one) if name not in own}


@cache
def _renamable(model: type[msgspec.Struct]) -> tuple[Field, ...]:
    """The relations of a model whose records may hold something to rename."""
    return tuple(field for field in relations(model) if _concerned(field.type))


@cache
def _concerned(model: type[msgspec.Struct]) -> bool:
    """Whether the model, or one that it leads to, has relations with names of their own in v2."""
    reached = [model]
    for one in reached:
        reached += [field.type for field in relations(one) if field.type not in reached]
    return any(_names_of(one) for one in reached)


def _starts_with(text: Any, mark: bytes) -> bool:
    return bytes(memoryview(text)[:64]).lstrip().startswith(mark)


_object: Callable[[Any], dict[str, Any]] = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_objects: Callable[[Any], list[dict[str, Any]]] = msgspec.json.Decoder(list[dict[str, msgspec.Raw]]).decode
_items: Callable[[Any], list[Any]] = msgspec.json.Decoder(list[msgspec.Raw]).decode
_encode: Callable[[Any], bytes] = msgspec.json.Encoder().encode
