"""What an export leaves on the disk: for its owner's eyes, through no link, and never trusted blindly afterwards."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from daftra_async import BookmarkError, ConfigurationError
from daftra_async._paging.pager import Pager
from daftra_async.models import Brand

from .simulated import Row, SimulatedList

SUFFIXES = [".jsonl", ".csv", ".parquet"]


class Broken(Exception):
    pass


def pager(rows: SimulatedList, *, model: type[Any] | None = None) -> Pager[Row]:
    return Pager(attrs.evolve(rows.source(), identity="acme", model=model), limit=10, concurrency=1)


async def broken_off(path: Path) -> None:
    """An export of a hundred rows that stopped after sixty."""

    def stop(progress: Any) -> None:
        if progress.rows >= 60:
            raise Broken

    with pytest.raises(Broken):
        await pager(SimulatedList(100)).export(path, checkpoint_rows=20, progress=stop)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def modes(folder: Path) -> set[tuple[str, int]]:
    return {("folder" if each.is_dir() else "file", mode(each)) for each in folder.rglob("*")}


@pytest.mark.parametrize("suffix", SUFFIXES)
async def test_every_file_is_its_owners_alone(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"rows{suffix}"
    before = os.umask(0)
    try:
        await broken_off(path)
        assert modes(tmp_path) <= {("file", 0o600), ("folder", 0o700)}
        assert (await pager(SimulatedList(100)).export(path)).resumed >= 40
    finally:
        os.umask(before)
    assert mode(path) == 0o600
    assert os.listdir(tmp_path) == [path.name]


async def test_a_file_that_others_could_read_is_closed_to_them_when_it_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    await broken_off(path)
    (tmp_path / "rows.csv.part").chmod(0o644)
    await pager(SimulatedList(100)).export(path)
    assert mode(path) == 0o600


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", ["", ".part", ".part.ids", ".part.json", ".part.json.new", ".part.d"])
async def test_a_link_laid_in_the_way_is_replaced_and_what_it_leads_to_is_untouched(
    tmp_path: Path, suffix: str, name: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    folder = name == ".part.d"
    if folder:
        elsewhere.mkdir()
        (elsewhere / "precious").write_text("untouched")
    else:
        elsewhere.write_text("untouched")
    target = tmp_path / f"rows{suffix}"
    target.with_name(target.name + name).symlink_to(elsewhere)
    if name == ".part.json":
        with pytest.raises(BookmarkError, match="go on with"):
            await pager(SimulatedList(50)).export(target, checkpoint_rows=10)
    await pager(SimulatedList(50)).export(target, checkpoint_rows=10, resume=False)
    assert target.is_file()
    assert not target.is_symlink()
    assert (elsewhere / "precious" if folder else elsewhere).read_text() == "untouched"


async def test_parts_swapped_for_links_meanwhile_are_refused(tmp_path: Path) -> None:
    for name in ("rows.csv.part", "rows.csv.part.ids", "rows.csv.part.json"):
        path = tmp_path / "rows.csv"
        await broken_off(path)
        part = tmp_path / name
        part.rename(tmp_path / "moved")
        part.symlink_to(tmp_path / "moved")
        with pytest.raises(BookmarkError):
            await pager(SimulatedList(100)).export(path)
        part.unlink()
        os.link(tmp_path / "moved", part)
        with pytest.raises(BookmarkError):
            await pager(SimulatedList(100)).export(path)
        (tmp_path / "moved").unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def gone(path: Path) -> None:
    path.unlink()


def rubbish(path: Path) -> None:
    path.write_bytes(b"\x00\xff" * 10)


@pytest.mark.parametrize("damage", [cut, gone, rubbish])
@pytest.mark.parametrize(
    ("suffix", "part"),
    [
        (".csv", "rows.csv.part"),
        (".jsonl", "rows.jsonl.part"),
        (".csv", "rows.csv.part.ids"),
        (".parquet", "rows.parquet.part.d/000000.parquet"),
    ],
)
async def test_parts_that_are_damaged_are_refused_and_can_be_thrown_away(
    tmp_path: Path, suffix: str, part: str, damage: Callable[[Path], None]
) -> None:
    path = tmp_path / f"rows{suffix}"
    await broken_off(path)
    damage(tmp_path / part)
    with pytest.raises(BookmarkError, match="resume=False"):
        await pager(SimulatedList(100)).export(path)
    assert not path.exists()
    assert (await pager(SimulatedList(100)).export(path, resume=False)).rows == 100


def changed(*keys: Any, to: Any) -> Callable[[dict[str, Any]], None]:
    def change(progress: dict[str, Any]) -> None:
        *way, last = keys
        place: Any = progress
        for key in way:
            place = place[key]
        place[last] = to

    change.__name__ = f"{'.'.join(map(str, keys))}={to}"
    return change


@pytest.mark.parametrize(
    "change",
    [
        changed("version", to=1),
        changed("version", to="2"),
        changed("page", to=0),
        changed("rows", to=-1),
        changed("ids", to=10**18),
        changed("rows", to=None),
        changed("stranger", to=1),
        changed("writer", "bytes", to=-5),
        changed("columns", 0, "path", to=["__class__", "__init__"]),
        changed("columns", to=[]),
        changed("of_model", to=False),
        changed("log", "order", to="sideways"),
        changed("log", "rows", to=3),
        changed("log", "starts", to=[5]),
        changed("log", "starts", to=[2**70]),
        changed("log", "starts", to=[1, 0]),
        changed("log", "totals", "capacity", to=0),
        changed("log", to={}),
    ],
    ids=lambda change: change.__name__,
)
async def test_progress_that_nobody_can_have_written_is_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    path = tmp_path / "rows.csv"
    await broken_off(path)
    file = tmp_path / "rows.csv.part.json"
    progress = json.loads(file.read_text())
    change(progress)
    file.write_text(json.dumps(progress))
    with pytest.raises(BookmarkError):
        await pager(SimulatedList(100)).export(path)


async def test_columns_of_another_model_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    await broken_off(path)
    with pytest.raises(BookmarkError, match="columns"):
        await pager(SimulatedList(100), model=Brand).export(path)


async def test_a_folder_is_no_target(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").mkdir()
    with pytest.raises(ConfigurationError, match="folder"):
        await pager(SimulatedList(10)).export(tmp_path / "rows.csv")
