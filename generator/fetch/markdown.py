"""Finding the OpenAPI documents inside markdown, where the documentation's site publishes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import PageError

_OPENING = re.compile(r"^ {0,3}(`{3,}|~{3,})[ \t]*([\w+-]*)(?:[ \t{].*)?$")
_FORMATS = frozenset({"yaml", "yml"})
_PERHAPS = frozenset({"", "json", "openapi", "oas", "swagger", "text", "txt", "jsonc"})
_BEGINS = re.compile(r"^\s*(?:[\"']?(?:openapi|swagger|info|paths|servers|components)[\"']?\s*:|\{\s*$|\{\s*[\"'])")
_DOCUMENT = re.compile(r"^[\"']?(?:openapi|swagger)[\"']?\s*:")
_OTHER_FENCE = re.compile(r"^(`{3,}|~{3,})[ \t]*\w")
_SEPARATOR = re.compile(r"^={3,}[ \t]*$")
_HEADING = re.compile(r"^##[ \t]+OpenAPI Specification[ \t]*$", re.IGNORECASE)


def fenced_documents(markdown: str, *, file: str) -> Iterator[str]:
    """The blocks of one markdown file that may hold an OpenAPI document, one per page.

    Text inside a page holds runs of backticks of its own, at any indentation and even at the line's start. A fence
    therefore closes its page only where the page ends: at the last bare fence before the next page (a line of ``=``,
    the next specification heading, another fenced block) or before the end of the file.
    """
    lines = markdown.splitlines()
    start: int | None = None
    marker = ""
    closing: int | None = None
    for number, line in enumerate(lines):
        if start is None:
            if _opens(lines, number):
                start, marker, closing = number + 1, _marker(line), None
            continue
        if _closes(line, marker):
            closing = number
        elif closing is not None and any(end.match(line) for end in (_SEPARATOR, _HEADING, _OTHER_FENCE)):
            yield "\n".join(lines[start:closing]) + "\n"
            start, marker, closing = (number + 1, _marker(line), None) if _opens(lines, number) else (None, "", None)
    if start is not None:
        if closing is None:
            raise PageError(file, f"line {start}", "the yaml block is never closed", "end the page with its fence")
        yield "\n".join(lines[start:closing]) + "\n"


def unfenced_document(markdown: str) -> str | None:
    """The document that stands in the markdown without a fence, or with one that no rule knows."""
    lines = markdown.splitlines()
    start = next((number for number, line in enumerate(lines) if _DOCUMENT.match(line)), None)
    if start is None:
        return None
    end = next(
        (number for number in range(start + 1, len(lines)) if re.match(r"^(#|`{3,}|~{3,}|={3,})", lines[number])), None
    )
    return "\n".join(lines[start:end]) + "\n"


def _opens(lines: list[str], number: int) -> bool:
    """Whether a block begins here that is YAML, or that begins like an OpenAPI document."""
    opening = _OPENING.match(lines[number])
    if opening is None:
        return False
    language = opening.group(2).lower()
    if language in _FORMATS:
        return True
    first = next((line for line in lines[number + 1 : number + 6] if line.strip()), "")
    return language in _PERHAPS and _BEGINS.match(first) is not None


def _marker(line: str) -> str:
    opening = _OPENING.match(line)
    return opening.group(1) if opening else ""


def _closes(line: str, marker: str) -> bool:
    bare = line.rstrip()
    return len(bare) >= len(marker) and set(bare) == {marker[0]}
