"""What the emulator knows of the documented API: the calls, the fields of their records and of their drafts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import attrs

FieldKind = Literal["integer", "number", "boolean", "text", "date", "datetime", "one", "many", "any"]
"""``one`` and ``many`` are relations; ``any`` is everything the documentation does not type."""


@attrs.frozen
class Field:
    """One field of a record: its wire name, what it holds and, for a relation, the name of the related shape."""

    name: str
    kind: FieldKind
    target: str | None = None


@attrs.frozen
class Shape:
    """The fields of one record, by wire name."""

    name: str
    fields: Mapping[str, Field]

    def kind(self, name: str) -> FieldKind:
        field = self.fields.get(name)
        return field.kind if field else "any"


@attrs.frozen
class DraftShape:
    """What a request body may hold: the writable fields of its main part, and its sibling sections' fields."""

    fields: frozenset[str]
    required: frozenset[str]
    sections: Mapping[str, frozenset[str]]


@attrs.frozen(kw_only=True)
class DocumentedCall:
    """One documented call: ``path`` is absolute and may hold ``{placeholders}``; ``parameters`` its query names."""

    method: str
    path: str
    resource: str
    name: str
    kind: str
    model_key: str | None
    record: Shape | None = None
    draft: DraftShape | None = None
    parameters: frozenset[str] = frozenset()


@attrs.frozen
class Schema:
    """Every call of the documentation and every shape by its name."""

    calls: tuple[DocumentedCall, ...]
    shapes: Mapping[str, Shape]

    def matching(self, *, method: str, path: str) -> Iterable[DocumentedCall]:
        return (call for call in self.calls if call.method == method and call.path == path)
