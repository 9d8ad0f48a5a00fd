"""Importing the package is cheap: no model, no endpoint, no HTTP library comes with it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

import daftra_async

HEAVY = {"aiohttp", "httpx", "httpx2", "starlette", "uvicorn", "openapi_python_client", "yaml", "sqlite3"}


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running the code."""
    program = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_importing_the_package_loads_no_model_and_no_endpoint() -> None:
    modules = loaded_by("import daftra_async")
    assert not [name for name in modules if name.startswith("daftra_async._generated")]
    assert not modules & HEAVY


def test_making_a_client_loads_no_model_no_endpoint_and_no_http_library() -> None:
    modules = loaded_by("from daftra_async import ApiKey, Daftra; Daftra('acme', auth=ApiKey('k'))")
    assert not [name for name in modules if name.startswith("daftra_async._generated.models")]
    assert not [name for name in modules if name.startswith("daftra_async._generated.api")]
    assert not modules & HEAVY


FIRST_CALL = """
import asyncio, sys
from daftra_async import ApiKey, ConnectionFailed, Daftra

async def main():
    async with Daftra(base_url="http://127.0.0.1:9", auth=ApiKey("k"), timeout=1) as daftra:
        before = {name for name in sys.modules if name.startswith("daftra_async")}
        try:
            await daftra.with_options(retries=0).invoices.get(26)
        except ConnectionFailed:
            pass
        after = {name for name in sys.modules if name.startswith("daftra_async")}
        print(len(after - before), sorted(after - before), file=sys.stderr)
        assert len(after - before) <= 15, sorted(after - before)

asyncio.run(main())
"""


def test_the_first_call_loads_at_most_fifteen_modules_of_ours() -> None:
    loaded_by(FIRST_CALL)


@pytest.mark.parametrize("name", [name for name in dir(daftra_async) if not name.startswith("__")])
def test_every_public_name_can_be_had(name: str) -> None:
    assert getattr(daftra_async, name) is not None


def test_the_list_of_public_names_is_the_table_of_their_homes() -> None:
    assert set(daftra_async.__all__) == {"__version__", *daftra_async._MODULES}


def test_an_unknown_name_is_an_attribute_error() -> None:
    package: Any = daftra_async
    with pytest.raises(AttributeError, match="Daftera"):
        package.Daftera  # noqa: B018
