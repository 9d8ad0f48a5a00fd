"""One line for every call, in our own words."""

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
