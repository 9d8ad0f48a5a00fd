"""openapi-python-client is pinned and looked into: another one ends in a message that says what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import __main__
from generator.emit import upstream_internals
from generator.emit.upstream_internals import INTERNALS, VERSION, InternalsError, check_internals

ROOT = Path(__file__).parents[2]


def test_the_installed_version_has_all_that_is_used() -> None:
    check_internals()


def test_the_version_is_the_pinned_one() -> None:
    assert f'"openapi-python-client=={VERSION}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_every_import_of_it_is_guarded() -> None:
    pattern = re.compile(r"^from (openapi_python_client[\w.]*) import (.+)$", re.MULTILINE)
    imported = {
        f"{module}:{name.split(' as ')[0].strip()}"
        for path in (ROOT / "generator").rglob("*.py")
        for module, names in pattern.findall(path.read_text("utf-8"))
        for name in names.split(",")
    }
    assert imported == set(INTERNALS)


@pytest.mark.parametrize(
    ("internals", "says"),
    [
        ({"openapi_python_client.gone:Thing": ()}, "has no openapi_python_client.gone.Thing"),
        ({"openapi_python_client:Gone": ()}, "has no openapi_python_client.Gone"),
        ({"openapi_python_client:Project": ("build", "melt")}, "has no Project.melt"),
    ],
)
def test_what_is_missing_is_named(internals: dict[str, tuple[str, ...]], says: str) -> None:
    with pytest.raises(InternalsError, match=says):
        check_internals(internals=internals)


@pytest.mark.parametrize("command", ["generate", "check", "regen", "diff"])
def test_another_version_stops_every_command_that_uses_it(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(upstream_internals, "version", lambda name: "9.9.9")
    assert __main__.main([command]) == 1
    told = capsys.readouterr().err
    assert f"is 9.9.9, and the templates were written for {VERSION}" in told
    assert "what to do: pip install" in told
