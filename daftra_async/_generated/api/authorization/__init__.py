"""Authorization: 1 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...models.token import Token


class AuthorizationResource(Resource):
    """Authorization: 1 documented operations."""

    __slots__ = ()
    _name = "authorization"

    async def create_token(self, body: Mapping[str, Any], **options: Unpack[CallOptions]) -> Token:
        """Exchange credentials for an access token

        Whether it may be repeated is not documented: look at the record before it is sent again.

        ``POST /v2/oauth/token``, documentation page 15815885.

        Args:
            body: What is written, as a draft or as a dict in the documented shape.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.

        Raises:
            ValidationError: the server refused what was written; `validation_errors` says why.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .create_token import build, parse

        return await self._call(build(body), parse, options)
