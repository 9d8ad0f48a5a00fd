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

        ``POST /v2/api/entity/product_bundle``, documentation page 18861566.

        Args:
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.
        """
        from .create import build, parse

        return await self._call(build(draft, extra=extra), parse, options)
