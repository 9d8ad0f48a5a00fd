"""The whole documentation merged: nothing lost, valid, the same bytes everywhere."""

from __future__ import annotations

import keyword
import re
from collections import Counter
from typing import Any

import pytest
import yaml
from openapi_spec_validator import validate

from generator.fetch.kept_form import operation_of
from generator.fetch.numbers import page_number, request
from generator.fetch.pages import Page
from generator.fetch.sources import read_source
from generator.merge import across
from generator.merge.merging import MergeResult
from generator.merge.overlay import OURS
from generator.merge.quirks import ENDPOINT_RULES, PARAMETER_RULES, SCHEMA_RULES, STRUCTURE_RULES, rule_names
from generator.wire_forms import as_on_the_wire
from generator.yaml_writing import dump
from tests.generator.generator_pages import SPECS, calls_of, operations_of

CRUD = {"list", "get", "create", "update", "delete"}
RESOURCES = {
    "site", "invoices", "estimates", "credit_notes", "refund_receipts",
    "clients", "suppliers", "work_orders", "client_appointments", "invoice_appointments",
    "estimate_appointments", "work_order_appointments", "notes", "time_tracking", "invoice_payments",
    "client_payments", "products", "product_categories", "journals", "journal_accounts",
    "journal_cats", "expenses", "incomes", "taxes", "purchase_invoices",
    "purchase_refunds", "stock_transactions", "stores", "treasuries", "staff",
    "client_attendance_log", "general_listing", "requisitions", "bookings", "advance_payments",
    "follow_up_actions", "follow_up_statuses", "leave_applications", "attendance_logs", "purchase_debit_notes",
    "branches", "product_bundles", "brands", "unit_templates", "cost_centers",
    "payment_gateways", "credit_usage", "charge_usage", "credit_types", "credit_charges",
    "packages", "package_credit_types", "workflow", "asset_types", "asset_locations",
    "storages", "assets", "designations", "departments", "employment_types",
    "apps", "authorization", "entities", "subscriptions", "pos_shifts",
    "purchase_orders", "sales_orders", "shipping_options",
}  # fmt: skip


OTHER_NAMES = {
    "apps.is_active", "clients.get_by_barcode", "clients.get_membership", "clients.get_loyalty_points",
    "products.get_brand_names", "branches.list_v2", "follow_up_statuses.get_v2", "follow_up_statuses.delete_v2",
    "bookings.delete_v2", "estimate_appointments.update_by_post", "work_order_appointments.update_by_post",
    "invoices.add_shipping", "invoices.assign_work_order", "invoices.update_draft", "staff.send_login_details",
    "product_categories.update_items", "product_categories.update_display_order", "sales_orders.convert_to_invoice",
}  # fmt: skip
"""Calls of a known kind under a name of their own."""


IDLE = {
    "stray_spaces",
    "query_in_path",
    "server_contradicts_path",
    "base_not_documented",
    "base_from_server",
    "one_of_values",
    "example_for_response_schema",
    "mixed_enum_values",
}
"""Rules that no page of today needs: they are for pages in other forms, and their own tests prove them."""


def _pages() -> list[Page]:
    """The documentation's pages, and those of calls that it does not have."""
    return [*read_source(SPECS / "pages"), *read_source(SPECS / "added")]


