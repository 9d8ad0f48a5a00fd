"""A small documentation and the changes that the corpus of mutations makes to it."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.fetch.kept_form import operation_of
from generator.fetch.pages import Page
from generator.fetch.sources import read_source

HERE = Path(__file__).with_name("mutations")
FIRST = 19_000_000
"""What is added to a page's short number in the corpus."""

Edit = Sequence[Any]


def corpus() -> list[dict[str, Any]]:
    """The mutations, as written."""
    loaded: list[dict[str, Any]] = yaml.safe_load((HERE / "corpus.yaml").read_text(encoding="utf-8"))
    return loaded


def small_documentation() -> list[Page]:
    """The pages before any change."""
    return read_source(HERE / "pages")


def edited(pages: Sequence[Page], edits: Sequence[Edit]) -> list[Page]:
    """The pages after some edits; the given ones stay as they are."""
    found = {int(page.file.rpartition("-")[2].partition(".")[0]): page for page in copy.deepcopy(pages)}
    for numbers, operation, *rest in edits:
        for number in [numbers] if isinstance(numbers, int) else numbers:
            if operation == "delete":
                del found[FIRST + number]
            elif operation == "copy":
                found[FIRST + rest[0]] = _copied(found[FIRST + number], FIRST + rest[0])
            else:
                _apply(found[FIRST + number].data, operation, *rest)
    return list(found.values())


def _copied(page: Page, number: int) -> Page:
    data = copy.deepcopy(page.data)
    operation_of(data)["x-page-id"] = str(number)
    return Page(f"copy-{number}.yaml", data)


def _apply(data: dict[str, Any], operation: str, place: str, value: Any = None) -> None:
    *way, last = _keys(data, place)
    holder: Any = data
    for key in way:
        holder = holder[_index(holder, key)]
    key = _index(holder, last)
    if operation == "set":
        holder[key] = copy.deepcopy(value)
    elif operation == "remove":
        del holder[key]
    elif operation == "insert":
        holder[key].append(copy.deepcopy(value))
    elif operation == "rename":
        renamed = {value if one == key else one: item for one, item in holder.items()}
        holder.clear()
        holder.update(renamed)
    else:
        raise ValueError(f"the corpus has no operation {operation!r}")


def _keys(data: Mapping[str, Any], place: str) -> list[str]:
    ((path, item),) = data["paths"].items()
    (method,) = item
    starts = {
        "op": ["paths", path, method],
        "body": ["paths", path, method, "requestBody", "content", "application/json", "schema"],
        "answer": ["paths", path, method, "responses", "200", "content", "application/json", "schema"],
        "record": ["components", "schemas", next(iter(data["components"].get("schemas", ())), "")],
    }
    first, *rest = [part.replace("~1", "/") for part in place.split("/")]
    return [*starts.get(first, [first]), *rest]


def _index(holder: Any, key: str) -> Any:
    if isinstance(holder, list):
        if key.startswith("["):
            return next(n for n, item in enumerate(holder) if key[1:-1] == item["name"])
        return int(key)
    return key
