"""What importing costs: ``import daftra_async`` and a made client beside ``import httpx``, in fresh interpreters.

Time is the wall time of the import statement, memory the growth of the resident set over it. All modules are compiled
before anything is measured, as an installer leaves them; a checkout's are not where the environment forbids it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile

REPEATS = 15
SUBJECTS = {
    "import httpx": "import httpx",
    "import daftra_async": "import daftra_async",
    "a client, ready to call": "from daftra_async import ApiKey, Daftra; Daftra('acme', auth=ApiKey('k'))",
}
PROBE = """
import json, resource, sys, time
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
{statement}
seconds = time.perf_counter() - started
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(json.dumps([seconds, grown / 1024]))
"""


def measure(statement: str, compiled: str) -> tuple[float, float]:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled}
    command = [sys.executable, "-c", PROBE.format(statement=statement)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    seconds, mebibytes = json.loads(done.stdout)
    return seconds, mebibytes


def main() -> None:
    times: dict[str, list[float]] = {name: [] for name in SUBJECTS}
    memory: dict[str, list[float]] = {name: [] for name in SUBJECTS}
    with tempfile.TemporaryDirectory() as compiled:
        for turn in range(1 + REPEATS):
            for name, statement in SUBJECTS.items():
                seconds, mebibytes = measure(statement, compiled)
                if turn:
                    times[name].append(seconds)
                    memory[name].append(mebibytes)
    print(f"{'':<26}{'ms, median':>12}{'ratio to httpx: min median max':>36}{'MiB, median':>14}")
    for name in SUBJECTS:
        ratios = [ours / theirs for ours, theirs in zip(times[name], times["import httpx"], strict=True)]
        spread = f"{min(ratios):.2f} {statistics.median(ratios):.2f} {max(ratios):.2f}"
        median = statistics.median(times[name]) * 1000
        print(f"{name:<26}{median:>12.1f}{spread:>36}{statistics.median(memory[name]):>14.1f}")


if __name__ == "__main__":
    main()
