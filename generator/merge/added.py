"""Calls that the documentation does not have (yet): pages of ours, merged with it until it has them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..errors import OverlayError
from ..fetch.kept_form import operation_of
from ..fetch.numbers import page_number, request, shape
from ..fetch.pages import Page
from ..fetch.sources import read_source
from ..report import Report
from .locked_names import LockedNames

Numbered = tuple[str, Page]


def read_added(directory: Path | None) -> tuple[Numbered, ...]:
    """The pages in a directory by number; none where there is none. Raises ``OverlayError`` for one without number."""
    if directory is None or not directory.is_dir() or not any(directory.iterdir()):
        return ()
    found: list[Numbered] = []
    for page in read_source(directory):
        number = page_number(operation_of(page.data))
        if number is None:
            raise OverlayError(f"{directory.name}/{page.file}: an added page has a number in x-page-id")
        found.append((number, page))
    return tuple(found)


def with_added(
    documented: Sequence[Numbered], added: Sequence[Numbered], names: LockedNames, report: Report
) -> list[Numbered]:
    """The documentation's pages and ours; a page of ours that the documentation has by now is idle.

    A part of the documentation is merged as it is: ours belong to the whole of it, which is there where at least half
    of the pages are that the table of names knows.
    """
    ours = {number for number, _ in added}
    known = names.calls.keys() - ours
    there = {number for number, _ in documented}
    if not known or 2 * len(known & there) < len(known):
        return list(documented)
    result = list(documented)
    for number, page in added:
        other = next((one for one in documented if _is_the_same(number, page, one, names)), None)
        if other is None:
            result.append((number, page))
        else:
            report.idle.append(f"added page {page.file}: the documentation has it by now, as page {other[0]}")
    return result


def _is_the_same(number: str, page: Page, other: Numbered, names: LockedNames) -> bool:
    """Whether a page of the documentation is about the call of an added one, and about no other known call."""
    method, path = request(page.data)
    other_method, other_path = request(other[1].data)
    base, rest = shape(path)
    other_base, other_rest = shape(other_path)
    if (method, rest) != (other_method, other_rest) or (base and other_base and base != other_base):
        return number == other[0]
    lock, theirs = names.calls.get(number), names.calls.get(other[0])
    return theirs is None or lock is None or (theirs.resource, theirs.name) == (lock.resource, lock.name)
