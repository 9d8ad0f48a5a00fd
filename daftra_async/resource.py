"""What the generated resource classes stand on: calls, pagers, partial edits, bulk submission."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypedDict, TypeVar, Unpack

from .lists.listing import list_pages
from .options import CallOptions
from .wire.settings import DecodeSettings

if TYPE_CHECKING:
    import os

    from .bulk import BulkRun
    from .bulk.inputs import Drafts
    from .bulk.keys import KeyField
    from .bulk.ledger import Ledger
    from .bulk.options import Progress
    from .caller import Caller
    from .paging import Pager
    from .wire import Draft, Record
    from .wire.messages import Request, Response
    from .wire.page import Page

T = TypeVar("T")
RecordT = TypeVar("RecordT", bound="Record")
DraftT = TypeVar("DraftT", bound="Draft")


class Resource:
    """One documented group of operations, bound to a client."""

    __slots__ = ("_caller",)
    _name: ClassVar[str]

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def _call(self, request: Request, parse: Callable[[Response, DecodeSettings], T], options: CallOptions) -> T:
        return await self._caller.call(request, parse, options)

    def _pager(
        self,
        build: Callable[..., Request],
        parse: Callable[[Response, DecodeSettings], Page[T]],
        arguments: Mapping[str, Any],
        *,
        size: str,
        details: Callable[..., Awaitable[Any]] | None = None,
        options: CallOptions,
    ) -> Pager[T]:
        return list_pages(self._caller, build, parse, arguments, size=size, details=details, options=options)


class Editable(Resource, Generic[RecordT, DraftT]):
    """A resource whose records can be read and replaced, and so edited in part."""

    __slots__ = ()

    async def edit(self, id: int | RecordT, /, **changes: Any) -> RecordT:
        """Change some fields of a record and nothing else; returns the record as the server has it afterwards.

        ``id`` is the record's number, or a record read earlier: the edit then also refuses to touch one that has
        changed since. ``changes`` are attributes of the resource's draft (``notes="…"``, ``items=[…]``); a list given
        replaces the whole list. A record that stands inside another takes that one's id by its name, too
        (``workflow.edit(7, workflow_id=1, title="…")``). The server's PUT resets what it is not told, so this takes
        three reads and one write; without ``changes`` nothing is written.

        Raises:
            ConfigurationError: for a field that does not exist or that the server computes; nothing was written.
            EditConflict: if the record changed meanwhile; nothing was written.
            EditRefused: if the record shows that the server will not edit it, and why: an invoice of another branch
                than the client's, of another document type, in installments or with a received requisition; or if it
                holds what is read in another form than it is written in (a photo, a budget) and ``changes`` does not
                give it anew. Nothing was written; ``update`` sends the PUT all the same.
            EditNotApplied: if reading back shows something else than what was asked for.
            ResponseError: what the server answers; where it refuses without naming a field, the message lists what it
                is known to refuse and the record may not show: a submitted e-invoice, a closed period or POS shift, …
        """
        from .editing import Target, edit

        calls: Any = self
        branch_id = self._caller.branch_id
        return await edit(Target(name=self._name, branch_id=branch_id, get=calls.get, update=calls.update), id, changes)


class RunOptions(TypedDict, total=False):
    """The finer settings of a bulk run; ``daftra_async.bulk.submit`` explains each."""

    poll_interval: float
    max_attempts: int
    outage_timeout: float | None
    require_readable: bool
    order: Literal["input", "completed"]
    progress: Callable[[Progress], object] | None


class Bulk(Resource):
    """A resource of documents that can be submitted by the thousand."""

    __slots__ = ()

    def bulk(
        self,
        drafts: Drafts | str,
        *,
        chunk_size: int = 50,
        concurrency: int = 4,
        ledger: str | os.PathLike[str] | Ledger | None = None,
        key: KeyField = "po_number",
        settle: float | None = None,
        **more: Unpack[RunOptions],
    ) -> BulkRun:
        """Create one record per draft, never two; nothing is read or sent before the run is iterated or awaited.

        Iterating yields an ``Outcome`` per draft (``created``, ``rejected`` or ``unconfirmed``), awaiting gives a
        ``BulkReport``. The same call with the same ``ledger`` and drafts resumes where the last one ended.

        Args:
            drafts: draft models or plain dicts in the documented shape, as an iterable or async iterable that is read
                lazily, or a ``pathlib.Path`` to a JSONL file.
            chunk_size: drafts per request at most.
            concurrency: creating requests in flight.
            ledger: the path of the SQLite file that remembers every draft, or ``None`` for one in memory.
            key: the field that carries each draft's key: ``"po_number"``, ``"no"`` or ``CustomField("…")``.
            settle: the least number of seconds between a doubtful request and its read-back.
            more: see ``daftra_async.bulk.submit``.

        Raises ``BulkError`` and its kinds when iterated or awaited; ``ConfigurationError`` for a setting that cannot
        work.
        """
        from . import bulk
        from ._generated.operations import OPERATIONS

        session = self._caller._session
        account, timeout = session.account, session.read_timeout
        api = bulk.session_api(session, OPERATIONS, self._name, account=account, timeout=timeout)
        return bulk.submit(
            api, drafts, chunk_size=chunk_size, concurrency=concurrency, ledger=ledger, key=key, settle=settle, **more
        )
