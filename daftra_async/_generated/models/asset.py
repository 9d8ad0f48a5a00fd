from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import field as wire_field

from ..._wire.record import NO_ID, Date, Record
from .asset_location import AssetLocation
from .asset_photo import AssetPhoto
from .asset_type import AssetType
from .enums import AssetUse

if TYPE_CHECKING:
    from .asset_draft import AssetDraft


class Asset(Record, frozen=True, kw_only=True):
    """One of the account's assets."""

    id: int = NO_ID
    """The record's id, set by the server."""
    code: str | None = None
    """Its code."""
    name: str | None = None
    """Its name, as people know it."""
    barcode: str | None = None
    """The barcode."""
    serial_number: str | None = None
    used_by: AssetUse | None = None
    employee: Any = None
    storage: Any = None
    photo: AssetPhoto | None = None
    """The file name of the picture."""
    status: str | None = None
    can_update: bool | None = None
    can_delete: bool | None = None
    asset_type: AssetType | None = None
    has_linked_asset: bool | None = None
    location: AssetLocation | None = None
    assigned_date: Date | None = None
    warranty_expiry_date: Date | None = None
    expected_return_date: Date | None = None
    description: str | None = None
    """Free text about it."""
    technical_specifications: str | None = None
    attachments: list[Any] = wire_field(default_factory=list)
    """Files attached to it."""
    asset_unit: Any = None
    can_add_notes: bool | None = None
    has_notes: bool | None = None
    can_add_document: bool | None = None
    can_view_documents: bool | None = None
    has_chain_of_custody: bool | None = None
    asset_type_id: int | None = None
    storage_id: int | None = None
    location_id: int | None = None
    employee_id: int | None = None

    def to_draft(self) -> AssetDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .asset_draft import AssetDraft

        return AssetDraft.from_record(self)
