"""The editor's export of a whole project, turned into OpenAPI: it alone says which server a page belongs to.

Folders lie inside each other, each with pages (``api``), and may name the server (``serverId``) that the pages below
them are sent to; the environments give each server its address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import PageError
from ..openapi import JSON, METHODS, SCHEMA_REF
from .pages import Page

DEEPEST = 40
PLACES = ("path", "query", "header", "cookie")


def is_project(data: Any) -> bool:
    """Whether a document is an export of the editor's own."""
    return isinstance(data, Mapping) and isinstance(data.get("apiCollection"), list) and "paths" not in data


def pages_of_project(data: Mapping[str, Any], *, file: str) -> Iterator[Page]:
    """One OpenAPI page per documented endpoint. Raises ``PageError`` for a tree without end and one without pages."""
    schemas = dict(_schemas(data.get("schemaCollection"), 0))
    names = {key: name for key, (name, _) in schemas.items()}
    components = {name: _renamed(schema, names) for name, schema in schemas.values()}
    servers = _servers(data)
    found = 0
    for api, folder, server in _endpoints(data["apiCollection"], "", "", file, 0):
        method, path = str(api.get("method") or "").lower(), api.get("path")
        if method not in METHODS or not isinstance(path, str):
            continue
        found += 1
        operation = _renamed(_operation(api, folder), names)
        if servers.get(server):
            operation["x-documented-server"] = servers[server]
        frame = {"openapi": "3.0.1", "info": {"title": "", "version": "1.0.0"}}
        document = {**frame, "paths": {path: {method: operation}}, "components": {"schemas": components}}
        yield Page(f"{file}#{api.get('id') or found}", document)
    if not found:
        raise PageError(file, "/apiCollection", "no endpoint in the project's export", "export the project whole")


def _endpoints(
    items: Any, folder: str, server: str, file: str, depth: int
) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    """(endpoint, folder, id of its server), through folders inside folders."""
    if depth > DEEPEST:
        raise PageError(file, "/apiCollection", "folders inside folders without end", "export the project again")
    for item in items if isinstance(items, list) else ():
        if not isinstance(item, Mapping):
            continue
        own = str(item.get("serverId") or server)
        if isinstance(item.get("api"), Mapping):
            api = {"name": item.get("name"), **item["api"]}
            yield api, folder, str(api.get("serverId") or own)
        name = str(item.get("name") or "").strip()
        below = folder if depth == 0 and name.lower() in {"root", ""} else "/".join(filter(None, (folder, name)))
        yield from _endpoints(item.get("items"), below, own, file, depth + 1)


def _servers(data: Mapping[str, Any]) -> dict[str, str]:
    """Server → address: the first environment that gives it one; ``""`` stands for the default server."""
    found: dict[str, str] = {}
    for environment in data.get("environments") or ():
        if not isinstance(environment, Mapping):
            continue
        urls = environment.get("baseUrls")
        pairs = list(urls.items()) if isinstance(urls, Mapping) else []
        for server, url in (*pairs, ("default", environment.get("baseUrl"))):
            address = url.get("url") if isinstance(url, Mapping) else url
            if isinstance(address, str) and address:
                found.setdefault(str(server), address.rstrip("/"))
    return {**found, **({"": found["default"]} if "default" in found else {})}


def _schemas(items: Any, depth: int) -> Iterator[tuple[str, tuple[str, Any]]]:
    """Id → (name, schema) of the project's shared schemas."""
    for item in items if isinstance(items, list) and depth <= DEEPEST else ():
        if not isinstance(item, Mapping):
            continue
        inner = item.get("schema")
        if isinstance(inner, Mapping) and isinstance(inner.get("jsonSchema"), Mapping):
            name = re.sub(r"\W+", "", str(item.get("name") or item.get("displayName") or "")) or f"Schema{depth}"
            yield str(item.get("id") or name), (name, inner["jsonSchema"])
        yield from _schemas(item.get("items"), depth + 1)


def _operation(api: Mapping[str, Any], folder: str) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "summary": str(api.get("name") or ""),
        "deprecated": api.get("status") == "deprecated",
        "tags": [folder, *(tag for tag in api.get("tags") or () if isinstance(tag, str))],
        "x-apidog-folder": folder,
        "parameters": list(_parameters(api.get("parameters"))),
        "responses": {},
    }
    number = re.search(r"\d{5,18}", str(api.get("id") or ""))
    if number:
        operation["x-page-id"] = number.group(0)
    body = _body(api.get("requestBody"))
    if body:
        operation["requestBody"] = body
    for answer in api.get("responses") or ():
        if isinstance(answer, Mapping):
            content = {JSON: {"schema": answer["jsonSchema"]}} if isinstance(answer.get("jsonSchema"), Mapping) else {}
            operation["responses"].setdefault(str(answer.get("code") or 200), {"content": content})
    return operation


def _parameters(parameters: Any) -> Iterator[dict[str, Any]]:
    """Parameters by their place, or in a list with the place in each; those that are switched off are none."""
    groups = [(place, parameters.get(place)) for place in PLACES] if isinstance(parameters, Mapping) else []
    listed = (
        [(one.get("in"), [one]) for one in parameters if isinstance(one, Mapping)]
        if not groups and isinstance(parameters, list)
        else []
    )
    for place, group in (*groups, *listed):
        for one in group if isinstance(group, list) else ():
            if isinstance(one, Mapping) and isinstance(one.get("name"), str) and one.get("enable", True):
                schema = (
                    one["schema"] if isinstance(one.get("schema"), Mapping) else {"type": one.get("type") or "string"}
                )
                found = {
                    "name": one["name"],
                    "in": place,
                    "required": bool(one.get("required")),
                    "schema": dict(schema),
                }
                yield {**found, **({"description": one["description"]} if one.get("description") else {})}


def _body(body: Any) -> dict[str, Any] | None:
    """A request body: its schema, or the fields of a form."""
    kind = str(body.get("type") or "none") if isinstance(body, Mapping) else "none"
    if kind == "none" or not isinstance(body, Mapping):
        return None
    schema = body.get("jsonSchema")
    fields = [one for one in body.get("parameters") or () if isinstance(one, Mapping) and one.get("name")]
    if not isinstance(schema, Mapping) and fields:
        properties = {str(one["name"]): {"type": one.get("type") or "string"} for one in fields}
        schema = {"type": "object", "properties": properties}
    media: dict[str, Any] = {"schema": dict(schema)} if isinstance(schema, Mapping) else {}
    samples = [one.get("value") for one in body.get("examples") or () if isinstance(one, Mapping)] or [
        body.get("example")
    ]
    if samples[0] not in (None, ""):
        media["examples"] = {str(number): {"value": sample} for number, sample in enumerate(samples, 1)}
    return {"content": {kind if "/" in kind else JSON: media}}


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """The same with references to the project's schemas as references to components."""
    if isinstance(value, list):
        return [_renamed(item, names) for item in value]
    if not isinstance(value, Mapping):
        return value
    target = value.get("$ref")
    if isinstance(target, str) and not target.startswith(SCHEMA_REF):
        name = names.get(target) or names.get(target.rpartition("/")[2]) or re.sub(r"\W+", "", target)
        return {**{key: _renamed(item, names) for key, item in value.items()}, "$ref": SCHEMA_REF + name}
    return {key: _renamed(item, names) for key, item in value.items()}
