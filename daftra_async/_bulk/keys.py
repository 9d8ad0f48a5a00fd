"""The key that finds a draft again on the server: where it is written, how it is derived, how it is compared.

A key is the value of one field that the server stores unchanged and can search: ``po_number``, ``no`` or a custom
field. A draft that brings its own value keeps it; any other gets one derived from the ledger's id and the draft's
position, so that every try of the same draft, in this process or a later one, carries the same key.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import attrs

from .._wire.encode import encode_scalar
from ..errors import ConfigurationError

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LEDGER_DIGITS = 12
_POSITION_DIGITS = 6
_SHIFTS = tuple(range(5 * (_POSITION_DIGITS - 1), -1, -5))
MAX_KEY_LENGTH = 255
MAX_DRAFTS = len(_DIGITS) ** _POSITION_DIGITS

CUSTOM_SECTION = "InvoiceCustomField"


@attrs.frozen
class CustomField:
    """A custom field of the account, by its label, as the field that carries the key."""

    label: str


KeyField = Literal["po_number", "no"] | CustomField


def key_field_name(key_field: KeyField) -> str:
    """The key as text, as a ledger remembers it. Raises ``ConfigurationError`` for anything that cannot be a key."""
    if isinstance(key_field, CustomField):
        if not key_field.label.strip():
            raise ConfigurationError("CustomField needs the label of a custom field of the account")
        return f"custom_field:{key_field.label}"
    if key_field not in ("po_number", "no"):
        raise ConfigurationError(f'key={key_field!r}: use "po_number", "no" or CustomField("label")')
    return key_field


def new_ledger_id() -> str:
    """60 random bits: two ledgers never derive the same key."""
    return "DA" + "".join(secrets.choice(_DIGITS) for _ in range(_LEDGER_DIGITS))


def derive(ledger_id: str, position: int) -> str:
    """The key of a draft that brings none: ``DAxxxxxxxxxxxx-00002S``, capitals and digits, of fixed length.

    The position is written in base 32, so that the keys of a chunk share all but their last one or two digits and
    a search that matches partially finds thirty-two of them at once.
    """
    return f"{ledger_id}-{_base32(position)}"


def position_of(ledger_id: str, key: str) -> int | None:
    """The position that a key of this ledger was derived from; None for any other text."""
    head, dash, tail = key.rpartition("-")
    if head != ledger_id or not dash or len(tail) != _POSITION_DIGITS or any(digit not in _DIGITS for digit in tail):
        return None
    position = 0
    for digit in tail:
        position = position * len(_DIGITS) + _DIGITS.index(digit)
    return position


def family(key: str) -> str:
    """The text that a derived key shares with its (at most 31) neighbours."""
    return key[:-1]


def _base32(position: int) -> str:
    if not 0 <= position < MAX_DRAFTS:
        raise ConfigurationError(f"one ledger holds at most {MAX_DRAFTS} drafts: split the input")
    return "".join([_DIGITS[position >> shift & 31] for shift in _SHIFTS])


def given_key(draft: Mapping[str, Any], section: str, key_field: KeyField) -> str | None:
    """The key a draft brings along, without surrounding blanks; None if the field is missing or empty."""
    if isinstance(key_field, CustomField):
        value = _custom_value(draft.get(CUSTOM_SECTION), key_field.label)
    else:
        main = draft.get(section)
        value = main.get(key_field) if isinstance(main, Mapping) else None
    return encode_scalar(value).strip() or None


def with_key(draft: Mapping[str, Any], section: str, key_field: KeyField, key: str) -> dict[str, Any]:
    """A copy of the draft that carries the key; the caller's draft is left as it was.

    A custom field is written as ``{"InvoiceCustomField": {label: value}}``: the documentation names the section and
    leaves its inside open.
    """
    if isinstance(key_field, CustomField):
        present = draft.get(CUSTOM_SECTION)
        if isinstance(present, list):
            return {**draft, CUSTOM_SECTION: [*present, {"label": key_field.label, "value": key}]}
        return {**draft, CUSTOM_SECTION: {**(present or {}), key_field.label: key}}
    return {**draft, section: {**draft[section], key_field: key}}


def _custom_value(fields: object, label: str) -> object:
    if isinstance(fields, Mapping):
        return fields.get(label)
    if isinstance(fields, list):
        for field in fields:
            if isinstance(field, Mapping) and field.get("label") == label:
                return field.get("value")
    return None


def query(key_field: KeyField, text: str) -> dict[str, str]:
    """The list parameters that search for a key."""
    if isinstance(key_field, CustomField):
        return {"custom_field": text, "custom_field_label": key_field.label, "recursive": "1"}
    return {key_field: text}


def keys_of(record: Mapping[str, Any], key_field: KeyField) -> list[str] | None:
    """Every text a stored record shows in the key's field; None if it does not show the field at all.

    A record shows custom fields in shapes that the documentation leaves open, so each text below its custom-field
    sections counts: a key is long and unique enough not to meet its like by accident.
    """
    if isinstance(key_field, CustomField):
        sections = [value for name, value in record.items() if "custom_field" in name.lower() or name == CUSTOM_SECTION]
        return [text.strip() for section in sections for text in _texts(section)] if sections else None
    if key_field not in record:
        return None
    value = record[key_field]
    return [] if value is None else [encode_scalar(value).strip()]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, (str, int)) and not isinstance(value, bool):
        yield str(value)


def blurred(key: str) -> str:
    """The key without what a server may lose on the way: case, and the zeros before a number.

    Two texts that differ only there are neither surely equal nor surely different.
    """
    return key.casefold().lstrip("0")
