"""What a field's name says of its type, where the page's type came from a sample.

v1 sends numbers as text and v2 samples were typed by their values: money became ``integer``, flags became ``integer``,
ids became ``string``, empty columns became ``null``. The tables below are the whole knowledge; a field that they do
not name keeps its documented type.
"""

from __future__ import annotations

import re
from typing import Any

from ..endpoint import Place, Schema

GUESS = "x-guess"
"""Marks a type that only the name suggests (the sample held null): a page that knows the type overrides it."""

_SCALARS = frozenset({"integer", "number", "string", "boolean"})

_MONEY = re.compile(
    r"^(summary_(subtotal|discount|total|paid|unpaid|deposit|refund|tax1|tax2)"
    r"|(\w+_)?(amount|price|balance|rate|cost|debit|credit|budget|margin)|balance_to_date|price_without_tax"
    r"|(calculated_|maximum_general_)?discount|deposit|subtotal|quantity|factor|unit_factor|tax[12]_value"
    r"|adjustment_value|credit_limit|days)$"
)
_NO_MONEY = re.compile(r"^(quantity_price|label_\w+)$")
_TAX_ID = re.compile(r"^tax[12]$")
_ID = re.compile(r"(^|_)id$")
_TEXT_ID = frozenset({"transaction_id", "terminal_id", "unique_id", "national_id", "official_id", "reference_id"})
_MORE_IDS = frozenset({"added_by", "assigned_by", "timezone", "follow_up_status", "secondary_follow_up_status"})
_NUMBER = frozenset({"type", "order_type", "display_order", "credit_period", "due_after", "shipping_options"})
_TEXT = re.compile(
    r"^(no|po_number|code|number|\w+_number|date_format|language_code|phone[12]|\w+_phone[12]|home_phone|business_Phone"
    r"|mobile|fax|address[12]|\w+_address[12]|city|\w+_city|state|\w+_state|(\w+_)?postal_code|(\w+_)?country_code"
    r"|(\w+_)?currency_code|(\w+_)?name|email|\w+_email|(\w+_)?notes?|description|bn[12]|bn[12]_label|label_\w+|\w+_title"
    r"|col_\d|\w+_url|(footer_)?html|css_style|response_(code|message)|color|icon|barcode|serial_number|extra_details"
    r"|national_id|official_id|reference_id|last_ip|photo|image|attachment|category|map_location|username|option\d|unit"
    r"|adjustment_label|abbr|nationality|citizenship_status|permanent_\w+|exit_reason|mime_type|path|source_method)$"
)
_FLAG = re.compile(
    r"^((is|has|can|show|allow)_\w+|active|draft|suspend|deleted|converted|manually_added|disable_for_client|primary"
    r"|(\w+_)?active_secondary_address|default|default_(estimate|creditnote|refundreceipt|purchase_refund|purchase_order)"
    r"|simple_item_currency|required_terms_file|disabled)$"
)
_DATE = re.compile(r"^(?!label_)((\w+_)?date|date_(from|to))$")
_TIME = re.compile(r"^(created|modified|deleted_at|last_login|last_sent|last_transaction_update)$")


def _is_open(schema: Schema) -> bool:
    """A field whose sample held null: no type, null allowed."""
    return schema.get("nullable") is True and not any(key in schema for key in ("type", "properties", "allOf", "$ref"))


def _typed(schema: Schema, kind: str, form: str | None = None) -> Schema:
    rest: dict[str, Any] = {
        key: value
        for key, value in schema.items()
        if key not in {"type", "format", "maxLength", "default", "example", "enum"}
    }
    guess = {GUESS: True} if _is_open(schema) else {}
    return {"type": kind, **({"format": form} if form else {}), **rest, **guess}


def tax_column(schema: Schema, place: Place) -> Schema:
    """``tax1``, ``tax2`` of a line: ids of taxes, null where there is none; documented as null or as decimals."""
    if not _TAX_ID.match(place.name) or not (_is_open(schema) or schema.get("type") in _SCALARS):
        return schema
    return (
        schema
        if schema.get("type") == "integer" and schema.get("nullable")
        else {**_typed(schema, "integer"), "nullable": True}
    )


def money_as_integer(schema: Schema, place: Place) -> Schema:
    """Amounts, prices, rates, quantities: exact decimals with up to four places, whatever the sample held."""
    named = _MONEY.match(place.name) and not _NO_MONEY.match(place.name)
    if schema.get("type") == "number" or (named and (_is_open(schema) or schema.get("type") in {"integer", "string"})):
        return schema if schema.get("format") == "decimal" else _typed(schema, "number", "decimal")
    return schema


def id_as_text(schema: Schema, place: Place) -> Schema:
    """Ids are integers; v1 sends them as text and empty ones as null."""
    named = (_ID.search(place.name) and place.name not in _TEXT_ID) or place.name in _MORE_IDS or place.name in _NUMBER
    if not named or not (_is_open(schema) or schema.get("type") == "string"):
        return schema
    if "enum" in schema or "x-labels" in schema or (place.name in _NUMBER and not _is_digits(schema)):
        return schema
    return _typed(schema, "integer")


def _is_digits(schema: Schema) -> bool:
    return _is_open(schema) or schema.get("default") in {0, "0"}


def text_as_integer(schema: Schema, place: Place) -> Schema:
    """Document numbers, codes and phone numbers are text, though a sample's digits made them numbers."""
    if not _TEXT.match(place.name) or not (_is_open(schema) or schema.get("type") == "integer"):
        return schema
    if place.name == "code" and place.side == "response":
        return schema
    return schema if "x-enum-labels" in schema or "enum" in schema else _typed(schema, "string")


def flag_as_integer(schema: Schema, place: Place) -> Schema:
    """Columns that only hold 0 or 1 are booleans; one whose labels name other values holds them."""
    if schema.get("x-labels", {}).keys() - {"0", "1"}:
        return schema
    if not _FLAG.match(place.name) or not (_is_open(schema) or schema.get("type") in {"integer", "string"}):
        return schema
    return _typed(schema, "boolean")


def date_as_text(schema: Schema, place: Place) -> Schema:
    """``…_date`` is a date and ``created``, ``modified``… are times, though typed as plain text or null."""
    if not (_is_open(schema) or schema.get("type") == "string") or schema.get("format"):
        return schema
    if _TIME.match(place.name):
        return _typed(schema, "string", "datetime")
    return _typed(schema, "string", "date") if _DATE.match(place.name) else schema
