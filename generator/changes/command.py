"""``python -m generator diff OLD NEW``: what a changed documentation means to users of the SDK."""

from __future__ import annotations

import argparse
import sys

from ..merge.command import add_rulings
from ..merge.rulings import read_rulings
from ..places import Places
from . import changes_between_sides
from .facts import Level, highest
from .render import FORMATS
from .sides import load_side

FOUND = 3
"""The exit code that says: there is a change of the class that was asked for, or a graver one."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = "a merged document, pages (directory, zip, one file, an export) or a git revision (REV or REV:PATH)"
    parser.add_argument("old", metavar="OLD", help=what)
    parser.add_argument("new", metavar="NEW", help="the same, for the newer side")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how to print it (default: text)")
    parser.add_argument(
        "--fail-on",
        choices=[*(str(level) for level in Level), "never"],
        default=str(Level.BREAKING),
        help=f"the class from which on the exit code is {FOUND} (default: breaking)",
    )
    add_rulings(parser)
    parser.add_argument("--no-overlay", action="store_true", help="merge pages without overlay and glossary")


def run(arguments: argparse.Namespace) -> int:
    """Print the findings; doubts about pages are told beside them, and do not hold the comparison up."""
    bare = arguments.no_overlay
    places = Places(
        added=arguments.added,
        overlay=None if bare else arguments.overlay,
        corrections=arguments.corrections,
        names=arguments.names,
        glossary=None if bare else arguments.glossary,
    )
    rulings = read_rulings(places)
    old, new = load_side(arguments.old, rulings), load_side(arguments.new, rulings)
    changes = changes_between_sides(old, new, rulings.names)
    print(FORMATS[arguments.format](changes))
    for finding in new.report.findings():
        print(finding, file=sys.stderr)
    return FOUND if _reaches(highest(changes), arguments.fail_on) else 0


def _reaches(found: Level | None, wanted: str) -> bool:
    order = list(Level)
    return found is not None and wanted != "never" and order.index(found) <= order.index(Level(wanted))
