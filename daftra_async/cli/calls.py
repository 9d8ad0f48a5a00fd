"""An operation as the command line sees it: its parameters with their types, and ``NAME=VALUE`` read against them."""

from __future__ import annotations

import difflib
import inspect
import json
import re
import sys
import typing
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any

import attrs

from .._generated.operations import OPERATIONS
from .._wire.draft import Draft
from .._wire.messages import Operation
from .._wire.shape import Field
from .exits import Refusal
from .fields import Unfit, draft_from, field_for, fields_of, near, typed

_BRACKETS = re.compile(r"(?P<name>\w+)(?P<keys>(\[[^\[\]]*\])+)")
BODY_NAMES = ("draft", "body")


@attrs.frozen(kw_only=True)
class BoundOperation:
    """One operation with what it takes. ``draft`` is the class of its body where that is a record."""

    operation: Operation
    parameters: Mapping[str, Field]
    positional: tuple[str, ...]
    required: tuple[str, ...]
    body: str | None
    draft: type[Draft] | None
    help: str

    def arguments(self, texts: Sequence[str], *, data: str | None = None) -> dict[str, Any]:
        """Keyword arguments for the method from ``NAME=VALUE`` texts and the body's JSON.

        Names that are no parameter are fields of the draft. Raises ``Refusal``.
        """
        given = read_pairs(texts)
        own = {name: value for name, value in given.items() if name in self.parameters}
        rest = {name: value for name, value in given.items() if name not in self.parameters}
        try:
            found = {name: typed(self.parameters[name], value) for name, value in own.items()}
        except Unfit as error:
            raise Refusal(f"{self.operation.id}: {error}") from None
        body = self._body(rest, data)
        if body is not None and self.body is not None:
            found[self.body] = body
        missing = [_told(name, self.body) for name in self.required if name not in found]
        if missing:
            raise Refusal(f"{self.operation.id} needs {' and '.join(missing)}: see `daftra ops {self.operation.id}`")
        return found

    def _body(self, fields: Mapping[str, Any], data: str | None) -> Any:
        if self.body is None or (data is None and self.draft is None):
            self._refuse_strangers(fields)
        if self.body is None and data is not None:
            raise Refusal(f"{self.operation.id} takes no body")
        if data is not None:
            if fields:
                raise Refusal("give the body as --data or as NAME=VALUE, not both")
            return read_data(data)
        if self.draft is None or not fields:
            return None
        try:
            return self.draft(**draft_from(self.draft, fields))
        except Unfit as error:
            raise Refusal(f"{self.operation.id}: {error}") from None

    def _refuse_strangers(self, fields: Mapping[str, Any]) -> None:
        for name in fields:
            hint = near(name, self.parameters)
            raise Refusal(
                f"{self.operation.id} has no parameter {name!r}{hint} (`daftra ops {self.operation.id}` lists them)"
            )

    def invoke(self, daftra: Any, arguments: Mapping[str, Any]) -> Any:
        """The bound method called; what it returns is awaitable."""
        method = getattr(getattr(daftra, self.operation.resource), self.operation.name)
        by_name = dict(arguments)
        ordered = [by_name.pop(name) for name in self.positional if name in by_name]
        return method(*ordered, **by_name)


def _told(name: str, body: str | None) -> str:
    return "the fields of the record, as NAME=VALUE or --data" if name == body else f"{name}=…"


def find_call(resource: str, name: str) -> BoundOperation:
    """The operation by its resource and name. Raises ``Refusal`` that says what there is."""
    resource = resource.replace("-", "_")
    mine = [operation for operation in OPERATIONS if operation.resource == resource]
    if not mine:
        known = sorted({operation.resource for operation in OPERATIONS})
        raise Refusal(f"there is no resource {resource!r}{near(resource, known)} (`daftra ops` lists them all)")
    for operation in mine:
        if operation.name == name:
            return describe(operation)
    names = ", ".join(sorted({operation.name for operation in mine}))
    raise Refusal(f"{resource} has no {name!r}; it has {names}. `daftra ops {resource}` tells more.")


