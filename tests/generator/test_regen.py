"""One command follows the documentation: it changes nothing where nothing changed, and stops at the first doubt."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from generator.__main__ import main
from generator.changes.facts import Change, Level
from generator.changes.release import changelog_draft, current_version, next_version, version_advice
from generator.emit.upstream import PINS, UpstreamError, check_upstream, replaced_templates
from generator.errors import GeneratorError
from tests.generator.docs_site import serving
from tests.generator.documentation import HERE, edited, small_documentation

ROOT = Path(__file__).resolve().parents[2]
PAGES = small_documentation()


@attrs.frozen
class Workspace:
    """A small maintainer's checkout."""

    root: Path
    CHECKED = (
        "--pages",
        "--added",
        "--overlay",
        "--corrections",
        "--names",
        "--glossary",
        "--spec",
        "--out",
        "--manifest",
    )

    def options(self, *which: str) -> list[str]:
        places = {
            "--pages": "specs/pages",
            "--added": "specs/added",
            "--overlay": "specs/overlay.yaml",
            "--corrections": "specs/corrections.yaml",
            "--names": "specs/names.yaml",
            "--glossary": "specs/glossary.yaml",
            "--spec": "specs/openapi.yaml",
            "--out": "generated",
            "--manifest": "specs/manifest.json",
            "--reports": "reports",
        }
        return [word for name in which or places for word in (name, str(self.root / places[name]))]

    def regen(self, *more: str) -> int:
        return main(["regen", *self.options(), *more])

    def check(self) -> int:
        return main(["check", *self.options(*self.CHECKED)])

    def files(self) -> dict[str, bytes]:
        return {str(path.relative_to(self.root)): path.read_bytes() for path in self.root.rglob("*") if path.is_file()}

    def edit(self, page: str, old: str, new: str) -> None:
        path = self.root / "specs" / "pages" / page
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def regenerated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("checkout")
    shutil.copytree(HERE / "pages", root / "specs" / "pages")
    (root / "specs" / "overlay.yaml").write_text(
        "overlay: 1.0.0\nactions:\n"
        "- target: $.components.schemas.Order.properties.number\n"
        "  update: {maxLength: 20}\n"
        "  x-reason: Seen on the wire.\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DAFTRA_DOCS_URL", raising=False)
        assert Workspace(root).regen() == 0
    return root


