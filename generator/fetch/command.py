"""``python -m generator fetch``: bring the kept pages up to what the documentation says today."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import httpx

from ..characters import printable
from ..errors import GeneratorError
from ..places import PAGES
from ..report import Report
from .exports import split_export
from .kept_form import operation_of
from .numbers import made_number, page_number, settled_numbers
from .pace import DEADLINE, Pace
from .page_store import Arrived, Plan, Stored, known_pages, plan, recover, replace, stored_pages
from .pages import Page, read_bytes
from .site import Answer, FetchError, Listed, Site, Validators, base_url
from .sources import read_source
from .state import keep_for_resuming, read_state, resumable, still_valid, validators_of, write_state

ADDRESS = "DAFTRA_DOCS_URL"
"""The environment variable that names the documentation's address where ``--url`` does not."""


@attrs.frozen
class Outcome:
    """What a fetch found; ``fetched`` counts the pages that came anew, ``total`` all that are listed.

    ``pages`` is the documentation as it is now, kept pages that are gone from it included unless they are deleted.
    """

    plan: Plan
    fetched: int
    total: int
    pages: tuple[Page, ...] = ()
    remarks: tuple[str, ...] = ()
    deleted: bool = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--url", help=f"the documentation's address (default: the environment variable {ADDRESS})")
    parser.add_argument(
        "--from",
        dest="source",
        type=Path,
        help="read a copy instead: a directory, a zip, a file of pages, or an export (OpenAPI 3, the editor's)",
    )
    parser.add_argument(
        "--pages", type=Path, default=PAGES, metavar="DIR", help="the kept pages (default: specs/pages)"
    )
    parser.add_argument(
        "--connections", type=int, default=4, choices=range(1, 17), metavar="N", help="at most so many at once"
    )
    parser.add_argument(
        "--deadline",
        type=float,
        default=DEADLINE,
        metavar="SECONDS",
        help="give up after so long (default: %(default)s)",
    )
    parser.add_argument("--dry-run", action="store_true", help="report, and change nothing")
    parser.add_argument(
        "--delete-missing", action="store_true", help="delete kept pages that are no longer listed (else they stay)"
    )


def run(arguments: argparse.Namespace) -> int:
    print(report_of(fetch(arguments)))
    return 0


def fetch(arguments: argparse.Namespace) -> Outcome:
    """Read the documentation and replace the kept pages; after a ``GeneratorError`` they are as before."""
    directory: Path = arguments.pages
    recover(directory)
    state = read_state(directory)
    stored = stored_pages(directory)
    report = Report()
    if arguments.source is not None:
        found: dict[str, Validators] = {}
        pages = _from_copy(arguments.source, stored, report)
    else:
        pages, found = _from_site(arguments, stored, state, report)
    outcome = _planned(stored, pages, state, report)
    outcome = attrs.evolve(outcome, deleted=arguments.delete_missing)
    if not arguments.delete_missing:
        outcome = attrs.evolve(outcome, plan=attrs.evolve(outcome.plan, deletes=frozenset()))
    outcome = attrs.evolve(outcome, pages=tuple(_as_it_is(stored, pages, outcome)))
    if not arguments.dry_run:
        replace(directory, outcome.plan)
        write_state(directory, outcome.plan, {**validators_of(state), **found})
    return outcome


def _from_copy(source: Path, stored: Mapping[str, Stored], report: Report) -> list[Arrived]:
    pages = read_source(source, report)
    report.refuse_errors()
    return [Arrived(number, page.data) for number, page in settled_numbers(pages, known_pages(stored))]


def _from_site(
    arguments: argparse.Namespace, stored: Mapping[str, Stored], state: Mapping[str, Any], report: Report
) -> tuple[list[Arrived], dict[str, Validators]]:
    """Every listed page; where one fails, what was read waits for the next fetch and all failures are told."""
    limits = httpx.Limits(max_connections=arguments.connections)
    headers = {"User-Agent": "daftra-async documentation reader"}
    before = resumable(arguments.pages)
    kept_versions = {number: one for number, one in still_valid(arguments.pages, state).items() if number in stored}
    known = {**kept_versions, **{number: answer.validators for number, answer in before.items()}}
    with httpx.Client(limits=limits, headers=headers, timeout=30.0, follow_redirects=False) as client:
        site = Site(_address(arguments.url), client, arguments.connections, Pace(arguments.deadline))
        listed, remarks = site.listed()
        unversioned = {number for number, answer in before.items() if not answer.validators.headers()}
        read = site.pages([one for one in listed if one.number not in unversioned], known)
    answers = {number: answer for number, answer in before.items() if number in unversioned}
    for number, answer in read.answers.items():
        answers[number] = before[number] if answer.text is None and number in before else answer
    for remark in remarks:
        report.note(remark)
    pages, failures = _arrived(listed, answers, report)
    failures = {**read.failures, **failures}
    if failures:
        keep_for_resuming(arguments.pages, {number: one for number, one in answers.items() if number not in failures})
        raise FetchError(_told(failures, len(listed)))
    return pages, {number: answer.validators for number, answer in answers.items()}


