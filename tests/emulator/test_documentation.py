"""The table of operations that the emulator ships with is the documentation's."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import httpx
import pytest
import yaml

from daftra_async import OPERATIONS, _generated
from daftra_async.emulator import Emulator
from daftra_async.emulator.documented import documented_schema
from generator.emit import emulator_table
from generator.wire_forms import as_generated

SPEC = Path(__file__).parents[2] / "specs" / "openapi.yaml"


def test_the_shipped_table_is_made_from_the_merged_document() -> None:
    document = yaml.load(SPEC.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    shipped = files(_generated).joinpath(emulator_table.FILE).read_bytes()
    assert emulator_table.encoded(as_generated(document)) == shipped


def test_every_operation_of_the_sdk_is_in_the_table() -> None:
    known = {(call.resource, call.name): (call.method, call.path, call.model_key) for call in documented_schema().calls}
    for operation in OPERATIONS:
        found = known[operation.resource, operation.name]
        assert found == (operation.method, operation.base + operation.path, operation.model_key)
    assert len(OPERATIONS) == len(known)


def test_every_relation_leads_to_a_known_shape() -> None:
    shapes = documented_schema().shapes
    targets = {field.target for shape in shapes.values() for field in shape.fields.values() if field.target}
    assert targets <= set(shapes)


@pytest.mark.parametrize("emulator", [{"refuse_extra_data": False}], indirect=True)
async def test_every_documented_call_is_answered(emulator: Emulator, api: httpx.AsyncClient) -> None:
    for call in documented_schema().calls:
        path = call.path
        for name in ("level", "workflow_id", "record_id", "id", "type_or_id", "booking_status", "app_id", "entity_id"):
            path = path.replace(f"{{{name}}}", "1")
        path = path.replace("{model}", "clients").replace("{type}", "invoice").replace("{entity}", "invoice")
        body: dict[str, object] = {call.model_key: {}} if call.model_key else {}
        answer = await api.request(call.method, path, json=body if call.method in {"POST", "PUT"} else None)
        assert "Invalid Endpoint" not in answer.text, path
        assert answer.text != '{"error":"Entity Not exists"}', path
