"""The site builds without a warning, its links hold, and its reference names everything that is public."""

from __future__ import annotations

import subprocess
import sys
import types
import zlib
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from daftra_async import models

ROOT = Path(__file__).parents[2]
PUBLIC = ("emulator", "errors", "export", "filters", "lifespan", "metrics", "webhooks")
ELSEWHERE = {"OPERATIONS", "__version__"}
"""Values, which a reference made of classes and functions cannot show; the client's page tells of them."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return target


class Page(HTMLParser):
    """The anchors of a page and where it points."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value for name, value in attrs if value}
        self.anchors |= {told[name] for name in ("id", "name") if name in told}
        self.links += [told[name] for name in ("href", "src") if name in told]


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    broken = [
        f"{path.relative_to(site.resolve())}: {link}"
        for path, page in pages.items()
        if path.name != "404.html"
        for link in page.links
        if not _leads_somewhere(link, path, pages)
    ]
    assert not broken
    assert len(pages) > 80


def _leads_somewhere(link: str, path: Path, pages: dict[Path, Page]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return False
    return not parts.fragment or target not in pages or unquote(parts.fragment) in pages[target].anchors


def test_every_public_name_is_in_the_reference(site: Path) -> None:
    inventory = zlib.decompress((site / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode()
    shown = {line.split(" ", 1)[0] for line in inventory.splitlines()}
    missing = []
    for module in ("daftra_async", *(f"daftra_async.{name}" for name in PUBLIC)):
        found = import_module(module)
        names = set(public_names(module)) - ELSEWHERE
        missing += [f"{module}.{name}" for name in sorted(names) if not is_shown(module, name, found, shown)]
    assert not missing, "\n".join(missing)


def is_shown(module: str, name: str, found: types.ModuleType, shown: set[str]) -> bool:
    """Under the name that users import or the module that defines it; a value, such as a type's alias, under any."""
    value = getattr(found, name)
    if isinstance(value, type | types.FunctionType):
        return not shown.isdisjoint({f"{module}.{name}", f"{value.__module__}.{name}"})
    return any(place.endswith(f".{name}") for place in shown)


def test_every_model_is_in_the_reference(site: Path) -> None:
    anchors = Page((site / "reference" / "models" / "index.html").read_text(encoding="utf-8")).anchors
    assert [name for name in dir(models) if name.lower() not in anchors] == []


def public_names(module: str) -> list[str]:
    """What a package imports when it is asked for, or what a module defines itself."""
    found = import_module(module)
    if "__dir__" in vars(found):
        return dir(found)
    kinds = (type, types.FunctionType)
    return [
        name
        for name, value in vars(found).items()
        if not name.startswith("_") and isinstance(value, kinds) and value.__module__ == found.__name__
    ]
