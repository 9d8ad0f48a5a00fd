"""From a page as the site publishes it to the page that we keep: its facts, without its words and samples.

The words of the documentation are not ours to publish, and they change without meaning anything. What they say of
values is kept as ``x-labels``, the page that they point to as ``x-see-endpoint``, the shape of samples as
``x-example-shapes``. A kept page kept again stays as it is, so both are read in one way.
"""

from __future__ import annotations

import copy
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from ..openapi import references
from .example_shapes import shapes_of_examples
from .keywords import CONSOLE, KNOWN, PROSE, SCHEMA_LISTS, SCHEMA_MAPS, SCHEMAS, as_meant, meant
from .labels import labels_of
from .values import labelled, settled_values

FRAME = ("openapi", "info", "paths", "components", "servers", "security")
OPERATION = frozenset({
    "summary", "deprecated", "tags", "parameters", "requestBody", "responses", "security", "operationId",
    "x-apidog-folder", "x-page-id", "x-documented-server",
})  # fmt: skip
PARAMETER = frozenset({
    "name", "in", "required", "deprecated", "schema", "style", "explode", "x-labels", "x-see-endpoint", "$ref",
})  # fmt: skip
BODY = frozenset({"content", "required", "x-example-shapes", "$ref"})
ANSWER = frozenset({"content", "x-example-shapes", "$ref"})
MEDIA = frozenset({"schema"})
SILENT = frozenset({
    "headers", "x-apidog-name", "x-run-in-apidog", "x-apidog-status", "x-apidog-maintainer", "x-apidog-ordering",
    "allowEmptyValue", "allowReserved", "externalDocs", "tags", "servers", "encoding", "links", "callbacks",
})  # fmt: skip
"""Keys that are known to say nothing to us, beside words and the console's own."""

DEEPEST = 60
_LINK = re.compile(r"[(/](\d{6,18})e0\b")


@attrs.frozen
class Kept:
    """A page as we keep it, a digest of the words it came with, and what was read otherwise than it was written."""

    data: dict[str, Any]
    prose: str
    remarks: tuple[str, ...]


def kept_form(data: Mapping[str, Any], *, number: str | None = None) -> Kept:
    """The page that we keep of a published one, under its number where one is known."""
    reader = _Reader()
    plain = reader.page(data)
    if number is not None:
        operation_of(plain)["x-page-id"] = number
    digest = hashlib.sha256(json.dumps(reader.prose, ensure_ascii=True).encode()).hexdigest()
    return Kept(plain, digest, tuple(reader.remarks))


def operation_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """The one operation of a page; an empty one where the page has several or none."""
    paths = data.get("paths")
    items = list(paths.values()) if isinstance(paths, Mapping) else []
    operations = list(items[0].values()) if len(items) == 1 and isinstance(items[0], dict) else []
    return operations[0] if len(operations) == 1 and isinstance(operations[0], dict) else {}


def request_of(data: Mapping[str, Any]) -> str:
    """``GET /invoices{format}``."""
    path, item = next(iter(data["paths"].items()), ("", None))
    return f"{next(iter(item), '?').upper()} {path}" if isinstance(item, dict) else f"? {path}"


