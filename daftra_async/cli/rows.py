"""A record as the command line names its parts: by the names of the drafts, which are those of the SDK's models too.

What is no record of a model (the server's own JSON, ``--raw``, v2 entities without a model) keeps the names it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

from .._wire.confirmation import Created, Done
from .._wire.shape import is_model, shape
from .._wire.suggestion import did_you_mean
from .exits import Refusal


def named(row: Any) -> list[tuple[str, Any]]:
    """The names and values of a record or a mapping; none for what is neither."""
    if isinstance(row, Mapping):
        return [(str(name), value) for name, value in row.items()]
    if not is_model(type(row)):
        return []
    told = [(field.attribute, getattr(row, field.attribute)) for field in shape(type(row))]
    return [pair for pair in told if pair[0] != "raw"] if isinstance(row, Created | Done) else told


def is_record(value: Any) -> bool:
    """Whether a value has names of its own."""
    return isinstance(value, Mapping) or is_model(type(value))


def plain(value: Any) -> Any:
    """A record as mappings, lists and scalars; fields without a value are left out."""
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    if is_model(type(value)):
        return {name: plain(item) for name, item in named(value) if item is not None and item != []}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def picked(row: Any, fields: Sequence[str]) -> Any:
    """A record as plain JSON; only the ``fields`` where any are named."""
    value = plain(row)
    if not fields or not isinstance(value, dict):
        return value
    return {name: reach(value, name) for name in fields}


def reach(value: Any, name: str) -> Any:
    """The value at a dotted name; from each element of a list (``items.quantity``)."""
    if isinstance(value, list):
        return [reach(item, name) for item in value]
    if not isinstance(value, dict):
        return None
    if name in value:
        return value[name]
    first, dot, rest = name.partition(".")
    return reach(value.get(first), rest) if dot else None


def cells(row: Any) -> dict[str, Any]:
    """Every value that a column can show, by its name; those of related records by dotted names."""
    found: dict[str, Any] = {}
    for name, value in named(row):
        found[name] = value
        if isinstance(value, list) and value and is_record(value[0]):
            related = [dict(named(each)) for each in value]
            inner = dict.fromkeys(inner for each in related for inner in each)
            found.update({f"{name}.{each}": [one.get(each) for one in related] for each in inner})
        elif value is not None and is_record(value):
            found.update({f"{name}.{inner}": item for inner, item in named(value)})
    return found


def refuse_unknown(fields: Sequence[str], rows: Sequence[Any]) -> None:
    """Raises ``Refusal`` for a name that none of the rows has: its column would be empty and look like the truth."""
    known = dict.fromkeys(name for row in rows for name in cells(row)) if fields else {}
    for field in fields:
        head, dot, _ = field.partition(".")
        # Where no row has the related record, nothing is known of its fields.
        within = dot and head in known and not any(name.startswith(f"{head}.") for name in known)
        if known and field not in known and not within and field.count(".") < 2:
            raise Refusal(f"there is no field {field!r}{_meant(field, known, rows[0])}")


def _meant(field: str, known: Mapping[str, None], row: Any) -> str:
    """The name meant, also where the server's own was given (``Client.email``)."""
    given = field.split(".")
    own = ".".join([*_own_names(given, type(row))])
    return f": did you mean {own}?" if own != field and own in known else did_you_mean(field, known)


def _own_names(steps: Sequence[str], model: type[Any]) -> Iterator[str]:
    for place, step in enumerate(steps):
        found = next((each for each in shape(model) if each.name == step), None) if is_model(model) else None
        yield found.attribute if found else step
        if found is None or not isinstance(found.type, type):
            yield from steps[place + 1 :]
            return
        model = found.type
