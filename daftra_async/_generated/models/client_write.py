from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from .client_draft import ClientDict, ClientDraft


@attrs.define(kw_only=True)
class ClientWrite(Draft):
    """What can be written of client writes."""

    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "client": (None, "Client"),
        "client_detail": (None, "ClientDetail"),
    }

    client: ClientDraft
    client_detail: dict[str, Any] | None | UnsetType = UNSET
    le_custom_data_client: dict[str, Any] | None | UnsetType = UNSET


class ClientWriteDict(TypedDict, total=False):
    """``ClientWrite`` as a plain dict, by its attributes; they are described there."""

    client: ClientDraft | ClientDict
    client_detail: dict[str, Any] | None
    le_custom_data_client: dict[str, Any] | None
    Client: ClientDraft | ClientDict | None
    ClientDetail: dict[str, Any] | None
