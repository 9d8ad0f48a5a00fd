"""Enumerations keep what the documentation does not name."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .models import Method, Status


def test_documented_values_have_names_and_labels() -> None:
    assert (Status(2).name, Status(2).label, Status(2).known) == ("PAID", "Paid", True)
    assert (Method("cash").name, Method("cash").label, Method("cash").known) == ("CASH", "Cash", True)


def test_other_values_are_kept_beside_the_named_ones() -> None:
    assert (Status(99), Status(99).label, Status(99).known) == (99, "99", False)
    assert (Method("x"), Method("x").label, Method("x").known) == ("x", "x", False)
    assert list(Status) == [Status.UNPAID, Status.PAID]
    assert list(Method) == [Method.CASH]


@given(number=st.integers())
def test_any_number_is_a_value(number: int) -> None:
    status = Status(number)
    assert status == number
    assert hash(status) == hash(number)
    assert pickle.loads(pickle.dumps(status)) == status
    assert type(pickle.loads(pickle.dumps(status))) is Status


@given(text=st.text(min_size=1))
def test_any_text_is_a_value(text: str) -> None:
    method = Method(text)
    assert method == text
    assert pickle.loads(pickle.dumps(method)) == method


def test_an_unknown_value_is_the_same_object_each_time() -> None:
    assert Status(98) is Status(98)


@pytest.mark.parametrize("value", [None, "paid", 1.5, True])
def test_what_is_no_number_is_no_value(value: Any) -> None:
    with pytest.raises(ValueError, match="not a valid Status"):
        Status(value)


def test_what_is_no_text_is_no_value() -> None:
    with pytest.raises(ValueError, match="not a valid Method"):
        Method(5)  # type: ignore[arg-type]


def test_the_empty_text_is_no_value() -> None:
    with pytest.raises(ValueError, match="not a valid"):
        Method("")
