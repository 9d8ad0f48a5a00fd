"""openapi-python-client's own templates under the names of ours: pinned, because they are no stable interface."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path

from ..errors import GeneratorError

TEMPLATES = Path(__file__).parent / "templates"
PINS = Path(__file__).with_name("upstream_templates.json")
REMEDY = "compare what changed there with ours, then record it: python -m generator check --accept-upstream"


class UpstreamError(GeneratorError):
    """A template that we replace is another one than when ours was written."""


def replaced_templates(ours: Path = TEMPLATES) -> dict[str, str]:
    """Name → digest of every upstream template that one of ours replaces."""
    upstream = files("openapi_python_client") / "templates"
    names = sorted(path.name for path in ours.glob("*.jinja") if (upstream / path.name).is_file())
    return {name: hashlib.sha256((upstream / name).read_bytes()).hexdigest() for name in names}


def check_upstream(pins: Path = PINS) -> None:
    """Raise ``UpstreamError`` where a replaced template changed, went away or was never recorded."""
    try:
        recorded: dict[str, str] = json.loads(pins.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise UpstreamError(f"{pins.name} cannot be read\n  what to do: {REMEDY}") from None
    found = replaced_templates()
    for name in sorted(recorded.keys() | found.keys()):
        if recorded.get(name) != found.get(name):
            what = "changed" if name in recorded and name in found else "is new" if name in found else "is gone"
            raise UpstreamError(f"openapi-python-client's template {name} {what}\n  what to do: {REMEDY}")


def accept_upstream(pins: Path = PINS) -> None:
    """Record the templates as they are."""
    pins.write_text(json.dumps(replaced_templates(), indent=1) + "\n", encoding="utf-8")
