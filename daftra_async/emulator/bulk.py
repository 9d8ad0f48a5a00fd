"""The bulk create: one by one, a verdict per element, going on even when the client has left."""

from __future__ import annotations

import asyncio
from typing import Any

from .account import Account
from .answers import Incoming, Reply, v1_failed
from .store import Values
from .v1_checks import RefusedError
from .v1_write import V1Writes


async def add_bulk(account: Account, writes: V1Writes, incoming: Incoming, single: Incoming) -> Reply:
    """Create every element of a JSON array in order, as ``single`` creates one.

    Not atomic: a refused element does not undo the others.
    """
    if not isinstance(incoming.data, list):
        return v1_failed(400, account.words["bad_request"])
    verdicts: list[Values] = []
    for element in incoming.data:
        if account.switches.bulk_latency:
            await asyncio.sleep(account.switches.bulk_latency)
        verdicts.append(_verdict(writes, single, element))
        account.store.commit()
    ids = tuple(verdict["id"] for verdict in verdicts if verdict.get("id") is not None)
    return Reply(status=200, body=verdicts, effect="created" if ids else "refused", ids=ids)


def _verdict(writes: V1Writes, incoming: Incoming, element: Any) -> Values:
    try:
        return writes.created(incoming, element)
    except RefusedError as refused:
        body: Values = refused.answer.body
        return body
