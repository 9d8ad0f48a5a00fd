"""Findings as text for a terminal, markdown for a pull request and JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from ..characters import printable
from .facts import Change, Level


def counts(changes: Sequence[Change]) -> str:
    """``2 breaking, 0 additive, 5 cosmetic``."""
    return ", ".join(f"{sum(change.level is level for change in changes)} {level}" for level in Level)


def as_text(changes: Sequence[Change]) -> str:
    """Gravest first, one line per finding."""
    if not changes:
        return "nothing changed"
    lines = [counts(changes)]
    for level in Level:
        group = [change for change in changes if change.level is level]
        if group:
            lines += ["", level.upper(), *(f"  {_line(change)}" for change in group)]
    return "\n".join(lines)


def as_markdown(changes: Sequence[Change]) -> str:
    """A heading and a table per class, for users of the SDK."""
    if not changes:
        return "Nothing changed."
    lines = [f"{counts(changes)}."]
    for level in Level:
        group = [change for change in changes if change.level is level]
        if group:
            lines += [
                "",
                f"### {level.capitalize()}",
                "",
                "| what | change | before | after | meaning |",
                "|" + "---|" * 5,
            ]
            lines += [
                f"| {_code(change.name)} | {_title(change)} | {_code(change.before)} | {_code(change.after)} "
                f"| {change.meaning} |"
                for change in group
            ]
    return "\n".join(lines)


def as_json(changes: Sequence[Change]) -> str:
    """``{"summary": {class: count}, "changes": [{class, action, subject, rule, name, before, after, guessed, …}]}``."""
    summary = {str(level): sum(change.level is level for change in changes) for level in Level}
    entries = [
        {
            "class": str(change.level),
            "action": change.action,
            "subject": change.subject,
            "rule": change.rule,
            "name": change.name,
            "before": change.before,
            "after": change.after,
            "guessed": change.guessed,
            "meaning": change.meaning,
        }
        for change in changes
    ]
    return json.dumps({"summary": summary, "changes": entries}, indent=2, ensure_ascii=True)


FORMATS: Mapping[str, Callable[[Sequence[Change]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def _title(change: Change) -> str:
    return f"{change.rule} (guessed)" if change.guessed else change.rule


def _line(change: Change) -> str:
    values = " -> ".join(printable(value) for value in (change.before, change.after) if value)
    shown = f" [{values}]" if values else ""
    return f"{printable(change.name)}: {_title(change)}{shown}: {change.meaning}"


def _code(text: str) -> str:
    plain = printable(text).replace("`", "'").replace("|", "\\|")
    return f"`{plain}`" if plain else ""
