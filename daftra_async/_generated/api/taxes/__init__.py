"""Taxes: 5 documented operations."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Editable, Findable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._finding.upsert import Upserted
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.tax import Tax
    from ...models.tax_draft import TaxBody, TaxDict, TaxDraft


class TaxesResource(Editable["Tax"], Findable["Tax"]):
    """Taxes: 5 documented operations."""

    __slots__ = ()
    _name = "taxes"
    _draft = "TaxDraft"

    async def edit(self, id: int | Tax, /, **changes: Unpack[TaxDict]) -> Tax:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, changes)

    async def find(self, *, fold: bool = False, **fields: Unpack[TaxDict]) -> builtins.list[Tax]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def upsert(self, draft: TaxDraft | TaxBody, *, by: str | Sequence[str], fold: bool = False) -> Upserted:
        """Edit the record that has the draft's own values in the fields ``by``, or create it where there is none.

        Several such records raise ``Ambiguous``, and nothing is written. ``Findable`` says how they are found.
        """
        return await self._upsert(draft, by=by, fold=fold)

    async def create(
        self, draft: TaxDraft | TaxBody, *, extra: Mapping[str, Any] | None = None, **options: Unpack[CallOptions]
    ) -> Created:
        """Create a tax

        ``POST /api2/taxes.json``, documentation page 15115347.

        Args:
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.
        """
        from .create import build, parse

        return await self._call(build(draft, extra=extra), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a tax

        ``DELETE /api2/taxes/{id}.json``, documentation page 15115345.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Tax:
        """One tax

        ``GET /api2/taxes/{id}.json``, documentation page 15115343.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self,
        *,
        limit: int | None = None,
        page: int | None = None,
        is_active: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Tax]:
        """Taxes, page by page

        ``GET /api2/taxes.json``, documentation page 15115346.

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
                "is_active": is_active,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(
        self,
        id: int,
        draft: TaxDraft | TaxBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace a tax: fields left out are reset

        ``PUT /api2/taxes/{id}.json``, documentation page 15115344.

        Args:
            id: The record's id.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.
        """
        from .update import build, parse

        return await self._call(build(id, draft, extra=extra), parse, options)
