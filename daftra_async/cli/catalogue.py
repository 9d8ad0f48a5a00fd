"""``daftra ops``: every documented operation, found by words, or one with its parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._generated.operations import OPERATIONS
from .._wire.messages import Operation
from .calls import BoundOperation, describe
from .exits import DONE, FAILED
from .fields import expected, fields_of, near, required
from .output import Format, chosen, row_writer, write_one
from .table import RowTable, out, wrapped
from .terminal import say


def operations(words: Sequence[str], format: Format | None) -> int:
    """The matches on stdout; one operation in full where its whole name is given."""
    exact = [operation for operation in OPERATIONS if len(words) == 1 and operation.id == words[0].replace("-", "_")]
    if exact:
        _one(describe(exact[0]), format)
        return DONE
    found = [operation for operation in OPERATIONS if all(word.lower() in _haystack(operation) for word in words)]
    if not found:
        say(f"No operation matches{near(' '.join(words), [operation.id for operation in OPERATIONS])}")
        return FAILED
    writer = RowTable(_COLUMNS, keep_all=False) if chosen(format) is Format.TABLE else row_writer(format, _COLUMNS)
    writer.write([_row(operation) for operation in found])
    writer.close()
    return DONE


_COLUMNS = ("operation", "method", "path", "page")


def _haystack(operation: Operation) -> str:
    names = f"{operation.id} {operation.resource.replace('_', ' ')}"
    return f"{names} {operation.method} {operation.base}{operation.path}".lower()


def _row(operation: Operation) -> dict[str, Any]:
    return {
        "operation": operation.id,
        "method": operation.method,
        "path": operation.base + operation.path,
        "page": ", ".join(operation.page_ids),
    }


def _one(call: BoundOperation, format: Format | None) -> None:
    told = {
        **_row(call.operation),
        "parameters": [
            {
                "name": name,
                "takes": expected(field),
                "required": name in call.required,
                "meaning": _meaning(call.help, name),
            }
            for name, field in call.parameters.items()
        ],
        "body": _body(call),
    }
    if chosen(format) is not Format.TABLE:
        write_one(told, format)
        return
    out().print(call.help.partition("\n")[0], style="bold")
    out().print(f"{told['method']} {told['path']}  (documentation page {told['page']})", soft_wrap=True)
    for title in ("parameters", "body"):
        part = told[title]
        if isinstance(part, list) and part:
            out().print(f"\n{title.capitalize()}", style="bold")
            wrapped(part, [name for name in ("name", "takes", "required", "meaning") if name in part[0]])
        elif part:
            out().print(f"\n{title.capitalize()}: {part}", style="bold")
    out().print(f"\nExample: {_example(call)}", soft_wrap=True)


def _body(call: BoundOperation) -> Any:
    if call.body is None:
        return None
    if call.draft is None:
        return "JSON as --data"
    needed = required(call.draft)
    return [
        {"name": name, "takes": expected(field), "required": name in needed}
        for name, field in fields_of(call.draft).items()
    ]


def _example(call: BoundOperation) -> str:
    operation = call.operation
    if operation.kind == "list":
        return f"daftra list {operation.resource}"
    if operation.kind == "get" and call.required == ("id",) and operation.name == "get":
        return f"daftra get {operation.resource} 1"
    needed = [f"{name}=…" for name in call.required if name != call.body]
    if call.draft is not None:
        needed += [f"{name}=…" for name in required(call.draft)] or ["NAME=VALUE"]
    elif call.body is not None:
        needed.append("--data @body.json")
    return " ".join(["daftra run", operation.id, *needed])


def _meaning(help: str, name: str) -> str:
    start = f"{name}: "
    lines = [line.strip() for line in help.splitlines()]
    return next((line.removeprefix(start) for line in lines if line.startswith(start)), "")
