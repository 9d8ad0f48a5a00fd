"""Which fields a list can be filtered and sorted by: those that the documentation gives its records.

The server ignores a field that it does not know and answers with everything, so an unknown name is refused, and the
name that was meant is suggested. A field that the documentation lacks is marked with ``filters.undocumented``. Where no
record of an entity is documented, nothing tells a good name from a misspelt one: there every field must be marked, as
a warning would be read after the wrong rows were used.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

import attrs

from .._wire.naming import v2_names
from .._wire.record import Record
from .._wire.shape import relations, shape
from .._wire.suggestion import nearest
from ..errors import ConfigurationError
from ..filters import Undocumented

_EVERYWHERE = frozenset(("id", "created", "modified", "deleted_at"))
"""Fields of every record. Source: every v2 list that was captured; the lists filter by ``deleted_at`` themselves."""

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@attrs.frozen
class KnownFields:
    """The documented fields of what a list holds; ``models`` are the records that the documentation shows of it."""

    name: str
    models: tuple[type[Record], ...]

    def check(self, fields: Iterable[str], *, related: bool = True) -> None:
        """Raises ``ConfigurationError`` for a field that is neither known nor marked as undocumented; ``related``: a
        field of a related record (``client.email``) is one too.
        """
        for field in fields:
            if isinstance(field, Undocumented) or field in _EVERYWHERE:
                continue
            if not any(_has(model, field) for model in self.models) or ("." in field and not related):
                raise ConfigurationError(self._refusal(field))

    def _refusal(self, field: str) -> str:
        marked = f'undocumented("{field}")'
        if not self.models:
            return (
                f"the documentation shows no fields of {self.name}, so {field!r} cannot be checked, and the server "
                f"answers with every row where it does not know it: write {marked} if you are sure of it"
            )
        close = nearest(field, [*_EVERYWHERE, *(name for model in self.models for name in _names(model))])
        hint = "" if close is None else f"; did you mean {close}?"
        return (
            f"{self.name} has no field {field!r}{hint} (The server answers with every row where it does not know one; "
            f"a field that the documentation lacks is written {marked}.)"
        )


def _has(model: type[Record], field: str) -> bool:
    head, dot, rest = field.partition(".")
    if not dot:
        return head in _own_names(model)
    return any(
        head == relation.name or head in v2_names(relation.name)
        for relation in relations(model)
        if _has(relation.type, rest)
    )


@cache
def _own_names(model: type[Record]) -> frozenset[str]:
    return frozenset(field.name for field in shape(model) if field.kind not in ("record", "records"))


def _names(model: type[Record]) -> Iterator[str]:
    """All that can be named, one relation deep."""
    yield from _own_names(model)
    for relation in relations(model):
        yield from (f"{v2_names(relation.name)[0]}.{name}" for name in _own_names(relation.type))


def row_model(parse: Callable[..., Any]) -> type[Record] | None:
    """The class of the rows that a generated parser gives; ``None`` where their fields are not documented."""
    given = typing.get_type_hints(parse)["return"]
    model: type[Record] = typing.get_args(given)[0] if typing.get_args(given) else given
    return model if isinstance(model, type) and issubclass(model, Record) and len(shape(model)) > 1 else None


@cache
def entity_fields(entity: str) -> KnownFields:
    """What is documented of a v2 entity: by its own pages, and by those of the v1 resource with the same records."""
    from .._generated.operations import OPERATIONS

    models: list[type[Record]] = []
    for operation in OPERATIONS:
        v2 = operation.base == "/v2/api/entity" and operation.path.split("/")[1] == entity
        v1 = operation.model_key is not None and _CAPITAL.sub("_", operation.model_key).lower() == entity
        if operation.kind in ("list", "get") and (v2 or v1):
            name = "list_" if operation.name == "list" else operation.name
            module = import_module(f"{__name__.partition('.')[0]}._generated.api.{operation.resource}.{name}")
            model = row_model(module.parse)
            if model is not None and model not in models:
                models.append(model)
    return KnownFields(f"the entity {entity!r}", tuple(models))
