"""The document that is published tells answers as they arrive, and the generator finds its own again in it."""

from __future__ import annotations

from typing import Any

import pytest
from openapi_schema_validator import OAS30Validator

from generator.merge.merging import merge
from generator.openapi import operations
from generator.wire_forms import as_generated, as_on_the_wire


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    return merge().document


@pytest.fixture(scope="module")
def document(plain: dict[str, Any]) -> dict[str, Any]:
    return as_on_the_wire(plain)


CLIENT = {
    "id": "1", "business_name": "ACME", "first_name": "", "phone1": 20100, "country_code": "EG",
    "created": "2026-09-24 01:10:36", "suspend": "0", "is_offline": 1, "type": "3", "starting_balance": None, "new": 1,
}  # fmt: skip
LINE = {"id": "1", "quantity": "1", "unit_price": "35000", "subtotal": 35000, "tax1": None, "Product": {"id": "8"}}
INVOICE = {
    "id": "1", "no": "000001", "draft": "0", "payment_status": 0, "summary_total": 32999.9961, "summary_paid": "0.00",
    "date": "25/09/2026", "client_id": "1", "Client": CLIENT, "InvoiceItem": [LINE], "InvoiceTax": [],
}  # fmt: skip
DONE = {"result": "successful", "code": 200}
ANSWERS: list[tuple[str, str, Any]] = [
    ("/api2/invoices/{id}.json", "200", {**DONE, "data": {"Invoice": INVOICE}}),
    ("/api2/invoices/{id}.json", "200", {**DONE, "data": {"Invoice": {**INVOICE, "Client": [], "InvoiceItem": None}}}),
    ("/api2/invoices/{id}.json", "200", {**DONE, "data": {"Invoice": {"Client": [CLIENT], "InvoiceItem": LINE}}}),
    ("/api2/invoices/{id}.json", "200", {**DONE, "data": {"Invoice": {"payment_status": "0", "date": "0000-00-00"}}}),
    ("/api2/clients.json", "200", {**DONE, "data": [{"Client": CLIENT}], "pagination": {"page": 2, "next": None}}),
    ("/v2/api/entity/branch/list/{level}", "200", {"data": [{"id": 1, "status": 1}], "from": 1, "total": 1}),
]
"""(path, status, an answer in the forms that were seen on live accounts)."""


@pytest.mark.parametrize(("path", "status", "answer"), ANSWERS)
def test_answers_as_they_arrive_fit(document: dict[str, Any], path: str, status: str, answer: Any) -> None:
    schema = document["paths"][path]["get"]["responses"][status]["content"]["application/json"]["schema"]
    validator = OAS30Validator({**schema, "components": document["components"]})
    assert [error.message for error in validator.iter_errors(answer)] == []


def test_an_answer_in_no_known_form_does_not_fit(document: dict[str, Any]) -> None:
    schema = {"$ref": "#/components/schemas/Invoice", "components": document["components"]}
    assert not OAS30Validator(schema).is_valid({"summary_total": {"amount": 1}})


def test_every_example_fits(document: dict[str, Any]) -> None:
    answers = [*document["components"]["responses"].values()]
    answers += [one for _, _, call in operations(document) for one in call["responses"].values()]
    media = [content for answer in answers for content in answer.get("content", {}).values() if "example" in content]
    assert len(media) > 200
    for content in media:
        validator = OAS30Validator({**content["schema"], "components": document["components"]})
        assert [error.message for error in validator.iter_errors(content["example"])] == []


def test_the_generator_finds_its_own_document_again(plain: dict[str, Any], document: dict[str, Any]) -> None:
    assert as_generated(document) == plain
    assert as_generated(plain) == plain


def test_requests_are_as_documented(plain: dict[str, Any], document: dict[str, Any]) -> None:
    draft = document["components"]["schemas"]["InvoiceDraft"]
    assert draft["required"] == ["client_id"]
    assert draft["properties"]["client_id"]["type"] == "integer"


def test_every_call_and_every_tag_is_described(document: dict[str, Any]) -> None:
    assert all(tag["description"] for tag in document["tags"])
    for path, method, call in operations(document):
        assert call["summary"], (method, path)
        assert call["description"], (method, path)
        assert any(status.startswith("4") for status in call["responses"]), (method, path)
