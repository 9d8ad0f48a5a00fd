"""A documentation site on this machine, laid out like the real one: ``llms.txt`` and a markdown page per endpoint."""

from __future__ import annotations

import copy
import hashlib
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import attrs
import yaml

from generator.fetch.pages import Page

PROSE = "Gives what was asked for.\n\n```json\n{}\n```\nSee **the list**."


@attrs.define
class DocsSite:
    """What the server serves; a test changes it between fetches. ``faults`` are statuses to give before the answer."""

    url: str
    texts: dict[str, str] = attrs.field(factory=dict)
    index: list[str] = attrs.field(factory=list)
    faults: dict[str, list[tuple[int, dict[str, str]]]] = attrs.field(factory=dict)
    requests: Counter[str] = attrs.field(factory=Counter)
    statuses: Counter[int] = attrs.field(factory=Counter)
    together: int = 0
    most_together: int = 0
    gate: threading.Event = attrs.field(factory=threading.Event)
    conditional: bool = True
    versions: bool = True

    def publish(self, pages: Sequence[Page], *, prose: str = PROSE) -> None:
        """Serve these pages and nothing else."""
        self.texts = {}
        self.index = [
            "# Daftra API",
            "",
            "## Docs",
            f"- [Introduction]({self.url}start-700001m0.md): Read this first.",
            "",
            "## API Docs",
        ]
        for page in pages:
            operation = operation_of(page)
            number = operation["x-page-id"]
            folder = operation["x-apidog-folder"].replace("/", " > ")
            self.texts[f"/{number}e0.md"] = published(page, prose)
            self.index.append(f"- {folder} [{operation['summary']}]({self.url}{number}e0.md): ")

    def answer(self, path: str, headers: Any) -> tuple[int, dict[str, str], bytes]:
        if self.faults.get(path):
            status, more = self.faults[path].pop(0)
            return status, more, b""
        text = "\n".join(self.index) if path == "/llms.txt" else self.texts.get(path)
        if text is None:
            return 404, {}, b""
        body = text.encode()
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if self.conditional and headers.get("If-None-Match") == tag:
            return 304, {"ETag": tag}, b""
        version = {"ETag": tag} if self.versions else {}
        return 200, {**version, "Content-Type": "text/markdown"}, body


def operation_of(page: Page) -> dict[str, Any]:
    ((_, item),) = page.data["paths"].items()
    ((_, operation),) = item.items()
    found: dict[str, Any] = operation
    return found


def published(page: Page, prose: str) -> str:
    """A kept page as the site would publish it: with prose and a link to its console, without what we added."""
    data = copy.deepcopy(page.data)
    operation = operation_of(Page(page.file, data))
    number = operation.pop("x-page-id")
    operation.pop("x-documented-server", None)
    operation["description"] = prose
    operation["x-run-in-apidog"] = f"https://app.example.org/web/project/7/apis/api-{number}-run"
    body = yaml.safe_dump(_without_labels(data, prose), sort_keys=False, allow_unicode=True)
    return f"# {operation['summary']}\n\n> Words.\n\n## OpenAPI Specification\n\n```yaml\n{body}\n```\n"


def _without_labels(value: Any, prose: str) -> Any:
    if isinstance(value, list):
        return [_without_labels(item, prose) for item in value]
    if not isinstance(value, dict):
        return value
    labels = value.get("x-labels", {})
    table = "\n".join(["| Value | Meaning |", "|---|---|", *(f"| {one} | {label} |" for one, label in labels.items())])
    labelled = {"description": f"{prose}\n\n{table}"} if labels else {}
    return {**{key: _without_labels(item, prose) for key, item in value.items() if key != "x-labels"}, **labelled}


@contextmanager
def serving() -> Iterator[DocsSite]:
    """A site on a free port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with lock:
                site.requests[self.path] += 1
                site.together += 1
                site.most_together = max(site.most_together, site.together)
            site.gate.wait(30)
            status, headers, body = site.answer(self.path, self.headers)
            with lock:
                site.together -= 1
                site.statuses[status] += 1
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    lock = threading.Lock()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = DocsSite(f"http://127.0.0.1:{server.server_port}/")
    site.gate.set()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.gate.set()
        server.shutdown()
        thread.join()
        server.server_close()
