"""What the server says after a write: that a record was created, changed or deleted, and which one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ..errors import Rejected, UnexpectedResponse
from .envelope import open_json, payload_path, value_at
from .error_parsing import evidence, message_of
from .messages import Response
from .numbers import as_id
from .settings import DecodeSettings
from .wrapper import unwrap


@attrs.frozen(kw_only=True)
class Created:
    """The server created a record: its id, and its number (an invoice's ``no``) where the answer tells it."""

    id: int
    number: str | None = None
    message: str | None = None
    raw: Any = attrs.field(default=None, repr=False, eq=False)


@attrs.frozen(kw_only=True)
class Done:
    """The server updated or deleted a record, or did what was asked; ``id`` where the answer tells it."""

    message: str | None = None
    id: int | None = None
    raw: Any = attrs.field(default=None, repr=False, eq=False)


def decode_created(response: Response, settings: DecodeSettings) -> Created:
    """The confirmation of a create.

    Raises ``Rejected`` where the answer says success and leaves the id empty: nothing was created. Raises
    ``UnexpectedResponse`` where it speaks of no id at all: something may have been created.
    """
    value = open_json(response)
    said = _confirmation(value, response)
    found = as_id(said.get("id"))
    if found:
        return Created(
            id=found,
            number=number_of(said),
            message=message_of(value) or None,
            raw=value if settings.keep_raw else None,
        )
    if value is False or ("id" in said and (found == 0 or not said["id"])):
        raise Rejected(
            message_of(value) or "the server reported success, and no id: nothing was created", **evidence(response)
        )
    raise UnexpectedResponse(
        "the server reported success and names no id: the record may have been created, look before you send it again",
        **evidence(response),
    )


def decode_done(response: Response, settings: DecodeSettings) -> Done:
    """The confirmation of an update, a delete or another action; an empty body or ``{}`` is one, ``false`` is none."""
    value = open_json(response)
    if value is False:
        raise Rejected("the server answered with a success status and false", **evidence(response))
    return Done(
        message=message_of(value) or None,
        id=as_id(_confirmation(value, response).get("id")),
        raw=value if settings.keep_raw else None,
    )


def _confirmation(value: Any, response: Response) -> dict[str, Any]:
    """The object that names the created or changed record: the answer itself or the record in it."""
    if not isinstance(value, dict):
        return {}
    if value.get("id") is not None or "id" in value:
        return value
    inner = unwrap(value_at(value, payload_path(value, response)), response.operation.model_key, frozenset())
    return inner if isinstance(inner, dict) else {}


def number_of(said: Mapping[str, Any]) -> str | None:
    """A new document's number, from whichever key tells it."""
    for name in ("invoice_number", "number", "no", "code_number"):
        value = said.get(name)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and value != "":
            return str(value)
    return None
