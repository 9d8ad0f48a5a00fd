"""Running the quirk rules over one endpoint: what they leave is plain, self-contained OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from .endpoint import Endpoint, Place, Schema
from .quirks import ENDPOINT_RULES, PARAMETER_RULES, SCHEMA_RULES, STRUCTURE_RULES, SchemaRule
from .report import Report
from .wellformed import check_wellformed

_DROPPED = frozenset({"x-see-endpoint", "title", "description"})
"""Schema keys that say nothing to a reader of the merged document: prose is ours."""
_READ_BY_RULES = frozenset({"x-apidog-enum", "x-apidog-refs", "x-apidog-overrides"})
MAX_DEPTH = 40


def normalise(endpoint: Endpoint, report: Report) -> Endpoint:
    """The endpoint after every rule, each change counted under its rule's name."""
    _check_all(endpoint)
    for endpoint_rule in ENDPOINT_RULES:
        changed = endpoint_rule(endpoint)
        if changed is not endpoint:
            report.count(endpoint_rule.__name__)
            endpoint = changed
    parameters = tuple(_parameter(parameter, endpoint, report) for parameter in endpoint.parameters)
    body = endpoint.body and attrs.evolve(
        endpoint.body, schema=_schema(endpoint.body.schema, endpoint.place / "requestBody", endpoint, report)
    )
    answers = tuple(
        answer
        if answer.schema is None
        else attrs.evolve(
            answer, schema=_schema(answer.schema, endpoint.place / "responses" / answer.status, endpoint, report)
        )
        for answer in endpoint.answers
    )
    return attrs.evolve(endpoint, parameters=parameters, body=body, answers=answers, schemas={}, responses={})


def _check_all(endpoint: Endpoint) -> None:
    """Every schema of the page is well formed before any rule looks at it."""
    for parameter in endpoint.parameters:
        check_wellformed(parameter["schema"], endpoint.place / "parameters" / parameter["name"])
    if endpoint.body:
        check_wellformed(endpoint.body.schema, endpoint.place / "requestBody")
    for answer in endpoint.answers:
        if answer.schema is not None:
            check_wellformed(answer.schema, endpoint.place / "responses" / answer.status)
    for name, shared in endpoint.responses.items():
        if shared.schema is not None:
            check_wellformed(shared.schema, endpoint.place / "components" / "responses" / name)
    for name, schema in endpoint.schemas.items():
        check_wellformed(schema, endpoint.place / "components" / "schemas" / name)


def _parameter(parameter: dict[str, Any], endpoint: Endpoint, report: Report) -> dict[str, Any]:
    for rule in PARAMETER_RULES:
        changed = rule(parameter)
        if changed is not parameter:
            report.count(rule.__name__)
        parameter = changed
    place = endpoint.place / "parameters" / parameter["name"]
    check_wellformed(parameter["schema"], place)
    return {**parameter, "schema": _schema(parameter["schema"], place, endpoint, report)}


def _schema(schema: Schema, place: Place, endpoint: Endpoint, report: Report) -> Schema:
    inlined = _inlined(schema, endpoint.schemas, place, ())
    composed = _applied(inlined, place, STRUCTURE_RULES, report)
    return _applied(composed, place, SCHEMA_RULES, report)


def _inlined(schema: Any, schemas: Mapping[str, Schema], place: Place, open_names: tuple[str, ...]) -> Any:
    """The schema with the page's own components written out where they are referred to."""
    if len(place.parts) > MAX_DEPTH * 2:
        raise place.refuse("schemas nested without end", f"a page nests at most {MAX_DEPTH} schemas")
    if isinstance(schema, list):
        return [_inlined(item, schemas, place / number, open_names) for number, item in enumerate(schema)]
    if not isinstance(schema, dict):
        return schema
    if isinstance(schema.get("$ref"), str):
        name = schema["$ref"].rpartition("/")[2]
        if name in open_names:
            raise place.refuse(f"the schema {name!r} contains itself", "break the circle in the page")
        if name not in schemas:
            raise place.refuse(f"refers to {name!r}, which the page does not have", "add it to the page's components")
        siblings = {key: value for key, value in schema.items() if key != "$ref"}
        target = _inlined(schemas[name], schemas, place, (*open_names, name))
        return {**target, **siblings}
    return {
        key: value
        if key in {"enum", "examples", "example", "default", "x-labels"}
        else _inlined(value, schemas, place / key, open_names)
        for key, value in schema.items()
    }


def _says_nothing(key: str) -> bool:
    return key in _DROPPED or (key.startswith("x-apidog") and key not in _READ_BY_RULES)


def _applied(schema: Schema, place: Place, rules: Iterable[SchemaRule], report: Report) -> Schema:
    for rule in rules:
        changed = rule(schema, place)
        if changed is not schema:
            report.count(rule.__name__)
            schema = changed
    result = {key: value for key, value in schema.items() if not _says_nothing(key)}
    if isinstance(result.get("properties"), dict):
        result["properties"] = {
            str(name): _applied(value, place / "properties" / name, rules, report)
            for name, value in result["properties"].items()
        }
    for key in ("items", "additionalProperties"):
        if isinstance(result.get(key), dict):
            result[key] = _applied(result[key], place / key, rules, report)
    return result
