"""Every Python block of the documentation runs as it stands, page by page, against the emulator."""

from __future__ import annotations

import ast
import asyncio
import inspect
import re
import types
from pathlib import Path
from typing import Any

import pytest

from daftra_async import ApiKey, Daftra
from daftra_async.emulator import Emulator

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if "```python" in path.read_text(encoding="utf-8"))
BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(DOCS).as_posix() for page in PAGES])
def test_the_blocks_of_a_page_run_one_after_another(
    page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    with Emulator(refuse_unknown_parameters="undocumented(" not in text) as emulator:
        monkeypatch.setenv("DAFTRA_BASE_URL", emulator.url)
        monkeypatch.setenv("DAFTRA_API_KEY", emulator.api_key)
        names: dict[str, Any] = {"__name__": "documentation"}
        blocks = [(match.group(1), text.count("\n", 0, match.start()) + 1) for match in BLOCK.finditer(text)]
        if "asyncio.run(" in text:
            for source, line in blocks:
                exec(compile("\n" * line + source, str(page), "exec"), names)
        else:
            asyncio.run(run(page, blocks, names, emulator))


async def run(page: Path, blocks: list[tuple[str, int]], names: dict[str, Any], emulator: Emulator) -> None:
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
        names |= {"daftra": daftra, "emulator": emulator}
        for source, line in blocks:
            code = compile("\n" * line + source, str(page), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
            result = types.FunctionType(code, names)()
            if inspect.isawaitable(result):
                await result
