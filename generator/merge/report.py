"""What the rules did: one count per rule, and remarks for the maintainer."""

from __future__ import annotations

from collections import Counter

import attrs


@attrs.define
class Report:
    """Collected while pages are merged; ``table()`` is what the command prints."""

    pages: int = 0
    operations: int = 0
    calls: int = 0
    schemas: int = 0
    counts: Counter[str] = attrs.field(factory=Counter)
    remarks: list[str] = attrs.field(factory=list)

    def count(self, rule: str, times: int = 1) -> None:
        self.counts[rule] += times

    def remark(self, text: str) -> None:
        if text not in self.remarks:
            self.remarks.append(text)

    def table(self, rules: tuple[str, ...]) -> str:
        """Every rule with its count, in the rules' order; a rule without work shows 0."""
        width = max(map(len, rules), default=0)
        lines = [f"{name:<{width}}  {self.counts[name]:>6}" for name in rules]
        summary = f"{self.pages} pages, {self.calls} calls, {self.operations} operations, {self.schemas} schemas"
        return "\n".join(
            [f"{'quirk':<{width}}   count", *lines, "", summary, *(f"note: {text}" for text in self.remarks)]
        )
