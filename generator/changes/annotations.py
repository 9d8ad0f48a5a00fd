"""Whether one type annotation accepts all that another one does."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

import attrs

Bases = Mapping[str, str]
"""Enum → the type that its members are besides (``int``, ``str``)."""


@attrs.frozen
class Kind:
    """One member of a union: a name and what stands in its brackets."""

    name: str
    inside: tuple[tuple[Kind, ...], ...] = ()


def kinds_of(annotation: str) -> tuple[Kind, ...]:
    """``int | list[Tax] | None`` → its three members."""
    return tuple(_kinds(ast.parse(annotation, mode="eval").body))


def _kinds(node: ast.expr) -> Iterator[Kind]:
    if isinstance(node, ast.BinOp):
        yield from _kinds(node.left)
        yield from _kinds(node.right)
    elif isinstance(node, ast.Subscript):
        inside = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        yield Kind(ast.unparse(node.value), tuple(tuple(_kinds(item)) for item in inside))
    else:
        yield Kind(ast.unparse(node))


def renamed(annotation: str, names: Mapping[str, str]) -> str:
    """The annotation with classes under their new names."""
    tree = ast.parse(annotation, mode="eval")
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = names.get(node.id, node.id)
    return ast.unparse(tree)


def accepts(wide: str, narrow: str, bases: Bases, *, anything: bool) -> bool:
    """Whether every value of ``narrow`` is one of ``wide``; ``anything`` says whether ``Any`` accepts all.

    A caller may hand anything to an argument that takes ``Any``; a reader of an attribute that was ``Any`` saw the raw
    value and sees another one as soon as the attribute has a type.
    """
    return _covers(kinds_of(wide), kinds_of(narrow), bases, anything=anything)


def _covers(wide: tuple[Kind, ...], narrow: tuple[Kind, ...], bases: Bases, *, anything: bool) -> bool:
    return all(any(_covers_one(one, other, bases, anything=anything) for one in wide) for other in narrow)


def _covers_one(wide: Kind, narrow: Kind, bases: Bases, *, anything: bool) -> bool:
    if wide.name == "Any":
        return anything or narrow.name == "Any"
    if not wide.inside:
        return wide == narrow or bases.get(narrow.name) == wide.name
    if wide.name != narrow.name or len(wide.inside) != len(narrow.inside):
        return False
    pairs = zip(wide.inside, narrow.inside, strict=True)
    return all(_covers(one, other, bases, anything=anything) for one, other in pairs)
