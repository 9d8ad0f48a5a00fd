"""Where the handwritten package keeps what generated code imports: the templates know its modules from here alone."""

from __future__ import annotations

from collections.abc import Iterable

HOMES: dict[str, tuple[str, ...]] = {
    "_http.session": ("Session",),
    "_finding.upsert": ("Upserted",),
    "_lazy": ("lazy_names",),
    "_paging.pager": ("Pager",),
    "_resource": ("Bulk", "Editable", "Findable", "Resource"),
    "_wire": ("Created", "DecodeSettings", "Done", "Draft", "Page", "Request", "Response",
              "decode_created", "decode_done", "decode_json", "decode_page", "decode_record"),
    "_wire.draft": ("prepare_body",),
    "_wire.enums": ("OpenIntEnum", "OpenStrEnum"),
    "_wire.messages": ("Operation",),
    "_wire.record": ("NO_ID", "Date", "DateTime", "Record"),
    "options": ("CallOptions",),
}  # fmt: skip
"""Module of the package → the names that generated code takes from it."""


def from_package(above: int, names: Iterable[str]) -> str:
    """The import lines of some names, for a module that lies ``above`` packages below the package's root."""
    wanted = set(names)
    lines = []
    for module, held in HOMES.items():
        taken = sorted(wanted.intersection(held))
        if taken:
            lines.append(f"from {'.' * above}{module} import {', '.join(taken)}")
        wanted.difference_update(taken)
    if wanted:
        raise LookupError(f"no module of the package is known to hold {sorted(wanted)}: name it in HOMES")
    return "\n".join(lines)
