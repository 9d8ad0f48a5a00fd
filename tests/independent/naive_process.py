"""The client that everybody writes first: it retries whatever went wrong. The judge must find it guilty.

It takes the same task and leaves the same report as ``client_process.py``. After each chunk it saves how far it came.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import httpx

from tests.independent.client_process import Report, Task
from tests.independent.server import API_KEY

ATTEMPTS = 8


def post(client: httpx.Client, bodies: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The results of a chunk, after as many attempts as it takes; refusals for all if every attempt failed."""
    for _ in range(ATTEMPTS):
        try:
            answer = client.post("/api2/invoices/add_bulk.json", json=bodies)
            results = answer.raise_for_status().json()
        except (httpx.HTTPError, ValueError):
            continue
        if isinstance(results, list) and len(results) == len(bodies):
            return results
    return [{"message": "gave up"}] * len(bodies)


def main(task: Task) -> None:
    """Go on after the last chunk that was saved."""
    report = Report(task.report)
    progress = Path(task.ledger)
    results: list[dict[str, Any]] = json.loads(progress.read_text()) if progress.exists() else []
    bodies = [draft.body for draft in task.submitted()]
    with httpx.Client(base_url=task.url, headers={"apikey": API_KEY}, timeout=task.timeout) as client:
        while len(results) < len(bodies):
            results += post(client, bodies[len(results) : len(results) + task.chunk_size])
            progress.write_text(json.dumps(results))
    for index, result in enumerate(results):
        record_id = result.get("id")
        report.outcome(
            index, "created" if record_id else "rejected", int(record_id) if record_id else None, result.get("message")
        )
    report.end("ended")


if __name__ == "__main__":
    main(Task(**json.loads(sys.argv[1])))
