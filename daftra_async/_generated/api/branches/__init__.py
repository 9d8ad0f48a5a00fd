"""Branches: 5 documented operations."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Editable, Findable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Done
    from ...models.branch import Branch
    from ...models.branch_draft import BranchDict, BranchDraft


class BranchesResource(Editable["Branch"], Findable["Branch"]):
    """Branches: 5 documented operations."""

    __slots__ = ()
    _name = "branches"
    _draft = "BranchDraft"

    async def edit(self, id: int | Branch, /, **changes: Unpack[BranchDict]) -> Branch:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, changes)

    async def find(self, *, fold: bool = False, **fields: Unpack[BranchDict]) -> builtins.list[Branch]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a branch

        Removes the record. One that others still need is refused.

        ``DELETE /v2/api/entity/delete/branch/{id}``, documentation page 9784766638.

        Args:
            id: The record's id.

        Returns:
            What the server said beside its yes.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, *, level: int = 1, **options: Unpack[CallOptions]) -> Branch:
        """One branch

        Answers the record. An id that does not exist is refused with status 400.

        ``GET /v2/api/entity/branch/{id}/{level}``, documentation page 9455669780.

        Args:
            id: The record's id.
            level: How deep related records are loaded, from 1 to 4; -1 loads none.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .get import build, parse

        return await self._call(build(id, level=level), parse, options)

    def list(
        self, *, page: int | None = None, limit: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[Branch]:
        """Branches, page by page

        Answers one page of records. A row may carry less than the record read by itself.

        ``GET /api2/branches``, documentation page 24700082.

        Args:
            page: Which page, from 1.
            limit: How many records a page holds.

        Returns:
            A pager: awaited it is one page, iterated over it is every row of the list.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "page": page,
                "limit": limit,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    def list_v2(
        self,
        level: int,
        *,
        page: int | None = None,
        per_page: int | None = None,
        filter: Mapping[str, Any] | None = None,
        sort: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Branch]:
        """Branches, page by page

        Answers one page of records, with those that were deleted unless `filter[deleted_at][is_null]` is 1.

        ``GET /v2/api/entity/branch/list/{level}``, documentation page 9255828835.

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
        from .list_v2 import build, parse

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

    async def update(
        self,
        id: int,
        draft: BranchDraft | BranchDict,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Update a branch

        Changes the record that the id names.

        ``POST /v2/api/entity/branch``, documentation page 9974436294.

        Args:
            draft: What is written, as a draft or as a dict in the documented shape.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.

        Returns:
            What the server said beside its yes.

        Raises:
            ConfigurationError: the draft has what no draft can; nothing was sent.
            ValidationError: the server refused what was written; `validation_errors` says why.
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .update import build, parse

        return await self._call(build(id, draft, extra=extra), parse, options)
