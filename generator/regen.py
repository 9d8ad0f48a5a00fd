"""``python -m generator regen``: fetch → merge → generate → verify → diff → changelog draft → version, or a stop."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
from openapi_spec_validator import validate

from .changes import changes_between_sides
from .changes.facts import Change
from .changes.release import changelog_draft, current_version, version_advice
from .changes.render import FORMATS, as_text
from .changes.sides import Side, load_side, side_of
from .changes.surface import attributes_of
from .check import files_below
from .emit.generate import generate
from .emit.upstream import check_upstream
from .errors import DoubtError
from .fetch.command import ADDRESS, fetch, report_of
from .fetch.command import add_arguments as add_fetch_arguments
from .fetch.pages import Page
from .fetch.sources import read_source
from .manifest import manifest_text, observe
from .merge.command import add_rulings, places_of
from .merge.locked_names import LockedNames
from .merge.merging import MergeResult, merge, merge_pages
from .merge.rulings import Rulings, read_rulings
from .places import DOCUMENT, MANIFEST, PACKAGE, ROOT, Places
from .wire_forms import as_on_the_wire
from .yaml_writing import dump

REPORTS = ROOT / "build" / "regen"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_fetch_arguments(parser)
    add_rulings(parser)
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
    """The whole chain. Nothing is generated unless everything before it went well and no doubt is open."""
    check_upstream()
    places = attrs.evolve(places_of(arguments), document=arguments.spec, package=arguments.out)
    rulings = read_rulings(places)
    before = _baseline(arguments.since, places, rulings)
    pages = _fetched(arguments)
    merged = merge_pages(pages, rulings) if pages is not None else merge(places)
    now = side_of(merged)
    completed = _completed(merged, now)
    if completed != rulings.names:
        rulings = attrs.evolve(rulings, names=completed)
        merged = merge_pages(pages if pages is not None else read_source(places.pages), rulings)
        now = side_of(merged)
    validate(as_on_the_wire(merged.document))
    print("\n".join([merged.report.summary(), *merged.report.findings()]))
    changes = () if before is None else changes_between_sides(before, now, rulings.names)
    if arguments.dry_run or merged.report.doubts:
        print(as_text(changes))
    if merged.report.doubts:
        raise DoubtError(
            f"{len(merged.report.doubts)} doubts are open (see above): nothing was generated\n"
            "  what to do: answer them in specs/names.yaml or specs/corrections.yaml, then run make regen again"
        )
    if arguments.dry_run:
        return 0
    written = 0 if places.names is None else _put(places.names, completed.text().encode("utf-8"))
    written += _written(merged.document, places)
    written += _put(arguments.manifest, manifest_text(observe(places)).encode())
    print(f"{written} generated files changed" if written else "every generated file is as it was")
    _tell(changes, arguments.reports, compared=before is not None)
    return 0


def _fetched(arguments: argparse.Namespace) -> Sequence[Page] | None:
    """The documentation as a fetch finds it, where an address or a copy is given; else None."""
    if arguments.source is None and not (arguments.url or os.environ.get(ADDRESS)):
        print(f"no --url, no {ADDRESS} and no --from: the kept pages are taken as they are")
        return None
    outcome = fetch(arguments)
    print(report_of(outcome))
    return outcome.pages


def _completed(merged: MergeResult, side: Side) -> LockedNames:
    """The names with the attributes of records and drafts, which the generated classes tell."""
    found, locked = attributes_of(side.surface), merged.names.fields
    fields = {name: {**found.get(name, {}), **locked.get(name, {})} for name in sorted(found.keys() | locked.keys())}
    return attrs.evolve(merged.names, fields=fields)


def _baseline(since: str | None, places: Places, rulings: Rulings) -> Side | None:
    """What users have; None where there is nothing yet."""
    if since is not None:
        return load_side(since, rulings)
    if places.document == DOCUMENT and (ROOT / ".git").exists():
        return load_side("HEAD", rulings)
    return load_side(str(places.document), rulings) if places.document.exists() else None


def _written(document: Mapping[str, Any], places: Places) -> int:
    """Generate beside the old files, then write what differs; the number of files that did."""
    with tempfile.TemporaryDirectory() as temporary:
        spec, fresh = Path(temporary) / "openapi.yaml", Path(temporary) / "_generated"
        spec.write_bytes(dump(as_on_the_wire(document)).encode("utf-8"))
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
