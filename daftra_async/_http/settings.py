"""What a client was built with, checked once. The arguments' defaults and meanings are those of ``Daftra``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import attrs

from .._wire.settings import DecodeSettings
from ..errors import ConfigurationError
from ..options import Timeout
from .credentials import ApiKey, AppCredential, Auth, BearerToken, ClientCredentials, PasswordGrant
from .limiter import RateLimit, check_concurrency
from .observer import Hook
from .retry import RetryPolicy


def _is(kinds: type | tuple[type, ...], otherwise: str) -> Callable[[object, object, Any], None]:
    def check(_: object, __: object, value: Any) -> None:
        if not isinstance(value, kinds):
            raise ConfigurationError(otherwise)

    return check


def _is_credential(settings: Settings, _: object, value: Any) -> None:
    if not isinstance(value, (ApiKey, BearerToken, PasswordGrant, ClientCredentials, AppCredential)):
        raise ConfigurationError(
            "auth= takes an ApiKey, a BearerToken, a PasswordGrant, ClientCredentials or an AppGrant"
        )
    if isinstance(value, AppCredential) and value.base_url != settings.base_url:
        raise ConfigurationError(f"the app's tokens belong to {value.base_url} and are sent to no other host")


def _is_concurrency(_: object, __: object, value: Any) -> None:
    check_concurrency(value)


def _is_http_client(_: object, __: object, value: Any) -> None:
    if value is not None:
        from .httpx_engine import http_package

        http_package(value)


def _is_size(_: object, __: object, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ConfigurationError(f"max_body={value!r}: give the largest answer in bytes, a whole number above zero")


@attrs.frozen(kw_only=True)
class Settings:
    """Raises ``ConfigurationError`` for a value that cannot work.

    ``decode`` says how answers are read. ``random`` (for the backoff, in [0, 1)) and ``now`` (seconds since 1970, for
    the end of tokens) are there for tests.
    """

    base_url: str
    auth: Auth = attrs.field(validator=_is_credential)
    timeout: Timeout
    concurrency: int = attrs.field(validator=_is_concurrency)
    retry: RetryPolicy = attrs.field(validator=_is(RetryPolicy, "retry= takes a RetryPolicy"))
    rate_limit: RateLimit | None = attrs.field(validator=_is((RateLimit, type(None)), "rate_limit= takes a RateLimit"))
    http_client: Any = attrs.field(validator=_is_http_client)
    hooks: Sequence[Hook]
    max_body: int = attrs.field(validator=_is_size)
    decode: DecodeSettings
    random: Callable[[], float]
    now: Callable[[], float]
