"""Asset types: 4 documented operations."""

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
    from ...models.asset_type import AssetType
    from ...models.asset_type_draft import AssetTypeDict, AssetTypeDraft


class AssetTypesResource(Editable["AssetType"], Findable["AssetType"]):
    """Asset types: 4 documented operations."""

    __slots__ = ()
    _name = "asset_types"
    _draft = "AssetTypeDraft"

    async def edit(self, id: int | AssetType, /, **changes: Unpack[AssetTypeDict]) -> AssetType:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, changes)

    async def find(self, *, fold: bool = False, **fields: Unpack[AssetTypeDict]) -> builtins.list[AssetType]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def upsert(
        self, draft: AssetTypeDraft | AssetTypeDict, *, by: str | Sequence[str], fold: bool = False
    ) -> Upserted:
        """Edit the record that has the draft's own values in the fields ``by``, or create it where there is none.

        Several such records raise ``Ambiguous``, and nothing is written. ``Findable`` says how they are found.
        """
        return await self._upsert(draft, by=by, fold=fold)

    async def create(
        self,
        draft: AssetTypeDraft | AssetTypeDict,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create an asset type

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /v2/api/entity/asset_type``, documentation page 38573107.

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

    async def get(self, id: int, *, level: int = 1, **options: Unpack[CallOptions]) -> AssetType:
        """One asset type

        Answers the record. An id that does not exist is refused with status 400.

        ``GET /v2/api/entity/asset_type/{id}/{level}``, documentation page 38573106.

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
        self,
        *,
        level: int = 1,
        page: int | None = None,
        per_page: int | None = None,
        filter: Mapping[str, Any] | None = None,
        sort: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[AssetType]:
        """Asset types, page by page

        Answers one page of records, with those that were deleted unless `filter[deleted_at][is_null]` is 1.

        ``GET /v2/api/entity/asset_type/list/{level}``, documentation page 38573105.

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
        draft: AssetTypeDraft | AssetTypeDict,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Update an asset type

        Changes the record that the id names.

        ``PUT /v2/api/entity/asset_type/{id}``, documentation page 38573108.

        Args:
            id: The record's id.
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
