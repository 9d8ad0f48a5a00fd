"""The wire: how requests are written and how what the server really sends becomes typed values. No I/O."""

from .confirmation import Created, Done, decode_created, decode_done
from .decode import decode_json, decode_page, decode_record
from .draft import Draft
from .enums import OpenIntEnum, OpenStrEnum
from .messages import Operation, Request, Response
from .page import Page
from .record import Date, DateTime, Issue, Record
from .settings import DateFormatNeeded, DecodeSettings

__all__ = [
    "Created",
    "Date",
    "DateFormatNeeded",
    "DateTime",
    "DecodeSettings",
    "Done",
    "Draft",
    "Issue",
    "OpenIntEnum",
    "OpenStrEnum",
    "Operation",
    "Page",
    "Record",
    "Request",
    "Response",
    "decode_created",
    "decode_done",
    "decode_json",
    "decode_page",
    "decode_record",
]
