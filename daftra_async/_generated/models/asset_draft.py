from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .enums import AssetUse


@attrs.define(kw_only=True)
class AssetDraft(Draft):
    """What can be written of assets."""

    name: str
    """Its name, as people know it."""
    code: str | None | UnsetType = UNSET
    """Its code."""
    asset_type_id: int | None | UnsetType = UNSET
    warranty_expiry_date: Date | str | None | UnsetType = UNSET
    serial_number: str | None | UnsetType = UNSET
    barcode: str | None | UnsetType = UNSET
    """The barcode."""
    used_by: AssetUse | str
    storage_id: int | None | UnsetType = UNSET
    location_id: int | None | UnsetType = UNSET
    assigned_date: Date | str | None | UnsetType = UNSET
    expected_return_date: Date | str | None | UnsetType = UNSET
    photo: str | None | UnsetType = UNSET
    """The file name of the picture."""
    description: str | None | UnsetType = UNSET
    """Free text about it."""
    technical_specifications: str | None | UnsetType = UNSET
    attachments: str | None | UnsetType = UNSET
    """Files attached to it."""
    employee_id: int | None | UnsetType = UNSET


class AssetDict(TypedDict, total=False):
    """``AssetDraft`` as a plain dict, by its attributes; they are described there."""

    name: str
    code: str | None
    asset_type_id: int | None
    warranty_expiry_date: Date | str | None
    serial_number: str | None
    barcode: str | None
    used_by: AssetUse | str
    storage_id: int | None
    location_id: int | None
    assigned_date: Date | str | None
    expected_return_date: Date | str | None
    photo: str | None
    description: str | None
    technical_specifications: str | None
    attachments: str | None
    employee_id: int | None
