"""Expenses: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.expense import Expense
    from ...models.expense_draft import ExpenseDraft


class ExpensesResource(Editable["Expense", "ExpenseDraft"]):
    """Expenses: 5 documented operations."""

    __slots__ = ()
    _name = "expenses"

    async def create(self, draft: ExpenseDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create an expense

        ``POST /api2/expenses.json``, documentation page 15115337.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete an expense

        ``DELETE /api2/expenses/{id}.json``, documentation page 15115335.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Expense:
        """One expense

        ``GET /api2/expenses/{id}.json``, documentation page 15115333.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, *, limit: int | None = None, page: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[Expense]:
        """Expenses, page by page

        ``GET /api2/expenses.json``, documentation page 15115336.

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

    async def update(self, id: int, draft: ExpenseDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Done:
        """Replace an expense: fields left out are reset

        ``PUT /api2/expenses/{id}.json``, documentation page 15115334.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
