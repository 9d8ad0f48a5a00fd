"""What stops the generator: always with the place, the reason and what the maintainer can do."""

from __future__ import annotations

from collections.abc import Sequence


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
    """An overlay, a correction or a table of names that cannot be read or applied."""


class MergeError(GeneratorError):
    """Pages that are fine one by one but do not fit together."""


class DoubtError(GeneratorError):
    """Something that a person has to settle before anything is generated."""


class ProblemsError(GeneratorError):
    """Several errors of one run, together."""

    def __init__(self, errors: Sequence[GeneratorError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join([f"{len(self.errors)} errors", *map(str, self.errors)]))
