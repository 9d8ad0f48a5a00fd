"""``python -m generator fetch``: bring the kept pages up to what the documentation says today."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import httpx

from ..characters import printable
from ..places import PAGES
from .page_store import Arrived, Plan, arrived, plan, recover, replace, stored_pages
from .pages import read_bytes
from .site import FetchError, Site, Validators, base_url
from .sources import read_source
from .state import read_state, still_valid, validators_of, write_state

ADDRESS = "DAFTRA_DOCS_URL"
"""The environment variable that names the documentation's address where ``--url`` does not."""

FEW = 10
"""One page in so many may be missing before we ask whether the documentation was read whole."""


@attrs.frozen
class Outcome:
    """What a fetch found; ``fetched`` counts the pages that came anew, ``total`` all that are listed."""

    plan: Plan
    fetched: int
    total: int
    remarks: tuple[str, ...] = ()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--url", help=f"the documentation's address (default: the environment variable {ADDRESS})")
    parser.add_argument(
        "--from",
        dest="source",
        type=Path,
        help="read a copy instead: a directory, a zip, one file of pages, or an OpenAPI export (3.0, 3.1)",
    )
    parser.add_argument(
        "--pages", type=Path, default=PAGES, metavar="DIR", help="the kept pages (default: specs/pages)"
    )
    parser.add_argument(
        "--connections", type=int, default=4, choices=range(1, 17), metavar="N", help="at most so many at once"
    )
    parser.add_argument("--dry-run", action="store_true", help="report, and change nothing")
    missing = parser.add_mutually_exclusive_group()
    missing.add_argument("--keep-missing", action="store_true", help="keep pages that are no longer listed")
    missing.add_argument("--delete-missing", action="store_true", help="delete them, however many they are")


def run(arguments: argparse.Namespace) -> int:
    print(report(fetch(arguments)))
    return 0


def fetch(arguments: argparse.Namespace) -> Outcome:
    """Read the documentation and replace the kept pages; after a ``FetchError`` or ``PageError`` they are as before."""
    directory: Path = arguments.pages
    recover(directory)
    state = read_state(directory)
    if arguments.source is not None:
        pages = arrived(read_source(arguments.source))
        outcome, found = _planned(directory, pages, state), dict[str, Validators]()
    else:
        outcome, found = _from_site(directory, _address(arguments.url), state, arguments.connections)
    outcome = _settle_missing(outcome, keep=arguments.keep_missing, delete=arguments.delete_missing)
    if not arguments.dry_run:
        replace(directory, outcome.plan)
        write_state(directory, outcome.plan, {**validators_of(state), **found})
    return outcome


def _address(url: str | None) -> str:
    address = url or os.environ.get(ADDRESS)
    if not address:
        raise FetchError(
            "the documentation's address is not known\n"
            f"  what to do: pass --url https://…, set {ADDRESS}, or read a copy with --from DIRECTORY_OR_ZIP"
        )
    return base_url(address)


def _from_site(
    directory: Path, base: str, state: Mapping[str, Any], connections: int
) -> tuple[Outcome, dict[str, Validators]]:
    limits = httpx.Limits(max_connections=connections)
    headers = {"User-Agent": "daftra-async documentation reader"}
    with httpx.Client(limits=limits, headers=headers, timeout=30.0, follow_redirects=False) as client:
        site = Site(base, client, connections)
        listed, remarks = site.listed()
        known = still_valid(directory, state)
        answers = site.pages(listed, known)
    pages = [Arrived(one.number, _read(answers[one.number].text, one.number), one.folder, one.title) for one in listed]
    outcome = _planned(directory, pages, state)
    found = {number: answer.validators for number, answer in answers.items()}
    return attrs.evolve(outcome, remarks=tuple(remarks)), found


def _read(text: str | None, number: str) -> Mapping[str, Any] | None:
    if text is None:
        return None
    pages = read_bytes(text.encode(), name=f"{number}.md")
    if len(pages) != 1:
        raise FetchError(f"page {number} holds {len(pages)} specifications: nothing was changed")
    return pages[0].data


def _planned(directory: Path, pages: list[Arrived], state: Mapping[str, Any]) -> Outcome:
    numbers = [page.number for page in pages]
    doubles = sorted({number for number in numbers if numbers.count(number) > 1})
    if doubles:
        raise FetchError(f"page {doubles[0]} is there twice: nothing was changed")
    prose = {number: entry["prose"] for number, entry in state.items() if "prose" in entry}
    change = plan(stored_pages(directory), pages, prose)
    return Outcome(change, sum(page.data is not None for page in pages), len(pages))


def _settle_missing(outcome: Outcome, *, keep: bool, delete: bool) -> Outcome:
    """Pages that are gone are deleted, unless they are so many that the documentation may not have been read whole."""
    gone = outcome.plan.of("gone")
    if keep:
        return attrs.evolve(outcome, plan=attrs.evolve(outcome.plan, deletes=frozenset()))
    if not delete and len(gone) > max(1, (outcome.total + len(gone)) // FEW):
        names = "\n  ".join(one.file for one in gone[:20])
        raise FetchError(
            f"{len(gone)} of {outcome.total + len(gone)} pages are missing: nothing was changed\n  {names}\n"
            "  what to do: --delete-missing if the documentation dropped them, --keep-missing if this is a part of it"
        )
    return outcome


def report(outcome: Outcome) -> str:
    """What a maintainer needs: new, gone, moved, changed and reworded pages, one line each."""
    lines = [f"{outcome.total} pages, {outcome.fetched} of them read, {outcome.total - outcome.fetched} not modified"]
    for kind in ("new", "gone", "moved", "changed", "reworded", "note"):
        lines += [f"{kind:<9}{one.file}: {printable(one.detail)}" for one in outcome.plan.of(kind)]
    if not outcome.plan.differences:
        lines.append("nothing changed")
    return "\n".join([*lines, *(f"left out {printable(remark)}" for remark in outcome.remarks)])
