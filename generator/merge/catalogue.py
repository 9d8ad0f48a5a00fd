"""Names that no rule can derive: one table per question, each entry a decision about Daftra's own words."""

from __future__ import annotations

RESOURCES: dict[str, str] = {
    "Booking": "bookings",
    "Advance Payment Invoices": "advance_payments",
    "Using API v2": "entities",
    "Multi entity request": "entities",
    "Leave Application": "leave_applications",
    "Purchase Debit Note": "purchase_debit_notes",
    "Follow-Up Status": "follow_up_statuses",
    "Follow-Up Action": "follow_up_actions",
    "Packages Credit Types": "package_credit_types",
    "Asset Type": "asset_types",
    "Asset Location": "asset_locations",
    "Asset Storage": "storages",
    "Asset": "assets",
    "Designation": "designations",
    "Department": "departments",
    "Employment Type": "employment_types",
    "Developers Portal": "apps",
}
"""Folder (its last part) → the client's attribute, where snake_case of the folder is not it."""

RESOURCES_BY_PATH: dict[str, str] = {"/charge_usage": "charge_usage"}
"""First segment of a path → resource, where one folder documents two."""

RECORDS: dict[str, str] = {
    "authorization": "Token",
    "client_attendance_log": "ClientAttendance",
    "client_appointments": "Appointment",
    "invoice_appointments": "Appointment",
    "estimate_appointments": "Appointment",
    "work_order_appointments": "Appointment",
    "workflow": "WorkflowRecord",
    "entities": "EntityRecord",
}
"""Resource → the record's name, where the singular of the resource is not it."""

NO_RECORD = frozenset({"apps", "general_listing"})
"""Resources whose answers have no shape of their own."""

WIRE_KEYS: dict[str, str] = {
    "client_appointments": "Appointment",
    "invoice_appointments": "Appointment",
    "estimate_appointments": "Appointment",
    "work_order_appointments": "Appointment",
    "purchase_invoices": "PurchaseOrder",
}
"""Resource → the wrapper key seen on the wire, where the pages name another one."""

CALLS: dict[tuple[str, str], tuple[str, str]] = {
    ("post", "/v2/oauth/token"): ("create_token", "action"),
    ("post", "/api2/invoices/add_bulk.json"): ("add_bulk", "action"),
    ("get", "/api2/site_info.json"): ("get", "get"),
    ("get", "/api2/listing/{model}.json"): ("get", "get"),
    ("get", "/api2/bookings/change_status/{id}/{booking_status}"): ("change_status", "action"),
    ("get", "/api2/bookings/convert_to_invoice/{id}"): ("convert_to_invoice", "action"),
    ("post", "/v2/api/multi-entity"): ("fetch_many", "action"),
    ("get", "/v2/api/app-manager/is_active/{id}"): ("is_active", "get"),
}
"""(method, path) → (method name, kind), where verb and title do not say it."""

CHILDREN: dict[str, str] = {
    "PurchaseOrderItem": "PurchaseInvoiceItem",
    "purchase_order_item": "PurchaseInvoiceItem",
    "PurchaseOrderPayment": "PurchaseInvoicePayment",
    "PurchaseOrderTax": "PurchaseInvoiceTax",
    "payment": "InvoicePayment",
    "staff": "Staff",
    "clients": "Client",
    "invoice_client": "Client",
    "work_order_client": "Client",
    "manager_department": "Staff",
    "asset_location_branch": "Branch",
    "storage_branch": "Branch",
    "asset_location_staff": "Staff",
    "storage_staff": "Staff",
    "work_order_follow_up_status": "FollowUpStatus",
    "department_managers": "DepartmentManager",
    "assigned_users": "AssignedUser",
    "tags": "TagLink",
    "unit_templates_unit_factors": "UnitFactor",
    "client_photo_s3": "ClientPhoto",
    "photo": "AssetPhoto",
    "location": "AssetLocation",
    "staff_info": "StaffInfo",
    "staff_job": "StaffJob",
    "time_formatted": "FormattedTime",
}
"""Wire key of a related record → its record's name, where PascalCase of the key's singular is not it."""

CHILDREN_OF: dict[tuple[str, str], str] = {
    ("Booking", "InvoiceItem"): "BookingItem",
    ("WorkflowRecord", "number"): "WorkflowNumber",
    ("WorkflowRecord", "budget"): "WorkflowBudget",
}
"""The same for one owner only."""

FREE_OBJECTS = frozenset({
    "FollowUpReminder", "options", "summary_total", "client_custom_data", "staff_custom_data", "app_related_data",
})  # fmt: skip
"""Keys whose objects are left open: their documented members are one account's own, or one sample's."""

