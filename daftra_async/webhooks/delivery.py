"""One delivery: from headers and body to a typed event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

import attrs

from .._wire.messages import Operation, Request, Response
from .._wire.record import Record
from .._wire.settings import DecodeSettings
from .._wire.text import NotJson
from .._wire.text import parse as parse_json
from ..errors import ConfigurationError, DaftraError
from .inference import Guess, infer, is_document

SITE_HEADER = "x-site-id"

Headers = Mapping[str, str] | Mapping[bytes, bytes] | Iterable[tuple[str, str]] | Iterable[tuple[bytes, bytes]]


class Event(StrEnum):
    """The events that an address can be registered for."""

    INVOICE_CREATED = "invoice.created"
    INVOICE_UPDATED = "invoice.updated"
    INVOICE_DELETED = "invoice.deleted"
    CREDIT_NOTE_CREATED = "credit_note.created"
    CLIENT_CREATED = "client.created"
    CLIENT_UPDATED = "client.updated"
    CLIENT_DELETED = "client.deleted"
    SUPPLIER_CREATED = "supplier.created"
    SUPPLIER_UPDATED = "supplier.updated"
    SUPPLIER_DELETED = "supplier.deleted"
    PRODUCT_CREATED = "product.created"
    PRODUCT_UPDATED = "product.updated"
    PRODUCT_DELETED = "product.deleted"
    ITEM_GROUP_CREATED = "item_group.created"
    ITEM_GROUP_DELETED = "item_group.deleted"
    TAX_DELETED = "tax.deleted"
    REFUND_RECEIPT_DELETED = "refund_receipt.deleted"
    PURCHASE_ORDER_CREATED = "purchase_order.created"
    JOURNAL_DELETED = "journal.deleted"
    ACCOUNT_RESET = "account.reset"
    APP_STATUS_CHANGED = "app.status_changed"

    @property
    def entity(self) -> str:
        """What it happened to: ``"invoice"``."""
        return self.partition(".")[0]

    @property
    def action(self) -> str:
        """What happened: ``"created"``."""
        return self.partition(".")[2]


class Certainty(StrEnum):
    """How sure an event is."""

    STATED = "stated"
    """You said it, for the address that was called, and the record does not speak against it."""
    LIKELY = "likely"
    """The record has fields that only this kind has, and its times say what happened; or the address said what
    happened to a document, and the record's ``type`` is that of another document than the address is for."""
    GUESSED = "guessed"
    """The best of several readings: do not act on it without reading the record from the API."""
    UNKNOWN = "unknown"
    """Nothing points anywhere; ``event`` is ``None``."""
    CONTRADICTED = "contradicted"
    """You said it, but the record looks like something else: a wrong address, or somebody else's post."""


class InvalidDelivery(DaftraError):
    """This is no delivery: the body is no JSON object, or the tenant's header is malformed."""


@attrs.frozen(kw_only=True)
class Delivery:
    """What was delivered.

    ``site_id`` is the tenant (``x-site-id``), ``None`` where the header is missing. ``entity`` is ``"invoice"``,
    ``"client"``, …; ``record`` the typed record where the SDK has a model for the entity, ``id`` its number, ``raw``
    the body's JSON as it came. ``inferred`` is what the record alone suggests, whatever was stated.

    Documents of sale share one table, and so do those of purchase: the record's ``type`` decides which one this is. A
    credit note that arrives at the address of invoices is a credit note; ``event`` is ``None`` where no event is known
    for the document that it is.

    Nothing is signed: everything here may have been made up by whoever knows the address. Read the record from the API
    before money depends on it.
    """

    event: Event | None
    certainty: Certainty
    site_id: int | None
    entity: str | None
    id: int | None
    record: Record | None = attrs.field(repr=False)
    raw: Mapping[str, Any] = attrs.field(repr=False)
    inferred: Guess = attrs.field(repr=False)


