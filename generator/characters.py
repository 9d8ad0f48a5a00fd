"""Texts of pages that nobody checked: characters that a reader does not see, or a terminal obeys."""

from __future__ import annotations

import unicodedata


def has_hidden_characters(text: str) -> bool:
    """Whether a text holds control, bidirectional or other invisible characters."""
    return any(unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} for character in text)


def printable(text: str) -> str:
    """The text on one line, control and bidi characters replaced."""
    return "".join(character if character.isprintable() else "?" for character in text)
