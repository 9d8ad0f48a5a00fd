"""The keywords of a schema that say something here, and what a misspelt or mistyped one was meant to be."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

SCHEMA_MAPS = frozenset({"properties", "x-apidog-refs", "x-apidog-overrides"})
SCHEMA_LISTS = frozenset({"allOf", "oneOf", "anyOf"})
SCHEMAS = frozenset({"items", "additionalProperties"})
FLAGS = frozenset({"nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems"})
LIMITS = frozenset({
    "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems",
    "maxItems", "minProperties", "maxProperties",
})  # fmt: skip
FACTS = frozenset({"type", "format", "enum", "required", "pattern", "default", "$ref", "x-labels", "x-see-endpoint"})
KNOWN = SCHEMA_MAPS | SCHEMA_LISTS | SCHEMAS | FLAGS | LIMITS | FACTS
"""What a kept schema may hold."""

PROSE = frozenset({"title", "description", "example", "examples", "summary", "$comment"})
"""Words and samples: not kept."""

CONSOLE = frozenset({
    "x-apidog-orders", "x-apidog-ignore-properties", "x-apidog-folder", "x-tmp-pending-properties", "x-apidog-mock",
})  # fmt: skip
"""What the documentation's editor keeps for itself."""

MISSPELT = {
    "nullble": "nullable", "nulable": "nullable", "nullabe": "nullable", "defualt": "default", "deafult": "default",
    "requierd": "required", "requird": "required", "enums": "enum", "tpye": "type", "fromat": "format",
    "propertis": "properties", "poperties": "properties", "itmes": "items", "readonly": "readOnly",
    "writeonly": "writeOnly", "maxlength": "maxLength", "minlength": "minLength", "exmaple": "example",
    "discription": "description", "desciption": "description", "descripton": "description",
}  # fmt: skip
"""Keys as people typed them, and what they stand for."""

_CLOSE_ENOUGH = 0.83
_YES_OR_NO = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}


def meant(key: str) -> str:
    """The keyword that a key stands for; the key itself where it stands for none."""
    if key in KNOWN or key in PROSE or key.startswith(("x-", "$")):
        return key
    if key in MISSPELT:
        return MISSPELT[key]
    close = get_close_matches(key, sorted(KNOWN | PROSE), n=1, cutoff=_CLOSE_ENOUGH)
    return close[0] if close else key


def as_meant(key: str, value: Any) -> Any:
    """A keyword's value in the type that the keyword has: ``'true'`` is true, ``'255'`` is 255."""
    if key in FLAGS and isinstance(value, (str, int)):
        return _YES_OR_NO.get(str(value).strip().lower(), value)
    if key in LIMITS and isinstance(value, str):
        return _number(value.strip())
    if key == "type" and isinstance(value, str):
        return value.strip()
    return value


def _number(text: str) -> Any:
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return text
