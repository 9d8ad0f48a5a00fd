"""Where the maintainer's inputs and the generated outputs lie, unless a command is told otherwise."""

from __future__ import annotations

from pathlib import Path

import attrs

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "specs" / "pages"
ADDED = ROOT / "specs" / "added"
OVERLAY = ROOT / "specs" / "overlay.yaml"
CORRECTIONS = ROOT / "specs" / "corrections.yaml"
NAMES = ROOT / "specs" / "names.yaml"
GLOSSARY = ROOT / "specs" / "glossary.yaml"
DOCUMENT = ROOT / "specs" / "openapi.yaml"
MANIFEST = ROOT / "specs" / "manifest.json"
PACKAGE = ROOT / "daftra_async" / "_generated"


@attrs.frozen(kw_only=True)
class Places:
    """The inputs and outputs of one run; the committed ones by default."""

    pages: Path = PAGES
    added: Path | None = ADDED
    overlay: Path | None = OVERLAY
    corrections: Path | None = CORRECTIONS
    names: Path | None = NAMES
    glossary: Path | None = GLOSSARY
    document: Path = DOCUMENT
    package: Path = PACKAGE
