"""Public names: what folders, titles, methods and paths become."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.merge.endpoint import CallName
from generator.merge.naming import Neighbours, child_record, proposed_name
from generator.merge.wording import summary
from generator.words import pascal_case, singular, snake_case
from tests.generator.generator_pages import V2, normal


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("invoices", "invoice"),
        ("taxes", "tax"),
        ("branches", "branch"),
        ("treasuries", "treasury"),
        ("follow_up_statuses", "follow_up_status"),
        ("expenses", "expense"),
        ("staff", "staff"),
        ("credit_usage", "credit_usage"),
    ],
)
def test_the_singular_of_a_resource(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("method", "path", "title", "name", "kind"),
    [
        ("get", "/things{format}", "GET All Things", "list", "list"),
        ("get", "/thing/list/1", "Things", "list", "list"),
        ("get", "/things/{id}{format}", "GET Single Thing", "get", "get"),
        ("post", "/things{format}", "Add New Thing", "create", "create"),
        ("post", "/thing", "Edit Thing", "update", "update"),
        ("put", "/things/{id}{format}", "Edit Things", "update", "update"),
        ("patch", "/things/{id}{format}", "Edit Things", "update", "update"),
        ("delete", "/things/{id}{format}", "Delete Things", "delete", "delete"),
        ("post", "/things/add_bulk{format}", "Bulk Add Things", "add_bulk", "action"),
        ("get", "/things/send/{id}{format}", "Send A Thing", "send", "action"),
        ("delete", "/delete/thing/{id}", "Delete Thing", "delete", "delete"),
    ],
)
def test_what_a_call_is_named(method: str, path: str, title: str, name: str, kind: str) -> None:
    found = normal(method, path, title=title)
    assert proposed_name(found, Neighbours()) == CallName("things", name, kind, "Thing")


@pytest.mark.parametrize(
    ("folder", "path", "resource", "record"),
    [
        ("Endpoints v1/Taxes", "/taxes", "taxes", "Tax"),
        ("Endpoints v1/Work Order Appointments", "/work_order_appointments", "work_order_appointments", "Appointment"),
        ("Endpoints v1/Client-attendance-log", "/client-attendance-log", "client_attendance_log", "ClientAttendance"),
        ("Endpoints v2/A New Folder", "/new_folder", "a_new_folder", "ANewFolder"),
    ],
)
def test_which_resource_and_record_a_folder_documents(folder: str, path: str, resource: str, record: str) -> None:
    found = normal("post", path, folder=folder, title="Add New Thing", server=V2)
    named = proposed_name(found, Neighbours())
    assert (named.resource, named.record) == (resource, record)


@pytest.mark.parametrize(
    ("owner", "key", "record"),
    [
        ("Invoice", "InvoiceItem", "InvoiceItem"),
        ("AdvancePayment", "invoice_item", "InvoiceItem"),
        ("AdvancePayment", "clients", "Client"),
        ("PurchaseInvoice", "PurchaseOrderItem", "PurchaseInvoiceItem"),
        ("Booking", "InvoiceItem", "BookingItem"),
        ("UnitTemplate", "branch", "Branch"),
    ],
)
def test_which_record_a_relation_holds(owner: str, key: str, record: str) -> None:
    assert child_record(owner, key) == record


@given(st.text(alphabet="abcXYZ 09_-/&", min_size=1))
def test_names_are_words_of_letters_digits_and_underscores(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9_]*", snake_case(text))
    assert re.fullmatch(r"[A-Za-z0-9]*", pascal_case(text))


@pytest.mark.parametrize(
    ("resource", "name", "kind", "line"),
    [
        ("invoices", "list", "list", "Invoices, page by page"),
        ("invoices", "get", "get", "One invoice with its client, lines and payments"),
        ("expenses", "create", "create", "Create an expense"),
        ("taxes", "update", "update", "Replace a tax: fields left out are reset"),
        ("staff", "get", "get", "One staff member"),
        ("bookings", "change_status", "action", "Move a booking to another status"),
        ("things", "shake_up", "action", "Shake up (things)"),
    ],
)
def test_every_call_has_its_line(resource: str, name: str, kind: str, line: str) -> None:
    assert summary(CallName(resource, name, kind, "Thing"), replaces=True) == line


def test_an_update_that_is_not_known_to_reset_anything_does_not_say_so() -> None:
    assert summary(CallName("brands", "update", "update", "Brand"), replaces=False) == "Update a brand"
