"""What one answer says about each draft of its request: a pure judge that never guesses.

A result counts only if the array has the request's length and shape. Elements are judged by ``result``, ``code`` and
``id`` together; messages are localised and never looked at. Records are created one by one in request order, so ids
that repeat or do not rise show that the results belong to other elements: the whole request is then in doubt.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import attrs
import msgspec

from .outcome import Reason

_ODD = "another result of the same answer contradicts itself"

Certainty = Literal["created", "rejected", "doubtful"]


@attrs.frozen(kw_only=True)
class Answer:
    """One complete HTTP answer: its status, its lower-case headers, its body."""

    status: int
    body: bytes = attrs.field(default=b"", repr=False)
    headers: Mapping[str, str] = attrs.field(factory=dict, repr=False)


@attrs.frozen(kw_only=True)
class ItemResult:
    """What an answer says about one draft."""

    certainty: Certainty
    id: int | None = None
    number: str | None = None
    reason: Reason | None = None


Conclusion = Literal["elements", "refused", "too_large", "busy", "forbidden", "doubtful"]
"""``elements``: one result per draft. ``refused``: the request was not accepted because of what it holds.
``too_large``: because of its size. ``busy``: not executed, come back later. ``forbidden``: no request of this run can
work (credentials, permission, endpoint). ``doubtful``: whatever happened, the answer does not tell."""


@attrs.frozen(kw_only=True)
class BatchResult:
    """What an answer says about its request; ``results`` is in request order and only present for ``elements``.

    ``ids`` are all the record ids that the answer names. ``answered`` tells whether the application itself finished
    with the request, so that nothing can still be running.
    """

    conclusion: Conclusion
    results: tuple[ItemResult, ...] = ()
    reason: Reason | None = None
    answered: bool = True
    ids: frozenset[int] = frozenset()


def read_answer(answer: Answer, count: int, *, batch: bool) -> BatchResult:
    """The result of an answer to a request with ``count`` drafts; ``batch`` tells bulk requests from single ones."""
    document, is_json = _decode(answer.body)
    if 200 <= answer.status < 300:
        if not is_json:
            return _doubt(answer, "the answer is no JSON", answered=False)
        if batch:
            result = _read_array(answer, document, count)
        else:
            result = BatchResult(conclusion="elements", results=(_item_result(document),))
        return attrs.evolve(result, ids=_ids(document))
    return _read_failure(answer, document)


def _ids(document: object) -> frozenset[int]:
    elements = document if isinstance(document, list) else [document]
    ids = [as_id(element.get("id")) for element in elements if isinstance(element, Mapping)]
    return frozenset(identity for identity in ids if identity is not None)


def _read_array(answer: Answer, document: object, count: int) -> BatchResult:
    if not isinstance(document, list):
        return _doubt(answer, "the answer is no array", answered=False)
    if len(document) != count:
        return _doubt(answer, f"the answer has {len(document)} results for {count} drafts", answered=False)
    results = tuple(_item_result(element) for element in document)
    ids = [result.id for result in results if result.id is not None]
    if any(later <= earlier for earlier, later in itertools.pairwise(ids)):
        return _doubt(answer, "the ids in the answer are repeated or out of order")
    if any(result.certainty == "doubtful" for result in results):
        # Which result belongs to which draft is as doubtful as the odd result: only ids can be looked up.
        results = tuple(_doubtful(_ODD) if result.certainty == "rejected" else result for result in results)
    return BatchResult(conclusion="elements", results=results)


def _item_result(element: object) -> ItemResult:
    if not isinstance(element, Mapping):
        return _doubtful("a result is no object")
    result, code, identity = element.get("result"), as_id(element.get("code")), as_id(element.get("id"))
    succeeded = result == "successful" and (code is None or 200 <= code < 300)
    if succeeded and identity is not None and identity > 0:
        return ItemResult(certainty="created", id=identity, number=_text(element, "invoice_number", "number", "no"))
    failed = result in ("failed", "fail", "error") or (result is None and code is not None)
    if failed and code is not None and 400 <= code < 500 and code != 429 and identity is None:
        return ItemResult(certainty="rejected", reason=_server_reason(element, code))
    if failed and identity is None and code == 200:
        return ItemResult(certainty="rejected", reason=_server_reason(element, code))
    if failed and identity is None and code is None and (element.get("message") or element.get("validation_errors")):
        return ItemResult(certainty="rejected", reason=_server_reason(element, None))
    return _doubtful(f"a result contradicts itself: result={result!r}, code={code!r}, id={element.get('id')!r}")


def _read_failure(answer: Answer, document: object) -> BatchResult:
    status = answer.status
    body = document if isinstance(document, Mapping) else {}
    reason = _server_reason(body, status)
    if status == 413:
        return BatchResult(conclusion="too_large", reason=reason)
    if status in (408, 425, 429):
        conclusion: Conclusion = "doubtful" if status == 408 else "busy"
        return BatchResult(conclusion=conclusion, reason=reason, answered=status != 408)
    if status in (401, 402, 403, 404, 405):
        return BatchResult(conclusion="forbidden", reason=reason)
    if 400 <= status < 500:
        return BatchResult(conclusion="refused", reason=reason)
    return _doubt(answer, f"HTTP {status}", answered=False)


def _doubt(answer: Answer, message: str, *, answered: bool = True) -> BatchResult:
    reason = Reason(kind="unresolved", message=message, code=answer.status, evidence={"body": _excerpt(answer.body)})
    return BatchResult(conclusion="doubtful", reason=reason, answered=answered)


def _doubtful(message: str) -> ItemResult:
    return ItemResult(certainty="doubtful", reason=Reason(kind="unresolved", message=message))


def _server_reason(body: Mapping[str, Any], code: int | None) -> Reason:
    message = _text(body, "message", "messsage", "error") or "the server refused the draft without a reason"
    return Reason(
        kind="server",
        message=message[:2000],
        code=code,
        validation_errors=dict(_flat(body.get("validation_errors") or body.get("errors"))),
    )


def _flat(errors: object, prefix: str = "") -> list[tuple[str, Sequence[str]]]:
    if isinstance(errors, Mapping):
        return [pair for name, inner in errors.items() for pair in _flat(inner, f"{prefix}.{name}" if prefix else name)]
    if isinstance(errors, list) and any(isinstance(inner, (Mapping, list)) for inner in errors):
        return [pair for place, inner in enumerate(errors) for pair in _flat(inner, f"{prefix}.{place}")]
    if isinstance(errors, list):
        return [(prefix or "request", tuple(str(word) for word in errors))] if errors else []
    return [(prefix or "request", (str(errors),))] if errors not in (None, "") else []


def _decode(body: bytes) -> tuple[object, bool]:
    try:
        return msgspec.json.decode(body), True
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
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


def _excerpt(body: bytes) -> str:
    return body[:500].decode("utf-8", "replace")
