"""What the generated resource classes stand on: calls, pagers, partial edits, finding, bulk submission."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar, Unpack

from ._paging.listing import documented_list
from ._wire.settings import DecodeSettings
from .errors import ConfigurationError
from .options import CallOptions

if TYPE_CHECKING:
    import os

    from ._bulk.api import BulkApi
    from ._bulk.inputs import Drafts
    from ._bulk.keys import KeyField
    from ._bulk.ledger import Ledger
    from ._bulk.options import BulkProgress
    from ._bulk.run import BulkRun
    from ._finding.upsert import Upserted
    from ._http.session import Session
    from ._paging.pager import Pager
    from ._wire import Created, Draft, Record
    from ._wire.messages import Request, Response
    from ._wire.page import Page

T = TypeVar("T")
RecordT = TypeVar("RecordT", bound="Record")


class Resource:
    """One documented group of operations, bound to a client."""

    __slots__ = ("_session",)
    _name: ClassVar[str]
    _draft: ClassVar[str]
    """The name of the class of its drafts, where it has them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def _call(self, request: Request, parse: Callable[[Response, DecodeSettings], T], options: CallOptions) -> T:
        return await self._session.call(request, parse, options)

    def _pager(
        self,
        build: Callable[..., Request],
        parse: Callable[[Response, DecodeSettings], Page[T]],
        arguments: Mapping[str, Any],
        *,
        size: str,
        details: Callable[..., Awaitable[T]] | None = None,
        options: CallOptions,
    ) -> Pager[T]:
        return documented_list(
            self._session,
            f"{self._name}.list",
            build,
            parse,
            arguments,
            size=size,
            details=details,
            options=options,
        )

    def _draft_class(self) -> type[Draft]:
        from ._generated import models

        found: type[Draft] = getattr(models, self._draft)
        return found


class Findable(Resource, Generic[RecordT]):
    """A resource whose records can be found by what stands in their fields, by ``find``, and so upserted.

    ``find`` takes attributes of the resource's draft and gives every record that has exactly these values, as the list
    shows them: no record is given that was not compared here. A documented list parameter or v2 filter narrows what is
    read, where there is one; a search that finds nothing must prove itself on a record that exists, or the whole list
    is read. Text is compared letter by letter, amounts and days by value; with ``fold=True`` Arabic text is equal in
    every spelling that people take for the same (forms of alef, ya and dotless ya, ta marbuta and ha, tatweel, vowel
    signs, either digits); as the server knows nothing of that, it is not asked to compare text.

    ``upsert`` finds by the draft's own values of the fields in ``by``: where no record has them it is created, where
    one has, it is edited (``edit``) to what the draft sets. The server has no such call, so two that run at the same
    time may both create. Where the resource has keys, ``ledger=`` or ``once=`` send a new record through
    ``create_once``, so that the call may be repeated: by a retry, after a crash, by another process. ``once`` is made
    of the values in ``by`` unless it is given. As with every ``once``, a record that was created is not created again,
    even if it is deleted by then: give another ``once`` to mean it anew.

    Raises:
        ConfigurationError: for a field that there is not, that records do not show as one value, or a value that it
            cannot hold; for a field in ``by`` that the draft does not set. Nothing was sent.
        Ambiguous: if ``upsert`` finds several; nothing was written.
        IncompleteList: if the list changes so much meanwhile that a record may have been missed.
        LedgerMismatch, WriteUnconfirmed: what ``create_once`` raises.
        EditConflict, EditRefused, EditNotApplied: what ``edit`` raises.
    """

    __slots__ = ()
    _entity: ClassVar[str | None] = None
    """The v2 entity that holds the same records, where that can be searched by more fields than the list."""

    async def _find(self, fields: Mapping[str, Any], *, fold: bool) -> list[RecordT]:
        from ._finding.find import find
        from ._finding.search import search_for

        search = search_for(self, fields, draft=self._draft_class(), entity=self._entity, fold=fold)
        return await find(search)

    async def _upsert(
        self,
        draft: Draft | Mapping[str, Any],
        *,
        by: str | Sequence[str],
        fold: bool,
        once: str | None = None,
        ledger: str | os.PathLike[str] | None = None,
    ) -> Upserted:
        from ._finding.upsert import upsert
        from ._wire.draft import as_draft

        calls: Any = self
        checked = as_draft(self._draft_class(), draft)

        async def find(fields: Mapping[str, Any]) -> list[RecordT]:
            return await self._find(fields, fold=fold)

        async def create(name: str) -> int:
            safely = {} if once is None and ledger is None else {"once": once or name, "ledger": ledger}
            made: Created = await calls.create(checked, **safely)
            return made.id

        async def edit(id: int, changes: Mapping[str, Any]) -> None:
            await calls.edit(id, **changes)

        return await upsert(self._name, checked, by, find=find, create=create, edit=edit)


