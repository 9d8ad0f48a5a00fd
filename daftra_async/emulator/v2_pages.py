"""The envelopes of v2's lists."""

from __future__ import annotations

from .store import Values


def paginator(data: list[Values], page: int, per_page: int, total: int, path: str) -> Values:
    """Laravel's paginator, at the root of the answer."""
    last = max(1, -(-total // per_page))

    def url(number: int) -> str:
        return f"{path}?page={number}"

    previous, following = (url(page - 1) if page > 1 else None), (url(page + 1) if page < last else None)
    numbered = [{"url": url(n), "label": str(n), "page": n, "active": n == page} for n in range(1, min(last, 10) + 1)]
    first = (page - 1) * per_page + 1
    return {
        "current_page": page,
        "data": data,
        "first_page_url": url(1),
        "from": first if data else None,
        "last_page": last,
        "last_page_url": url(last),
        "links": [
            {"url": previous, "label": "pagination.previous", "page": page - 1 if previous else None, "active": False},
            *numbered,
            {"url": following, "label": "pagination.next", "page": page + 1 if following else None, "active": False},
        ],
        "next_page_url": following,
        "path": path,
        "per_page": per_page,
        "prev_page_url": previous,
        "to": first + len(data) - 1 if data else None,
        "total": total,
    }


def with_meta(envelope: Values) -> Values:
    """The same page in the documented shape: rows under ``data``, the rest in ``links`` and ``meta``."""
    named = {"first": "first_page_url", "last": "last_page_url", "prev": "prev_page_url", "next": "next_page_url"}
    links = {short: envelope[name] for short, name in named.items()}
    meta = {name: value for name, value in envelope.items() if name != "data" and name not in named.values()}
    return {"data": envelope["data"], "links": links, "meta": meta}


def payload_page(data: list[Values], page: int, per_page: int, total: int) -> Values:
    pagination = {"total": total, "current_page": page, "per_page": per_page, "has_more_pages": page * per_page < total}
    permissions = {"can_add": True, "can_link": True, "can_delete_all": True}
    payload = {"data": data, "pagination": pagination, "permissions": permissions}
    return {"payload": payload, "version": "v2", "message": None}
