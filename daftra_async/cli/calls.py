"""An operation as the command line sees it: its parameters with their types, and ``NAME=VALUE`` read against them."""

from __future__ import annotations

import inspect
import json
import re
import sys
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any

import attrs

from .._generated.operations import OPERATIONS
from .._wire.draft import Draft
from .._wire.messages import Operation
from .._wire.record import Record
from .._wire.shape import Field, field_for
from .._wire.suggestion import did_you_mean
from .drafts import as_wire, lines_of
from .exits import Refusal
from .fields import Unfit, draft_from, typed

_BRACKETS = re.compile(r"(?P<name>\w+)(?P<keys>(\[[^\[\]]*\])+)")
BODY_NAMES = ("draft", "body")


@attrs.frozen(kw_only=True)
class BoundOperation:
    """One operation with what it takes and gives.

    ``draft`` is the class of its body and ``result`` that of what comes back, where these are records.
    """

    operation: Operation
    parameters: Mapping[str, Field]
    positional: tuple[str, ...]
    required: tuple[str, ...]
    body: str | None
    draft: type[Draft] | None
    result: type[Record] | None
    help: str

    def arguments(self, texts: Sequence[str], *, data: str | None = None) -> dict[str, Any]:
        """Keyword arguments for the method from ``NAME=VALUE`` texts and the body's JSON.

        Names that are no parameter are fields of the draft; ``items.item=…`` is one of a line, and one that comes again
        begins the next line. Raises ``Refusal``.
        """
        try:
            lines, pairs = lines_of(map(split_pair, texts), self.draft) if self.draft else ({}, map(split_pair, texts))
            given = nested(pairs)
            own = {name: value for name, value in given.items() if name in self.parameters}
            rest = {name: value for name, value in given.items() if name not in self.parameters}
            found = {name: typed(self.parameters[name], value) for name, value in own.items()}
            body = self._body({**rest, **lines}, data)
        except Unfit as error:
            raise Refusal(f"{self.operation.id}: {error}{_where_fields_are(self.operation)}") from None
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
            value = read_data(data)
            partial = self.operation.kind == "update"
            return as_wire(value, self.draft, partial=partial) if self.draft and isinstance(value, dict) else value
        if self.draft is None or not fields:
            return None
        return self.draft(**draft_from(self.draft, fields))

    def _refuse_strangers(self, fields: Mapping[str, Any]) -> None:
        for name in fields:
            hint = did_you_mean(name, self.parameters)
            raise Refusal(
                f"{self.operation.id} has no parameter {name!r}{hint} (`daftra ops {self.operation.id}` lists them)"
            )

    def invoke(self, daftra: Any, arguments: Mapping[str, Any]) -> Any:
        """The bound method called; what it returns is awaitable."""
        method = getattr(getattr(daftra, self.operation.resource), self.operation.name)
        by_name = dict(arguments)
        ordered = [by_name.pop(name) for name in self.positional if name in by_name]
        return method(*ordered, **by_name)


def _where_fields_are(operation: Operation) -> str:
    return f" (`daftra ops {operation.id}` lists the fields)"


def _told(name: str, body: str | None) -> str:
    return "the fields of the record, as NAME=VALUE or --data" if name == body else f"{name}=…"


def find_call(resource: str, name: str) -> BoundOperation:
    """The operation by its resource and name. Raises ``Refusal`` that says what there is."""
    resource = resource.replace("-", "_")
    found = find_operation(resource, name)
    if found is not None:
        return describe(found)
    mine = [operation for operation in OPERATIONS if operation.resource == resource]
    if not mine:
        known = sorted({operation.resource for operation in OPERATIONS})
        raise Refusal(f"there is no resource {resource!r}{did_you_mean(resource, known)} (`daftra ops` lists them all)")
    names = ", ".join(sorted({operation.name for operation in mine}))
    raise Refusal(f"{resource} has no {name!r}; it has {names}. `daftra ops {resource}` tells more.")


def find_operation(resource: str, name: str) -> Operation | None:
    """The operation by its resource and name, if there is one."""
    return next((each for each in OPERATIONS if each.resource == resource and each.name == name), None)


def find_by_id(id: str) -> BoundOperation:
    """The operation ``resource.name``."""
    resource, dot, name = id.partition(".")
    if not dot or not name:
        hint = did_you_mean(id, [operation.id for operation in OPERATIONS])
        raise Refusal(f"{id!r} is no operation{hint} (RESOURCE.OPERATION; `daftra ops` lists them all)")
    return find_call(resource, name)


def describe(operation: Operation) -> BoundOperation:
    """The call behind an operation: its parameters with what they take, read from its signature."""
    module = _module(operation)
    build: Callable[..., Any] = module.build
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
        result=_record(typing.get_type_hints(module.parse)["return"]),
        help=_help(operation),
    )


def _module(operation: Operation) -> Any:
    name = f"{operation.name}_" if operation.name == "list" or iskeyword(operation.name) else operation.name
    return import_module(f"daftra_async._generated.api.{operation.resource}.{name}")


def _record(hint: Any) -> type[Record] | None:
    """The model in what an operation gives, alone or in a page."""
    if isinstance(hint, type) and issubclass(hint, Record):
        return hint
    return next((found for found in map(_record, typing.get_args(hint)) if found), None)


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


def meaning_of(help: str, name: str) -> str:
    """What the help says of a parameter, its further lines included."""
    lines = help.splitlines()
    start = next((at for at, line in enumerate(lines) if line.strip().startswith(f"{name}: ")), None)
    if start is None:
        return ""
    depth = len(lines[start]) - len(lines[start].lstrip())
    told = [lines[start].strip().removeprefix(f"{name}: ")]
    for line in lines[start + 1 :]:
        if not line.strip() or len(line) - len(line.lstrip()) <= depth:
            break
        told.append(line.strip())
    return " ".join(told)


def read_pairs(texts: Sequence[str]) -> dict[str, Any]:
    """``NAME=VALUE`` texts as a mapping; a name given again makes a list, ``filter[date][gte]=…`` a nested mapping."""
    return nested(map(split_pair, texts))


def split_pair(text: str) -> tuple[str, str]:
    """The name and the value of ``NAME=VALUE``."""
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise Refusal(f"{text!r}: give NAME=VALUE")
    return name, value


def nested(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The pairs as a mapping, as `read_pairs` says."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        brackets = _BRACKETS.fullmatch(name)
        if brackets:
            keys = brackets["keys"][1:-1].split("][")
            _place(found.setdefault(brackets["name"], {}), keys, value, f"{name}={value}")
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
    source = {"-": "standard input"}.get(text, text[1:] if text.startswith("@") else "--data")
    try:
        if text == "-":
            words = sys.stdin.read()
        else:
            words = Path(text[1:]).read_text(encoding="utf-8") if text.startswith("@") else text
        return json.loads(words, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise Refusal(
            f"{source} is no JSON ({error}): put it in single quotes for the shell, or in a file for --data @FILE"
        ) from None


def draft_of(resource: str) -> type[Draft]:
    """The class of the drafts that a resource creates."""
    call = find_call(resource, "create")
    if call.draft is None:
        raise Refusal(f"{resource} takes its records as plain JSON: use `daftra run {resource}.create --data …`")
    return call.draft
