"""A release holds what belongs in it and nothing else."""

from __future__ import annotations

import email
import re
import tarfile
import tomllib
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from daftra_async import __version__

from .conftest import ROOT, Artifacts, build

METADATA = f"daftra_async-{__version__}.dist-info"


def members(wheel: Path) -> dict[str, bytes]:
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_holds_the_package_and_its_metadata_only(artifacts: Artifacts) -> None:
    names = members(artifacts.wheel).keys()
    assert {PurePosixPath(name).parts[0] for name in names} == {"daftra_async", METADATA}
    assert {PurePosixPath(name).suffix for name in names if name.startswith("daftra_async/")} <= {
        ".py",
        ".typed",
        ".json",
    }


def test_the_wheel_holds_every_file_of_the_package(artifacts: Artifacts) -> None:
    package = (path for path in (ROOT / "daftra_async").rglob("*") if path.is_file() and path.suffix != ".pyc")
    here = {path.relative_to(ROOT).as_posix() for path in package}
    there = {name for name in members(artifacts.wheel) if name.startswith("daftra_async/")}
    assert here == there
    assert "daftra_async/py.typed" in there


def test_nothing_in_a_release_names_the_machine_it_was_built_on(artifacts: Artifacts) -> None:
    traces = (str(ROOT).encode(), str(Path.home()).encode() + b"/")
    found = [name for name, data in members(artifacts.wheel).items() if any(trace in data for trace in traces)]
    with tarfile.open(artifacts.sdist) as archive:
        for member in archive.getmembers():
            file = archive.extractfile(member)
            if file is not None and any(trace in file.read() for trace in traces):
                found.append(member.name)
    assert not found


def test_version_licence_command_and_extras_are_in_the_metadata(artifacts: Artifacts) -> None:
    files = members(artifacts.wheel)
    told = email.message_from_bytes(files[f"{METADATA}/METADATA"])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert told["Version"] == __version__
    assert told["License-Expression"] == "MIT"
    assert set(told.get_all("Provides-Extra", [])) == set(project["optional-dependencies"])
    assert f"{METADATA}/licenses/LICENSE" in files
    assert b"daftra = daftra_async.cli:main" in files[f"{METADATA}/entry_points.txt"]


def test_every_dependency_says_the_lowest_version_it_works_with() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    runtime = [
        *project["dependencies"],
        *(line for name in ("cli", "emulator", "encryption", "export") for line in extras[name]),
    ]
    assert all(re.search(r"(>=|==)\d", line) for line in runtime)


def test_the_source_distribution_builds_the_same_wheel(artifacts: Artifacts, tmp_path: Path) -> None:
    with tarfile.open(artifacts.sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    build(source, tmp_path / "again", "wheel")
    (again,) = (tmp_path / "again").glob("*.whl")
    assert members(again) == members(artifacts.wheel)


def test_the_source_distribution_has_what_a_maintainer_needs_and_no_litter(artifacts: Artifacts) -> None:
    with tarfile.open(artifacts.sdist) as archive:
        names = {PurePosixPath(*PurePosixPath(name).parts[1:]).as_posix() for name in archive.getnames()}
    assert {"Makefile", "README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "specs/openapi.yaml"} <= names
    assert {PurePosixPath(name).parts[0] for name in names} >= {"daftra_async", "generator", "specs", "tests"}
    litter = re.compile(r"(^|/)(__pycache__|\.venv|\.git|\.[a-z]+_cache|.*\.(pyc|sqlite|ledger|log))(/|$)")
    assert not [name for name in names if litter.search(name)]


def test_the_changelog_has_a_place_for_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in text or f"## [{__version__}]" in text
