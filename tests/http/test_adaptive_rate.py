"""How a rate is slowed by refusals and comes back: to the configured rate and never beyond, from what was seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async import RateLimit, RetryPolicy
from daftra_async._http.limiter import AdaptiveRate
from daftra_async.errors import ConfigurationError

from .calls import GET
from .virtual import Reply, run, scripted

OK = Reply(200)
MANY = 2000
"""More answers than any number of refusals below takes back."""


def spacing(rate: AdaptiveRate, now: float) -> float:
    """Seconds between two requests, the first of which goes at once."""
    assert rate.delay(now) == 0.0
    rate.take(now)
    return rate.delay(now)


@pytest.mark.parametrize("limit", [None, RateLimit(10), RateLimit(10, burst=3)], ids=str)
def test_the_first_request_goes_at_once_whatever_the_clock_says(limit: RateLimit | None) -> None:
    rate = AdaptiveRate(limit)
    assert rate.delay(0.0) == rate.pause_left(0.0) == 0.0


def test_a_burst_is_as_many_requests_as_it_says() -> None:
    rate = AdaptiveRate(RateLimit(10, per=1.0, burst=3))
    for _ in range(3):
        assert rate.delay(50.0) == 0.0
        rate.take(50.0)
    assert rate.delay(50.0) == pytest.approx(0.1)


def test_after_a_refusal_no_burst_is_allowed_until_the_rate_is_back() -> None:
    rate = AdaptiveRate(RateLimit(10, per=1.0, burst=3))
    rate.take(0.0)
    rate.refused(0.0, sent=0.0, pause=1.0)
    assert spacing(rate, 10.0) == pytest.approx(0.2)
    for _ in range(MANY):
        rate.answered()
    rate.take(20.0)
    assert rate.delay(20.0) == 0.0


def test_a_pause_that_is_over_holds_nobody() -> None:
    rate = AdaptiveRate(None)
    rate.refused(10.0, sent=10.0, pause=5.0)
    assert (rate.pause_left(12.0), rate.delay(12.0)) == (3.0, 3.0)
    assert (rate.pause_left(15.0), rate.pause_left(99.0), rate.delay(99.0)) == (0.0, 0.0, 0.0)


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    rate = AdaptiveRate(None)
    rate.refused(10.0, sent=9.0, pause=30.0)
    rate.refused(11.0, sent=9.5, pause=1.0)
    assert rate.pause_left(12.0) == 28.0


def test_a_request_that_left_when_the_rate_was_halved_halves_it_again() -> None:
    rate = AdaptiveRate(RateLimit(10))
    rate.refused(1.0, sent=0.5, pause=0.0)
    rate.refused(2.0, sent=1.0, pause=0.0)
    assert spacing(rate, 10.0) == pytest.approx(0.4)


def test_the_rate_is_halved_down_to_one_request_a_minute() -> None:
    rate = AdaptiveRate(RateLimit(1))
    for moment in range(20):
        rate.refused(float(moment), sent=float(moment), pause=0.0)
    assert spacing(rate, 1000.0) == 60.0


def test_the_pauses_that_nobody_named_grow_to_a_limit_and_an_answer_ends_their_growth() -> None:
    rate = AdaptiveRate(None)
    pauses = []
    for moment in (0.0, 100.0, 200.0, 300.0, 400.0, 500.0, 600.0):
        rate.refused(moment, sent=moment, pause=None)
        pauses.append(rate.pause_left(moment))
    assert pauses == [1.0, 2.0, 4.0, 8.0, 16.0, 20.0, 20.0]
    rate.answered()
    rate.refused(700.0, sent=700.0, pause=None)
    assert rate.pause_left(700.0) == 1.0


@given(requests=st.floats(0.1, 1000), answers=st.lists(st.integers(0, 30), min_size=1, max_size=6))
def test_the_rate_comes_back_to_the_configured_one_and_never_beyond(requests: float, answers: list[int]) -> None:
    """Refusals with some answers after each, then answers alone."""
    limit = RateLimit(requests)
    rate = AdaptiveRate(limit)
    now = 1000.0
    for some in answers:
        rate.refused(now, sent=now, pause=0.0)
        now += 100 * limit.interval
        for _ in range(some):
            rate.answered()
    before = float("inf")
    for _ in range(MANY):
        gap = spacing(rate, now)
        assert limit.interval * (1 - 1e-6) <= gap <= before * (1 + 1e-6)
        before, now = gap, now + 1000 * limit.interval
        rate.answered()
        if gap == pytest.approx(limit.interval):
            break
    assert before == pytest.approx(limit.interval)


@pytest.mark.parametrize(("gaps", "seen"), [([0.1], 0.1), ([0.1, 0.3], 0.2), ([2.0], 0.25), ([0.0, 0.0], 0.001)])
def test_without_a_configured_rate_the_one_that_was_refused_is_taken_from_what_was_sent(
    gaps: list[float], seen: float
) -> None:
    rate = AdaptiveRate(None)
    moment = 100.0
    rate.take(moment)
    for gap in gaps:
        moment += gap
        rate.take(moment)
    rate.refused(200.0, sent=moment, pause=0.0)
    assert spacing(rate, 300.0) == pytest.approx(2 * seen)


def test_a_single_request_that_was_refused_shows_no_rate_and_the_most_careful_one_is_taken() -> None:
    rate = AdaptiveRate(None)
    rate.take(100.0)
    rate.refused(100.0, sent=100.0, pause=0.0)
    assert spacing(rate, 200.0) == pytest.approx(0.5)


def test_what_was_sent_long_ago_says_nothing_of_the_rate() -> None:
    rate = AdaptiveRate(None)
    for number in range(100):
        rate.take(number * 0.2)
    for number in range(32):
        rate.take(100.0 + number * 0.01)
    rate.refused(101.0, sent=100.31, pause=0.0)
    assert spacing(rate, 200.0) == pytest.approx(0.02)


def test_a_free_pace_is_free_again_once_it_is_twice_what_was_refused_and_not_before() -> None:
    rate = AdaptiveRate(None)
    for number in range(20):
        rate.take(100 + number * 0.01)
    rate.refused(101.0, sent=100.19, pause=0.0)
    gaps, now = [], 200.0
    for _ in range(40):
        gaps.append(spacing(rate, now))
        rate.answered()
        assert rate.delay(now) == gaps[-1]
        now += 10.0
    rates = [round(1 / gap) for gap in gaps if gap]
    assert rates[:3] == [50, 55, 60]
    assert rates[-1] == 195
    assert gaps[len(rates) :] == [0.0] * (40 - len(rates))


def test_a_pause_as_long_as_the_deadline_is_waited_for() -> None:
    session, transport = scripted([Reply(429, {"retry-after": "30"}), OK], retry=RetryPolicy(deadline=30.0))
    assert run(session.send(GET)).status == 200
    assert transport.times == [0.0, 30.0]


@pytest.mark.parametrize("wrong", [{"requests": 0}, {"requests": 1, "per": 0.0}, {"requests": 1, "burst": 0}])
def test_a_rate_that_is_none_is_refused_with_what_it_was(wrong: dict[str, float]) -> None:
    with pytest.raises(ConfigurationError, match=r"^RateLimit\(requests=.*: requests and per are above zero, burst is"):
        RateLimit(**wrong)  # type: ignore[arg-type]


def test_a_concurrency_that_is_none_is_refused_with_what_it_was() -> None:
    with pytest.raises(ConfigurationError, match=r"^concurrency=0: give a whole number above zero"):
        scripted([], concurrency=0)
