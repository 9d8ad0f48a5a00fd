"""``python -m generator diff OLD NEW``: what a changed documentation means to users of the SDK."""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .. import safe_yaml
from ..errors import GeneratorError
from ..fetch.sources import read_document, read_source
from ..merge.merging import merge_pages
from ..openapi import is_merged
from ..places import OVERLAY, ROOT
from . import changes_between
from .facts import Level, highest
from .render import FORMATS

COMMITTED = "specs/openapi.yaml"
PAGES_OF_A_DOCUMENT = 250
FOUND = 3
"""The exit code that says: there is a change of the class that was asked for, or a graver one."""


class RevisionError(GeneratorError):
    """A side of the comparison that is neither a path nor a git revision."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = "a merged document, pages (directory, zip, one file, an OpenAPI export) or a git revision (REV or REV:PATH)"
    parser.add_argument("old", metavar="OLD", help=what)
    parser.add_argument("new", metavar="NEW", help="the same, for the newer side")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how to print it (default: text)")
    parser.add_argument(
        "--fail-on",
        choices=[*(str(level) for level in Level), "never"],
        default=str(Level.BREAKING),
        help=f"the class from which on the exit code is {FOUND} (default: breaking)",
    )
    parser.add_argument("--overlay", type=Path, default=OVERLAY, help="the overlay for sides that are pages")
    parser.add_argument("--no-overlay", action="store_true", help="merge pages without an overlay")


def run(arguments: argparse.Namespace) -> int:
    overlay = None if arguments.no_overlay else arguments.overlay
    changes = changes_between(load_side(arguments.old, overlay), load_side(arguments.new, overlay))
    print(FORMATS[arguments.format](changes))
    return FOUND if _reaches(highest(changes), arguments.fail_on) else 0


def _reaches(found: Level | None, wanted: str) -> bool:
    order = list(Level)
    return found is not None and wanted != "never" and order.index(found) <= order.index(Level(wanted))


def load_side(side: str, overlay: Path | None) -> Mapping[str, Any]:
    """One side of the comparison as a merged document.

    A path wins over a revision of the same name. Raises ``RevisionError`` for what is neither, ``PageError`` for
    pages that cannot be read.
    """
    path = Path(side)
    if path.is_file() and path.suffix.lower() in {".yaml", ".yml", ".json"}:
        document = read_document(path.read_bytes(), name=path.name)
        if is_merged(document):
            return document
    if path.exists():
        return merge_pages(read_source(path), overlay).document
    return committed_document(side)


def committed_document(revision: str, root: Path = ROOT) -> Mapping[str, Any]:
    """The document as a git revision has it (``v1.2.0``, ``HEAD~3``, ``main:specs/openapi.yaml``)."""
    place = revision if ":" in revision else f"{revision}:{COMMITTED}"
    if place.startswith("-"):
        raise RevisionError(f"{revision!r} is no revision: a revision does not begin with a dash")
    try:
        done = subprocess.run(["git", "show", place], cwd=root, capture_output=True, check=False)  # noqa: S603, S607
    except OSError as problem:
        raise RevisionError(f"git cannot be run ({problem}): name files instead of revisions") from None
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip()
        raise RevisionError(f"{revision!r} is neither a path nor a revision with a document ({reason})")
    document = safe_yaml.load(done.stdout.decode("utf-8"), file=place, pages=PAGES_OF_A_DOCUMENT)
    if not is_merged(document):
        raise RevisionError(f"{place} is no merged document: its operations have no x-daftra")
    return dict(document)