def parse(headers: Headers, body: bytes | str, *, event: Event | str | None = None) -> Delivery:
    """The delivery in a request.

    ``event`` is what the address was registered for, if it serves one event only. Header names may be in any case;
    names and values may be bytes, as in an ASGI scope.

    Raises ``InvalidDelivery`` for a body that is no JSON object or a tenant that is no number, ``ConfigurationError``
    for an ``event`` that does not exist and for arguments of another kind.
    """
    stated = None if event is None else as_event(event)
    site_id = _site(headers)
    if not isinstance(body, bytes | str):
        raise ConfigurationError(f"the body is a {type(body).__name__}: give its bytes or its text")
    try:
        data = body.encode() if isinstance(body, str) else body
        value = parse_json(data)
    except (NotJson, UnicodeEncodeError):
        raise InvalidDelivery("the body is no JSON") from None
    if not isinstance(value, dict):
        raise InvalidDelivery(f"the body is a JSON {type(value).__name__}, not the object of a record")
    guess = infer(value)
    found, certainty = _settle(stated, guess)
    entity = guess.entity if found is None else found.entity
    return Delivery(
        event=found,
        certainty=certainty,
        site_id=site_id,
        entity=entity,
        id=_number(value.get("id")),
        record=_record(entity, data),
        raw=value,
        inferred=guess,
    )


def as_event(event: Event | str) -> Event:
    """The event of this name. Raises ``ConfigurationError`` for one that does not exist."""
    try:
        return Event(event)
    except ValueError:
        raise ConfigurationError(f"{event!r} is no event: {', '.join(Event)}") from None


def _settle(stated: Event | None, guess: Guess) -> tuple[Event | None, Certainty]:
    if stated is not None:
        if guess.document and guess.entity != stated.entity and is_document(stated.entity):
            return _event_of(guess.entity, stated.action)
        against = guess.sure and guess.entity is not None and guess.entity != stated.entity
        return stated, Certainty.CONTRADICTED if against else Certainty.STATED
    if guess.entity is None:
        return None, Certainty.UNKNOWN
    possible = [event for event in Event if event.entity == guess.entity]
    matching = [event for event in possible if event.action == guess.action]
    if len(matching) == 1:
        return matching[0], Certainty.LIKELY if guess.sure and guess.action_sure else Certainty.GUESSED
    if len(possible) == 1:
        return possible[0], Certainty.GUESSED
    return None, Certainty.UNKNOWN


def _event_of(entity: str | None, action: str) -> tuple[Event | None, Certainty]:
    name = f"{entity}.{action}"
    return (Event(name), Certainty.LIKELY) if name in [*Event] else (None, Certainty.UNKNOWN)


def _site(headers: Headers) -> int | None:
    try:
        pairs = [(name, value) for name, value in (headers.items() if isinstance(headers, Mapping) else headers)]
    except (TypeError, ValueError):
        raise ConfigurationError("give the headers as a mapping or as pairs of name and value") from None
    found = {_header_text(value).strip() for name, value in pairs if _header_text(name).lower() == SITE_HEADER}
    if not found:
        return None
    number = _number(next(iter(found)))
    if len(found) > 1 or number is None:
        raise InvalidDelivery(f"the header {SITE_HEADER} does not name one tenant by its number")
    return number


def _header_text(value: object) -> str:
    """A header's name or value as text: ASGI servers give bytes."""
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _number(value: object) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


_MODELS = {
    "invoice": "Invoice",
    "client": "Client",
    "supplier": "Supplier",
    "product": "Product",
    "tax": "Tax",
    "credit_note": "CreditNote",
    "refund_receipt": "RefundReceipt",
    "estimate": "Estimate",
    "booking": "Booking",
    "advance_payment": "AdvancePayment",
    "purchase_order": "PurchaseInvoice",
    "purchase_refund": "PurchaseRefund",
    "purchase_debit_note": "PurchaseDebitNote",
    "journal": "Journal",
}


@cache
def _model(entity: str) -> type[Record] | None:
    from .. import models

    name = _MODELS.get(entity)
    return None if name is None else getattr(models, name)


def _record(entity: str | None, data: bytes) -> Record | None:
    """The typed record. The times of a delivery are ISO, as everywhere in v2; what cannot be read is on ``issues``."""
    model = None if entity is None else _model(entity)
    if model is None:
        return None
    from .._wire import decode_record

    operation = Operation(resource="webhooks", name=entity or "", method="POST", base="", path="/")
    request = Request(operation=operation, method="POST", path="/")
    try:
        response = Response(status=200, body=data, request=request)
        return decode_record(response, model, DecodeSettings(date_format="YYYY-MM-DD"))
    except (DaftraError, ValueError, TypeError):
        return None
