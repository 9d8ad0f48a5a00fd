"""Requests are written exactly, and no argument leaves its place."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from daftra_async._wire.encode import encode_body, encode_path, encode_query, encode_scalar
from daftra_async.errors import ConfigurationError

from .models import InvoiceItemDraft, Method, Status

TRICKS = [
    "",
    " ",
    ".",
    "..",
    "...",
    "%2e%2e",
    "%252e%252e",
    "%25252e",
    ". .",
    "a/b",
    "a\\b",
    "%2f",
    "%252f",
    "%5c",
    "a%2Fb",
    "..%2f..",
    "\0",
    "a\r\nHost: x",
    "%00",
    "%0d%0a",
    "\u2025",
    "\uff0e\uff0e",
    "\u2024\u2024",
    "\uff0f",
    "a\u2215b",
    "a\u2044b",
    "\ud800",
    "\x7f",
    "a\u2028b",
]


@pytest.mark.parametrize("trick", TRICKS)
def test_an_argument_that_could_leave_its_place_is_refused(trick: str) -> None:
    with pytest.raises(ConfigurationError, match="pass an id or a plain name"):
        encode_path("/invoices/{id}.json", {"id": trick})
    with pytest.raises(ConfigurationError):
        encode_path("/entity/{name}/list/{level}", {"name": trick, "level": 1})


@pytest.mark.parametrize(
    "value",
    [None, [], {}, [1], {"a": 1}, b"x", {1}, True, False, 5.0, float("nan"), Decimal(5), date(2026, 1, 1), object()],
)
def test_only_one_plain_value_fits_a_path(value: object) -> None:
    with pytest.raises(ConfigurationError):
        encode_path("/{id}", {"id": value})


pieces = st.sampled_from(
    [".", "..", "%2e", "%2f", "%5c", "%25", "/", "\\", "\0", "\r\n", "\uff0e", "\uff0f", "a", "1", "?", "#", "&", "é"]
)


@given(text=st.one_of(st.text(max_size=12), st.lists(pieces, max_size=6).map("".join)))
@example("a?b#c")
def test_an_accepted_argument_stays_one_segment_however_often_it_is_decoded(text: str) -> None:
    try:
        path = encode_path("/api2/invoices/{id}.json", {"id": text})
    except ConfigurationError:
        return
    assert urlsplit("https://host" + path).path == path
    assert path.isascii()
    while True:
        segments = path.split("/")
        assert segments[:3] == ["", "api2", "invoices"]
        assert len(segments) == 4
        assert segments[3] not in (".json", "..json", "...json")
        assert not set(path) & set("\r\n\0\\")
        if unquote(path) == path:
            break
        path = unquote(path)


@given(number=st.integers())
def test_ids_stand_as_digits(number: int) -> None:
    assert encode_path("/x/{id}", {"id": number}) == f"/x/{number}"


@given(text=st.text(alphabet="abcäß -_~+@:", min_size=1).filter(lambda text: text.strip(" ") != ""))
def test_names_are_percent_encoded(text: str) -> None:
    assert encode_path("/x/{name}", {"name": text}) == "/x/" + quote(text, safe="")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "1"),
        (False, "0"),
        (None, ""),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        (1e21, "1" + "0" * 21),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2, 3, 4, 5, 6), "2026-01-02 03:04:05"),
        (Status.PAID, "2"),
        (Method.CASH, "cash"),
        (5, "5"),
        ("a b", "a b"),
    ],
)
def test_scalars_in_a_query(value: object, text: str) -> None:
    assert encode_scalar(value) == text


@pytest.mark.parametrize("value", [b"x", object(), float("nan"), float("inf"), Decimal("NaN"), [object()], {"a": b"x"}])
def test_what_has_no_form_in_a_query_is_refused(value: object) -> None:
    with pytest.raises(ConfigurationError, match="a query takes"):
        encode_query({"keywords": value})


@pytest.mark.parametrize("arguments", ["a=1", [("a", 1)], 5])
def test_a_query_is_a_mapping(arguments: Any) -> None:
    with pytest.raises(ConfigurationError, match="a query is a mapping"):
        encode_query(arguments)


def test_a_query_that_contains_itself_is_refused() -> None:
    ring: list[object] = []
    ring.append(ring)
    with pytest.raises(ConfigurationError, match="contains itself"):
        encode_query({"tags": ring})


def test_lists_and_mappings_in_a_query_take_brackets() -> None:
    query = {"filter": {"date": {"gte": date(2026, 1, 1)}, "id": [1, 2]}, "page": None, "draft": False}
    assert encode_query(query) == (
        ("filter[date][gte]", "2026-01-01"),
        ("filter[id][]", "1"),
        ("filter[id][]", "2"),
        ("draft", "0"),
    )


plain = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63),
    st.text(max_size=8),
    st.decimals(allow_nan=False, allow_infinity=False, places=4),
)
bodies = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(body=bodies)
def test_a_body_says_exactly_what_was_given(body: Any) -> None:
    assert json.loads(encode_body(body), parse_float=Decimal) == body


@given(amount=st.decimals(allow_nan=False, allow_infinity=False))
def test_an_amount_keeps_its_digits(amount: Decimal) -> None:
    written = encode_body({"a": amount})[5:-1].decode()
    assert Decimal(written) == amount
    if amount.as_tuple().exponent in range(-10, 1):
        assert "E" not in written or amount.adjusted() < -6


def test_everything_that_people_pass_can_be_written() -> None:
    body = {
        "tuple": (1, Decimal("1.10")),
        "set": {2, 1},
        "status": Status.PAID,
        "method": Method("x"),
        "day": date(2026, 1, 2),
        "time": datetime(2026, 1, 2, 3, 4, 5),
        "lines": [InvoiceItemDraft(item="a", quantity=Decimal("1.50"))],
        Status.PAID: 1,
    }
    assert json.loads(encode_body(body), parse_float=str) == {
        "tuple": [1, "1.10"],
        "set": [1, 2],
        "status": 2,
        "method": "x",
        "day": "2026-01-02",
        "time": "2026-01-02 03:04:05",
        "lines": [{"item": "a", "quantity": "1.50"}],
        "2": 1,
    }


class Loop(list[Any]):
    def __init__(self) -> None:
        super().__init__([self])


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        (Decimal("NaN"), "finite number"),
        (Decimal("-Infinity"), "finite number"),
        (math.nan, "finite number"),
        (math.inf, "finite number"),
        (object(), "pass text, a number"),
        (b"bytes", "pass text, a number"),
        (1j, "pass text, a number"),
        ("\ud800", "UTF-8"),
        ({("a",): 1}, "use text"),
        (Loop(), "contains itself"),
        (lambda: 0, "pass text, a number"),
    ],
)
def test_what_cannot_be_sent_is_refused_with_what_to_do(value: object, advice: str) -> None:
    writers: list[Callable[[], bytes]] = [lambda: encode_body(value), lambda: encode_body({"Invoice": {"a": [value]}})]
    for write in writers:
        with pytest.raises(ConfigurationError, match=advice):
            write()
