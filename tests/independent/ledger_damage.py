"""What happens to a ledger between two runs, or during one.

Each function begins a story and returns the ledgers to go on with. They work on files alone: the ledger's own and
whatever lies beside it under a longer name (``-wal``, ``-shm``, ``-journal``). ``story.harmed()`` is called for
damage that was really done, so that a scenario which harmed nothing is seen.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.independent.bulk_story import Story

Damage = Callable[[Story], list[Path]]


def killed(story: Story) -> list[Path]:
    """Nothing but kills, three in a row."""
    for _ in range(3):
        if story.run_until_killed(story.ledger):
            story.harmed()
    return [story.ledger]


def moved_without_wal(story: Story) -> list[Path]:
    """The main file alone is moved elsewhere, under its own name."""
    story.run_until_killed(story.ledger)
    return [_moved(story, story.ledger.name)]


def renamed_without_wal(story: Story) -> list[Path]:
    """The main file alone is moved and renamed."""
    story.run_until_killed(story.ledger)
    return [_moved(story, "saved.sqlite")]


def side_files_deleted(story: Story) -> list[Path]:
    """Everything but the main file is deleted."""
    story.run_until_killed(story.ledger)
    for side in side_files(story.ledger):
        side.unlink()
        story.harmed()
    return [story.ledger]


def wal_bit_flipped(story: Story) -> list[Path]:
    story.run_until_killed(story.ledger)
    _flip(story, Path(f"{story.ledger}-wal"), story.random.random() ** 4)
    return [story.ledger]


def wal_cut(story: Story) -> list[Path]:
    story.run_until_killed(story.ledger)
    _cut(story, Path(f"{story.ledger}-wal"))
    return [story.ledger]


def main_bit_flipped(story: Story) -> list[Path]:
    story.run_until_killed(story.ledger, gently=True)
    _flip(story, story.ledger, story.random.random())
    return [story.ledger]


def main_cut(story: Story) -> list[Path]:
    story.run_until_killed(story.ledger, gently=True)
    _cut(story, story.ledger)
    return [story.ledger]


def lost(story: Story) -> list[Path]:
    """Killed, and the ledger with all its files is gone."""
    story.run_until_killed(story.ledger)
    _delete(story)
    return [story.ledger]


def copy_restored(story: Story) -> list[Path]:
    """A copy taken while the run was under way is put back after a later kill, or after the run's end.

    With every second seed the copy is of the main file alone.
    """
    early, late = story.moments()
    client = story.start(story.ledger)
    copy = story.directory / "copy" / story.ledger.name
    if client.wait_for_records(early) and story.ledger.exists():
        _copy(story.ledger, copy, whole=story.seed % 2 == 0)
    if story.seed % 3 and client.wait_for_records(late):
        story.heard(client.kill())
    else:
        story.heard(client.wait())
    _delete(story)
    if copy.exists():
        _copy(copy, story.ledger, whole=True)
    return [story.ledger]


def deleted_while_running(story: Story) -> list[Path]:
    """Deleted under a run that goes on to its end, or, with every third seed, is killed later."""
    early, late = story.moments()
    client = story.start(story.ledger)
    client.wait_for_records(early)
    _delete(story)
    killed_later = story.seed % 3 == 0 and client.wait_for_records(late)
    story.heard(client.kill() if killed_later else client.wait())
    return [story.ledger]


def two_copies(story: Story) -> list[Path]:
    """After a kill the ledger is copied whole, and both are run at once."""
    story.run_until_killed(story.ledger)
    second = story.directory / "second" / story.ledger.name
    if not story.ledger.exists():
        return [story.ledger]
    _copy(story.ledger, second, whole=True)
    story.harmed()
    clients = [story.start(ledger) for ledger in (story.ledger, second)]
    for client in clients:
        story.heard(client.wait())
    return [story.ledger, second]


def side_files(ledger: Path) -> list[Path]:
    """The files beside a ledger that belong to it."""
    return [path for path in ledger.parent.glob(f"{ledger.name}*") if path != ledger and path.is_file()]


def _moved(story: Story, name: str) -> Path:
    target = story.directory / "elsewhere" / name
    target.parent.mkdir()
    if story.ledger.exists():
        shutil.move(story.ledger, target)
        story.harmed()
    return target


def _delete(story: Story) -> None:
    for path in (story.ledger, *side_files(story.ledger)):
        if path.exists():
            path.unlink()
            story.harmed()


def _copy(source: Path, target: Path, *, whole: bool) -> None:
    """Copy while others may be writing; a side file that vanishes meanwhile is left out."""
    target.parent.mkdir(exist_ok=True)
    shutil.copy(source, target)
    for side in side_files(source) if whole else []:
        if side.exists():
            shutil.copy(side, target.parent / (target.name + side.name.removeprefix(source.name)))


def _flip(story: Story, path: Path, place: float) -> None:
    """Flip one bit at this place (0 to 1); of a WAL rather an early one: what follows the bit is lost with it."""
    data = bytearray(path.read_bytes()) if path.exists() else bytearray()
    if not data:
        return
    data[int(len(data) * place)] ^= 1 << story.random.randrange(8)
    path.write_bytes(data)
    story.harmed()


def _cut(story: Story, path: Path) -> None:
    """Keep a part of the file, rather a small one, and nothing of it with every fourth seed."""
    size = path.stat().st_size if path.exists() else 0
    if size:
        with path.open("r+b") as file:
            file.truncate(int(size * story.random.random() ** 4) if story.seed % 4 else 0)
        story.harmed()
