"""The key that finds a draft again on the server: where it is written, how it is derived, how it is compared.

A key stands in one field that the server stores unchanged. A draft that brings its own value of a reference field
(``po_number``, ``no``, ``client_number``, a custom field …) keeps it. Every other draft gets a key derived from what
the run is (account, resource, name), from its position and from its payload: the same run derives the same keys in
every process, with its ledger or without. In a field that people write in (``note``, ``description`` …) the derived key
is put in brackets behind their text.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import attrs

from .._wire.encode import encode_scalar
from ..errors import ConfigurationError

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RUN_DIGITS, _POSITION_DIGITS, _PAYLOAD_DIGITS = 12, 6, 5
_ONE = f"[{_DIGITS}]"
_DERIVED = re.compile(rf"DA{_ONE}{{{_RUN_DIGITS}}}-{_ONE}{{{_POSITION_DIGITS + _PAYLOAD_DIGITS}}}")

MAX_KEY_LENGTH = 255
MAX_DRAFTS = len(_DIGITS) ** _POSITION_DIGITS

CUSTOM_SECTION = "InvoiceCustomField"
FREE_TEXT = frozenset({"note", "notes", "body", "description"})
"""Fields that people write in: a key is put behind their text, and a text of their own is no key."""


@attrs.frozen
class CustomField:
    """A custom field of the account, by its label, as the field that carries the key."""

    label: str


KeyField = str | CustomField
"""The name of a field of the draft's main section, or a custom field."""


def key_field_name(key_field: KeyField) -> str:
    """The field as text, as a ledger remembers it."""
    return f"custom_field:{key_field.label}" if isinstance(key_field, CustomField) else key_field


def check_key_field(key_field: object, allowed: Collection[str], resource: str) -> None:
    """Raise ``ConfigurationError`` for a field that cannot carry this resource's keys."""
    if isinstance(key_field, CustomField):
        if not key_field.label.strip():
            raise ConfigurationError("CustomField needs the label of a custom field of the account")
        if resource == "invoices":
            return
    names = ", ".join(f'"{name}"' for name in allowed)
    if key_field not in allowed:
        also = ' or CustomField("label")' if resource == "invoices" else ""
        raise ConfigurationError(f"key={key_field!r}: for {resource} use {names}{also}")


@lru_cache(maxsize=64)
def run_id(account: str, resource: str, name: str) -> str:
    """The text that every key derived by a run begins with: 60 bits of what the run is."""
    number = int.from_bytes(blake2b("\0".join((account, resource, name)).encode(), digest_size=8).digest())
    return "DA" + _base32(number >> 4, _RUN_DIGITS)


def random_name() -> str:
    """The name of a run that nobody named: two of them are never the same run."""
    return secrets.token_hex(12)


def derive(run: str, position: int, digest: bytes) -> str:
    """The key of a draft that brings none: ``DAxxxxxxxxxxxx-00002SPPPPP``, capitals and digits, of fixed length.

    ``digest`` is the fingerprint of the payload. The position is written in base 32, so that the keys of a chunk share
    their beginning and a search that matches partially finds thirty-two of them at once.
    """
    if position >= MAX_DRAFTS:
        raise ConfigurationError(f"one run holds at most {MAX_DRAFTS} drafts: split the input")
    payload = int.from_bytes(digest[:4].rjust(4, b"\0")) >> 7
    return f"{run}-{_base32(position, _POSITION_DIGITS)}{_base32(payload, _PAYLOAD_DIGITS)}"


def position_of(run: str, key: str) -> int | None:
    """The position that a key of this run was derived from; None for any other text."""
    if not key.startswith(f"{run}-") or not _DERIVED.fullmatch(key):
        return None
    position = 0
    for digit in key[len(run) + 1 : -_PAYLOAD_DIGITS]:
        position = position * len(_DIGITS) + _DIGITS.index(digit)
    return position


def is_derived(key: str) -> bool:
    """Whether a run, of whatever account and name, may have derived this key."""
    return _DERIVED.fullmatch(key) is not None


def place_of(key: str) -> str:
    """A derived key without what follows from the payload: the run and the position."""
    return key[:-_PAYLOAD_DIGITS]


def family(key: str) -> str:
    """The text that a derived key shares with its (at most 31) neighbours."""
    return key[: -_PAYLOAD_DIGITS - 1]


def _base32(number: int, digits: int) -> str:
    return "".join(_DIGITS[number >> shift & 31] for shift in range(5 * (digits - 1), -1, -5))


def given_key(draft: Mapping[str, Any], section: str, key_field: KeyField) -> str | None:
    """The key that a draft brings along, without surrounding blanks; None if the field is missing or empty."""
    if isinstance(key_field, CustomField):
        value = (draft.get(CUSTOM_SECTION) or {}).get(key_field.label)
    elif key_field in FREE_TEXT:
        return None
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
        return {**draft, CUSTOM_SECTION: {**(draft.get(CUSTOM_SECTION) or {}), key_field.label: key}}
    text = encode_scalar(draft[section].get(key_field)).strip() if key_field in FREE_TEXT else ""
    return {**draft, section: {**draft[section], key_field: f"{text} [{key}]" if text else key}}


def query(key_field: KeyField, text: str) -> dict[str, str]:
    """The list parameters that search for a key."""
    if isinstance(key_field, CustomField):
        return {"custom_field": text, "custom_field_label": key_field.label, "recursive": "1"}
    return {key_field: text}


def keys_of(record: Mapping[str, Any], key_field: KeyField) -> list[str] | None:
    """Every key that a stored record shows in the field; None if it does not show the field at all.

    A record shows custom fields in shapes that the documentation leaves open, so each text below its custom-field
    sections counts: a key is long and unique enough not to meet its like by accident.
    """
    if isinstance(key_field, CustomField):
        sections = [value for name, value in record.items() if "custom_field" in name.lower() or name == CUSTOM_SECTION]
        return [text.strip() for section in sections for text in _texts(section)] if sections else None
    if key_field not in record:
        return None
    value = record[key_field]
    if value is None:
        return []
    text = encode_scalar(value).strip()
    return _DERIVED.findall(text) if key_field in FREE_TEXT else [text]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, (str, int)) and not isinstance(value, bool):
        yield str(value)


def part_of_text(text: object) -> str | None:
    """A part of people's text by which a search should find it: a derived key behind it, or the last of many words."""
    written = encode_scalar(text)
    if keys := _DERIVED.findall(written):
        return str(keys[-1]) if written.strip() != keys[-1] else None
    words = written.split()
    return words[-1] if len(words) > 1 and len(words[-1]) > 2 else None


def blurred(key: str) -> str:
    """The key without what a server may lose on the way: case, and the zeros before a number.

    Two texts that differ only there are neither surely equal nor surely different.
    """
    return key.casefold().lstrip("0")
