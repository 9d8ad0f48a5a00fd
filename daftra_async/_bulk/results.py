"""What one answer says about each draft of its request: a pure reading that never guesses.

Only a believable result per element concludes a draft. A result counts if the array has the request's length and shape;
it is read by ``result``, ``code`` and ``id`` together, never by its words, which are localised. Records are created one
by one in request order, so ids that repeat or do not rise show that the results belong to other elements. Any other
answer, whatever its status, tells nothing about what was done: its drafts are read back, and ``next`` says what follows
for those that are proved absent.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from enum import Enum
from typing import Any, Literal

import attrs

from .._wire.error_parsing import excerpt, flatten_reasons, message_of
from .._wire.messages import Response
from .._wire.text import NotJson, parse
from .outcome import Reason

Certainty = Literal["created", "refused", "unresolved"]


class Next(Enum):
    """What follows for drafts that are proved absent."""

    RESEND = "sent again, as an attempt that failed"
    WAIT = "sent again when the server lets it: it costs no attempt"
    SPLIT = "sent in halves: the request was too large"
    BLAME = "sent in halves, to find the one that the server refuses"
    REJECT = "rejected, with the server's reason"
    STOP = "the run ends: the server takes none of its requests"


@attrs.frozen(kw_only=True)
class ItemResult:
    """What an answer says about one draft. ``refused`` is the server's word; the record may be there nevertheless."""

    certainty: Certainty
    id: int | None = None
    number: str | None = None
    reason: Reason | None = None


@attrs.frozen(kw_only=True)
class BatchResult:
    """What an answer says about its request.

    ``items`` has one result per draft, in request order, and is empty where the answer has none to be believed;
    ``next`` and ``reason`` then say what follows. ``answered`` tells whether the application itself finished with the
    request, so that nothing can still be running. ``ids`` are all the record ids that the answer names.
    """

    items: tuple[ItemResult, ...] = ()
    next: Next = Next.RESEND
    reason: Reason | None = None
    answered: bool = True
    ids: frozenset[int] = frozenset()


def read_answer(response: Response, count: int, *, batch: bool) -> BatchResult:
    """The result of a request with ``count`` drafts; ``batch`` tells bulk requests from single ones."""
    document, is_json = _decode(response.body)
    if not 200 <= response.status < 300:
        return _read_failure(response, document)
    if not is_json:
        return _unresolved(response, "the answer is no JSON", answered=False)
    if not batch:
        return BatchResult(items=(_item_result(document),), ids=_ids(document))
    return attrs.evolve(_read_array(response, document, count), ids=_ids(document))


def _ids(document: object) -> frozenset[int]:
    elements = document if isinstance(document, list) else [document]
    ids = [as_id(element.get("id")) for element in elements if isinstance(element, Mapping)]
    return frozenset(identity for identity in ids if identity is not None)


def _read_array(response: Response, document: object, count: int) -> BatchResult:
    if not isinstance(document, list):
        return _unresolved(response, "the answer is no array", answered=False)
    if len(document) != count:
        return _unresolved(response, f"the answer has {len(document)} results for {count} drafts", answered=False)
    items = tuple(_item_result(element) for element in document)
    ids = [item.id for item in items if item.id is not None]
    if any(later <= earlier for earlier, later in itertools.pairwise(ids)):
        return _unresolved(response, "the ids in the answer are repeated or out of order", answered=True)
    return BatchResult(items=items)


def _item_result(element: object) -> ItemResult:
    if not isinstance(element, Mapping):
        return _doubtful("a result is no object")
    result, code, identity = element.get("result"), as_id(element.get("code")), as_id(element.get("id"))
    succeeded = result == "successful" and (code is None or 200 <= code < 300)
    if succeeded and identity is not None and identity > 0:
        return ItemResult(certainty="created", id=identity, number=_text(element, "invoice_number", "number", "no"))
    failed = result in ("failed", "fail", "error") or (result is None and code is not None)
    told = code is not None or element.get("message") or element.get("validation_errors")
    refused = failed and (code is None or code == 200 or (400 <= code < 500 and code != 429))
    if identity is None and told and refused:
        return ItemResult(certainty="refused", reason=server_reason(element, code))
    if succeeded and "id" in element and not element["id"]:
        reason = Reason(kind="server", message="the server reported success, and no id", code=code)
        return ItemResult(certainty="refused", reason=reason)
    return _doubtful(f"a result contradicts itself: result={result!r}, code={code!r}, id={element.get('id')!r}")


_ENDING: Mapping[int, Next] = {
    401: Next.STOP,
    402: Next.STOP,
    403: Next.STOP,
    404: Next.STOP,
    405: Next.STOP,
    408: Next.RESEND,
    413: Next.SPLIT,
    425: Next.WAIT,
    429: Next.WAIT,
}
"""What a status means for drafts that are proved absent; any other 4xx is a refusal of what the request holds."""


def _read_failure(response: Response, document: object) -> BatchResult:
    status = response.status
    if not 400 <= status < 500:
        return _unresolved(response, f"HTTP {status}", answered=False)
    reason = server_reason(document if isinstance(document, Mapping) else {}, status)
    # A gateway gives up with 408 while the application goes on; every other 4xx is the end of a request.
    return BatchResult(next=_ENDING.get(status, Next.BLAME), reason=reason, answered=status != 408)


def _unresolved(response: Response, message: str, *, answered: bool) -> BatchResult:
    reason = Reason(
        kind="unresolved", message=message, code=response.status, evidence={"body": excerpt(response.body)[:500]}
    )
    return BatchResult(reason=reason, answered=answered)


def _doubtful(message: str) -> ItemResult:
    return ItemResult(certainty="unresolved", reason=Reason(kind="unresolved", message=message))


def server_reason(body: Mapping[str, Any], code: int | None) -> Reason:
    """Why the server says no, in its own words."""
    return Reason(
        kind="server",
        message=message_of(body) or "the server refused the draft without a reason",
        code=code,
        validation_errors=flatten_reasons(body),
    )


def _decode(body: bytes) -> tuple[object, bool]:
    try:
        return parse(body), True
    except NotJson:
        return None, False


def as_id(value: object) -> int | None:
    """An id or code as it may come: an integer or its digits; anything else is no number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 18:
        return int(value)
    return None


def _text(body: Mapping[str, Any], *names: str) -> str | None:
    for name in names:
        value = body.get(name)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value):
            return str(value)
    return None
