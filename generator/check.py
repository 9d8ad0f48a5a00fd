"""``python -m generator check``: the committed document and package are what the pages give today, byte for byte."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from openapi_spec_validator import validate

from .errors import GeneratorError
from .generate import generate
from .merge import dump, merge


class StaleError(GeneratorError):
    """Something committed is not what the pages give; the message names the files and the command that mends it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pages", type=Path, default=Path("specs/pages"), help="the documentation's pages")
    parser.add_argument("--overlay", type=Path, default=Path("specs/overlay.yaml"), help="our corrections")
    parser.add_argument("--spec", type=Path, default=Path("specs/openapi.yaml"), help="the committed document")
    parser.add_argument("--out", type=Path, default=Path("daftra_async/_generated"), help="the committed package")


def run(arguments: argparse.Namespace) -> int:
    check(arguments.pages, arguments.overlay, arguments.spec, arguments.out)
    print(f"{arguments.spec} is valid OpenAPI and what the pages give; {arguments.out} is what it gives")
    return 0


def check(pages: Path, overlay: Path, spec: Path, out: Path) -> None:
    """Merge and generate again beside the committed files. Raises ``StaleError`` where they differ."""
    document = merge(pages, overlay).document
    validate(document)
    if dump(document) != spec.read_text(encoding="utf-8"):
        raise StaleError(f"{spec} is not what {pages} and {overlay} give: run make regen and commit the result")
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary) / "_generated"
        generate(spec, fresh)
        differing = sorted(_differing(fresh, out))
    if differing:
        shown = "\n  ".join(differing[:20])
        raise StaleError(
            f"{len(differing)} files below {out} are not what {spec} gives (edited by hand, or stale): run make regen and "
            f"commit the result\n  {shown}"
        )


def _differing(fresh: Path, committed: Path) -> Iterator[str]:
    new, old = _files(fresh), _files(committed)
    for name in new.keys() | old.keys():
        if name not in new:
            yield f"{name}: not generated"
        elif name not in old:
            yield f"{name}: missing"
        elif new[name] != old[name]:
            yield f"{name}: differs"


def _files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


