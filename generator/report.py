"""What one run of the generator found: errors, doubts and notes, all of them, and how often each rule worked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import attrs

from .characters import printable
from .errors import GeneratorError, ProblemsError

TEXT_WIDTH = 400
_NAMED = 3
"""So many pages are named with a note."""


@attrs.define
class Report:
    """Collected from the first page that is read to the last touch of the document.

    An *error* leaves something out that cannot be understood, a *doubt* is a question that a person has to answer (both
    stop the generation, and come again at every run until they are settled), a *note* is good to know.
    """

    pages: int = 0
    operations: int = 0
    calls: int = 0
    schemas: int = 0
    counts: Counter[str] = attrs.field(factory=Counter)
    errors: list[GeneratorError] = attrs.field(factory=list)
    doubts: list[str] = attrs.field(factory=list)
    notes: dict[str, list[str]] = attrs.field(factory=dict)
    idle: list[str] = attrs.field(factory=list)

    def count(self, rule: str, times: int = 1) -> None:
        self.counts[rule] += times

    def note(self, text: str, where: str = "") -> None:
        places = self.notes.setdefault(text, [])
        if where and where not in places:
            places.append(where)

    def doubt(self, text: str) -> None:
        if text not in self.doubts:
            self.doubts.append(text)

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """Keep an error of the block instead of raising it."""
        try:
            yield
        except ProblemsError as problem:
            self.errors += problem.errors
        except GeneratorError as problem:
            self.errors.append(problem)

    def refuse_errors(self) -> None:
        """Raise what was collected: the one error, or all of them in one."""
        if self.errors:
            raise self.errors[0] if len(self.errors) == 1 else ProblemsError(self.errors)

    def findings(self) -> list[str]:
        """Everything a maintainer should see, gravest first, one text each."""
        return [
            *(f"error: {_shown(str(error))}" for error in self.errors),
            *(f"doubt: {_shown(text)}" for text in self.doubts),
            *(f"idle: {_shown(text)}" for text in self.idle),
            *(f"note: {_shown(text)}" for text in self.noted()),
        ]

    def noted(self) -> list[str]:
        """The notes, each with the pages that it is about."""
        return [text + _places(places) for text, places in self.notes.items()]

    def table(self, rules: Sequence[str]) -> str:
        """Every rule with its count, in the rules' order; a rule without work shows 0."""
        width = max(map(len, rules), default=0)
        lines = [f"{name:<{width}}  {self.counts[name]:>6}" for name in rules]
        return "\n".join([f"{'quirk':<{width}}   count", *lines, "", self.summary(), *self.findings()])

    def summary(self) -> str:
        """How much was merged, in one line."""
        return f"{self.pages} pages, {self.calls} calls, {self.operations} operations, {self.schemas} schemas"


def _places(places: Sequence[str]) -> str:
    if not places:
        return ""
    more = f" and {len(places) - _NAMED} more pages" if len(places) > _NAMED else ""
    return f" ({', '.join(places[:_NAMED])}{more})"


def _shown(text: str) -> str:
    """Lines of a finding, each printable and not endless: they quote pages that nobody checked."""
    return "\n".join(printable(line)[:TEXT_WIDTH] for line in text.split("\n"))
