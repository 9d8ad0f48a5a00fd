"""Whatever the order of pages, the names of files, the locale: the same bytes."""

from __future__ import annotations

import locale
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.fetch.pages import Page
from generator.fetch.sources import read_source
from generator.merge.merging import merge, merge_pages
from generator.merge.rulings import read_rulings
from generator.places import Places
from generator.yaml_writing import dump
from tests.generator.generator_pages import SPECS


def _pages() -> list[Page]:
    """The documentation's pages, and those of calls that it does not have."""
    return [*read_source(SPECS / "pages"), *read_source(SPECS / "added")]


def test_the_order_of_pages_changes_nothing(document: dict[str, Any]) -> None:
    pages = read_source(SPECS / "pages")
    random.Random(7).shuffle(pages)
    assert dump(merge_pages(pages, read_rulings(Places())).document) == dump(document)


def test_names_and_folders_of_files_change_nothing(tmp_path: Path, document: dict[str, Any]) -> None:
    for number, file in enumerate(sorted((SPECS / "pages").rglob("*.yaml"), key=lambda path: path.name[::-1])):
        shutil.copy(file, tmp_path / f"{number:03}.yaml")
    assert dump(merge(Places(pages=tmp_path)).document) == dump(document)


def test_pages_as_one_markdown_file_give_the_same_document(tmp_path: Path, document: dict[str, Any]) -> None:
    texts = [path.read_text("utf-8") for path in sorted((SPECS / "pages").rglob("*.yaml"))]
    parts = [f"# A page\n\n## OpenAPI Specification\n\n```yaml\n{text}```\n" for text in texts]
    (tmp_path / "all.md").write_text(("\n" + "=" * 60 + "\n").join(parts), "utf-8")
    assert dump(merge(Places(pages=tmp_path)).document) == dump(document)


@pytest.mark.parametrize(("seed", "language"), [("0", "C"), ("4711", "C.UTF-8")])
def test_hash_seed_and_locale_change_nothing(tmp_path: Path, seed: str, language: str) -> None:
    out = tmp_path / "openapi.yaml"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": language, "LANG": language}
    done = subprocess.run(
        [sys.executable, "-m", "generator", "merge", "--out", str(out)],
        cwd=SPECS.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert out.read_bytes() == (SPECS / "openapi.yaml").read_bytes()
    assert "306 pages, 306 calls" in done.stdout
    assert re.search(r"^credential_header +250$", done.stdout, re.MULTILINE)


def test_the_locale_of_this_process_is_not_asked(document: dict[str, Any]) -> None:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "C")
        assert dump(merge().document) == dump(document)
    finally:
        locale.setlocale(locale.LC_ALL, before)
