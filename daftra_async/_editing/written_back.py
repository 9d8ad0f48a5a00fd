"""The draft that an edit writes: a record as it would be written back, and what of it can be told from a reading."""

from __future__ import annotations

from msgspec import UNSET

from .._wire.draft import Draft, attributes_of, conversions, evolved
from .._wire.record import Record
from .._wire.shape import shape
from .._wire.wrapper import carries_nothing


def left_out(draft: Draft, record: Record) -> list[str]:
    """The attributes that the draft made from this record leaves unset although the record holds something there."""
    return [
        copied.attribute
        for copied in conversions(type(draft), type(record))
        if getattr(draft, copied.attribute) is UNSET and not carries_nothing(getattr(record, copied.record_attribute))
    ]


def with_empty_days(draft: Draft, record: Record) -> Draft:
    """The draft with ``None`` for the days and times that the record can show and does not have."""
    days = {field.name for field in shape(type(draft)) if field.kind in ("date", "datetime")}
    empty = {
        copied.argument: None
        for copied in conversions(type(draft), type(record))
        if copied.attribute in days and getattr(draft, copied.attribute) is UNSET
    }
    return evolved(draft, empty)


def readable(draft: Draft, record: type[Record]) -> Draft:
    """The draft without what a record of this class does not show, as an invoice's new payments."""
    shown = {copied.attribute for copied in conversions(type(draft), record)}
    hidden = {field.alias or field.name: UNSET for field in attributes_of(type(draft)) if field.name not in shown}
    return evolved(draft, hidden)
