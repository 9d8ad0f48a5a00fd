"""The Python names of wire names: what a person would write for ``InvoiceItem`` on an ``Invoice``."""

from __future__ import annotations

import keyword

from .words import plural, snake_case

SPELLINGS: dict[str, str] = {
    "availabe_online": "available_online",
    "low_stock_thershold": "low_stock_threshold",
}
"""Wire name that the server itself misspells → the attribute's name; on the wire it stays as it is."""

PREFIXES = ("Invoice", "PurchaseOrder")
"""Models whose children keep their names under other documents too: an estimate's lines are ``InvoiceItem``."""


HIDING = frozenset({"int", "str", "bool", "list", "dict", "self"})
"""Names that a class's annotations and methods use: an attribute called so would hide them."""


def is_taken(name: str) -> bool:
    """Whether Python, or the generated class itself, keeps a name for another use."""
    return keyword.iskeyword(name) or name in HIDING


def safe(name: str) -> str:
    """The name with an underscore behind it where Python keeps the word for itself."""
    return name + "_" if keyword.iskeyword(name) else name


def free(name: str) -> str:
    """The name with an underscore behind it where it is taken."""
    return name + "_" if is_taken(name) else name


IN_METHODS = frozenset({"options", "build", "parse", "once", "ledger"})
"""Names that a generated method uses beside its arguments."""

OPTIONS = frozenset({"timeout", "retries", "headers", "query", "branch_id", "site_id"})
"""The options of every call (``daftra_async.options.CallOptions``): an argument called so would take their place."""


def argument_name(name: str) -> str:
    """The name of an argument for the documented name of a parameter."""
    plain = free(snake_case(name))
    return plain + "_" if plain in IN_METHODS | OPTIONS else plain


def is_plain(wire_name: str) -> bool:
    """Whether a wire name is a Python name as it stands: snake_case, no keyword, not private."""
    return (
        wire_name.isidentifier()
        and wire_name.isascii()
        and not is_taken(wire_name)
        and not wire_name.startswith("_")
        and wire_name == wire_name.lower()
    )


def attribute_name(wire_name: str, *, owner: str, model_key: str | None, many: bool, taken: frozenset[str]) -> str:
    """The attribute for a wire name on a model.

    Relations lose the owner's name (``InvoiceItem`` on an invoice → ``items``) and are plural where they hold many; a
    name that a plain field of the model has already (``Deposit`` beside ``deposit``) gets ``_record`` behind it. What
    the server misspells is spelt right.
    """
    if wire_name in SPELLINGS:
        return SPELLINGS[wire_name]
    if is_plain(wire_name):
        return wire_name
    bare = wire_name
    for prefix in filter(None, (owner, model_key, *PREFIXES)):
        if bare.startswith(prefix) and len(bare) > len(prefix) and bare[len(prefix)].isupper():
            bare = bare.removeprefix(prefix)
            break
    name = snake_case(bare)
    if many:
        name = plural(name)
    if name in taken:
        name = snake_case(wire_name) if snake_case(wire_name) not in taken else f"{name}_record"
    return free(name)
