"""Keys, tokens and branches."""

from __future__ import annotations

import httpx
import pytest

from daftra_async.emulator import Emulator

PATH = "/api2/site_info.json"


def password_grant(emulator: Emulator, **changes: str) -> dict[str, str]:
    known = emulator.credentials
    grant = {
        "grant_type": "password",
        "client_id": known.client_id,
        "client_secret": known.client_secret,
        "username": known.username,
        "password": known.password,
    }
    return {**grant, **changes}


def refresh_grant(emulator: Emulator, refresh_token: str) -> dict[str, str]:
    return password_grant(emulator, grant_type="refresh_token", refresh_token=refresh_token)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize("name", ["apikey", "APIKEY", "ApiKey"])
@pytest.mark.parametrize("path", [PATH, "/v2/api/entity/brand/list/1"])
async def test_an_api_key_opens_both_versions_in_any_case(emulator: Emulator, name: str, path: str) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        assert (await client.get(path, headers={name: emulator.api_key})).status_code == 200


async def test_an_api_key_as_bearer_is_401(emulator: Emulator) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        assert (await client.get(PATH, headers=bearer(emulator.api_key))).status_code == 401


async def test_both_credentials_at_once_fail(emulator: Emulator, api: httpx.AsyncClient) -> None:
    token = (await api.post("/v2/oauth/token", data=password_grant(emulator))).json()["access_token"]
    assert (await api.get(PATH, headers=bearer(token))).status_code == 401


@pytest.mark.parametrize("encoding", ["data", "json", "files"])
async def test_the_token_endpoint_takes_three_encodings(emulator: Emulator, encoding: str) -> None:
    grant = password_grant(emulator)
    fields: object = {name: (None, value) for name, value in grant.items()} if encoding == "files" else grant
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        answer = await client.post("/v2/oauth/token", **{encoding: fields})  # type: ignore[arg-type]
        assert answer.status_code == 200
        assert set(answer.json()) == {"token_type", "expires_in", "access_token", "refresh_token"}
        assert (await client.get(PATH, headers=bearer(answer.json()["access_token"]))).status_code == 200


@pytest.mark.parametrize(
    ("changes", "status", "error"),
    [
        ({"password": "wrong"}, 400, "invalid_grant"),
        ({"client_secret": "wrong"}, 401, "invalid_client"),
        ({"grant_type": "magic"}, 400, "unsupported_grant_type"),
        ({"grant_type": "refresh_token", "refresh_token": "unknown"}, 401, "invalid_grant"),
    ],
)
async def test_wrong_grants_are_refused(emulator: Emulator, changes: dict[str, str], status: int, error: str) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        answer = await client.post("/v2/oauth/token", data=password_grant(emulator, **changes))
    assert (answer.status_code, answer.json()["error"]) == (status, error)


async def test_marketplace_apps_learn_their_site(emulator: Emulator) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        grant = password_grant(emulator, grant_type="authorization_code", code=emulator.tokens.authorise())
        answer = (await client.post("/v2/oauth/token", data=grant)).json()
        again = await client.post("/v2/oauth/token", data=grant)
        call = bearer(answer["access_token"])
        statuses = [
            (await client.get(PATH, headers={**call, **site})).status_code
            for site in ({"Site-Id": str(answer["site_id"])}, {"Site-Id": "1"}, {})
        ]
    assert {"site_id", "subdomain"} <= set(answer)
    assert again.json()["error"] == "invalid_grant"
    assert statuses == [200, 401, 401]


async def test_a_code_ends_with_the_emulators_time(emulator: Emulator) -> None:
    code = emulator.tokens.authorise()
    emulator.clock.move(600)
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        grant = password_grant(emulator, grant_type="authorization_code", code=code)
        assert (await client.post("/oauth/token", data=grant)).status_code == 400


async def test_the_authorise_page_knows_its_app(emulator: Emulator) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        for query in ({"app_id": "another", "redirect_url": "https://a.example/"}, {"app_id": "emulator-client"}):
            assert (await client.get("/oauth", params=query)).status_code == 400
        back = await client.get(
            "/oauth", params={"app_id": "emulator-client", "redirect_url": "https://a.example/?x=1"}
        )
    assert back.headers["location"].startswith("https://a.example/?x=1&code=")


async def test_client_credentials_give_a_token_that_is_not_refreshed(emulator: Emulator) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        grant = password_grant(emulator, grant_type="client_credentials")
        answer = (await client.post("/v2/oauth/token", data=grant)).json()
        assert "refresh_token" not in answer
        assert (await client.get(PATH, headers=bearer(answer["access_token"]))).status_code == 200


