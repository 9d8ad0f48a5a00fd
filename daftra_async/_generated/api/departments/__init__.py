"""Departments: 4 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.department import Department
    from ...models.department_draft import DepartmentDraft


class DepartmentsResource(Editable["Department", "DepartmentDraft"]):
    """Departments: 4 documented operations."""

    __slots__ = ()
    _name = "departments"

    async def create(self, draft: DepartmentDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create a department

        ``POST /v2/api/entity/department``, documentation page 38770117.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def get(self, id: int, *, level: int = 1, **options: Unpack[CallOptions]) -> Department:
        """One department

        ``GET /v2/api/entity/department/{id}/{level}``, documentation page 38770116.

        Args:
            id: The record's id.
            level: How deep related records are loaded, from 1 to 4; -1 loads none.
        """
        from .get import build, parse

        return await self._call(build(id, level=level), parse, options)

    def list(
        self,
        *,
        level: int = 1,
        page: int | None = None,
        per_page: int | None = None,
        filter: Mapping[str, Any] | None = None,
        sort: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Department]:
        """Departments, page by page

        ``GET /v2/api/entity/department/list/{level}``, documentation page 38770115.

        Args:
            level: How deep related records are loaded, from 1 to 4; -1 loads none.
            page: Which page, from 1.
            per_page: How many records a page holds.
            filter: Conditions by field: {'status': 1}, or {'date': {'gte': '2026-01-01'}}.
            sort: The field to sort by (v2: {'created': 'desc'}).
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "level": level,
                "page": page,
                "per_page": per_page,
                "filter": filter,
                "sort": sort,
            },
            size="per_page",
            details=self.get,
            options=options,
        )

    async def update(self, id: int, draft: DepartmentDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Done:
        """Update a department

        ``PUT /v2/api/entity/department/{id}``, documentation page 38770118.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
