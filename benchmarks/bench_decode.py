"""Decoding against parsing alone, and the memory of what is decoded against vanilla generated models.

Speed: a page of a thousand invoices with their clients, sixty documented fields each as the list endpoint sends them,
some unknown ones, is decoded to typed records, and parsed by ``orjson.loads`` beside it, alternating in one process.
Every round takes a page of its own, so that nothing that was learnt from a page can help with it; two pages go first.
The rows of v2 are two hundred to a page, with every relation that the models know, or with none.
Memory: what a list of a hundred thousand invoices takes, each way in a process of its own: read with
``Pager.collect``, or row by row into a list. The vanilla models are what openapi-python-client makes of the same
document with its own templates.

    python -m benchmarks.bench_decode [--rounds N] [--invoices N]
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import importlib
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import attrs
import orjson
import yaml

from daftra_async._generated.models import Invoice
from daftra_async._generated.operations import INVOICES_LIST
from daftra_async._paging.page_source import PageRequest, PageSource
from daftra_async._paging.pager import Pager
from daftra_async._v2.entities import LIST
from daftra_async._wire import DecodeSettings, Page, Request, Response, decode_page
from daftra_async._wire.shape import shape

from .invoices import ROWS, Row, Rows, bare, crowded, of_account, with_relations

SPEC = Path(__file__).parent.parent / "specs" / "openapi.yaml"
SETTINGS = DecodeSettings(date_format="DD/MM/YYYY")
V2_INVOICES = LIST.request(path={"entity": "invoice", "level": 4})
WARM = 2
"""Pages that are decoded before the first that counts: an account's pages are odd in the same fields."""


def as_strings(row: Row) -> Row:
    return {
        key: as_strings(item) if isinstance(item, dict) else item if item in (None, []) else str(item)
        for key, item in row.items()
    }


def with_odd_rows(rows: list[Row], share: float) -> list[Row]:
    """Zero dates and empty relations, as old and imported records have them."""
    odd = random.Random(7).sample(range(len(rows)), int(len(rows) * share))
    changed = [dict(row) for row in rows]
    for turn, index in enumerate(odd):
        odd_value: dict[str, Any] = {"date": "0000-00-00"} if turn % 2 else {"Client": []}
        changed[index].update(odd_value)
    return changed


def with_display_dates(rows: list[Row]) -> list[Row]:
    dates = [field.name for field in shape(Invoice) if field.kind == "date"]
    return [
        {**row, **{name: "/".join(reversed(row[name].split("-"))) for name in dates if row.get(name)}} for row in rows
    ]


def body(rows: list[Row]) -> bytes:
    paging = {"prev": None, "next": "/api2/invoices/?page=2", "page": 1, "page_count": 5, "total_results": 5000}
    data = [{"Invoice": row} for row in rows]
    return orjson.dumps({"code": 200, "result": "successful", "data": data, "pagination": paging})


def v2_body(rows: list[Row]) -> bytes:
    links = [
        {"url": f"https://acme.daftra.com/?page={page}", "label": str(page), "active": False} for page in (1, 2, 3)
    ]
    paging = {"current_page": 1, "last_page": 5, "per_page": len(rows), "total": 5000, "links": links}
    return orjson.dumps({"data": rows, **paging})


def seconds(work: Callable[[], object]) -> float:
    """The processor time of one run: other work of the machine does not count."""
    gc.collect()
    start = time.process_time()
    kept = work()
    taken = time.process_time() - start
    del kept
    return taken


@attrs.frozen
class Kind:
    """A kind of page: what makes one from a seed, the bodies around its rows, and the call that it answers."""

    rows: Callable[[int], list[Row]]
    body: Callable[[list[Row]], bytes] = body
    request: Request = attrs.field(factory=INVOICES_LIST.request)


def strings(rows: Callable[[int], list[Row]]) -> Callable[[int], list[Row]]:
    return lambda seed: [as_strings(row) for row in rows(seed)]


def native(seed: int) -> list[Row]:
    return of_account(seed, start=seed * ROWS)


def one_percent_odd(seed: int) -> list[Row]:
    return with_odd_rows(native(seed), 0.01)


def every_row_odd(seed: int) -> list[Row]:
    return with_display_dates(native(seed))


PAGES = {
    "native": Kind(native),
    "all strings": Kind(strings(native)),
    "1 % odd rows": Kind(one_percent_odd),
    "1 % odd rows, all strings": Kind(strings(one_percent_odd)),
    "every row odd": Kind(every_row_odd),
    "every row odd, all strings": Kind(strings(every_row_odd)),
    "every field filled": Kind(crowded),
    "every field filled, strings": Kind(strings(crowded)),
    "v2, every relation": Kind(with_relations, v2_body, V2_INVOICES),
    "v2, without relations": Kind(bare, v2_body, V2_INVOICES),
}


def speed(rounds: int) -> None:
    print(f"{'a page of invoices, another each time':<38}{'KiB':>7}{'ms, median':>12}{'ratio: min median max':>26}")
    for name, kind in PAGES.items():
        text = b""
        ours: list[float] = []
        theirs: list[float] = []
        for turn in range(rounds + WARM):
            text = kind.body(kind.rows(turn + 1))
            response = Response(status=200, body=text, request=kind.request)
            sides = [(ours, partial(decode_page, response, Invoice, SETTINGS)), (theirs, partial(orjson.loads, text))]
            for times, work in sides if turn % 2 else reversed(sides):
                times.append(seconds(work))
        ratios = [mine / yours for mine, yours in zip(ours[WARM:], theirs[WARM:], strict=True)]
        spread = f"{min(ratios):.2f} {median(ratios):.2f} {max(ratios):.2f}"
        print(f"{name:<38}{len(text) // 1024:>7}{median(ours) * 1000:>12.2f}{spread:>26}", flush=True)


