"""How much is asked at once: places, rate, and the pause after a 429, on a virtual clock."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async._http.limiter import AdaptiveRate, RateLimit
from daftra_async._http.retry import RetryPolicy
from daftra_async.errors import ConfigurationError, RequestTimeout
from daftra_async.options import Timeout

from .calls import CREATE, GET
from .virtual import Reply, clock, run, scripted

OK = Reply(200)


def test_no_more_requests_are_in_flight_than_there_are_places() -> None:
    async def gather() -> int:
        session, transport = scripted(lambda _: Reply(200, takes=1.0), concurrency=5)
        await asyncio.gather(*(session.send(GET) for _ in range(50)))
        assert transport.times[-1] == 9.0
        return transport.most_in_flight

    assert run(gather()) == 5


def test_a_pause_before_a_retry_takes_no_place() -> None:
    async def gather() -> list[float]:
        session, transport = scripted([Reply(503), OK, OK], concurrency=1)
        await asyncio.gather(session.send(GET), session.send(GET))
        return transport.times

    assert run(gather()) == [0.0, 0.0, 0.5]


def test_requests_are_spaced_by_the_rate() -> None:
    async def gather() -> list[float]:
        session, transport = scripted(lambda _: OK, concurrency=50, rate_limit=RateLimit(60, per=60.0))
        await asyncio.gather(*(session.send(GET) for _ in range(5)))
        return transport.times

    assert run(gather()) == [0.0, 1.0, 2.0, 3.0, 4.0]


def test_a_burst_may_come_at_once_and_is_paid_for_afterwards() -> None:
    async def gather() -> list[float]:
        session, transport = scripted(lambda _: OK, concurrency=50, rate_limit=RateLimit(1, per=1.0, burst=3))
        await asyncio.gather(*(session.send(GET) for _ in range(5)))
        await asyncio.sleep(100)
        await asyncio.gather(*(session.send(GET) for _ in range(4)))
        return transport.times

    assert run(gather()) == [0.0, 0.0, 0.0, 1.0, 2.0, 102.0, 102.0, 102.0, 103.0]


arrivals = st.lists(st.floats(0, 5), max_size=60)


@given(gaps=arrivals, requests=st.integers(1, 20), per=st.floats(0.5, 60), burst=st.integers(1, 5))
def test_no_window_ever_holds_more_than_the_rate_and_a_burst(
    gaps: list[float], requests: int, per: float, burst: int
) -> None:
    rate = AdaptiveRate(RateLimit(requests, per=per, burst=burst))
    now, gone = 0.0, []
    for gap in gaps:
        now += gap
        now += rate.delay(now)
        rate.take(now)
        gone.append(now)
    for start in gone:
        inside = [moment for moment in gone if start <= moment < start + per * (1 - 1e-9)]
        assert len(inside) <= requests + burst - 1 + 1e-9


def test_calls_go_in_the_order_they_came() -> None:
    async def gather() -> list[str]:
        session, transport = scripted(lambda _: OK, concurrency=2, rate_limit=RateLimit(10))
        calls = [session.send(GET, {"query": {"n": number}}) for number in range(20)]
        await asyncio.gather(*calls)
        return [request.url.params["n"] for _, request in transport.sent]

    assert run(gather()) == [str(number) for number in range(20)]


def test_a_cancelled_waiter_takes_no_turn() -> None:
    async def gather() -> list[float]:
        session, transport = scripted(lambda _: OK, concurrency=50, rate_limit=RateLimit(1))
        calls = [asyncio.ensure_future(session.send(GET)) for _ in range(10)]
        await asyncio.sleep(0.5)
        for call in calls[1:9]:
            call.cancel()
        await calls[9]
        return transport.times

    assert run(gather()) == [0.0, 1.0]


def test_a_wait_for_a_place_has_its_own_limit() -> None:
    async def gather() -> tuple[str, bool, float]:
        session, _ = scripted(lambda _: Reply(200, takes=10.0), concurrency=1)
        first = asyncio.ensure_future(session.send(GET))
        await asyncio.sleep(0)
        before = clock()
        with pytest.raises(RequestTimeout) as caught:
            await session.send(CREATE, {"timeout": Timeout(pool=3.0)})
        waited = clock() - before
        assert (await first).status == 200
        assert (await session.send(CREATE)).status == 200
        return caught.value.phase, caught.value.sent, waited

    assert run(gather()) == ("pool", False, 3.0)


def test_a_429_holds_everyone_still_until_retry_after() -> None:
    async def gather() -> list[float]:
        session, transport = scripted([Reply(429, {"retry-after": "30"}), *[OK] * 4], concurrency=4)
        first = asyncio.ensure_future(session.send(CREATE))
        await asyncio.sleep(1)
        later = [asyncio.ensure_future(session.send(GET)) for _ in range(3)]
        assert (await first).status == 200
        await asyncio.gather(*later)
        return transport.times

    times = run(gather())
    assert times[0] == 0.0
    assert min(times[1:]) == 30.0


def test_a_429_without_a_usable_pause_is_answered_with_a_growing_one() -> None:
    session, transport = scripted([Reply(429), Reply(429, {"retry-after": "-1"}), OK], rate_limit=RateLimit(1000))
    assert run(session.send(GET)).status == 200
    assert transport.times == [0.0, 1.0, 3.0]


def test_a_429_that_stays_is_returned() -> None:
    session, transport = scripted([Reply(429, {"retry-after": "1"})] * 3)
    response = run(session.send(CREATE))
    assert (response.status, response.headers["retry-after"]) == (429, "1")
    assert len(transport.sent) == 3


def test_a_pause_longer_than_the_deadline_is_refused_at_once_to_everyone() -> None:
    async def gather() -> float:
        session, transport = scripted(lambda _: Reply(429, {"retry-after": "7200"}), concurrency=4)
        assert (await session.send(GET)).status == 429
        before = clock()
        refused = await asyncio.gather(*(session.send(CREATE) for _ in range(20)), return_exceptions=True)
        assert {(type(error), error.phase, error.sent) for error in refused if isinstance(error, RequestTimeout)} == {
            (RequestTimeout, "pool", False)
        }
        assert len(refused) == 20
        assert len(transport.sent) == 1
        return clock() - before

    assert run(gather()) == 0.0


def test_without_a_deadline_a_long_pause_is_waited_for() -> None:
    policy = RetryPolicy(deadline=None)
    session, transport = scripted([Reply(429, {"retry-after": "7200"}), OK], retry=policy)
    assert run(session.send(GET)).status == 200
    assert transport.times == [0.0, 7200.0]


def test_the_rate_is_halved_once_for_all_refusals_of_one_moment() -> None:
    rate = AdaptiveRate(RateLimit(10))
    for number in range(5):
        rate.take(number / 10)
    for number in range(5):
        rate.refused(1.0, sent=number / 10, pause=0.0)
    rate.take(2.0)
    assert rate.delay(2.0) == pytest.approx(0.2)


def test_the_rate_comes_back_by_equal_steps() -> None:
    rate = AdaptiveRate(RateLimit(10))
    rate.take(0.0)
    rate.refused(1.0, sent=0.0, pause=0.0)
    rates = []
    now = 10.0
    for _ in range(12):
        rate.take(now)
        rates.append(round(1 / rate.delay(now), 6))
        now += 10
        rate.answered()
    assert rates == [5.0, 5.5, 6.0, 6.5, 7.0, 7.5, 8.0, 8.5, 9.0, 9.5, 10.0, 10.0]


def test_a_pace_that_was_free_is_free_again_in_the_end() -> None:
    rate = AdaptiveRate(None)
    for number in range(20):
        rate.take(number / 100)
    rate.refused(1.0, sent=0.19, pause=0.0)
    rate.take(2.0)
    assert rate.delay(2.0) == pytest.approx(0.02)
    for _ in range(30):
        rate.answered()
    rate.take(3.0)
    assert rate.delay(3.0) == 0.0


def test_a_client_finds_the_rate_of_a_server_that_does_not_tell_it() -> None:
    window: list[float] = []

    def server(_: httpx.Request) -> Reply:
        now = clock()
        window[:] = [moment for moment in window if moment > now - 10.0]
        if len(window) >= 20:
            return Reply(429)
        window.append(now)
        return Reply(200, takes=0.05)

    async def gather() -> tuple[list[int], int]:
        policy = RetryPolicy(retries=20, deadline=None)
        session, transport = scripted(server, concurrency=8, retry=policy)
        answers = await asyncio.gather(*(session.send(CREATE) for _ in range(300)))
        return [response.status for response in answers], len(transport.sent)

    statuses, sent = run(gather())
    assert statuses == [200] * 300
    assert sent < 450


@pytest.mark.parametrize(
    "wrong",
    [
        {"concurrency": 0},
        {"concurrency": -1},
        {"concurrency": 2.5},
        {"concurrency": True},
    ],
)
def test_a_limit_that_is_none_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ConfigurationError):
        scripted([], **wrong)


@pytest.mark.parametrize(("requests", "per", "burst"), [(0, 1.0, 1), (-1, 1.0, 1), (1, 0.0, 1), (1, 1.0, 0)])
def test_a_rate_that_is_none_is_refused(requests: float, per: float, burst: int) -> None:
    with pytest.raises(ConfigurationError):
        RateLimit(requests, per=per, burst=burst)
