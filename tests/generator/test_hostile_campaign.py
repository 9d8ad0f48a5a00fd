"""Pages are untrusted: nothing of them is run or written elsewhere, and what they become differs in constants only.

The campaign's size is ``DAFTRA_CAMPAIGN`` (1 for the whole ten thousand); a sample of it runs otherwise.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import pytest

from generator.emit.generate import build
from generator.emit.projection import project
from generator.emit.verify import verify
from generator.errors import GeneratorError
from generator.fetch.pages import Page
from generator.merge.merging import merge_pages
from tests.generator.documentation import small_documentation
from tests.generator.hostile import CANARY, hostile, shape, wordy

WHOLE = 10_000
SAMPLE = 240
SIZE = {"": SAMPLE, "0": SAMPLE, "1": WHOLE}.get(os.environ.get("DAFTRA_CAMPAIGN", "")) or int(
    os.environ["DAFTRA_CAMPAIGN"]
)
CHUNKS = 8
PAGES = wordy([page for page in small_documentation() if page.file.startswith(("get-", "add-new-order"))])
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
FORBIDDEN = frozenset(
    {
        "os.system",
        "subprocess.Popen",
        "os.exec",
        "os.posix_spawn",
        "os.spawn",
        "os.fork",
        "os.putenv",
        "socket.connect",
        "ctypes.dlopen",
    }
)
MOVING = frozenset(
    {
        "os.rename",
        "os.remove",
        "os.mkdir",
        "os.rmdir",
        "os.link",
        "os.symlink",
        "os.truncate",
        "os.chmod",
        "shutil.rmtree",
    }
)


@attrs.define
class Watch:
    """What the interpreter's audit events must not show while a page is generated."""

    target: str = ""
    seen: list[str] = attrs.field(factory=list)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.target:
            return
        if event in FORBIDDEN:
            self.seen.append(f"{event} {arguments!r:.100}")
        elif (event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING) or event in MOVING:
            self._inside(event, arguments[0])
        elif event == "compile" and CANARY in str(arguments[0]):
            self.seen.append(f"compiled {arguments[0]!r:.100}")
        elif event == "import" and CANARY in str(arguments[0]):
            self.seen.append(f"imported {arguments[0]!r:.100}")

    def _inside(self, event: str, path: object) -> None:
        if isinstance(path, int):
            return
        whole = os.path.realpath(os.fsdecode(path))  # type: ignore[arg-type]
        if not whole.startswith(self.target):
            self.seen.append(f"{event} {whole}")

    @contextmanager
    def over(self, target: Path) -> Iterator[None]:
        self.target = os.path.realpath(target)
        try:
            yield
        finally:
            self.target = ""


WATCH = Watch()
sys.addaudithook(WATCH)


def generated(pages: Sequence[Page], target: Path) -> dict[str, str]:
    """Module → source, or a refusal; watched."""
    with WATCH.over(target.parent):
        projection = project(merge_pages(pages).document)
        build(projection, target)
    verify(projection, target)
    return {
        path.relative_to(target).as_posix(): path.read_text(encoding="utf-8") for path in sorted(target.rglob("*.py"))
    }


def shapes(pages: Callable[[], Sequence[Page]], target: Path) -> dict[str, str] | None:
    """The shapes of a package, None where the pages are refused."""
    try:
        return {name: shape(source) for name, source in generated(pages(), target).items()}
    except GeneratorError:
        return None


@pytest.fixture(scope="module")
def benign(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    made = shapes(lambda: PAGES, tmp_path_factory.mktemp("benign") / "sandbox" / "out")
    assert made is not None
    return made


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_hostile_pages_become_constants_or_are_refused(chunk: int, benign: dict[str, str], tmp_path: Path) -> None:
    counts: Counter[str] = Counter()
    for seed in range(chunk, SIZE, CHUNKS):
        sandbox = tmp_path / str(seed)
        sandbox.mkdir()
        attempt = hostile(PAGES, seed)
        try:
            with WATCH.over(sandbox):
                evil = attempt.evil()
            found = {name: shape(source) for name, source in generated(evil, sandbox / "evil").items()}
        except GeneratorError:
            counts["refused"] += 1
            continue
        finally:
            assert not WATCH.seen, f"seed {seed}: {WATCH.seen}"
        counts["generated"] += 1
        if found != benign:
            twins = enumerate(attempt.twins())
            tame = (shapes(partial(attempt.tame, words), sandbox / f"tame-{number}") for number, words in twins)
            assert any(found == twin for twin in tame), f"seed {seed}"
    assert counts["refused"]
    assert counts["generated"]
    assert not list(tmp_path.rglob(f"*{CANARY}*"))
