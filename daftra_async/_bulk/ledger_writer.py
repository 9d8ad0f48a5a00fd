"""Writes the ledger without holding up the event loop: one thread, and one commit for all that waits.

A commit waits for the disk, some milliseconds. While it does, further changes queue up and share the next commit.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from .ledger import Ledger

Result = TypeVar("Result")


class LedgerWriter:
    """The ledger's only writer. An in-memory ledger is written in place: it has no disk to wait for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._thread = None if ledger.in_memory else ThreadPoolExecutor(1, thread_name_prefix="daftra-ledger")
        self._waiting: list[tuple[Callable[[], Any], asyncio.Future[Any]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def write(self, operation: Callable[..., Result], *arguments: object) -> Result:
        """Run one of the ledger's operations durably. Raises ``LedgerError`` if that is not possible."""
        call = partial(operation, *arguments)
        if self._thread is None:
            return self._ledger.transact([call])[0]
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.append((call, future))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_waiting())
        return await future

    async def read(self, operation: Callable[..., Result], *arguments: object) -> Result:
        """Ask the ledger, behind all the writes that came before."""
        if self._thread is None:
            return operation(*arguments)
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(operation, *arguments))

    async def _write_waiting(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            batch, self._waiting = self._waiting, []
            calls = [call for call, _ in batch]
            try:
                results = await loop.run_in_executor(self._thread, self._ledger.transact, calls)
            except Exception as error:
                for _, future in batch:
                    if not future.done():
                        future.set_exception(error)
            else:
                for (_, future), result in zip(batch, results, strict=True):
                    if not future.done():
                        future.set_result(result)
        self._writing = None

    async def aclose(self) -> None:
        """Finish what waits, then end the thread."""
        if self._writing is not None:
            await self._writing
        if self._thread is not None:
            self._thread.shutdown(wait=True)
