"""What a set of changes means for the next release: its version, and a first draft of its changelog."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from ..characters import printable
from ..errors import GeneratorError
from ..places import ROOT
from .facts import Change, Level, highest

VERSION_FILE = ROOT / "daftra_async" / "_version.py"
_SECTIONS = {"removed": "Removed", "renamed": "Changed", "changed": "Changed", "added": "Added"}
_ORDER = ("Removed", "Changed", "Added")


def current_version(path: Path = VERSION_FILE) -> str:
    """The version in the package's one place. Raises ``GeneratorError``."""
    match = re.search(r'__version__ = "(\d+\.\d+\.\d+)"', path.read_text(encoding="utf-8"))
    if match is None:
        raise GeneratorError(f"{path} holds no version of the form 1.2.3")
    return match.group(1)


def next_version(current: str, level: Level | None) -> str:
    """Semantic versioning for the SDK's Python API; before 1.0 a breaking change raises the second number."""
    major, minor, patch = map(int, current.split("."))
    if level is None:
        return current
    if level is Level.BREAKING:
        return f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"
    if level is Level.ADDITIVE and major:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def version_advice(changes: Sequence[Change], current: str) -> str:
    """One line: the version, and why."""
    level = highest(tuple(changes))
    if level is None:
        return f"no release needed: {current} gives the same package"
    return f"suggested version: {next_version(current, level)} (now {current}; the gravest change is {level})"


def changelog_draft(changes: Sequence[Change]) -> str:
    """Keep a Changelog sections; breaking lines are marked, cosmetic changes only counted."""
    lines: list[str] = []
    for section in _ORDER:
        entries = [
            _entry(change)
            for change in sorted(changes, key=lambda change: list(Level).index(change.level))
            if _SECTIONS[change.action] == section and change.level is not Level.COSMETIC
        ]
        if entries:
            lines += [f"### {section}", "", *entries, ""]
    cosmetic = sum(change.level is Level.COSMETIC for change in changes)
    if cosmetic:
        lines += ["### Documentation", "", f"- {cosmetic} changes of wording, request paths and document details.", ""]
    return "\n".join(lines)


def _entry(change: Change) -> str:
    mark = "**breaking** " if change.level is Level.BREAKING else ""
    name = printable(change.name).replace("`", "'")
    values = [f"`{printable(value).replace('`', chr(39))}`" for value in (change.before, change.after) if value]
    if change.action == "renamed":
        guess = " (guessed: confirm it)" if change.guessed else ""
        return f"- {mark}`{name}` is now {values[-1]}{guess}: {change.meaning}."
    if change.action == "changed":
        return f"- {mark}`{name}`: {change.rule}, {' became '.join(values)}: {change.meaning}."
    return f"- {mark}`{name}`: {change.rule}: {change.meaning}."
