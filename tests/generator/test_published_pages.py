"""The same facts as the documentation's site publishes them: markdown, prose, full examples, no keys of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.fetch.pages import read_pages
from generator.merge.merging import MergeResult, merge
from generator.yaml_writing import dump
from tests.generator.generator_pages import SPECS

PROSE = """See the table:

| a | b |
|---|---|

```json
{"no": 1}
```

and ````these```` -> 'quotes' => "arrows"
```"""
_VALUES = {
    "integer": 7,
    "number": 7.5,
    "boolean": True,
    "null": None,
    "string": "words",
    "string (empty)": "",
    "string (digits)": "15",
    "string (yyyy-mm-dd)": "2026-01-31",
    "string (yyyy-mm-dd hh:mm:ss)": "2026-01-31 10:20:30",
    "string (dd/mm/yyyy)": "31/01/2026",
    "string (hh:mm)": "10:20",
}


def _sample(shape: Any) -> Any:
    if isinstance(shape, dict):
        return {key: _sample(value) for key, value in shape.items()}
    return [_sample(item) for item in shape] if isinstance(shape, list) else _VALUES[shape]


def _published(value: Any) -> Any:
    """A part of one of our pages with what the published pages have besides, or have instead."""
    if isinstance(value, list):
        return [_published(item) for item in value]
    if not isinstance(value, dict):
        return value
    result = {key: _published(item) for key, item in value.items() if key not in {"x-example-shapes", "x-see-endpoint"}}
    shapes = value.get("x-example-shapes")
    if shapes and value.get("content"):
        for content in result["content"].values():
            content["examples"] = {str(number): {"value": _sample(shape)} for number, shape in enumerate(shapes, 1)}
    if "x-labels" in value and isinstance(value.get("enum"), list):
        del result["x-labels"]
        result["x-apidog-enum"] = [
            {"value": one, "name": value["x-labels"][str(one)], "description": PROSE} for one in value["enum"]
        ]
    members = value.get("allOf")
    if members and all(set(member) == {"$ref"} for member in members):
        del result["allOf"]
        result["x-apidog-refs"] = {f"01JV{number:022}": member for number, member in enumerate(members)}
        result["x-apidog-orders"] = list(result["x-apidog-refs"])
    if "type" in value and not isinstance(value["type"], dict):
        result.update({"description": PROSE, "title": "a title", "x-apidog-ignore-properties": []})
    return result


def _as_markdown(data: dict[str, Any]) -> tuple[str, str]:
    """The page's number and its published text."""
    published = _published(data)
    ((path, item),) = published["paths"].items()
    ((method, operation),) = item.items()
    number = operation.pop("x-page-id")
    operation.pop("x-documented-server")
    operation.update(
        {"description": PROSE, "x-run-in-apidog": f"https://docs.example/web/project/1/apis/api-{number}-run"}
    )
    for one in operation["responses"].values():
        if "$ref" not in one:
            one.update({"headers": {}, "x-apidog-name": "OK"})
    published["paths"] = {path: {method: operation}}
    text = yaml.safe_dump(published, sort_keys=False, allow_unicode=True)
    return number, f"# {operation['summary']}\n\n## OpenAPI Specification\n\n```yaml\n{text}```\n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("published")
    for page in read_pages(SPECS / "pages"):
        number, text = _as_markdown(page.data)
        (directory / f"{number}e0.md").write_text(text, "utf-8")
    return directory


@pytest.fixture(scope="module")
def merged(published: Path) -> MergeResult:
    return merge(published, SPECS / "overlay.yaml")


def _but_branches(document: dict[str, Any]) -> str:
    """The document without the one path whose base only the documentation's console tells."""
    paths = {path: item for path, item in document["paths"].items() if not path.endswith("/branches")}
    return dump({**document, "paths": paths})


def test_published_pages_give_the_same_document(merged: MergeResult) -> None:
    ours = merge(SPECS / "pages", SPECS / "overlay.yaml").document
    theirs = merged.document
    assert _but_branches(theirs) == _but_branches(ours)
    assert "/v2/api/entity/branches" in theirs["paths"]


def test_the_quirks_of_published_pages_are_counted(merged: MergeResult) -> None:
    counts = merged.report.counts
    assert counts["apidog_refs"] > 100
    assert counts["apidog_enum"] >= 14
    assert counts["base_not_documented"] > 90
    assert counts["base_from_server"] == 0


def test_none_of_the_prose_is_taken_over(merged: MergeResult) -> None:
    assert "arrows" not in dump(merged.document)
    assert "a title" not in dump(merged.document)


def test_all_pages_in_one_file_give_the_same(published: Path, merged: MergeResult, tmp_path: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted(published.glob("*.md"))]
    whole = tmp_path / "all.md"
    whole.write_text(("\n" + "=" * 80 + "\n\n").join(texts), "utf-8")
    assert len(read_pages(whole)) == 250
    assert dump(merge(whole, SPECS / "overlay.yaml").document) == dump(merged.document)
