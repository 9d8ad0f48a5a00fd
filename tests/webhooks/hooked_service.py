"""A service with a receiver, in a process of its own: it prints its port, then each delivery that its handler gets.

``python hooked_service.py QUEUE hold`` never lets the handler return, ``fail`` lets it raise, ``work`` lets it return.
"""

from __future__ import annotations

import asyncio
import socket
import sys

import uvicorn

from daftra_async.webhooks import Delivery, Receiver

SECRET = "k7Zq-2Wm_9xTfR4vLp0b"


async def handle(delivery: Delivery) -> None:
    print(delivery.event, delivery.site_id, delivery.id, flush=True)
    if sys.argv[2] == "hold":
        await asyncio.Event().wait()
    if sys.argv[2] == "fail":
        raise ValueError("the books are closed")


def main() -> None:
    receiver = Receiver(SECRET, handle, queue=sys.argv[1], max_attempts=1)
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    uvicorn.Server(uvicorn.Config(receiver, log_level="warning", lifespan="on")).run(sockets=[listener])


if __name__ == "__main__":
    main()
