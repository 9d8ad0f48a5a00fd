"""How an answer's body is read: decompressed, never beyond a limit, and never long at a time."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncIterable, Iterator


class BodyError(Exception):
    """The body is larger than allowed, or is not what its ``Content-Encoding`` says."""


ACCEPT_ENCODING = "gzip, deflate"

OVERHEAD = 64 * 1024
"""Bytes by which compressed data may exceed the limit: what cannot be compressed grows a little."""

SLICE = 256 * 1024
"""Bytes that are decompressed at a time: a few kilobytes may hold many megabytes, and the event loop waits."""

MOST_MEMBERS = 4096
"""Compressed streams that may follow one another in a body. Each costs the making of a decompressor, even an empty one
of two bytes; writers that split what they compress do so every 64 KiB at the least."""


async def read_body(chunks: AsyncIterable[bytes], encoding: str | None, *, limit: int) -> bytes:
    """The decoded body. ``limit`` is its largest size in bytes after decompression; raises ``BodyError``."""
    inflater = _inflater(encoding, limit)
    if inflater is None:
        return await _read_plain(chunks, limit)
    parts: list[bytes] = []
    received = 0
    async for chunk in chunks:
        # Compressed data can go on for ever and come to nothing: empty members, empty blocks.
        received += len(chunk)
        if received > limit + OVERHEAD:
            raise too_large(limit)
        for part in inflater.feed(chunk):
            parts.append(part)
            if len(part) == SLICE:
                await asyncio.sleep(0)
    inflater.finish()
    return b"".join(parts)


async def _read_plain(chunks: AsyncIterable[bytes], limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise too_large(limit)
        parts.append(chunk)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def is_plain(encoding: str | None) -> bool:
    """Whether the body is sent as it is."""
    return encoding is None or encoding.strip().lower() in ("", "identity")


def _inflater(encoding: str | None, limit: int) -> Inflater | None:
    if encoding is None or is_plain(encoding):
        return None
    name = encoding.strip().lower()
    if name in ("gzip", "x-gzip", "deflate"):
        return Inflater(limit)
    raise BodyError(f"the body is encoded as {name[:40]!r}, which was not asked for")


class Inflater:
    """Decompresses gzip (of several members too), zlib and raw deflate piece by piece, and stops at a size."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._members = 0
        self._stream: zlib._Decompress | None = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What the data comes to, at most ``SLICE`` bytes at a time. Raises ``BodyError``."""
        more = True
        while data or (more and self._stream is not None):
            stream = self._stream = self._stream or self._next_member(data[0])
            most = min(SLICE, self._limit - self._size + 1)
            try:
                part = stream.decompress(data, most)
            except zlib.error:
                raise BodyError("the compressed body is damaged") from None
            self._size += len(part)
            if self._size > self._limit:
                raise too_large(self._limit)
            if part:
                yield part
            data = stream.unconsumed_tail or stream.unused_data
            # A full slice may leave some behind although the input is used up.
            more = len(part) == most
            if stream.eof:
                self._stream = None

    def _next_member(self, first: int) -> zlib._Decompress:
        self._members += 1
        if self._members > MOST_MEMBERS:
            raise BodyError(f"the compressed body has more than {MOST_MEMBERS} members")
        return zlib.decompressobj(_window_bits(first))

    def finish(self) -> None:
        """Raises ``BodyError`` where the compressed data stops short."""
        if self._stream is not None:
            raise BodyError("the compressed body is cut short")


def _window_bits(first: int) -> int:
    if first == 0x1F:
        return 31
    return 15 if first & 0x0F == 8 else -15


def too_large(limit: int) -> BodyError:
    return BodyError(f"the body is larger than the limit of {limit} bytes")
