"""Property tests draw the same examples on every run, so that a change is judged by itself; campaigns draw new ones."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("campaign", deadline=None)
settings.load_profile("campaign" if os.environ.get("DAFTRA_CAMPAIGN") else "repeatable")