@pytest.fixture
def workspace(regenerated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.delenv("DAFTRA_DOCS_URL", raising=False)
    return Workspace(Path(shutil.copytree(regenerated, tmp_path / "checkout")))


def test_regenerating_an_unchanged_tree_changes_nothing(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    before = workspace.files()
    assert workspace.regen() == 0
    assert workspace.files() == before
    said = capsys.readouterr().out
    assert "every generated file is as it was" in said
    assert "no release needed" in said
    assert workspace.check() == 0


def test_a_changed_page_reaches_package_manifest_diff_changelog_and_version(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace.edit("get-all-orders-19000001.yaml", "name: keywords", "name: words")
    assert workspace.regen() == 0
    said = capsys.readouterr().out
    assert "orders.list(keywords): argument renamed (guessed) [keywords -> words]" in said
    assert "1 renames are guessed" in said
    assert "suggested version: " in said
    assert "the gravest change is breaking" in said
    assert "words: str | None = None" in (workspace.root / "generated/api/orders/list_.py").read_text()
    draft = (workspace.root / "reports" / "changelog.md").read_text()
    assert "- **breaking** `orders.list(keywords)` is now `words` (guessed: confirm it)" in draft
    assert json.loads((workspace.root / "reports" / "diff.json").read_text())["summary"]["breaking"] == 1
    assert workspace.check() == 0


def test_the_whole_chain_begins_at_the_site(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    with serving() as site:
        site.publish(edited(PAGES, [[5, "delete"]]))
        assert workspace.regen("--url", site.url, "--delete-missing") == 0
    said = capsys.readouterr().out
    assert (
        said.index("gone     delete-order") < said.index("7 pages, 7 calls") < said.index("orders.delete: call removed")
    )
    assert not (workspace.root / "generated/api/orders/delete.py").exists()
    assert workspace.check() == 0


def test_a_doubt_stops_the_chain_before_anything_is_generated_until_it_is_answered(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    before = workspace.files()
    with serving() as site:
        changed = edited(PAGES, [[2, "set", "record/properties/stage/enum", [0, 1, 2, 3]]])
        site.publish(changed)
        assert workspace.regen("--url", site.url) == 1
    assert workspace.regen() == 1
    said = capsys.readouterr()
    assert said.out.count("doubt: OrderStage: the value 3 has no name") == 2
    assert "1 doubts are open" in said.err
    after = workspace.files()
    assert {name for name in before if not name.startswith("specs/pages/") and after[name] != before[name]} == set()
    names = workspace.root / "specs/names.yaml"
    names.write_text(names.read_text().replace("{0: OPEN", "{3: LOST, 0: OPEN"))
    assert workspace.regen() == 0
    assert "LOST = 3" in (workspace.root / "generated/models/enums.py").read_text()


def test_new_names_are_written_into_the_table(workspace: Workspace) -> None:
    workspace.edit("get-single-order-19000002.yaml", "gift: {type: boolean}", "Gift: {type: boolean}")
    page = workspace.root / "specs/pages/get-single-order-19000002.yaml"
    copied = page.read_text().replace("19000002", "19000099").replace("/orders/{id}{format}", "/orders/last{format}")
    page.with_name("last-19000099.yaml").write_text(copied)
    assert workspace.regen() == 0
    table = (workspace.root / "specs/names.yaml").read_text()
    assert '  19000099: {call: orders.last, request: "GET /api2/orders/last.json"}' in table
    assert "Gift: gift" in table
    assert workspace.check() == 0


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (("get-single-order-19000002.yaml", "{type: boolean}", "{type: 7}"), "7 is no value of 'type'"),
        (("delete-order-19000005.yaml", "19000005", "19000004"), "is there twice"),
        (("get-single-order-19000002.yaml", "number: {type: string}", "total: {type: string}"), "twice in one object"),
    ],
)
def test_a_page_that_no_rule_understands_stops_the_chain(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], edit: tuple[str, str, str], says: str
) -> None:
    workspace.edit(*edit)
    before = workspace.files()
    assert workspace.regen() == 1
    assert says in capsys.readouterr().err
    assert workspace.files() == before


def test_a_ruling_without_effect_is_told_and_fails_the_check(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    overlay = workspace.root / "specs/overlay.yaml"
    overlay.write_text(overlay.read_text().replace("maxLength: 20", "type: string"))
    assert workspace.regen() == 0
    assert "idle: overlay: actions[0]: $.components.schemas.Order.properties.number already is" in (
        capsys.readouterr().out
    )
    assert workspace.check() == 1
    assert "rulings without effect" in capsys.readouterr().err


def test_a_dry_run_tells_and_writes_nothing(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    workspace.edit("get-single-order-19000002.yaml", "gift: {type: boolean}", "gift: {type: string}")
    before = workspace.files()
    assert workspace.regen("--dry-run") == 0
    assert "Order.gift: attribute changed [bool -> str]" in capsys.readouterr().out
    assert workspace.files() == before


def test_any_older_document_can_be_compared_with(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    old = workspace.root / "specs/openapi.yaml"
    shutil.copy(old, workspace.root / "older.yaml")
    workspace.edit("get-single-order-19000002.yaml", "gift: {type: boolean}", "gift: {type: string}")
    workspace.regen()
    capsys.readouterr()
    assert workspace.regen("--since", str(workspace.root / "older.yaml")) == 0
    assert "Order.gift: attribute changed [bool -> str]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("generated/models/order.py", "output: models/order.py: edited by hand"),
        ("specs/openapi.yaml", "document: openapi.yaml: edited by hand"),
        ("specs/overlay.yaml", "rulings: overlay.yaml: changed since the last make regen"),
        ("specs/pages/delete-order-19000005.yaml", "pages: delete-order-19000005.yaml: changed since"),
    ],
)
def test_check_names_what_was_edited_or_is_stale(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], name: str, says: str
) -> None:
    with (workspace.root / name).open("a") as file:
        file.write("# by hand\n")
    assert workspace.check() == 1
    assert says in capsys.readouterr().err


def test_check_names_what_is_missing_and_what_is_not_from_here(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace.root / "generated/models/order.py").unlink()
    (workspace.root / "generated/models/mine.py").write_text("")
    (workspace.root / "specs/pages/delete-order-19000005.yaml").unlink()
    assert workspace.check() == 1
    said = capsys.readouterr().err
    assert "output: models/order.py: missing" in said
    assert "output: models/mine.py: not from here" in said
    assert "pages: delete-order-19000005.yaml: deleted since the last make regen" in said
    assert "run make regen" in said


def test_a_manifest_that_was_forged_does_not_help(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    path = workspace.root / "generated/models/order.py"
    path.write_text(path.read_text() + "# by hand\n")
    from generator.manifest import manifest_text, observe
    from generator.places import Places

    specs = workspace.root / "specs"
    places = Places(
        pages=specs / "pages",
        added=specs / "added",
        overlay=specs / "overlay.yaml",
        corrections=specs / "corrections.yaml",
        names=specs / "names.yaml",
        glossary=specs / "glossary.yaml",
        document=specs / "openapi.yaml",
        package=workspace.root / "generated",
    )
    (specs / "manifest.json").write_text(manifest_text(observe(places)))
    assert workspace.check() == 1
    assert "models/order.py: differs" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "[]", '{"output": 1}'])
def test_a_spoiled_manifest_says_how_to_mend_it(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (workspace.root / "specs/manifest.json").write_text(text)
    assert workspace.check() == 1
    assert "run make regen" in capsys.readouterr().err


def test_every_replaced_upstream_template_is_pinned() -> None:
    assert json.loads(PINS.read_text()) == replaced_templates()
    check_upstream()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"model.py.jinja": "0" * 64}, "model.py.jinja changed"),
        ({"model.py.jinja": None}, "model.py.jinja is new"),
        ({"gone.py.jinja": "0" * 64}, "gone.py.jinja is gone"),
    ],
)
def test_an_upstream_template_that_changed_stops_generation(
    tmp_path: Path, change: dict[str, str | None], says: str
) -> None:
    pins = {**replaced_templates(), **change}
    (tmp_path / "pins.json").write_text(json.dumps({name: digest for name, digest in pins.items() if digest}))
    with pytest.raises(UpstreamError, match=says):
        check_upstream(tmp_path / "pins.json")


