"""From one OpenAPI document of many operations, as tools export it, to one page per operation."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import PageError
from ..openapi import METHODS, references
from .openapi31 import as_30
from .pages import Page

_RUN = re.compile(r"api-(\d{1,18})(?:-run)?/?$")
_SECTIONS = ("schemas", "responses", "parameters", "requestBodies", "headers")


def split_export(whole: Page) -> Iterator[Page]:
    """One page per operation of a document; a document of one operation is a page and keeps all it has."""
    document = as_30(whole.data, file=whole.file)
    operations = list(_operations(document, whole.file))
    for path, method, shared, operation in operations:
        alone = len(operations) == 1
        settled = _settled(operation, shared, document, f"{method} {path}", alone=alone)
        frame = document if alone else {"openapi": "3.0.1", "info": {"title": "", "version": "1.0.0"}}
        data = {**frame, "paths": {path: {method: settled}}}
        if not alone:
            data["components"] = _reachable(operation, document.get("components"))
            data["servers"] = document.get("servers") or []
            data["security"] = document.get("security") or []
        yield Page(whole.file if alone else f"{whole.file}#{method}-{path}", data)


def _operations(document: Mapping[str, Any], file: str) -> Iterator[tuple[str, str, list[Any], dict[str, Any]]]:
    for path, item in document["paths"].items():
        if not isinstance(item, dict):
            raise PageError(file, f"/paths/{path}", "an object was expected", "compare with another page")
        shared = item.get("parameters") or []
        for method, operation in item.items():
            if method in {"parameters", "summary", "description", "servers"}:
                continue
            if method not in METHODS or not isinstance(operation, dict) or not isinstance(shared, list):
                raise PageError(file, f"/paths/{path}/{method}", "no operation", f"one of {', '.join(METHODS)}")
            yield str(path), method, shared, operation


def _settled(
    operation: dict[str, Any], shared: list[Any], document: Mapping[str, Any], request: str, *, alone: bool
) -> dict[str, Any]:
    """The operation with what only the export's frame says: shared parameters, its server, the page's number."""
    settled = {key: value for key, value in operation.items() if key != "servers"}
    parameters = [*shared, *(operation.get("parameters") or [])]
    if parameters:
        settled["parameters"] = [_parameter(one, document) for one in parameters]
    servers = [
        one.get("url") for one in operation.get("servers") or document.get("servers") or [] if isinstance(one, dict)
    ]
    if "x-documented-server" not in settled and len(set(servers)) == 1:
        settled["x-documented-server"] = servers[0]
    number = page_number(operation)
    if number is None and not alone:
        number = f"9{int(hashlib.sha256(request.encode()).hexdigest()[:12], 16) % 10**9:09d}"
    if number is not None:
        settled["x-page-id"] = number
    return settled


def page_number(operation: Mapping[str, Any]) -> str | None:
    """The number of the page behind an operation: ours, or the one in the link to the documentation's console."""
    known = operation.get("x-page-id")
    if known is not None:
        return str(known)
    link = _RUN.search(str(operation.get("x-run-in-apidog") or ""))
    return link.group(1) if link else None


def _parameter(raw: Any, document: Mapping[str, Any]) -> Any:
    """A shared parameter written out."""
    target = raw.get("$ref") if isinstance(raw, dict) else None
    if not isinstance(target, str):
        return raw
    shared = (document.get("components") or {}).get("parameters") or {}
    return shared.get(target.rpartition("/")[2], raw)


def _reachable(operation: Mapping[str, Any], components: Any) -> dict[str, Any]:
    """The components that one operation refers to, directly or through others."""
    sections: dict[str, Any] = components if isinstance(components, dict) else {}
    found: dict[str, dict[str, Any]] = {}
    waiting = list(references(operation))
    while waiting:
        section, name = waiting.pop()
        available = sections.get(section)
        if section not in _SECTIONS or not isinstance(available, dict) or name not in available:
            continue
        if name not in found.setdefault(section, {}):
            found[section][name] = available[name]
            waiting += references(available[name])
    return {
        section: {name: sections[section][name] for name in sections[section] if name in found[section]}
        for section in _SECTIONS
        if section in found
    }
