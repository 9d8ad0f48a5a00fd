"""``python -m generator COMMAND``: dispatch to the module that answers each subcommand."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from .emit.upstream_internals import check_internals
from .errors import GeneratorError

COMMANDS: dict[str, tuple[str, str]] = {
    "fetch": ("generator.fetch.command", "bring the kept pages up to what the documentation says today"),
    "merge": (
        "generator.merge.command",
        "pages, quirk rules and overlay into one OpenAPI document",
    ),
    "generate": (
        "generator.emit.generate",
        "the document into the package of models, builders and resource classes",
    ),
    "diff": ("generator.changes.command", "what changed between two documents, for users of the SDK's Python API"),
    "regen": ("generator.regen", "all of it: fetch, merge, generate, verify, diff, changelog draft, version"),
    "check": ("generator.check", "prove that the committed document and package are what the pages give"),
}
"""Subcommand → (module with ``add_arguments(parser)`` and ``run(arguments) -> int``, its one line of help)."""


GENERATING = frozenset({"generate", "diff", "regen", "check"})
"""Subcommands that stand on openapi-python-client."""

TRACEBACK = "DAFTRA_GENERATOR_TRACEBACK"
"""The environment variable that shows where the generator itself failed."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand; only its module is imported. Exit code 1 says that the maintainer has something to do."""
    words = sys.argv[1:] if argv is None else list(argv)
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    try:
        if words[:1] and words[0] in GENERATING:
            check_internals()
        for name, (module, summary) in COMMANDS.items():
            command = commands.add_parser(name, help=summary, description=summary)
            if words[:1] == [name]:
                import_module(module).add_arguments(command)
        arguments = parser.parse_args(words)
        return int(import_module(COMMANDS[arguments.command][0]).run(arguments))
    except GeneratorError as problem:
        print(f"error: {problem}", file=sys.stderr)
    except Exception as problem:
        if os.environ.get(TRACEBACK):
            raise
        print(f"error: the generator has no answer to this input: {type(problem).__name__}: {problem}", file=sys.stderr)
        print(f"  what to do: report it with the page; {TRACEBACK}=1 shows where it happened", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
