"""Answers to a bulk request, as the session gives them."""

from __future__ import annotations

from collections.abc import Mapping

from daftra_async._generated.operations import INVOICES_ADD_BULK
from daftra_async._wire.messages import Response

_REQUEST = INVOICES_ADD_BULK.request(body=[])


def answer(status: int, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Response:
    return Response(status=status, body=body, headers=headers or {}, request=_REQUEST)