SERVER_SET = frozenset({"id", "created", "modified", "deleted_at"})
"""What the server sets in every record; never part of a draft."""

READ_ONLY: dict[str, frozenset[str]] = {
    "Invoice": frozenset({"payment_status", "qr_code_url", "invoice_html_url", "invoice_pdf_url"}),
    "Estimate": frozenset({"payment_status", "qr_code_url", "invoice_html_url", "invoice_pdf_url"}),
    "CreditNote": frozenset({"payment_status", "qr_code_url", "invoice_html_url", "invoice_pdf_url"}),
    "RefundReceipt": frozenset({"payment_status", "qr_code_url", "invoice_html_url", "invoice_pdf_url"}),
    "AdvancePayment": frozenset({"payment_status"}),
}
"""Computed columns that samples of request bodies echo: the server answers 400 `extra_data` to such fields."""

SECRETS = frozenset({"password"})
"""Never part of a record: v2 answers carry the column, and nobody needs a hash in memory."""

ENUM_NAMES: dict[tuple[str, str], str] = {
    ("StockTransaction", "transaction_type"): "StockDirection",
    ("StockTransaction", "source_type"): "StockSource",
    ("StockTransaction", "status"): "StockStatus",
    ("FollowUpStatus", "status"): "FollowUpState",
    ("FollowUpStatus", "item_type"): "FollowUpSubject",
    ("*", "discount_type"): "DiscountType",
    ("*", "deposit_type"): "DepositType",
    ("*", "shipping_options"): "ShippingOption",
    ("*", "requisition_delivery_status"): "RequisitionDeliveryStatus",
    ("*", "payment_status"): "InvoicePaymentStatus",
    ("Invoice", "type"): "InvoiceType",
    ("Estimate", "type"): "InvoiceType",
    ("CreditNote", "type"): "InvoiceType",
    ("RefundReceipt", "type"): "InvoiceType",
    ("AdvancePayment", "type"): "InvoiceType",
    ("AdvancePayment", "source_type"): "InvoiceType",
    ("Invoice", "source_type"): "InvoiceType",
    ("Estimate", "source_type"): "InvoiceType",
    ("CreditNote", "source_type"): "InvoiceType",
    ("RefundReceipt", "source_type"): "InvoiceType",
    ("InvoicePayment", "status"): "PaymentStatus",
    ("ClientPayment", "status"): "PaymentStatus",
    ("Payment", "status"): "PaymentStatus",
    ("PurchaseInvoicePayment", "status"): "PaymentStatus",
    ("JournalAccount", "type"): "JournalSide",
    ("JournalCat", "type"): "JournalSide",
    ("JournalAccount", "entity_type"): "AccountEntityType",
    ("JournalCat", "entity_type"): "AccountEntityType",
    ("JournalTransaction", "subkey"): "AccountEntityType",
    ("ProductCategory", "category_type"): "CategoryType",
    ("Asset", "used_by"): "AssetUse",
    ("invoices.list", "payment_status"): "InvoicePaymentFilter",
    ("bookings.change_status", "booking_status"): "BookingStatus",
    ("invoices.list", "type"): "InvoiceType",
    ("invoices.list", "recursive"): "InvoiceDetail",
}
"""(record or `resource.method`, field) → the enum's name; `*` stands for every record."""


BODIES: dict[tuple[str, str], str] = {
    ("authorization", "create_token"): "TokenRequest",
    ("entities", "fetch_many"): "EntityQuery",
}
"""(resource, method) → the name of a body that is no record's draft."""

WRITE_ONLY_SECTIONS = frozenset({"Payment"})
"""Sections of a body that come back under another key."""

SECTIONS: dict[str, str] = {"InvoicePayment": "Payment"}
"""Section of a body → the record whose draft it holds, where it is not the section's own."""

PARENT_IDS = frozenset({"invoice_id", "purchase_order_id", "journal_id"})
"""Columns of a line that name its document: the server sets them from the body around the line."""

KIN: dict[str, str] = {
    "AdvancePayment": "Invoice",
    "Estimate": "Invoice",
    "CreditNote": "Invoice",
    "RefundReceipt": "Invoice",
    "ClientPayment": "InvoicePayment",
    "Payment": "InvoicePayment",
}
"""Record → the record whose columns it shares: a field of both has the type that the better documented one gives it."""

FILTERS: dict[str, str] = {"InvoicePaymentFilter": "InvoicePaymentStatus"}
"""Enum of a list's filter → the enum of the field it filters on, whose values it takes too."""
