"""Workflow: 4 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.workflow_record import WorkflowRecord
    from ...models.workflow_record_draft import WorkflowRecordDict, WorkflowRecordDraft


class WorkflowResource(Editable["WorkflowRecord"]):
    """Workflow: 4 documented operations."""

    __slots__ = ()
    _name = "workflow"

    async def edit(
        self, id: int | WorkflowRecord, /, *, workflow_id: int, **changes: Unpack[WorkflowRecordDict]
    ) -> WorkflowRecord:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, {"workflow_id": workflow_id, **changes})

    async def create(
        self,
        workflow_id: int,
        draft: WorkflowRecordDraft | WorkflowRecordDict,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a record of a workflow

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /v2/api/entity/le_workflow-type-entity-{workflow_id}``, documentation page 36956247.

        Args:
            workflow_id: The workflow's id.
            draft: What is written, as a draft or as a dict in the documented shape.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.

        Returns:
            The id, and the number where the server says it.

        Raises:
            ConfigurationError: the draft has what no draft can; nothing was sent.
            ValidationError: the server refused what was written; `validation_errors` says why.
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .create import build, parse

        return await self._call(build(workflow_id, draft, extra=extra), parse, options)

    async def get(
        self, workflow_id: int, record_id: int, *, level: int = 1, **options: Unpack[CallOptions]
    ) -> WorkflowRecord:
        """One record of a workflow

        Answers the record. An id that does not exist is refused with status 400.

        ``GET /v2/api/entity/le_workflow-type-entity-{workflow_id}/{record_id}/{level}``, documentation page 36956246.

        Args:
            workflow_id: The workflow's id.
            record_id: The record's id in its workflow.
            level: How deep related records are loaded, from 1 to 4; -1 loads none.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .get import build, parse

        return await self._call(build(workflow_id, record_id, level=level), parse, options)

    def list(
        self,
        workflow_id: int,
        *,
        level: int = 1,
        fields: str | None = None,
        version: int | None = None,
        page: int | None = None,
        per_page: int | None = None,
        filter: Mapping[str, Any] | None = None,
        sort: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[WorkflowRecord]:
        """Records of a workflow, page by page

        Answers one page of records, with those that were deleted unless `filter[deleted_at][is_null]` is 1.

        ``GET /v2/api/entity/le_workflow-type-entity-{workflow_id}/list/{level}``, documentation page 36956245.

        Args:
            workflow_id: The workflow's id.
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
                "workflow_id": workflow_id,
                "level": level,
                "fields": fields,
                "version": version,
                "page": page,
                "per_page": per_page,
                "filter": filter,
                "sort": sort,
            },
            size="per_page",
            options=options,
        )

    async def update(
        self,
        workflow_id: int,
        record_id: int,
        draft: WorkflowRecordDraft | WorkflowRecordDict,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Update a record of a workflow

        Changes the record that the id names.

        ``PUT /v2/api/entity/le_workflow-type-entity-{workflow_id}/{record_id}``, documentation page 36956248.

        Args:
            workflow_id: The workflow's id.
            record_id: The record's id in its workflow.
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

        return await self._call(build(workflow_id, record_id, draft, extra=extra), parse, options)
