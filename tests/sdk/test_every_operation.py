"""Every documented operation is a method, and calling it sends the method and path that its page documents."""

from __future__ import annotations

import contextlib
import inspect
import re
import typing
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml

from daftra_async import OPERATIONS, Daftra, Operation, Pager, ResponseError
from daftra_async.emulator import Emulator

SPECS = Path(__file__).parents[2] / "specs"
HOST = re.compile(r"^https://[^/]+")


def documented() -> dict[str, tuple[str, str]]:
    """Page id → (HTTP method, pattern of the whole path), read from the pages with nothing of the generator's."""
    found: dict[str, tuple[str, str]] = {}
    for file in sorted([*(SPECS / "pages").rglob("*.yaml"), *(SPECS / "added").rglob("*.yaml")]):
        page = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        ((path, item),) = page["paths"].items()
        ((method, operation),) = item.items()
        server = HOST.sub("", operation.get("x-documented-server", ""))
        found[operation["x-page-id"]] = method.upper(), pattern(path, server)
    return found


def pattern(path: str, base: str) -> str:
    """What the server's routes say of a documented path: its own prefix wins, ``{format}`` means the v1 API."""
    path = HOST.sub("", path)
    if not path.startswith("/"):
        path = "/" + path
    if path.endswith("{format}"):
        base = "/api2"
    if not path.startswith(("/api2/", "/v2/")):
        path = base + path
    if path.startswith("/v2/api/entity/"):
        path = re.sub(r"/(-1|1|2|\{\{format\}\})$", "/{level}", path)
    parts = re.split(r"\{\{?\w+\}?\}", path.removesuffix("{format}"))
    return "[^/]+".join(map(re.escape, parts)) + (r"(\.json)?" if path.endswith("{format}") else "")


PATTERNS = documented()
REFUSALS = {200, 202, 400, 404, 422, 500}
"""What the emulator may say to arguments made up from types: the call was understood, the record was not to be had."""
UNUSUAL = {"authorization.create_token": {401}, "purchase_orders.open_list": {302}}
"""What some calls may be answered besides."""


def test_all_306_pages_are_operations() -> None:
    covered = [page for operation in OPERATIONS for page in operation.page_ids]
    assert len(covered) == len(set(covered)) == 306
    assert set(covered) == set(PATTERNS)


def test_no_two_operations_share_a_name() -> None:
    names = [operation.id for operation in OPERATIONS]
    assert len(names) == len(set(names))


def example(annotation: Any, name: str) -> Any:
    """An argument of the annotated type."""
    if name == "draft":
        return draft_of(next(part for part in typing.get_args(annotation) if attrs.has(part)))
    if name == "body":
        return [] if "Sequence" in str(annotation) else {}
    choices = typing.get_args(annotation) or (annotation,)
    named = next((choice for choice in choices if issubclass(choice, Enum)), None)
    return 1 if int in choices else next(iter(named)) if named else "1"


def draft_of(kind: type) -> Any:
    """A draft with its required fields only."""
    hints = typing.get_type_hints(kind)
    required = {field.name: hints[field.name] for field in attrs.fields(kind) if field.default is attrs.NOTHING}
    return kind(**{name: value_of(hint) for name, hint in required.items()})


def value_of(hint: Any) -> Any:
    choices = typing.get_args(hint) or (hint,)
    if Decimal in choices:
        return Decimal("1.5")
    if typing.get_origin(hint) is list:
        return []
    for choice in choices:
        if isinstance(choice, type) and issubclass(choice, Enum):
            return next(iter(choice))
        if isinstance(choice, type) and attrs.has(choice):
            return draft_of(choice)
    return 1 if int in choices else "2026-01-02"


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
async def test_an_operation_sends_what_its_pages_document(
    operation: Operation, daftra: Daftra, emulator: Emulator
) -> None:
    method = getattr(getattr(daftra, operation.resource), operation.name)
    hints = typing.get_type_hints(inspect.unwrap(method), localns=vars(typing) | models_by_name())
    arguments = [
        example(hints[name], name)
        for name, parameter in inspect.signature(method).parameters.items()
        if parameter.default is parameter.empty and parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    ]
    call = method(*arguments)
    with contextlib.suppress(ResponseError):
        await call
    sent = emulator.journal[0]
    assert sent.status in REFUSALS | UNUSUAL.get(operation.id, set())
    for page in operation.page_ids:
        wanted, path = PATTERNS[page]
        assert sent.method == wanted
        assert re.fullmatch(path, sent.path), f"page {page}: {sent.path} is not {path}"
    if operation.kind == "list":
        assert isinstance(call, Pager)


def models_by_name() -> dict[str, Any]:
    from daftra_async import models
    from daftra_async._wire import Created, Done, Draft, Page

    named = {name: getattr(models, name) for name in dir(models)}
    return named | {"Pager": Pager, "Created": Created, "Done": Done, "Draft": Draft, "Page": Page}
