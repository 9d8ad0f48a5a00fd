"""One client per application: made when it starts, closed when it stops."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

import pytest
from fastapi import Depends, FastAPI
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from daftra_async import ApiKey, ConfigurationError, Daftra
from daftra_async.emulator import Emulator
from daftra_async.lifespan import daftra_lifespan, request_daftra


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


class Watched(Daftra):
    """A client that tells how often it was closed."""

    closed = 0

    async def aclose(self) -> None:
        self.closed += 1
        await super().aclose()


def make(emulator: Emulator) -> Watched:
    return Watched(base_url=emulator.url, auth=ApiKey(emulator.api_key))


def test_a_starlette_application_has_one_client_and_closes_it(emulator: Emulator) -> None:
    seen: list[Watched] = []

    async def invoice(request: Request) -> JSONResponse:
        daftra = request_daftra(request)
        assert isinstance(daftra, Watched)
        seen.append(daftra)
        found = await daftra.invoices.get(request.path_params["id"])
        return JSONResponse({"no": found.no})

    routes = [Route("/invoices/{id:int}", invoice)]
    with TestClient(Starlette(routes=routes, lifespan=daftra_lifespan(lambda: make(emulator)))) as client:
        assert client.get("/invoices/1").json() == {"no": "000001"}
        assert client.get("/invoices/2").json() == {"no": "000002"}
        assert seen[0].closed == 0
    assert seen[0] is seen[1]
    assert seen[0].closed == 1


def test_a_fastapi_endpoint_depends_on_the_client(emulator: Emulator) -> None:
    app = FastAPI(lifespan=daftra_lifespan(lambda: make(emulator)))

    async def total(id: int, daftra: Annotated[Daftra, Depends(request_daftra)]) -> dict[str, str]:
        return {"total": str((await daftra.invoices.get(id)).summary_total)}

    app.get("/invoices/{id}")(total)
    with TestClient(app) as client:
        assert client.get("/invoices/24").json() == {"total": "35000"}


def test_a_lifespan_of_ones_own_runs_inside_and_keeps_its_state(emulator: Emulator) -> None:
    order: list[str] = []
    daftra = make(emulator)

    @asynccontextmanager
    async def own(app: Any) -> AsyncIterator[dict[str, str]]:
        order.append("begun")
        yield {"title": "books"}
        order.append("ended" if daftra.closed == 0 else "ended too late")

    async def title(request: Request) -> JSONResponse:
        return JSONResponse([request.state.title, request_daftra(request) is daftra])

    app = Starlette(routes=[Route("/", title)], lifespan=daftra_lifespan(lambda: daftra, inner=own))
    with TestClient(app) as client:
        assert client.get("/").json() == ["books", True]
    assert (order, daftra.closed) == (["begun", "ended"], 1)


def test_the_client_is_closed_when_starting_fails(emulator: Emulator) -> None:
    daftra = make(emulator)

    @asynccontextmanager
    async def broken(app: Any) -> AsyncIterator[None]:
        raise RuntimeError("no database")
        yield

    app = Starlette(lifespan=daftra_lifespan(lambda: daftra, inner=broken))
    with pytest.raises(RuntimeError, match="no database"), TestClient(app):
        pass
    assert daftra.closed == 1


def test_an_application_without_the_lifespan_says_what_is_missing() -> None:
    async def invoice(request: Request) -> JSONResponse:
        request_daftra(request)
        return JSONResponse(None)

    with (
        TestClient(Starlette(routes=[Route("/", invoice)])) as client,
        pytest.raises(ConfigurationError, match="lifespan=daftra_lifespan"),
    ):
        client.get("/")
