"""Every behaviour of the server that can be turned: one named switch each.

The observed behaviour is the default, but for mistakes that the server takes without a word: there the emulator refuses
by default, so that a misspelt name fails in a test and not in the books. Each such switch says so.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any, Literal

import attrs
import msgspec

from ..errors import ConfigurationError


@attrs.frozen(kw_only=True)
class Switches:
    """How the emulated server behaves. ``Emulator(**switches)`` takes each by its name."""

    numbers: Literal["mixed", "strings", "native"] = "mixed"
    """v1 numbers: computed columns native and stored ones strings (mixed), all strings, or all native."""
    empties: Literal["mixed", "null", "blank", "missing"] = "mixed"
    """v1 empty values: ``null``, ``""`` and missing keys by row (mixed), or one of them throughout."""
    empty_relations: Literal["list", "null", "missing"] = "list"
    """An empty to-one relation is ``[]`` where a full one is an object."""
    single_relations: Literal["object", "list"] = "object"
    """A full to-one relation of v1 is an object, or a list of one."""
    v2_empty_relations: Literal["null", "nulls", "list"] = "null"
    """An empty to-one relation of v2 is ``null``, an object whose members are all ``null``, or ``[]``."""
    display_dates: Literal["detail", "everywhere", "never"] = "detail"
    """Where v1 documents carry ``date`` and ``issue_date`` in the account's display format."""
    moment_format: str = "DD/MM/YYYY"
    """The account's display format of dates, as ``site_info`` tells it."""
    unknown_fields: bool = True
    """v1 records carry a field that no page names (``site_id``), as the server's do."""
    children_inside: bool = True
    """v1 details nest the children in the record; older answers put them beside it."""
    list_clients: bool = True
    """v1 lists of sales documents carry each document's client."""
    refuse_nested_children: bool = True
    """A POST with the lines inside the model is answered with "Invoice is empty"."""
    refuse_extra_data: bool = True
    """A v1 PUT with fields or sections that cannot be written is refused with ``error_type: extra_data``."""
    refuse_unknown_fields: bool = True
    """Stricter than the server: a v1 POST, or a v2 write, with a name that the documentation does not know is refused,
    v1's as a PUT is. ``False`` ignores such names without a word, as the server does: a misspelt one is lost."""
    refuse_unknown_parameters: bool = True
    """Stricter than the server: a query parameter that is neither documented for any call nor a column of the record,
    and a v2 filter or sort by what is no column, is refused. ``False`` ignores it, as the server does: the answer holds
    everything."""
    refuse_unknown_references: bool = True
    """Stricter than the server is known to be: a tax, product, store or treasury that does not exist is refused."""
    refuse_absurd_values: bool = True
    """Stricter than the server is known to be: a flag that is neither yes nor no, and a day that no calendar has, are
    refused. ``False`` stores no, and 1970-01-01."""
    refuse_unreadable_dates: bool = False
    """A date that is not ISO is refused. ``False`` stores 1970-01-01, as the server does."""
    put_resets: bool = True
    """A v1 PUT replaces the record: fields left out are reset; ``False`` merges instead."""
    pseudo_success: bool = True
    """A client payment without treasury and method gets 202 ``successful`` with ``id: null`` and creates nothing."""
    rejections_with_200: bool = False
    """Refused v1 writes come as HTTP 200 with ``result: failed`` instead of 400."""
    refused_delete_status: int = 500
    """What a delete answers while other records name the record."""
    number_in_create: bool = False
    """A single v1 create tells the new document's number; observed: it may be missing."""
    hide_client_credit: bool = True
    """``invoice_payments`` leaves ``client_credit`` rows out unless ``include_client_credit=1``."""
    arbitrary_client_order: bool = True
    """``/clients`` comes in a stable but arbitrary order unless sorted."""
    partial_number_match: bool = True
    """The ``no`` filter of v1 finds every number that contains the text."""
    include_deleted: bool = True
    """v2 lists hold deleted rows unless ``filter[deleted_at][is_null]=1``."""
    v2_limit_ignored: bool = True
    """v2 lists follow ``per_page`` only."""
    v2_envelope: Literal["root", "meta"] = "root"
    """v2 lists carry the paginator at the root, or in ``meta`` and ``links`` as some pages document it."""
    v2_singles_wrapped: bool = False
    """v2 single records come inside ``data``; observed: bare."""
    limit_cap: int | None = None
    """The largest v1 ``limit`` and v2 ``per_page`` that is honoured; nobody has shown one."""
    standard_invoices_only: bool = True
    """Single-invoice calls answer 404 for an id of another document type."""
    unauthorized_html: bool = False
    """401 as an HTML page instead of JSON."""
    reject_both_credentials: bool = True
    """A request with both an API key and a bearer token fails."""
    rotate_refresh_tokens: bool = True
    """A refresh gives a new refresh token and revokes the old one."""
    token_lifetime: float = 3600.0
    """Seconds until an access token expires."""
    rate_limit: tuple[int, float] | None = None
    """``(requests, seconds)`` per credential; ``None`` is unlimited, as far as anybody knows."""
    retry_after: Literal["seconds", "date", "none", "garbage"] = "seconds"
    """What the rate limit's 429 says in ``Retry-After``."""
    read_lag: float = 0.0
    """Seconds until a new record shows in reads."""
    latency: float = 0.0
    """Seconds every answer takes."""
    bulk_latency: float = 0.0
    """Seconds every element of a bulk request takes."""
    language: Literal["en", "ar"] = "en"
    """The language of messages."""


def read_switches(given: Mapping[str, Any]) -> Switches:
    """The switches of these names and values. Raises ``ConfigurationError`` for a name or value that there is not."""
    known = attrs.fields_dict(Switches)
    for name in given:
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            hint = f": did you mean {close[0]}?" if close else f"; there are {', '.join(known)}"
            raise ConfigurationError(f"the emulator has no switch {name!r}{hint}")
    try:
        return msgspec.convert(dict(given), Switches)
    except msgspec.ValidationError as error:
        raise ConfigurationError(f"the emulator's switches: {error}") from None
