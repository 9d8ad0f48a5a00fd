"""Whether the tests notice small changes of the modules that decide over money: mutmut makes them, one at a time.

``python -m tests.mutants [NAME …]`` changes every module that pyproject.toml lists under ``tool.mutmut.only_mutate``,
or those with these names alone (``retry``). What mypy refuses is no change that could reach anybody, and a change that
changes nothing is listed in ``equivalent_mutants.toml`` with the reason. Of the others nine in ten must fail a test.
The results are kept below ``mutants/``: the next run repeats only what a change of the code or the tests concerns.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import attrs

ROOT = Path(__file__).parent.parent
LEAST = 0.9
NOTICED = frozenset({"killed", "timeout", "segfault", "suspicious"})
MISSED = frozenset({"survived", "no tests"})


@attrs.frozen
class Equivalent:
    """A change that changes nothing: as it is written, or any in case alone on a line that matches ``pattern``."""

    why: str
    was: str = ""
    becomes: str = ""
    pattern: str | None = None

    def covers(self, was: str, becomes: str) -> bool:
        if self.pattern is None:
            return (was, becomes) == (self.was, self.becomes)
        return was.lower() == becomes.lower() and re.search(self.pattern, was) is not None


def mutmut(*arguments: str, shown: bool = False) -> str:
    """What mutmut says, or an empty text where it is shown as it comes. Raises ``CalledProcessError``."""
    binaries = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
        # Fewer draws for each change: what the tests of a module notice at all, they notice in a few.
        "DAFTRA_PAGING_SEEDS": "10",
    }
    command = [str(binaries / "mutmut"), *arguments]
    output = None if shown and sys.stdout.isatty() else subprocess.PIPE
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=output, text=True, check=True)
    return done.stdout or ""


def modules(names: Sequence[str]) -> list[str]:
    """The dotted names of the modules to change."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        paths = tomllib.load(file)["tool"]["mutmut"]["only_mutate"]
    found = [path.removesuffix(".py").replace("/", ".") for path in paths]
    return [module for module in found if not names or module.rpartition(".")[2] in names]


def equivalents() -> list[Equivalent]:
    with Path(__file__).with_name("equivalent_mutants.toml").open("rb") as file:
        return [Equivalent(**entry) for entry in tomllib.load(file)["equivalent"]]


def results() -> dict[str, str]:
    """The status of every change, by its name."""
    lines = [line.strip().rpartition(": ") for line in mutmut("results", "--all", "true").splitlines()]
    return {name: status for name, colon, status in lines if colon}


def difference(name: str) -> tuple[str, str]:
    """The lines that a change takes away, and those that it puts in their place."""
    lines = [line for line in mutmut("show", name).splitlines() if not line.startswith(("---", "+++"))]
    was, becomes = (
        "\n".join(line[1:].strip() for line in lines if line.startswith(sign)).strip() for sign in ("-", "+")
    )
    return was, becomes


def main(names: Sequence[str]) -> int:
    chosen, known = modules(names), equivalents()
    mutmut("run", *[f"{module}.x*" for module in chosen], shown=True)
    counts = {module: Counter[str]() for module in chosen}
    for name, status in results().items():
        module = name.partition(".x")[0]
        if module not in counts:
            continue
        if status not in MISSED:
            counts[module]["noticed" if status in NOTICED else status] += 1
            continue
        was, becomes = difference(name)
        same = any(equivalent.covers(was, becomes) for equivalent in known)
        counts[module]["equivalent" if same else "missed"] += 1
        if not same:
            print(f"{name}: {status}\n  - {was}\n  + {becomes}")
    return _report(counts)


def _report(counts: dict[str, Counter[str]]) -> int:
    weakest = 1.0
    for module, count in counts.items():
        share = count["noticed"] / max(1, count["noticed"] + count["missed"])
        weakest = min(weakest, share)
        told = ", ".join(f"{number} {status}" for status, number in sorted(count.items()))
        print(f"{module:<34} {share:6.1%}  ({told})")
    return 0 if weakest >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
