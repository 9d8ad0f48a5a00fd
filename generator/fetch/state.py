"""What a fetch remembers of each page for the next one: its version on the site, its words, the kept file's digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import attrs

from .page_store import Plan
from .site import Validators

STATE = "fetch-state.json"


def state_path(directory: Path) -> Path:
    """Beside the pages, not among them; it is this machine's and not committed."""
    return directory.with_name(f".{directory.name}-{STATE}")


def read_state(directory: Path) -> dict[str, dict[str, str]]:
    """What the last fetch remembered of each page; nothing where there is no readable state."""
    try:
        loaded = json.loads(state_path(directory).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    entries = loaded.items() if isinstance(loaded, dict) else ()
    return {
        number: {key: value for key, value in entry.items() if isinstance(value, str)}
        for number, entry in entries
        if isinstance(entry, dict)
    }


def write_state(directory: Path, change: Plan, validators: Mapping[str, Validators]) -> None:
    """Remember versions, words and the kept files' digests for the next fetch."""
    entries = {
        number: {
            "file": file,
            "digest": _digest(directory / file),
            "prose": change.prose.get(number, ""),
            **attrs.asdict(validators.get(number, Validators())),
        }
        for number, file in sorted(change.files.items())
        if file
    }
    path = state_path(directory)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(json.dumps(entries, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    fresh.replace(path)


def validators_of(state: Mapping[str, Mapping[str, str]]) -> dict[str, Validators]:
    return {
        number: Validators(entry.get("etag", ""), entry.get("last_modified", "")) for number, entry in state.items()
    }


def still_valid(directory: Path, state: Mapping[str, Mapping[str, str]]) -> dict[str, Validators]:
    """Versions of pages whose kept file is as the last fetch left it; the others are asked for anew."""
    known = validators_of(state)
    return {
        number: known[number]
        for number, entry in state.items()
        if entry.get("file") and entry.get("digest") == _digest(directory / entry["file"])
    }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
