"""``daftra ops``: every documented operation, found by words, or one with its parameters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._attribute_docs import attribute_docs
from .._generated.operations import OPERATIONS
from .._wire.messages import Operation
from .._wire.shape import shape
from .._wire.suggestion import did_you_mean
from .calls import BoundOperation, describe, find_operation, meaning_of
from .exits import DONE, FAILED
from .fields import expected, field_rows, required
from .formats import Format, chosen
from .output import row_writer, write_one
from .table import RowTable, definitions, out
from .terminal import say


def operations(words: Sequence[str], format: Format | None) -> int:
    """The matches on stdout; one operation in full where its whole name is given."""
    exact = [operation for operation in OPERATIONS if len(words) == 1 and operation.id == words[0].replace("-", "_")]
    if exact:
        _one(describe(exact[0]), format)
        return DONE
    found = [operation for operation in OPERATIONS if all(word.lower() in _haystack(operation) for word in words)]
    if not found:
        say(f"No operation matches{did_you_mean(' '.join(words), [operation.id for operation in OPERATIONS])}")
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
    told = {**_row(call.operation), "parameters": _parameters(call), "body": _body(call), "result": _result(call)}
    if chosen(format) is not Format.TABLE:
        write_one(told, format)
        return
    out().print(call.help.partition("\n")[0], style="bold")
    out().print(f"{told['method']} {told['path']}  (documentation page {told['page']})", soft_wrap=True)
    for title in ("parameters", "body", "result"):
        part = told[title]
        if isinstance(part, list) and part:
            out().print(f"\n{title.capitalize()}", style="bold")
            definitions((row["name"], _in_words(row)) for row in part)
        elif part:
            out().print(f"\n{title.capitalize()}: {part}", style="bold")
    out().print(f"\nExample: {_example(call)}", soft_wrap=True)


def _in_words(row: Mapping[str, Any]) -> str:
    """``"a whole number, required. The client's id."``"""
    kind = row.get("takes") or row.get("holds") or ""
    needed = ", required" if row.get("required") else ""
    return f"{kind}{needed}. {row['meaning']}" if row["meaning"] else f"{kind}{needed}"


def _parameters(call: BoundOperation) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "takes": expected(field),
            "required": name in call.required,
            "meaning": meaning_of(call.help, name),
        }
        for name, field in call.parameters.items()
    ]


def _body(call: BoundOperation) -> Any:
    """The fields of the draft and, by dotted names, those of its lines."""
    if call.body is None:
        return None
    if call.draft is None:
        return "JSON as --data"
    return [
        {"name": row.name, "takes": expected(row.field), "required": row.required, "meaning": row.meaning}
        for row in field_rows(call.draft)
    ]


def _result(call: BoundOperation) -> Any:
    """The fields of the record that is read; a list of them says where they are told."""
    if call.operation.kind == "list" and find_operation(call.operation.resource, "get") is not None:
        return f"rows with the fields of `daftra ops {call.operation.resource}.get`, and fewer related records"
    if call.result is None:
        return None
    meanings = attribute_docs(call.result)
    return [
        {"name": field.attribute, "holds": _HOLDS.get(field.kind, ""), "meaning": meanings.get(field.attribute, "")}
        for field in shape(call.result)
    ]


_HOLDS: Mapping[str, str] = {
    "int": "a whole number",
    "decimal": "an amount",
    "bool": "yes or no",
    "text": "text",
    "date": "a date",
    "datetime": "a time",
    "enum": "a named value",
    "record": "a record",
    "records": "rows",
    "list": "a list",
}


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
