"""What holds for every test.

Property tests draw the same examples on every run, so that a change is judged by itself; campaigns draw new ones. A
shell that starts the tests in the background has them ignore Ctrl-C, and with them the programs that tests interrupt:
they listen to it again. What bulk runs keep per user is kept in a folder of the session's own.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("campaign", deadline=None)
settings.load_profile("campaign" if os.environ.get("DAFTRA_CAMPAIGN") else "repeatable")

signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def state_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing is written into the home of whoever runs the tests."""
    os.environ["DAFTRA_STATE_DIR"] = str(tmp_path_factory.mktemp("state"))
    yield
    del os.environ["DAFTRA_STATE_DIR"]
