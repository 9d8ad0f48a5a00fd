"""With a file for a queue nothing that was answered is lost: neither by a kill, nor by a handler that fails."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from daftra_async import ConfigurationError
from daftra_async.webhooks import Delivery, Receiver

from .serving import HEADERS, PATH, SECRET, ignore, lifespan, record, serving, until

SERVICE = Path(__file__).with_name("hooked_service.py")


class Service:
    """The service's process and what it prints."""

    def __init__(self, queue: Path, does: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(SERVICE), str(queue), does], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.url = f"http://127.0.0.1:{self.line()}"

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def post(self, number: int) -> int:
        for _ in range(200):
            try:
                return httpx.post(self.url + PATH, content=record(number), headers=HEADERS, timeout=30).status_code
            except httpx.ConnectError:
                continue
        raise AssertionError("the service does not listen")


@contextmanager
def service(queue: Path, does: str) -> Iterator[Service]:
    running = Service(queue, does)
    try:
        yield running
    finally:
        running.process.kill()
        running.process.communicate()


def test_what_was_answered_outlives_a_kill_and_is_handed_over_at_the_next_start(tmp_path: Path) -> None:
    queue = tmp_path / "deliveries.sqlite"
    with service(queue, "hold") as first:
        assert [first.post(number) for number in (1, 2, 3)] == [204, 204, 204]
        assert first.line() == "client.created 5000000 1"
    with service(queue, "work") as second:
        assert [second.line() for _ in range(3)] == [f"client.created 5000000 {number}" for number in (1, 2, 3)]
        # The server repeats what it never saw answered: known, across the processes too.
        assert second.post(2) == 204
        assert second.post(4) == 204
        assert second.line() == "client.created 5000000 4"


def test_what_a_failing_handler_gave_up_is_tried_again_at_the_next_start(tmp_path: Path) -> None:
    queue = tmp_path / "deliveries.sqlite"
    for _ in range(2):
        with service(queue, "fail") as failing:
            failing.post(1)
            assert failing.line() == "client.created 5000000 1"
    with service(queue, "work") as mended:
        assert mended.line() == "client.created 5000000 1"


async def test_leaving_in_order_keeps_what_nobody_had_in_hand(tmp_path: Path) -> None:
    handled: list[int | None] = []

    async def handler(delivery: Delivery) -> None:
        handled.append(delivery.id)
        leaving.stop()

    receiver = Receiver(SECRET, handler, queue=tmp_path / "queue.sqlite")
    async with serving(receiver):
        assert receiver._queue is not None
        leaving = receiver._queue
        async with httpx.AsyncClient(transport=httpx.ASGITransport(receiver), base_url="http://hooks.test") as client:
            await client.post(PATH, content=record(1), headers=HEADERS)
            await client.post(PATH, content=record(2), headers=HEADERS)
    assert handled == [1]
    async with Receiver(SECRET, handler, queue=tmp_path / "queue.sqlite"):
        await until(lambda: handled == [1, 2])


async def test_the_file_is_the_owners_alone_and_held_by_one_process(tmp_path: Path) -> None:
    path = tmp_path / "queue.sqlite"
    async with serving(Receiver(SECRET, ignore, queue=path)) as client:
        await client.post(PATH, content=record())
        modes = {file.name: file.stat().st_mode & 0o777 for file in sorted(tmp_path.glob("*"))}  # noqa: ASYNC240
        assert set(modes.values()) == {0o600}, modes
        with pytest.raises(ConfigurationError, match="another process"):
            await Receiver(SECRET, ignore, queue=path).__aenter__()


async def test_a_file_of_which_others_could_read_is_made_private(tmp_path: Path) -> None:
    path = tmp_path / "queue.sqlite"
    path.touch(mode=0o644)
    async with Receiver(SECRET, ignore, queue=path):
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("wrong", ["a link", "a directory", "no directory", "another file"])
async def test_a_queue_that_cannot_be_used_is_said_at_the_start(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "queue.sqlite"
    if wrong == "a link":
        (tmp_path / "elsewhere").touch()
        path.symlink_to(tmp_path / "elsewhere")
    elif wrong == "a directory":
        path.mkdir()
    elif wrong == "no directory":
        path = tmp_path / "missing" / "queue.sqlite"
    else:
        path.write_bytes(b"no database, " * 100)
    with pytest.raises(ConfigurationError, match=r"queue\.sqlite"):
        await Receiver(SECRET, ignore, queue=path).__aenter__()
    with pytest.raises(AssertionError, match=r"startup\.failed"):
        await lifespan(Receiver(SECRET, ignore, queue=path)).__aenter__()


async def test_a_disk_that_takes_nothing_more_asks_the_server_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(receiver := Receiver(SECRET, ignore, queue=tmp_path / "queue.sqlite")) as client:
        assert receiver._queue is not None
        (pages,) = receiver._queue._database.execute("PRAGMA page_count").fetchone()
        receiver._queue._database.execute(f"PRAGMA max_page_count = {pages}")
        answers = {(await client.post(PATH, content=record(number) + b" " * 5000)).status_code for number in range(3)}
        assert answers == {503}
        receiver._queue._database.execute("PRAGMA max_page_count = 1000000")
        assert (await client.post(PATH, content=record(1))).status_code == 204
        await until(lambda: receiver.counts.handled == 1)
    assert "could not be kept" in caplog.text


async def test_an_event_that_this_version_does_not_know_is_kept_for_one_that_does(tmp_path: Path) -> None:
    path = tmp_path / "queue.sqlite"
    receiver = Receiver(SECRET, ignore, queue=path, max_attempts=1)
    async with receiver:
        pass
    with sqlite3.connect(path) as file:
        file.execute(
            "INSERT INTO delivery (fingerprint, site_id, event, body, at) VALUES (x'00', 1, 'invoice.sent', '{}', 0)"
        )
    file.close()
    async with receiver:
        await until(lambda: receiver.counts.given_up == 1)
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT event, state FROM delivery").fetchall() == [("invoice.sent", "given up")]
    file.close()
