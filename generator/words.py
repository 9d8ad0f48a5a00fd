"""Words as names: snake_case, PascalCase, singular and plural."""

from __future__ import annotations

import re

LONGEST_NAME = 5
"""A label of more words is a sentence: no name is made of it."""

_SINGULARS = (("ies", "y"), ("uses", "us"), ("xes", "x"), ("ches", "ch"), ("ss", "ss"), ("us", "us"), ("s", ""))


def snake_case(text: str) -> str:
    """``InvoiceCustomField`` → ``invoice_custom_field``; what is no letter or digit becomes an underscore."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", text)
    return re.sub(r"[^0-9a-z]+", "_", spaced.lower()).strip("_")


def pascal_case(text: str) -> str:
    """``credit_note`` → ``CreditNote``; inner capitals stay."""
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", text) if part)


def singular(text: str) -> str:
    """The singular of a snake_case plural: ``taxes`` → ``tax``, ``branches`` → ``branch``."""
    for plural_end, one in _SINGULARS:
        if text.endswith(plural_end):
            return text[: -len(plural_end)] + one
    return text


def plural(noun: str) -> str:
    """The plural of a snake_case noun."""
    if noun.endswith(("data", "staff", "media", "s")):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("x", "ch", "sh", "z")):
        return noun + "es"
    return noun + "s"


def constant_name(label: str) -> str | None:
    """``Credit Note`` → ``CREDIT_NOTE``; None where a label makes no name: a sentence, a number, another alphabet."""
    plain = label.replace("'", "").replace("\u2019", "")
    words = re.sub(r"[^A-Z0-9]+", "_", plain.upper()).strip("_")
    letters = sum(one.isalpha() for one in plain)
    latin = sum(one.isalpha() and one.isascii() for one in plain)
    if not words or words[0].isdigit() or len(plain.split()) > LONGEST_NAME or latin < letters:
        return None
    return words
