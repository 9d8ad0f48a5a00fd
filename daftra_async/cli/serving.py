"""``daftra emulator``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def emulator(
    *,
    host: str,
    port: int,
    hosts: Sequence[str],
    data: Path | None,
    faults: Path | None,
    latency: float,
    empty: bool,
    switches: Sequence[str],
) -> int:
    """Serve until interrupted."""
    from ..emulator import __main__ as program

    words = ["--host", host, "--port", str(port), "--latency", str(latency)]
    words += ["--data", str(data)] if data else []
    words += ["--faults", str(faults)] if faults else []
    words += ["--empty"] if empty else []
    words += [f"--allow-host={each}" for each in hosts]
    words += [f"--switch={each}" for each in switches]
    return program.main(words)
