"""Finding and reading the documentation's pages, as YAML files or in the site's own markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from .. import safe_yaml
from ..errors import PageError

SUFFIXES = (".yaml", ".yml", ".md")
_OPENING = re.compile(r"^(`{3,}|~{3,})[ \t]*(ya?ml)[ \t]*$", re.IGNORECASE)
_OTHER_FENCE = re.compile(r"^(`{3,}|~{3,})[ \t]*\w")
_SEPARATOR = re.compile(r"^={3,}[ \t]*$")
_HEADING = re.compile(r"^##[ \t]+OpenAPI Specification[ \t]*$", re.IGNORECASE)


@attrs.frozen
class Page:
    """One page as it was published: the file it came from (``#2`` for the second page of a file) and its data."""

    file: str
    data: dict[str, Any]


def read_pages(directory: Path) -> list[Page]:
    """Every page below a directory (or in one file), in the order of their names.

    Raises ``PageError`` for a directory without pages and for a page that is not safe or not readable.
    """
    if directory.is_file():
        return read_file(directory, name=directory.name)
    files = sorted(
        (path for path in directory.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file()),
        key=lambda path: path.relative_to(directory).as_posix(),
    )
    pages = [page for path in files for page in read_file(path, name=path.relative_to(directory).as_posix())]
    if not pages:
        raise PageError(str(directory), "", "no page found", f"put pages there as {', '.join(SUFFIXES)}")
    return pages


def read_file(path: Path, *, name: str) -> list[Page]:
    """The pages of one file: one for YAML, one or several for markdown."""
    return read_bytes(path.read_bytes(), name=name)


def read_bytes(content: bytes, *, name: str) -> list[Page]:
    """The pages in the bytes of a file; its name tells YAML from markdown."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise PageError(name, f"byte {problem.start}", "not UTF-8", "save the page as UTF-8") from None
    if not name.lower().endswith(".md"):
        return [_page(text, name)]
    texts = list(fenced_yaml(text, file=name))
    if not texts:
        raise PageError(name, "", "no fenced yaml block", "a page has `## OpenAPI Specification` and a yaml block")
    return [_page(body, name if len(texts) == 1 else f"{name}#{number}") for number, body in enumerate(texts, 1)]


def _page(text: str, name: str) -> Page:
    data = safe_yaml.load(text, file=name)
    if not isinstance(data, dict) or not isinstance(data.get("paths"), dict):
        raise PageError(name, "/paths", "no OpenAPI page", "a page is an OpenAPI document with its own `paths`")
    return Page(name, data)


def fenced_yaml(markdown: str, *, file: str) -> Iterator[str]:
    """The yaml blocks of one markdown file, one per page.

    Text inside a page holds runs of backticks of its own, at any indentation and even at the line's start. A
    fence therefore closes its page only where the page ends: at the last bare fence before the next page (a
    line of ``=``, the next specification heading, another fenced block) or before the end of the file.
    """
    lines = markdown.splitlines()
    start: int | None = None
    marker = ""
    closing: int | None = None
    for number, line in enumerate(lines):
        if start is None:
            opening = _OPENING.match(line)
            if opening:
                start, marker, closing = number + 1, opening.group(1), None
            continue
        if _closes(line, marker):
            closing = number
        elif closing is not None and any(end.match(line) for end in (_SEPARATOR, _HEADING, _OTHER_FENCE)):
            yield "\n".join(lines[start:closing]) + "\n"
            opening = _OPENING.match(line)
            start, marker, closing = (number + 1, opening.group(1), None) if opening else (None, "", None)
    if start is not None:
        if closing is None:
            raise PageError(file, f"line {start}", "the yaml block is never closed", "end the page with its fence")
        yield "\n".join(lines[start:closing]) + "\n"


def _closes(line: str, marker: str) -> bool:
    bare = line.rstrip()
    return len(bare) >= len(marker) and set(bare) == {marker[0]}
