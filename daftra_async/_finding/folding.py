"""Arabic text as people take it for the same: one alef, one ya, no marks, plain digits.

The same name is typed with and without hamza, with a dotless ya, with ha for ta marbuta, stretched, vowelled, and with
either kind of digits. None of that tells two people apart; two texts that fold alike are equal for ``fold=True``.
"""

from __future__ import annotations

import unicodedata

_ALIKE = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه"}
_TATWEEL = 0x0640
_MARKS = (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E5))
"""Vowels, shadda, sukun, the small alef, and the signs of the Quran's script."""

_DIGITS = {chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)}
_FOLDED = str.maketrans({**_ALIKE, **_DIGITS}) | dict.fromkeys((_TATWEEL, *_MARKS))


def folded(text: str) -> str:
    """The text with every letter, mark and digit that does not count brought to one form."""
    return unicodedata.normalize("NFKC", text).translate(_FOLDED)