class Editable(Resource, Generic[RecordT]):
    """A resource whose records can be read and replaced, and so edited in part, by ``edit``.

    ``edit`` takes the record's number, or a record read earlier: then it also refuses to touch one that has changed
    since. The changes are attributes of the resource's draft (``notes="…"``, ``items=[…]``); lines may be drafts or
    plain dicts, and a list given replaces the whole list. A record that stands inside another takes that one's id by
    its name, too (``workflow.edit(7, workflow_id=1, title="…")``). The server's PUT resets what it is not told, so an
    edit takes three reads and one write: read, keep the writable, merge, read again, write all of it, read back.
    Without changes nothing is written.

    **The server has no compare-and-swap.** What somebody else writes between the second read and the PUT, for as long
    as that one request takes to get there, is overwritten, and nobody is told: for the time of an edit be the only one
    who writes the record where that matters.

    Raises:
        ConfigurationError: for a field that does not exist or that the server computes, and for a value that the server
            would take for another; nothing was written.
        EditConflict: if the record changed meanwhile; nothing was written.
        EditRefused: if the record shows that the server will not edit it, and why: an invoice of another branch than
            the client's, of another document type, in installments or with a received requisition; or if it holds what
            is read in another form than it is written in (a photo, a budget) and the changes do not give it anew.
            Nothing was written; ``update`` sends the PUT all the same.
        EditNotApplied: if reading back shows something else than what was asked for. Lines may come back in another
            order or with other ids.
        ResponseError: what the server answers; where it refuses without naming a field, the message lists what it is
            known to refuse and the record may not show: a submitted e-invoice, a closed period or POS shift, …
    """

    __slots__ = ()

    async def _edit(self, id: int | RecordT, changes: Mapping[str, Any]) -> RecordT:
        """What ``edit`` does; the changes name the ids before the record's own as well."""
        from ._editing.edit import Target, edit
        from ._generated.operations import OPERATIONS

        calls: Any = self
        update = next(one for one in OPERATIONS if one.resource == self._name and one.name == "update")
        target = Target(
            name=self._name,
            parents=update.path_arguments[:-1],
            branch_id=self._session.branch_id,
            get=calls.get,
            update=calls.update,
        )
        return await edit(target, id, changes)


