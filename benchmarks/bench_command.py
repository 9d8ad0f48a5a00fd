"""How fast the command is there: ``daftra --help`` and ``daftra list`` beside importing typer and rich.

Each in a fresh interpreter, in turn, with all modules compiled before anything is measured. Processor time of the
process and its wall time, each as a ratio to ``python -c "import typer, rich"`` of the same turn.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

REPEATS = 25
REFERENCE = "import typer, rich"
COMMAND = "import sys; sys.argv[0] = 'daftra'; from daftra_async.cli import main; main()"
SUBJECTS = {
    REFERENCE: [REFERENCE],
    "daftra --help": [COMMAND, "--help"],
    "daftra list": [COMMAND, "list"],
    "daftra list --help": [COMMAND, "list", "--help"],
}


def measure(words: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds of the processor and of the clock."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-c", *words], env=environment, capture_output=True, check=False)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def main() -> None:
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in SUBJECTS}
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled}
        for turn in range(1 + REPEATS):
            for name, words in SUBJECTS.items():
                taken = measure(words, environment)
                if turn:
                    times[name].append(taken)
    print(f"{'ratio: min median max':<24}{'processor':>20}{'wall':>20}{'ms, median: processor wall':>32}")
    for name, taken in times.items():
        spreads, medians = [], []
        for part in (0, 1):
            ratios = [ours[part] / theirs[part] for ours, theirs in zip(taken, times[REFERENCE], strict=True)]
            spreads.append(f"{min(ratios):.2f} {statistics.median(ratios):.2f} {max(ratios):.2f}")
            medians.append(f"{statistics.median(each[part] for each in taken) * 1000:.0f}")
        print(f"{name:<24}{spreads[0]:>20}{spreads[1]:>20}{' '.join(medians):>32}")


if __name__ == "__main__":
    main()
