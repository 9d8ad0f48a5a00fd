"""Which documented operation a method and a path mean, so that ``request()`` treats a call as its method would."""

from __future__ import annotations

import functools

from ._generated.operations import OPERATIONS
from ._wire.messages import Operation, OperationKind

_BASES = ("/api2", "/v2/api/entity")


def operation_of(method: str, path: str) -> Operation:
    """The documented operation, or one made for a method and path that are not documented.

    v1 answers with and without ``.json`` at the end, and is asked either way. What is not documented reads where its
    method says so; its base is told by the path, for the two versions refuse in different forms.
    """
    segments = _segments(path)
    for known, operation in _table().get((method, len(segments)), ()):
        if all(one == other or _is_placeholder(one) for one, other in zip(known, segments, strict=True)):
            return operation
    base = next((base for base in _BASES if path.startswith(f"{base}/")), "")
    kind: OperationKind = "get" if method in ("GET", "HEAD", "OPTIONS") else "action"
    return Operation(
        resource="request", name=method.lower(), method=method, base=base, path=path.removeprefix(base), kind=kind
    )


@functools.cache
def _table() -> dict[tuple[str, int], list[tuple[tuple[str, ...], Operation]]]:
    """The operations by their method and the number of their segments, those with the fewest placeholders first."""
    table: dict[tuple[str, int], list[tuple[tuple[str, ...], Operation]]] = {}
    for operation in OPERATIONS:
        segments = _segments(operation.base + operation.path)
        table.setdefault((operation.method, len(segments)), []).append((segments, operation))
    for rows in table.values():
        rows.sort(key=lambda row: sum(map(_is_placeholder, row[0])))
    return table


def _segments(path: str) -> tuple[str, ...]:
    return tuple(path.removesuffix(".json").split("/"))


def _is_placeholder(segment: str) -> bool:
    return segment.startswith("{")
