"""Pages from wherever they are: a directory, a zip, one file of many pages, or a whole export."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

from ..errors import PageError
from ..report import Report
from .exports import split_export
from .pages import SUFFIXES, Page, plain_data, read_bytes
from .project_export import is_project, pages_of_project

MAX_FILES = 5_000
MAX_BYTES = 200_000_000


def read_source(path: Path, report: Report | None = None) -> list[Page]:
    """The pages below a directory, in a zip, in one markdown or YAML file, or in an export of OpenAPI or the editor.

    A file that is broken or not safe to read is an error in ``report``, beside which the others are read. Raises
    ``PageError`` for anything else than these, for archives that are too large or hold odd names, and for the first
    broken file where no report is given.
    """
    collected = report or Report()
    if path.is_dir():
        found = list(_directory(path, collected))
    elif not path.is_file():
        raise PageError(str(path), "", "there is no such file or directory", "name pages, a zip or an OpenAPI export")
    else:
        content = path.read_bytes()
        if zipfile.is_zipfile(BytesIO(content)):
            found = list(_zipped(content, path.name, collected))
        else:
            found = list(_pages_of(content, path.name, collected))
    if report is None:
        collected.refuse_errors()
    return found


def _directory(root: Path, report: Report) -> Iterator[Page]:
    """The pages below a directory, in the order of their names; a README is no page."""
    files = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    names = sorted(name for name in files if _is_page(name))
    if not names:
        raise PageError(str(root), "", "no page found", f"put pages there as {', '.join(SUFFIXES)}")
    for name in names:
        yield from _pages_of(files[name].read_bytes(), name, report)


def _is_page(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = any(part == "__MACOSX" or (part.startswith(".") and part != "..") for part in path.parts)
    return not hidden and path.suffix.lower() in SUFFIXES and path.stem.lower() not in {"readme", "index", "llms"}


def _pages_of(content: bytes, name: str, report: Report) -> Iterator[Page]:
    with report.collecting():
        for page in _documents(content, name):
            yield from split_export(page, report)


def _documents(content: bytes, name: str) -> Iterator[Page]:
    """The documents of one file; the editor's own export is turned into OpenAPI first."""
    if name.lower().endswith(".json"):
        try:
            data = plain_data(content.decode("utf-8-sig"), file=name)
        except UnicodeDecodeError as problem:
            raise PageError(name, f"byte {problem.start}", "not UTF-8", "save the document as UTF-8") from None
        if is_project(data):
            yield from pages_of_project(data, file=name)
            return
        if not isinstance(data, dict) or not isinstance(data.get("paths"), dict):
            raise PageError(name, "/paths", "no OpenAPI document", "an export or a page has its own `paths`")
        yield Page(name, data)
        return
    yield from read_bytes(content, name=name)


def _zipped(content: bytes, name: str, report: Report) -> Iterator[Page]:
    """The pages of a zip; nothing is unpacked to disk."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            if len(members) > MAX_FILES or sum(one.file_size for one in members) > MAX_BYTES:
                raise PageError(name, "", "an archive too large for a documentation", "zip the pages alone")
            wanted = [one for one in members if _is_page(one.filename)]
            for member in sorted(wanted, key=lambda one: one.filename):
                parts = PurePosixPath(member.filename).parts
                if ".." in parts or member.filename.startswith(("/", "\\")):
                    raise PageError(name, member.filename, "a name that leads out of the archive", "zip plain names")
                with archive.open(member) as file:
                    text = file.read(member.file_size + 1)
                yield from _pages_of(text, member.filename, report)
            if not wanted:
                raise PageError(name, "", "no page found", f"zip pages as {', '.join(SUFFIXES)}")
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as problem:
        raise PageError(name, "", f"no readable zip: {problem}", "zip the pages again") from None
