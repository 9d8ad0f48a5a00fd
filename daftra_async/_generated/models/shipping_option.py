from __future__ import annotations

from ...wire.enums import OpenIntEnum


class ShippingOption(OpenIntEnum):
    """Shipping option; a value that has no name here is kept as it came."""

    __labels__ = {
        0: "Auto",
        1: "Don't show shipping options",
        2: "Show the main client details",
        3: "Show secondary client details",
    }

    AUTO = 0
    DONT_SHOW_SHIPPING_OPTIONS = 1
    SHOW_THE_MAIN_CLIENT_DETAILS = 2
    SHOW_SECONDARY_CLIENT_DETAILS = 3
