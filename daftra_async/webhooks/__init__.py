"""Webhooks: what the server delivers, as typed events, and an ASGI application that receives them.

The server posts the bare record to an https address, one address per event; the header ``x-site-id`` names the
tenant. It says neither which event it is nor signs anything. So give every event an address of its own and say it::

    delivery = parse(headers, body, event="invoice.created")

or let it be inferred from the record's shape; ``delivery.certainty`` then says how sure that is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from .delivery import Certainty as Certainty
    from .delivery import Delivery as Delivery
    from .delivery import Event as Event
    from .delivery import InvalidDelivery as InvalidDelivery
    from .delivery import parse as parse
    from .receiver import Receiver as Receiver

__getattr__, __dir__ = lazy_names(
    __name__, {"delivery": "Certainty Delivery Event InvalidDelivery parse", "receiver": "Receiver"}
)
