"""Journals: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.journal import Journal
    from ...models.journal_draft import JournalDraft


class JournalsResource(Editable["Journal", "JournalDraft"]):
    """Journals: 5 documented operations."""

    __slots__ = ()
    _name = "journals"

    async def create(self, draft: JournalDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create a journal

        ``POST /api2/journals.json``, documentation page 15115322.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a journal

        ``DELETE /api2/journals/{id}.json``, documentation page 15115320.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Journal:
        """One journal with its transactions

        ``GET /api2/journals/{id}.json``, documentation page 15115318.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, *, limit: int | None = None, page: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[Journal]:
        """Journals, page by page

        ``GET /api2/journals.json``, documentation page 15115321.

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

    async def update(self, id: int, draft: JournalDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Done:
        """Replace a journal: fields left out are reset

        ``PUT /api2/journals/{id}.json``, documentation page 15115319.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
