"""What can be found between two documents, and what each finding means to users of the SDK's Python API."""

from __future__ import annotations

from enum import StrEnum

import attrs


class Level(StrEnum):
    """``breaking``: code that worked may not; ``additive``: new things can be written; ``cosmetic``: neither."""

    BREAKING = "breaking"
    ADDITIVE = "additive"
    COSMETIC = "cosmetic"


@attrs.frozen
class Rule:
    """One kind of finding: its class, what was found on what, and what a user has to know."""

    level: Level
    action: str
    subject: str
    meaning: str


B, A, C = Level.BREAKING, Level.ADDITIVE, Level.COSMETIC

RULES: dict[str, Rule] = {
    "call removed": Rule(B, "removed", "call", "the method is gone"),
    "call added": Rule(A, "added", "call", "a new method"),
    "call renamed": Rule(B, "renamed", "call", "the method has another name"),
    "call moved": Rule(C, "changed", "call", "the SDK sends it elsewhere; callers need not know"),
    "call sent otherwise": Rule(C, "changed", "call", "another form on the wire; dict bodies may have to follow"),
    "call documented elsewhere": Rule(C, "changed", "call", "other pages describe it"),
    "call described": Rule(C, "changed", "call", "the docstring"),
    "result changed": Rule(B, "changed", "call", "the method returns another type"),
    "ability lost": Rule(B, "removed", "resource", "the resource can no longer do this"),
    "ability gained": Rule(A, "added", "resource", "the resource can do this now"),
    "argument removed": Rule(B, "removed", "argument", "calls that pass it fail"),
    "argument added": Rule(A, "added", "argument", "it may be left out"),
    "required argument added": Rule(B, "added", "argument", "calls without it fail"),
    "argument renamed": Rule(B, "renamed", "argument", "calls that name it fail"),
    "argument required": Rule(B, "changed", "argument", "calls without it fail"),
    "argument optional": Rule(B, "changed", "argument", "it may be left out, but is keyword-only now"),
    "argument order changed": Rule(B, "changed", "argument", "calls that pass it by position pass another one"),
    "argument widened": Rule(A, "changed", "argument", "it accepts more"),
    "argument narrowed": Rule(B, "changed", "argument", "it no longer accepts all it did"),
    "argument limited": Rule(B, "changed", "argument", "the server refuses some of what it took"),
    "argument relaxed": Rule(A, "changed", "argument", "the server takes more than it did"),
    "default changed": Rule(B, "changed", "argument", "calls without it do something else"),
    "argument sent otherwise": Rule(C, "changed", "argument", "another name or place on the wire"),
    "argument described": Rule(C, "changed", "argument", "the docstring"),
    "model removed": Rule(B, "removed", "model", "the class is gone"),
    "model added": Rule(A, "added", "model", "a new class"),
    "model renamed": Rule(B, "renamed", "model", "the class has another name"),
    "model turned": Rule(B, "changed", "model", "a record became a draft, or a draft a record"),
    "draft lost": Rule(B, "removed", "model", "to_draft() is gone"),
    "draft gained": Rule(A, "added", "model", "to_draft() is there"),
    "draft changed": Rule(B, "changed", "model", "to_draft() gives another class"),
    "model sent otherwise": Rule(C, "changed", "model", "another section on the wire; dict bodies must follow"),
    "model described": Rule(C, "changed", "model", "the docstring"),
    "attribute removed": Rule(B, "removed", "field", "code that reads it fails"),
    "attribute added": Rule(A, "added", "field", "it can be read"),
    "attribute renamed": Rule(B, "renamed", "field", "code that reads it fails"),
    "attribute changed": Rule(B, "changed", "field", "code that reads it gets another type"),
    "attribute narrowed": Rule(A, "changed", "field", "what it holds is said more exactly; it still is what it was"),
    "attribute sent otherwise": Rule(C, "changed", "field", "another name on the wire"),
    "attribute described": Rule(C, "changed", "field", "the docstring"),
    "draft field removed": Rule(B, "removed", "field", "code that sets it fails"),
    "draft field added": Rule(A, "added", "field", "it can be set"),
    "required draft field added": Rule(B, "added", "field", "drafts without it fail"),
    "draft field renamed": Rule(B, "renamed", "field", "code that sets it fails"),
    "draft field required": Rule(B, "changed", "field", "drafts without it fail"),
    "draft field optional": Rule(A, "changed", "field", "it may be left out"),
    "draft field widened": Rule(A, "changed", "field", "it accepts more"),
    "draft field narrowed": Rule(B, "changed", "field", "it no longer accepts all it did"),
    "draft field limited": Rule(B, "changed", "field", "the server refuses some of what it took"),
    "draft field relaxed": Rule(A, "changed", "field", "the server takes more than it did"),
    "draft field sent otherwise": Rule(C, "changed", "field", "another place on the wire; dict bodies must follow"),
    "draft field described": Rule(C, "changed", "field", "the docstring"),
    "enum removed": Rule(B, "removed", "enum", "the class is gone"),
    "enum added": Rule(A, "added", "enum", "a new class"),
    "enum renamed": Rule(B, "renamed", "enum", "the class has another name"),
    "enum base changed": Rule(B, "changed", "enum", "its members are of another type"),
    "enum described": Rule(C, "changed", "enum", "the docstring"),
    "member removed": Rule(B, "removed", "member", "code that names it fails; the value itself still comes through"),
    "member added": Rule(A, "added", "member", "the value has a name"),
    "member renamed": Rule(B, "renamed", "member", "the same value has another name"),
    "value changed": Rule(B, "changed", "member", "the name stands for another value"),
    "meaning changed": Rule(B, "changed", "member", "the documentation gives the value another member's label"),
    "label changed": Rule(C, "changed", "member", "other words in .label"),
    "documented otherwise": Rule(C, "changed", "page", "a rule, a correction or another page decides: still right?"),
    "document detail": Rule(C, "changed", "document", "only readers of specs/openapi.yaml see it"),
}  # fmt: skip
"""Every finding there is. Optional arguments are keyword-only, so their order says nothing."""


@attrs.frozen(kw_only=True)
class Change:
    """One finding: the rule behind it, the public name it is about, what was and what is.

    ``guessed`` marks a rename that names, types and places suggest but nothing proves.
    """

    rule: str
    name: str
    before: str = ""
    after: str = ""
    guessed: bool = False

    @property
    def level(self) -> Level:
        return RULES[self.rule].level

    @property
    def action(self) -> str:
        return RULES[self.rule].action

    @property
    def subject(self) -> str:
        return RULES[self.rule].subject

    @property
    def meaning(self) -> str:
        return RULES[self.rule].meaning


def highest(changes: tuple[Change, ...]) -> Level | None:
    """The gravest class among changes; None where there are none."""
    found = {change.level for change in changes}
    return next((level for level in Level if level in found), None)