def find_by_id(id: str) -> BoundOperation:
    """The operation ``resource.name``."""
    resource, dot, name = id.partition(".")
    if not dot or not name:
        close = difflib.get_close_matches(id, [operation.id for operation in OPERATIONS], n=1)
        hint = f": did you mean {close[0]}?" if close else ""
        raise Refusal(f"{id!r} is no operation{hint} (RESOURCE.OPERATION; `daftra ops` lists them all)")
    return find_call(resource, name)


def describe(operation: Operation) -> BoundOperation:
    """The call behind an operation: its parameters with what they take, read from its signature."""
    build = _builder(operation)
    signature = inspect.signature(build)
    hints = typing.get_type_hints(build, include_extras=True)
    ordered = [name for name, each in signature.parameters.items() if each.kind is each.POSITIONAL_OR_KEYWORD]
    # A list may filter by a parameter named "draft": only a positional one is the body.
    body = next((name for name in BODY_NAMES if name in ordered), None)
    parameters = {name: field_for(name, hints[name]) for name in signature.parameters if name != body}
    return BoundOperation(
        operation=operation,
        parameters=parameters,
        positional=tuple(ordered),
        required=tuple(name for name, each in signature.parameters.items() if each.default is each.empty),
        body=body,
        draft=_draft(hints[body]) if body else None,
        help=_help(operation),
    )


def _builder(operation: Operation) -> Callable[..., Any]:
    name = f"{operation.name}_" if operation.name == "list" or iskeyword(operation.name) else operation.name
    module = import_module(f"daftra_async._generated.api.{operation.resource}.{name}")
    build: Callable[..., Any] = module.build
    return build


def _draft(hint: Any) -> type[Draft] | None:
    if isinstance(hint, type) and issubclass(hint, Draft) and hint is not Draft:
        return hint
    return next((found for found in map(_draft, typing.get_args(hint)) if found), None)


def _help(operation: Operation) -> str:
    package = import_module(f"daftra_async._generated.api.{operation.resource}")
    for value in vars(package).values():
        if isinstance(value, type) and value.__module__ == package.__name__:
            return inspect.getdoc(getattr(value, operation.name, None)) or ""
    return ""


def read_pairs(texts: Sequence[str]) -> dict[str, Any]:
    """``NAME=VALUE`` texts as a mapping; a name given again makes a list, ``filter[date][gte]=…`` a nested mapping."""
    found: dict[str, Any] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise Refusal(f"{text!r}: give NAME=VALUE")
        nested = _BRACKETS.fullmatch(name)
        if nested:
            keys = nested["keys"][1:-1].split("][")
            _place(found.setdefault(nested["name"], {}), keys, value, text)
        elif name in found:
            before = found[name]
            found[name] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            found[name] = value
    return found


def _place(target: Any, keys: Sequence[str], value: str, text: str) -> None:
    *way, last = keys
    for key in way:
        if not isinstance(target, dict):
            break
        target = target.setdefault(key, [] if way[-1] == key and last == "" else {})
    if isinstance(target, list) and last == "":
        target.append(value)
    elif isinstance(target, dict) and last:
        target[last] = value
    else:
        raise Refusal(f"{text!r} contradicts another argument of that name")


def read_data(text: str) -> Any:
    """The JSON of ``--data``: as it stands, from ``@file``, or from standard input with ``-``."""
    if text == "-":
        source, words = "standard input", sys.stdin.read()
    elif text.startswith("@"):
        source, words = text[1:], Path(text[1:]).read_text(encoding="utf-8")
    else:
        source, words = "--data", text
    try:
        return json.loads(words, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise Refusal(f"{source} is no JSON: {error}") from None


def draft_of(resource: str) -> type[Draft]:
    """The class of the drafts that a resource creates."""
    call = find_call(resource, "create")
    if call.draft is None:
        raise Refusal(f"{resource} takes its records as plain JSON: use `daftra run {resource}.create --data …`")
    return call.draft


__all__ = ["BoundOperation", "describe", "draft_of", "fields_of", "find_by_id", "find_call", "read_data", "read_pairs"]
