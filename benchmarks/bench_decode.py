"""Decoding against parsing alone, and the memory of what is decoded against vanilla generated models.

Speed: a page of a thousand invoices with their clients, about sixty documented fields each as the list endpoint sends
them, some unknown ones, is decoded to typed records, and parsed by ``orjson.loads`` beside it, alternating in one
process. Memory: what a hundred thousand invoices take once they are decoded, each way in a process of its own; the
vanilla models are what openapi-python-client makes of the same document with its own templates.

    python -m benchmarks.bench_decode [--rounds N] [--invoices N]
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import orjson
import yaml

from daftra_async._generated.models import Client, Invoice
from daftra_async.wire import DecodeSettings, Operation, Response, decode_page
from daftra_async.wire.shape import Field, shape

SPEC = Path(__file__).parent.parent / "specs" / "openapi.yaml"
ROWS = 1000
SETTINGS = DecodeSettings(date_format="DD/MM/YYYY")
LIST = Operation(
    resource="invoices",
    name="list",
    method="GET",
    base="/api2",
    path="/invoices.json",
    model_key="Invoice",
    kind="list",
)


def value(field: Field, number: int, chance: random.Random) -> Any:
    """One value as the server sends it, native where it can be."""
    match field.kind:
        case "int":
            return number if field.name == "id" else chance.randint(1, 90_000)
        case "enum":
            return chance.choice([member.value for member in field.type])
        case "decimal":
            return chance.choice([0, 35_000, chance.randint(0, 10**7) / 100, chance.randint(0, 10**9) / 10_000])
        case "bool":
            return chance.randint(0, 1)
        case "date":
            return f"2026-09-{chance.randint(1, 28):02}"
        case "datetime":
            return f"2026-09-{chance.randint(1, 28):02} 01:10:36"
    if field.name.endswith("_url"):
        return f"https://acme.daftra.com/invoices/view/{number}?hash={chance.getrandbits(128):032x}"
    return chance.choice(
        ["ACME Trading Company", "12 Tahrir Street", "billing@example.com", "EGP", f"{number:06}", "", None]
    )


def scalars(model: type[Any], most: int) -> list[Field]:
    kinds = ("int", "enum", "decimal", "bool", "date", "datetime", "text")
    return [field for field in shape(model) if field.kind in kinds][:most]


def invoices(seed: int, *, start: int = 1) -> list[dict[str, Any]]:
    chance = random.Random(seed)
    rows = []
    for number in range(start, start + ROWS):
        row = {field.name: value(field, number, chance) for field in scalars(Invoice, 60)}
        row["Client"] = {field.name: value(field, number % 97 + 1, chance) for field in scalars(Client, 20)}
        rows.append({**row, "site_id": "5000000", "subscription_status": None})
    return rows


def as_strings(row: dict[str, Any]) -> dict[str, Any]:
    return {
        key: as_strings(item) if isinstance(item, dict) else item if item is None else str(item)
        for key, item in row.items()
    }


def with_odd_rows(rows: list[dict[str, Any]], share: float) -> list[dict[str, Any]]:
    """Zero dates and empty relations, as old and imported records have them."""
    odd = random.Random(7).sample(range(len(rows)), int(len(rows) * share))
    changed = [dict(row) for row in rows]
    for turn, index in enumerate(odd):
        odd_value: dict[str, Any] = {"date": "0000-00-00"} if turn % 2 else {"Client": []}
        changed[index].update(odd_value)
    return changed


def with_display_dates(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    dates = [field.name for field in shape(Invoice) if field.kind == "date"]
    return [
        {**row, **{name: "/".join(reversed(row[name].split("-"))) for name in dates if row.get(name)}} for row in rows
    ]


def body(rows: list[dict[str, Any]]) -> bytes:
    paging = {"prev": None, "next": "/api2/invoices/?page=2", "page": 1, "page_count": 5, "total_results": 5000}
    data = [{"Invoice": row} for row in rows]
    return orjson.dumps({"code": 200, "result": "successful", "data": data, "pagination": paging})


def seconds(work: Callable[[], object]) -> float:
    """The processor time of one run: other work of the machine does not count."""
    gc.collect()
    start = time.process_time()
    kept = work()
    taken = time.process_time() - start
    del kept
    return taken


def speed(rounds: int) -> None:
    rows = invoices(1)
    pages = {
        "native": body(rows),
        "all strings": body([as_strings(row) for row in rows]),
        "1 % odd rows": body(with_odd_rows(rows, 0.01)),
        "1 % odd rows, all strings": body(with_odd_rows([as_strings(row) for row in rows], 0.01)),
        "every row odd": body(with_display_dates(rows)),
        "every row odd, all strings": body([as_strings(row) for row in with_display_dates(rows)]),
    }
    print(f"{'page of 1 000 invoices':<28}{'KiB':>7}{'ms, median':>12}{'ratio to orjson.loads: min median max':>40}")
    request = LIST.request()
    for name, text in pages.items():
        response = Response(status=200, body=text, request=request)
        decode_page(response, Invoice, SETTINGS)
        ours: list[float] = []
        theirs: list[float] = []
        sides = [(ours, partial(decode_page, response, Invoice, SETTINGS)), (theirs, partial(orjson.loads, text))]
        for turn in range(rounds):
            for times, work in sides if turn % 2 else reversed(sides):
                times.append(seconds(work))
        ratios = [mine / yours for mine, yours in zip(ours, theirs, strict=True)]
        spread = f"{min(ratios):.2f} {median(ratios):.2f} {max(ratios):.2f}"
        print(f"{name:<28}{len(text) // 1024:>7}{median(ours) * 1000:>12.2f}{spread:>40}")


def resident() -> int:
    """The memory of this process, in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


