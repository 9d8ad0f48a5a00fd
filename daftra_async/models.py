"""Every record, draft and enum of the API: ``from daftra_async.models import Invoice, InvoiceDraft``.

Each is imported when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._generated.models import *  # noqa: F403


def __getattr__(name: str) -> Any:
    from ._generated import models

    return getattr(models, name)


def __dir__() -> list[str]:
    from ._generated import models

    return dir(models)
