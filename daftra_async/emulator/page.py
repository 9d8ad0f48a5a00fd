"""The read-only web page at ``/__emulator``: the records, the requests and the faults they met."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from typing import Any

from .account import Account
from .answers import Reply
from .faults import Faults
from .journal import Entry, Journal

_SHOWN_ROWS = 200
_SHOWN_REQUESTS = 200
_STYLE = """
body{font:14px/1.5 system-ui,sans-serif;margin:0;color:#1c2430;background:#f6f7f9}
header{background:#1c2430;color:#fff;padding:.8rem 1.5rem;display:flex;gap:1.5rem;align-items:baseline}
header a{color:#cfe0ff;text-decoration:none}header h1{font-size:1.1rem;margin:0}main{padding:1rem 1.5rem}
h2{font-size:1rem;margin:1.4rem 0 .5rem}
.scroll{overflow-x:auto;background:#fff;border:1px solid #d9dee6;border-radius:6px}
table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.3rem .6rem;border-bottom:1px solid #eceff3;
white-space:nowrap;max-width:26rem;overflow:hidden;text-overflow:ellipsis}th{background:#eef1f5;position:sticky;top:0}
.fault{color:#b3261e;font-weight:600}.lost,.damaged{color:#b3261e}
.deleted td{color:#9aa3af;text-decoration:line-through}
ul.tables{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.4rem}
ul.tables a{display:flex;justify-content:space-between;background:#fff;border:1px solid #d9dee6;border-radius:6px;
padding:.35rem .7rem;text-decoration:none;color:inherit}.count{color:#5b6675}
"""
_STYLE_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
_HEADERS = {
    # What a record holds was written by anybody: nothing in the page may run, load or be framed.
    "content-security-policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}


def render(account: Account, journal: Journal, faults: Faults, *, path: str) -> Reply:
    """The page of a path below ``/__emulator``: the overview, or one table's records; 404 for a table that is none."""
    table = path.strip("/").removeprefix("records/")
    if not table:
        return _page("Overview", _overview(account, journal, faults))
    if table not in _tables(account):
        return _page("Not found", f"<p>There is no table {escape(table)}.</p>", status=404)
    return _page(table, _records(account, table))


def _tables(account: Account) -> list[str]:
    return [name for name in account.store.tables() if name != "oauth_token"]


def _overview(account: Account, journal: Journal, faults: Faults) -> str:
    links = "".join(
        f'<li><a href="/__emulator/records/{escape(name)}"><span>{escape(name)}</span>'
        f'<span class="count">{account.store.count(name, deleted=True)}</span></a></li>'
        for name in _tables(account)
    )
    rules = [[rule.route, rule.fault.kind, _when(rule.nth, rule.rate), rule.seen, rule.met] for rule in faults.rules]
    plan = _table(["route", "fault", "when", "seen", "met"], rules) if rules else "<p>No faults are planned.</p>"
    latest = list(journal)[-_SHOWN_REQUESTS:][::-1]
    return (
        f'<h2 id="records">Records</h2><ul class="tables">{links}</ul>'
        f'<h2 id="faults">Fault plan</h2>{plan}'
        f'<h2 id="requests">Requests ({journal.total})</h2>{_requests(latest)}'
    )


def _when(nth: Iterable[int] | None, rate: float | None) -> str:
    if nth is not None:
        return "request " + ", ".join(map(str, sorted(nth)))
    return "every request" if rate is None else f"{rate:.1%} of requests"


def _requests(entries: Iterable[Entry]) -> str:
    rows = "".join(
        f'<tr class="{entry.delivery}"><td>{entry.number}</td><td>{escape(entry.time)}</td>'
        f"<td>{escape(entry.method)}</td>"
        f"<td>{escape(entry.path)}</td><td>{escape('&'.join(f'{key}={value}' for key, value in entry.query))}</td>"
        f'<td>{entry.status or ""}</td><td class="{entry.delivery}">{escape(entry.verdict)}</td>'
        f'<td class="fault">{escape(entry.fault.kind) if entry.fault else ""}</td>'
        f"<td>{escape(', '.join(map(str, entry.ids[:20])))}</td></tr>"
        for entry in entries
    )
    heads = ("#", "time", "method", "path", "query", "status", "verdict", "fault", "created")
    return f'<div class="scroll"><table class="requests">{_head(heads)}<tbody>{rows}</tbody></table></div>'


def _records(account: Account, table: str) -> str:
    rows = list(account.store.rows(table, deleted=True))
    shown = rows[-_SHOWN_ROWS:][::-1]
    columns = list(dict.fromkeys(name for row in shown for name in row if name != "deleted_at"))
    body = "".join(
        f'<tr class="{"deleted" if row["deleted_at"] else "live"}">'
        + "".join(f'<td dir="auto">{escape(_text(row.get(name)))}</td>' for name in columns)
        + "</tr>"
        for row in shown
    )
    note = f"<p>The latest {len(shown)} of {len(rows)}.</p>" if len(shown) < len(rows) else ""
    return f'{note}<div class="scroll"><table class="records">{_head(columns)}<tbody>{body}</tbody></table></div>'


def _table(heads: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    body = "".join("<tr>" + "".join(f"<td>{escape(_text(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<div class="scroll"><table class="rules">{_head(heads)}<tbody>{body}</tbody></table></div>'


def _head(names: Iterable[str]) -> str:
    return "<thead><tr>" + "".join(f"<th>{escape(name)}</th>" for name in names) + "</tr></thead>"


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _page(title: str, content: str, *, status: int = 200) -> Reply:
    html = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)} · Daftra emulator</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">'
        f"<style>{_STYLE}</style></head><body><header><h1>Daftra emulator</h1>"
        '<a href="/__emulator">Overview</a><a href="/__emulator#requests">Requests</a></header>'
        f"<main><h2>{escape(title)}</h2>{content}</main></body></html>"
    )
    return Reply(status=status, body=html.encode(), content_type="text/html; charset=utf-8", headers=_HEADERS)
