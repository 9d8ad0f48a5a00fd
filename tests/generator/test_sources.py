"""Pages from directories, zips, single files and whole OpenAPI exports give one and the same document."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import PageError
from generator.fetch.numbers import settled_numbers
from generator.fetch.pages import Page
from generator.fetch.sources import read_source
from generator.merge.merging import merge_pages
from tests.generator.docs_site import published
from tests.generator.documentation import HERE, small_documentation

PAGES = small_documentation()


def merged(pages: list[Page]) -> dict[str, Any]:
    return merge_pages(pages).document


def export(version: str) -> dict[str, Any]:
    """All pages as one document, components shared."""
    whole: dict[str, Any] = {
        "openapi": version,
        "info": {"title": "Daftra", "version": "1"},
        "paths": {},
        "components": {},
    }
    for page in PAGES:
        data = json.loads(
            json.dumps(page.data).replace("#/components/schemas/", f"#/components/schemas/P{page.file[-12:-5]}")
        )
        for path, item in data["paths"].items():
            whole["paths"].setdefault(path, {}).update(item)
        for name, schema in data["components"].get("schemas", {}).items():
            whole["components"].setdefault("schemas", {})[f"P{page.file[-12:-5]}{name}"] = schema
    return whole


def as_31(value: Any) -> Any:
    """The same in the words of OpenAPI 3.1."""
    if isinstance(value, list):
        return [as_31(item) for item in value]
    if not isinstance(value, dict):
        return value
    plain = {key: as_31(item) for key, item in value.items() if key != "nullable"}
    if value.get("nullable") is True:
        plain = {"anyOf": [plain, {"type": "null"}]}
    return plain


def as_directory(root: Path) -> Path:
    for page in PAGES:
        (root / page.file).write_text(yaml.safe_dump(page.data, sort_keys=False))
    (root / "README.md").write_text("# Not a page\n")
    return root


def as_zip(root: Path) -> Path:
    with zipfile.ZipFile(root / "pages.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("copy/README.md", "# Not a page\n")
        for page in PAGES:
            archive.writestr(f"copy/{page.file}", yaml.safe_dump(page.data, sort_keys=False))
    return root / "pages.zip"


def as_one_file(root: Path) -> Path:
    separator = "\n" + "=" * 60 + "\n\n"
    (root / "all.md").write_text(separator.join(_with_labels(page) for page in PAGES))
    return root / "all.md"


def _with_labels(page: Page) -> str:
    return f"# Title\n\n## OpenAPI Specification\n\n```yaml\n{yaml.safe_dump(page.data, sort_keys=False)}```\n"


def as_json_export(root: Path) -> Path:
    (root / "export.json").write_text(json.dumps(export("3.0.1")))
    return root / "export.json"


def as_yaml_export(root: Path) -> Path:
    (root / "export.yaml").write_text(yaml.safe_dump(export("3.0.1"), sort_keys=False))
    return root / "export.yaml"


def as_31_export(root: Path) -> Path:
    (root / "export.json").write_text(json.dumps({**as_31(export("3.1.0")), "webhooks": {}, "jsonSchemaDialect": "x"}))
    return root / "export.json"


@pytest.mark.parametrize(
    "written",
    [as_directory, as_zip, as_one_file, as_json_export, as_yaml_export, as_31_export],
    ids=lambda one: one.__name__,
)
def test_every_form_of_the_documentation_merges_alike(written: Callable[[Path], Path], tmp_path: Path) -> None:
    assert merged(read_source(written(tmp_path))) == merged(PAGES)


def test_a_published_page_gives_its_number_by_its_link(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(published(PAGES[0], "Words."))
    (page,) = read_source(tmp_path / "page.md")
    assert settled_numbers([page], []) == [("19000013", page)]


def test_operations_without_a_number_get_one_that_stays(tmp_path: Path) -> None:
    whole = export("3.0.1")
    for item in whole["paths"].values():
        for operation in item.values():
            del operation["x-page-id"]
    (tmp_path / "export.json").write_text(json.dumps(whole))
    first = merge_pages(read_source(tmp_path / "export.json")).document
    whole["paths"] = dict(reversed(whole["paths"].items()))
    (tmp_path / "export.json").write_text(json.dumps(whole))
    assert merge_pages(read_source(tmp_path / "export.json")).document == first


def test_parameters_of_a_whole_path_reach_its_operations(tmp_path: Path) -> None:
    whole = export("3.0.1")
    item = whole["paths"]["/orders/{id}{format}"]
    item["parameters"] = [{"$ref": "#/components/parameters/Shop"}]
    whole["components"]["parameters"] = {"Shop": {"name": "shop", "in": "query", "schema": {"type": "integer"}}}
    (tmp_path / "export.json").write_text(json.dumps(whole))
    found = merged(read_source(tmp_path / "export.json"))["paths"]["/api2/orders/{id}.json"]
    assert all("shop" in [one["name"] for one in operation["parameters"]] for operation in found.values())


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.zip", zipped(("../../outside.yaml", b"paths: {}")), "leads out of the archive"),
        ("a.zip", zipped(("/outside.yaml", b"paths: {}")), "leads out of the archive"),
        ("a.zip", zipped(("notes.txt", b"")), "no page found"),
        ("a.zip", zipped(("a.yaml", b"x" * 250_000_000)), "too large"),
        ("a.zip", zipped(*[(f"{n}.yaml", b"") for n in range(5_001)]), "too large"),
        ("a.zip", zipped(("a.yaml", b"paths: {}"))[:-30], "no readable|no OpenAPI|not UTF-8"),
        ("a.json", b"[" * 100_000, "no readable JSON"),
        ("a.json", b'{"paths": {}, "paths": {}}', "twice"),
        ("a.json", b'{"paths": NaN}', "no number"),
        ("a.json", b"[]", "no OpenAPI document"),
        ("a.json", b"{}", "no OpenAPI document"),
        ("a.json", b'{"paths": {"/a": 1}}', "an object was expected"),
        ("a.json", b'{"paths": {"/a": {"brew": {}}}}', "no operation"),
        ("a.yaml", b"\xff\xfe", "not UTF-8"),
        ("a.yaml", b"paths: &a {b: *a}", "alias"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_source_that_is_not_one_is_refused_with_the_reason(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PageError, match=says):
        read_source(tmp_path / name)


def test_a_source_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="no such file"):
        read_source(tmp_path / "nothing")
    with pytest.raises(PageError, match="no page found"):
        read_source(tmp_path)


def test_the_small_documentation_is_read_as_it_lies_there() -> None:
    assert [page.data for page in read_source(HERE / "pages")] == [page.data for page in PAGES]
