"""A draft on its way in: its wire form, its key, its fingerprint, the amount it should come to."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from hashlib import blake2b
from typing import Any

import attrs
import msgspec

from .._wire.draft import Draft
from .._wire.encode import encode_scalar
from .content import LINES
from .entry import Entry, State
from .inputs import DraftError, to_wire
from .key_search import DocumentKind, Scope
from .keys import MAX_KEY_LENGTH, KeyField, derive, given_key, with_key
from .outcome import Reason

_ADDED_AMOUNTS = ("discount", "discount_amount", "shipping_amount", "adjustment_value")
_LINE_EXTRAS = ("tax1", "tax2", "discount")


@attrs.define(kw_only=True, eq=False)
class PreparedDraft:
    """A draft that can be sent. ``given`` says that it brought its key; ``attempts`` counts requests without effect."""

    position: int
    key: str
    given: bool
    wire: Mapping[str, Any]
    section: str
    kind: DocumentKind
    total: str | None
    attempts: int = 0

    @property
    def scope(self) -> Scope:
        return self.kind[0]

    @property
    def client_id(self) -> str | None:
        main = self.wire[self.section]
        return encode_scalar(main.get("client_id")) or None


@attrs.frozen(kw_only=True)
class Preparation:
    """What is recorded of a draft, and what is sent of it: nothing if it cannot be sent."""

    entry: Entry
    item: PreparedDraft | None


def prepare(
    draft: object, position: int, *, kind: type[Draft], section: str, key_field: KeyField, run: str
) -> Preparation:
    """Make a draft ready to be recorded and sent; one that cannot be sent becomes a refusal.

    ``kind`` is the class of draft that plain dicts are held against.
    """
    try:
        wire = to_wire(draft, kind)
        digest = fingerprint(wire)
        given = given_key(wire, section, key_field)
        if given is not None and len(given) > MAX_KEY_LENGTH:
            raise DraftError(f"its key has {len(given)} characters, the server keeps {MAX_KEY_LENGTH}")
    except DraftError as error:
        reason = Reason(kind="invalid_draft", message=str(error))
        entry = Entry(position=position, digest=b"", state=State.REFUSED, attempts=0, reason=reason)
        return Preparation(entry=entry, item=None)
    total = expected_total(wire, section)
    key = given or derive(run, position, digest)
    return Preparation(
        entry=Entry(position=position, digest=digest, key=given, total=total),
        item=PreparedDraft(
            position=position,
            key=key,
            given=given is not None,
            wire=wire if given else with_key(wire, section, key_field, key),
            section=section,
            kind=document_kind(wire[section]),
            total=total,
        ),
    )


def fingerprint(wire: Mapping[str, Any]) -> bytes:
    """Sixteen bytes that tell this draft from any other, whatever the order of its fields."""
    try:
        return blake2b(_canonical.encode(wire), digest_size=16).digest()
    except (TypeError, ValueError, msgspec.MsgspecError) as error:
        raise DraftError(f"the draft cannot be written as JSON: {error}") from error


_canonical = msgspec.json.Encoder(order="sorted")


def document_kind(main: Mapping[str, Any]) -> DocumentKind:
    """Documents of another type are left out of the list unless it is asked for them."""
    kind, draft = encode_scalar(main.get("type")), encode_scalar(main.get("draft"))
    return () if kind in ("", "0") else (("type", kind),), draft not in ("", "0")


def expected_total(wire: Mapping[str, Any], section: str) -> str | None:
    """The sum of the lines, where nothing but quantities and prices makes it; None where the server computes more."""
    main, lines = wire[section], wire.get(LINES)
    if not isinstance(lines, list) or not lines or _any_amount(main, _ADDED_AMOUNTS):
        return None
    total = Decimal(0)
    for line in lines:
        if not isinstance(line, Mapping) or _any_amount(line, _LINE_EXTRAS):
            return None
        price, quantity = _amount(line.get("unit_price")), _amount(line.get("quantity", 1))
        if "product_id" in line or price is None or quantity is None:
            return None
        total += price * quantity
    return format(total, "f")


def _any_amount(fields: Mapping[str, Any], names: tuple[str, ...]) -> bool:
    return any(name in fields and _amount(fields[name]) != 0 for name in names)


_NOTHING = Decimal(0)


def _amount(value: object) -> Decimal | None:
    """An amount as users write it; missing and empty count as nothing, None for what is no number."""
    if value is None or value == "":
        return _NOTHING
    try:
        amount = Decimal(value if isinstance(value, (int, str)) else encode_scalar(value))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None
