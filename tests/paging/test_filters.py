"""The filter builder, compared character by character with the documented query strings."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async.errors import ConfigurationError
from daftra_async.filters import (
    any_of,
    eq,
    filter_query,
    from_,
    gt,
    gte,
    in_,
    is_null,
    like,
    lt,
    lte,
    not_equal,
    not_in,
    sort_query,
    to,
)


class Status(IntEnum):
    UNPAID = 0
    PAID = 2


@pytest.mark.parametrize(
    ("where", "documented"),
    [
        ({"type": 19}, "filter[type]=19"),
        ({"payment_status": Status.UNPAID}, "filter[payment_status]=0"),
        ({"name": eq("Brand")}, "filter[name][eq]=Brand"),
        ({"status": not_equal(1)}, "filter[status][not_equal]=1"),
        ({"summary_total": gt(1000)}, "filter[summary_total][gt]=1000"),
        ({"summary_total": gte(Decimal("1000.50"))}, "filter[summary_total][gte]=1000.50"),
        ({"summary_total": lt(Decimal("1E+3"))}, "filter[summary_total][lt]=1000"),
        ({"date": lte(date(2026, 1, 31))}, "filter[date][lte]=2026-01-31"),
        ({"created": gte(datetime(2026, 1, 31, 8, 5))}, "filter[created][gte]=2026-01-31 08:05:00"),
        (
            {"date": [from_("2026-01-01"), to("2026-01-31")]},
            "filter[date][from]=2026-01-01&filter[date][to]=2026-01-31",
        ),
        ({"name": like("%paper%")}, "filter[name][like]=%paper%"),
        ({"id": in_([1, 2, 3])}, "filter[id][in][]=1&filter[id][in][]=2&filter[id][in][]=3"),
        ({"id": {3, 1}}, "filter[id][in][]=1&filter[id][in][]=3"),
        ({"id": not_in((7, 8))}, "filter[id][not_in][]=7&filter[id][not_in][]=8"),
        ({"deleted_at": is_null()}, "filter[deleted_at][is_null]=1"),
        ({"deleted_at": None}, "filter[deleted_at][is_null]=1"),
        ({"deleted_at": is_null(False)}, "filter[deleted_at][is_null]=0"),
        ({"draft": False, "active": True}, "filter[draft]=0&filter[active]=1"),
        ({"journal.date": gte("2026-01-01")}, "filter[journal.date][gte]=2026-01-01"),
        (any_of(status=1, name=like("A%")), "filter[or][status][eq]=1&filter[or][name][like]=A%"),
        (any_of({"client.email": None}, id=in_([5])), "filter[or][client.email][is_null]=1&filter[or][id][in][]=5"),
        ([{"type": 0}, any_of(status=1)], "filter[type]=0&filter[or][status][eq]=1"),
        (None, ""),
        ({}, ""),
    ],
)
def test_a_filter_is_written_as_documented(where: Any, documented: str) -> None:
    assert "&".join(f"{name}={value}" for name, value in filter_query(where)) == documented


@pytest.mark.parametrize(
    ("sort", "documented"),
    [
        ("date", "sort[date]=asc"),
        ("-date", "sort[date]=desc"),
        (["-date", "id"], "sort[date]=desc&sort[id]=asc"),
        ("-client.name", "sort[client.name]=desc"),
        (None, ""),
    ],
)
def test_an_ordering_is_written_as_documented(sort: Any, documented: str) -> None:
    assert "&".join(f"{name}={value}" for name, value in sort_query(sort)) == documented


@pytest.mark.parametrize(
    "where",
    [
        {"": 1},
        {"name][or": 1},
        {"a b": 1},
        {".date": 1},
        {"or": 1},
        {1: 1},
        {"id": []},
        {"id": [1, 2]},
        {"id": object()},
        {"id": float("nan")},
        {"id": float("inf")},
        {"id": gte},
        [any_of(a=1), any_of(b=2)],
        ["status"],
    ],
)
def test_what_the_server_would_ignore_is_refused(where: Any) -> None:
    with pytest.raises(ConfigurationError):
        filter_query(where)


@pytest.mark.parametrize("build", [in_, not_in])
@pytest.mark.parametrize("values", [[], "abc", [[1]]])
def test_a_choice_of_nothing_is_refused(build: Any, values: Any) -> None:
    with pytest.raises(ConfigurationError):
        build(values)


@pytest.mark.parametrize("sort", ["", "-", "date desc", "--date", "sort[date]"])
def test_an_ordering_by_no_field_is_refused(sort: str) -> None:
    with pytest.raises(ConfigurationError):
        sort_query(sort)


fields = st.from_regex(r"[a-z_][a-z0-9_]{0,8}(\.[a-z_][a-z0-9_]{0,8})?", fullmatch=True).filter(
    lambda name: name != "or"
)
amounts = st.decimals(allow_nan=False, allow_infinity=False, places=4)
scalars = st.text(max_size=20) | st.integers() | st.booleans() | st.dates() | amounts


@settings(deadline=None)
@given(st.dictionaries(fields, scalars, max_size=5))
def test_values_survive_the_query_string(where: dict[str, Any]) -> None:
    pairs = filter_query(where)
    assert parse_qsl(urlencode(pairs), keep_blank_values=True) == list(pairs)
    assert [name for name, _ in pairs] == [f"filter[{field}]" for field in where]
