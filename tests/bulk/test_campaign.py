"""A sample of the campaigns: ``make campaign`` runs ten thousand seeds and five hundred kills."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from . import kills
from .campaign import campaign, run_naive, run_seed


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize(("fault", "unconfirmed"), [(0.025, 0.0001), (0.2, 0.005)])
def test_no_seed_of_the_model_breaks_a_promise(fault: float, unconfirmed: float) -> None:
    counts, failures = campaign(range(20_000, 20_120), fault, loud=False)
    assert [(failure.seed, failure.wrongs) for failure in failures] == []
    assert counts["unconfirmed"] <= unconfirmed * (counts["created"] + counts["rejected"] + counts["unconfirmed"])
    assert counts["crashes"] > 60


def test_a_client_that_only_tries_again_fails_the_same_campaign() -> None:
    assert sum(bool(run_naive(seed, 0.2).wrongs) for seed in range(50)) > 15


def test_a_settle_time_shorter_than_the_server_works_on_fails_it_too() -> None:
    wrongs = [wrong for seed in range(60) for wrong in run_seed(seed, 0.2, settle=1.0).wrongs]
    assert any(wrong.startswith("duplicate") for wrong in wrongs)


def test_a_seed_replays_exactly() -> None:
    for seed in range(20_000, 20_020):
        first, second = run_seed(seed, 0.2), run_seed(seed, 0.2)
        assert first.trace == second.trace
        assert first.counts == second.counts


def test_no_killed_process_breaks_a_promise() -> None:
    runs, wrongs = kills.campaign(8, parallel=2, seed=5)
    assert wrongs == []
    assert runs >= 2
