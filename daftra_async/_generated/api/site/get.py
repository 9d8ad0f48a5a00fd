"""GET /api2/site_info.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.site import Site
from ...operations import SITE_GET as OPERATION


def build() -> Request:
    return OPERATION.request()


def parse(response: Response, settings: DecodeSettings) -> Site:
    return decode_record(response, Site, settings)
