"""Purchase debit notes: 2 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created
    from ...models.purchase_debit_note import PurchaseDebitNote
    from ...models.purchase_debit_note_draft import PurchaseDebitNoteDict, PurchaseDebitNoteDraft


class PurchaseDebitNotesResource(Resource):
    """Purchase debit notes: 2 documented operations."""

    __slots__ = ()
    _name = "purchase_debit_notes"

    async def create(
        self,
        draft: PurchaseDebitNoteDraft | PurchaseDebitNoteDict,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a purchase debit note

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /v2/api/entity/purchase_debit_note``, documentation page 19116299.

        Args:
            draft: What is written, as a draft or as a dict in the documented shape.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.

        Returns:
            The id, and the number where the server says it.

        Raises:
            ConfigurationError: the draft has what no draft can; nothing was sent.
            ValidationError: the server refused what was written; `validation_errors` says why.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .create import build, parse

        return await self._call(build(draft, extra=extra), parse, options)

    def list(
        self,
        *,
        level: int = -1,
        debug: str | None = None,
        version: int | None = None,
        page: int | None = None,
        per_page: int | None = None,
        filter: Mapping[str, Any] | None = None,
        sort: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[PurchaseDebitNote]:
        """Purchase debit notes, page by page

        Answers one page of records, with those that were deleted unless `filter[deleted_at][is_null]` is 1.

        ``GET /v2/api/entity/purchase_debit_note/list/{level}``, documentation page 19114841.

        Args:
            level: How deep related records are loaded, from 1 to 4; -1 loads none.
            page: Which page, from 1.
            per_page: How many records a page holds.
            filter: Conditions by field: {'status': 1}, or {'date': {'gte': '2026-01-01'}}.
            sort: The field to sort by (v2: {'created': 'desc'}).

        Returns:
            A pager: awaited it is one page, iterated over it is every row of the list.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "level": level,
                "debug": debug,
                "version": version,
                "page": page,
                "per_page": per_page,
                "filter": filter,
                "sort": sort,
            },
            size="per_page",
            options=options,
        )
