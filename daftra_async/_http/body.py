"""How an answer's body is read: decompressed, and never beyond a limit."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterable


class BodyError(Exception):
    """The body is larger than allowed, or is not what its ``Content-Encoding`` says."""


ACCEPT_ENCODING = "gzip, deflate"

OVERHEAD = 64 * 1024
"""Bytes by which compressed data may exceed the limit: what cannot be compressed grows a little."""


async def read_body(chunks: AsyncIterable[bytes], encoding: str | None, *, limit: int) -> bytes:
    """The decoded body. ``limit`` is its largest size in bytes after decompression; raises ``BodyError``."""
    decoder = _decoder(encoding, limit)
    if decoder is None:
        return await _read_plain(chunks, limit)
    parts: list[bytes] = []
    received = 0
    async for chunk in chunks:
        # Compressed data can go on for ever and come to nothing: empty members, empty blocks.
        received += len(chunk)
        if received > limit + OVERHEAD:
            raise _too_large(limit)
        parts.append(decoder.feed(chunk))
    decoder.finish()
    return b"".join(parts)


async def _read_plain(chunks: AsyncIterable[bytes], limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise _too_large(limit)
        parts.append(chunk)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _decoder(encoding: str | None, limit: int) -> Inflater | None:
    name = (encoding or "identity").strip().lower()
    if name in ("", "identity"):
        return None
    if name in ("gzip", "x-gzip", "deflate"):
        return Inflater(limit)
    raise BodyError(f"the body is encoded as {name[:40]!r}, which was not asked for")


class Inflater:
    """Decompresses gzip (of several members too), zlib and raw deflate piece by piece, and stops at a size."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._stream: zlib._Decompress | None = None

    def feed(self, data: bytes) -> bytes:
        parts: list[bytes] = []
        while data:
            if self._stream is None:
                self._stream = zlib.decompressobj(_window_bits(data[0]))
            try:
                part = self._stream.decompress(data, self._limit - self._size + 1)
            except zlib.error:
                raise BodyError("the compressed body is damaged") from None
            self._size += len(part)
            if self._size > self._limit:
                raise _too_large(self._limit)
            parts.append(part)
            data = self._stream.unused_data
            if self._stream.eof:
                self._stream = None
        return b"".join(parts)

    def finish(self) -> None:
        """Raises ``BodyError`` where the compressed data stops short."""
        if self._stream is not None:
            raise BodyError("the compressed body is cut short")


def _window_bits(first: int) -> int:
    if first == 0x1F:
        return 31
    return 15 if first & 0x0F == 8 else -15


def _too_large(limit: int) -> BodyError:
    return BodyError(f"the body is larger than the limit of {limit} bytes")
