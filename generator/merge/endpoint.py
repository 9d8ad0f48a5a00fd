"""One page as an endpoint: the parts that rules change, read with every key accounted for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from ..errors import PageError
from ..fetch.pages import Page
from ..openapi import METHODS

Schema = dict[str, Any]


@attrs.frozen
class Place:
    """Where in a page: its file and the keys that lead there."""

    file: str
    parts: tuple[str, ...] = ()

    def __truediv__(self, key: object) -> Place:
        return Place(self.file, (*self.parts, str(key)))

    @property
    def pointer(self) -> str:
        return "/" + "/".join(part.replace("~", "~0").replace("/", "~1") for part in self.parts)

    @property
    def name(self) -> str:
        """The property's or parameter's name, ``""`` where the place is none."""
        return self.parts[-1] if len(self.parts) > 1 and self.parts[-2] in {"properties", "parameters"} else ""

    @property
    def side(self) -> str:
        """``"request"``, ``"response"`` or ``"parameter"``."""
        return {"requestBody": "request", "responses": "response"}.get(self.parts[0] if self.parts else "", "parameter")

    def refuse(self, reason: str, remedy: str) -> PageError:
        return PageError(self.file, self.pointer, reason, remedy)


@attrs.frozen
class Body:
    """A request body: media types in order, its schema, and the shapes of the page's examples."""

    media_types: tuple[str, ...]
    schema: Schema
    shapes: tuple[Any, ...] = ()


@attrs.frozen
class Answer:
    """One documented answer; ``reference`` names a shared response instead."""

    status: str
    schema: Schema | None = None
    shapes: tuple[Any, ...] = ()
    reference: str | None = None


@attrs.frozen
class CallName:
    """What a page's call is called."""

    resource: str
    name: str
    kind: str
    record: str

    @property
    def id(self) -> str:
        return f"{self.resource}.{self.name}"


@attrs.frozen
class Endpoint:
    """One documented call. ``base`` and ``path`` become final through the rules; ``server`` is what the page claims.

    ``locked`` is the path that the call is known to have, ``named`` what it is called once that is settled, ``pages``
    are the further pages about it. ``names`` gives a parameter the name it has for this call, where calls that share a
    path name it differently.
    """

    file: str
    page_id: str
    method: str
    path: str
    server: str
    title: str
    folder: str
    tags: tuple[str, ...] = ()
    base: str = ""
    parameters: tuple[dict[str, Any], ...] = ()
    fixed: Mapping[str, str] = attrs.field(factory=dict)
    names: Mapping[str, str] = attrs.field(factory=dict)
    body: Body | None = None
    answers: tuple[Answer, ...] = ()
    schemas: Mapping[str, Schema] = attrs.field(factory=dict)
    responses: Mapping[str, Answer] = attrs.field(factory=dict)
    deprecated: bool = False
    operation_id: str = ""
    locked: str = ""
    named: CallName | None = None
    pages: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        return Place(self.file)

    @property
    def whole_path(self) -> str:
        """The path below the host."""
        return ("" if self.base == "/" else self.base) + self.path

    @property
    def success(self) -> Answer | None:
        """The answer of the call that worked."""
        return next((answer for answer in self.answers if answer.status.startswith("2")), None)


def read_endpoint(page: Page, number: str) -> Endpoint:
    """The one endpoint of a kept page. Raises ``PageError`` for a shape that nothing here reads."""
    root = Place(page.file)
    paths = _map(page.data.get("paths"), root / "paths")
    items = [_map(item, root / "paths" / path) for path, item in paths.items()]
    if len(items) != 1 or len(items[0]) != 1:
        raise (root / "paths").refuse("a page documents exactly one method of one path", "split the page")
    ((path, item),) = paths.items()
    ((method, raw),) = item.items()
    place = root / "paths" / path / method
    if method not in METHODS:
        raise place.refuse(f"unknown method {method!r}", f"one of {', '.join(METHODS)}")
    operation = _map(raw, place)
    if not re.fullmatch(r"\d{1,18}", number):
        raise (place / "x-page-id").refuse("no page number", "add the number that the page's address ends in")
    components = _map(page.data.get("components"), root / "components")
    tags = tuple(_text(tag, place / "tags") for tag in _list(operation.get("tags"), place / "tags"))
    shared = root / "components" / "responses"
    responses = _map(components.get("responses"), shared)
    parameters = _list(operation.get("parameters"), place / "parameters")
    answers = _map(operation.get("responses"), place / "responses")
    return Endpoint(
        file=page.file,
        page_id=number,
        method=method,
        path=str(path),
        server=str(operation.get("x-documented-server") or ""),
        title=_text(operation.get("summary"), place / "summary"),
        folder=_text(operation.get("x-apidog-folder"), place / "x-apidog-folder") or (tags[0] if tags else ""),
        tags=tags,
        parameters=tuple(_parameter(raw, place / "parameters" / n) for n, raw in enumerate(parameters)),
        body=_body(operation.get("requestBody"), place / "requestBody"),
        answers=tuple(_answer(str(code), raw, place / "responses" / code) for code, raw in answers.items()),
        schemas=_map(components.get("schemas"), root / "components" / "schemas"),
        responses={str(name): _answer(str(name), raw, shared / name) for name, raw in responses.items()},
        deprecated=bool(operation.get("deprecated")),
        operation_id=str(operation.get("operationId") or ""),
    )


def _map(value: Any, place: Place) -> dict[str, Any]:
    if value is not None and not isinstance(value, dict):
        raise place.refuse("an object was expected", "compare with another page")
    return value or {}


def _text(value: Any, place: Place) -> str:
    if value is not None and not isinstance(value, str):
        raise place.refuse("a text was expected", "compare with another page")
    return value or ""


def _list(value: Any, place: Place) -> list[Any]:
    if value is not None and not isinstance(value, list):
        raise place.refuse("a list was expected", "compare with another page")
    return value or []


def _parameter(raw: Any, place: Place) -> dict[str, Any]:
    if not isinstance(raw, dict) or not isinstance(raw.get("name"), str) or not isinstance(raw.get("in"), str):
        raise place.refuse("a parameter needs a name and a place", "write `name` and `in`")
    return {**raw, "schema": _map(raw.get("schema"), place / "schema") or {"type": "string"}}


def _body(raw: Any, place: Place) -> Body | None:
    if raw is None:
        return None
    body = _map(raw, place)
    media_types, schema = _content(body.get("content"), place / "content")
    return Body(media_types, schema or {}, tuple(_list(body.get("x-example-shapes"), place))) if media_types else None


def _answer(status: str, raw: Any, place: Place) -> Answer:
    answer = _map(raw, place)
    if "$ref" in answer:
        return Answer(status, reference=str(answer["$ref"]).rpartition("/")[2])
    _, schema = _content(answer.get("content"), place / "content")
    return Answer(status, schema, tuple(_list(answer.get("x-example-shapes"), place)))


def _content(raw: Any, place: Place) -> tuple[tuple[str, ...], Schema | None]:
    """The media types, and the first one's schema; one that nothing is said of may hold anything."""
    schema: Schema | None = None
    for media_type, content in _map(raw, place).items():
        media = _map(content, place / media_type)
        schema = media.get("schema", {}) if schema is None else schema
    return tuple(map(str, raw or ())), schema
