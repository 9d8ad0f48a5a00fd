"""What fields' names say of their types, where samples typed them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.merge.quirks import fields
from tests.generator.generator_pages import named

INTEGER = {"type": "integer"}
TEXT = {"type": "string"}
NULL: dict[str, Any] = {"nullable": True}
DECIMAL = {"type": "number", "format": "decimal"}


@pytest.mark.parametrize(
    "name",
    ["summary_total", "amount", "unit_price", "quantity", "discount", "shipping_amount", "total_debit", "hourly_rate"],
)
@pytest.mark.parametrize("schema", [INTEGER, {"type": "number"}, TEXT])
def test_money_as_integer_is_a_decimal(name: str, schema: dict[str, Any]) -> None:
    assert fields.money_as_integer(schema, named(name)) == DECIMAL


def test_money_is_never_a_binary_number_whatever_its_name() -> None:
    assert fields.money_as_integer({"type": "number"}, named("anything")) == DECIMAL


@pytest.mark.parametrize(
    "name", ["id", "discount_type", "label_paid_amount", "quantity_price", "deposit_type", "due_after"]
)
def test_what_is_no_money_is_left_alone(name: str) -> None:
    assert fields.money_as_integer(INTEGER, named(name)) is INTEGER


@pytest.mark.parametrize("schema", [NULL, INTEGER, {"type": "number", "format": "decimal"}])
def test_tax_column_is_a_nullable_id(schema: dict[str, Any]) -> None:
    found = fields.tax_column(schema, named("tax1"))
    assert (found["type"], found["nullable"]) == ("integer", True)


@pytest.mark.parametrize("name", ["id", "client_id", "added_by", "follow_up_status"])
@pytest.mark.parametrize("schema", [TEXT, NULL])
def test_id_as_text_is_an_integer(name: str, schema: dict[str, Any]) -> None:
    assert fields.id_as_text(schema, named(name))["type"] == "integer"


@pytest.mark.parametrize("name", ["transaction_id", "terminal_id", "unique_id", "national_id", "paid", "type"])
def test_texts_that_only_look_like_ids_stay(name: str) -> None:
    assert fields.id_as_text(TEXT, named(name)) is TEXT


@pytest.mark.parametrize("name", ["no", "po_number", "supplier_number", "phone1", "date_format"])
def test_text_as_integer_is_text(name: str) -> None:
    assert fields.text_as_integer(INTEGER, named(name))["type"] == "string"


def test_the_code_of_an_envelope_stays_a_number() -> None:
    assert fields.text_as_integer(INTEGER, named("code")) is INTEGER
    assert fields.text_as_integer(INTEGER, named("code", "requestBody"))["type"] == "string"


@pytest.mark.parametrize("name", ["is_offline", "active", "draft", "has_notes", "default_estimate", "is_primary"])
@pytest.mark.parametrize("schema", [INTEGER, TEXT, NULL])
def test_flag_as_integer_is_a_boolean(name: str, schema: dict[str, Any]) -> None:
    assert fields.flag_as_integer(schema, named(name))["type"] == "boolean"


@pytest.mark.parametrize("name", ["status", "default_store_id", "payment_status", "gender"])
def test_what_may_hold_more_than_two_values_is_no_flag(name: str) -> None:
    assert fields.flag_as_integer(INTEGER, named(name)) is INTEGER


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("date", "date"),
        ("issue_date", "date"),
        ("date_from", "date"),
        ("created", "datetime"),
        ("deleted_at", "datetime"),
    ],
)
def test_date_as_text_has_its_format(name: str, form: str) -> None:
    assert fields.date_as_text(TEXT, named(name)) == {"type": "string", "format": form}


@pytest.mark.parametrize("name", ["label_due_date", "update", "name"])
def test_what_is_no_date_stays_text(name: str) -> None:
    assert fields.date_as_text(TEXT, named(name)) is TEXT


def test_a_documented_format_wins_over_the_name() -> None:
    time = {"type": "string", "format": "datetime"}
    assert fields.date_as_text(time, named("date")) is time


def test_a_type_that_only_the_name_suggests_is_marked_as_a_guess() -> None:
    assert fields.GUESS in fields.text_as_integer(NULL, named("photo"))
    assert fields.GUESS not in fields.text_as_integer(INTEGER, named("no"))
