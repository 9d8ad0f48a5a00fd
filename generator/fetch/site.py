"""Reading the documentation's site: its index and its pages, politely and from nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urljoin, urlsplit

import attrs
import httpx

from ..errors import GeneratorError
from .pace import DeadlineReached, Pace, pause_before

INDEX = "llms.txt"
MAX_BYTES = 4_000_000
TRIES = 5
WORTH_A_RETRY = frozenset({408, 425, 429, 500, 502, 503, 504})
_LINK = re.compile(r"^\s*[-*]\s*(?P<folder>[^\[]*?)\s*\[(?P<title>.*)\]\((?P<url>[^()\s]+)\)")
_ENDPOINT = re.compile(r"(?:^|[-_/])(?P<number>\d{5,18})(?:e0)?\.md$")
_OTHER = re.compile(r"\d(?:m|d|f)0\.md$")
"""Articles, schemas and folders of the site have a number too, with another letter behind it."""


class FetchError(GeneratorError):
    """The site could not be read as a whole; nothing was changed."""


@attrs.frozen
class Listed:
    """One endpoint page of the index."""

    number: str
    title: str
    folder: str
    url: str


@attrs.frozen
class Validators:
    """What a server said of a page's version; empty texts where it said nothing."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


@attrs.frozen
class Answer:
    """A page's text, or None where the server says that it is not modified."""

    text: str | None
    validators: Validators


@attrs.frozen
class Read:
    """What came of all pages: the answers by number, and why the others failed."""

    answers: Mapping[str, Answer]
    failures: Mapping[str, str]


@attrs.define
class Site:
    """The documentation below one address, asked at one pace by all connections."""

    base: str
    client: httpx.Client
    connections: int = 4
    pace: Pace = attrs.field(factory=Pace)

    def listed(self) -> tuple[list[Listed], list[str]]:
        """The endpoint pages that the index names, and remarks. Raises ``FetchError``."""
        answer = self.get(urljoin(self.base, INDEX))
        return read_index(answer.text or "", self.base)

    def pages(self, listed: Sequence[Listed], known: Mapping[str, Validators]) -> Read:
        """All pages by their number; one that cannot be read is a failure beside the others."""

        def one(page: Listed) -> Answer | str:
            try:
                return self.get(page.url, known.get(page.number, Validators()))
            except FetchError as problem:
                return str(problem)

        with ThreadPoolExecutor(self.connections) as pool:
            found = list(zip(listed, pool.map(one, listed), strict=True))
        return Read(
            {page.number: answer for page, answer in found if isinstance(answer, Answer)},
            {page.number: answer for page, answer in found if isinstance(answer, str)},
        )

    def get(self, url: str, validators: Validators | None = None) -> Answer:
        """One resource below the base, tried again where that may help. Raises ``FetchError``."""
        headers = validators.headers() if validators else {}
        reason = ""
        for attempt in range(TRIES):
            try:
                self.pace.wait()
                status, text, received = self._once(url, headers)
            except DeadlineReached:
                raise FetchError(f"{url} was not read in time{f' ({reason})' if reason else ''}") from None
            except httpx.TransportError as problem:
                reason, wanted = f"{type(problem).__name__}: {problem}", None
            else:
                if status == 304 and headers:
                    return Answer(None, validators or Validators())
                if status == 200:
                    found = Validators(received.get("etag", ""), received.get("last-modified", ""))
                    return Answer(text, found)
                if status not in WORTH_A_RETRY:
                    raise FetchError(f"{url} answered {status}{_hint(status, received)}")
                reason, wanted = f"status {status}", received.get("retry-after")
            if attempt < TRIES - 1:
                self.pace.hold(pause_before(attempt, wanted))
        raise FetchError(f"could not reach {url} ({reason}, {TRIES} tries)")

    def _once(self, url: str, headers: Mapping[str, str]) -> tuple[int, str, httpx.Headers]:
        with self.client.stream("GET", url, headers=headers) as response:
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > MAX_BYTES:
                    raise FetchError(f"{url} is larger than {MAX_BYTES} bytes")
            try:
                return response.status_code, bytes(body).decode("utf-8"), response.headers
            except UnicodeDecodeError:
                raise FetchError(f"{url} is not UTF-8") from None


def _hint(status: int, headers: Mapping[str, Any]) -> str:
    if 300 <= status < 400:
        return (
            f" and sends us to {headers.get('location')!r}: pass that address with --url if it is the documentation's"
        )
    return ""


def base_url(text: str) -> str:
    """The address of the documentation with a slash behind it. Raises ``FetchError`` for what is none."""
    parts = urlsplit(text)
    loopback = parts.hostname in {"127.0.0.1", "localhost", "::1"}
    if parts.scheme != "https" and not (parts.scheme == "http" and loopback):
        raise FetchError(f"{text!r}: the documentation's address begins with https:// (http:// on this machine only)")
    if not parts.hostname or parts.username or parts.query or parts.fragment:
        raise FetchError(f"{text!r}: an address is https://host/path, without user, query or fragment")
    return text if text.endswith("/") else text + "/"


def read_index(text: str, base: str) -> tuple[list[Listed], list[str]]:
    """The endpoint pages of an ``llms.txt``, each once, and remarks on links that are left alone.

    A line is ``- Folder > Subfolder [Title](address.md): words``. Raises ``FetchError`` for an index without pages and
    for one that leads to another host.
    """
    found: dict[str, Listed] = {}
    remarks: list[str] = []
    for line in _links(text):
        url = urljoin(base, line["url"])
        here, there = urlsplit(base), urlsplit(url)
        if not there.path.endswith(".md") or _OTHER.search(there.path):
            continue
        endpoint = _ENDPOINT.search(there.path)
        if endpoint is None:
            remarks.append(f"{url}: no page number in its address, so it is left alone")
            continue
        if (there.scheme, there.netloc) != (here.scheme, here.netloc):
            raise FetchError(f"the index leads to another host ({url}): nothing was changed")
        folder = "/".join(part.strip() for part in line["folder"].split(">"))
        found.setdefault(endpoint["number"], Listed(endpoint["number"], line["title"].strip(), folder, url))
    if not found:
        raise FetchError(f"{urljoin(base, INDEX)} lists no endpoint page: is {base} the documentation's address?")
    return list(found.values()), remarks


def _links(text: str) -> Iterator[re.Match[str]]:
    return (match for match in map(_LINK.match, text.splitlines()) if match)
