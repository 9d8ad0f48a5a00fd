"""Credit notes: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Bulk, Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.credit_note import CreditNote
    from ...models.credit_note_draft import CreditNoteDraft


class CreditNotesResource(Bulk, Editable["CreditNote", "CreditNoteDraft"]):
    """Credit notes: 5 documented operations."""

    __slots__ = ()
    _name = "credit_notes"

    async def create(self, draft: CreditNoteDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create a credit note

        ``POST /api2/credit_notes.json``, documentation page 15115252.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a credit note

        ``DELETE /api2/credit_notes/{id}.json``, documentation page 15115250.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> CreditNote:
        """One credit note with its client and lines

        ``GET /api2/credit_notes/{id}.json``, documentation page 15115248.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, *, limit: int | None = None, page: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[CreditNote]:
        """Credit notes, page by page

        ``GET /api2/credit_notes.json``, documentation page 15115251.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "limit": limit,
                "page": page,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(self, id: int, draft: CreditNoteDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Done:
        """Replace a credit note: fields left out are reset

        ``PUT /api2/credit_notes/{id}.json``, documentation page 15115249.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
