from __future__ import annotations

from ...wire.enums import OpenIntEnum


class InvoiceDetail(OpenIntEnum):
    """Invoice detail; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Header + client (default)",
        1: "Nested records too",
        -1: "Invoice header only",
    }

    WITH_CLIENT = 0
    WITH_RELATED = 1
    HEADER_ONLY = -1
