"""``python -m generator check``: the committed document and package are what the pages give today, byte for byte."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

import attrs
from openapi_spec_validator import validate

from .emit.generate import generate
from .emit.upstream import accept_upstream, check_upstream
from .errors import DoubtError, GeneratorError
from .manifest import complaints, observe, read_manifest
from .merge.command import add_rulings, places_of
from .merge.merging import merge
from .places import DOCUMENT, MANIFEST, PACKAGE, PAGES, Places
from .wire_forms import as_on_the_wire
from .yaml_writing import dump

SHOWN = 20


class StaleError(GeneratorError):
    """Something committed is not what the pages give; the message names the files and the command that mends it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pages", type=Path, default=PAGES, help="the documentation's pages")
    add_rulings(parser)
    parser.add_argument("--spec", type=Path, default=DOCUMENT, help="the committed document")
    parser.add_argument("--out", type=Path, default=PACKAGE, help="the committed package")
    parser.add_argument("--manifest", type=Path, default=MANIFEST, help="the committed manifest")
    parser.add_argument(
        "--accept-upstream", action="store_true", help="record openapi-python-client as it is, and stop"
    )


def run(arguments: argparse.Namespace) -> int:
    if arguments.accept_upstream:
        accept_upstream()
        print("recorded; now run make regen")
        return 0
    check(attrs.evolve(places_of(arguments), document=arguments.spec, package=arguments.out), arguments.manifest)
    print(f"{arguments.spec} is valid OpenAPI and what the pages give; {arguments.out} is what it gives")
    return 0


def check(places: Places, manifest: Path) -> None:
    """Compare with the manifest, then merge and generate again beside the committed files.

    Raises ``StaleError`` naming what was edited by hand, is stale or no longer does anything, ``UpstreamError`` for a
    code generator that changed under ours, and ``DoubtError`` where a doubt is open.
    """
    check_upstream()
    _refuse(complaints(read_manifest(manifest), observe(places)), "the manifest does not hold")
    merged = merge(places)
    _refuse(merged.report.idle, "rulings without effect", "delete or correct them, then run make regen")
    if merged.report.doubts:
        raise DoubtError("\n  ".join(["doubts are open", *merged.report.doubts]))
    document = as_on_the_wire(merged.document)
    validate(document)
    if dump(document) != places.document.read_text(encoding="utf-8"):
        _refuse([f"{places.document}: differs"], f"the pages and {places.overlay} give another document")
    if places.names is not None and places.names.is_file():
        differs = merged.names.text() != places.names.read_text(encoding="utf-8")
        _refuse([f"{places.names}: names are missing"] * differs, "the table of names is not complete")
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary) / "_generated"
        generate(places.document, fresh)
        _refuse(sorted(_differing(fresh, places.package)), f"{places.document} gives another package")


def _refuse(lines: list[str], what: str, remedy: str = "run make regen and commit the result") -> None:
    if lines:
        rest = [f"and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
        shown = "\n  ".join([*lines[:SHOWN], *rest])
        raise StaleError(f"{what}\n  {shown}\n  what to do: {remedy}")


def _differing(fresh: Path, committed: Path) -> Iterator[str]:
    new, old = files_below(fresh), files_below(committed)
    for name in new.keys() | old.keys():
        if name not in new:
            yield f"{name}: not generated"
        elif name not in old:
            yield f"{name}: missing"
        elif new[name] != old[name]:
            yield f"{name}: differs"


def files_below(root: Path) -> dict[str, bytes]:
    """Every file below a directory by its name there; compiled files are nobody's."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
