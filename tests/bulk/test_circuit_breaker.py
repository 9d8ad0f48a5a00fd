"""When a run holds still: one request at a time tries the way, and the first answer lets all of them go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from daftra_async import BulkError
from daftra_async._bulk.circuit_breaker import CircuitBreaker

from .virtual import VirtualClock, run_virtually


def moments(told: Callable[[CircuitBreaker, int], None], senders: int = 3) -> list[float]:
    """When each of several senders may go, after the server was out of reach; what each found is told to the others."""

    async def story() -> list[float]:
        clock = VirtualClock(1)
        breaker = CircuitBreaker(clock, outage_timeout=None)
        breaker.unreachable()
        assert breaker.paused

        async def send(number: int) -> float:
            await breaker.clear()
            went = clock.now()
            await asyncio.sleep(0.01)
            told(breaker, number)
            return went

        return await asyncio.gather(*map(send, range(senders)))

    return run_virtually(story())


def test_during_an_outage_one_request_after_another_tries_the_way() -> None:
    went = moments(lambda breaker, number: breaker.unreachable())
    assert went[0] > 0
    assert went == sorted(set(went))


def test_the_first_answer_lets_all_of_them_go() -> None:
    first, *others = moments(lambda breaker, number: breaker.answered())
    assert first > 0
    assert all(first < went <= first + 1.0 for went in others)


@pytest.mark.parametrize(("lost", "paused"), [(2, False), (3, True)])
def test_three_requests_lost_in_a_row_are_an_outage(lost: int, paused: bool) -> None:
    breaker = CircuitBreaker(VirtualClock(1), outage_timeout=None)

    async def story() -> None:
        for _ in range(lost):
            breaker.lost()

    run_virtually(story())
    assert breaker.paused is paused


def test_an_outage_ends_the_run_at_a_try_that_fails_when_its_time_is_up() -> None:
    async def story() -> float:
        clock = VirtualClock(1)
        breaker = CircuitBreaker(clock, outage_timeout=60.0)
        while True:
            breaker.unreachable()
            try:
                await breaker.clear()
            except BulkError:
                return clock.now()

    assert run_virtually(story()) == pytest.approx(60.0)
