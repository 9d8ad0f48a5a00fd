"""Every record, draft and enum of the API: ``from daftra_async.models import Invoice, InvoiceDraft``.

Each is imported when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._generated import models as _models

if TYPE_CHECKING:
    from ._generated.models import *  # noqa: F403

__getattr__, __dir__ = _models.__getattr__, _models.__dir__
