"""Journal cats: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.journal_cat import JournalCat
    from ...models.journal_cat_draft import JournalCatDraft


class JournalCatsResource(Editable["JournalCat", "JournalCatDraft"]):
    """Journal cats: 5 documented operations."""

    __slots__ = ()
    _name = "journal_cats"

    async def create(self, draft: JournalCatDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create a category of journal accounts

        ``POST /api2/journal_cats.json``, documentation page 15115332.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a category of journal accounts

        ``DELETE /api2/journal_cats/{id}.json``, documentation page 15115330.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> JournalCat:
        """One category of journal accounts

        ``GET /api2/journal_cats/{id}.json``, documentation page 15115328.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, *, limit: int | None = None, page: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[JournalCat]:
        """Categories of journal accounts, page by page

        ``GET /api2/journal_cats.json``, documentation page 15115331.

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

    async def update(self, id: int, draft: JournalCatDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Done:
        """Replace a category of journal accounts: fields left out are reset

        ``PUT /api2/journal_cats/{id}.json``, documentation page 15115329.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