def hold(kind: str, count: int, vanilla: str) -> float:
    """The mebibytes that so many decoded invoices take."""
    read = reader(kind, vanilla)
    kept = [read(body(invoices(0)))]
    kept.clear()
    gc.collect()
    before = resident()
    for page in range(count // ROWS):
        kept.append(read(body(invoices(page, start=page * ROWS + 1))))
    gc.collect()
    return (resident() - before) / 2**20


def reader(kind: str, vanilla: str) -> Callable[[bytes], Any]:
    if kind == "vanilla":
        sys.path.insert(0, vanilla)
        model = importlib.import_module("vanilla.models").Invoice
        return lambda text: [model.from_dict(row["Invoice"]) for row in json.loads(text)["data"]]
    settings = DecodeSettings(keep_raw=kind == "raw text kept")
    request = LIST.request()
    return lambda text: decode_page(Response(status=200, body=text, request=request), Invoice, settings)


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


def memory(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        generate_vanilla(Path(folder))
        taken = {}
        for kind in ("vanilla", "typed", "raw text kept"):
            command = [sys.executable, "-m", "benchmarks.bench_decode", "--hold", kind, "--invoices", str(count)]
            done = subprocess.run([*command, "--vanilla", folder], check=True, capture_output=True, text=True)
            taken[kind] = float(done.stdout)
    print(f"\n{f'{count} invoices in memory':<28}{'MiB':>9}{'ratio to vanilla':>20}")
    for kind, mebibytes in taken.items():
        print(f"{kind:<28}{mebibytes:>9.1f}{mebibytes / taken['vanilla']:>20.2f}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=41)
    options.add_argument("--invoices", type=int, default=100_000)
    options.add_argument("--hold", help=argparse.SUPPRESS)
    options.add_argument("--vanilla", default="", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.hold:
        print(hold(chosen.hold, chosen.invoices, chosen.vanilla))
        return
    speed(chosen.rounds)
    memory(chosen.invoices)


if __name__ == "__main__":
    main()
