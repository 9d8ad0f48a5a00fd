"""Other clients at the same work: import, first call, CPU per call, requests per second, a list of 200 pages.

The vanilla client that openapi-python-client makes of ``specs/openapi.yaml``, openai, stripe and githubkit are
installed into an environment of their own (``.peers``), with this checkout beside them, and read a record of their own
from one loopback server. Each measurement is a fresh process; the clients take turns. The table is written into
``docs/performance.md``.
"""

from __future__ import annotations

import contextlib
import math
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".peers"
PYTHON = HOME / "bin" / "python"
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- peers: written by python -m benchmarks peers -->", "<!-- /peers -->"

REPEATS = 3
LATENCY = 0.02
INSTALLED = ("openai", "stripe", "githubkit")
# githubkit 0.16.1 allows hishel 2, which it cannot be imported with.
REQUIREMENTS = (str(ROOT), *INSTALLED, "hishel<2")

PEERS = {
    "daftra-async": "daftra-async",
    "vanilla": "what openapi-python-client makes",
    "openai": "openai",
    "stripe": "stripe, HTTPXClient",
    "githubkit": "githubkit",
}
MEASURES = {
    "import": ("import, ms", 0.0),
    "first": ("client and first call, ms", 0.0),
    "cpu": ("CPU per call, 32 at once, µs", 0.0),
    "rate": ("requests/s, 50 at once, 20 ms", LATENCY),
    "pages": ("200 pages of 20 ms, s", LATENCY),
}
Table = dict[str, dict[str, list[float]]]


def install() -> None:
    """The peers as their users install them, and the vanilla client, anew where the document has changed."""
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *REQUIREMENTS]
    subprocess.run(pip, check=True, stderr=subprocess.DEVNULL)
    made, document = HOME / "vanilla" / "client.py", ROOT / "specs" / "openapi.yaml"
    if not made.exists() or made.stat().st_mtime < document.stat().st_mtime:
        settings = HOME / "vanilla.yaml"
        settings.write_text("post_hooks: []\n")
        generate = [str(Path(sys.executable).parent / "openapi-python-client"), "generate", "--path", str(document)]
        target = ["--output-path", str(HOME / "vanilla"), "--meta", "none", "--overwrite", "--config", str(settings)]
        subprocess.run([*generate, *target], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextlib.contextmanager
def served(latency: float) -> Iterator[str]:
    command = [str(PYTHON), str(ROOT / "benchmarks" / "peers" / "server.py"), str(latency)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
        finally:
            server.kill()


def measure() -> Table:
    table: Table = {measured: {peer: [] for peer in PEERS} for measured in MEASURES}
    with served(0.0) as at_once, served(LATENCY) as later:
        for peer in PEERS:
            one(peer, "first", at_once)  # compiles what is imported
        for turn in range(REPEATS):
            print(f"turn {turn + 1} of {REPEATS}", flush=True)
            for measured, (_, latency) in MEASURES.items():
                for peer in PEERS:
                    table[measured][peer].append(one(peer, measured, later if latency else at_once))
    return table


def one(peer: str, measured: str, url: str) -> float:
    drive = [str(PYTHON), str(ROOT / "benchmarks" / "peers" / "drive.py"), peer, measured, url]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(HOME / "compiled")}
    done = subprocess.run(drive, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def written(table: Table) -> str:
    """The table in Markdown: the median of each, and by how much it differs from ours."""
    lines = ["| | " + " | ".join(title for title, _ in MEASURES.values()) + " |"]
    lines.append("|---|" + "---:|" * len(MEASURES))
    for peer, title in PEERS.items():
        cells = [cell(table[measured][peer], table[measured]["daftra-async"]) for measured in MEASURES]
        lines.append(f"| {title} {installed(peer)} | " + " | ".join(cells) + " |")
    machine = f"{os.cpu_count()} cores, {platform.system()}, CPython {platform.python_version()}"
    note = f"Medians of {REPEATS} fresh processes each, in turns; in brackets, how many times ours. {machine}."
    return "\n".join([*lines, "", note])


def cell(figures: list[float], ours: list[float]) -> str:
    figure, own = statistics.median(figures), statistics.median(ours)
    if math.isnan(figure):
        return "none"
    shown = f"{figure:.2f}" if figure < 10 else f"{figure:.0f}"
    return shown if figures is ours else f"{shown} ({figure / own:.1f}×)"


def installed(peer: str) -> str:
    if peer == "vanilla":
        return version("openapi-python-client")
    asked = f"from importlib.metadata import version; print(version({peer!r}))"
    return subprocess.run([str(PYTHON), "-c", asked], capture_output=True, text=True, check=True).stdout.strip()


def main() -> None:
    install()
    text = written(measure())
    print(text)
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")
    print(f"written into {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
