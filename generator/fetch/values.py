"""The values of a field, in the one form that is kept: ``enum`` with plain values, ``x-labels`` with what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .labels import ARROW, NOTHING, tidied

_ARROW = re.compile(rf"^\s*(?P<left>.*?)\s*{ARROW}\s*(?P<right>.*?)\s*$", re.DOTALL)
_SIGN = re.compile(r"^\s*(?P<left>-?\d{1,9})\s*[=:\u2013\u2014-]\s*(?P<right>[^\W\d].*)$|"
                   r"^\s*(?P<name>[^\W\d][^=:]*?)\s*[=:]\s*(?P<value>-?\d{1,9})\s*$", re.DOTALL)  # fmt: skip
_INTEGER = re.compile(r"^-?\d{1,18}$")
_MISSING = frozenset({"", "null", "none", "empty", "''", '""', NOTHING})
_LISTS = ("x-enum-varnames", "x-enum-descriptions", "x-enumNames", "x-enum-names", "x-enum-labels")
_TEXTS = frozenset({"string", None})
WORDS = 4
"""A text of more words among the values is a sentence, not a value."""


def settled_values(published: Mapping[str, Any], schema: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """A schema whose values are written in one form, and remarks on what was not taken for a value."""
    entries = published.get("x-apidog-enum")
    if isinstance(entries, list) and all(isinstance(one, Mapping) and "value" in one for one in entries):
        schema = {**schema, **_of_entries(entries, schema)}
    if schema.get("type") == "boolean":
        return {key: value for key, value in schema.items() if key not in {"enum", "x-labels"}}, []
    beside = next((published[key] for key in _LISTS if isinstance(published.get(key), list)), None)
    values = schema.get("enum")
    if not isinstance(values, list):
        return schema, []
    if beside is not None and len(beside) == len(values) and "x-labels" not in schema:
        schema = {**schema, "x-labels": {str(v): str(label) for v, label in zip(values, beside, strict=True)}}
    return _of_texts(values, schema)


def labelled(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema whose values all have labels: the labels tell them."""
    values, labels = schema.get("enum"), schema.get("x-labels")
    if isinstance(values, list) and isinstance(labels, Mapping) and {str(value) for value in values} == labels.keys():
        return {key: value for key, value in schema.items() if key != "enum"}
    return schema


def _of_entries(entries: Sequence[Mapping[str, Any]], schema: Mapping[str, Any]) -> dict[str, Any]:
    """The console's list of values: each has a name, or else is its own."""
    named = {str(one["value"]): str(one["name"]) for one in entries if one.get("name")}
    found: dict[str, Any] = {"enum": schema.get("enum") or [one["value"] for one in entries]}
    if named and "x-labels" not in schema:
        found["x-labels"] = named
    return found


def _of_texts(values: Sequence[Any], schema: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """``0 => Invoice`` is the value 0 with a label; a sentence among the values is none of them."""
    labels: dict[str, str] = {}
    plain: list[Any] = []
    remarks: list[str] = []
    kinds = schema.get("type") if isinstance(schema.get("type"), list) else [schema.get("type")]
    is_text = not set(kinds or ()) - {"string", "null", None}
    for value in values:
        pair = _pair(value, is_text=is_text) if isinstance(value, str) else None
        if pair is not None:
            for key in _keys(pair[0]):
                labels.setdefault(key, pair[1])
        elif isinstance(value, str) and (len(value.split()) > WORDS or not (is_text or _fits(value))):
            remarks.append("took a sentence among the values of a field for no value")
        else:
            plain.append(value)
    if len(plain) == len(values):
        return schema, []
    rest = {key: value for key, value in schema.items() if key not in {"enum", "x-labels"}}
    labels = {**labels, **schema.get("x-labels", {})}
    return {**rest, **({"enum": plain} if plain else {}), **({"x-labels": labels} if labels else {})}, remarks


def _pair(text: str, *, is_text: bool) -> tuple[str, str] | None:
    """Value and label of one text that holds both."""
    match = _ARROW.match(text)
    if match:
        left, right = tidied(match["left"]), tidied(match["right"])
        if _INTEGER.match(right) and not _INTEGER.match(left) and left.lower() not in _MISSING:
            return right, left.replace("_", " ").title()
        known = is_text or all(_INTEGER.match(key) or key == NOTHING for key in _keys(left))
        return (left, right or left) if known else None
    match = None if is_text else _SIGN.match(text)
    if match is None:
        return None
    value, label = (match["left"], match["right"]) if match["left"] else (match["value"], match["name"])
    return value, tidied(label)


def _keys(text: str) -> list[str]:
    """``null/0`` are two values with one label."""
    parts = [part.strip() for part in text.split("/")]
    if not all(part.lower() in _MISSING or _INTEGER.match(part) for part in parts):
        parts = [text]
    return [NOTHING if part.lower() in _MISSING else part for part in parts]


def _fits(text: str) -> bool:
    return bool(_INTEGER.match(text)) or text.lower() in _MISSING
