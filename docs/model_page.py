"""The reference of the models, made at build time: every record, draft and enumeration with its fields."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any, is_typeddict

import attrs

from daftra_async import models
from daftra_async._wire.draft import Draft
from daftra_async._wire.shape import shape

_KNOWN = frozenset(dir(models))


def page() -> str:
    """The whole page."""
    return "\n".join(_lines())


def links(text: str) -> str:
    """Links to the models that a signature names; empty where it names none."""
    found = dict.fromkeys(name.lstrip("_") for name in re.findall(r"\w+", text))
    return ", ".join(f"[`{name}`](../reference/models.md#{name.lower()})" for name in found if name in _KNOWN)


def _lines() -> Iterator[str]:
    yield "# Models\n"
    yield "`from daftra_async.models import …`. A record's attributes hold a value of the type below or `None`. Of a"
    yield "draft only what is set is sent. The last column is the name on the wire where it is another one.\n"
    for name in sorted(_KNOWN):
        model = getattr(models, name)
        yield f"## {name}\n"
        yield f"{(inspect.getdoc(model) or '').partition(chr(10))[0]}\n"
        if not is_typeddict(model):
            yield from _members(model) if issubclass(model, Enum) else _fields(model)
        yield ""


def _members(model: type[Any]) -> Iterator[str]:
    yield "| member | value | label |\n|---|---|---|"
    for member in model:
        yield f"| `{member.name}` | `{member.value!r}` | {member.label} |"


def _fields(model: type[Any]) -> Iterator[str]:
    yield "| attribute | type | on the wire |\n|---|---|---|"
    written = issubclass(model, Draft)
    places = model._wire_fields if written else {}
    required = {field.name for field in attrs.fields(model) if field.default is attrs.NOTHING} if written else set()
    for field in shape(model):
        kind = re.sub(r"\b_(?=[A-Z])", "", model.__annotations__[field.attribute]).replace(" | UnsetType", "")
        needed = ", required" if field.attribute in required else ""
        wire = ".".join(filter(None, places[field.attribute])) if field.attribute in places else field.name
        yield f"| `{field.attribute}` | `{kind}`{needed} | {'' if wire == field.attribute else f'`{wire}`'} |"