def _properties(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    schemas = document["components"]["schemas"]
    return [
        (name, key, value) for name, schema in schemas.items() for key, value in schema.get("properties", {}).items()
    ]


def test_the_committed_document_is_what_the_pages_give(document: dict[str, Any]) -> None:
    assert (SPECS / "openapi.yaml").read_text("utf-8") == dump(as_on_the_wire(document))


def test_the_document_is_valid_openapi(document: dict[str, Any]) -> None:
    validate(yaml.load((SPECS / "openapi.yaml").read_text("utf-8"), Loader=yaml.SafeLoader))
    assert document["openapi"] == "3.0.3"


def test_every_page_is_a_call(document: dict[str, Any]) -> None:
    published = {page_number(operation_of(one.data)) for one in _pages()}
    called = Counter(number for call in calls_of(document) for number in call["pages"])
    assert set(called) == published
    assert len(published) == 306
    assert set(called.values()) == {1}


def _shape(path: str) -> str:
    """A path without the names of its parameters, its base, its host, its level and its format."""
    bare = re.sub(r"^https?://[^/]+", "", path.strip())
    bare = "/" + bare.removesuffix("{format}").removesuffix(".json").strip("/")
    bare = re.sub(r"^/(api2|v2/api/entity)(?=/)", "", bare)
    return re.sub(r"/(-?\d+|\{\{?format\}?\})$", "/{}", re.sub(r"\{\{?\w+\}?\}", "{}", bare))


def test_every_method_and_path_of_the_pages_is_in_the_document(document: dict[str, Any]) -> None:
    requests = [request(one.data) for one in _pages()]
    published = {(method, _shape(path)) for method, path in requests}
    in_document = {(method, _shape(path)) for method, path, _ in operations_of(document)}
    assert in_document == published


def test_every_call_has_a_name_of_its_own_in_a_known_resource(document: dict[str, Any]) -> None:
    names = [(call["resource"], call["name"]) for call in calls_of(document)]
    assert len(set(names)) == 306
    assert {resource for resource, _ in names} == RESOURCES
    assert all(name.isidentifier() and not keyword.iskeyword(name) for _, name in names)
    others = {f"{call['resource']}.{call['name']}" for call in calls_of(document) if call["kind"] != "action"}
    assert {name for name in others if name.rpartition(".")[2] not in CRUD} == OTHER_NAMES


@pytest.mark.parametrize(
    ("call", "method", "path"),
    [
        ("invoices.get", "get", "/api2/invoices/{id}.json"),
        ("invoices.add_bulk", "post", "/api2/invoices/add_bulk.json"),
        ("advance_payments.create", "post", "/api2/invoices"),
        ("advance_payments.list", "get", "/v2/api/entity/invoice/list/{level}"),
        ("bookings.convert_to_invoice", "get", "/api2/bookings/convert_to_invoice/{id}"),
        ("requisitions.get", "get", "/api2/requisitions/{id}"),
        ("branches.list", "get", "/api2/branches"),
        ("follow_up_statuses.delete", "delete", "/api2/follow_up_statuses/{id}.json"),
        ("cost_centers.update", "put", "/v2/api/entity/cost_center/{id}"),
        ("brands.list", "get", "/v2/api/entity/brand/list/{level}"),
        ("workflow.update", "put", "/v2/api/entity/le_workflow-type-entity-{workflow_id}/{record_id}"),
        ("authorization.create_token", "post", "/v2/oauth/token"),
        ("entities.fetch_many", "post", "/v2/api/multi-entity"),
        ("apps.is_active", "get", "/v2/api/app-manager/is_active/{id}"),
    ],
)
def test_calls_are_where_they_belong(document: dict[str, Any], call: str, method: str, path: str) -> None:
    calls = document["paths"][path][method]["x-daftra"]["calls"]
    assert call in {f"{one['resource']}.{one['name']}" for one in calls}


def test_calls_that_share_method_and_path_take_one_of_several_bodies(document: dict[str, Any]) -> None:
    for path in ("/v2/api/entity/credit_usage", "/v2/api/entity/charge_usage", "/v2/api/entity/package"):
        operation = document["paths"][path]["post"]
        bodies = operation["requestBody"]["content"]["application/json"]["schema"]["anyOf"]
        assert [one["$ref"].rpartition("/")[2] for one in bodies] == [c["body"] for c in operation["x-daftra"]["calls"]]
    update = document["paths"]["/v2/api/entity/credit_usage"]["post"]["x-daftra"]["calls"][1]
    assert (update["name"], update["id_in_body"], update["draft"]) == ("update", True, "CreditUsageDraft")


def test_actions_by_type_and_by_id_share_a_parameter_that_bears_both_names(document: dict[str, Any]) -> None:
    item = document["paths"]["/api2/follow_up_actions/{type_or_id}.json"]
    names = {call["name"]: call["names"] for call in item["get"]["x-daftra"]["calls"]}
    assert names == {"list": {"type_or_id": "type"}, "get": {"type_or_id": "id"}}
    assert [one["name"] for one in item["delete"]["parameters"]] == ["type_or_id"]


def test_everything_a_call_names_is_there(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    for method, path, operation in operations_of(document):
        named = {one["name"] for one in operation.get("parameters", ())}
        assert set(re.findall(r"\{(\w+)\}", path)) <= named
        for call in operation["x-daftra"]["calls"]:
            assert set(call["parameters"]) | set(call["fixed"]) <= named, (method, path)
            assert all(call[key] is None or call[key] in schemas for key in ("record", "body", "draft"))
            assert call["draft"] is None or call["body"] is not None


def test_every_read_but_six_knows_its_record(document: dict[str, Any]) -> None:
    shapeless = [call for call in calls_of(document) if call["kind"] in {"list", "get"} and not call["record"]]
    assert {f"{call['resource']}.{call['name']}" for call in shapeless} == {
        "apps.is_active",
        "clients.get_by_barcode",
        "clients.get_loyalty_points",
        "clients.get_membership",
        "general_listing.get",
        "products.get_brand_names",
    }


def test_no_credential_and_no_placeholder_is_a_parameter(document: dict[str, Any]) -> None:
    names = {
        one["name"].lower() for _, _, operation in operations_of(document) for one in operation.get("parameters", ())
    }
    assert not names & {"authorization", "apikey", "accept", "content-type", "format"}
    assert all(
        one["in"] in {"path", "query"} for _, _, op in operations_of(document) for one in op.get("parameters", ())
    )
    assert "{{" not in dump(document)
    assert not re.search(r"\b01[0-9A-HJKMNP-TV-Z]{24}\b", dump(document))


def test_records_are_flat_optional_and_free_of_secrets(document: dict[str, Any]) -> None:
    records = {call["record"] for call in calls_of(document)} - {None}
    for name in records:
        schema = document["components"]["schemas"][name]
        assert schema["type"] == "object"
        assert "required" not in schema
        assert not {"allOf", "oneOf"} & set(schema)
        assert "password" not in schema["properties"]


def test_drafts_hold_nothing_that_the_server_sets(document: dict[str, Any]) -> None:
    for name in {call["draft"] for call in calls_of(document)} - {None}:
        schema = document["components"]["schemas"][name]
        assert not {"id", "created", "modified", "deleted_at"} & set(schema["properties"]), name
        assert not any(value.get("readOnly") for value in schema["properties"].values()), name
        assert set(schema.get("required", ())) <= set(schema["properties"])


def test_money_is_decimal_ids_are_integers_and_flags_are_booleans(document: dict[str, Any]) -> None:
    for owner, name, schema in _properties(document):
        where = f"{owner}.{name}"
        if re.match(r"summary_(sub)?total$|(unit_)?price$|amount$|total_(debit|credit)$", name) and "type" in schema:
            assert schema["type"] == "object" or schema.get("format") == "decimal", where
        if re.match(r"(client|staff|branch|store|product|invoice)_id$", name) and owner != "TokenRequest" and schema:
            assert schema.get("items", schema).get("type", "integer") == "integer", where
        if re.match(r"is_\w+$", name) and where != "PurchaseOrder.is_received":
            assert schema["type"] == "boolean", where
        assert schema.get("type") != "number" or schema.get("format") == "decimal", where
        assert schema.get("format") != "date-time", where


def test_enums_are_named_once_with_names_and_labels(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    enums = {name: schema for name, schema in schemas.items() if "enum" in schema}
    assert len(enums) >= 25
    for name, schema in enums.items():
        assert len(schema["enum"]) == len(schema["x-enum-varnames"]) == len(schema["x-enum-labels"]), name
        assert len(set(schema["x-enum-varnames"])) == len(schema["enum"]), name
        assert all(re.fullmatch(r"[A-Z][A-Z0-9_]*", one) for one in schema["x-enum-varnames"]), name
        assert "_1" not in schema["x-enum-varnames"]
    assert len({repr(schema) for schema in enums.values()}) == len(enums)
    assert not any("enum" in schema for _, _, schema in _properties(document))


@pytest.mark.parametrize(
    ("record", "field", "schema"),
    [
        ("Invoice", "summary_total", {"type": "number", "format": "decimal", "readOnly": True}),
        ("Invoice", "Client", {"$ref": "#/components/schemas/Client"}),
        ("Invoice", "InvoiceItem", {"type": "array", "items": {"$ref": "#/components/schemas/InvoiceItem"}}),
        ("Invoice", "InvoiceTax", {"type": "array", "items": {"$ref": "#/components/schemas/InvoiceTax"}}),
        ("InvoiceItem", "Product", {"$ref": "#/components/schemas/Product"}),
        ("Estimate", "InvoiceItem", {"type": "array", "items": {"$ref": "#/components/schemas/InvoiceItem"}}),
        (
            "PurchaseInvoice",
            "PurchaseOrderItem",
            {"type": "array", "items": {"$ref": "#/components/schemas/PurchaseInvoiceItem"}},
        ),
        (
            "Journal",
            "JournalTransaction",
            {"type": "array", "items": {"$ref": "#/components/schemas/JournalTransaction"}},
        ),
        ("Client", "site_id", {"type": "integer"}),
    ],
)
def test_records_hold_what_people_look_for(
    document: dict[str, Any], record: str, field: str, schema: dict[str, Any]
) -> None:
    found = document["components"]["schemas"][record]["properties"][field]
    plain = found["allOf"][0] if list(schema) == ["$ref"] and "allOf" in found else found
    assert {key: value for key, value in plain.items() if key != "description"} == schema


def test_bodies_have_the_shape_that_the_server_takes(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    assert list(schemas["InvoiceWrite"]["properties"])[:3] == ["Invoice", "InvoiceItem", "Payment"]
    assert schemas["InvoiceDraft"]["required"] == ["client_id"]
    assert "required" not in schemas["InvoiceItemDraft"]
    assert list(schemas["PurchaseInvoiceWrite"]["properties"])[:2] == ["PurchaseOrder", "PurchaseOrderItem"]
    assert list(schemas["AppointmentWrite"]["properties"]) == ["Appointment", "RecurringAppointment"]
    assert list(schemas["ProductCategoryWrite"]["properties"]) == ["Category"]
    assert schemas["BrandUpdate"]["required"] == ["id", "name"]
    assert schemas["InvoiceWriteBatch"] == {"type": "array", "items": {"$ref": "#/components/schemas/InvoiceWrite"}}
    assert schemas["TaxDraft"]["required"] == ["name", "value"]
    assert "client_credit" in str(document["paths"]["/api2/invoice_payments.json"]["get"]["parameters"])


def test_the_token_endpoint_takes_a_form_and_no_credential(document: dict[str, Any]) -> None:
    operation = document["paths"]["/v2/oauth/token"]["post"]
    assert next(iter(operation["requestBody"]["content"])) == "application/x-www-form-urlencoded"
    assert operation["security"] == []


def test_names_are_short_and_none_is_generated(document: dict[str, Any]) -> None:
    for name in document["components"]["schemas"]:
        assert re.fullmatch(r"[A-Z][A-Za-z]+", name), name
        assert not re.search(r"Response|Inline|Base$|Data[A-Z]|DataItem|Ref$", name), name


def test_every_operation_says_what_it_is_for(document: dict[str, Any]) -> None:
    assert all(operation["summary"] for _, _, operation in operations_of(document))
    ids = [operation["operationId"] for _, _, operation in operations_of(document)]
    assert len(set(ids)) == len(ids)


def test_every_rule_is_documented_counted_and_listed_once(merged: MergeResult) -> None:
    rules = [*ENDPOINT_RULES, *PARAMETER_RULES, *STRUCTURE_RULES, *SCHEMA_RULES]
    assert all(rule.__doc__ for rule in rules)
    names = (*rule_names(), *across.RULES, *across.CENSUS)
    assert len(set(names)) == len(names)
    idle = {name for name in names if merged.report.counts[name] == 0}
    assert idle == IDLE
    assert set(merged.report.counts) - set(names) == set(OURS)
