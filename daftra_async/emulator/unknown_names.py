"""Names in a request that the documentation does not know: the server ignores most of them without a word."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from .schema import DraftShape

SHAPING = frozenset(
    {
        "page", "limit", "per_page", "sort", "direction", "recursive", "include_client_credit", "load_custom_data",
        "custom_field_label", "request_branch_id",
    }
)  # fmt: skip
"""Parameters that shape an answer and select nothing; taken whether or not a call's page names them."""


def unknown_fields(key: str, body: Mapping[str, Any], draft: DraftShape) -> dict[str, list[str]]:
    """The names that a draft does not have, by section; an unknown section stands there without names."""
    found = {key: sorted(name for name in body[key] if name not in draft.fields)}
    for section, content in body.items():
        if section == key:
            continue
        if section not in draft.sections:
            found[section] = []
            continue
        known = draft.sections[section]
        for line in content if isinstance(content, list) else [content]:
            names = [name for name in line if name not in known and name != "id"] if isinstance(line, Mapping) else []
            if known and names:
                found[section] = sorted({*found.get(section, []), *names})
    return {section: names for section, names in found.items() if names or section not in {key, *draft.sections}}


def unknown_parameters(query: Iterable[tuple[str, str]], known: Iterable[str]) -> list[str]:
    """The parameters that a call does not have, whatever stands in brackets behind their names."""
    names = SHAPING | frozenset(known)
    return list(dict.fromkeys(name for name, _ in query if name.partition("[")[0] not in names))


def hint(name: str, known: Iterable[str]) -> str:
    """``" (did you mean date_from?)"`` where something close is known."""
    close = difflib.get_close_matches(name, sorted(known), n=1)
    return f" (did you mean {close[0]}?)" if close else ""
