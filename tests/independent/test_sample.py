"""A short, seeded sample of the scenarios; ``python -m tests.independent.drive --all`` plays every one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.independent.drive import all_scenarios

SAMPLE = (
    "killed",
    "cuts",
    "paging-honest",
    "paging-honest-moving",
    "idle-answer-stay-httpx",
)
DRAFTS = 80


@pytest.mark.parametrize("name", SAMPLE)
def test_the_promises_hold(name: str, tmp_path: Path) -> None:
    verdict = all_scenarios()[name].play(seed=1, drafts=DRAFTS, directory=tmp_path)
    assert not verdict.broken, verdict.line()
    assert verdict.harm, "nothing happened, so nothing is proved"


@pytest.mark.parametrize("name", ["naive-killed", "naive-faults"])
def test_a_client_that_retries_blindly_is_found_guilty(name: str, tmp_path: Path) -> None:
    # A kill may come before anything can be lost: one of a few must not.
    for seed in range(1, 5):
        directory = tmp_path / str(seed)
        directory.mkdir()
        if all_scenarios()[name].play(seed=seed, drafts=DRAFTS, directory=directory).duplicates:
            return
    pytest.fail("no seed made a duplicate")
