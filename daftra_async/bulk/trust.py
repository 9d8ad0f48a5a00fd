"""Whether the mark can be read back at all: absence proves nothing until presence was seen.

The field that carries the mark may be switched off for the account, or the list may hide documents of a kind. So a
record that is known to exist must have been found by its mark before any draft of its kind is ever called absent.
"""

from __future__ import annotations

import asyncio

from .clock import Clock
from .marks import Key, marks_of
from .readback import Scope, Seeker


class Trust:
    """One finding per scope: proved, disproved, or not known yet."""

    def __init__(self) -> None:
        self._findings: dict[Scope, asyncio.Future[bool]] = {}
        self._proving: set[Scope] = set()

    def finding(self, scope: Scope) -> asyncio.Future[bool]:
        """What is or will be found about the scope: shield it when waiting."""
        if scope not in self._findings:
            self._findings[scope] = asyncio.get_running_loop().create_future()
        return self._findings[scope]

    def settle(self, scope: Scope, *, readable: bool) -> None:
        """Record what was seen; the first finding stands, except that seeing a mark overrules not having seen one."""
        finding = self.finding(scope)
        if not finding.done():
            finding.set_result(readable)
        elif readable and not finding.result():
            self._findings[scope] = asyncio.get_running_loop().create_future()
            self._findings[scope].set_result(True)

    def known(self, scope: Scope) -> bool:
        return self.finding(scope).done()

    @property
    def proving(self) -> bool:
        return bool(self._proving)

    def begin(self, scope: Scope) -> bool:
        """Whether somebody should prove this scope now; the caller then does."""
        if self.known(scope) or scope in self._proving:
            return False
        self._proving.add(scope)
        return True

    def end(self, scope: Scope) -> None:
        self._proving.discard(scope)

    def give_up(self) -> None:
        """Nothing is left that could prove anything: who waits goes without. What comes later may prove it yet."""
        for scope, finding in list(self._findings.items()):
            if not finding.done():
                finding.set_result(False)
                del self._findings[scope]


async def prove(
    seeker: Seeker, key: Key, clock: Clock, *, mark: str, record_id: int, scope: Scope, within: float
) -> bool | None:
    """Whether a record known to exist is found by its mark ``within`` so many seconds.

    A record that is read by its id and carries no mark at all settles the question at once; one that carries another
    mark says nothing about the field, only that the id was wrong: None. Raises ``DaftraError`` if the server cannot be
    read.
    """
    until, pause = clock.now() + within, 0.25
    while True:
        sighting = await seeker.look([mark], scope)
        found = sighting.found.get(mark, ())
        if any(record.id == record_id for record in found):
            seeker.families = seeker.families or await seeker.found_by_family(mark, record_id, scope)
            return True
        record = await seeker.record(record_id)
        if record is not None and mark not in (marks := marks_of(record, key) or []):
            return None if any(marks) else False
        if found:
            return None
        if clock.now() >= until:
            return None if record is None else False
        await clock.sleep(pause)
        pause = min(pause * 2, 10.0)