@attrs.define
class _Reader:
    """Reads one page; collects the words that are not kept, and remarks."""

    prose: list[str] = attrs.field(factory=list)
    remarks: dict[str, None] = attrs.field(factory=dict)

    def page(self, data: Mapping[str, Any]) -> dict[str, Any]:
        found = {key: copy.deepcopy(data[key]) for key in FRAME if key in data}
        for key in data.keys() - set(FRAME):
            self._left_out(str(key))
        if isinstance(found.get("info"), dict):
            found["info"] = {key: value for key, value in found["info"].items() if key in {"title", "version"}}
        if isinstance(found.get("servers"), list):
            urls = [one.get("url") for one in found["servers"] if isinstance(one, dict)]
            found["servers"] = [{"url": url} for url in urls]
        paths = data.get("paths")
        if isinstance(paths, Mapping):
            found["paths"] = {path: self._item(item) for path, item in paths.items()}
        if isinstance(data.get("components"), Mapping):
            found["components"] = self._components(data["components"], found.get("paths"))
        return found

    def _components(self, components: Mapping[str, Any], paths: Any) -> dict[str, Any]:
        """The shared schemas and answers that the page's operation leads to."""
        kept = {
            "schemas": self._named(components.get("schemas"), self._schema),
            "responses": self._named(components.get("responses"), self._answer),
        }
        reached: set[tuple[str, str]] = set()
        waiting = [*references(paths)]
        while waiting:
            section, name = waiting.pop()
            if (section, name) not in reached:
                reached.add((section, name))
                waiting += references(kept.get(section, {}).get(name))
        parts = {key: {name: one for name, one in part.items() if (key, name) in reached} for key, part in kept.items()}
        return {key: part for key, part in parts.items() if part}

    def _named(self, value: Any, read: Callable[[Any], Any]) -> dict[Any, Any]:
        return {name: read(one) for name, one in value.items()} if isinstance(value, Mapping) else {}

    def _item(self, item: Any) -> Any:
        if not isinstance(item, Mapping):
            return copy.deepcopy(item)
        return {method: self._operation(one) for method, one in item.items()}

    def _operation(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return copy.deepcopy(value)
        found = self._picked(value, OPERATION)
        if not found.get("x-documented-server", True):
            del found["x-documented-server"]
        for key in ("summary", "x-apidog-folder"):
            if isinstance(found.get(key), str):
                found[key] = " ".join(found[key].split())
        if isinstance(found.get("tags"), list):
            found["tags"] = [" ".join(tag.split()) if isinstance(tag, str) else tag for tag in found["tags"]]
        if isinstance(found.get("parameters"), list):
            found["parameters"] = [self._parameter(one) for one in value["parameters"]]
        if "requestBody" in found:
            found["requestBody"] = self._body(value["requestBody"])
        if isinstance(found.get("responses"), dict):
            found["responses"] = self._named(value["responses"], self._answer)
        return found

    def _parameter(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return copy.deepcopy(value)
        schema = self._schema(value.get("schema")) if "schema" in value else None
        described = schema if isinstance(schema, dict) else {}
        found = {**self._picked(value, PARAMETER), **self._told(value, described)}
        return {**found, "schema": schema} if "schema" in value else found

    def _body(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return copy.deepcopy(value)
        return self._with_content(value, self._picked(value, BODY))

    def _answer(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return copy.deepcopy(value)
        return self._with_content(value, self._picked(value, ANSWER))

    def _with_content(self, value: Mapping[str, Any], found: dict[str, Any]) -> dict[str, Any]:
        """Bodies and answers: their schemas, and the shapes of their samples instead of the samples."""
        content = value.get("content")
        if not isinstance(content, Mapping):
            return found
        found["content"] = {}
        shapes: list[Any] = []
        for media_type, media in content.items():
            if not isinstance(media, Mapping):
                found["content"][media_type] = copy.deepcopy(media)
                continue
            kept = self._picked(media, MEDIA)
            found["content"][media_type] = {**kept, **({"schema": self._schema(kept["schema"])} if kept else {})}
            shapes += shapes_of_examples(dict(media))
        if shapes and "x-example-shapes" not in value:
            found["x-example-shapes"] = shapes
        return found

    def _picked(self, value: Mapping[str, Any], keys: frozenset[str]) -> dict[str, Any]:
        """A copy of the keys that are kept; words are collected, unknown keys are told."""
        found: dict[str, Any] = {}
        for key, item in value.items():
            if key in keys:
                found[key] = copy.deepcopy(item)
            elif key in PROSE:
                self.prose.append(json.dumps(item, ensure_ascii=True, sort_keys=True, default=str))
            elif key not in SILENT and key not in CONSOLE:
                self._left_out(str(key))
        return found

    def _left_out(self, key: str) -> None:
        self.remarks[f"left out the key {key!r}"] = None

    def _told(self, value: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
        """What a description says of values, and the page it points to; our own words for it win."""
        text = value.get("description")
        if not isinstance(text, str):
            return {}
        found: dict[str, Any] = {}
        labels = labels_of(text, schema)
        if labels and "x-labels" not in value and "x-labels" not in schema:
            found["x-labels"] = labels
        link = _LINK.search(text)
        if link and "x-see-endpoint" not in value:
            found["x-see-endpoint"] = link.group(1)
        return found

    def _schema(self, value: Any, depth: int = 0) -> Any:
        if not isinstance(value, Mapping) or depth > DEEPEST:
            return copy.deepcopy(value)
        found: dict[str, Any] = {}
        meanings = {str(key): meant(str(key)) for key in value}
        for key, item in value.items():
            meaning = meanings[str(key)]
            if meaning != key:
                self.remarks[f"read the key {key!r} as {meaning!r}"] = None
            if meaning in PROSE:
                self.prose.append(json.dumps(item, ensure_ascii=True, sort_keys=True, default=str))
            elif meaning in KNOWN:
                found[meaning] = self._inside(meaning, as_meant(meaning, item), depth)
            elif meaning not in CONSOLE and meaning not in SILENT and not meaning.startswith(("x-apidog", "x-enum")):
                self._left_out(str(key))
        description = next((item for key, item in value.items() if meanings[str(key)] == "description"), None)
        settled, remarks = settled_values(value, found)
        self.remarks.update(dict.fromkeys(remarks))
        return labelled({**settled, **self._told({**settled, "description": description}, settled)})

    def _inside(self, key: str, value: Any, depth: int) -> Any:
        if key in SCHEMA_MAPS and isinstance(value, Mapping):
            return {name: self._schema(one, depth + 1) for name, one in value.items()}
        if key in SCHEMA_LISTS and isinstance(value, list):
            return [self._schema(one, depth + 1) for one in value]
        return self._schema(value, depth + 1) if key in SCHEMAS else copy.deepcopy(value)
