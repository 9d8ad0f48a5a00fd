"""One part of a multi-entity answer: a record or a list under the name it was asked for, decoded from its own text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs
import msgspec

from .._wire.decode import decode_page, decode_record
from .._wire.envelope import open_json, paging_in
from .._wire.error_parsing import evidence, parse_error
from .._wire.messages import Response
from .._wire.page import Page
from .._wire.record import Record
from .._wire.settings import DecodeSettings
from .._wire.text import NotJson, parse, written
from .._wire.wrapper import as_rows
from ..errors import NotFound, Rejected, UnexpectedResponse

Row = dict[str, Any]
"""A v2 record as parsed JSON; numbers with a fraction are ``Decimal``, exact."""

_members: Callable[[bytes | msgspec.Raw], dict[str, msgspec.Raw]] = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_items: Callable[[bytes | msgspec.Raw], list[msgspec.Raw]] = msgspec.json.Decoder(list[msgspec.Raw]).decode


class _Deletion(msgspec.Struct):
    deleted_at: Any = None


_deletion: Callable[[msgspec.Raw], _Deletion] = msgspec.json.Decoder(_Deletion).decode


def split(response: Response) -> Mapping[str, bytes]:
    """The parts of an answer, unread.

    Raises the ``ResponseError`` that it means as a whole, ``UnexpectedResponse`` where it is no object keyed by names.
    """
    if not 200 <= response.status < 300:
        raise parse_error(response)
    try:
        return {name: bytes(text) for name, text in _members(response.body).items()}
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        value = open_json(response)
    if not isinstance(value, dict):
        raise UnexpectedResponse("the answer is no object keyed by the names asked for", **evidence(response))
    return {name: written(part) for name, part in value.items()}


@attrs.frozen
class Part:
    """One part: its name, its text, and the answer it stands in."""

    name: str
    text: bytes
    response: Response

    def record(self, model: type[Record] | None, settings: DecodeSettings) -> Row | Record:
        """The one record. Raises ``NotFound`` and ``Rejected`` that name the part."""
        text = self.text
        if _opens(text, b"["):
            rows = _items(text)
            text = bytes(rows[0]) if len(rows) == 1 else b""
        members = self._object(text)
        if "id" not in members and _opens(members.get("data", b""), b"{"):
            text = bytes(members["data"])
            members = self._object(text)
        if not members:
            raise NotFound(f"{self.name}: there is no such record", **evidence(self.response))
        if model is None:
            record: Row = self._value(text)
            return record
        return decode_record(attrs.evolve(self.response, body=text), model, settings)

    def page(self, model: type[Record] | None, settings: DecodeSettings, *, with_deleted: bool) -> Page[Any]:
        """The rows of a list, and what the part tells of the whole list. Raises ``Rejected`` that names the part."""
        text, around = self._rows()
        if not with_deleted and b'"deleted_at"' in text:
            text = b"[%b]" % b",".join(bytes(row) for row in _items(text) if not _is_deleted(row))
        said = attrs.asdict(paging_in({name: self._value(value) for name, value in around.items()}))
        if model is None:
            return Page(items=[row for row in self._value(text) if isinstance(row, dict)], **said)
        typed: Page[Any] = decode_page(attrs.evolve(self.response, body=text), model, settings)
        return attrs.evolve(typed, **said)

    def _rows(self) -> tuple[bytes, dict[str, msgspec.Raw]]:
        """The text of the rows, out of their envelopes, and what else stands in these."""
        text = self.text
        around: dict[str, msgspec.Raw] = {}
        while _opens(text, b"{"):
            members = self._object(text)
            key = next((key for key in ("payload", "data") if key in members), None)
            if key is None:
                return written(self._numbered(text)), around
            text = bytes(members.pop(key))
            around |= members
        if text.strip() in (b"null", b'""'):
            return b"[]", around
        if not _opens(text, b"["):
            raise UnexpectedResponse(f"{self.name}: the answer holds no list", **evidence(self.response))
        return text, around

    def _numbered(self, text: bytes) -> list[Any]:
        """The rows of an object that is keyed by numbers."""
        value = self._value(text)
        if not all(key.isdecimal() for key in value):
            raise UnexpectedResponse(f"{self.name}: the answer holds no list", **evidence(self.response))
        return as_rows(value)

    def _object(self, text: bytes) -> dict[str, msgspec.Raw]:
        """The members of an object; none for what is no object.

        Raises for one that says no in the place of its records: ``{"error": …}``, or a message and nothing else.
        """
        members = _members(text) if _opens(text, b"{") else {}
        if "id" not in members and _opens(members.get("error", b""), b'"'):
            raise Rejected(f"{self.name}: {self._value(members['error'])}", **evidence(self.response))
        if members.keys() == {"message"}:
            raise NotFound(f"{self.name}: {self._value(members['message'])}", **evidence(self.response))
        return members

    def _value(self, text: bytes | msgspec.Raw) -> Any:
        try:
            return parse(text)
        except NotJson as error:
            raise UnexpectedResponse(
                f"{self.name}: the answer is not JSON ({error})", **evidence(self.response)
            ) from None


def _is_deleted(row: msgspec.Raw) -> bool:
    return _opens(row, b"{") and bool(_deletion(row).deleted_at)


def _opens(text: bytes | msgspec.Raw, mark: bytes) -> bool:
    return bytes(memoryview(text)[:64]).lstrip().startswith(mark)
