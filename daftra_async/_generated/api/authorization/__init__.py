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

        ``POST /v2/oauth/token``, documentation page 15815885.
        """
        from .create_token import build, parse

        return await self._call(build(body), parse, options)
