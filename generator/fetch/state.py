"""What a fetch remembers of each page for the next one: versions and words, and the pages of one that failed."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from .page_store import Plan
from .site import Answer, Validators

STATE = "fetch-state.json"
RESUME = "fetch-resume.json"
FRESH = 3600.0
"""Seconds for which a page without a version is taken as it was read by a fetch that failed."""


def state_path(directory: Path) -> Path:
    """Beside the pages, not among them; it is this machine's and not committed."""
    return directory.with_name(f".{directory.name}-{STATE}")


def resume_path(directory: Path) -> Path:
    """What a failed fetch had read already."""
    return directory.with_name(f".{directory.name}-{RESUME}")


def read_state(directory: Path) -> dict[str, dict[str, str]]:
    """What the last fetch remembered of each page; nothing where there is no readable state."""
    entries = _loaded(state_path(directory)).items()
    return {
        number: {key: value for key, value in entry.items() if isinstance(value, str)}
        for number, entry in entries
        if isinstance(entry, dict)
    }


def _loaded(path: Path) -> dict[str, Any]:
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def _write(path: Path, entries: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(json.dumps(entries, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    fresh.replace(path)


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
    _write(state_path(directory), entries)
    resume_path(directory).unlink(missing_ok=True)


def keep_for_resuming(directory: Path, answers: Mapping[str, Answer]) -> None:
    """Put the pages that a failed fetch did read where the next one finds them."""
    entries = {
        number: {"text": answer.text, "read": time.time(), **attrs.asdict(answer.validators)}
        for number, answer in answers.items()
        if answer.text is not None
    }
    if entries:
        _write(resume_path(directory), {**_loaded(resume_path(directory)), **entries})


def resumable(directory: Path) -> dict[str, Answer]:
    """Pages of a fetch that failed, by number."""
    found: dict[str, Answer] = {}
    for number, entry in _loaded(resume_path(directory)).items():
        if isinstance(entry, dict) and isinstance(entry.get("text"), str) and isinstance(entry.get("read"), float):
            validators = Validators(str(entry.get("etag") or ""), str(entry.get("last_modified") or ""))
            if validators.headers() or time.time() - entry["read"] < FRESH:
                found[number] = Answer(entry["text"], validators)
    return found


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
