"""``bulk`` on the resources whose documents batch jobs submit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .resource import Resource

if TYPE_CHECKING:
    from .bulk import BulkRun


class Bulk(Resource):
    """A resource of documents that can be submitted by the thousand."""

    __slots__ = ()

    def bulk(self, drafts: Any, **settings: Any) -> BulkRun:
        from . import bulk
        from ._generated.operations import OPERATIONS

        pipeline = self._caller._pipeline
        api = bulk.pipeline_api(pipeline, OPERATIONS, self._name, account=pipeline.base_url)
        return bulk.submit(api, drafts, **settings)
