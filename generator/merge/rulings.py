"""What a maintainer has decided about the documentation: added pages, names, corrections, overlay, words."""

from __future__ import annotations

import attrs

from ..places import Places
from .added import Numbered, read_added
from .corrections import Correction, read_corrections
from .glossary import Glossary, read_glossary
from .locked_names import LockedNames, read_names
from .overlay import Overlay, read_overlay


@attrs.frozen(kw_only=True)
class Rulings:
    """Everything that is ours about the pages; nothing by default."""

    added: tuple[Numbered, ...] = ()
    names: LockedNames = attrs.field(factory=LockedNames)
    corrections: tuple[Correction, ...] = ()
    overlay: Overlay = attrs.field(factory=Overlay)
    glossary: Glossary = attrs.field(factory=Glossary)


def read_rulings(places: Places) -> Rulings:
    """What lies in the files. Raises ``OverlayError`` for a file that is none of its kind."""
    return Rulings(
        added=read_added(places.added),
        names=read_names(places.names),
        corrections=read_corrections(places.corrections),
        overlay=Overlay() if places.overlay is None else read_overlay(places.overlay),
        glossary=read_glossary(places.glossary),
    )
