"""How many drafts go in one request: what a 413 taught is kept, what a stall taught is given up again."""

from __future__ import annotations

import attrs
import pytest

from .scripted import CALM, Scripted, invoices, report, stalled


@pytest.mark.parametrize("largest", range(1, 9))
def test_the_search_for_the_largest_size_ends_and_the_size_it_found_is_not_overstepped_again(largest: int) -> None:
    world = Scripted(conditions=attrs.evolve(CALM, largest=largest))
    assert report(world, invoices(1000), chunk_size=8, concurrency=1).created == 1000
    searched, found = world.sizes[:100], world.sizes[100:-10]
    assert max(searched) == 8
    assert max(found) <= largest
    assert min(found) >= largest / 2


def test_a_size_at_which_the_server_stalled_once_is_reached_again() -> None:
    world = Scripted({3: stalled})
    assert report(world, invoices(1000), chunk_size=8, concurrency=1).created == 1000
    assert set(world.sizes[3:13]) == {4}
    assert set(world.sizes[60:-10]) == {8}
