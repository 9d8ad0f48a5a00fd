"""From the document to the package: what is emitted, what stops the run, and that nothing is lost on the way."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.options import CallOptions
from generator.emit.generate import GenerationError, build, generate
from generator.emit.projection import ProjectionError, project
from generator.emit.verify import VerificationError, verify
from generator.emit.views import literal, sentence
from generator.errors import GeneratorError
from generator.identifiers import OPTIONS, argument_name, attribute_name
from generator.words import plural, snake_case

SMALL = Path(__file__).with_name("small_document.yaml")


@pytest.fixture
def document() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(SMALL.read_text(encoding="utf-8"))
    return loaded


def written(document: dict[str, Any], folder: Path) -> Path:
    spec = folder / "openapi.yaml"
    spec.write_text(yaml.safe_dump(document), encoding="utf-8")
    return spec


def files(root: Path) -> dict[str, str]:
    return {str(path.relative_to(root)): path.read_text(encoding="utf-8") for path in root.rglob("*.py")}


def test_every_call_becomes_one_method_and_one_endpoint_module(tmp_path: Path) -> None:
    assert generate(SMALL, tmp_path / "out") == 4
    emitted = files(tmp_path / "out")
    assert {name for name in emitted if name.startswith("api/invoices/")} == {
        "api/invoices/__init__.py",
        "api/invoices/create.py",
        "api/invoices/get.py",
        "api/invoices/list_.py",
        "api/invoices/update.py",
    }
    assert (
        "async def get(self, id: int, **options: Unpack[CallOptions]) -> Invoice:"
        in emitted["api/invoices/__init__.py"]
    )


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    generate(SMALL, tmp_path / "one")
    generate(SMALL, tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_relation_is_named_for_people_and_filled_by_its_wire_name(tmp_path: Path) -> None:
    generate(SMALL, tmp_path / "out")
    model = files(tmp_path / "out")["models/invoice.py"]
    assert 'items: list[_InvoiceItem] = wire_field(default_factory=list, name="InvoiceItem")' in model
    assert "def from_(self) -> Any:" in model


def test_a_draft_lays_the_body_sections_side_by_side(tmp_path: Path) -> None:
    generate(SMALL, tmp_path / "out")
    draft = files(tmp_path / "out")["models/invoice_draft.py"]
    assert '"items": ("InvoiceItem", "")' in draft
    assert '_wire_section: ClassVar[str | None] = "Invoice"' in draft
    assert "client_id: int\n" in draft


def test_a_failed_run_leaves_the_old_package_alone(tmp_path: Path, document: dict[str, Any]) -> None:
    generate(SMALL, tmp_path / "out")
    before = files(tmp_path / "out")
    del document["components"]["schemas"]["Client"]
    with pytest.raises(ProjectionError, match="'Client'"):
        generate(written(document, tmp_path), tmp_path / "out")
    assert files(tmp_path / "out") == before


def drop_extension(document: dict[str, Any]) -> None:
    del document["paths"]["/api2/invoices.json"]["get"]["x-daftra"]


def double_a_name(document: dict[str, Any]) -> None:
    extension = document["paths"]["/api2/invoices.json"]["get"]["x-daftra"]
    extension["calls"].append({**extension["calls"][0], "pages": ["9"]})


def name_an_unknown_parameter(document: dict[str, Any]) -> None:
    document["paths"]["/api2/invoices.json"]["get"]["x-daftra"]["calls"][0]["parameters"].append("colour")


def leave_the_base(document: dict[str, Any]) -> None:
    document["paths"]["/api2/invoices.json"]["get"]["x-daftra"]["base"] = "/v2/api/entity"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (drop_extension, r"GET /api2/invoices\.json: no x-daftra"),
        (double_a_name, r"two calls are named invoices\.list"),
        (name_an_unknown_parameter, r"unknown \['colour'\]"),
        (leave_the_base, r"does not begin with its base"),
    ],
)
def test_a_document_off_the_conventions_stops_with_the_operation(
    document: dict[str, Any], spoil: Callable[[dict[str, Any]], None], says: str
) -> None:
    spoil(document)
    with pytest.raises(ProjectionError, match=says):
        project(document)


def test_a_warning_of_the_code_generator_stops_the_run(tmp_path: Path, document: dict[str, Any]) -> None:
    document["components"]["schemas"]["InvoicePaymentStatus"]["enum"] = [0, "1", -1]
    with pytest.raises(GenerationError, match="type"):
        generate(written(document, tmp_path), tmp_path / "out")


def test_verification_finds_a_dropped_operation(tmp_path: Path, document: dict[str, Any]) -> None:
    build(project(document), tmp_path / "out")
    more = copy.deepcopy(document)
    call = more["paths"]["/api2/invoices/{id}.json"]["get"]["x-daftra"]["calls"][0]
    more["paths"]["/api2/invoices/{id}/lines.json"] = {
        "get": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
            "x-daftra": {"base": "/api2", "calls": [{**call, "name": "lines"}]},
        }
    }
    with pytest.raises(VerificationError, match=r"dropped: .*invoices\.lines"):
        verify(project(more), tmp_path / "out")


def test_verification_finds_a_credential_in_a_signature(tmp_path: Path, document: dict[str, Any]) -> None:
    operation = document["paths"]["/api2/invoices/{id}.json"]["get"]
    operation["parameters"].append({"name": "apikey", "in": "query", "schema": {"type": "string"}})
    operation["x-daftra"]["calls"][0]["parameters"].append("apikey")
    with pytest.raises(VerificationError, match="credential"):
        generate(written(document, tmp_path), tmp_path / "out")


@given(st.text())
def test_any_text_becomes_a_one_line_literal_of_itself(text: str) -> None:
    shown = literal(text)
    assert ast.literal_eval(shown) == text
    assert "\n" not in shown


@given(st.text())
def test_any_text_in_a_docstring_stays_in_it(text: str) -> None:
    tree = ast.parse(f'"""{sentence(text)}"""\nend = 1\n')
    assert [type(node) for node in tree.body] == [ast.Expr, ast.Assign]


@pytest.mark.parametrize(
    ("wire", "owner", "many", "name"),
    [
        ("client_id", "Invoice", False, "client_id"),
        ("InvoiceItem", "Invoice", True, "items"),
        ("InvoiceItem", "Estimate", True, "items"),
        ("InvoiceTax", "Invoice", True, "taxes"),
        ("Client", "Invoice", False, "client"),
        ("from", "Page", False, "from_"),
        ("Deposit", "Invoice", False, "deposit_record"),
        ("bookingId", "Booking", False, "booking_id"),
        ("low_stock_thershold", "Product", False, "low_stock_threshold"),
        ("availabe_online", "Product", False, "available_online"),
    ],
)
def test_attributes_are_named_as_a_person_would(wire: str, owner: str, many: bool, name: str) -> None:
    taken = frozenset({"deposit"})
    assert attribute_name(wire, owner=owner, model_key=None, many=many, taken=taken) == name


@pytest.mark.parametrize(
    ("wire", "name"),
    [("bookingId", "booking_id"), ("from", "from_"), ("self", "self_"), ("list", "list_"), ("options", "options_")],
)
def test_an_argument_hides_nothing_that_its_method_uses(wire: str, name: str) -> None:
    assert argument_name(wire) == name


def test_an_argument_takes_the_place_of_no_option_of_a_call() -> None:
    assert CallOptions.__annotations__.keys() == OPTIONS
    assert [argument_name(option) for option in sorted(OPTIONS)] == [f"{option}_" for option in sorted(OPTIONS)]


@pytest.mark.parametrize("wire", ["int", "str", "bool", "list", "dict", "self"])
def test_a_field_hides_no_type_of_its_class(wire: str) -> None:
    assert attribute_name(wire, owner="Order", model_key=None, many=False, taken=frozenset()) == f"{wire}_"


@pytest.mark.parametrize(
    ("one", "many"), [("tax", "taxes"), ("category", "categories"), ("staff", "staff"), ("day", "days")]
)
def test_plurals_are_english(one: str, many: str) -> None:
    assert plural(one) == many


def test_snake_case_splits_words_and_acronyms() -> None:
    assert snake_case("InvoiceCustomField") == "invoice_custom_field"
    assert snake_case("POSShift") == "pos_shift"


def test_every_error_of_the_generator_is_one_kind() -> None:
    assert all(issubclass(kind, GeneratorError) for kind in (ProjectionError, GenerationError, VerificationError))
