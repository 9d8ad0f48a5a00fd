"""Small documentation pages for the generator's tests, in the shape that the documentation publishes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.fetch.kept_form import kept_form, operation_of
from generator.fetch.numbers import page_number
from generator.fetch.pages import Page
from generator.merge.conformance import plain_endpoint
from generator.merge.endpoint import Endpoint, Place, read_endpoint
from generator.merge.normalise import normalise
from generator.report import Report

SPECS = Path(__file__).resolve().parents[2] / "specs"
V1 = "https://{{subdomain}}.daftra.com/api2"
V2 = "https://{{subdomain}}.daftra.com/v2/api/entity"
ANYWHERE = Place("page.yaml", ("responses", "200"))


def page(
    method: str = "get",
    path: str = "/things{format}",
    *,
    title: str = "GET All Things",
    folder: str = "Endpoints v1/Things",
    server: str = V1,
    number: int | None = 15000001,
    components: dict[str, Any] | None = None,
    file: str = "page.yaml",
    **operation: Any,
) -> Page:
    """A page with one operation."""
    described = {
        "summary": title,
        "tags": [folder],
        "responses": {"200": answer({"type": "object", "properties": {}})},
        "x-apidog-folder": folder,
        "x-page-id": None if number is None else str(number),
        "x-documented-server": server,
        **operation,
    }
    return Page(file, {"openapi": "3.0.1", "paths": {path: {method: described}}, "components": components or {}})


def answer(schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A JSON answer with a schema."""
    return {"description": "OK", "content": {"application/json": {"schema": schema}}, **more}


def body(schema: dict[str, Any], *, media_type: str = "application/json", **more: Any) -> dict[str, Any]:
    """A request body with a schema."""
    return {"content": {media_type: {"schema": schema}}, **more}


def listed(record: dict[str, Any], *, key: str = "Thing") -> dict[str, Any]:
    """The v1 envelope around a list of wrapped records."""
    rows = {"type": "array", "items": {"type": "object", "properties": {key: record}}}
    return {"type": "object", "properties": {"code": {"type": "integer"}, "result": {"type": "string"}, "data": rows}}


def endpoint(*arguments: Any, **options: Any) -> Endpoint:
    """The endpoint of a page as the rules meet it."""
    one = page(*arguments, **options)
    number = page_number(operation_of(one.data), one.file) or "none"
    return read_endpoint(Page(one.file, kept_form(one.data, number=number).data), number)


def normal(*arguments: Any, **options: Any) -> Endpoint:
    """The endpoint of a page after all rules. Raises what they refuse."""
    report = Report()
    found = plain_endpoint(normalise(endpoint(*arguments, **options), report), report)
    report.refuse_errors()
    return found


def named(name: str, side: str = "responses") -> Place:
    """The place of a property with this name."""
    return Place("page.yaml", (side, "properties", name))


def operations_of(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """Path, method and operation of each request of a merged document."""
    return [(m, path, operation) for path, item in document["paths"].items() for m, operation in item.items()]


def calls_of(document: dict[str, Any]) -> list[dict[str, Any]]:
    """What the document says of each call."""
    return [call for _, _, operation in operations_of(document) for call in operation["x-daftra"]["calls"]]
