"""A plain dict, in the documented shape or flat, as values by a draft's attributes: every name is known or refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Protocol

import attrs

from ..errors import ConfigurationError
from .shape import shape
from .suggestion import did_you_mean

Place = tuple[str | None, str]
"""A section of the body (``None`` for the main one) and a key in it; the key is empty where the section is meant."""


class DraftClass(Protocol):
    """What a draft class says of the places of its attributes; see ``draft``."""

    _wire_section: ClassVar[str | None]
    _wire_fields: ClassVar[Mapping[str, Place]]


EXTRA = "extra"
"""Stands in a dict, as in a draft, for a dict of fields that the documentation lacks."""


@attrs.frozen
class Names:
    """What the names in a dict mean for one draft class: places in the documented shape, and attributes."""

    section: str | None
    places: Mapping[Place, str] = attrs.field(repr=False)
    attributes: frozenset[str] = attrs.field(repr=False)
    sections: frozenset[str] = attrs.field(repr=False)
    """The sections beside the main one."""
    whole: frozenset[str] = attrs.field(repr=False)
    """The attributes that are sections of their own."""

    def in_main(self, name: str) -> str | None:
        """The attribute that a name in the main section stands for: its key there, or the attribute's own name."""
        found = self.places.get((None, name))
        return found or (name if name in self.attributes else None)

    def beside(self, name: str) -> str | None:
        """The attribute that a whole section stands for, by the section's name or its own."""
        return self.places.get((name, "")) or (name if name in self.whole else None)


_known: dict[type[DraftClass], Names] = {}


def names_of(draft: type[DraftClass]) -> Names:
    """The names that a draft class takes."""
    if draft not in _known:
        _known[draft] = _names(draft)
    return _known[draft]


def _names(draft: type[DraftClass]) -> Names:
    places: dict[Place, str] = {}
    for field in shape(draft):
        section, key = draft._wire_fields.get(field.name, (None, field.name))
        places[section, "" if key == section else key] = field.name
    return Names(
        section=draft._wire_section,
        places=places,
        attributes=frozenset(places.values()),
        sections=frozenset(section for section, _ in places if section is not None),
        whole=frozenset(attribute for (_, key), attribute in places.items() if not key),
    )


def by_attribute(draft: type[DraftClass], given: Mapping[str, Any], place: str, *, unknown: bool) -> dict[str, Any]:
    """The values of a dict by the draft's attributes; those that are ``unknown`` stand under ``extra``, if it may be.

    Raises ``ConfigurationError`` for a name that is not known, with the one that was meant, and for one that is given
    in both its forms.
    """
    names = names_of(draft)
    found: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for attribute, value, shown in _named(names, given, place):
        if attribute is None and not unknown:
            raise ConfigurationError(_unknown(names, shown, place))
        target, key = (extra, shown) if attribute is None else (found, attribute)
        if key in target:
            raise ConfigurationError(f"{place} gives {key} twice, under two of its names")
        target[key] = value
    return {**found, EXTRA: {**found.get(EXTRA, {}), **extra}} if extra else found


def _named(names: Names, given: Mapping[str, Any], place: str) -> Iterator[tuple[str | None, Any, str]]:
    """Attribute, value and name as it was given; no attribute for what is not known."""
    main = given.get(names.section) if names.section is not None else None
    if main is not None and not isinstance(main, Mapping):
        raise ConfigurationError(f"{place}: {names.section} is a {type(main).__name__}: pass a dict")
    nested = names.section is not None and names.section in given
    for name, value in (main or {}).items():
        yield names.in_main(_text(name, place)), value, name
    for name, value in given.items():
        if nested and name == names.section:
            continue
        attribute = names.beside(_text(name, place)) or (None if nested else names.in_main(name))
        if attribute is None and name == EXTRA:
            attribute = EXTRA
        if attribute is None and name in names.sections:
            yield from _inside(names, name, value, place)
        else:
            yield attribute, value, name


def _inside(names: Names, section: str, value: Any, place: str) -> Iterator[tuple[str | None, Any, str]]:
    """The keys of a section of which each is an attribute of its own."""
    if not isinstance(value, Mapping):
        raise ConfigurationError(f"{place}.{section} is a {type(value).__name__}: pass a dict")
    for key, item in value.items():
        yield names.places.get((section, key)), item, f"{section}.{key}"


def _text(name: Any, place: str) -> str:
    if not isinstance(name, str):
        raise ConfigurationError(f"{place}: a field's name is text, not a {type(name).__name__}")
    return name


def _unknown(names: Names, name: str, place: str) -> str:
    if names.section is not None and names.in_main(name):
        return f"{place}: {name} stands in {names.section}: {{{names.section!r}: {{{name!r}: …}}}}"
    if names.beside(name):
        return f"{place}: {name} stands beside {names.section}: {{{names.section!r}: {{…}}, {name!r}: …}}"
    keys = [key for _, key in names.places if key]
    hint = did_you_mean(name, [*keys, *names.attributes, *names.sections, *filter(None, [names.section])])
    return f"{place} has no field {name!r}{hint or ': pass what the documentation lacks as extra={…}'}"
