"""The ``daftra`` command. Needs the extra ``cli``: ``pip install '.[cli]'`` in a checkout.

``main`` is the console script's entry. typer and rich are imported here and nowhere else in the package.
"""

from __future__ import annotations

import os
import sys

__all__ = ["main"]

_EXTRA = frozenset({"typer", "rich", "click", "shellingham"})


def main() -> None:
    """Run the command with the process's arguments; ends the process with one of the codes of ``exits``."""
    try:
        from .app import app
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        sys.stderr.write("the daftra command needs typer and rich: install daftra-async with its extra cli\n")
        sys.exit(2)
    if "_DAFTRA_COMPLETE" in os.environ:
        # Typer answers a shell's question only where its classes for the shells were made known.
        from typer.completion import get_completion_inspect_parameters

        get_completion_inspect_parameters()
    app(prog_name="daftra")
