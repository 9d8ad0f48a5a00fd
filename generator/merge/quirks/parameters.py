"""Parameters: credentials among them, undeclared ones, constants hidden in names, samples declared as required."""

from __future__ import annotations

import re
from typing import Any

import attrs

from ..endpoint import Endpoint

CREDENTIALS = frozenset({"authorization", "apikey"})
NEGOTIATION = frozenset({"accept", "content-type"})
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_ID = re.compile(r"(^|_)id$")
_TEXT_IDS = frozenset({"transaction_id", "terminal_id", "unique_id"})


def _without_headers(endpoint: Endpoint, names: frozenset[str]) -> Endpoint:
    kept = tuple(one for one in endpoint.parameters if not (one["in"] == "header" and one["name"].lower() in names))
    return endpoint if len(kept) == len(endpoint.parameters) else attrs.evolve(endpoint, parameters=kept)


def credential_header(endpoint: Endpoint) -> Endpoint:
    """``Authorization`` and ``apikey`` are security schemes: as parameters they would send the page's placeholder."""
    return _without_headers(endpoint, CREDENTIALS)


def negotiation_header(endpoint: Endpoint) -> Endpoint:
    """``Accept`` and ``Content-Type`` follow from the body and are no arguments."""
    return _without_headers(endpoint, NEGOTIATION)


def parameter_without_place(endpoint: Endpoint) -> Endpoint:
    """A path parameter that the path does not name (``format`` after ``.json``) is dropped."""
    names = set(_PLACEHOLDER.findall(endpoint.path))
    kept = tuple(one for one in endpoint.parameters if one["in"] != "path" or one["name"] in names)
    return endpoint if len(kept) == len(endpoint.parameters) else attrs.evolve(endpoint, parameters=kept)


def undeclared_path_parameter(endpoint: Endpoint) -> Endpoint:
    """A name in the path that no parameter declares gets one; the order is the path's."""
    declared = {one["name"]: one for one in endpoint.parameters if one["in"] == "path"}
    names = _PLACEHOLDER.findall(endpoint.path)
    if set(declared) == set(names):
        return endpoint
    made = tuple(
        declared.get(name, {"name": name, "in": "path", "required": True, "schema": {"type": "string"}})
        for name in names
    )
    return attrs.evolve(endpoint, parameters=(*made, *(one for one in endpoint.parameters if one["in"] != "path")))


def path_parameters_as_locked(endpoint: Endpoint) -> Endpoint:
    """Placeholders bear the names that they have in the call's locked path: only their places matter to the server."""
    whole = endpoint.whole_path
    if not endpoint.locked or _PLACEHOLDER.sub("{}", whole) != _PLACEHOLDER.sub("{}", endpoint.locked):
        return endpoint
    kinds = {one["name"]: one["schema"].get("type") for one in endpoint.parameters if one["in"] == "path"}
    names = {
        name: name if _is_another_thing(name, locked, kinds.get(name)) else locked
        for name, locked in zip(_PLACEHOLDER.findall(whole), _PLACEHOLDER.findall(endpoint.locked), strict=True)
    }
    if all(old == new for old, new in names.items()):
        return endpoint
    path = _PLACEHOLDER.sub(lambda match: "{" + names[match.group(1)] + "}", endpoint.path)
    parameters = tuple(
        {**one, "name": names[one["name"]]} if one["in"] == "path" and one["name"] in names else one
        for one in endpoint.parameters
    )
    return attrs.evolve(endpoint, path=path, parameters=parameters)


def _is_another_thing(name: str, locked: str, kind: Any) -> bool:
    """Whether a placeholder holds something else than it did: a text, where there was an id."""
    return bool(_ID.search(locked)) and not _ID.search(name.lower()) and kind == "string"


def optional_path_parameter(parameter: dict[str, Any]) -> dict[str, Any]:
    """``required: false`` on a path parameter: a path has no optional parts."""
    return {**parameter, "required": True} if parameter["in"] == "path" and not parameter.get("required") else parameter


def path_id_as_text(parameter: dict[str, Any]) -> dict[str, Any]:
    """Ids in paths and queries are numbers, though pages type them as text."""
    schema = parameter["schema"]
    if schema.get("type") != "string" or not _ID.search(parameter["name"]) or parameter["name"] in _TEXT_IDS:
        return parameter
    return {**parameter, "schema": {**schema, "type": "integer"}}


def count_as_text(parameter: dict[str, Any]) -> dict[str, Any]:
    """``per_page`` is a number; its ``{{per_page}}``-like type is the console's."""
    schema = parameter["schema"]
    if parameter["name"] not in {"per_page", "page", "limit"} or schema.get("type") == "integer":
        return parameter
    return {**parameter, "schema": {"type": "integer"}}


def date_filter_as_text(parameter: dict[str, Any]) -> dict[str, Any]:
    """``date_from``, ``created_to``… are dates, written ``YYYY-MM-DD``."""
    schema = parameter["schema"]
    if not re.search(r"(^|_)(date|created)_(from|to)$", parameter["name"]) or schema.get("format"):
        return parameter
    return {**parameter, "schema": {**schema, "type": "string", "format": "date"}}


def labels_beside_schema(parameter: dict[str, Any]) -> dict[str, Any]:
    """``x-labels`` beside a parameter's schema say what its values mean: they move into the schema."""
    if "x-labels" not in parameter:
        return parameter
    rest = {key: value for key, value in parameter.items() if key != "x-labels"}
    return {**rest, "schema": {**rest["schema"], "x-labels": parameter["x-labels"]}}


def outdated_limit(parameter: dict[str, Any]) -> dict[str, Any]:
    """``limit`` had a maximum of 1000 in the older documentation; the newer has none, and 2000 is used in practice."""
    if parameter["name"] != "limit" or "maximum" not in parameter["schema"]:
        return parameter
    return {**parameter, "schema": {key: value for key, value in parameter["schema"].items() if key != "maximum"}}


def switch_as_count(parameter: dict[str, Any]) -> dict[str, Any]:
    """An integer between 1 and 1 (``load_custom_data``) is a switch."""
    schema = parameter["schema"]
    if schema.get("type") != "integer" or not schema.get("minimum") == schema.get("maximum") == 1:
        return parameter
    return {**parameter, "schema": {"type": "boolean"}}


def list_in_parameter_name(parameter: dict[str, Any]) -> dict[str, Any]:
    """``fields[]`` is a list called ``fields``: the brackets are how a list is written in a query."""
    if parameter["in"] != "query" or not parameter["name"].endswith("[]"):
        return parameter
    schema = parameter["schema"]
    many = schema if schema.get("type") == "array" else {"type": "array", "items": schema}
    return {**parameter, "name": parameter["name"].removesuffix("[]"), "schema": many}


def constant_in_parameter_name(endpoint: Endpoint) -> Endpoint:
    """``filter[type]=19`` as a name is a constant of the call, not an argument."""
    constants = [one for one in endpoint.parameters if one["in"] == "query" and "=" in one["name"]]
    if not constants:
        return endpoint
    fixed = dict(one["name"].split("=", 1) for one in constants)
    kept = tuple(one for one in endpoint.parameters if one not in constants)
    return attrs.evolve(endpoint, parameters=kept, fixed={**endpoint.fixed, **fixed})
