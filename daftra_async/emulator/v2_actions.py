"""v2's calls outside the entities: marketplace apps, and bookings in their newer form."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from .account import Account
from .answers import Incoming, Reply, v2_message
from .store import Values
from .tables import BOOKING
from .v1_read import V1Reads
from .v1_write import V1Writes

_IS_ACTIVE = re.compile(r"/v2/api/app-manager/is_active/([^/]+)\Z")
_ACTIVATE = re.compile(r"/v2/api/app-manager/activate/(\d+)/([^/]+)\Z")
_LOCK = re.compile(r"/v2/api/apps-manager/(\d+)/([^/]+)/(\d+)/([^/]+)\Z")
_BOOKING = re.compile(r"/v2/api/bookings/(\d+)(/status)?\Z")
_CHOSEN = frozenset({1, 3, 4})
"""Booking states that a caller can choose; the others come by themselves."""


class V2Actions:
    """The calls of one account."""

    def __init__(self, account: Account, reads: V1Reads, writes: V1Writes) -> None:
        self._account = account
        self._reads = reads
        self._writes = writes

    def answer(self, incoming: Incoming) -> Reply | None:
        """The answer, or None where the path is none of these."""
        if incoming.method == "GET":
            return self._get(incoming)
        if incoming.method == "POST" and incoming.path == "/v2/api/bookings":
            return self._book(incoming)
        named = _BOOKING.match(incoming.path)
        if incoming.method == "DELETE" and named and not named[2]:
            return self._delete_booking(named[1], incoming)
        return None

    def _no_such_record(self) -> Reply:
        return v2_message(400, self._account.words["record_not_found"])

    def _delete_booking(self, number: str, incoming: Incoming) -> Reply:
        if self._reads.find("bookings", number, incoming.branch_id) is None:
            return self._no_such_record()
        return self._writes.delete(attrs.evolve(incoming, path="/api2/bookings", arguments={"id": number}))

    def _get(self, incoming: Incoming) -> Reply | None:
        if _IS_ACTIVE.match(incoming.path):
            return Reply(status=200, body={"is_active": True})
        activated = _ACTIVATE.match(incoming.path)
        if activated:
            code = 1 if activated[2] == "true" else 3
            return Reply(status=200, body={"status": True, "code": code, "msg": ""}, effect="updated")
        locked = _LOCK.match(incoming.path)
        if locked:
            return self._lock(entity=locked[2], number=int(locked[3]), lock=locked[4] == "true")
        named = _BOOKING.match(incoming.path)
        return self._change_booking(named[1], incoming) if named and named[2] else None

    def _lock(self, *, entity: str, number: int, lock: bool) -> Reply:
        row = self._account.store.get(entity, number)
        if row is None:
            return Reply(status=200, body={"status": False, "msg": self._account.words["not_found"]}, effect="refused")
        self._account.store.update(entity, number, {"locked": int(lock)})
        return Reply(status=200, body={"status": True, "msg": ""}, effect="updated")

    def _book(self, incoming: Incoming) -> Reply:
        content: Mapping[str, object] = incoming.data if isinstance(incoming.data, Mapping) else {}
        header = content.get("Invoice") or content.get("booking")
        client = header.get("client_id") if isinstance(header, Mapping) else None
        if not str(client).isdecimal() or self._account.store.get("client", int(str(client))) is None:
            return v2_message(400, self._account.words["invalid"], code=400, errors=self._account.words["required"])
        values: Values = {"type": BOOKING, "client_id": int(str(client)), "booking_status": 0}
        new_id = self._account.store.insert("invoice", values)
        body = {"code": 200, "message": self._account.words["saved"], "id": str(new_id), "appointment_id": str(new_id)}
        return Reply(status=200, body=body, effect="created", ids=(new_id,))

    def _change_booking(self, number: str, incoming: Incoming) -> Reply:
        row = self._reads.find("bookings", number, incoming.branch_id)
        if row is None:
            return self._no_such_record()
        status = incoming.data.get("status") if isinstance(incoming.data, Mapping) else None
        if status not in _CHOSEN or row.get("converted"):
            return Reply(status=200, body={"message": "", "error": True}, effect="refused")
        self._account.store.update("invoice", row["id"], {"booking_status": status})
        return Reply(status=200, body={"message": self._account.words["saved"], "error": False}, effect="updated")
