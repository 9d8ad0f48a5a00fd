"""Our own words for fields, parameters and calls: said once, put where the merged document has the name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from .. import safe_yaml
from ..errors import OverlayError
from ..openapi import operations
from ..report import Report
from .enum_schemas import with_siblings

SECTIONS = ("fields", "parameters", "calls", "resources")


@attrs.frozen
class Glossary:
    """Words by name: ``fields`` (``name``, or ``Record.name`` for one record), ``parameters`` (``name``, or
    ``resource.method.name``), ``calls`` (``resource.method``, a text of several lines) and ``resources``."""

    fields: Mapping[str, str] = attrs.field(factory=dict)
    parameters: Mapping[str, str] = attrs.field(factory=dict)
    calls: Mapping[str, str] = attrs.field(factory=dict)
    resources: Mapping[str, str] = attrs.field(factory=dict)


def read_glossary(path: Path | None) -> Glossary:
    """The words in a file; none where there is no file. Raises ``OverlayError`` for an unknown section."""
    if path is None or not path.is_file():
        return Glossary()
    data = safe_yaml.load(path.read_text("utf-8"), file=path.name) or {}
    unknown = sorted(set(data) - set(SECTIONS)) if isinstance(data, dict) else ["(no map)"]
    if unknown:
        raise OverlayError(f"{path.name}: unknown section {unknown[0]!r}; it has {', '.join(SECTIONS)}")
    for section, words in data.items():
        if not isinstance(words, dict) or not all(isinstance(text, str) for text in words.values()):
            raise OverlayError(f"{path.name}: {section} is a map of texts")
    return Glossary(**data)


def apply_glossary(document: dict[str, Any], glossary: Glossary, report: Report, *, partial: bool) -> None:
    """Describe fields, parameters, calls and tags, in place; words that nothing bears are idle, in a whole set."""
    used = {*_fields(document, glossary.fields), *_operations(document, glossary)}
    for tag in document["tags"]:
        if tag["name"] in glossary.resources:
            used.add(f"resources {tag['name']}")
            tag["description"] = glossary.resources[tag["name"]]
    report.count("glossary_word", len(used))
    words = {f"{section} {name}" for section in SECTIONS for name in getattr(glossary, section)}
    if not partial:
        report.idle += [f"glossary: nothing is named {name.partition(' ')[2]}" for name in sorted(words - used)]


def _fields(document: dict[str, Any], words: Mapping[str, str]) -> Iterator[str]:
    for name, schema in document["components"]["schemas"].items():
        if name.endswith("Write"):
            continue  # The sections of a body are drafts and say so themselves.
        owner = name.removesuffix("Draft").removesuffix("Update")
        properties = schema.get("properties") or {}
        for field in properties:
            key = next((key for key in (f"{owner}.{field}", field) if key in words), None)
            if key is not None:
                properties[field] = _described(properties[field], words[key])
                yield f"fields {key}"


def _operations(document: dict[str, Any], glossary: Glossary) -> Iterator[str]:
    for _, _, operation in operations(document):
        calls = operation["x-daftra"]["calls"]
        for call in calls:
            name = f"{call['resource']}.{call['name']}"
            if name in glossary.calls:
                told = (call.get("description"), glossary.calls[name])
                call["description"] = "\n\n".join(filter(None, told))
                yield f"calls {name}"
        for parameter in operation.get("parameters", ()):
            owners = [f"{call['resource']}.{call['name']}.{parameter['name']}" for call in calls]
            key = next((key for key in (*owners, parameter["name"]) if key in glossary.parameters), None)
            if key is not None:
                parameter["description"] = glossary.parameters[key]
                yield f"parameters {key}"


def _described(schema: dict[str, Any], text: str) -> dict[str, Any]:
    if "$ref" in schema:
        return with_siblings({"$ref": schema["$ref"]}, {"description": text})
    return {**schema, "description": text}
