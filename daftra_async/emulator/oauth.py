"""The token endpoint and what tokens are worth: grants, expiry, rotation, revocation."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl, urlencode

import attrs
import msgspec

from .answers import Reply
from .clock import Clock
from .store import Store, Values
from .switches import Switches

_TABLE = "oauth_token"
_CODES = "oauth_code"
_CODE_LIFETIME = 600.0
TOKEN_PATHS = frozenset({"/v2/oauth/token", "/oauth/token"})
"""Where tokens are asked for; apps of the marketplace use the second."""

AUTHORISE_PATH = "/oauth"
SITE_ID, SUBDOMAIN = 5000000, "emulator"
"""The site that the page lets apps into."""


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

    def issue(self, *, site: int | None = None) -> Values:
        """A new pair of tokens, as the token endpoint tells it; ``site`` is the one that an app's tokens are for."""
        self.grants += 1
        access, refresh = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        expires = self.clock.seconds() + self.switches.token_lifetime
        self.store.insert(
            _TABLE, {"access": access, "refresh": refresh, "expires": expires, "revoked": 0, "site": site}
        )
        return {
            "token_type": "Bearer",
            "expires_in": int(self.switches.token_lifetime),
            "access_token": access,
            "refresh_token": refresh,
        }

    def accepts(self, access: str, site: str | None = None) -> bool:
        """Whether the access token is known, not expired and not revoked; an app's, for the site in ``Site-Id``."""
        return any(
            not row["revoked"]
            and row["expires"] > self.clock.seconds()
            and (row.get("site") is None or str(row["site"]) == site)
            for row in self._rows("access", access)
        )

    def authorise(self, *, site_id: int = SITE_ID, subdomain: object = SUBDOMAIN) -> str:
        """The code that the browser of a user brings back who let the app into a site; it serves once, ten minutes.

        Every site has the one account that is emulated, and tokens of its own. ``subdomain`` is told as it is given.
        """
        code = secrets.token_urlsafe(24)
        expires = self.clock.seconds() + _CODE_LIFETIME
        self.store.insert(_CODES, {"code": code, "site": site_id, "subdomain": subdomain, "expires": expires})
        return code

    def authorise_page(self, query: Mapping[str, str]) -> Reply:
        """Sends the browser back to the app with a code: here every user lets the app in."""
        back = query.get("redirect_url", "")
        if query.get("app_id") != self.credentials.client_id or not back.startswith(("http://", "https://")):
            return _refused(400, "invalid_request", "No such app, or no redirect_url")
        joined = "&" if "?" in back else "?"
        location = f"{back}{joined}{urlencode({'code': self.authorise()})}"
        return Reply(status=302, body=b"", content_type="text/html", headers={"location": location}, effect="created")

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
        if grant == "client_credentials":
            own = {name: value for name, value in self.issue().items() if name != "refresh_token"}
            return Reply(status=200, body=own, effect="created")
        if grant == "authorization_code":
            return self._of_code(fields.get("code", ""))
        return _refused(400, "unsupported_grant_type", "The grant type is not supported")

    def _of_code(self, code: str) -> Reply:
        rows = self.store.find(_CODES, "code", code)
        if not code or not rows or rows[0]["expires"] <= self.clock.seconds():
            return _refused(400, "invalid_grant", "The authorization code is invalid")
        row = rows[0]
        self.store.erase(_CODES, row["id"])
        site = {"site_id": row["site"], "subdomain": row["subdomain"]}
        return Reply(status=200, body={**self.issue(site=row["site"]), **site}, effect="created")

    def _refreshed(self, refresh: str) -> Reply:
        rows = self._rows("refresh", refresh)
        if not refresh or not rows:
            return _refused(401, "invalid_grant", "The refresh token is invalid")
        row = rows[0]
        answer = self.issue(site=row.get("site"))
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
