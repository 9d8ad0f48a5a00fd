"""What a retry policy allows and what each of its numbers does at its edge."""

from __future__ import annotations

import asyncio
from typing import Any

import attrs
import pytest

from daftra_async import RetryPolicy
from daftra_async._http.retry import Idempotency, backoff, idempotency_of
from daftra_async._wire.messages import Operation, Request
from daftra_async.errors import ConfigurationError, ConnectionLost

from .calls import CREATE, GET, UPDATE
from .virtual import Broken, Reply, run, scripted

SENT = Broken(written=True)
OK = Reply(200)


@pytest.mark.parametrize("name", ["base", "cap", "deadline", "budget"])
def test_a_number_below_zero_is_refused(name: str) -> None:
    values: dict[str, Any] = {name: -0.5 if name != "budget" else -1}
    with pytest.raises(ConfigurationError, match=r"^RetryPolicy: base, cap, deadline and budget are not negative$"):
        RetryPolicy(**values)


@pytest.mark.parametrize("name", ["base", "cap"])
def test_without_a_base_or_a_cap_the_next_try_comes_at_once(name: str) -> None:
    numbers: dict[str, Any] = {name: 0}
    session, transport = scripted([SENT, SENT, OK], retry=RetryPolicy(**numbers))
    assert run(session.send(GET)).status == 200
    assert transport.times == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("cap", [0.25, 1.0])
def test_no_pause_is_longer_than_the_cap(cap: float) -> None:
    session, transport = scripted([SENT, SENT, SENT, OK], retry=RetryPolicy(retries=3, base=0.5, cap=cap))
    assert run(session.send(GET)).status == 200
    first = min(0.5, cap)
    assert transport.times == [0.0, first, first + cap, first + 2 * cap]


def test_with_an_empty_budget_nothing_goes_again() -> None:
    session, transport = scripted([SENT], retry=RetryPolicy(budget=0))
    with pytest.raises(ConnectionLost):
        run(session.send(GET))
    assert len(transport.sent) == 1


def test_with_a_budget_of_one_the_second_retry_waits_for_ten_successes() -> None:
    async def calls() -> list[int]:
        session, transport = scripted([SENT, OK, SENT, *[OK] * 9, SENT, OK], retry=RetryPolicy(budget=1))
        sent = []
        for _ in range(12):
            await asyncio.gather(session.send(GET), return_exceptions=True)
            sent.append(len(transport.sent))
        return sent

    # The answer to the first retry is the first success, the nine after the second loss make it ten.
    assert run(calls()) == [2, 3, *range(4, 13), 14]


@pytest.mark.parametrize(("deadline", "tries"), [(0.0, 1), (0.4, 1), (0.5, 2), (1.5, 3), (None, 3)])
def test_a_try_may_begin_at_the_deadline_and_not_after_it(deadline: float | None, tries: int) -> None:
    session, transport = scripted([SENT] * tries, retry=RetryPolicy(deadline=deadline))
    with pytest.raises(ConnectionLost):
        run(session.send(GET))
    assert len(transport.sent) == tries


def test_a_hundred_retries_are_the_most() -> None:
    policy = RetryPolicy(retries=100, base=0.0, budget=100)
    session, transport = scripted([SENT] * 101, retry=policy)
    with pytest.raises(ConnectionLost, match="try 101"):
        run(session.send(GET))
    assert len(transport.sent) == 101


def test_a_backoff_after_ever_so_many_tries_is_a_number() -> None:
    assert backoff(RetryPolicy(cap=1e9), 1_000_000, 0.5) == 5e8


@pytest.mark.parametrize(
    ("path", "arguments", "idempotency"),
    [
        ("/entities/{key}", {"key": "brand"}, Idempotency.IDEMPOTENT),
        ("/entities/{key}.json", {"key": "brand"}, Idempotency.IDEMPOTENT),
        ("/entities/brand", {}, Idempotency.ONCE),
    ],
)
def test_a_put_that_names_its_record_by_any_key_may_be_repeated(
    path: str, arguments: dict[str, Any], idempotency: Idempotency
) -> None:
    operation = Operation(resource="entities", name="update", method="PUT", base="/api2", path=path, kind="update")
    assert idempotency_of(operation.request(path=arguments, body={})) is idempotency


@pytest.mark.parametrize(
    ("asked", "idempotency"),
    [
        (attrs.evolve(GET, idempotent=False), Idempotency.ONCE),
        (attrs.evolve(UPDATE, idempotent=False), Idempotency.ONCE),
        (attrs.evolve(CREATE, idempotent=True), Idempotency.IDEMPOTENT),
        (attrs.evolve(GET, idempotent=True), Idempotency.READ),
        (attrs.evolve(CREATE, idempotent=True, read_back=True), Idempotency.READ_BACK),
    ],
)
def test_what_a_askedsays_of_itself_counts_for_more(asked: Request, idempotency: Idempotency) -> None:
    assert idempotency_of(asked) is idempotency
