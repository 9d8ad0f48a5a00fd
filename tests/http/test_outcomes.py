"""What an error says of the call: whether anything was done, what to do about it, how the server calls it."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest

from daftra_async._http.session import Session
from daftra_async._wire import decode_created, decode_done, decode_json
from daftra_async._wire.messages import Request, Response
from daftra_async._wire.settings import DateFormatNeeded, DecodeSettings
from daftra_async.auth import ApiKey, BearerToken
from daftra_async.errors import (
    ConfigurationError,
    ConnectionFailed,
    ConnectionLost,
    DaftraError,
    Rejected,
    RequestTimeout,
    UnexpectedResponse,
)

from .calls import CREATE, DELETE, GET, UPDATE
from .server import Exchange, FaultServer, answer, answering
from .sessions import make_session
from .virtual import Broken, Reply, run, scripted


async def caught(session: Session, request: Request, parse: Any = decode_json) -> DaftraError:
    with pytest.raises(DaftraError) as raised:
        await session.call(request, parse, {"retries": 0})
    return raised.value


def outcome_of(script: Any, request: Request = CREATE, parse: Any = decode_json) -> DaftraError:
    session, _ = scripted(script)
    return run(caught(session, request, parse))


@pytest.mark.parametrize(
    ("step", "outcome"),
    [
        (Broken(written=False), "not_sent"),
        (Broken(written=False, timeout=True), "not_sent"),
        (Broken(written=True), "unknown"),
        (Broken(written=True, timeout=True), "unknown"),
        (Broken(written=True, head=True), "unknown"),
        (Reply(400, body=b'{"result":"failed","message":"no"}'), "refused"),
        (Reply(404), "refused"),
        (Reply(422), "refused"),
        (Reply(429), "refused"),
        (Reply(302, {"location": "/login"}), "unknown"),
        (Reply(500), "unknown"),
        (Reply(503), "unknown"),
        (Reply(200, body=b'{"result":"failed","message":"no"}'), "refused"),
        (Reply(200, body=b"<html>Log in"), "unknown"),
    ],
)
def test_an_error_tells_what_became_of_the_call(step: Any, outcome: str) -> None:
    error = outcome_of([step])
    assert error.outcome == outcome
    assert pickle.loads(pickle.dumps(error)).outcome == outcome


@pytest.mark.parametrize("step", [Broken(written=True), Broken(written=True, timeout=True)], ids=str)
def test_a_lost_answer_says_what_to_do_whatever_was_asked(step: Any) -> None:
    said = {
        name: outcome_of([step], request).hint
        for name, request in {
            "read": GET,
            "replaced": UPDATE,
            "created": CREATE,
            "read back": attrs.evolve(CREATE, read_back=True),
        }.items()
    }
    assert said["read"].startswith("It changes nothing")
    assert said["replaced"].endswith("sent again it does what sending it once does.")
    assert said["created"] == said["read back"] == ConnectionLost.hint


def test_a_create_whose_answer_names_no_id_may_have_been_done() -> None:
    error = outcome_of([Reply(202, body=b'{"result":"successful"}')], CREATE, decode_created)
    assert (type(error), error.outcome) == (UnexpectedResponse, "unknown")
    refused = outcome_of([Reply(202, body=b'{"result":"successful","id":null}')], CREATE, decode_created)
    assert (type(refused), refused.outcome) == (Rejected, "refused")


def test_what_cannot_be_sent_was_not_sent() -> None:
    session, _ = scripted([])
    with pytest.raises(ConfigurationError) as raised:
        run(session.send(GET, {"headers": {"apikey": "x"}}))
    assert raised.value.outcome == "not_sent"


def test_a_refusal_after_a_try_whose_answer_was_lost_leaves_the_outcome_unknown() -> None:
    # The first DELETE may have been executed: the 404 of the second says so rather than the contrary.
    session, _ = scripted([Broken(written=True), Reply(404)])

    async def delete() -> DaftraError:
        with pytest.raises(DaftraError) as raised:
            await session.call(DELETE, decode_done)
        return raised.value

    error = run(delete())
    assert (type(error).__name__, error.outcome) == ("NotFound", "unknown")


def test_a_call_for_which_no_token_could_be_had_was_not_sent() -> None:
    auth = BearerToken("access", refresh_token="refresh", client_id="app", client_secret="secret", expires_at=1.0)
    session, transport = scripted([Reply(400, body=b'{"error":"invalid_grant"}')], auth=auth)
    error = run(caught(session, CREATE))
    assert (type(error).__name__, error.outcome) == ("AuthenticationError", "not_sent")
    assert [request.url.path for _, request in transport.sent] == ["/v2/oauth/token"]


def parse_with_dates(response: Response, settings: DecodeSettings) -> str:
    if settings.date_format is None:
        raise DateFormatNeeded
    return settings.date_format


@pytest.mark.parametrize("step", [Broken(written=False), Broken(written=True), Reply(400)])
def test_a_write_that_was_answered_is_applied_though_the_account_cannot_be_asked_for_its_dates(step: Any) -> None:
    session, _ = scripted([Reply(202), step])
    assert run(caught(session, CREATE, parse_with_dates)).outcome == "applied"


def test_a_read_whose_account_cannot_be_asked_for_its_dates_is_what_the_question_was() -> None:
    session, _ = scripted([Reply(200), Broken(written=False)])
    assert run(caught(session, GET, parse_with_dates)).outcome == "not_sent"


@pytest.mark.parametrize("step", [Broken(written=True), Broken(written=True, timeout=True)])
def test_nobody_is_told_to_look_for_a_write_that_was_none(step: Any) -> None:
    assert "look whether" not in str(outcome_of([step], GET))
    assert "asked again" in str(outcome_of([step], GET))
    assert "look whether" not in str(outcome_of([step], UPDATE))
    assert "look whether the server did it" in str(outcome_of([step], CREATE))


def test_every_kind_of_lost_answer_says_whether_anything_was_sent() -> None:
    for step, kind in ((Broken(written=False), ConnectionFailed), (Broken(written=True), ConnectionLost)):
        assert type(outcome_of([step])) is kind
    for written in (False, True):
        error = outcome_of([Broken(written=written, timeout=True)])
        assert isinstance(error, RequestTimeout)
        assert error.sent is written


@pytest.mark.parametrize("name", ["X-Request-Id", "x-amzn-trace-id", "CF-Ray"])
def test_an_error_carries_the_servers_own_name_for_the_request(name: str) -> None:
    error = outcome_of([Reply(400, {name: "abc-123", "x-other": "y"})])
    assert error.request_id == "abc-123"
    assert pickle.loads(pickle.dumps(error)).request_id == "abc-123"
    assert outcome_of([Reply(400)]).request_id is None
    assert outcome_of([Broken(written=True)]).request_id is None


async def test_an_answer_that_is_lost_after_its_head_still_tells_its_name() -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.send(answer(b"x" * 100, x_request_id="abc-123")[:-50])

    async with FaultServer(behave) as server:
        session = make_session(base_url=server.url, auth=ApiKey("key"))
        error = await caught(session, CREATE)
        await session.aclose()
    assert (type(error), error.request_id) == (ConnectionLost, "abc-123")


async def test_a_credential_that_an_error_would_repeat_is_masked_wherever_it_stands() -> None:
    secret = "CANARY-secret-key"
    body = b'{"result":"failed","message":"%s","validation_errors":{"%s":["%s"]}}' % ((secret.encode(),) * 3)
    echo = answer(body, 200, x_request_id=secret, x_echo=f"apikey {secret}")
    async with FaultServer(answering(echo)) as server:
        session = make_session(base_url=server.url, auth=ApiKey(secret))
        error = await caught(session, CREATE)
        await session.aclose()
    assert isinstance(error, Rejected)
    assert error.request_id == "***"
    assert error.validation_errors == {"***": ["***"]}
    assert secret not in f"{error!s} {error!r} {vars(error)} {error.args}"
