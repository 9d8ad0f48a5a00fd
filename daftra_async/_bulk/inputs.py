"""Where drafts come from: any iterable, any async iterable, or a JSONL file; read lazily, one draft at a time."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, Protocol, runtime_checkable

import msgspec

from .._wire.draft import Draft, prepare_body
from ..errors import ConfigurationError


@runtime_checkable
class SupportsToWire(Protocol):
    """A draft model: anything that turns itself into the documented shape."""

    def to_wire(self) -> Any: ...


Drafts = Iterable[object] | AsyncIterable[object] | os.PathLike[str]


class Given(NamedTuple):
    """An element of the input, and where it stands, for people: ``"june.jsonl, line 3"``."""

    draft: object
    place: str


async def read_drafts(source: Drafts | str) -> AsyncIterator[Given]:
    """Each element of the input as it comes; a path is read as JSONL, one draft to a line, blank lines skipped.

    Raises ``ConfigurationError`` for a source that is none of these, for a file that cannot be read, and for a line
    that is no JSON, with its number.
    """
    if isinstance(source, os.PathLike):
        for given in _lines(Path(source)):
            yield given
    elif isinstance(source, AsyncIterable):
        position = 0
        async for draft in source:
            yield Given(draft, f"draft {position}")
            position += 1
    elif isinstance(source, Iterable) and not isinstance(source, (str, bytes, Mapping)):
        for position, draft in enumerate(source):
            yield Given(draft, f"draft {position}")
    else:
        raise ConfigurationError(
            f"drafts={type(source).__name__} is no collection of drafts: "
            "pass an iterable, an async iterable or a pathlib.Path to a JSONL file"
        )


def _lines(path: Path) -> Iterator[Given]:
    decoder = msgspec.json.Decoder(float_hook=Decimal)
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    place = f"{path.name}, line {number}"
                    yield Given(_decoded(line, decoder, place), place)
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from error


def _decoded(line: bytes, decoder: msgspec.json.Decoder[Any], place: str) -> object:
    try:
        return decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigurationError(f"{place}: no JSON draft: {error}") from error


class DraftError(Exception):
    """One draft cannot be sent as it is; the message becomes its outcome."""


def to_wire(draft: object, kind: type[Draft]) -> dict[str, Any]:
    """A draft, a plain dict in either of its forms, or anything that turns itself into one, as it is sent.

    Raises ``DraftError`` for what ``prepare_body`` refuses: a name that is not known, a value that the server would
    take for another.
    """
    given: Any = draft
    if not isinstance(draft, (dict, Draft)) and isinstance(draft, SupportsToWire):
        given = draft.to_wire()
    try:
        return prepare_body(kind, given, new=True)
    except ConfigurationError as error:
        raise DraftError(str(error)) from error
