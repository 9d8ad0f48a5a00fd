"""A draft given as JSON or as ``NAME=VALUE``, in the documented shape that is sent.

JSON may have that shape already (``{"Invoice": {…}, "InvoiceItem": […]}``) or be flat, by the draft's own names
(``{"client_id": 1, "items": […]}``). Either way every name and value is held against the draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .._wire.draft import Draft
from .._wire.suggestion import did_you_mean
from .fields import Unfit, draft_from, fields_of, has_lines


def as_wire(
    value: Mapping[str, Any], draft: type[Draft], *, partial: bool = False, allow_unknown: bool = False
) -> Mapping[str, Any]:
    """What is sent for a draft given as JSON. Raises ``Unfit`` for what the draft does not have or cannot hold."""
    section = draft._wire_section
    if section is not None and section in value:
        check_wire(value, draft, partial=partial, allow_unknown=allow_unknown)
        return value
    return draft(**draft_from(draft, value)).to_wire()


def check_wire(
    wire: Mapping[str, Any], draft: type[Draft], *, partial: bool = False, allow_unknown: bool = False
) -> None:
    """Hold a draft in the documented shape against its fields.

    The server ignores names it does not know and reads dates in any other form as 1970: both are refused here.
    ``partial`` does without the required fields. Raises ``Unfit``.
    """
    section = draft._wire_section
    main = wire.get(section) if section is not None else wire
    if not isinstance(main, Mapping):
        raise Unfit(f'"{section}" is no object: write its fields in braces')
    beside = {name: value for name, value in wire.items() if name != section} if section is not None else {}
    places = {draft._wire_fields.get(name, (None, name)): name for name in fields_of(draft)}
    values: dict[str, Any] = {}
    for key, value in main.items():
        _put(values, places, (None, key), value, f"{section or draft.__name__}.{key}", allow_unknown=allow_unknown)
    for key, value in beside.items():
        if (key, "") in places or (key, key) in places:
            values[places.get((key, ""), places.get((key, key), ""))] = value
        elif isinstance(value, Mapping):
            for inner, item in value.items():
                _put(values, places, (key, inner), item, f"{key}.{inner}", allow_unknown=allow_unknown)
        elif not allow_unknown:
            known = [*(name for name, _ in places if name), section or ""]
            raise Unfit(f"there is no section {key!r}{did_you_mean(key, known)}")
    found = {name: _by_attribute(value, name, draft) for name, value in values.items() if value != ""}
    draft_from(draft, found, partial=partial)


def _put(
    values: dict[str, Any],
    places: Mapping[tuple[str | None, str], str],
    place: tuple[str | None, str],
    value: Any,
    shown: str,
    *,
    allow_unknown: bool,
) -> None:
    if place in places:
        values[places[place]] = value
    elif not allow_unknown:
        names = [key for section, key in places if section == place[0] and key]
        raise Unfit(f"there is no field {shown}{did_you_mean(place[1], names)}")


def _by_attribute(value: Any, name: str, draft: type[Draft]) -> Any:
    """Lines in the documented shape, under the names that their draft class has for the keys."""
    field = fields_of(draft)[name]
    if field.kind != "records" or not isinstance(value, list):
        return value
    names = {key: attribute for attribute, (_, key) in field.type._wire_fields.items() if key}
    return [
        {names.get(key, key): item for key, item in line.items() if item != ""} if isinstance(line, dict) else line
        for line in value
    ]


def lines_of(pairs: Iterable[tuple[str, str]], draft: type[Draft]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """``items.item=Ink items.unit_price=9.50`` as lines, and the pairs that are none.

    A field that comes again begins the next line. Raises ``Unfit`` where lines are given in both ways.
    """
    lines: dict[str, Any] = {}
    rest: list[tuple[str, str]] = []
    for name, value in pairs:
        head, dot, inner = name.partition(".")
        if not dot or not has_lines(fields_of(draft).get(head)):
            rest.append((name, value))
            continue
        of_head = lines.setdefault(head, [{}])
        if inner in of_head[-1]:
            of_head.append({})
        of_head[-1][inner] = value
    twice = next((name for name, _ in rest if name in lines), None)
    if twice is not None:
        raise Unfit(f"{twice} is given whole and by its fields: give it in one way")
    return lines, rest
