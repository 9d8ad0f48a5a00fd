"""The number of the documentation's page behind an operation: told by the page, by its file, or by its request."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from .kept_form import operation_of
from .pages import Page

_LINK = re.compile(r"\bapi-(\d{5,18})(?:-run)?\b")
_FILE = re.compile(r"(?:^|[-_/])(\d{5,18})(?:e0)?\.(?:mdx?|markdown|ya?ml|json)(?:#|$)")
_HOST = re.compile(r"^(?:https?:)?//[^/]+(?=/)")
_BASE = re.compile(r"^/(api2|v2/api/entity|v2/api)(?=/)")
_END = re.compile(r"(?:\.json|\{format\})$|/(?:-?\d{1,2}|\{(?:format|level|data_?level)\})$", re.IGNORECASE)


@attrs.frozen
class Known:
    """A page that is known already: its number, its request, and the last word of what it is called."""

    number: str
    method: str
    path: str
    name: str = ""


def page_number(operation: Mapping[str, Any], file: str = "") -> str | None:
    """The number that a page says itself: ours, the one in the link to its console, or the one in its file's name."""
    own = operation.get("x-page-id")
    if own is not None:
        return str(own)
    link = _LINK.search(str(operation.get("x-run-in-apidog") or ""))
    named = _FILE.search(file)
    return link.group(1) if link else named.group(1) if named else None


def settled_numbers(pages: Sequence[Page], known: Sequence[Known]) -> list[tuple[str, Page]]:
    """Every page with its number; pages that say none take that of the known page with their request.

    A request that nobody knows gets a number made of it, beginning with a 9: the same at every run.
    """
    own = [page_number(operation_of(page.data), page.file) for page in pages]
    taken = {number for number in own if number is not None}
    free = [one for one in known if one.number not in taken]
    found: list[tuple[str, Page]] = []
    for page, number in zip(pages, own, strict=True):
        match = _match(page, free) if number is None else None
        if match is not None:
            free.remove(match)
        found.append((number or (match.number if match else made_number(page)), page))
    return found


def made_number(page: Page) -> str:
    """A number for a request that has none."""
    method, path = request(page.data)
    digest = hashlib.sha256(f"{method} {path}".encode()).hexdigest()
    return f"9{int(digest[:12], 16) % 10**9:09d}"


def request(data: Mapping[str, Any]) -> tuple[str, str]:
    """(method, path) of a page of one operation, as it writes them."""
    paths = data.get("paths")
    for path, item in paths.items() if isinstance(paths, Mapping) else ():
        for method in item if isinstance(item, Mapping) else ():
            return str(method).lower(), str(path)
    return "", ""


def shape(path: str) -> tuple[str, str]:
    """(base, rest) of a path without host, names of parameters, level and format; the base is empty where unsaid."""
    bare = _HOST.sub("", path.strip())
    bare = re.sub(r"\{\{?\s*(\w+)\s*\}?\}", r"{\1}", bare if bare.startswith("/") else f"/{bare}")
    base = _BASE.match(bare)
    rest = _BASE.sub("", bare)
    while _END.search(rest):
        rest = _END.sub("", rest)
    return base.group(1) if base else "", re.sub(r"\{[^{}]*\}", "{}", rest.rstrip("/")).lower()


def _match(page: Page, known: Sequence[Known]) -> Known | None:
    """The known page with the same request; where several have it, the one that the page's title is about."""
    method, path = request(page.data)
    base, rest = shape(path)
    alike = [one for one in known if one.method == method and shape(one.path)[1] == rest]
    same_base = [one for one in alike if not base or shape(one.path)[0] in {base, ""}]
    title = str(operation_of(page.data).get("summary") or "").lower()
    edits = title.startswith(("edit", "update"))
    fitting = [one for one in same_base if not one.name or (one.name == "update") == edits]
    return next(iter(fitting or same_base), None)
