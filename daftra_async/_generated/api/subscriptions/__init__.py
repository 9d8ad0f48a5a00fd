"""Subscriptions: 5 documented operations."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Findable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.subscription import Subscription
    from ...models.subscription_draft import SubscriptionBody, SubscriptionDict, SubscriptionDraft


class SubscriptionsResource(Findable["Subscription"]):
    """Subscriptions: 5 documented operations."""

    __slots__ = ()
    _name = "subscriptions"
    _draft = "SubscriptionDraft"

    async def find(self, *, fold: bool = False, **fields: Unpack[SubscriptionDict]) -> builtins.list[Subscription]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def create(
        self,
        draft: SubscriptionDraft | SubscriptionBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a subscription

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /api2/invoices/add_subscription``, documentation page 9710462778.

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

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a subscription

        Removes the record. One that others still need is refused.

        ``DELETE /api2/invoices/delete_subscription/{id}``, documentation page 9791892456.

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

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Subscription:
        """One subscription

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/invoices/view_subscription/{id}``, documentation page 9871911711.

        Args:
            id: The record's id.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self,
        *,
        page: int | None = None,
        limit: int | None = None,
        name: str | None = None,
        client_id: int | None = None,
        client_type: str | None = None,
        date_from: date | str | None = None,
        date_to: date | str | None = None,
        summary_total_from: str | None = None,
        summary_total_to: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Subscription]:
        """Subscriptions, page by page

        Answers one page of records. A row may carry less than the record read by itself.

        ``GET /api2/invoices/subscription``, documentation page 9164149025.

        Args:
            page: Which page, from 1.
            limit: How many records a page holds.
            client_id: The client's id.
            date_from: Earliest date.
            date_to: Latest date.
            summary_total_from: Smallest total.
            summary_total_to: Largest total.

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
                "name": name,
                "client_id": client_id,
                "client_type": client_type,
                "date_from": date_from,
                "date_to": date_to,
                "summary_total_from": summary_total_from,
                "summary_total_to": summary_total_to,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(
        self,
        id: int,
        draft: SubscriptionDraft | SubscriptionBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace a subscription: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        What this draft does not have, such as notes and the print layout, is reset.

        ``PUT /api2/invoices/edit_subscription/{id}``, documentation page 9648981253.

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
