"""The truth: the server's own log of what it really did, one JSON object a line, readable while it is written.

Lines are appended with one system call each, so a reader sees whole lines only and a killed server loses none.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from pathlib import Path
from typing import Any

from attrs import field, frozen


class TruthLog:
    """The server's end: appends events with the time of day (seconds since the epoch)."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def write(self, event: str, **facts: object) -> None:
        line = json.dumps({"event": event, "at": time.time(), **facts})
        os.write(self._file, line.encode() + b"\n")


class TruthReader:
    """The driver's end: follows the log, counting events and what clients had created."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offset = 0
        self.counts: Counter[str] = Counter()

    def refresh(self) -> Counter[str]:
        """Events so far by name; ``by client`` counts records created for a client."""
        with self._path.open("rb") as file:
            file.seek(self._offset)
            lines = file.readlines()
        for line in lines:
            if not line.endswith(b"\n"):
                break
            self._offset += len(line)
            event = json.loads(line)
            self.counts[event["event"]] += 1
            self.counts["by client"] += event.get("by") == "client"
        return self.counts


@frozen
class Record:
    """A record that exists: when it was made (seconds since the epoch), by whom, and for which draft."""

    id: int
    kind: str
    tag: str | None
    by: str
    at: float


@frozen
class Truth:
    """The whole log, read after the server's end."""

    records: dict[tuple[str, int], Record]
    by_tag: dict[str, list[Record]] = field(repr=False)
    deleted: frozenset[tuple[str, int]]
    counts: Counter[str] = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> Truth:
        events: list[dict[str, Any]] = [json.loads(line) for line in path.read_bytes().splitlines()]
        made = [
            Record(event["id"], event["kind"], event["tag"], event["by"], event["at"])
            for event in events
            if event["event"] == "created"
        ]
        by_tag: dict[str, list[Record]] = {}
        for record in made:
            by_tag.setdefault(record.tag or "", []).append(record)
        deleted = frozenset((event["kind"], event["id"]) for event in events if event["event"] == "deleted")
        by_id = {(record.kind, record.id): record for record in made}
        return cls(by_id, by_tag, deleted, Counter(event["event"] for event in events))

    def made_for(self, kind: str, *, before: float = float("inf")) -> Counter[str]:
        """How many records clients made of each draft, up to a moment."""
        return Counter(
            record.tag
            for record in self.records.values()
            if record.kind == kind and record.by == "client" and record.tag and record.at < before
        )
