"""Texts of pages that nobody checked, made fit to be shown: a terminal obeys some characters."""

from __future__ import annotations


def printable(text: str) -> str:
    """The text on one line, control and bidi characters replaced."""
    return "".join(character if character.isprintable() else "?" for character in text)
