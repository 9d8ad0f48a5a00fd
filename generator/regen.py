"""``python -m generator regen``: fetch → merge → generate → verify → diff → changelog draft → version, or a stop."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openapi_spec_validator import validate

from .changes import changes_between
from .changes.command import load_side
from .changes.facts import Change
from .changes.release import changelog_draft, current_version, version_advice
from .changes.render import FORMATS, as_text
from .check import files_below
from .emit.generate import generate
from .emit.upstream import check_upstream
from .errors import GeneratorError
from .fetch.command import ADDRESS, Outcome, fetch, report
from .fetch.command import add_arguments as add_fetch_arguments
from .manifest import manifest_text, observe
from .merge.merging import merge, rule_table
from .places import DOCUMENT, MANIFEST, OVERLAY, PACKAGE, ROOT, Places
from .yaml_writing import dump

REPORTS = ROOT / "build" / "regen"


class DoubtError(GeneratorError):
    """Something that a person has to settle before anything is generated."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_fetch_arguments(parser)
    parser.add_argument("--overlay", type=Path, default=OVERLAY, metavar="FILE", help="our corrections")
    parser.add_argument("--spec", type=Path, default=DOCUMENT, metavar="FILE", help="the document to write")
    parser.add_argument("--out", type=Path, default=PACKAGE, metavar="DIR", help="the package to write")
    parser.add_argument("--manifest", type=Path, default=MANIFEST, metavar="FILE", help="the manifest to write")
    parser.add_argument(
        "--reports", type=Path, default=REPORTS, metavar="DIR", help="where diff and changelog draft go"
    )
    parser.add_argument(
        "--since",
        metavar="SIDE",
        help="what to compare with, as diff takes it (default: HEAD, else the document there)",
    )


def run(arguments: argparse.Namespace) -> int:
    """The whole chain. Nothing is generated unless everything before it went well."""
    check_upstream()
    _fetched(arguments)
    places = Places(pages=arguments.pages, overlay=arguments.overlay, document=arguments.spec, package=arguments.out)
    before = _baseline(arguments.since, places)
    merged = merge(places.pages, places.overlay)
    validate(merged.document)
    print(rule_table(merged.report).rpartition("\n\n")[2])
    changes = () if before is None else changes_between(before, merged.document)
    if arguments.dry_run:
        print(as_text(changes))
        return 0
    written = _written(merged.document, places)
    written += _put(arguments.manifest, manifest_text(observe(places)).encode())
    print(f"{written} generated files changed" if written else "every generated file is as it was")
    _tell(changes, arguments.reports, compared=before is not None)
    return 0


def _fetched(arguments: argparse.Namespace) -> None:
    """Fetch where an address or a copy is given. Raises ``DoubtError`` for pages that a person has to complete."""
    if arguments.source is None and not (arguments.url or os.environ.get(ADDRESS)):
        print(f"no --url, no {ADDRESS} and no --from: the kept pages are taken as they are")
        return
    outcome: Outcome = fetch(arguments)
    print(report(outcome))
    notes = outcome.plan.of("note")
    if notes:
        raise DoubtError(
            f"{len(notes)} labels of ours no longer fit the pages they were written for (see the notes above)\n"
            "  what to do: write them into the kept pages from the documentation's words, then run make regen again"
        )


def _baseline(since: str | None, places: Places) -> Mapping[str, Any] | None:
    """The document that users have; None where there is none yet."""
    if since is not None:
        return load_side(since, places.overlay)
    if places.document == DOCUMENT and (ROOT / ".git").exists():
        return load_side("HEAD", places.overlay)
    return load_side(str(places.document), places.overlay) if places.document.exists() else None


def _written(document: Mapping[str, Any], places: Places) -> int:
    """Generate beside the old files, then write what differs; the number of files that did."""
    with tempfile.TemporaryDirectory() as temporary:
        spec, fresh = Path(temporary) / "openapi.yaml", Path(temporary) / "_generated"
        spec.write_bytes(dump(document).encode("utf-8"))
        generate(spec, fresh)
        written = _put(places.document, spec.read_bytes())
        new, old = files_below(fresh), files_below(places.package) if places.package.is_dir() else {}
        for name in old.keys() - new.keys():
            (places.package / name).unlink()
            written += 1
        for name, content in new.items():
            written += _put(places.package / name, content)
    return written


def _put(path: Path, content: bytes) -> int:
    """Write a file whole, and only if it changes."""
    if path.is_file() and path.read_bytes() == content:
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(content)
    fresh.replace(path)
    return 1


def _tell(changes: Sequence[Change], reports: Path, *, compared: bool) -> None:
    """Print the diff and the advice; keep diff and changelog draft in files."""
    if not compared:
        print("there was no document before: nothing to compare with")
        return
    print(as_text(changes))
    if changes:
        for suffix, form in (("txt", "text"), ("md", "markdown"), ("json", "json")):
            _put(reports / f"diff.{suffix}", (FORMATS[form](changes) + "\n").encode())
        _put(reports / "changelog.md", changelog_draft(changes).encode())
        guesses = sum(change.guessed for change in changes)
        if guesses:
            print(f"{guesses} renames are guessed: confirm them before they are announced")
        print(f"diff and changelog draft are in {reports}")
    print(version_advice(changes, current_version()))
