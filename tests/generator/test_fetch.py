"""Following the documentation's site: what is read, what is kept, what is told, and that a failure changes nothing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.__main__ import main
from generator.fetch import pace
from generator.fetch.kept_form import kept_form
from generator.fetch.page_store import recover
from generator.fetch.pages import Page
from generator.fetch.site import FetchError, base_url, read_index
from generator.fetch.sources import read_source
from generator.fetch.state import resume_path, state_path
from generator.merge.merging import merge_pages
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
    monkeypatch.setattr(pace, "FIRST_PAUSE", 0.001)


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
    page.write_text(page.read_text().replace("Delete Order", "Remove Order"))
    fetch("--url", site.url, "--pages", kept)
    assert yaml.safe_load(page.read_text())["paths"]["/orders/{id}{format}"]["delete"]["summary"] == "Delete Order"


def test_new_gone_moved_and_changed_pages_are_told_and_kept(
    site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept / "add-gadget-19000013.yaml").unlink()
    moved = [[4, "rename", "paths/~1orders~1{id}{format}", "/orders/change/{id}{format}"]]
    site.publish(published_edits(GIFT, moved, [[5, "delete"]]))
    assert fetch("--url", site.url, "--pages", kept, "--delete-missing") == 0
    report = capsys.readouterr().out
    assert "new      endpoints-v2/gadgets/add-new-gadget-19000013.yaml: POST /gadget" in report
    assert "gone     delete-order-19000005.yaml: DELETE /orders/{id}{format}" in report
    assert (
        "moved    edit-order-19000004.yaml: PUT /orders/{id}{format} in Endpoints v1/Orders -> PUT /orders/change"
        in report
    )
    assert "changed  get-single-order-19000002.yaml: responses/200/" in report
    assert report.count("\n") == 6
    assert sorted(contents(kept)) == sorted(
        {*contents(HERE / "pages"), "endpoints-v2/gadgets/add-new-gadget-19000013.yaml"}
        - {"add-gadget-19000013.yaml", "delete-order-19000005.yaml"}
    )


def test_what_we_added_stays_and_the_words_of_the_site_do_not_come_in(site: DocsSite, kept: Path) -> None:
    site.publish(published_edits(GIFT))
    fetch("--url", site.url, "--pages", kept)
    (page,) = [page for page in read_source(kept) if "19000002" in page.file]
    fields = page.data["components"]["schemas"]["Order"]["properties"]
    assert fields["gift"] == {"type": "string"}
    assert fields["stage"]["x-labels"] == {"0": "Open", "1": "Packed", "2": "Sent"}
    assert "Gives what was asked for" not in (kept / page.file).read_text()


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
    fresh = merge_pages(read_source(tmp_path / "pages"))
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
    before = contents(kept)
    assert fetch("--url", site.url, "--pages", kept) == 1
    told = capsys.readouterr().err
    assert says in told
    assert "1 of 8 pages could not be read: nothing was changed" in told
    assert contents(kept) == before


@pytest.mark.parametrize("body", ["# A page\n\nNothing here.\n", "```yaml\npaths: [\n```\n", "```yaml\na: *b\n```\n"])
def test_one_page_that_is_broken_changes_nothing(
    site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str], body: str
) -> None:
    site.publish(published_edits(GIFT))
    site.texts["/19000013e0.md"] = body
    before = contents(kept)
    assert fetch("--url", site.url, "--pages", kept) == 1
    assert "page 19000013: 19000013.md" in capsys.readouterr().err
    assert contents(kept) == before


def test_pages_that_are_no_longer_listed_stay_until_somebody_says_so(
    site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(PAGES[:4])
    before = contents(kept)
    assert fetch("--url", site.url, "--pages", kept) == 0
    assert "4 pages are no longer listed: kept" in capsys.readouterr().out
    assert contents(kept) == before
    assert fetch("--url", site.url, "--pages", kept, "--delete-missing") == 0
    assert len(contents(kept)) == 4


def test_all_pages_that_cannot_be_read_are_told_and_the_others_are_not_asked_for_again(
    site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(published_edits(GIFT))
    for number in (19000003, 19000013):
        site.faults[f"/{number}e0.md"] = [(404, {})]
    assert fetch("--url", site.url, "--pages", kept) == 1
    told = capsys.readouterr().err
    assert "2 of 8 pages could not be read: nothing was changed" in told
    assert "page 19000003: " in told
    assert "page 19000013: " in told
    site.statuses.clear()
    assert fetch("--url", site.url, "--pages", kept) == 0
    assert site.statuses == {304: 6, 200: 3}
    assert "changed  get-single-order-19000002.yaml" in capsys.readouterr().out
    assert not resume_path(kept).exists()


def test_pages_without_a_version_are_taken_as_a_failed_fetch_read_them(site: DocsSite, kept: Path) -> None:
    site.versions = False
    site.faults["/19000013e0.md"] = [(404, {})]
    assert fetch("--url", site.url, "--pages", kept) == 1
    site.statuses.clear()
    assert fetch("--url", site.url, "--pages", kept) == 0
    assert site.statuses == {200: 2}


def test_a_page_under_the_address_of_another_one_is_refused(
    site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.texts["/19000005e0.md"] = site.texts["/19000004e0.md"]
    before = contents(kept)
    assert fetch("--url", site.url, "--pages", kept) == 1
    assert "page 19000005: under its address stands page 19000004" in capsys.readouterr().err
    assert contents(kept) == before


def test_a_fetch_ends_at_its_deadline(site: DocsSite, kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch("--url", site.url, "--pages", kept, "--deadline", "0") == 1
    assert "was not read in time" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7", 7.0),
        ("1.5", 1.5),
        ("", 0.0),
        (None, 0.0),
        ("soon", 0.0),
        ("-3", 0.0),
        ("Mon, 01 Jan 2001 00:00:00 GMT", 0),
    ],
)
def test_a_server_says_in_either_form_how_long_to_wait(text: str | None, seconds: float) -> None:
    assert pace.retry_after(text) == seconds


def test_a_date_to_wait_for_is_counted_from_now() -> None:
    wanted = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert 80 < pace.retry_after(wanted) <= 90


def test_one_busy_answer_holds_every_connection() -> None:
    now = [0.0]
    shared = pace.Pace(
        deadline=100.0, interval=1.0, now=lambda: now[0], sleep=lambda left: now.__setitem__(0, now[0] + left)
    )
    shared.wait()
    shared.hold(pace.pause_before(0, "30"))
    shared.wait()
    assert now[0] == 30.0
    shared.wait()
    assert now[0] == 31.0
    shared.hold(90.0)
    with pytest.raises(pace.DeadlineReached):
        shared.wait()


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
    once = kept_form(data, number="1")
    twice = kept_form(once.data, number="1")
    assert twice.data == once.data
