"""One line for every call, and what it does, in our own words."""

from __future__ import annotations

from ..words import singular
from .endpoint import CallName

NOUNS: dict[str, tuple[str, str]] = {
    "staff": ("staff member", "staff members"),
    "time_tracking": ("time entry", "time entries"),
    "client_attendance_log": ("client's attendance", "clients' attendance"),
    "credit_usage": ("use of a client's credit", "uses of clients' credit"),
    "charge_usage": ("amount taken from a credit charge", "amounts taken from credit charges"),
    "journal_cats": ("category of journal accounts", "categories of journal accounts"),
    "package_credit_types": ("credit type of a package", "credit types of packages"),
    "workflow": ("record of a workflow", "records of a workflow"),
    "follow_up_actions": ("follow-up action", "follow-up actions"),
    "follow_up_statuses": ("follow-up status", "follow-up statuses"),
    "entities": ("record of any v2 entity", "records of any v2 entity"),
    "payment_gateways": ("payment method", "payment methods"),
    "storages": ("place that keeps assets", "places that keep assets"),
}
"""Resource → (one of its records, many), where its own name does not read well."""

DETAILS: dict[str, str] = {
    "invoices": " with its client, lines and payments",
    "estimates": " with its client and lines",
    "credit_notes": " with its client and lines",
    "refund_receipts": " with its client and lines",
    "purchase_invoices": " with its supplier, lines, taxes and payments",
    "journals": " with its transactions",
    "requisitions": " with its items",
    "products": " with its images and categories",
    "unit_templates": " with its units",
    "advance_payments": " with its client, lines and payment",
}
"""Resource → what comes with one of its records."""

SUMMARIES: dict[tuple[str, str], str] = {
    ("site", "get"): "The account itself: its names, currency, language and date format",
    ("invoices", "add_bulk"): "Create many invoices in one request, each with a result of its own",
    ("notes", "create"): "Add a note to a record",
    ("client_attendance_log", "create"): "Record a client's attendance",
    ("bookings", "change_status"): "Move a booking to another status",
    ("bookings", "convert_to_invoice"): "Make an invoice of a booking",
    ("general_listing", "get"): "The choices of one kind, such as timezones or price groups",
    ("apps", "is_active"): "Whether a marketplace app is active for this account",
    ("entities", "fetch_many"): "Read several entities in one request",
    ("authorization", "create_token"): "Exchange credentials for an access token",
}
"""(resource, method) → its line, where no pattern fits."""

_PATTERNS = {
    "list": "{Many}, page by page",
    "get": "One {one}{details}",
    "create": "Create {a_one}",
    "update": "Replace {a_one}: fields left out are reset",
    "delete": "Delete {a_one}",
    "action": "{Action} ({many})",
}


_EXPLAINED: dict[tuple[str, bool], str] = {
    ("list", True): "Answers one page of records. A row may carry less than the record read by itself.",
    ("list", False): "Answers one page of records, with those that were deleted unless `filter[deleted_at][is_null]` "
    "is 1.",
    ("get", True): "Answers the record. An id that does not exist, or belongs to another kind of record, is not found.",
    ("get", False): "Answers the record. An id that does not exist is refused with status 400.",
    ("create", True): "Answers the id of what was made. The server knows no idempotency key: the same request twice "
    "makes two.",
    ("create", False): "Answers the id of what was made. The server knows no idempotency key: the same request twice "
    "makes two.",
    ("update", True): "Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in "
    "whatever form they are shown.",
    ("update", False): "Changes the record that the id names.",
    ("delete", True): "Removes the record. One that others still need is refused.",
    ("delete", False): "Removes the record. One that others still need is refused.",
    ("action", True): "Whether it may be repeated is not documented: look at the record before it is sent again.",
    ("action", False): "Whether it may be repeated is not documented: look at the record before it is sent again.",
}
"""(kind, whether it is v1) → what a call of the kind does."""

_CHANGES_BY_GET = "It changes something although it is a GET: a cache or a retry must never send it again."


def explanation(named: CallName, *, method: str, v1: bool) -> str:
    """What the call does beyond its line: two or three sentences."""
    if named.kind == "action" and method == "get":
        return _CHANGES_BY_GET
    if (named.resource, named.name) in SUMMARIES and named.kind == "get":
        return "It reads and changes nothing."
    return _EXPLAINED[named.kind, v1]


def summary(named: CallName, *, replaces: bool) -> str:
    """The call's line; ``replaces`` says that an update resets what it leaves out (v1, as seen on the wire)."""
    written = SUMMARIES.get((named.resource, named.name))
    if written:
        return written
    words = named.resource.replace("_", " ")
    one, many = NOUNS.get(named.resource) or (singular(words), words)
    pattern = "Update {a_one}" if named.kind == "update" and not replaces else _PATTERNS[named.kind]
    return pattern.format(
        one=one,
        many=many,
        Many=many[:1].upper() + many[1:],
        a_one=f"{'an' if one[:1] in 'aeio' else 'a'} {one}",
        details=DETAILS.get(named.resource, ""),
        Action=named.name.replace("_", " ").capitalize(),
    )
