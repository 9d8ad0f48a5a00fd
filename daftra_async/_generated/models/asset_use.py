from __future__ import annotations

from ...wire.enums import OpenStrEnum


class AssetUse(OpenStrEnum):
    """Asset use; a value that has no name here is kept as it came."""

    __labels__ = {
        "not_assigned": "not_assigned",
        "employee": "employee",
        "storage": "storage",
    }

    NOT_ASSIGNED = "not_assigned"
    EMPLOYEE = "employee"
    STORAGE = "storage"
