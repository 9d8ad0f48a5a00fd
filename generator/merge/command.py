"""``python -m generator merge``: from the documentation's pages to one valid OpenAPI document."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..places import DOCUMENT, OVERLAY, PAGES
from ..yaml_writing import dump
from .merging import merge, rule_table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``merge``."""
    parser.add_argument("--pages", type=Path, default=PAGES, metavar="DIR", help="the pages (default: specs/pages)")
    parser.add_argument(
        "--out", type=Path, default=DOCUMENT, metavar="FILE", help="the document (default: specs/openapi.yaml)"
    )
    parser.add_argument(
        "--overlay", type=Path, default=OVERLAY, metavar="FILE", help="the overlay (default: specs/overlay.yaml)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Merge, write the document, print the table of quirks."""
    result = merge(arguments.pages, arguments.overlay)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_bytes(dump(result.document).encode("utf-8"))
    sys.stdout.write(rule_table(result.report) + "\n")
    return 0
