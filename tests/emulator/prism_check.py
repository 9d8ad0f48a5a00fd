"""Every operation's request against Stoplight Prism, which validates it by the document: none may be refused.

``python -m tests.emulator.prism_check`` needs the command ``prism`` on the PATH or in ``PRISM`` (``npm install -g
@stoplight/prism-cli``). Each request is the one that the SDK's own builder makes from a full set of arguments: every
parameter given, every field of a draft filled in, down to its lines.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import httpx
import msgspec

from daftra_async import OPERATIONS
from daftra_async._wire.messages import Operation, Request

SPEC = Path(__file__).parents[2] / "specs" / "openapi.yaml"
_SAMPLES: Mapping[Any, Any] = {
    int: 1,
    str: "1",
    bool: True,
    float: 1.5,
    Decimal: Decimal("1.5"),
    date: date(2026, 5, 1),
    datetime: datetime(2026, 5, 1, 10, 0),
    Any: {},
}
_TEXTS: Mapping[str, str] = {"email": "someone@example.com", "time": "10:30"}
"""Texts that the document gives a form, by a part of the field's name."""
_BODIES: Mapping[str, Mapping[str, Any]] = {
    "invoices.add_bulk": {
        "body": [{"Invoice": {"client_id": 1}, "InvoiceItem": [{"item": "Paper", "unit_price": 9.5}]}]
    },
    "authorization.create_token": {"body": {"grant_type": "password", "client_id": "1", "username": "someone"}},
    "entities.fetch_many": {"body": [{"key": "invoice", "action": "list", "options": {"client_id": "1"}}]},
}
"""Bodies of which the builder's signature says too little to make one up."""


def main() -> int:
    """Send every operation's request; the number of refused ones is the exit status."""
    with prism() as url, httpx.Client(base_url=url, headers={"apikey": "any"}, timeout=60) as client:
        refusals = [refusal for operation in OPERATIONS if (refusal := refused(client, operation))]
    for refusal in refusals:
        print(refusal)
    print(f"{len(OPERATIONS)} operations, {len(refusals)} refused")
    return len(refusals)


def refused(client: httpx.Client, operation: Operation) -> str | None:
    """What Prism has against the operation's request, or ``None``."""
    request = built(operation)
    answer = client.request(
        request.method,
        request.path,
        params=list(request.query),
        content=request.body,
        headers={"content-type": request.content_type} if request.body is not None else {},
    )
    violations = [one for one in msgspec.json.decode(answer.headers.get("sl-violations", "[]")) if _is_ours(one)]
    if answer.status_code < 400 and not violations:
        return None
    return f"{operation.id}: {request.method} {request.path} → {answer.status_code} {violations or answer.text[:400]}"


def built(operation: Operation) -> Request:
    """The request that the SDK's builder makes from a full set of sample arguments."""
    name = "list_" if operation.name == "list" else operation.name
    module = import_module(f"daftra_async._generated.api.{operation.resource}.{name}")
    hints = typing.get_type_hints(module.build, include_extras=True)
    arguments = {
        name: sample(hint, name)
        for name, hint in hints.items()
        if name not in {"return", *_BODIES.get(operation.id, {})}
    }
    request: Request = module.build(**arguments, **_BODIES.get(operation.id, {}))
    return request


def sample(hint: Any, name: str) -> Any:
    """A value of the annotated type, in the form that the name asks for; for a union, of its first member."""
    origin = typing.get_origin(hint)
    if origin is typing.Annotated:
        return sample(typing.get_args(hint)[0], name)
    if origin in {typing.Union, types.UnionType}:
        members = [one for one in typing.get_args(hint) if one not in {type(None), msgspec.UnsetType}]
        return sample(members[0], name)
    if origin in {list, Sequence}:
        return [sample(typing.get_args(hint)[0], name)]
    if origin in {dict, Mapping}:
        return {}
    if origin is typing.Literal:
        return typing.get_args(hint)[0]
    if hint is str and (form := next((form for part, form in _TEXTS.items() if part in name), None)):
        return form
    if hint in _SAMPLES:
        return _SAMPLES[hint]
    if issubclass(hint, Enum):
        return next(iter(hint))
    fields = typing.get_type_hints(hint, include_extras=True)
    return hint(**{field.alias: sample(fields[field.name], field.name) for field in attrs.fields(hint)})


def _is_ours(violation: Mapping[str, Any]) -> bool:
    return violation.get("severity") == "Error" and next(iter(violation.get("location", ())), "") == "request"


@contextlib.contextmanager
def prism() -> Iterator[str]:
    """Prism serving the document on a free loopback port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        os.environ.get("PRISM", "prism"),
        "mock",
        str(SPEC),
        "--port",
        str(port),
        "--host",
        "127.0.0.1",
        "--errors",
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        url = f"http://127.0.0.1:{port}"
        while process.poll() is None and not _answers(url):
            time.sleep(0.2)
        try:
            yield url
        finally:
            process.terminate()


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=5).status_code > 0
    except httpx.TransportError:
        return False


if __name__ == "__main__":
    sys.exit(main())