class Bulk(Resource):
    """A resource whose records can be created by the thousand, and found again by a key."""

    __slots__ = ()
    _keys: ClassVar[tuple[str, ...]]
    """The fields that can carry a key, the best first."""

    def bulk(
        self,
        drafts: Drafts | str,
        *,
        chunk_size: int = 50,
        concurrency: int = 4,
        ledger: str | os.PathLike[str] | Ledger | None = None,
        name: str | None = None,
        key: KeyField | None = None,
        settle: float | None = None,
        poll_interval: float = 5.0,
        max_attempts: int = 5,
        outage_timeout: float | None = 3600.0,
        require_readable: bool = True,
        order: Literal["input", "completed"] = "input",
        progress: Callable[[BulkProgress], object] | None = None,
    ) -> BulkRun:
        """Create one record per draft, never two; nothing is read or sent before the run is iterated or awaited.

        Iterating yields an ``Outcome`` per draft (``created``, ``rejected`` or ``unconfirmed``), awaiting gives a
        ``BulkReport``. The same call with the same ``ledger`` and drafts resumes where the last one ended.

        Args:
            drafts: draft models or plain dicts, in the documented shape or flat by the draft's own names, as an
                iterable or async iterable that is read lazily, or a ``pathlib.Path`` to a JSONL file of such dicts. One
                with a name or a value that no draft has is not sent: it is ``rejected``.
            chunk_size: drafts per request at most; fewer where the server cannot cope.
            concurrency: creating requests in flight; reading back uses as many again at most.
            ledger: the path of the SQLite file that remembers every draft, an open ``Ledger``, or ``None`` for one that
                is lost with the process.
            name: what tells this run from others of the account; by default the ledger's file name without its ending.
                The keys of drafts that bring none follow from it: the same name, position and payload is the same
                draft, even if the ledger is lost, and is never sent twice. Drafts that are meant once more need another
                name. Without ledger and name, every call is a run of its own.
            key: the field that carries each draft's key: by default the first of the resource's own (``"po_number"``
                for invoices); for invoices also ``"no"`` or ``CustomField("…")``.
            settle: seconds between a request whose answer was lost and its first read-back. It must exceed the longest
                time that the server may go on working on a request after the client gave up, or a draft may be called
                absent and sent again while the server is still creating it. By default twice the client's timeout and
                30 seconds: the request may have arrived as late as the client was willing to wait, and may be worked
                on as long again.
            poll_interval: seconds between two readings of a request that was answered; more than new records take to
                show up in lists.
            max_attempts: how often a draft is sent at most, each time after the one before was proved absent; then it
                stays unconfirmed.
            outage_timeout: seconds that an outage, or one 429 after another, may last; ``None`` for ever.
            require_readable: stop when a created record cannot be found by its key, instead of going on without a way
                to read back what is in doubt.
            order: outcomes in the order of the input, or as they are ``"completed"``.
            progress: called with a ``BulkProgress`` after each change.

        Raises:
            ConfigurationError: at once, for a setting that cannot work.
            LedgerBusy, LedgerMismatch, LedgerDamaged, LedgerError, KeyUnreadable: when iterated or awaited.
            BulkError: when iterated or awaited, if the server refuses the run altogether or stays out of reach.
        """
        from ._bulk.keys import check_key_field
        from ._bulk.options import BulkOptions, default_settle
        from ._bulk.run import BulkRun

        api = self._bulk_api(self._session, batch=True)
        key_field = self._keys[0] if key is None else key
        check_key_field(key_field, self._keys, self._name)
        options = BulkOptions(
            draft=self._draft_class(),
            chunk_size=chunk_size,
            concurrency=concurrency,
            key_field=key_field,
            name=name,
            single=False,
            settle=default_settle(api.timeout) if settle is None else settle,
            poll_interval=poll_interval,
            max_attempts=max_attempts,
            outage_timeout=outage_timeout,
            require_readable=require_readable,
            order=order,
            progress=progress,
        )
        return BulkRun(api, drafts, ledger=ledger, options=options)

    async def create_once(
        self,
        draft: Draft | Mapping[str, Any],
        *,
        once: str,
        ledger: str | os.PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        key: KeyField | None = None,
        settle: float | None = None,
        parameters: Mapping[str, object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create one record for ``once``, however often and from how many processes this is called.

        ``once`` names the write (``"order-8812"``). With ``ledger``, the path of a SQLite file that many writes share,
        a write that was answered is known without asking the server, and one that broke off is found out about first:
        that takes ``settle`` seconds. Without, the record is looked for by its key. ``key`` and ``settle`` are those of
        ``bulk``, ``extra`` that of ``create``; ``parameters`` go with the write. Two reads come before a new write,
        three where people write in the key's field. Concurrent calls for one ``once`` wait for each other.

        Raises:
            ConfigurationError: for a draft that has what no draft can; nothing was sent.
            ValidationError: the server refused the draft, or a record with the draft's own key says something else.
            LedgerMismatch: this ``once`` was used for another draft.
            WriteUnconfirmed: whether the record exists is not known yet: make the same call again.
            LedgerDamaged, LedgerError: the ledger cannot be used; nothing was sent.
        """
        from ._bulk.keys import check_key_field
        from ._bulk.once import create_once
        from ._bulk.options import BulkOptions, default_settle
        from ._wire.draft import as_draft

        if not isinstance(once, str) or not once.strip():
            raise ConfigurationError(f"once={once!r}: give the write a name of its own, such as the order's number")
        kind = self._draft_class()
        checked = as_draft(kind, draft, extra=extra)
        session = self._session.with_options(**options) if options else self._session
        api = self._bulk_api(session, batch=False, parameters=parameters)
        key_field = self._keys[0] if key is None else key
        check_key_field(key_field, self._keys, self._name)
        patience = default_settle(api.timeout) if settle is None else settle
        settings = BulkOptions(
            draft=kind,
            chunk_size=1,
            concurrency=2,
            key_field=key_field,
            name=f"once:{once}",
            single=True,
            settle=patience,
            poll_interval=min(2.0, patience / 5),
            max_attempts=3,
            outage_timeout=60.0,
            require_readable=False,
            order="input",
            progress=None,
        )
        return await create_once(api, checked, once=once, path=ledger, options=settings)

    def _bulk_api(self, session: Session, *, batch: bool, parameters: Mapping[str, object] | None = None) -> BulkApi:
        from ._bulk.api import session_api
        from ._generated.operations import OPERATIONS

        return session_api(session, OPERATIONS, self._name, batch=batch, parameters=parameters)
