"""Running the quirk rules over one endpoint: what they leave is plain, self-contained OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ..errors import PageError
from ..report import Report
from .endpoint import Endpoint, Place, Schema
from .quirks import ENDPOINT_RULES, PARAMETER_RULES, SCHEMA_RULES, STRUCTURE_RULES, SchemaRule
from .wellformed import wellformed

MAX_DEPTH = 40
_PLAIN = frozenset({"enum", "default", "x-labels"})


def normalise(endpoint: Endpoint, report: Report) -> Endpoint:
    """The endpoint after every rule, each change counted under its rule's name.

    A schema that a rule refuses is an error in the report and left open here, so that one run names them all. Raises
    ``PageError`` where the endpoint as a whole is refused.
    """
    endpoint = _wellformed(endpoint, report)
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


def _wellformed(endpoint: Endpoint, report: Report) -> Endpoint:
    """Every schema of the page holds what rules may rely on before any of them looks at it."""
    place = endpoint.place
    answers = tuple(
        answer
        if answer.schema is None
        else attrs.evolve(answer, schema=wellformed(answer.schema, place / "responses" / answer.status, report))
        for answer in endpoint.answers
    )
    shared = {
        name: answer
        if answer.schema is None
        else attrs.evolve(answer, schema=wellformed(answer.schema, place / "components" / "responses" / name, report))
        for name, answer in endpoint.responses.items()
    }
    body = endpoint.body and attrs.evolve(
        endpoint.body, schema=wellformed(endpoint.body.schema, place / "requestBody", report)
    )
    return attrs.evolve(
        endpoint,
        parameters=tuple(
            {**one, "schema": wellformed(one["schema"], place / "parameters" / one["name"], report)}
            for one in endpoint.parameters
        ),
        body=body,
        answers=answers,
        responses=shared,
        schemas={
            name: wellformed(schema, place / "components" / "schemas" / name, report)
            for name, schema in endpoint.schemas.items()
        },
    )


def _parameter(parameter: dict[str, Any], endpoint: Endpoint, report: Report) -> dict[str, Any]:
    for rule in PARAMETER_RULES:
        changed = rule(parameter)
        if changed is not parameter:
            report.count(rule.__name__)
        parameter = changed
    place = endpoint.place / "parameters" / parameter["name"]
    return {**parameter, "schema": _schema(parameter["schema"], place, endpoint, report)}


def _schema(schema: Schema, place: Place, endpoint: Endpoint, report: Report) -> Schema:
    inlined = _inlined(schema, endpoint.schemas, place, (), report)
    composed = _applied(inlined, place, STRUCTURE_RULES, report)
    return _applied(composed, place, SCHEMA_RULES, report)


def _inlined(
    schema: Any, schemas: Mapping[str, Schema], place: Place, open_names: tuple[str, ...], report: Report
) -> Any:
    """The schema with the page's own components written out where they are referred to."""
    if len(place.parts) > MAX_DEPTH * 2:
        raise place.refuse("schemas nested without end", f"a page nests at most {MAX_DEPTH} schemas")
    if isinstance(schema, list):
        return [_inlined(item, schemas, place / number, open_names, report) for number, item in enumerate(schema)]
    if not isinstance(schema, dict):
        return schema
    if isinstance(schema.get("$ref"), str):
        name = schema["$ref"].rpartition("/")[2]
        siblings = {key: value for key, value in schema.items() if key != "$ref"}
        if name in open_names or name not in schemas:
            why = "contains itself" if name in open_names else "is not in the page"
            report.note(f"{place.file} at {place.pointer}: the schema {name!r} {why}: left open")
            return siblings
        target = _inlined(schemas[name], schemas, place, (*open_names, name), report)
        return {**target, **siblings}
    return {
        key: value if key in _PLAIN else _inlined(value, schemas, place / key, open_names, report)
        for key, value in schema.items()
    }


def _applied(schema: Schema, place: Place, rules: Iterable[SchemaRule], report: Report) -> Schema:
    try:
        for rule in rules:
            changed = rule(schema, place)
            if changed is not schema:
                report.count(rule.__name__)
                schema = changed
    except PageError as problem:
        report.errors.append(problem)
        return {}
    result = {key: value for key, value in schema.items() if key != "x-see-endpoint"}
    if isinstance(result.get("properties"), dict):
        result["properties"] = {
            str(name): _applied(value, place / "properties" / name, rules, report)
            for name, value in result["properties"].items()
        }
    for key in ("items", "additionalProperties"):
        if isinstance(result.get(key), dict):
            result[key] = _applied(result[key], place / key, rules, report)
    return result
