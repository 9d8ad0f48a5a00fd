"""``python -m daftra_async.emulator``: serve until interrupted."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys
from collections.abc import Sequence
from typing import Any

import msgspec

from ..errors import ConfigurationError
from . import Emulator
from .faults import read_plan
from .switch_help import switch_lines


def parser() -> argparse.ArgumentParser:
    """The command's arguments."""
    command = argparse.ArgumentParser(
        prog="python -m daftra_async.emulator",
        description="A Daftra to build against.",
        epilog="\n".join(["switches, for --switch NAME=VALUE:", *switch_lines()]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (default: loopback)")
    command.add_argument("--port", type=int, default=8000, help="port to listen on; 0 takes a free one")
    command.add_argument(
        "--allow-host", action="append", default=[], metavar="NAME", help="a name that it answers to; repeatable"
    )
    command.add_argument("--data", metavar="FILE", help="SQLite file that keeps the records")
    command.add_argument("--faults", metavar="FILE", help="JSON file with a fault plan")
    command.add_argument("--latency", type=float, default=0.0, metavar="SECONDS", help="time that every answer takes")
    command.add_argument("--empty", action="store_true", help="start without the sample records")
    command.add_argument(
        "--switch", action="append", default=[], metavar="NAME=VALUE", type=_switch, help="turn a behaviour; repeatable"
    )
    return command


def _switch(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text!r} is no NAME=VALUE")
    try:
        return name, msgspec.json.decode(value)
    except msgspec.DecodeError:
        return name, value


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve; the exit status is 0 after SIGINT or SIGTERM, 2 for arguments that cannot work."""
    chosen = parser().parse_args(arguments)
    try:
        emulator = Emulator(
            host=chosen.host,
            port=chosen.port,
            data=chosen.data,
            seed=not chosen.empty,
            hosts=chosen.allow_host,
            **{"latency": chosen.latency, **dict(chosen.switch)},
        )
        if chosen.faults:
            emulator.faults.load(read_plan(chosen.faults))
    except ConfigurationError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    try:
        asyncio.run(_serve(emulator))
    except KeyboardInterrupt:
        return 0
    except (OSError, OverflowError) as error:
        sys.stderr.write(
            f"cannot listen on {chosen.host}, port {chosen.port}: {getattr(error, 'strerror', None) or error}\n"
        )
        return 2
    return 0


async def _serve(emulator: Emulator) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stopped.set)
    async with emulator:
        sys.stdout.write(
            f"Daftra emulator on {emulator.url}  (API key: {emulator.api_key}; page: {emulator.url}/__emulator)\n"
            f"For programs: export DAFTRA_BASE_URL={emulator.url} DAFTRA_API_KEY={emulator.api_key}\n"
        )
        sys.stdout.flush()
        await stopped.wait()


if __name__ == "__main__":
    sys.exit(main())
