"""``python -m generator merge``: from the documentation's pages to one valid OpenAPI document."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..places import ADDED, CORRECTIONS, DOCUMENT, GLOSSARY, NAMES, OVERLAY, PAGES, Places
from ..wire_forms import as_on_the_wire
from ..yaml_writing import dump
from .merging import merge, rule_table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``merge``."""
    parser.add_argument(
        "--pages", type=Path, default=PAGES, metavar="PATH", help="pages, a copy or an export (default: specs/pages)"
    )
    parser.add_argument(
        "--out", type=Path, default=DOCUMENT, metavar="FILE", help="the document (default: specs/openapi.yaml)"
    )
    add_rulings(parser)


def add_rulings(parser: argparse.ArgumentParser) -> None:
    """The files that hold what is ours about the pages."""
    for name, default in (
        ("overlay", OVERLAY),
        ("corrections", CORRECTIONS),
        ("names", NAMES),
        ("glossary", GLOSSARY),
    ):
        told = f"our {name} (default: specs/{default.name})"
        parser.add_argument(f"--{name}", type=Path, default=default, metavar="FILE", help=told)
    told = "pages of calls that the documentation does not have (default: specs/added)"
    parser.add_argument("--added", type=Path, default=ADDED, metavar="DIR", help=told)


def places_of(arguments: argparse.Namespace) -> Places:
    """The inputs that the arguments name."""
    return Places(
        pages=arguments.pages,
        added=arguments.added,
        overlay=arguments.overlay,
        corrections=arguments.corrections,
        names=arguments.names,
        glossary=arguments.glossary,
    )


def run(arguments: argparse.Namespace) -> int:
    """Merge, write the document, print the table of quirks and everything that was found.

    The exit code is 1 where a person has to settle a doubt; the document is written without what is in doubt then.
    """
    result = merge(places_of(arguments))
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_bytes(dump(as_on_the_wire(result.document)).encode("utf-8"))
    sys.stdout.write(rule_table(result.report) + "\n")
    return 1 if result.report.doubts else 0
