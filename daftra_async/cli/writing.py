"""The commands that may change something: ``edit``, ``run``, ``call``."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any, cast

from .._resource import Editable
from ..errors import ConfigurationError
from .account import Account
from .calls import BoundOperation, find_by_id, find_call, read_data, read_pairs
from .connect import connected_client
from .exits import DONE, Refusal
from .fields import Unfit, draft_from, fields_of, has_lines
from .formats import Format, chosen
from .output import checked_fields, row_writer, write_one, write_rows
from .terminal import confirm, say
from .wording import singular

DESTRUCTIVE_METHODS = frozenset({"PUT", "PATCH", "DELETE"})


async def edit(
    account: Account, resource: str, id: int, pairs: Sequence[str], *, fields: str | None, format: Format | None
) -> int:
    """The record as it is afterwards, on stdout."""
    changes = _changes(find_call(resource, "update"), read_pairs(pairs))
    async with connected_client(account) as daftra:
        target = getattr(daftra, resource.replace("-", "_"))
        if not isinstance(target, Editable):
            raise Refusal(f"{resource} cannot be edited in part: its records cannot be both read and replaced")
        with _told_when_interrupted():
            record = await cast("Any", target).edit(id, **changes)
    write_one(record, format, checked_fields(fields))
    return DONE


def _changes(call: BoundOperation, given: Mapping[str, Any]) -> dict[str, Any]:
    if call.draft is None:
        raise Refusal(f"{call.operation.resource} cannot be edited in part: use `daftra run {call.operation.id}`")
    for name in given:
        head, dot, _ = name.partition(".")
        if dot and has_lines(fields_of(call.draft).get(head)):
            raise Refusal(f"{name}: an edit replaces all lines, so give them whole: {head}='[…]'")
    if not given:
        raise Refusal(f"say what to change as NAME=VALUE: `daftra ops {call.operation.id}` lists the fields")
    try:
        return draft_from(
            call.draft, {name: value if value != "" else None for name, value in given.items()}, partial=True
        )
    except Unfit as error:
        raise Refusal(f"{error} (`daftra ops {call.operation.id}` lists the fields)") from None


async def run_operation(
    account: Account,
    id: str,
    pairs: Sequence[str],
    *,
    data: str | None,
    fields: str | None,
    format: Format | None,
    yes: bool,
) -> int:
    """One operation; its result on stdout, rows as they arrive."""
    call = find_by_id(id)
    arguments = call.arguments(pairs, data=data)
    if call.operation.kind in ("delete", "update"):
        confirm(_question(call, arguments), yes=yes)
    async with connected_client(account) as daftra:
        result = call.invoke(daftra, arguments)
        if call.operation.kind == "list":
            await write_rows(result.rows(), row_writer(format, checked_fields(fields)))
            return DONE
        # Two actions of the API change a booking by GET: the kind decides, not the method.
        with nullcontext() if call.operation.kind == "get" else _told_when_interrupted():
            found = await result if inspect.isawaitable(result) else result
    write_one(found, format, checked_fields(fields))
    return DONE


@contextmanager
def _told_when_interrupted() -> Iterator[None]:
    """Say, when a write is interrupted, what nobody can know."""
    try:
        yield
    except asyncio.CancelledError:
        say("The request may have been executed all the same: look before sending it again.", style="yellow")
        raise


def _question(call: BoundOperation, arguments: Mapping[str, Any]) -> str:
    which = f"{singular(call.operation.resource)} {arguments.get('id', '')}".strip()
    if call.operation.kind == "delete":
        return f"Delete {which}?"
    return f"Replace {which}? Every field that is not given is reset; `daftra edit` keeps them."


async def call(
    account: Account,
    method: str,
    path: str,
    pairs: Sequence[str],
    *,
    data: str | None,
    format: Format | None,
    yes: bool,
) -> int:
    """One request; the answer's JSON on stdout."""
    method = method.upper()
    body = None if data is None else read_data(data)
    if "?" in path:
        raise Refusal("give the query as NAME=VALUE after the path")
    if not path.startswith("/"):
        raise Refusal(f"{path!r} is no path: give it from the host's root, such as /api2/site_info.json")
    if method in DESTRUCTIVE_METHODS:
        confirm(f"{method} {path}?", yes=yes)
    async with connected_client(account) as daftra:
        try:
            with nullcontext() if method == "GET" else _told_when_interrupted():
                answer = await daftra.request(method, path, params=read_pairs(pairs) or None, json=body)
        except ConfigurationError as error:
            raise Refusal(str(error)) from None
    # Nobody knows its shape: a table could leave out what is asked for.
    write_one(answer, Format.JSON if chosen(format) is Format.TABLE and format is None else format)
    return DONE
