"""Pages from wherever they are: a directory, a zip, one file of many pages, or a whole OpenAPI export."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from . import safe_yaml
from .endpoint import METHODS
from .errors import PageError
from .openapi31 import as_30
from .pages import SUFFIXES, Page, read_bytes

MAX_FILES = 5_000
MAX_BYTES = 200_000_000
EXPORT_PAGES = 100
"""How many times the room of one page a whole export may take."""

_RUN = re.compile(r"api-(\d{1,18})(?:-run)?/?$")
_SECTIONS = ("schemas", "responses", "parameters", "requestBodies", "headers")


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


def is_merged(document: Mapping[str, Any]) -> bool:
    """Whether a document is one that ``merge`` wrote."""
    paths = document.get("paths") if isinstance(document, Mapping) else None
    items = paths.values() if isinstance(paths, Mapping) else ()
    return any(
        isinstance(operation, Mapping) and "x-daftra" in operation
        for item in items
        if isinstance(item, Mapping)
        for operation in item.values()
    )


def split_export(whole: Page) -> Iterator[Page]:
    """One page per operation of a document; a document of one operation is a page and keeps all it has."""
    document = as_30(whole.data, file=whole.file)
    operations = list(_operations(document, whole.file))
    for path, method, shared, operation in operations:
        alone = len(operations) == 1
        settled = _settled(operation, shared, document, f"{method} {path}", alone=alone)
        frame = document if alone else {"openapi": "3.0.1", "info": {"title": "", "version": "1.0.0"}}
        data = {**frame, "paths": {path: {method: settled}}}
        if not alone:
            data["components"] = _reachable(operation, document.get("components"))
            data["servers"] = document.get("servers") or []
            data["security"] = document.get("security") or []
        yield Page(whole.file if alone else f"{whole.file}#{method}-{path}", data)


def _operations(document: Mapping[str, Any], file: str) -> Iterator[tuple[str, str, list[Any], dict[str, Any]]]:
    for path, item in document["paths"].items():
        if not isinstance(item, dict):
            raise PageError(file, f"/paths/{path}", "an object was expected", "compare with another page")
        shared = item.get("parameters") or []
        for method, operation in item.items():
            if method in {"parameters", "summary", "description", "servers"}:
                continue
            if method not in METHODS or not isinstance(operation, dict) or not isinstance(shared, list):
                raise PageError(file, f"/paths/{path}/{method}", "no operation", f"one of {', '.join(sorted(METHODS))}")
            yield str(path), method, shared, operation


def _settled(
    operation: dict[str, Any], shared: list[Any], document: Mapping[str, Any], request: str, *, alone: bool
) -> dict[str, Any]:
    """The operation with what only the export's frame says: shared parameters, its server, the page's number."""
    settled = {key: value for key, value in operation.items() if key != "servers"}
    parameters = [*shared, *(operation.get("parameters") or [])]
    if parameters:
        settled["parameters"] = [_parameter(one, document) for one in parameters]
    servers = [
        one.get("url") for one in operation.get("servers") or document.get("servers") or [] if isinstance(one, dict)
    ]
    if "x-documented-server" not in settled and len(set(servers)) == 1:
        settled["x-documented-server"] = servers[0]
    number = page_number(operation)
    if number is None and not alone:
        number = f"9{int(hashlib.sha256(request.encode()).hexdigest()[:12], 16) % 10**9:09d}"
    if number is not None:
        settled["x-page-id"] = number
    return settled


def page_number(operation: Mapping[str, Any]) -> str | None:
    """The number of the page behind an operation: ours, or the one in the link to the documentation's console."""
    known = operation.get("x-page-id")
    if known is not None:
        return str(known)
    link = _RUN.search(str(operation.get("x-run-in-apidog") or ""))
    return link.group(1) if link else None


def _parameter(raw: Any, document: Mapping[str, Any]) -> Any:
    """A shared parameter written out."""
    target = raw.get("$ref") if isinstance(raw, dict) else None
    if not isinstance(target, str):
        return raw
    shared = (document.get("components") or {}).get("parameters") or {}
    return shared.get(target.rpartition("/")[2], raw)


def _reachable(operation: Mapping[str, Any], components: Any) -> dict[str, Any]:
    """The components that one operation refers to, directly or through others."""
    sections: dict[str, Any] = components if isinstance(components, dict) else {}
    found: dict[str, dict[str, Any]] = {}
    waiting = list(_references(operation))
    while waiting:
        section, name = waiting.pop()
        available = sections.get(section)
        if section not in _SECTIONS or not isinstance(available, dict) or name not in available:
            continue
        if name not in found.setdefault(section, {}):
            found[section][name] = available[name]
            waiting += _references(available[name])
    return {
        section: {name: sections[section][name] for name in sections[section] if name in found[section]}
        for section in _SECTIONS
        if section in found
    }


def _references(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        target = value.get("$ref")
        if isinstance(target, str) and target.startswith("#/components/"):
            section, _, name = target.removeprefix("#/components/").partition("/")
            yield section, name
        for item in value.values():
            yield from _references(item)
    elif isinstance(value, list):
        for item in value:
            yield from _references(item)
