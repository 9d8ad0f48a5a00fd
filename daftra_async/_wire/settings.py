"""How answers are to be decoded."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class DecodeSettings:
    """What decoding may assume and what it keeps.

    ``strict`` turns values that cannot be typed into an ``UnexpectedResponse`` (meant for tests).

    ``date_format`` is the account's display format in the server's own notation (``"DD/MM/YYYY"``), as ``site_info``
    tells it; ``None`` says that it is not known yet, ``""`` that it cannot be known (display dates are then issues).

    ``keep_raw`` keeps the answer's text beside the records, so that ``record.raw`` and ``record.unknown`` can be read.
    """

    strict: bool = False
    date_format: str | None = None
    keep_raw: bool = True


class DateFormatNeeded(Exception):
    """A date in the account's display format was met and ``DecodeSettings.date_format`` is unknown.

    The caller reads ``site_info`` once and decodes the same answer again with the format that it found.
    """
