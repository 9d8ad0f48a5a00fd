"""Product bundles: 1 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._wire import Created
    from ...models.product_bundle_draft import ProductBundleDict, ProductBundleDraft


class ProductBundlesResource(Resource):
    """Product bundles: 1 documented operations."""

    __slots__ = ()
    _name = "product_bundles"

    async def create(
        self,
        draft: ProductBundleDraft | ProductBundleDict,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a product bundle

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /v2/api/entity/product_bundle``, documentation page 18861566.

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
