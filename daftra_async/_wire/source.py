"""Where a record's own JSON is found again: shared views on the answer's text, parsed only when asked for.

A record holds one reference to a view and its place in it, so that keeping the text of a page of a thousand rows costs
a thousand small numbers and no copy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Protocol

import attrs
import msgspec

from .text import parse
from .wrapper import as_rows, full_rows, unwrap


class View(Protocol):
    """Something that can show the JSON at a place; ``v2`` tells whether relations may have v2's names in it."""

    @property
    def v2(self) -> bool: ...

    def load(self, place: Any) -> Any:
        """The parsed JSON at this place; ``None`` where there is none."""
        ...


@attrs.frozen
class Text:
    """A JSON text on its own; the place is ``None``."""

    text: bytes = attrs.field(repr=False)
    v2: bool = False

    def load(self, place: Any) -> Any:
        return parse(self.text)


@attrs.frozen
class RelatedText:
    """The JSON text of a single related record, which may be a list of one; the place is ``None``."""

    text: bytes = attrs.field(repr=False)
    v2: bool

    def load(self, place: Any) -> Any:
        return _one(parse(self.text))


@attrs.frozen
class Payload:
    """The one record in an answer, found under ``path`` and inside its wrapper; the place is ``None``."""

    text: bytes = attrs.field(repr=False)
    path: tuple[str, ...]
    model_key: str | None
    names: frozenset[str] = attrs.field(repr=False)
    v2: bool

    def load(self, place: Any) -> Any:
        return unwrap(_descend(parse(self.text), self.path), self.model_key, self.names)


@attrs.define
class Rows:
    """The rows of a list answer, found under ``path``; the place is the row's number."""

    text: bytes = attrs.field(repr=False)
    path: tuple[str, ...]
    model_key: str | None
    names: frozenset[str] = attrs.field(repr=False)
    v2: bool
    _split: Sequence[Any] | None = attrs.field(default=None, init=False, repr=False)

    def load(self, place: Any) -> Any:
        if self._split is None:
            self._split = split_rows(self.text, self.path)
        row = self._split[place]
        return unwrap(parse(row) if isinstance(row, msgspec.Raw) else row, self.model_key, self.names)


@attrs.frozen
class Child:
    """The single relation ``key`` of the records of another view; the place is the parent's."""

    parent: View = attrs.field(repr=False)
    key: str

    @property
    def v2(self) -> bool:
        return self.parent.v2

    def load(self, place: Any) -> Any:
        return _one(_member(self.parent.load(place), self.key))


@attrs.frozen
class Children:
    """The rows of the relation to many ``key`` of the records of another view; the place is the parent's and the number
    among those that became records."""

    parent: View = attrs.field(repr=False)
    key: str

    @property
    def v2(self) -> bool:
        return self.parent.v2

    def load(self, place: Any) -> Any:
        above, number = place
        return full_rows(_member(self.parent.load(above), self.key))[number]


def split_rows(text: bytes, path: tuple[str, ...]) -> Sequence[Any]:
    """The rows under ``path`` as unparsed pieces of the text, or as values where the fast parser refuses the text."""
    try:
        return _splitter(path)(text)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return as_rows(_descend(parse(text), path))


@lru_cache(maxsize=64)
def _splitter(path: tuple[str, ...]) -> Callable[[bytes], Sequence[Any]]:
    shape: Any = list[msgspec.Raw]
    for key in reversed(path):
        shape = msgspec.defstruct("Layer", [("inner", shape)], rename={"inner": key})
    decoder = msgspec.json.Decoder(shape)

    def split(text: bytes) -> Sequence[Any]:
        found = decoder.decode(text)
        for _ in path:
            found = found.inner
        rows: Sequence[Any] = found
        return rows

    return split


def _descend(value: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        value = _member(value, key)
    return value


def _one(related: Any) -> Any:
    return related[0] if isinstance(related, list) and related else related


def _member(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None
