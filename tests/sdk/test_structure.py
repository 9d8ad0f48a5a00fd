"""The rules of ARCHITECTURE.md hold: who may import whom, where I/O happens, and that files and functions are short."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.import_graph import ImportGraph, long_functions

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = ImportGraph(PROJECT / "daftra_async")
HANDWRITTEN = [path for path in PACKAGE.files if "_generated" not in path.parts]

ROOMS = {
    "_wire": set[str](),
    "_http": {"_wire"},
    "_paging": {"_wire"},
    "_editing": {"_wire"},
    "_bulk": {"_wire"},
    "_v2": {"_paging", "_wire"},
    "_finding": {"_bulk", "_paging", "_v2", "_wire"},
    "export": {"_paging", "_wire"},
    "webhooks": {"_http", "_wire"},
    "emulator": set[str](),
    "cli": {"_bulk", "_http", "_wire", "export"},
}
"""Room → the rooms whose modules it imports while it is loaded."""

FOUNDATION = {"_attribute_docs", "_backoff", "_files", "_lazy", "_version", "errors", "filters", "options"}
"""Modules beside the rooms that rooms may import."""

NETWORK = {"aiohttp", "httpx", "httpx2", "socket", "ssl"}


def room_of(module: tuple[str, ...]) -> str | None:
    return module[0] if module and module[0] in ROOMS else None


def test_no_import_runs_in_a_circle() -> None:
    assert not PACKAGE.circle()


def test_every_room_has_its_place() -> None:
    packages = {path.parent.name for path in (PROJECT / "daftra_async").glob("*/__init__.py")}
    assert packages == {*ROOMS, "_generated"}


def test_arrows_between_the_rooms_run_one_way() -> None:
    for module, others in PACKAGE.imports.items():
        room = room_of(module)
        if room is None:
            continue
        for other in others:
            there = room_of(other)
            if there is None:
                allowed = FOUNDATION if room != "cli" else FOUNDATION | {"client", "_resource", "_documented", "models"}
                assert not other or other[0] in {*allowed, "_generated"}, f"{module} imports {other}"
            elif there != room:
                assert there in ROOMS[room], f"{module} imports {other}"


def test_wire_does_no_io() -> None:
    for module, libraries in PACKAGE.libraries.items():
        if room_of(module) == "_wire":
            assert not libraries & {"asyncio", "threading", *NETWORK}, module


def test_generated_code_does_no_io() -> None:
    for module, libraries in PACKAGE.libraries.items():
        if module[:1] == ("_generated",):
            assert not libraries & {"asyncio", *NETWORK}, module


def test_bytes_leave_in_one_place() -> None:
    for module, libraries in PACKAGE.libraries.items():
        if room_of(module) not in {"_http", "emulator"}:
            assert not libraries & NETWORK, f"{module} imports {sorted(libraries & NETWORK)}"


@pytest.mark.parametrize("path", HANDWRITTEN, ids=lambda path: path.relative_to(PACKAGE.root).as_posix())
def test_files_and_functions_are_short(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 400
    assert not long_functions(path, 60)


def test_what_the_page_of_the_architecture_names_is_there() -> None:
    text = (PROJECT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    places = re.findall(
        r"`((?:daftra_async|_\w+|generator|specs|tests|docs|webhooks|export|cli|emulator)/[\w./]*)`", text
    )
    assert len(places) > 30
    for place in places:
        assert (PROJECT / place).exists() or (PROJECT / "daftra_async" / place).exists(), place


def test_the_page_of_the_architecture_shows_every_room() -> None:
    text = (PROJECT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for room in ROOMS:
        assert f"{room}/" in text, room
