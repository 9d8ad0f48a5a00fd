"""Public names, locked by page number: what a page is called does not follow its folder, its title or its address.

``specs/names.yaml`` is the table. A page that stands there keeps its name whatever the documentation does; a page that
does not gets a name from its folder, path and title, which ``make regen`` writes into the table.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from .. import safe_yaml
from ..errors import OverlayError
from ..fetch.numbers import Known, shape
from ..openapi import METHODS

KINDS = frozenset({"list", "get", "create", "update", "delete", "action"})
_CALL = re.compile(r"([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)")
_MEMBER = re.compile(r"[A-Z][A-Z0-9_]*")
_ATTRIBUTE = re.compile(r"[a-z][a-z0-9_]*")

HEAD = """\
# Public names, locked. A page keeps its name here whatever becomes of its folder, title, number or address.
#
# calls:  page number -> what the call is named, and the request behind it (`kind` where the name does not say it)
# enums:  enum -> value -> the member's name, or the enum that it is another name of
# former: enum -> a name that a member had before -> the name it has now; both can be used
# fields: record or draft -> name on the wire -> attribute, where the one is no Python name for the other
#
# New names are added by `make regen`; to rename something public, change it here.
"""


@attrs.frozen
class Lock:
    """The name of one page's call."""

    number: str
    resource: str
    name: str
    kind: str
    method: str
    path: str

    @property
    def known(self) -> Known:
        return Known(self.number, self.method, self.path, self.name)

    @property
    def text(self) -> str:
        """The entry as it stands in the table."""
        kind = f", kind: {self.kind}" if self.kind != implied_kind(self.name) else ""
        request = json.dumps(f"{self.method.upper()} {self.path}", ensure_ascii=False)
        return f"{{call: {self.resource}.{self.name}, request: {request}{kind}}}"


def implied_kind(name: str) -> str:
    """The kind of a call that is named so."""
    return name if name in KINDS else "action"


@attrs.frozen
class LockedNames:
    """The table: calls by page number, members by enum and value, attributes by record and wire name.

    ``aliases`` names enums that are another one: its values are theirs. ``former`` has names that members had before.
    """

    calls: Mapping[str, Lock] = attrs.field(factory=dict)
    enums: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    aliases: Mapping[str, str] = attrs.field(factory=dict)
    former: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    fields: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)

    def missing(self, numbers: Iterable[str]) -> list[Lock]:
        """The locked calls whose pages are not among these."""
        there = set(numbers)
        return [lock for number, lock in self.calls.items() if number not in there]

    def successor_of(self, method: str, path: str, free: Iterable[Lock]) -> Lock | None:
        """The call that a page of another number documents now: the one with its request, if there is just one."""
        base, rest = shape(path)
        alike = [one for one in free if one.method == method and shape(one.path)[1] == rest]
        fitting = [one for one in alike if not base or shape(one.path)[0] in {base, ""}]
        return fitting[0] if len(fitting) == 1 else None

    def text(self) -> str:
        """The table as it is kept."""
        lines = [HEAD.rstrip(), "calls:"]
        lines += [f"  {number}: {self.calls[number].text}" for number in sorted(self.calls, key=int)]
        enums = {**{name: _flow(members) for name, members in self.enums.items()}, **self.aliases}
        lines += ["enums:", *(f"  {name}: {enums[name]}" for name in sorted(enums))]
        if self.former:
            lines += ["former:", *(f"  {name}: {_flow(self.former[name])}" for name in sorted(self.former))]
        lines += ["fields:", *(f"  {name}: {_flow(self.fields[name])}" for name in sorted(self.fields))]
        return "\n".join(lines) + "\n"


def _flow(table: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{_key(key)}: {_key(name)}" for key, name in table.items()) + "}"


def _key(text: str) -> str:
    plain = re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*|-?\d{1,18}", text) and text.lower() not in {"null", "true", "false"}
    return text if plain else json.dumps(text, ensure_ascii=False)


def read_names(path: Path | None) -> LockedNames:
    """The table in a file; an empty one where there is no file. Raises ``OverlayError`` for an entry that is none."""
    if path is None or not path.is_file():
        return LockedNames()
    data = safe_yaml.load(path.read_text("utf-8"), file=path.name) or {}
    if not isinstance(data, dict) or set(data) - {"calls", "enums", "former", "fields"}:
        raise OverlayError(f"{path.name}: a table of names has calls, enums, former and fields")
    calls = {str(number): _lock(str(number), raw, path.name) for number, raw in _section(data, "calls", path).items()}
    enums = _section(data, "enums", path)
    aliases = {str(name): entry for name, entry in enums.items() if isinstance(entry, str)}
    if not all(enums.get(target) and not isinstance(enums[target], str) for target in aliases.values()):
        raise OverlayError(f"{path.name}: enums: an alias names an enum of the table")
    return LockedNames(
        calls=calls,
        enums=_tables({name: one for name, one in enums.items() if name not in aliases}, "enums", _MEMBER, path),
        aliases=aliases,
        former=_tables(_section(data, "former", path), "former", _MEMBER, path),
        fields=_tables(_section(data, "fields", path), "fields", _ATTRIBUTE, path),
    )


def _section(data: Mapping[str, Any], key: str, path: Path) -> Mapping[Any, Any]:
    found = data.get(key) or {}
    if not isinstance(found, dict):
        raise OverlayError(f"{path.name}: {key} is a map")
    return found


def _lock(number: str, raw: Any, file: str) -> Lock:
    entry = raw if isinstance(raw, dict) else {}
    call = _CALL.fullmatch(str(entry.get("call")))
    method, _, path = str(entry.get("request")).partition(" ")
    kind = entry.get("kind") or implied_kind(call.group(2) if call else "")
    if call is None or method.lower() not in METHODS or not path.startswith("/") or kind not in KINDS:
        raise OverlayError(f"{file}: page {number}: an entry is {{call: resource.name, request: GET /path}}")
    if not number.isdecimal():
        raise OverlayError(f"{file}: {number!r} is no page number")
    return Lock(number, call.group(1), call.group(2), kind, method.lower(), path)


def _tables(section: Mapping[Any, Any], key: str, form: re.Pattern[str], path: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for owner, entries in section.items():
        if not isinstance(entries, dict) or not all(form.fullmatch(str(name)) for name in entries.values()):
            raise OverlayError(f"{path.name}: {key}: {owner}: a name of this table has the form {form.pattern}")
        found[str(owner)] = {str(value): str(name) for value, name in entries.items()}
    return found
