"""The commands that may change something: ``edit``, ``run``, ``call``."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any, cast

from .._resource import Editable
from ..errors import ConfigurationError
from .calls import BoundOperation, find_by_id, find_call, read_data, read_pairs
from .connect import Account
from .exits import DONE, Refusal
from .fields import Unfit, draft_from
from .output import Format, checked_fields, chosen, row_writer, write_one, write_rows
from .terminal import confirm
from .wording import singular

DESTRUCTIVE_METHODS = frozenset({"PUT", "PATCH", "DELETE"})


async def edit(
    account: Account, resource: str, id: int, pairs: Sequence[str], *, fields: str | None, format: Format | None
) -> int:
    """The record as it is afterwards, on stdout."""
    changes = _changes(find_call(resource, "update"), read_pairs(pairs))
    async with account.client() as daftra:
        target = getattr(daftra, resource.replace("-", "_"))
        if not isinstance(target, Editable):
            raise Refusal(f"{resource} cannot be edited in part: its records cannot be both read and replaced")
        record = await cast("Any", target).edit(id, **changes)
    write_one(record, format, checked_fields(fields))
    return DONE


def _changes(call: BoundOperation, given: Mapping[str, Any]) -> dict[str, Any]:
    if call.draft is None:
        raise Refusal(f"{call.operation.resource} cannot be edited in part: use `daftra run {call.operation.id}`")
    if not given:
        raise Refusal(f"say what to change as NAME=VALUE: `daftra ops {call.operation.id}` lists the fields")
    try:
        return draft_from(
            call.draft, {name: value if value != "" else None for name, value in given.items()}, partial=True
        )
    except Unfit as error:
        raise Refusal(str(error)) from None


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
    async with account.client() as daftra:
        result = call.invoke(daftra, arguments)
        if call.operation.kind == "list":
            await write_rows(result.rows(), row_writer(format, checked_fields(fields)))
            return DONE
        found = await result if inspect.isawaitable(result) else result
    write_one(found, format, checked_fields(fields))
    return DONE


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
    async with account.client() as daftra:
        try:
            answer = await daftra.request(method, path, params=read_pairs(pairs) or None, json=body)
        except ConfigurationError as error:
            raise Refusal(str(error)) from None
    # Nobody knows its shape: a table could leave out what is asked for.
    write_one(answer, Format.JSON if chosen(format) is Format.TABLE and format is None else format)
    return DONE