async def test_a_token_expires_with_the_emulators_time(emulator: Emulator) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        issued = (await client.post("/v2/oauth/token", data=password_grant(emulator))).json()
        emulator.clock.move(issued["expires_in"] - 10)
        assert (await client.get(PATH, headers=bearer(issued["access_token"]))).status_code == 200
        emulator.clock.move(10)
        assert (await client.get(PATH, headers=bearer(issued["access_token"]))).status_code == 401


async def test_a_refresh_token_is_rotated_and_good_once(emulator: Emulator) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        first = (await client.post("/v2/oauth/token", data=password_grant(emulator))).json()
        second = await client.post("/v2/oauth/token", data=refresh_grant(emulator, first["refresh_token"]))
        again = await client.post("/v2/oauth/token", data=refresh_grant(emulator, first["refresh_token"]))
        old, new = bearer(first["access_token"]), bearer(second.json()["access_token"])
        assert second.json()["refresh_token"] != first["refresh_token"]
        assert again.status_code == 401
        assert [(await client.get(PATH, headers=token)).status_code for token in (old, new)] == [401, 200]


@pytest.mark.parametrize("emulator", [{"rotate_refresh_tokens": False}], indirect=True)
async def test_a_refresh_token_may_also_stay_good(emulator: Emulator) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        first = (await client.post("/v2/oauth/token", data=password_grant(emulator))).json()
        for _ in range(2):
            answer = await client.post("/v2/oauth/token", data=refresh_grant(emulator, first["refresh_token"]))
            assert answer.status_code == 200
            assert "refresh_token" not in answer.json()
            assert (await client.get(PATH, headers=bearer(answer.json()["access_token"]))).status_code == 200


async def test_revoked_tokens_are_worthless_and_so_are_their_refresh_tokens(emulator: Emulator) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        issued = (await client.post("/v2/oauth/token", data=password_grant(emulator))).json()
        emulator.tokens.revoke(issued["access_token"])
        assert (await client.get(PATH, headers=bearer(issued["access_token"]))).status_code == 401
        refreshed = await client.post("/v2/oauth/token", data=refresh_grant(emulator, issued["refresh_token"]))
        assert refreshed.status_code == 401


async def test_a_branch_is_asked_for_per_call(api: httpx.AsyncClient) -> None:
    created = await api.post("/api2/invoices.json", params={"request_branch_id": 2}, json={"Invoice": {"client_id": 1}})
    path = f"/api2/invoices/{created.json()['id']}.json"
    assert (await api.get(path, params={"request_branch_id": 2})).status_code == 200
    assert (await api.get(path, params={"request_branch_id": 1})).status_code == 404
    rows = (await api.get("/api2/invoices.json", params={"request_branch_id": 2})).json()["data"]
    assert [row["Invoice"]["branch_id"] for row in rows] == ["2"]


async def test_an_invoice_of_another_branch_cannot_be_edited(api: httpx.AsyncClient) -> None:
    created = await api.post("/api2/invoices.json", params={"request_branch_id": 2}, json={"Invoice": {"client_id": 1}})
    path = f"/api2/invoices/{created.json()['id']}.json"
    assert (await api.put(path, json={"Invoice": {"client_id": 1}})).status_code == 404


@pytest.mark.parametrize("emulator", [{"rate_limit": (2, 60.0)}], indirect=True)
async def test_a_rate_limit_says_how_long_to_wait_and_ends(emulator: Emulator, api: httpx.AsyncClient) -> None:
    statuses = [(await api.get(PATH)).status_code for _ in range(2)]
    refused = await api.get(PATH)
    assert (*statuses, refused.status_code) == (200, 200, 429)
    emulator.clock.move(int(refused.headers["retry-after"]))
    assert (await api.get(PATH)).status_code == 200


@pytest.mark.parametrize(
    ("emulator", "ending"),
    [
        ({"rate_limit": (0, 60.0), "retry_after": "date"}, "GMT"),
        ({"rate_limit": (0, 60.0), "retry_after": "garbage"}, "while"),
        ({"rate_limit": (0, 60.0), "retry_after": "none"}, "absent"),
    ],
    indirect=["emulator"],
)
async def test_retry_after_comes_in_any_form(api: httpx.AsyncClient, ending: str) -> None:
    answer = await api.get(PATH)
    assert answer.status_code == 429
    assert answer.headers.get("retry-after", "absent").endswith(ending)
