"""What the documentation's own pages give, merged once for all tests of a process."""

from __future__ import annotations

from typing import Any

import pytest

from generator.merge.merging import MergeResult, merge


@pytest.fixture(scope="session")
def merged() -> MergeResult:
    return merge()


@pytest.fixture(scope="session")
def document(merged: MergeResult) -> dict[str, Any]:
    return merged.document
