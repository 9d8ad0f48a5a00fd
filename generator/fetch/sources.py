"""Pages from wherever they are: a directory, a zip, one file of many pages, or a whole OpenAPI export."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from .. import safe_yaml
from ..errors import PageError
from .exports import split_export
from .pages import SUFFIXES, Page, read_bytes

MAX_FILES = 5_000
MAX_BYTES = 200_000_000
EXPORT_PAGES = 100
"""How many times the room of one page a whole export may take."""


def read_source(path: Path) -> list[Page]:
    """The pages below a directory, in a zip, in one markdown or YAML file, or in an OpenAPI export (3.0, 3.1).

    Raises ``PageError`` for anything else, for archives that are too large or hold odd names, and for unsafe pages.
    """
    if path.is_dir():
        return list(_directory(path))
    if not path.is_file():
        raise PageError(str(path), "", "there is no such file or directory", "name pages, a zip or an OpenAPI export")
    content = path.read_bytes()
    if zipfile.is_zipfile(BytesIO(content)):
        return list(_zipped(content, path.name))
    return list(_pages_of(content, path.name))


def _directory(root: Path) -> Iterator[Page]:
    """The pages below a directory, in the order of their names; a README is no page."""
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    names = sorted(name for name in found if _is_page(name))
    if not names:
        raise PageError(str(root), "", "no page found", f"put pages there as {', '.join(SUFFIXES)}")
    for name in names:
        yield from _pages_of(found[name].read_bytes(), name)


def _is_page(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() in (*SUFFIXES, ".json") and path.stem.lower() != "readme"


def _pages_of(content: bytes, name: str) -> Iterator[Page]:
    if name.lower().endswith(".md"):
        for page in read_bytes(content, name=name):
            yield from split_export(page)
        return
    document = read_document(content, name=name)
    if not isinstance(document.get("paths"), dict):
        raise PageError(name, "/paths", "no OpenAPI document", "an export or a page has its own `paths`")
    yield from split_export(Page(name, document))


def read_document(content: bytes, *, name: str) -> dict[str, Any]:
    """A JSON or YAML document of any number of operations, as plain data."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise PageError(name, f"byte {problem.start}", "not UTF-8", "save the document as UTF-8") from None
    document = _json(text, name) if name.lower().endswith(".json") else None
    if document is None:
        document = safe_yaml.load(text, file=name, pages=EXPORT_PAGES)
    if not isinstance(document, dict):
        raise PageError(name, "", "no OpenAPI document", "an export is an object with `paths`")
    return document


def _json(text: str, name: str) -> Any:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise PageError(name, "", "a key twice in one object", "keep one of the two")
        return found

    def number(text: str) -> Any:
        raise PageError(name, "", f"{text} is no number of JSON", "write a number")

    try:
        return json.loads(text, object_pairs_hook=once, parse_constant=number)
    except (ValueError, RecursionError) as problem:
        raise PageError(name, "", f"no readable JSON: {problem}", "export the document again") from None


def _zipped(content: bytes, name: str) -> Iterator[Page]:
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
                yield from _pages_of(text, member.filename)
            if not wanted:
                raise PageError(name, "", "no page found", f"zip pages as {', '.join(SUFFIXES)}")
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as problem:
        raise PageError(name, "", f"no readable zip: {problem}", "zip the pages again") from None
