"""The v2 entity API: which rule answers which call, and several reads in one request."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from .account import Account, first_segment
from .answers import Incoming, Reply, v2_message
from .schema import DocumentedCall
from .tables import v2_collection
from .v2_filters import plain_conditions
from .v2_read import DEEPEST, V2Reads
from .v2_write import V2Writes
from .wireforms import encode

_PREFIX = "/v2/api/entity/"
_WORKFLOW_ENTITY = re.compile(r"le_workflow-type-entity-\d+\Z")
_RULES: Mapping[tuple[str, int, bool], str] = {
    ("GET", 2, True): "list",
    ("GET", 3, True): "list",
    ("GET", 2, False): "get",
    ("GET", 3, False): "get",
    ("POST", 1, False): "create",
    ("PUT", 2, False): "update",
}


class EntityApi:
    """The v2 entities of one account."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self.reads = V2Reads(account)
        self.writes = V2Writes(account, self.reads)
        self._calls: dict[tuple[str, str], DocumentedCall] = {}
        for call in account.schema.calls:
            if call.path.startswith(_PREFIX):
                self._calls.setdefault((call.method, first_segment(call.path)), call)

    def answer(self, incoming: Incoming, parts: Sequence[str]) -> Reply:
        """Apply the rule of ``{entity}``, ``{entity}/{id}[/{level}]``, ``{entity}/list[/{level}]`` or ``delete/…``."""
        if incoming.method == "DELETE" and len(parts) == 3 and parts[0] == "delete":
            return self._delete(attrs.evolve(incoming, arguments={"entity": parts[1], "id": parts[2]}))
        rule = _RULES.get((incoming.method, len(parts), len(parts) > 1 and parts[1] == "list"))
        if rule is None or not parts[0]:
            return v2_message(404, self._account.words["invalid_endpoint"])
        names = ("entity", "id", "level")
        arguments = dict(zip(names, parts, strict=False))
        call = self._calls.get((incoming.method, parts[0]))
        request = attrs.evolve(incoming, arguments=arguments, call=call)
        if not self._exists(parts[0]):
            return Reply(status=200, body={"error": "Entity Not exists"}, effect="refused")
        rules = {
            "list": self.reads.page,
            "get": self.reads.get,
            "create": self.writes.create,
            "update": self.writes.update,
        }
        return rules[rule](request)

    def _delete(self, incoming: Incoming) -> Reply:
        if not self._exists(incoming.arguments["entity"]):
            return v2_message(400, self._account.words["record_not_found"])
        return self.writes.delete(incoming)

    def multi(self, incoming: Incoming) -> Reply:
        """Several shows and lists in one request: an object keyed by alias or entity."""
        if not isinstance(incoming.data, list) or not all(isinstance(one, Mapping) for one in incoming.data):
            return v2_message(422, self._account.words["invalid"], errors={"0": [self._account.words["bad_request"]]})
        found = {str(one.get("alias") or one.get("key")): self._one_of_many(one, incoming) for one in incoming.data}
        return Reply(status=200, body=encode(found))

    def _one_of_many(self, one: Mapping[str, Any], incoming: Incoming) -> Any:
        entity, level = str(one.get("key")), one.get("data_level")
        if not self._exists(entity):
            return {"error": "Entity Not exists"}
        table = v2_collection(entity).table
        options = one.get("options")
        depth = min(level, DEEPEST) if isinstance(level, int) else 1
        if one.get("action") == "show":
            named = options.get("id") if isinstance(options, Mapping) else options
            row = self.reads.find(entity, str(named), incoming.branch_id)
            return self.reads.record(table, row, depth) if row else {"message": self._account.words["record_not_found"]}
        conditions = plain_conditions(options) if isinstance(options, Mapping) else []
        rows = self.reads.rows(entity, conditions, incoming)
        return [self.reads.record(table, row, depth) for row in rows]

    def _exists(self, entity: str) -> bool:
        return entity in self._account.entities or _WORKFLOW_ENTITY.match(entity) is not None
