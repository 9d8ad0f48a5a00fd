"""The token endpoint and what tokens are worth: grants, expiry, rotation, revocation."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

import attrs
import msgspec

from .answers import Reply
from .clock import Clock
from .store import Store, Values
from .switches import Switches

_TABLE = "oauth_token"


@attrs.frozen(kw_only=True)
class Credentials:
    """What the emulated account accepts. The values are public: they open nothing but an emulator."""

    api_key: str = "emulator-key"
    client_id: str = "emulator-client"
    client_secret: str = "emulator-secret"  # noqa: S105
    username: str = "owner@example.com"
    password: str = "emulator-password"  # noqa: S105


@attrs.define(slots=False, eq=False)
class Tokens:
    """The access and refresh tokens of one account; they live in its store, so snapshots and files keep them."""

    store: Store
    clock: Clock
    switches: Switches
    credentials: Credentials
    grants: int = 0
    """How many tokens have been given out, refreshes included."""

    def issue(self) -> Values:
        """A new pair of tokens, as the token endpoint tells it."""
        self.grants += 1
        access, refresh = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        expires = self.clock.seconds() + self.switches.token_lifetime
        self.store.insert(_TABLE, {"access": access, "refresh": refresh, "expires": expires, "revoked": 0})
        return {
            "token_type": "Bearer",
            "expires_in": int(self.switches.token_lifetime),
            "access_token": access,
            "refresh_token": refresh,
        }

    def accepts(self, access: str) -> bool:
        """Whether the access token is known, not expired and not revoked."""
        return any(not row["revoked"] and row["expires"] > self.clock.seconds() for row in self._rows("access", access))

    def expire_all(self) -> None:
        """Let every access token expire now; refresh tokens stay good."""
        for row in list(self.store.rows(_TABLE)):
            self.store.update(_TABLE, row["id"], {"expires": 0.0})

    def expire(self, access: str) -> None:
        for row in self._rows("access", access):
            self.store.update(_TABLE, row["id"], {"expires": 0.0})

    def revoke(self, access: str) -> None:
        """Make an access token and its refresh token worthless."""
        for row in self._rows("access", access):
            self.store.update(_TABLE, row["id"], {"revoked": 1, "refresh": None})

    def revoke_all(self) -> None:
        for row in list(self.store.rows(_TABLE)):
            self.store.update(_TABLE, row["id"], {"revoked": 1, "refresh": None})

    def grant(self, content_type: str, body: bytes) -> Reply:
        """Reply a token request in any of the three encodings that the endpoint takes."""
        fields = form_fields(content_type, body)
        if fields is None:
            return _refused(400, "invalid_request", "The body is neither a form nor JSON")
        return self._granted(fields)

    def _granted(self, fields: Mapping[str, str]) -> Reply:
        client = fields.get("client_id"), fields.get("client_secret")
        if client != (self.credentials.client_id, self.credentials.client_secret):
            return _refused(401, "invalid_client", "Client authentication failed")
        grant = fields.get("grant_type")
        if grant == "password":
            given = fields.get("username"), fields.get("password")
            if given != (self.credentials.username, self.credentials.password):
                return _refused(400, "invalid_grant", "The user credentials were incorrect")
            return Reply(status=200, body=self.issue(), effect="created")
        if grant == "refresh_token":
            return self._refreshed(fields.get("refresh_token", ""))
        if grant == "authorization_code":
            body_of_app = {**self.issue(), "site_id": 5000000, "subdomain": "emulator"}
            return Reply(status=200, body=body_of_app, effect="created")
        return _refused(400, "unsupported_grant_type", "The grant type is not supported")

    def _refreshed(self, refresh: str) -> Reply:
        rows = self._rows("refresh", refresh)
        if not refresh or not rows:
            return _refused(401, "invalid_grant", "The refresh token is invalid")
        answer = self.issue()
        row = rows[0]
        if self.switches.rotate_refresh_tokens:
            self.store.update(_TABLE, row["id"], {"revoked": 1, "refresh": None})
        else:
            answer.pop("refresh_token")
            newest = self.store.next_id(_TABLE) - 1
            self.store.update(_TABLE, newest, {"refresh": None})
            self.store.update(_TABLE, row["id"], {"expires": 0.0})
        return Reply(status=200, body=answer, effect="created")

    def _rows(self, column: str, value: str) -> list[Values]:
        return self.store.find(_TABLE, column, value)


def form_fields(content_type: str, body: bytes) -> Mapping[str, str] | None:
    """The fields of a multipart, urlencoded or JSON body; ``None`` for anything else."""
    kind = content_type.split(";", 1)[0].strip().lower()
    if kind == "multipart/form-data":
        message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
        parts = message.iter_parts() if message.is_multipart() else ()
        return {
            str(part.get_param("name", header="content-disposition")): _text(part.get_payload(decode=True))
            for part in parts
        }
    if kind == "application/x-www-form-urlencoded":
        return dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
    try:
        fields = msgspec.json.decode(body)
    except msgspec.DecodeError:
        return None
    return {str(key): str(value) for key, value in fields.items()} if isinstance(fields, dict) else None


def _text(payload: Any) -> str:
    return payload.decode(errors="replace").removesuffix("\r\n") if isinstance(payload, bytes) else ""


def _refused(status: int, error: str, message: str) -> Reply:
    return Reply(
        status=status, body={"error": error, "error_description": message, "message": message}, effect="refused"
    )
