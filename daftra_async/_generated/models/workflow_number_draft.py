from __future__ import annotations

from typing import Any, TypedDict

import attrs
from msgspec import UNSET

from ..._wire import Draft


@attrs.define(kw_only=True)
class WorkflowNumberDraft(Draft):
    """What can be written of workflow numbers."""

    code: str
    """Its code."""
    generated: Any = UNSET


class WorkflowNumberDict(TypedDict, total=False):
    """``WorkflowNumberDraft`` as a plain dict, by its attributes; they are described there."""

    code: str
    generated: Any
