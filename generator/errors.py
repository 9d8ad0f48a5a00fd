"""What stops the generator: always with the place, the reason and what the maintainer can do."""

from __future__ import annotations


class GeneratorError(Exception):
    """The build stopped; the text says where, why and what to do."""


class PageError(GeneratorError):
    """A page that no rule understands, or that is not safe to read."""

    def __init__(self, file: str, place: str, reason: str, remedy: str) -> None:
        self.file = file
        self.place = place
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{file} at {place or '/'}: {reason}\n  what to do: {remedy}")


class OverlayError(GeneratorError):
    """An overlay action that cannot be applied, or that no longer changes anything."""


class MergeError(GeneratorError):
    """Pages that are fine one by one but do not fit together."""
