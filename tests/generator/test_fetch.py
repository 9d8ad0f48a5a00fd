"""Following the documentation's site: what is read, what is kept, what is told, and that a failure changes nothing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.__main__ import main
from generator.fetch import site as site_module
from generator.fetch.kept_form import kept_form
from generator.fetch.page_store import recover
from generator.fetch.pages import Page, read_pages
from generator.fetch.site import FetchError, base_url, read_index
from generator.fetch.state import state_path
from generator.merge.merging import merge
from tests.generator.docs_site import DocsSite, serving
from tests.generator.documentation import HERE, edited, small_documentation

PAGES = small_documentation()
GIFT = [[2, "set", "record/properties/gift", {"type": "string"}]]


@pytest.fixture
def site() -> Iterator[DocsSite]:
    with serving() as started:
        started.publish(PAGES)
        yield started


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_module, "FIRST_PAUSE", 0.001)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A directory of kept pages that the documentation still has."""
    return Path(shutil.copytree(HERE / "pages", tmp_path / "pages"))


def fetch(*arguments: object) -> int:
    return main(["fetch", *map(str, arguments)])


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def published_edits(*edits: Any) -> list[Page]:
    return edited(PAGES, [edit for step in edits for edit in step])


def test_an_unchanged_documentation_changes_no_byte(
    site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(kept)
    assert fetch("--url", site.url, "--pages", kept) == 0
    assert contents(kept) == before
    assert "nothing changed" in capsys.readouterr().out


def test_the_second_fetch_asks_only_what_is_new(site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fetch("--url", site.url, "--pages", kept)
    site.statuses.clear()
    fetch("--url", site.url, "--pages", kept)
    assert site.statuses == {304: len(PAGES), 200: 1}
    assert f"{len(PAGES)} pages, 0 of them read, {len(PAGES)} not modified" in capsys.readouterr().out


def test_a_kept_page_that_was_edited_by_hand_is_read_anew(site: DocsSite, kept: Path) -> None:
    fetch("--url", site.url, "--pages", kept)
    page = kept / "delete-order-19000005.yaml"
    original = yaml.safe_load(page.read_text())
    page.write_text(page.read_text().replace("Delete Order", "Remove Order"))
    fetch("--url", site.url, "--pages", kept)
    assert yaml.safe_load(page.read_text()) == original


def test_new_gone_moved_and_changed_pages_are_told_and_kept(
    site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept / "add-gadget-19000013.yaml").unlink()
    moved = [[4, "rename", "paths/~1orders~1{id}{format}", "/orders/change/{id}{format}"]]
    site.publish(published_edits(GIFT, moved, [[5, "delete"]]))
    assert fetch("--url", site.url, "--pages", kept) == 0
    report = capsys.readouterr().out
    assert "new      endpoints-v2/gadgets/add-new-gadget-19000013.yaml: POST /gadget" in report
    assert "gone     delete-order-19000005.yaml: DELETE /orders/{id}{format}" in report
    assert (
        "moved    edit-order-19000004.yaml: PUT /orders/{id}{format} in Endpoints v1/Orders -> PUT /orders/change"
        in report
    )
    assert "changed  get-single-order-19000002.yaml: components/schemas/Order/properties/gift/type" in report
    assert report.count("\n") == 5
    assert sorted(contents(kept)) == sorted(
        {*contents(HERE / "pages"), "endpoints-v2/gadgets/add-new-gadget-19000013.yaml"}
        - {"add-gadget-19000013.yaml", "delete-order-19000005.yaml"}
    )


def test_what_we_added_stays_and_the_words_of_the_site_do_not_come_in(site: DocsSite, kept: Path) -> None:
    site.publish(published_edits(GIFT))
    fetch("--url", site.url, "--pages", kept)
    (page,) = [page for page in read_pages(kept) if "19000002" in page.file]
    fields = page.data["components"]["schemas"]["Order"]["properties"]
    assert fields["gift"] == {"type": "string"}
    assert fields["stage"]["x-labels"] == {"0": "Open", "1": "Packed", "2": "Sent"}
    assert "Gives what was asked for" not in (kept / page.file).read_text()


def test_labels_that_may_not_fit_any_more_are_left_out_and_told(
    site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(published_edits([[2, "set", "record/properties/stage/enum", [0, 1, 2, 3]]]))
    fetch("--url", site.url, "--pages", kept)
    assert "note     get-single-order-19000002.yaml: /components/schemas/Order/properties/stage: type or values" in (
        capsys.readouterr().out
    )
    assert "x-labels" not in (kept / "get-single-order-19000002.yaml").read_text()


def test_changed_words_are_told_because_labels_hide_in_them(
    site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fetch("--url", site.url, "--pages", kept)
    site.publish(PAGES, prose="Other words.")
    before = contents(kept)
    fetch("--url", site.url, "--pages", kept)
    assert capsys.readouterr().out.count("reworded ") == len(PAGES)
    assert contents(kept) == before


def test_an_empty_directory_is_filled_and_merges(site: DocsSite, tmp_path: Path) -> None:
    assert fetch("--url", site.url, "--pages", tmp_path / "pages") == 0
    fresh = merge(tmp_path / "pages", None)
    assert fresh.report.calls == len(PAGES)


def test_a_dry_run_reports_and_changes_nothing(site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site.publish(published_edits(GIFT))
    before = contents(kept.parent)
    assert fetch("--url", site.url, "--pages", kept, "--dry-run") == 0
    assert "changed  get-single-order" in capsys.readouterr().out
    assert contents(kept.parent) == before


def test_a_busy_server_is_asked_again(site: DocsSite, kept: Path) -> None:
    site.faults["/19000002e0.md"] = [(503, {}), (429, {"Retry-After": "0"}), (500, {})]
    site.publish(published_edits(GIFT))
    assert fetch("--url", site.url, "--pages", kept) == 0
    assert site.requests["/19000002e0.md"] == 4


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ((503, {}), "could not reach"),
        ((404, {}), "answered 404"),
        ((403, {}), "answered 403"),
        ((302, {"Location": "https://elsewhere.example/x.md"}), "sends us to 'https://elsewhere.example/x.md'"),
    ],
)
def test_one_page_that_cannot_be_read_changes_nothing(
    site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str], fault: tuple[int, dict[str, str]], says: str
) -> None:
    site.publish(published_edits(GIFT))
    site.faults["/19000013e0.md"] = [fault] * 9
    before = contents(kept.parent)
    assert fetch("--url", site.url, "--pages", kept) == 1
    assert says in capsys.readouterr().err
    assert contents(kept.parent) == before


@pytest.mark.parametrize("body", ["# A page\n\nNothing here.\n", "```yaml\npaths: [\n```\n", "```yaml\na: *b\n```\n"])
def test_one_page_that_is_broken_changes_nothing(
    site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str], body: str
) -> None:
    site.publish(published_edits(GIFT))
    site.texts["/19000013e0.md"] = body
    before = contents(kept.parent)
    assert fetch("--url", site.url, "--pages", kept) == 1
    assert "19000013.md" in capsys.readouterr().err
    assert contents(kept.parent) == before


def test_a_site_that_lost_most_pages_is_not_believed(
    site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(PAGES[:4])
    before = contents(kept)
    assert fetch("--url", site.url, "--pages", kept) == 1
    assert "4 of 8 pages are missing: nothing was changed" in capsys.readouterr().err
    assert contents(kept) == before
    assert fetch("--url", site.url, "--pages", kept, "--keep-missing") == 0
    assert contents(kept) == before
    assert fetch("--url", site.url, "--pages", kept, "--delete-missing") == 0
    assert len(contents(kept)) == 4


def test_an_unreachable_site_is_said_plainly(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving() as closed:
        url = closed.url
    before = contents(kept.parent)
    assert fetch("--url", url, "--pages", kept) == 1
    assert f"could not reach {url}llms.txt" in capsys.readouterr().err
    assert contents(kept.parent) == before


def test_without_an_address_nothing_is_guessed(
    kept: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, site: DocsSite
) -> None:
    monkeypatch.delenv("DAFTRA_DOCS_URL", raising=False)
    assert fetch("--pages", kept) == 1
    assert "the documentation's address is not known" in capsys.readouterr().err
    monkeypatch.setenv("DAFTRA_DOCS_URL", site.url)
    assert fetch("--pages", kept) == 0


def test_no_more_connections_than_allowed(site: DocsSite, kept: Path) -> None:
    fetch("--url", site.url, "--pages", kept, "--connections", 2)
    assert 1 <= site.most_together <= 2


def test_killing_a_fetch_half_way_changes_nothing(site: DocsSite, kept: Path) -> None:
    site.publish(published_edits(GIFT))
    before = contents(kept.parent)
    site.gate.clear()
    command = [sys.executable, "-m", "generator", "fetch", "--url", site.url, "--pages", str(kept)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        while not site.requests:
            assert running.poll() is None
        os.kill(running.pid, signal.SIGKILL)
        running.communicate()
    assert contents(kept.parent) == before


def test_a_replacement_that_was_cut_off_is_taken_back_or_finished(kept: Path) -> None:
    before = contents(kept)
    kept.rename(kept.with_name("pages.previous"))
    recover(kept)
    assert contents(kept) == before
    shutil.copytree(kept, kept.with_name("pages.previous"))
    recover(kept)
    assert contents(kept) == before
    assert not kept.with_name("pages.previous").exists()


def test_a_spoiled_state_only_costs_time(site: DocsSite, kept: Path) -> None:
    fetch("--url", site.url, "--pages", kept)
    state_path(kept).write_text('{"19000001": 7, "19000002": {"etag": 3}')
    before = contents(kept)
    assert fetch("--url", site.url, "--pages", kept) == 0
    assert contents(kept) == before


@pytest.mark.parametrize(
    ("url", "works"),
    [
        ("https://docs.example.org", True),
        ("http://127.0.0.1:8000/docs", True),
        ("http://docs.example.org", False),
        ("ftp://docs.example.org", False),
        ("https://user:word@docs.example.org", False),
        ("https://docs.example.org/?a=1", False),
        ("docs.example.org", False),
    ],
)
def test_only_an_address_that_can_be_trusted_is_read(url: str, works: bool) -> None:
    if works:
        assert base_url(url) == url + "/"
    else:
        with pytest.raises(FetchError):
            base_url(url)


def test_the_index_gives_endpoint_pages_once_and_nothing_else() -> None:
    index = """# Docs
## Docs
- [Introduction](https://d.example/intro-700001m0.md): words
## API Docs
- Endpoints v1 > Invoices [GET All [v1]](https://d.example/15115241e0.md): words (with brackets)
- Endpoints v1 > Favourites [GET All](15115241e0.md):
- Endpoints v2 [Old form](/get-brand-38573117.md)
- Schemas [Invoice](https://d.example/800001d0.md)
- [Elsewhere](https://other.example/readme.html)
"""
    listed, remarks = read_index(index, "https://d.example/")
    assert [(one.number, one.title, one.folder, one.url) for one in listed] == [
        ("15115241", "GET All [v1]", "Endpoints v1/Invoices", "https://d.example/15115241e0.md"),
        ("38573117", "Old form", "Endpoints v2", "https://d.example/get-brand-38573117.md"),
    ]
    assert remarks == []


def test_the_index_cannot_lead_to_another_host() -> None:
    with pytest.raises(FetchError, match="another host"):
        read_index("- [Page](https://evil.example/15115241e0.md)", "https://d.example/")


@given(st.text(max_size=200))
def test_any_index_gives_pages_of_the_site_or_is_refused(text: str) -> None:
    try:
        listed, _ = read_index(text, "https://d.example/")
    except FetchError:
        return
    assert all(one.url.startswith("https://d.example/") for one in listed)


def test_a_page_says_nothing_of_where_it_is_written(site: DocsSite, kept: Path, tmp_path: Path) -> None:
    (kept / "add-gadget-19000013.yaml").unlink()
    site.publish(
        published_edits(
            [
                [13, "set", "op/x-apidog-folder", "../../..//etc/Endpoints v2"],
                [13, "set", "op/summary", "../Add \\ New\u202e gadget\x07"],
            ]
        )
    )
    fetch("--url", site.url, "--pages", kept)
    assert (kept / "etc/endpoints-v2/add-new-gadget-19000013.yaml").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"pages", ".pages-fetch-state.json"}


_values: Any = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["description", "title", "properties", "items", "content", "example", "x-labels", "a", "enum"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(_values)
def test_keeping_a_kept_page_keeps_it_as_it_is(schema: Any) -> None:
    data = {"paths": {"/a": {"get": {"responses": {"200": schema}}}}}
    once = kept_form(data, number="1", previous=None)
    twice = kept_form(once.data, number="1", previous=once.data)
    assert twice.data == once.data
