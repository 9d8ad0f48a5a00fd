"""One client for the whole life of a Starlette or FastAPI application.

    app = FastAPI(lifespan=daftra_lifespan(Daftra.from_env))

    @app.get("/invoices/{id}")
    async def invoice(id: int, daftra: Annotated[Daftra, Depends(request_daftra)]) -> str:
        return str((await daftra.invoices.get(id)).summary_total)

The client is made when the application starts and closed when it stops, whatever ends it. Needs starlette.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

# FastAPI reads the annotations of a dependency at run time, so this import cannot wait.
from starlette.requests import HTTPConnection

from .client import Daftra
from .errors import ConfigurationError

State = Mapping[str, Any]
Lifespan = Callable[[Any], AbstractAsyncContextManager[State]]

STATE = "daftra"


def daftra_lifespan(
    make: Callable[[], Daftra] = Daftra.from_env,
    *,
    name: str = STATE,
    inner: Callable[[Any], AbstractAsyncContextManager[State | None]] | None = None,
) -> Lifespan:
    """A lifespan that keeps one client in the application's state, under ``name``.

    ``make`` builds it: nothing is opened before the first call, so starting up needs no server. ``inner`` is a lifespan
    of your own; it runs within the client's and its state is kept beside the client.
    """

    @asynccontextmanager
    async def lifespan(app: Any) -> AsyncIterator[State]:
        async with make() as daftra:
            if inner is None:
                yield {name: daftra}
                return
            async with inner(app) as state:
                yield {**(state or {}), name: daftra}

    return lifespan


def request_daftra(connection: HTTPConnection) -> Daftra:
    """The application's client, from within a request: a FastAPI dependency, or called with a Starlette request.

    Raises ``ConfigurationError`` where the application has no ``daftra_lifespan``.
    """
    found = getattr(connection.state, STATE, None)
    if not isinstance(found, Daftra):
        raise ConfigurationError("the application has no client: give it lifespan=daftra_lifespan(…)")
    return found