def _told(failures: Mapping[str, str], total: int) -> str:
    lines = [f"{len(failures)} of {total} pages could not be read: nothing was changed"]
    lines += [f"page {number}: {failures[number]}" for number in sorted(failures)]
    return "\n  ".join([*lines, "what to do: run it again, which reads only these, or read a copy with --from"])


def _arrived(
    listed: Sequence[Listed], answers: Mapping[str, Answer], report: Report
) -> tuple[list[Arrived], dict[str, str]]:
    pages: list[Arrived] = []
    failures: dict[str, str] = {}
    for one in listed:
        answer = answers.get(one.number)
        if answer is None:
            continue
        if answer.text is None:
            pages.append(Arrived(one.number, None, one.folder, one.title))
            continue
        try:
            pages += _documented(answer.text, one, report)
        except GeneratorError as problem:
            failures[one.number] = str(problem)
    return pages, failures


def _documented(text: str, listed: Listed, report: Report) -> list[Arrived]:
    """The page at an address; further operations on it become pages of their own."""
    name = f"{listed.number}.md"
    documents = [page for whole in read_bytes(text.encode(), name=name) for page in split_export(whole, report)]
    numbers = [page_number(operation_of(page.data)) for page in documents]
    if listed.number not in numbers and any(number is not None for number in numbers):
        other = next(number for number in numbers if number is not None)
        raise FetchError(f"under its address stands page {other}")
    own = numbers.index(listed.number) if listed.number in numbers else 0
    return [
        Arrived(listed.number if place == own else number or made_number(page), page.data, listed.folder, listed.title)
        for place, (page, number) in enumerate(zip(documents, numbers, strict=True))
    ]


def _address(url: str | None) -> str:
    address = url or os.environ.get(ADDRESS)
    if not address:
        raise FetchError(
            "the documentation's address is not known\n"
            f"  what to do: pass --url https://…, set {ADDRESS}, or read a copy with --from DIRECTORY_OR_ZIP"
        )
    return base_url(address)


def _planned(
    stored: Mapping[str, Stored], pages: Sequence[Arrived], state: Mapping[str, Any], report: Report
) -> Outcome:
    numbers = [page.number for page in pages]
    doubles = sorted({number for number in numbers if numbers.count(number) > 1})
    if doubles:
        raise FetchError(f"page {', '.join(doubles)} is there twice: nothing was changed")
    prose = {number: entry["prose"] for number, entry in state.items() if "prose" in entry}
    change = plan(stored, pages, prose, report)
    fetched = sum(page.data is not None for page in pages)
    return Outcome(change, fetched, len(pages), remarks=tuple(report.noted()))


def _as_it_is(stored: Mapping[str, Stored], pages: Sequence[Arrived], outcome: Outcome) -> list[Page]:
    """The documentation after this fetch, whether it is written or not."""
    newer = {page.number: page for page in pages}
    found = [
        Page(outcome.plan.files[number] or f"{number}.yaml", dict(page.data))
        for number, page in newer.items()
        if page.data is not None
    ]
    kept = {number: one for number, one in stored.items() if number not in newer or newer[number].data is None}
    return [*found, *(Page(one.file, one.data) for one in kept.values() if one.file not in outcome.plan.deletes)]


def report_of(outcome: Outcome) -> str:
    """What a maintainer needs: new, gone, moved, changed and reworded pages, one line each."""
    lines = [f"{outcome.total} pages, {outcome.fetched} of them read, {outcome.total - outcome.fetched} not modified"]
    for kind in ("new", "gone", "moved", "changed", "reworded"):
        lines += [f"{kind:<9}{one.file}: {printable(one.detail)}" for one in outcome.plan.of(kind)]
    if not outcome.plan.differences:
        lines.append("nothing changed")
    elif outcome.plan.of("gone"):
        fate = "deleted" if outcome.deleted else "kept: --delete-missing deletes them"
        lines.append(f"{len(outcome.plan.of('gone'))} pages are no longer listed: {fate}")
    return "\n".join([*lines, *(f"note     {printable(remark)}" for remark in outcome.remarks)])
