"""The commands that only read: ``whoami``, ``list``, ``get``, ``export``."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import DaftraError
from .account import Account
from .calls import find_call
from .connect import connected_client, find
from .exits import DONE, Refusal
from .formats import Format
from .output import checked_fields, row_writer, write_one, write_rows
from .progress import Meter, progress
from .rows import plain
from .terminal import say
from .wording import counted

if TYPE_CHECKING:
    from .._paging.pager import Pager
    from ..export import ExportProgress

_PAGE = 100

WHOAMI = ("business_name", "subdomain", "email", "country_code", "currency_code", "date_format", "language_code")


async def whoami(account: Account, format: Format | None) -> int:
    """The account that answers, and where its credential came from."""
    found = find(account, os.environ)
    async with connected_client(account, found) as daftra:
        site = plain(await daftra.site.get())
        facts = {name: site[name] for name in WHOAMI if site.get(name) not in (None, "")}
        write_one({**facts, "host": daftra.base_url, "credential": found.source}, format)
    return DONE


async def list_rows(
    account: Account,
    resource: str,
    pairs: Sequence[str],
    *,
    most: int | None,
    fields: str | None,
    format: Format | None,
    raw: bool,
    quiet: bool,
) -> int:
    """Rows on stdout as they arrive; stderr says when there are more."""
    call = find_call(resource, "list")
    arguments = call.arguments(pairs)
    writer = row_writer(format, checked_fields(fields))
    async with connected_client(account) as daftra:
        if most is not None:
            size = "limit" if "limit" in call.parameters else "per_page"
            arguments = {size: min(most, _PAGE), **arguments} if size in call.parameters else arguments
        pager = call.invoke(daftra, arguments)
        if most is not None:
            pager = pager.using(max_items=most, concurrency=1 if most <= _PAGE else None)
        reader = _Reader(pager, raw=raw)
        with progress(call.operation.id, quiet=quiet or most is not None or sys.stdout.isatty()) as meter:
            try:
                count = await write_rows(reader.rows(meter), writer)
            except asyncio.CancelledError:
                more = f"`daftra export {resource} FILE.csv` can be stopped too, and goes on where it ended."
                say(f"Stopped after {counted(reader.count, 'rows')}. {more}")
                raise
    if most is None:
        return _completeness(pager, quiet=quiet)
    if count == most and (reader.total is None or reader.total > most) and not quiet:
        of = "" if reader.total is None else f" of {reader.total}"
        say(f"The first {most}{of}: --all for every row, --max for another number.", style="dim")
    return DONE


class _Reader:
    """A pager's rows, and what its pages said of the whole."""

    def __init__(self, pager: Pager[Any], *, raw: bool) -> None:
        self._pager = pager
        self._raw = raw
        self.total: int | None = None
        self.count = 0

    async def rows(self, meter: Meter) -> AsyncGenerator[Any, None]:
        async with aclosing(self._pager.pages()) as pages:
            async for page in pages:
                self.total = page.total if page.total is not None else self.total
                for row in page.items:
                    yield (row.raw or row) if self._raw else row
                self.count += len(page.items)
                meter(self.count, self.total)


def _completeness(pager: Pager[Any], *, quiet: bool) -> int:
    known = pager.completeness
    if not known.complete and not quiet:
        say(f"Not proved complete: {known.reason}", style="yellow")
    return DONE


async def get_record(
    account: Account,
    resource: str,
    id: int,
    pairs: Sequence[str],
    *,
    fields: str | None,
    format: Format | None,
    raw: bool,
) -> int:
    """One record on stdout."""
    call = find_call(resource, "get")
    arguments = {**call.arguments([*pairs, f"id={id}"])}
    async with connected_client(account) as daftra:
        record = await call.invoke(daftra, arguments)
    for issue in getattr(record, "issues", ()):
        say(f"could not be read: {issue}", style="yellow")
    write_one((record.raw or record) if raw else record, format, checked_fields(fields))
    return DONE


async def export(
    account: Account,
    resource: str,
    file: Path,
    pairs: Sequence[str],
    *,
    strict: bool,
    fresh: bool,
    quiet: bool,
) -> int:
    """Every row into a file."""
    call = find_call(resource, "list")
    arguments = call.arguments(pairs)
    if not file.parent.is_dir():
        raise Refusal(f"there is no directory {file.parent}")
    async with connected_client(account) as daftra:
        pager = call.invoke(daftra, arguments).using(strict=strict)
        try:
            with progress(f"{resource} → {file.name}", quiet=quiet) as meter:

                def told(step: ExportProgress) -> None:
                    meter(step.rows, step.expected)

                done = await pager.export(file, progress=told, resume=not fresh)
        except (asyncio.CancelledError, DaftraError):
            if file.with_name(file.name + ".part.json").exists():
                say(f"Stopped. {file} is not written yet: the same command goes on where this one ended.")
            raise
    if not quiet:
        again = f", {done.resumed} of them by the run before" if done.resumed else ""
        say(f"{counted(done.rows, 'rows')} in {done.path}{again}.")
        if not done.completeness.complete:
            say(f"Not proved complete: {done.completeness.reason}", style="yellow")
    return DONE
