from __future__ import annotations

from ...wire.enums import OpenIntEnum


class ProductType(OpenIntEnum):
    """Product type; a value that has no name here is kept as it came."""

    __labels__ = {
        1: "Product",
        2: "Service",
        3: "Bundle",
    }

    PRODUCT = 1
    SERVICE = 2
    BUNDLE = 3
