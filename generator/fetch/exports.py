"""From one OpenAPI document of many operations, as tools export it, to one page per operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import PageError
from ..openapi import METHODS, references
from ..report import Report
from .openapi31 import as_30
from .pages import Page

_OTHER_METHODS = frozenset({"head", "options", "trace", "connect"})
_SECTIONS = ("schemas", "responses", "parameters", "requestBodies", "headers")


def split_export(whole: Page, report: Report) -> Iterator[Page]:
    """One page per operation of a document; a document of one operation is a page and keeps all it has."""
    if "swagger" in whole.data:
        raise PageError(whole.file, "/swagger", "Swagger 2.0 is not read here", "export the project as OpenAPI 3")
    document = as_30(whole.data, file=whole.file)
    operations = list(_operations(document, whole.file, report))
    for path, method, shared, operation in operations:
        alone = len(operations) == 1
        settled = _settled(operation, shared, document)
        frame = document if alone else {"openapi": "3.0.1", "info": {"title": "", "version": "1.0.0"}}
        data = {**frame, "paths": {path: {method: settled}}}
        if not alone:
            data["components"] = _reachable(operation, document.get("components"))
            data["servers"] = document.get("servers") or []
            data["security"] = document.get("security") or []
        for name in _lost(data):
            report.note(f"{whole.file}: {method} {path} refers to {name}, which is not there: left open")
        yield Page(whole.file if alone else f"{whole.file}#{method}-{path}", data)


def _operations(
    document: Mapping[str, Any], file: str, report: Report
) -> Iterator[tuple[str, str, list[Any], dict[str, Any]]]:
    for path, item in document["paths"].items():
        if not isinstance(item, dict):
            raise PageError(file, f"/paths/{path}", "an object was expected", "compare with another page")
        shared = item.get("parameters") or []
        for key, operation in item.items():
            method = str(key).lower()
            if method in {"parameters", "summary", "description", "servers"} or method.startswith("x-"):
                continue
            if method in _OTHER_METHODS:
                report.note(f"{file}: {method} {path} is left out: the API is not called so")
                continue
            if method not in METHODS or not isinstance(operation, dict) or not isinstance(shared, list):
                raise PageError(file, f"/paths/{path}/{method}", "no operation", f"one of {', '.join(METHODS)}")
            yield str(path), method, shared, operation


def _settled(operation: dict[str, Any], shared: list[Any], document: Mapping[str, Any]) -> dict[str, Any]:
    """The operation with what only the document's frame says: shared parameters and bodies, and its server."""
    settled = {key: value for key, value in operation.items() if key != "servers"}
    own = operation.get("parameters")
    parameters = [*shared, *own] if isinstance(own, list) else own or shared
    if isinstance(parameters, list) and parameters:
        settled["parameters"] = [_written_out(one, document, "parameters") for one in parameters]
    elif parameters:
        settled["parameters"] = parameters
    if "requestBody" in settled:
        settled["requestBody"] = _written_out(settled["requestBody"], document, "requestBodies")
    declared = operation.get("servers") or document.get("servers") or []
    servers = [one.get("url") for one in declared if isinstance(one, dict)] if isinstance(declared, list) else []
    if "x-documented-server" not in settled and len(set(map(str, servers))) == 1:
        settled["x-documented-server"] = servers[0]
    return settled


def _lost(data: Mapping[str, Any]) -> list[str]:
    """The schemas and answers that a page refers to without having them."""
    components = data.get("components")
    held: Mapping[str, Any] = components if isinstance(components, Mapping) else {}
    wanted = {*references(data["paths"]), *references(held)}
    return sorted(f"{section}/{name}" for section, name in wanted if name not in (held.get(section) or {}))


def _written_out(raw: Any, document: Mapping[str, Any], section: str) -> Any:
    """A shared parameter or body in the place of the reference to it."""
    target = raw.get("$ref") if isinstance(raw, dict) else None
    components = document.get("components")
    shared = components.get(section) if isinstance(components, Mapping) else None
    if not isinstance(target, str) or not isinstance(shared, Mapping):
        return raw
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