@pytest.mark.parametrize(
    ("current", "level", "suggested"),
    [
        ("0.1.0", None, "0.1.0"),
        ("0.1.0", Level.COSMETIC, "0.1.1"),
        ("0.1.0", Level.ADDITIVE, "0.1.1"),
        ("0.1.3", Level.BREAKING, "0.2.0"),
        ("1.4.2", Level.COSMETIC, "1.4.3"),
        ("1.4.2", Level.ADDITIVE, "1.5.0"),
        ("1.4.2", Level.BREAKING, "2.0.0"),
    ],
)
def test_the_suggested_version_is_semantic(current: str, level: Level | None, suggested: str) -> None:
    assert next_version(current, level) == suggested


def test_the_advice_names_the_reason(tmp_path: Path) -> None:
    change = Change(rule="call removed", name="orders.delete")
    assert version_advice([change], "1.0.0") == "suggested version: 2.0.0 (now 1.0.0; the gravest change is breaking)"
    assert current_version().count(".") == 2
    (tmp_path / "_version.py").write_text("nothing here")
    with pytest.raises(GeneratorError, match="no version"):
        current_version(tmp_path / "_version.py")


def test_the_changelog_marks_what_breaks_and_counts_the_rest() -> None:
    changes = [
        Change(rule="call added", name="orders.count"),
        Change(rule="call removed", name="orders.delete"),
        Change(rule="call described", name="orders.get", before="a", after="b"),
        Change(rule="argument narrowed", name="a.b(c)", before="int | str", after="int"),
    ]
    assert changelog_draft(changes).splitlines() == [
        "### Removed",
        "",
        "- **breaking** `orders.delete`: call removed: the method is gone.",
        "",
        "### Changed",
        "",
        "- **breaking** `a.b(c)`: argument narrowed, `int | str` became `int`: it no longer accepts all it did.",
        "",
        "### Added",
        "",
        "- `orders.count`: call added: a new method.",
        "",
        "### Documentation",
        "",
        "- 1 changes of wording, request paths and document details.",
    ]


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Riyadh", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "UTC", "COLUMNS": "40"},
    ],
    ids=lambda environment: environment["LC_ALL"],
)
def test_two_machines_two_seeds_and_two_locales_give_the_same_bytes(
    workspace: Workspace, tmp_path: Path, environment: dict[str, str]
) -> None:
    """File order too: the pages are created in another order, under other modification times."""
    other = Workspace(tmp_path / "elsewhere")
    (other.root / "specs").mkdir(parents=True)
    shutil.copy(workspace.root / "specs/overlay.yaml", other.root / "specs/overlay.yaml")
    (other.root / "specs/pages").mkdir()
    for number, page in enumerate(sorted((workspace.root / "specs/pages").iterdir(), reverse=True)):
        shutil.copy(page, other.root / "specs/pages" / page.name)
        os.utime(other.root / "specs/pages" / page.name, (number, number))
    command = [sys.executable, "-m", "generator", "regen", *other.options()]
    subprocess.run(command, cwd=ROOT, env={"PATH": os.environ["PATH"], **environment}, check=True, capture_output=True)
    mine = {name: content for name, content in workspace.files().items() if not name.startswith("reports")}
    assert other.files() == mine
