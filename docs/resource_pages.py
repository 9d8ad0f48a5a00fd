"""A page per resource and the reference of the models, made at build time from the operations, the signatures of the
generated methods and the models.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from daftra_async import OPERATIONS, ApiKey, Daftra, Operation

# A hook is loaded as a file of its own, not as part of a package.
sys.path.insert(0, str(Path(__file__).parent))
import model_page
from resource_examples import example

GUARANTEES = {
    "newest_first": (
        "**Order and completeness.** Iterated over, the whole list comes newest first, and a row that is there for the "
        "whole run comes exactly once: proved by reading again the boundaries between pages that moved. With a `sort` "
        "of your own no row comes twice, and `pager.completeness` says whether it was proved that none is missing. "
        "See [Complete lists](../promises/lists.md)."
    ),
    "fixed": (
        "**Order and completeness.** The whole list comes in the endpoint's own order, which cannot be chosen. No row "
        "comes twice; that none is missing is proved by the count, or with `using(strict=True)`, and "
        "`pager.completeness` says which. See [Complete lists](../promises/lists.md)."
    ),
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for place, content in pages().items():
        files.append(File.generated(config, place, content=content))
    return files


def pages() -> dict[str, str]:
    """The pages that are made, by their place in the documentation."""
    daftra = Daftra("example", auth=ApiKey("none"))
    index = ["# Resources", "", "One attribute of the client per documented group.", ""]
    made = {"reference/models.md": model_page.page()}
    for resource, operations in groupby(OPERATIONS, key=lambda operation: operation.resource):
        known = list(operations)
        made[f"resources/{resource}.md"] = "\n".join(_page(resource, known, getattr(daftra, resource)))
        index.append(f"- [`daftra.{resource}`]({resource}.md): {', '.join(f'`{one.name}`' for one in known)}")
    return {**made, "resources/index.md": "\n".join(index) + "\n"}


def _page(resource: str, operations: list[Operation], bound: Any) -> Iterator[str]:
    yield f"# {resource.replace('_', ' ').capitalize()}\n"
    yield f"`daftra.{resource}`\n"
    if code := example(resource):
        yield f"```python\n{code}```\n"
    for operation in operations:
        method = getattr(bound, operation.name)
        signature = inspect.signature(method)
        yield f"## {operation.name}\n"
        summary, _, _ = (inspect.getdoc(method) or "").partition("\n")
        yield f"{summary}\n"
        yield f"```text\n{resource}.{operation.name}{_signature(signature)}\n```\n"
        if types := model_page.links(str(signature)):
            yield f"Types: {types}\n"
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
        for line in described.partition("\n\n")[0].strip().splitlines():
            name, _, meaning = line.strip().partition(": ")
            yield f"| `{name}` | {meaning} |"
        yield ""
