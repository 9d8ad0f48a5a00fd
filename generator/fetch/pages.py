"""Reading the documentation's pages, as YAML or JSON files or in the site's own markdown."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import Any

import attrs

from .. import safe_yaml
from ..errors import PageError
from .markdown import fenced_documents, unfenced_document

SUFFIXES = (".yaml", ".yml", ".json", ".md", ".markdown", ".mdx")
MARKDOWN = frozenset({".md", ".markdown", ".mdx"})
EXPORT_PAGES = 20
"""How many times the room of one page a whole export may take."""


@attrs.frozen
class Page:
    """One page as it was published: the file it came from (``#2`` for the second page of a file) and its data."""

    file: str
    data: dict[str, Any]


def read_bytes(content: bytes, *, name: str) -> list[Page]:
    """The OpenAPI documents in the bytes of a file: one for YAML and JSON, one or several for markdown.

    Raises ``PageError`` for a file without one, and for one that is broken or not safe to read.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise PageError(name, f"byte {problem.start}", "not UTF-8", "save the page as UTF-8") from None
    if PurePosixPath(name).suffix.lower() not in MARKDOWN:
        return [_page(plain_data(text, file=name, pages=EXPORT_PAGES), name)]
    texts = list(fenced_documents(text, file=name))
    found = [data for data in (plain_data(body, file=name) for body in texts) if _is_document(data)]
    if not found and not texts and (alone := unfenced_document(text)):
        found = [plain_data(alone, file=name)]
    if not found:
        reason = "no OpenAPI page in its yaml block" if texts else "no fenced yaml block"
        raise PageError(name, "/paths" if texts else "", reason, "a page has a fenced block with an OpenAPI document")
    return [_page(data, name if len(found) == 1 else f"{name}#{number}") for number, data in enumerate(found, 1)]


def plain_data(text: str, *, file: str, pages: int = 1) -> Any:
    """A text of JSON or YAML as plain data, of the room of so many pages. Raises ``PageError``."""
    stripped = text.lstrip()
    if file.lower().endswith(".json") or (stripped[:1] == "{" and _looks_like_json(stripped)):
        return _json(text, file)
    return safe_yaml.load(text, file=file, pages=pages)


def _looks_like_json(text: str) -> bool:
    return re.match(r'\{\s*"', text) is not None and "\n---" not in text


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


def _is_document(data: Any) -> bool:
    return isinstance(data, dict) and isinstance(data.get("paths"), dict)


def _page(data: Any, name: str) -> Page:
    if not _is_document(data):
        raise PageError(name, "/paths", "no OpenAPI page", "a page is an OpenAPI document with its own `paths`")
    return Page(name, data)
