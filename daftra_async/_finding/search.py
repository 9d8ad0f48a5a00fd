"""What a generated resource can be asked for when records are looked for: its list, its reads, its v2 list."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from .._bulk.api import HIDDEN_ROWS
from .._generated import api
from .._paging.fields import row_model
from .._v2.entities import Entity
from .._wire.draft import Draft
from ..errors import ConfigurationError
from .criteria import criteria
from .find import Search


def search_for(
    resource: Any, fields: Mapping[str, Any], *, draft: type[Draft], entity: str | None, fold: bool
) -> Search[Any]:
    """The search for records of a resource by attributes of its draft; ``entity`` is the v2 entity that holds them.

    Raises what ``criteria`` does.
    """
    name = resource._name
    call = import_module(f"{api.__name__}.{name}.list_")
    record = row_model(call.parse)
    if record is None:
        raise ConfigurationError(f"no fields of {name} are documented: read list() instead")
    return Search(
        list=resource.list,
        get=resource.get,
        parameters=frozenset(inspect.signature(call.build).parameters),
        everything=HIDDEN_ROWS.get(name, {}),
        entity=None if entity is None else Entity(resource._session, entity, model=record),
        criteria=criteria(name, draft, record, fields, fold=fold),
    )
