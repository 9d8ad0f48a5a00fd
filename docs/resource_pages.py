"""A page per resource, made at build time from the operations and the signatures of the generated methods."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from daftra_async import OPERATIONS, ApiKey, Daftra, Operation

GUARANTEES = {
    "newest_first": "Whole lists are read newest first; every row that is there for the whole run comes exactly once.",
    "fixed": "Whole lists are read in the endpoint's own order; see [Complete lists](../promises/lists.md).",
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    daftra = Daftra("example", auth=ApiKey("none"))
    index = ["# Resources", "", "One attribute of the client per documented group.", ""]
    for resource, operations in groupby(OPERATIONS, key=lambda operation: operation.resource):
        known = list(operations)
        page = "\n".join(_page(resource, known, getattr(daftra, resource)))
        files.append(File.generated(config, f"resources/{resource}.md", content=page))
        index.append(f"- [`daftra.{resource}`]({resource}.md): {', '.join(f'`{one.name}`' for one in known)}")
    files.append(File.generated(config, "resources/index.md", content="\n".join(index) + "\n"))
    return files


def _page(resource: str, operations: list[Operation], bound: Any) -> Iterator[str]:
    yield f"# {resource.replace('_', ' ').capitalize()}\n"
    yield f"`daftra.{resource}`\n"
    for operation in operations:
        method = getattr(bound, operation.name)
        signature = inspect.signature(method)
        yield f"## {operation.name}\n"
        summary, _, _ = (inspect.getdoc(method) or "").partition("\n")
        yield f"{summary}\n"
        yield f"```text\n{resource}.{operation.name}{_signature(signature)}\n```\n"
        if operation.kind == "list":
            order = "newest_first" if "sort" in signature.parameters else "fixed"
            yield f"{GUARANTEES[order]}\n"
        request = f"{operation.method} {operation.base}{operation.path}"
        yield f"`{request}` · documentation page {', '.join(operation.page_ids)}\n"
        yield from _arguments(method)


def _signature(signature: inspect.Signature) -> str:
    shown = [str(value).replace("'", "") for name, value in signature.parameters.items() if name != "options"]
    line = f"({', '.join(shown)}) -> {signature.return_annotation}"
    if len(line) <= 80:
        return line
    return "(\n" + "".join(f"    {one},\n" for one in shown) + f") -> {signature.return_annotation}"


def _arguments(method: Any) -> Iterator[str]:
    _, found, described = (inspect.getdoc(method) or "").partition("Args:\n")
    if found:
        yield "| argument | meaning |\n|---|---|"
        for line in described.strip().splitlines():
            name, _, meaning = line.strip().partition(": ")
            yield f"| `{name}` | {meaning} |"
        yield ""
