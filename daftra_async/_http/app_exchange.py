"""A code that a browser brought back, exchanged for the tokens of the site whose user let the app in."""

from __future__ import annotations

import random
import time
from typing import Any

from .._generated.operations import SITE_GET
from .._wire.messages import Request, Response
from .._wire.numbers import Untypable, to_int
from .._wire.settings import DecodeSettings
from ..errors import ConfigurationError, UnexpectedResponse
from ..options import Timeout
from .base_url import check_base_url, resolve_base_url
from .credentials import AppCredential, Tenant
from .oauth import APP_TOKEN, identity_of, json_object, token_form, token_in, token_request
from .redaction import Secret
from .retry import RetryPolicy
from .session import Session
from .settings import Settings
from .token_store import is_token

_VENDOR_DOMAINS = ("daftra.com", "daftara.com")
_LARGEST_ANSWER = 2**20
_TIMEOUT = 30.0


async def exchange(app: AppCredential, code: str, *, http_client: Any) -> Tenant:
    """What ``AppGrant.exchange`` does; its docstring says what it raises."""
    if not is_token(code):
        raise ConfigurationError(
            "the code is empty or no code: pass the one that came back as a parameter of the address"
        )
    form = token_form("authorization_code", app.client_id, app.client_secret, code=code, redirect_uri=app.redirect_url)
    secrets = [app.client_secret, Secret(code)]
    session = Session(_settings(app, http_client), site_info=SITE_GET)
    try:
        # Holding the lock proves that the tokens can be written, before the code is spent on them.
        async with app.kept.lock():
            response = await session.ask_for_token(token_request(form, APP_TOKEN))
            token = token_in(response, "authorization_code", keep=None, now=time.time(), secrets=secrets)
            tenant = _tenant(response)
            account = identity_of(app, app.base_url, tenant.site_id)
            await app.kept.load(account)
            await app.kept.save(account, token)
    finally:
        await session.aclose()
    return tenant


def _settings(app: AppCredential, http_client: Any) -> Settings:
    return Settings(
        base_url=app.base_url,
        auth=app,
        timeout=Timeout.of(_TIMEOUT),
        concurrency=1,
        retry=RetryPolicy(),
        rate_limit=None,
        http_client=http_client,
        hooks=(),
        max_body=_LARGEST_ANSWER,
        decode=DecodeSettings(),
        random=random.random,
        now=time.time,
    )


def _tenant(response: Response) -> Tenant:
    answer = json_object(response.body)
    site_id = _site_id(answer.get("site_id"))
    if site_id is None:
        # The answer itself is not shown: it holds the tokens.
        request = Request(operation=APP_TOKEN, method="POST", path=APP_TOKEN.path)
        said = "the code was exchanged, and the answer names no site"
        raise UnexpectedResponse(said, status=response.status, request=request)
    host = site_host(answer.get("subdomain"))
    subdomain, _, domain = (host or "").partition(".")
    return Tenant(site_id=site_id, subdomain=subdomain if domain in _VENDOR_DOMAINS else None, host=host)


def _site_id(value: object) -> int | None:
    try:
        found = None if isinstance(value, bool) else to_int(value)
    except Untypable:
        return None
    return found if found is not None and found >= 0 else None


def site_host(value: object) -> str | None:
    """A site's host from what the server calls its subdomain: text or number, bare or whole, with ``https://`` or not.

    None for what can be no host: the app calls another one anyway, so that is no reason to lose the tokens.
    """
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    text = str(value).strip().lower().removeprefix("https://").removeprefix("http://").rstrip("/.")
    try:
        found = check_base_url(f"https://{text}") if "." in text else resolve_base_url(text)
    except ConfigurationError:
        return None
    host = found.removeprefix("https://")
    return None if ":" in host else host
