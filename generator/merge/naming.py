"""Public names: from folder, title, method and path to resource, method, record and schema names."""

from __future__ import annotations

import re

import attrs

from ..words import pascal_case, singular, snake_case
from .catalogue import CALLS, CHILDREN, CHILDREN_OF, ENUM_NAMES, RECORDS, RESOURCES, RESOURCES_BY_PATH
from .endpoint import Endpoint

_WRITES = {"put": "update", "patch": "update", "delete": "delete"}
"""HTTP method → name and kind of the call; POST is told by the title, GET by path and title."""


@attrs.frozen
class CallName:
    """What a page's call is called."""

    resource: str
    name: str
    kind: str
    record: str


def name_call(endpoint: Endpoint, full_path: str) -> CallName:
    """The call's public name, told by method, path and title, or by ``catalogue.CALLS``."""
    resource = resource_of(endpoint)
    name, kind = CALLS.get((endpoint.method, full_path)) or _verb(endpoint)
    return CallName(resource, name, kind, RECORDS.get(resource) or pascal_case(singular(resource)))


def resource_of(endpoint: Endpoint) -> str:
    """The client's attribute for a page's folder."""
    segment = "/" + endpoint.path.lstrip("/").partition("/")[0]
    leaf = endpoint.folder.rpartition("/")[2]
    return RESOURCES_BY_PATH.get(segment) or RESOURCES.get(leaf) or snake_case(leaf)


def _verb(endpoint: Endpoint) -> tuple[str, str]:
    title = endpoint.title.lower()
    if endpoint.method == "get":
        name = "list" if "/list/" in endpoint.path or title.startswith("get all ") else "get"
    elif endpoint.method == "post":
        name = "update" if title.startswith("edit") else "create"
    else:
        name = _WRITES[endpoint.method]
    return name, name


def child_record(owner: str, key: str) -> str:
    """The record that an owner's key holds: ``InvoiceItem`` → ``InvoiceItem``, ``clients`` → ``Client``."""
    named = CHILDREN_OF.get((owner, key)) or CHILDREN.get(key)
    if named:
        return named
    return key if re.fullmatch(r"[A-Z]\w*", key) and "_" not in key else pascal_case(singular(key))


def enum_name(owner: str, field: str) -> str:
    """The name of the enum of one field of one record."""
    named = ENUM_NAMES.get((owner, field)) or ENUM_NAMES.get(("*", field))
    return named or f"{pascal_case(owner.replace('.', '_'))}{pascal_case(field)}"