def resident() -> int:
    """The memory of this process, in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


def hold(kind: str, rows: Rows, count: int, vanilla: str) -> float:
    """The mebibytes that a list of so many invoices takes."""
    read = vanilla_reader(vanilla, rows) if kind == "vanilla" else pager_reader(kind, rows)
    warm = read(ROWS)
    warm.clear()
    gc.collect()
    before = resident()
    kept = read(count)
    assert len(kept) == count
    gc.collect()
    return (resident() - before) / 2**20


def pages_of(rows: Rows, count: int) -> Iterator[bytes]:
    return (body(rows(page, start=page * ROWS + 1)) for page in range(count // ROWS))


def vanilla_reader(folder: str, rows: Rows) -> Callable[[int], list[Any]]:
    sys.path.insert(0, folder)
    model = importlib.import_module("vanilla.models").Invoice
    return lambda count: [
        model.from_dict(row["Invoice"]) for text in pages_of(rows, count) for row in json.loads(text)["data"]
    ]


def pager_reader(kind: str, rows: Rows) -> Callable[[int], list[Any]]:
    settings = DecodeSettings(keep_raw="raw text" in kind)
    request = INVOICES_LIST.request()

    async def read(count: int) -> list[Invoice]:
        texts = pages_of(rows, count)

        async def fetch(wanted: PageRequest) -> Page[Invoice]:
            text = next(texts, None) or body([])
            return decode_page(Response(status=200, body=text, request=request), Invoice, settings)

        pager = Pager(PageSource(fetch=fetch, model=Invoice), limit=ROWS, concurrency=1)
        return await pager.collect() if kind.startswith("collected") else [row async for row in pager]

    return lambda count: asyncio.run(read(count))


def generate_vanilla(folder: Path) -> None:
    """The invoice's models as openapi-python-client writes them without our templates."""
    whole = yaml.safe_load(SPEC.read_text(encoding="utf-8"))["components"]["schemas"]
    wanted, schemas = ["Invoice"], {}
    while wanted:
        name = wanted.pop()
        if name not in schemas:
            schemas[name] = whole[name]
            wanted += [part.rsplit("/", 1)[1] for part in references(whole[name])]
    answer = {
        "description": "One",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Invoice"}}},
    }
    document = {
        "openapi": "3.0.3",
        "info": {"title": "vanilla", "version": "1"},
        "paths": {"/invoice": {"get": {"operationId": "get", "responses": {"200": answer}}}},
        "components": {"schemas": schemas},
    }
    (folder / "spec.json").write_text(json.dumps(document), encoding="utf-8")
    (folder / "config.yaml").write_text("post_hooks: []\npackage_name_override: vanilla\n", encoding="utf-8")
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none", "--overwrite"]
    command += ["--path", str(folder / "spec.json"), "--config", str(folder / "config.yaml")]
    subprocess.run([*command, "--output-path", str(folder / "vanilla")], check=True, capture_output=True)


def references(schema: Any) -> list[str]:
    if isinstance(schema, dict):
        own = [schema["$ref"]] if isinstance(schema.get("$ref"), str) else []
        return own + [found for item in schema.values() for found in references(item)]
    return [found for item in schema for found in references(item)] if isinstance(schema, list) else []


KINDS = ("vanilla", "collected", "collected, raw text kept", "row by row", "row by row, raw text kept")
ACCOUNTS: dict[str, Rows] = {"of an account": of_account, "every field filled": crowded}


def memory(count: int) -> None:
    print(f"\n{f'{count} invoices in memory':<46}{'MiB':>9}{'ratio to vanilla':>20}")
    with tempfile.TemporaryDirectory() as folder:
        generate_vanilla(Path(folder))
        for rows in ACCOUNTS:
            taken = {kind: float(run_alone(kind, rows, count, folder)) for kind in KINDS}
            for kind, mebibytes in taken.items():
                print(f"{f'{rows}: {kind}':<46}{mebibytes:>9.1f}{mebibytes / taken['vanilla']:>20.2f}", flush=True)


def run_alone(kind: str, rows: str, count: int, folder: str) -> str:
    command = [sys.executable, "-m", "benchmarks.bench_decode", "--hold", kind, "--rows", rows]
    command += ["--invoices", str(count), "--vanilla", folder]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=41)
    options.add_argument("--invoices", type=int, default=100_000, help="how many are held in memory; 0 for none")
    options.add_argument("--hold", help=argparse.SUPPRESS)
    options.add_argument("--rows", default="of an account", help=argparse.SUPPRESS)
    options.add_argument("--vanilla", default="", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.hold:
        print(hold(chosen.hold, ACCOUNTS[chosen.rows], chosen.invoices, chosen.vanilla))
        return
    speed(chosen.rounds)
    if chosen.invoices:
        memory(chosen.invoices)


if __name__ == "__main__":
    main()
