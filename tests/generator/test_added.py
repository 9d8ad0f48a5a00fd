"""Pages of calls that the documentation does not have: merged with it until it has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import OverlayError
from generator.fetch.pages import Page
from generator.merge.added import read_added
from generator.merge.locked_names import Lock, LockedNames
from generator.merge.merging import MergeResult, merge_pages
from generator.merge.rulings import Rulings
from tests.generator.generator_pages import V1, answer, listed, page

THING = listed({"type": "object", "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}})
DOCUMENTED = page(number=15000001, responses={"200": answer(THING)})
ADDED = page("post", "/api2/things/melt/{id}", title="Melt a thing", number=9000000001, server="", file="melt.yaml")
NAMES = LockedNames({
    "15000001": Lock("15000001", "things", "list", "list", "get", "/api2/things.json"),
    "9000000001": Lock("9000000001", "things", "melt", "action", "post", "/api2/things/melt/{id}"),
})  # fmt: skip


def merged(*pages: Page, names: LockedNames = NAMES) -> MergeResult:
    return merge_pages(pages, Rulings(added=(("9000000001", ADDED),), names=names))


def calls(result: MergeResult) -> dict[str, list[str]]:
    operations = [one for item in result.document["paths"].values() for one in item.values()]
    return {
        f"{call['resource']}.{call['name']}": call["pages"] for one in operations for call in one["x-daftra"]["calls"]
    }


def test_an_added_page_is_a_call_like_the_others() -> None:
    result = merged(DOCUMENTED)
    assert calls(result) == {"things.list": ["15000001"], "things.melt": ["9000000001"]}
    assert not result.report.idle


@pytest.mark.parametrize("path", ["/things/melt/{thing}{format}", "/api2/things/melt/{{id}}", "/things/melt/{id}.json"])
def test_a_page_of_the_documentation_takes_its_place_and_its_name(path: str) -> None:
    newer = page("post", path, title="Melt", number=15000009, server=V1, file="newer.yaml")
    result = merged(DOCUMENTED, newer)
    assert calls(result) == {"things.list": ["15000001"], "things.melt": ["15000009"]}
    assert result.report.idle == ["added page melt.yaml: the documentation has it by now, as page 15000009"]
    again = merged(DOCUMENTED, newer, names=result.names)
    assert calls(again) == calls(result)
    assert again.report.idle == result.report.idle


def test_a_part_of_the_documentation_is_merged_by_itself() -> None:
    more = {
        str(number): Lock(str(number), "others", f"call_{number}", "action", "get", f"/api2/others/{number}")
        for number in range(15000010, 15000013)
    }
    names = LockedNames({**NAMES.calls, **more})
    assert calls(merged(DOCUMENTED, names=names)) == {"things.list": ["15000001"]}


def test_an_added_page_says_its_number(tmp_path: Path) -> None:
    (tmp_path / "page.yaml").write_text("openapi: 3.0.1\npaths: {/things: {get: {responses: {}}}}\n")
    with pytest.raises(OverlayError, match="has a number in x-page-id"):
        read_added(tmp_path)
    assert read_added(tmp_path / "none") == ()
