"""Which documented call a v1 request means."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from .schema import DocumentedCall, Schema


@attrs.frozen
class Route:
    """A call, its template without the suffix, and what the placeholders were filled with."""

    call: DocumentedCall
    template: str
    arguments: Mapping[str, str]


class Router:
    """Finds calls by method and path; ``.json`` and the bare path are the same, as is a trailing slash."""

    def __init__(self, schema: Schema) -> None:
        self._candidates: dict[tuple[str, int, str], list[tuple[tuple[str, ...], DocumentedCall]]] = {}
        for call in schema.calls:
            segments = split(call.path)
            self._candidates.setdefault(_key(call.method, segments), []).append((segments, call))
        for candidates in self._candidates.values():
            candidates.sort(key=_precedence)

    def find(self, method: str, path: str) -> Route | None:
        """The most literal call that fits; among equals the one whose ``{id}`` is a number if the path's is."""
        segments = split(path)
        best: Route | None = None
        for template, call in self._candidates.get(_key(method, segments), ()):
            arguments = _fill(template, segments)
            if arguments is None:
                continue
            route = Route(call, "/" + "/".join(template), arguments)
            if "id" not in arguments or arguments["id"].isdecimal():
                return route
            best = best or route
        return best


def split(path: str) -> tuple[str, ...]:
    """The segments of a path without the suffix: ``/api2/clients/5.json`` → ``("api2", "clients", "5")``."""
    return tuple(path.strip("/").removesuffix(".json").split("/"))


def _precedence(candidate: tuple[tuple[str, ...], DocumentedCall]) -> tuple[list[bool], bool]:
    """Literal segments before placeholders; of two calls of one address the general one, documented with its suffix."""
    segments, call = candidate
    return [segment.startswith("{") for segment in segments], not call.path.endswith(".json")


def _key(method: str, segments: tuple[str, ...]) -> tuple[str, int, str]:
    return method, len(segments), segments[1] if len(segments) > 1 else ""


def _fill(template: tuple[str, ...], segments: tuple[str, ...]) -> dict[str, str] | None:
    arguments: dict[str, str] = {}
    for expected, actual in zip(template, segments, strict=True):
        if expected.startswith("{"):
            arguments[expected[1:-1]] = actual
        elif expected != actual:
            return None
    return arguments
