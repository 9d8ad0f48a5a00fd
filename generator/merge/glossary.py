"""Our own words for fields and parameters: one line each, put where the merged document has the name."""

from __future__ import annotations

from typing import Any

from ..errors import OverlayError
from ..openapi import operations
from .enum_schemas import with_siblings
from .report import Report


def apply_glossary(document: dict[str, Any], glossary: dict[str, Any], report: Report) -> None:
    """Describe fields (``fields: {name: text}``, ``Record.name`` for one record) and ``parameters``, in place.

    Raises ``OverlayError`` for a word that nothing in the document bears.
    """
    unknown = set(glossary) - {"fields", "parameters"}
    if unknown:
        raise OverlayError(f"x-glossary: unknown section {sorted(unknown)[0]!r}; it has fields and parameters")
    used: set[str] = set()
    fields: dict[str, str] = glossary.get("fields") or {}
    for name, schema in document["components"]["schemas"].items():
        owner = name.removesuffix("Draft").removesuffix("Update")
        properties = schema.get("properties") or {}
        for field in properties:
            key = next((key for key in (f"{owner}.{field}", field) if key in fields), None)
            if key is not None:
                used.add(key)
                properties[field] = _described(properties[field], fields[key])
                report.count("glossary_field")
    words: dict[str, str] = glossary.get("parameters") or {}
    for _, _, operation in operations(document):
        for parameter in operation.get("parameters", ()):
            if parameter["name"] in words:
                used.add(f"({parameter['name']})")
                parameter["description"] = words[parameter["name"]]
                report.count("glossary_parameter")
    idle = sorted((set(fields) | {f"({name})" for name in words}) - used)
    if idle:
        raise OverlayError(f"x-glossary: nothing is named {idle[0]}: correct the word or delete it")


def _described(schema: dict[str, Any], text: str) -> dict[str, Any]:
    if "$ref" in schema:
        return with_siblings({"$ref": schema["$ref"]}, {"description": text})
    return {**schema, "description": text}
