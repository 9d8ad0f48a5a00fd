"""The two sides of a comparison, from wherever they are: a merged document, pages in any form, a git revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs

from .. import safe_yaml
from ..errors import GeneratorError
from ..fetch.kept_form import kept_form, operation_of
from ..fetch.numbers import page_number
from ..fetch.pages import EXPORT_PAGES, plain_data
from ..fetch.sources import read_source
from ..merge.merging import MergeResult, merge_pages
from ..merge.rulings import Rulings
from ..openapi import is_merged
from ..places import ROOT
from ..report import Report
from ..wire_forms import as_generated
from .surface import Surface, surface_of

COMMITTED = "specs/openapi.yaml"
PAGES = ("specs/pages", "specs/added")


class RevisionError(GeneratorError):
    """A side of the comparison that is neither a path nor a git revision."""


@attrs.frozen
class Side:
    """A merged document, and the facts of the pages behind it where they are known."""

    document: Mapping[str, Any]
    facts: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict)
    report: Report = attrs.field(factory=Report)

    @cached_property
    def surface(self) -> Surface:
        """The Python API that the document gives. Raises ``GeneratorError`` where it gives none."""
        return surface_of(self.document)


def side_of(merged: MergeResult) -> Side:
    return Side(merged.document, merged.facts, merged.report)


def load_side(side: str, rulings: Rulings) -> Side:
    """One side of the comparison.

    A path wins over a revision of the same name. Raises ``RevisionError`` for what is neither, ``GeneratorError`` for
    pages that cannot be read or merged.
    """
    path = Path(side)
    if path.is_file() and path.suffix.lower() in {".yaml", ".yml", ".json"}:
        document = plain_data(path.read_text(encoding="utf-8"), file=path.name, pages=EXPORT_PAGES)
        if is_merged(document):
            return Side(as_generated(document))
    if path.exists():
        report = Report()
        return side_of(merge_pages(read_source(path, report), rulings, report))
    return committed_side(side)


def committed_side(revision: str, root: Path = ROOT) -> Side:
    """What a git revision has (``v1.2.0``, ``HEAD~3``, ``main:specs/openapi.yaml``), its pages included."""
    place = revision if ":" in revision else f"{revision}:{COMMITTED}"
    if place.startswith("-"):
        raise RevisionError(f"{revision!r} is no revision: a revision does not begin with a dash")
    done = _git(root, "show", place)
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip()
        raise RevisionError(f"{revision!r} is neither a path nor a revision with a document ({reason})")
    document = safe_yaml.load(done.stdout.decode("utf-8"), file=place, pages=EXPORT_PAGES)
    if not is_merged(document):
        raise RevisionError(f"{place} is no merged document: its operations have no x-daftra")
    return Side(as_generated(document), _committed_pages(revision, root) if ":" not in revision else {})


def _committed_pages(revision: str, root: Path) -> dict[str, Mapping[str, Any]]:
    """The pages of a revision by number; none where it has none."""
    found: dict[str, Mapping[str, Any]] = {}
    for directory in PAGES:
        archive = _git(root, "archive", "--format=tar", revision, directory)
        if archive.returncode == 0:
            found.update(_pages_in(archive.stdout))
    return found


def _pages_in(archive: bytes) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar.getmembers():
            file = tar.extractfile(member) if member.isfile() else None
            if file is not None:
                data = safe_yaml.load(file.read().decode("utf-8"), file=member.name)
                number = page_number(operation_of(data), member.name) if isinstance(data, dict) else None
                if number is not None:
                    found[number] = kept_form(data, number=number).data
    return found


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)  # noqa: S603, S607
    except OSError as problem:
        raise RevisionError(f"git cannot be run ({problem}): name files instead of revisions") from None
