"""Paths as the documentation writes them: absolute, doubled, unslashed, with templates glued on."""

from __future__ import annotations

import re
from typing import Any

import attrs

from ..endpoint import Endpoint

V1 = "/api2"
V2 = "/v2/api/entity"
ROOT = "/"
"""The base of a path that starts at the host."""

_HOST = re.compile(
    r"^(?:https?:)?//(?P<host>[^/]+)(?=/)|^(?P<template>\{\{?[^{}/]*(?:url|host|domain|server)[^{}/]*\}?\})(?=/)", re.I
)
_OURS = re.compile(r"(?:^|\.)daft(?:a)?ra\.(?:com|dev|net)(?::\d+)?$|\{", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{\{?\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}?\}")
_LEVEL = re.compile(r"/(?:-?\d{1,2}|\{format\})$")
FORMAT = "{format}"


def absolute_url_path(endpoint: Endpoint) -> Endpoint:
    """A path that is a whole URL starts at the host, which is the account's; another host cannot be called."""
    whole = _HOST.match(endpoint.path)
    if whole is None:
        return endpoint
    if whole["host"] and not _OURS.search(whole["host"]):
        raise (endpoint.place / "paths" / endpoint.path).refuse(
            f"the path leads to another host, {whole['host']}: credentials of an account do not go there",
            "correct the path in specs/corrections.yaml if the documentation is wrong, or leave the page out",
        )
    return attrs.evolve(endpoint, base=ROOT, path=_HOST.sub("", endpoint.path))


def query_in_path(endpoint: Endpoint) -> Endpoint:
    """``/invoices?type=19&q={q}``: what has a value is a constant of the call, the rest are parameters."""
    path, mark, query = endpoint.path.partition("?")
    if not mark:
        return endpoint
    fixed, added = dict(endpoint.fixed), list(endpoint.parameters)
    known = {one["name"] for one in added}
    for part in filter(None, query.split("&")):
        name, _, value = part.partition("=")
        if value and not _TEMPLATE.search(value):
            fixed[name] = value
        elif name not in known:
            added.append({"name": name, "in": "query", "required": False, "schema": {"type": "string"}})
    return attrs.evolve(endpoint, path=path, fixed=fixed, parameters=tuple(added))


def missing_leading_slash(endpoint: Endpoint) -> Endpoint:
    """``booking/list/1`` → ``/booking/list/1``."""
    return endpoint if endpoint.path.startswith("/") else attrs.evolve(endpoint, path="/" + endpoint.path)


def braces_in_path(endpoint: Endpoint) -> Endpoint:
    """``{{id}}``, a template of the console, is the path parameter ``{id}``."""
    path = re.sub(r"\{\{\s*([^{}]+?)\s*\}\}", r"{\1}", endpoint.path)
    return endpoint if path == endpoint.path else attrs.evolve(endpoint, path=path)


def shouted_path_parameter(endpoint: Endpoint) -> Endpoint:
    """``{ID}`` and ``{bookingId}`` become ``{id}``, ``{bookingStatus}`` ``{booking_status}``, declarations included."""
    renamed = _settled_names(_TEMPLATE.findall(endpoint.path), endpoint.path)
    if all(old == new for old, new in renamed.items()):
        return endpoint
    path = _TEMPLATE.sub(lambda match: "{" + renamed[match.group(1)] + "}", endpoint.path)
    parameters = tuple(
        {**one, "name": renamed[one["name"]]} if one["in"] == "path" and one["name"] in renamed else one
        for one in endpoint.parameters
    )
    return attrs.evolve(endpoint, path=path, parameters=parameters)


def _settled_names(names: list[str], path: str) -> dict[str, str]:
    """Declared name → settled name; where several would be ``id``, each keeps its own record's name."""
    settled = {name: _snake(name, path) for name in names}
    if len(set(settled.values())) == len(settled):
        return settled
    return {name: re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower() for name in names}


def _snake(name: str, path: str) -> str:
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    return "id" if words.endswith("_id") and _names_its_own_record(words[:-3], path) else words


def _names_its_own_record(record: str, path: str) -> bool:
    """Whether ``booking`` is what ``/bookings/{bookingId}`` is about (the record of ``/x-{workflow_id}`` is not)."""
    return bool(re.search(rf"(^|/){record}s?(/|$)", path))


def repeated_base_in_path(endpoint: Endpoint) -> Endpoint:
    """A path that already holds its base, whatever the page says of its server: the base is taken out of it."""
    for base in (V2, V1):
        if endpoint.path.startswith(base + "/"):
            return attrs.evolve(endpoint, base=base, path=endpoint.path.removeprefix(base))
    return endpoint


def path_from_the_host(endpoint: Endpoint) -> Endpoint:
    """``/v2/oauth/token``, ``/v3/…``: a path that begins with a version starts at the host."""
    if endpoint.base or not re.match(r"/v\d+/", endpoint.path):
        return endpoint
    return attrs.evolve(endpoint, base=ROOT)


def base_as_locked(endpoint: Endpoint) -> Endpoint:
    """A page that says no base has the one that its call is known to have."""
    if endpoint.base or not endpoint.locked:
        return endpoint
    base = next((one for one in (V2, V1) if endpoint.locked.startswith(one + "/")), ROOT)
    return attrs.evolve(endpoint, base=base)


def server_contradicts_path(endpoint: Endpoint) -> Endpoint:
    """A path ending in ``{format}`` is answered by the v1 application, though a v2 page may claim another server."""
    if endpoint.base or not endpoint.path.endswith(FORMAT) or endpoint.path.endswith("/" + FORMAT):
        return endpoint
    return attrs.evolve(endpoint, base=V1) if not endpoint.server.endswith(V1) else endpoint


def base_from_server(endpoint: Endpoint) -> Endpoint:
    """The base that remains to be found is the one in the page's own server."""
    if endpoint.base:
        return endpoint
    server = endpoint.server.rstrip("/")
    for base in (V2, V1):
        if server.endswith(base):
            return attrs.evolve(endpoint, base=base)
    address = re.fullmatch(r"https?://([^/]+)(/v\d+(?:/[\w-]+)*)?", server)
    if address and _OURS.search(address[1]):
        return attrs.evolve(endpoint, base=ROOT, path=(address[2] or "") + endpoint.path)
    place = endpoint.place / "paths" / endpoint.path
    raise place.refuse(
        f"the path cannot be placed: its server is {endpoint.server!r}",
        "give the page the x-documented-server that its console uses, or write the path from the host",
    )


def base_not_documented(endpoint: Endpoint) -> Endpoint:
    """A published page does not say which of its servers is meant: a level at the end means v2, else the folder."""
    if endpoint.base or endpoint.server:
        return endpoint
    if endpoint.method == "get" and _LEVEL.search(endpoint.path):
        return attrs.evolve(endpoint, base=V2)
    folder = re.match(r"Endpoints v([12])\b", endpoint.folder)
    return attrs.evolve(endpoint, base={"1": V1, "2": V2}[folder.group(1)]) if folder else endpoint


def format_glued_to_path(endpoint: Endpoint) -> Endpoint:
    """``/invoices{format}`` is ``/invoices.json``: no other format is of use here."""
    if not endpoint.path.endswith(FORMAT) or endpoint.path.endswith("/" + FORMAT):
        return endpoint
    return attrs.evolve(endpoint, path=endpoint.path.removesuffix(FORMAT) + ".json")


def level_as_last_segment(endpoint: Endpoint) -> Endpoint:
    """The last segment of a v2 read (``1``, ``2``, ``-1``, ``{format}``) is how deep relations are loaded."""
    match = _LEVEL.search(endpoint.path)
    if endpoint.base != V2 or endpoint.method != "get" or not match:
        return endpoint
    literal = match.group(0)[1:]
    default = _documented_level(endpoint.parameters) if literal == FORMAT else int(literal)
    level: dict[str, Any] = {
        "name": "level",
        "in": "path",
        "required": True,
        "schema": {"type": "integer", "default": default},
    }
    others = tuple(one for one in endpoint.parameters if not (one["in"] == "path" and one["name"] == "format"))
    return attrs.evolve(endpoint, path=endpoint.path[: match.start()] + "/{level}", parameters=(*others, level))


def _documented_level(parameters: tuple[dict[str, Any], ...]) -> int:
    for one in parameters:
        if one["name"] == "format":
            default = (one.get("schema") or {}).get("default")
            if isinstance(default, str) and re.fullmatch(r"-?\d{1,2}", default):
                return int(default)
            return default if type(default) is int and -99 <= default <= 99 else 1
    return 1
