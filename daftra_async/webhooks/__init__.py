"""Webhooks: what the server delivers, as typed events, and an ASGI application that receives them.

The server posts the bare record to an https address, one address per event; the header ``x-site-id`` names the
tenant. It says neither which event it is nor signs anything. So give every event an address of its own and say it::

    delivery = parse(headers, body, event="invoice.created")

or let it be inferred from the record's shape; ``delivery.certainty`` then says how sure that is.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .delivery import Certainty, Delivery, Event, InvalidDelivery, parse
    from .receiver import Receiver

_HOMES = {
    "Certainty": "delivery",
    "Delivery": "delivery",
    "Event": "delivery",
    "InvalidDelivery": "delivery",
    "Receiver": "receiver",
    "parse": "delivery",
}

__all__ = ["Certainty", "Delivery", "Event", "InvalidDelivery", "Receiver", "parse"]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
