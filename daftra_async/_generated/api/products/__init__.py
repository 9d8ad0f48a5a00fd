"""Products: 6 documented operations."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Bulk, Editable, Findable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._finding.upsert import Upserted
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.enums import ProductAvailability
    from ...models.product import Product
    from ...models.product_draft import ProductBody, ProductDict, ProductDraft


class ProductsResource(Bulk, Editable["Product"], Findable["Product"]):
    """Products: 6 documented operations."""

    __slots__ = ()
    _name = "products"
    _draft = "ProductDraft"
    _entity = "product"
    _keys = (
        "product_code",
        "barcode",
    )

    async def edit(self, id: int | Product, /, **changes: Unpack[ProductDict]) -> Product:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, changes)

    async def find(self, *, fold: bool = False, **fields: Unpack[ProductDict]) -> builtins.list[Product]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def upsert(
        self,
        draft: ProductDraft | ProductBody,
        *,
        by: str | Sequence[str],
        fold: bool = False,
        once: str | None = None,
        ledger: str | PathLike[str] | None = None,
    ) -> Upserted:
        """Edit the record that has the draft's own values in the fields ``by``, or create it where there is none.

        Several such records raise ``Ambiguous``, and nothing is written. ``Findable`` says how they are found, and
        how ``once`` and ``ledger`` keep a repeated call from creating a second one.
        """
        return await self._upsert(draft, by=by, fold=fold, once=once, ledger=ledger)

    async def create(
        self,
        draft: ProductDraft | ProductBody,
        *,
        extra: Mapping[str, Any] | None = None,
        once: str | None = None,
        ledger: str | PathLike[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a product

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /api2/products.json``, documentation page 15115317.

        Args:
            draft: What is written, as a draft or as a dict in the documented shape.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.

        Returns:
            The id, and the number where the server says it.

        Raises:
            ConfigurationError: the draft has what no draft can; nothing was sent.
            ValidationError: the server refused what was written; `validation_errors` says why.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.

        With ``once`` the write may be repeated, by a retry, after a crash, by another process: the same ``once`` makes one
        record. See ``Bulk.create_once``.
        """
        if once is not None:
            return await self.create_once(draft, once=once, ledger=ledger, extra=extra, **options)
        from .create import build, parse

        return await self._call(build(draft, extra=extra), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a product

        Removes the record. One that others still need is refused.

        ``DELETE /api2/products/{id}.json``, documentation page 15115315.

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

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Product:
        """One product with its images and categories

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/products/{id}.json``, documentation page 15115313.

        Args:
            id: The record's id.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    async def get_brand_names(self, *, brand: str | None = None, **options: Unpack[CallOptions]) -> Any:
        """One product with its images and categories

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/products/brands``, documentation page 9321969891.

        Returns:
            The answer as JSON values.
        """
        from .get_brand_names import build, parse

        return await self._call(build(brand=brand), parse, options)

    def list(
        self,
        *,
        limit: int | None = None,
        page: int | None = None,
        load_custom_data: bool | None = None,
        keywords: str | None = None,
        category: str | None = None,
        supplier_id: int | None = None,
        brand_id: int | None = None,
        status: ProductAvailability | int | None = None,
        tracking_type: str | None = None,
        barcode: str | None = None,
        product_code: str | None = None,
        with_images: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Product]:
        """Products, page by page

        Answers one page of records. A row may carry less than the record read by itself.

        ``GET /api2/products.json``, documentation page 15115316.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
            load_custom_data: Also load custom fields.
            keywords: Free text to search for.

        Returns:
            A pager: awaited it is one page, iterated over it is every row of the list.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "limit": limit,
                "page": page,
                "load_custom_data": load_custom_data,
                "keywords": keywords,
                "category": category,
                "supplier_id": supplier_id,
                "brand_id": brand_id,
                "status": status,
                "tracking_type": tracking_type,
                "barcode": barcode,
                "product_code": product_code,
                "with_images": with_images,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(
        self,
        id: int,
        draft: ProductDraft | ProductBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace a product: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        ``PUT /api2/products/{id}.json``, documentation page 15115314.

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
