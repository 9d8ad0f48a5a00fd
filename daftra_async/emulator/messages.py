"""The server's words in the account's language: never to be matched on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

_WORDS: Mapping[str, tuple[str, str]] = {
    "invalid": ("Please correct the errors below", "يرجى تصحيح الأخطاء التالية"),
    "required": ("This field is required", "هذا الحقل مطلوب"),
    "unknown_record": ("The selected record does not exist", "السجل المحدد غير موجود"),
    "not_a_number": ("Please enter a valid number", "يرجى إدخال رقم صحيح"),
    "not_a_date": ("Please enter a valid date", "يرجى إدخال تاريخ صحيح"),
    "not_a_flag": ("Please choose yes or no", "يرجى اختيار نعم أو لا"),
    "not_a_value": ("Please enter one value", "يرجى إدخال قيمة واحدة"),
    "unknown_field": ("There is no such field", "لا يوجد حقل بهذا الاسم"),
    "unknown_parameter": ("There is no such parameter", "لا توجد معلمة بهذا الاسم"),
    "empty_invoice": ("Invoice is empty", "الفاتورة فارغة"),
    "extra_data": ("The request holds fields that cannot be written", "الطلب يحتوي على حقول غير قابلة للتعديل"),
    "unauthorized": ("Unauthorized", "غير مصرح"),
    "unauthenticated": ("Unauthenticated.", "غير مصادق."),
    "forbidden": ("Forbidden", "ممنوع"),
    "not_found": ("Item not found", "العنصر غير موجود"),
    "invalid_endpoint": ("Invalid Endpoint", "مسار غير صالح"),
    "record_not_found": ("Record not found", "السجل غير موجود"),
    "not_deleted": ("Item was not deleted. It is used by other records", "لم يتم حذف العنصر لأنه مستخدم"),
    "bad_request": ("Bad Request", "طلب غير صالح"),
    "not_editable": ("This document cannot be edited", "لا يمكن تعديل هذا المستند"),
    "deleted": ("Item has been deleted", "تم حذف العنصر"),
    "saved": ("Saved successfully", "تم الحفظ بنجاح"),
    "too_many": ("Too Many Requests", "طلبات كثيرة جدا"),
}


class Messages:
    """The words by what they say, in English or Arabic."""

    def __init__(self, language: Literal["en", "ar"]) -> None:
        self._column = 0 if language == "en" else 1

    def __getitem__(self, key: str) -> str:
        return _WORDS[key][self._column]
