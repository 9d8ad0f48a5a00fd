"""A body is read whole or refused, whatever pieces it comes in."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async._http.body import SLICE, BodyError, read_body


async def pieces(data: bytes, size: int) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


def raw_deflate(data: bytes) -> bytes:
    squeeze = zlib.compressobj(wbits=-15)
    return squeeze.compress(data) + squeeze.flush()


ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "DEFLATE": raw_deflate,
    "identity": bytes,
    "": bytes,
}
encodings = st.sampled_from(sorted(ENCODINGS))


@given(data=st.binary(max_size=2000), encoding=encodings, size=st.integers(1, 300))
async def test_what_was_encoded_is_read_in_pieces_of_any_size(data: bytes, encoding: str, size: int) -> None:
    sent = ENCODINGS[encoding](data)
    assert await read_body(pieces(sent, size), encoding, limit=2000) == data


@given(data=st.binary(min_size=1, max_size=2000), encoding=encodings, size=st.integers(1, 300))
async def test_one_byte_beyond_the_limit_is_refused(data: bytes, encoding: str, size: int) -> None:
    sent = ENCODINGS[encoding](data)
    with pytest.raises(BodyError, match="limit"):
        await read_body(pieces(sent, size), encoding, limit=len(data) - 1)


@pytest.mark.parametrize(
    ("encoding", "start", "nothing"),
    [("gzip", b"", gzip.compress(b"")), ("deflate", zlib.compress(b"")[:2], b"\x00\x00\x00\xff\xff")],
    ids=["empty members", "empty blocks"],
)
async def test_compressed_data_that_never_comes_to_anything_ends(encoding: str, start: bytes, nothing: bytes) -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        yield start
        while read < 10_000_000:
            read += 1000 * len(nothing)
            yield nothing * 1000

    with pytest.raises(BodyError, match="limit"):
        await read_body(endless(), encoding, limit=1000)
    assert read < 100_000


@given(data=st.binary(min_size=1, max_size=500), cut=st.integers(1, 100), size=st.integers(1, 300))
async def test_gzip_cut_anywhere_is_refused(data: bytes, cut: int, size: int) -> None:
    sent = gzip.compress(data)
    kept = sent[: max(1, len(sent) - cut)]
    with pytest.raises(BodyError, match="cut short"):
        await read_body(pieces(kept, size), "gzip", limit=1000)


@given(data=st.binary(max_size=500), encoding=encodings, size=st.integers(1, 300))
async def test_any_bytes_are_read_or_refused(data: bytes, encoding: str, size: int) -> None:
    try:
        body = await read_body(pieces(data, size), encoding, limit=1000)
    except BodyError:
        return
    assert len(body) <= 1000


async def test_members_of_gzip_are_joined() -> None:
    sent = gzip.compress(b"one") + gzip.compress(b"two")
    assert await read_body(pieces(sent, 5), "gzip", limit=100) == b"onetwo"


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "gzip, br", "x"])
async def test_an_encoding_that_was_not_asked_for_is_refused(encoding: str) -> None:
    with pytest.raises(BodyError, match="not asked for"):
        await read_body(pieces(b"data", 4), encoding, limit=100)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "DEFLATE"])
async def test_others_have_their_turn_while_a_small_body_becomes_a_large_one(encoding: str) -> None:
    size = 40 * SLICE + 1
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    others = asyncio.ensure_future(count())
    sent = ENCODINGS[encoding](bytes(size))
    assert len(sent) < SLICE
    assert len(await read_body(pieces(sent, len(sent)), encoding, limit=size)) == size
    others.cancel()
    assert turns >= 40
