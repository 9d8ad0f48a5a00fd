"""The directory of kept pages: what a newer documentation changes in it, and replacing it as a whole."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import yaml

from .. import safe_yaml
from ..errors import PageError
from ..report import Report
from .facts import changed_places
from .kept_form import Kept, kept_form, operation_of, request_of
from .numbers import Known, page_number, request
from .sources import read_source

PREVIOUS = ".previous"
_SHOWN = 6
_PLACE = frozenset({"request", "x-apidog-folder", "tags", "summary"})
"""Facts that say where a page is and what it is called, not what it documents."""


@attrs.frozen
class Stored:
    """One kept page: where it is and what it says."""

    file: str
    data: dict[str, Any]


@attrs.frozen
class Arrived:
    """A page of the newer documentation; ``data`` is None where the server says that it is not modified.

    ``folder`` and ``title`` are what the index says, for pages that do not say it themselves.
    """

    number: str
    data: Mapping[str, Any] | None
    folder: str = ""
    title: str = ""


@attrs.frozen
class Difference:
    """One page's fate: ``new``, ``gone``, ``moved``, ``changed`` or ``reworded``."""

    kind: str
    file: str
    detail: str


@attrs.frozen
class Plan:
    """What is to be done: files to write, files to delete, and the report."""

    writes: Mapping[str, bytes]
    deletes: frozenset[str]
    differences: tuple[Difference, ...]
    files: Mapping[str, str]
    prose: Mapping[str, str]

    def of(self, kind: str) -> tuple[Difference, ...]:
        return tuple(one for one in self.differences if one.kind == kind)


def stored_pages(directory: Path) -> dict[str, Stored]:
    """The kept pages by their number. Raises ``PageError`` for a file of several pages and for a number used twice."""
    found: dict[str, Stored] = {}
    for page in read_source(directory) if directory.is_dir() and any(directory.iterdir()) else []:
        number = page_number(operation_of(page.data))
        if number is None or "#" in page.file:
            raise PageError(
                page.file, "/x-page-id", "not a page as fetch writes it", "one page with its number per file"
            )
        if number in found:
            raise PageError(
                page.file, "/x-page-id", f"page {number} is there twice", f"delete it or {found[number].file}"
            )
        found[number] = Stored(page.file, page.data)
    return found


def known_pages(stored: Mapping[str, Stored]) -> list[Known]:
    """The kept pages as requests, for pages that come without a number."""
    return [Known(number, *request(page.data)) for number, page in stored.items()]


def plan(stored: Mapping[str, Stored], arrived: Sequence[Arrived], prose: Mapping[str, str], report: Report) -> Plan:
    """Compare the kept pages with the newer ones; ``prose`` holds digests of the words that pages came with."""
    writes: dict[str, bytes] = {}
    differences: list[Difference] = []
    files: dict[str, str] = {}
    words = dict(prose)
    for page in sorted(arrived, key=lambda one: int(one.number)):
        old = stored.get(page.number)
        if page.data is None:
            files[page.number] = old.file if old else ""
            continue
        kept = kept_form(page.data, number=page.number)
        _complete(kept, page, old)
        file = old.file if old else _file_name(kept.data, page.number)
        files[page.number] = file
        for remark in kept.remarks:
            report.note(remark, file)
        found = list(_difference(old, kept, file, prose.get(page.number)))
        if any(one.kind != "reworded" for one in found):
            writes[file] = _written(kept.data, file)
        differences += found
        words[page.number] = kept.prose
    numbers = {page.number for page in arrived}
    gone = [page for number, page in stored.items() if number not in numbers]
    differences += [Difference("gone", page.file, request_of(page.data)) for page in gone]
    return Plan(writes, frozenset(page.file for page in gone), tuple(differences), files, words)


def _difference(old: Stored | None, kept: Kept, file: str, prose: str | None) -> Iterator[Difference]:
    if old is None:
        yield Difference("new", file, request_of(kept.data))
        return
    places = [place for place, *_ in changed_places(kept_form(old.data).data, kept.data)]
    if _PLACE.intersection(places):
        before, after = (f"{request_of(data)} in {_folder(data)}" for data in (old.data, kept.data))
        titles = [str(operation_of(data).get("summary") or "") for data in (old.data, kept.data)]
        shown = (before, after) if before != after else titles
        yield Difference("moved", file, " -> ".join(shown))
    facts = [place for place in places if place not in _PLACE]
    if facts:
        rest = f" and {len(facts) - _SHOWN} more" if len(facts) > _SHOWN else ""
        yield Difference("changed", file, ", ".join(facts[:_SHOWN]) + rest)
    elif prose and prose != kept.prose:
        yield Difference("reworded", file, "only its words changed")


def _folder(data: Mapping[str, Any]) -> str:
    operation = operation_of(data)
    tags = operation.get("tags") or [""]
    return str(operation.get("x-apidog-folder") or tags[0])


def _complete(kept: Kept, page: Arrived, old: Stored | None) -> None:
    """What a page does not say itself: folder and title from the index, and the server that an export told once."""
    operation = operation_of(kept.data)
    if page.folder and not operation.get("x-apidog-folder") and not operation.get("tags"):
        operation["x-apidog-folder"] = page.folder
    if page.title and not operation.get("summary"):
        operation["summary"] = page.title
    server = operation_of(old.data).get("x-documented-server") if old else None
    if server and "x-documented-server" not in operation:
        operation["x-documented-server"] = server


def _file_name(data: Mapping[str, Any], number: str) -> str:
    """``endpoints-v1/invoices/get-all-invoices-15115241.yaml``: letters, digits and dashes, whatever the page says."""
    folders = [_slug(part) for part in _folder(data).split("/")]
    title = _slug(str(operation_of(data).get("summary") or ""))
    return "/".join([*filter(None, folders), f"{title or 'page'}-{number}.yaml"])


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:80].strip("-")


class _Dumper(yaml.SafeDumper):
    """Plain YAML without anchors: readers refuse them."""

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


def _written(data: Mapping[str, Any], file: str) -> bytes:
    text = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000)
    if safe_yaml.load(text, file=file) != data:
        raise PageError(file, "", "a value that YAML does not give back as it was", "report it with the published page")
    return text.encode("utf-8")


def recover(directory: Path) -> None:
    """Finish or take back a replacement that was interrupted."""
    previous = directory.with_name(directory.name + PREVIOUS)
    if previous.is_dir() and not directory.exists():
        previous.rename(directory)
    elif previous.is_dir():
        shutil.rmtree(previous)


def replace(directory: Path, change: Plan) -> None:
    """Put a changed copy in the directory's place; until it is complete, the directory stays as it is."""
    if not change.writes and not change.deletes:
        return
    directory.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
    try:
        if directory.is_dir():
            shutil.copytree(directory, fresh, dirs_exist_ok=True)
        for name in change.deletes:
            (fresh / name).unlink()
        for name, content in change.writes.items():
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).write_bytes(content)
        _drop_empty(fresh)
        fresh.chmod(0o755)
        previous = directory.with_name(directory.name + PREVIOUS)
        if directory.is_dir():
            directory.rename(previous)
        fresh.rename(directory)
        if previous.is_dir():
            shutil.rmtree(previous)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        recover(directory)
        raise


def _drop_empty(root: Path) -> None:
    for folder, _, _ in os.walk(root, topdown=False):
        if folder != str(root) and not os.listdir(folder):
            os.rmdir(folder)
