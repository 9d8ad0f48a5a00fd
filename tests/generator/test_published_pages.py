"""The same facts as the documentation's site publishes them: markdown, prose, full examples, no keys of ours."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.fetch.kept_form import operation_of
from generator.fetch.sources import read_source
from generator.merge.merging import MergeResult, merge
from generator.places import Places
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


def _told(labels: dict[str, str], number: int) -> str:
    """Labels as the site writes them, each time in another form."""
    forms = (
        "\n".join(
            ["Its state.", "", "| Value | Meaning |", "|---|---|", *(f"| {v} | {t} |" for v, t in labels.items())]
        ),
        "One of these: " + " , ".join(f"{value}=>{label}" for value, label in labels.items()),
        "\n".join(f"- `{value}` -> {label}" for value, label in labels.items()),
    )
    return forms[number % len(forms)]


def _published(value: Any, number: int) -> Any:
    """A part of one of our pages with the words that the published pages have around it."""
    if isinstance(value, list):
        return [_published(item, number) for item in value]
    if not isinstance(value, dict):
        return value
    ours = {"x-see-endpoint", "x-example-shapes"}
    result = {key: _published(item, number) for key, item in value.items() if key not in ours}
    shapes = value.get("x-example-shapes")
    for content in result["content"].values() if isinstance(shapes, list) and value.get("content") else ():
        content["examples"] = {str(place): {"value": _sample(shape)} for place, shape in enumerate(shapes or (), 1)}
    labels = value.get("x-labels")
    if labels and isinstance(value.get("enum"), list):
        del result["x-labels"]
        result["x-apidog-enum"] = [
            {"value": one, "name": labels.get(str(one), ""), "description": PROSE} for one in value["enum"]
        ]
    elif labels and len(labels) == 1:
        del result["x-labels"]
        result["enum"] = [f"{value} => {label}" for value, label in labels.items()]
    elif labels and not isinstance(value.get("type"), dict):
        del result["x-labels"]
        result["description"] = _told(labels, number)
    elif "type" in value and not isinstance(value["type"], dict):
        result.update({"description": PROSE, "title": "a title", "x-apidog-ignore-properties": []})
    return result


def _as_markdown(data: dict[str, Any]) -> tuple[str, str]:
    """The page's number and its published text."""
    number = operation_of(data)["x-page-id"]
    published = _published(data, int(number))
    operation = operation_of(published)
    del operation["x-page-id"]
    operation.update(
        {"description": PROSE, "x-run-in-apidog": f"https://docs.example/web/project/1/apis/api-{number}-run"}
    )
    for one in operation["responses"].values():
        if "$ref" not in one:
            one.update({"headers": {}, "x-apidog-name": "OK"})
    text = yaml.safe_dump(published, sort_keys=False, allow_unicode=True)
    return number, f"# {operation['summary']}\n\n## OpenAPI Specification\n\n```yaml\n{text}```\n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("published")
    for page in read_source(SPECS / "pages"):
        number, text = _as_markdown(page.data)
        (directory / f"{number}e0.md").write_text(text, "utf-8")
    return directory


@pytest.fixture(scope="module")
def merged(published: Path) -> MergeResult:
    return merge(Places(pages=published))


def test_published_pages_give_the_same_document(merged: MergeResult) -> None:
    assert dump(merged.document) == dump(merge().document)


def test_a_mixture_of_published_and_kept_pages_gives_the_same_document(published: Path, tmp_path: Path) -> None:
    for place, path in enumerate(sorted((SPECS / "pages").rglob("*.yaml"))):
        number = operation_of(yaml.safe_load(path.read_text("utf-8")))["x-page-id"]
        source = path if place % 2 else published / f"{number}e0.md"
        shutil.copy(source, tmp_path / source.name)
    assert dump(merge(Places(pages=tmp_path)).document) == dump(merge().document)


def test_none_of_the_prose_is_taken_over(merged: MergeResult) -> None:
    assert "arrows" not in dump(merged.document)
    assert "a title" not in dump(merged.document)


def test_all_pages_in_one_file_give_the_same(published: Path, merged: MergeResult, tmp_path: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted(published.glob("*.md"))]
    whole = tmp_path / "all.md"
    whole.write_text(("\n" + "=" * 80 + "\n\n").join(texts), "utf-8")
    assert len(read_source(whole)) == 250
    assert dump(merge(Places(pages=whole)).document) == dump(merged.document)
