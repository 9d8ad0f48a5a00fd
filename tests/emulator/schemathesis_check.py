"""Schemathesis against the emulator: every operation of the document, no undocumented status, no failure.

``python -m tests.emulator.schemathesis_check [--examples N]`` needs the command ``schemathesis`` (``pip install
schemathesis``) on the PATH or in ``SCHEMATHESIS``. A page of the documentation lists the statuses of its own case; the
ones that the API answers everywhere (no credential, no permission, bad data, no such record, no such route) are added
to every operation here, and a path documented without its suffix gets those of the same path with it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import yaml

from daftra_async.emulator import Emulator

SPEC = Path(__file__).parents[2] / "specs" / "openapi.yaml"
GENERAL = {"/api2": ("400", "401", "403", "404"), "/v2": ("400", "401", "403", "404", "422")}
METHODS = frozenset({"get", "put", "post", "delete", "patch"})


def main() -> int:
    """Run and return schemathesis' exit status."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--examples", type=int, default=5, help="generated cases per operation and phase")
    chosen = arguments.parse_args()
    document = yaml.load(SPEC.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    with_general_statuses(document)
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "openapi.json"
        path.write_bytes(msgspec.json.encode(document))
        with Emulator(refused_delete_status=400, reject_both_credentials=False) as emulator:
            status = run(path, emulator, examples=chosen.examples)
            failures = emulator.app.failures
    for failure in failures:
        print(f"the emulator failed: {failure!r}")
    return status or bool(failures)


def run(path: Path, emulator: Emulator, *, examples: int) -> int:
    """One schemathesis run against a serving emulator."""
    command = [
        os.environ.get("SCHEMATHESIS", "schemathesis"), "run", str(path), "--url", emulator.url, "--seed", "1",
        "--header", f"apikey: {emulator.api_key}", "--checks", "not_a_server_error,status_code_conformance",
        "--phases", "examples,coverage,fuzzing", "--max-examples", str(examples), "--mode", "all", "--workers", "2",
        "--continue-on-failure", "--suppress-health-check", "all",
    ]  # fmt: skip
    return subprocess.run(command, check=False).returncode


def with_general_statuses(document: Mapping[str, Any]) -> None:
    """Add to each operation the statuses that its version of the API answers everywhere."""
    for path, operation in operations(document):
        version = "/v2" if path.startswith("/v2") else "/api2"
        for status in GENERAL[version]:
            operation["responses"].setdefault(status, {"description": "An error that any call can meet."})
    for path, item in document["paths"].items():
        for method, twin in document["paths"].get(f"{path}.json", {}).items():
            if method in METHODS and method in item:
                item[method]["responses"] = {**twin["responses"], **item[method]["responses"]}


def operations(document: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in METHODS:
                yield path, operation


if __name__ == "__main__":
    sys.exit(main())
