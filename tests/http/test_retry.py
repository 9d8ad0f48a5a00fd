"""When a request goes again: one test per row of the table, on a virtual clock."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async._generated.operations import BOOKINGS_CONVERT_TO_INVOICE, BOOKINGS_GET
from daftra_async._http.engine import Failure, HttpResponse, SendState
from daftra_async._http.retry import (
    RULES,
    Idempotency,
    RetryBudget,
    RetryDecision,
    RetryPolicy,
    backoff,
    decide,
    idempotency_of,
)
from daftra_async._wire.messages import Operation, Request
from daftra_async._wire.retry_after import retry_after
from daftra_async.errors import ConfigurationError, ConnectionFailed, ConnectionLost, DaftraError, RequestTimeout

from .calls import CREATE, DELETE, GET, LIST, UPDATE, raw
from .virtual import Broken, Reply, Step, clock, run, scripted

READ_BY_POST = Operation(
    resource="entities", name="fetch_many", method="POST", base="/v2/api", path="/multi-entity", kind="list"
).request(body=[])
UNSENT = Broken(written=False)
SENT = Broken(written=True)
CUT = Broken(written=True, head=True)
OK = Reply(200)

REPEATED: list[tuple[Request, Step]] = [
    *[(request, UNSENT) for request in (GET, LIST, READ_BY_POST, UPDATE, DELETE, CREATE)],
    *[(request, SENT) for request in (GET, LIST, READ_BY_POST, UPDATE, DELETE)],
    *[(request, CUT) for request in (GET, LIST, READ_BY_POST, UPDATE, DELETE)],
    *[(request, Reply(429)) for request in (GET, LIST, READ_BY_POST, UPDATE, DELETE, CREATE)],
    *[(request, Reply(status)) for request in (GET, UPDATE, DELETE) for status in (408, 425, 502, 503, 504)],
    (GET, Reply(500)),
    (READ_BY_POST, Reply(500)),
    (GET, Broken(written=False, timeout=True)),
    (CREATE, Broken(written=False, timeout=True)),
    (GET, Broken(written=True, timeout=True)),
]
LEFT: list[tuple[Request, Step, int | type[DaftraError]]] = [
    (CREATE, SENT, ConnectionLost),
    (CREATE, CUT, ConnectionLost),
    (CREATE, Broken(written=True, timeout=True), RequestTimeout),
    *[(CREATE, Reply(status), status) for status in (408, 425, 500, 502, 503, 504)],
    (CREATE, Reply(503, {"retry-after": "1"}), 503),
    (UPDATE, Reply(500), 500),
    (DELETE, Reply(500), 500),
    *[(request, Reply(401), 401) for request in (GET, CREATE)],
    *[(GET, Reply(status), status) for status in (200, 202, 204, 302, 400, 403, 404, 409, 422, 501)],
    *[(CREATE, Reply(status), status) for status in (200, 202, 400, 403, 404, 422)],
    (raw("PUT", "/api2/settings.json", {}), SENT, ConnectionLost),
    (raw("DELETE", "/api2/invoices/all.json"), SENT, ConnectionLost),
    (raw("PATCH", "/api2/invoices/3.json", {}), SENT, ConnectionLost),
]


def named(row: object) -> str | None:
    if isinstance(row, Request):
        return f"{row.operation.id} {row.method}"
    return str(row)


@pytest.mark.parametrize(("request_", "step"), REPEATED, ids=named)
def test_it_goes_again(request_: Request, step: Step) -> None:
    session, transport = scripted([step, OK])
    assert run(session.send(request_)).status == 200
    assert len(transport.sent) == 2


@pytest.mark.parametrize(("request_", "step", "outcome"), LEFT, ids=named)
def test_it_is_left(request_: Request, step: Step, outcome: int | type[DaftraError]) -> None:
    session, transport = scripted([step])
    if isinstance(outcome, int):
        assert run(session.send(request_)).status == outcome
    else:
        with pytest.raises(outcome):
            run(session.send(request_))
    assert len(transport.sent) == 1


def test_every_rule_of_the_table_decides_something() -> None:
    outcomes: list[tuple[SendState, str | None, int | None]] = [
        *[(SendState.ANSWERED, None, status) for status in (200, 401, 429, 500, 503)],
        *[(send_state, "connection", None) for send_state in SendState],
        (SendState.ANSWERED, "body", 200),
    ]
    deciding = {
        next(number for number, rule in enumerate(RULES) if rule.matches(idempotency, *outcome))
        for idempotency in Idempotency
        for outcome in outcomes
    }
    assert deciding == set(range(len(RULES)))


statuses = st.integers(100, 599)


@given(
    status=statuses, failure=st.sampled_from(["connection", "timeout", "body"]), send_state=st.sampled_from(SendState)
)
def test_what_would_have_another_effect_goes_again_only_if_unsent_or_refused(
    status: int, failure: str, send_state: SendState
) -> None:
    answered = decide(Idempotency.ONCE, HttpResponse(status=status, headers={}, body=b""))
    assert (answered is RetryDecision.STOP) == (status not in (401, 429))
    broken = decide(Idempotency.ONCE, Failure(cause=failure, send_state=send_state, detail="", status=status))  # type: ignore[arg-type]
    assert broken is RetryDecision.STOP or send_state is SendState.NOTHING


def test_a_put_or_delete_without_an_id_is_not_taken_for_repeatable() -> None:
    assert idempotency_of(raw("PUT", "/api2/settings.json", {})) is Idempotency.ONCE
    assert idempotency_of(raw("DELETE", "/api2/invoices/7")) is Idempotency.IDEMPOTENT
    assert idempotency_of(raw("DELETE", "/api2/invoices/7.json")) is Idempotency.IDEMPOTENT
    assert idempotency_of(raw("POST", "/api2/invoices/7.json", {})) is Idempotency.ONCE


def test_a_get_that_makes_something_is_not_repeatable() -> None:
    assert idempotency_of(BOOKINGS_CONVERT_TO_INVOICE.request(path={"id": 7})) is Idempotency.ONCE
    assert idempotency_of(BOOKINGS_GET.request(path={"id": 7, "level": 1})) is Idempotency.READ


def test_there_are_three_tries_at_most_with_growing_pauses() -> None:
    session, transport = scripted([SENT] * 3)
    with pytest.raises(ConnectionLost, match="try 3"):
        run(session.send(GET))
    assert transport.times == [0.0, 0.5, 1.5]


@pytest.mark.parametrize("retries", [0, 1, 5])
def test_a_call_may_say_how_often_it_goes_again(retries: int) -> None:
    session, transport = scripted([SENT] * 6)
    with pytest.raises(ConnectionLost):
        run(session.send(GET, {"retries": retries}))
    assert len(transport.sent) == retries + 1


def test_a_put_whose_first_try_is_in_doubt_is_not_reported_as_unsent() -> None:
    session, _ = scripted([SENT, UNSENT, UNSENT])
    with pytest.raises(ConnectionLost):
        run(session.send(UPDATE))


def test_a_post_refused_with_429_and_then_unsent_is_reported_as_unsent() -> None:
    session, _ = scripted([Reply(429), UNSENT, UNSENT])
    with pytest.raises(ConnectionFailed):
        run(session.send(CREATE))


def test_no_try_begins_after_the_deadline() -> None:
    session, transport = scripted([Reply(503, takes=50.0)] * 9, retry=RetryPolicy(retries=8, base=20.0))
    assert run(session.send(GET)).status == 503
    assert transport.times == [0.0, 70.0]


def test_a_503_that_names_a_pause_is_asked_again_after_it() -> None:
    session, transport = scripted([Reply(503, {"Retry-After": "7"}), OK])
    assert run(session.send(GET)).status == 200
    assert transport.times == [0.0, 7.0]


def test_a_pause_beyond_the_deadline_is_not_waited_for() -> None:
    session, transport = scripted([Reply(503, {"Retry-After": "3000"})])
    assert run(session.send(GET)).status == 503
    assert len(transport.sent) == 1


@given(tried=st.integers(1, 10_000), random=st.floats(0, 1, exclude_max=True))
def test_the_backoff_is_full_jitter_under_its_cap(tried: int, random: float) -> None:
    delay = backoff(RetryPolicy(), tried, random)
    assert delay == random * min(20.0, 0.5 * 2.0 ** min(tried - 1, 60))
    assert 0 <= delay < 20.0


def test_an_outage_is_met_with_at_most_a_tenth_more_load() -> None:
    async def outage(offered: int) -> int:
        session, transport = scripted(lambda _: SENT, concurrency=50)
        await asyncio.gather(*(session.send(GET) for _ in range(offered)), return_exceptions=True)
        return len(transport.sent)

    assert run(outage(1000)) <= 1100
    assert run(outage(100)) <= 110


def test_a_partial_outage_is_met_with_at_most_a_tenth_more_load() -> None:
    async def outage() -> int:
        turn = iter(range(10_000))
        session, transport = scripted(lambda _: SENT if next(turn) % 2 else OK, concurrency=50)
        await asyncio.gather(*(session.send(GET) for _ in range(1000)), return_exceptions=True)
        return len(transport.sent)

    assert run(outage()) <= 1100


def test_the_budget_is_refilled_by_successes() -> None:
    budget = RetryBudget(2)
    assert [budget.spend() for _ in range(3)] == [True, True, False]
    for _ in range(10):
        budget.earn()
    assert [budget.spend(), budget.spend()] == [True, False]


@pytest.mark.parametrize("retries", [-1, 101, 1.5, True, "2"])
def test_a_number_of_retries_that_is_none_is_refused(retries: object) -> None:
    with pytest.raises(ConfigurationError, match="retries"):
        RetryPolicy(retries=retries)  # type: ignore[arg-type]
    session, transport = scripted([])
    with pytest.raises(ConfigurationError, match="retries"):
        run(session.send(GET, {"retries": retries}))  # type: ignore[typeddict-item]
    assert transport.sent == []


NOON = 1_800_000_000.0
FORMS = {
    "0": 0.0,
    "7": 7.0,
    " 7 ": 7.0,
    "1.5": 1.5,
    "Fri, 15 Jan 2027 08:00:30 GMT": 30.0,
    "Friday, 15-Jan-27 08:00:30 GMT": 30.0,
    "Fri Jan 15 08:00:30 2027": 30.0,
    "Fri, 15 Jan 2027 07:00:00 GMT": 0.0,
    "Fri, 15 Jan 2027 10:00:30 +0200": 30.0,
    "": None,
    "-5": None,
    "1e3": None,
    "nan": None,
    "inf": None,
    "soon": None,
    "99999999999999999999": None,
    "172800": None,
    "Fri, 15 Jan 2099 08:00:30 GMT": None,
    "Fri, 99 Jan 2027 08:00:30 GMT": None,
    "7, 8": None,
    "٧": None,
    "7\r\nx": None,
}


@pytest.mark.parametrize(("text", "seconds"), FORMS.items())
def test_retry_after_is_read_in_all_its_forms(text: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": text}, now=lambda: NOON) == seconds


def test_a_retry_after_date_is_taken_by_the_clock_of_the_server() -> None:
    headers = {"retry-after": "Fri, 15 Jan 2027 08:00:30 GMT", "date": "Fri, 15 Jan 2027 08:00:10 GMT"}
    assert retry_after(headers, now=lambda: 0.0) == 20.0


@given(st.text())
def test_retry_after_never_raises_and_is_never_negative_or_more_than_a_day(text: str) -> None:
    seconds = retry_after({"retry-after": text, "date": text}, now=lambda: NOON)
    assert seconds is None or 0 <= seconds <= 86400


def test_the_virtual_clock_is_the_clock_of_the_pipeline() -> None:
    async def sleep() -> float:
        before = clock()
        await asyncio.sleep(3600)
        return clock() - before

    assert run(sleep()) == 3600
