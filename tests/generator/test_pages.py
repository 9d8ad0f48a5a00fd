"""Reading pages: YAML and the site's markdown, safely."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import safe_yaml
from generator.errors import PageError
from generator.fetch.markdown import fenced_documents
from generator.fetch.sources import read_source

PAGE = """\
openapi: 3.0.1
paths:
  /things:
    get:
      summary: GET All Things
      description: |
        Send this:
        ```json
        {"no": 1}
        ```
        and not ````that````
        ```
        plain
        ```
      responses: {}
security: []
"""


def _markdown(*pages: str) -> str:
    parts = [f"# A title\n\n> Some prose.\n\n## OpenAPI Specification\n\n```yaml\n{page}```\n" for page in pages]
    return ("\n" + "=" * 40 + "\n\n").join(parts)


def test_a_yaml_page_is_one_page(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PAGE)
    (page,) = read_source(tmp_path)
    assert page.file == "a.yaml"
    assert page.data["paths"]["/things"]["get"]["summary"] == "GET All Things"


def test_a_markdown_page_is_read_whole_though_its_text_holds_fences(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(_markdown(PAGE))
    (page,) = read_source(tmp_path)
    assert page.data == yaml.safe_load(PAGE)


def test_several_markdown_pages_in_one_file_are_numbered(tmp_path: Path) -> None:
    (tmp_path / "all.md").write_text(_markdown(PAGE, PAGE.replace("things", "others"), PAGE))
    pages = read_source(tmp_path)
    assert [page.file for page in pages] == ["all.md#1", "all.md#2", "all.md#3"]
    assert [list(page.data["paths"]) for page in pages] == [["/things"], ["/others"], ["/things"]]


def test_a_fence_at_the_start_of_a_line_inside_the_page_does_not_end_it() -> None:
    inside = "paths:\n  /a: {}\nx: |\n  text\n```\n  more\nend: 1\n"
    assert list(fenced_documents(f"```yaml\n{inside}```\n", file="a.md")) == [inside]


def test_another_block_after_the_page_is_no_part_of_it() -> None:
    text = "```yaml\npaths: {}\n```\n\nAn example:\n\n```json\n{}\n```\n"
    assert list(fenced_documents(text, file="a.md")) == ["paths: {}\n"]


def test_a_longer_fence_is_closed_by_one_as_long() -> None:
    assert list(fenced_documents("````yaml\na: 1\n```\nb: 2\n````\n", file="a.md")) == ["a: 1\n```\nb: 2\n"]


@given(
    st.lists(
        st.lists(st.sampled_from(["text", "`x`", "```", "```json", "``````", "~~~", "= =", "# heading"]), max_size=6),
        min_size=1,
        max_size=4,
    )
)
def test_any_run_of_backticks_inside_the_text_comes_through(texts: list[list[str]]) -> None:
    pages = ["paths: {}\ndescription: |\n  start\n" + "".join(f"  {line}\n" for line in lines) for lines in texts]
    assert list(fenced_documents(_markdown(*pages), file="a.md")) == pages


def test_files_come_in_the_order_of_their_names_whatever_made_them(tmp_path: Path) -> None:
    for name in ("b/two.yaml", "a.yaml", "b/one.yaml", "c.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE)
    assert [page.file for page in read_source(tmp_path)] == ["a.yaml", "b/one.yaml", "b/two.yaml", "c.yml"]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.yaml", "paths: [", "no readable YAML"),
        ("a.yaml", "- a list", "no OpenAPI page"),
        ("a.yaml", "openapi: 3.0.1", "no OpenAPI page"),
        ("a.yaml", "paths: {a: 1, a: 2}", "the key 'a' twice"),
        ("a.yaml", "paths: &x {a: 1}\nb: *x", "a YAML alias"),
        ("a.yaml", "paths: !!python/object/apply:os.system ['true']", "no readable YAML"),
        ("a.yaml", "paths: {[1, 2]: 3}", "a key that is no plain value"),
        ("a.yaml", "a: " + "[" * 100 + "]" * 100, "nesting without end"),
        ("a.md", "```yaml\npaths: {}\na: [" + "1, " * 300_000 + "1]\n```\n", "too many values"),
        ("a.yaml", "# " + "x" * 50_000_000, "too many for a page"),
        ("a.md", "# No block here", "no fenced yaml block"),
        ("a.md", "```yaml\npaths: {}\n", "is never closed"),
    ],
)
def test_an_unsafe_or_broken_page_is_refused_with_its_file_and_reason(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(PageError) as refusal:
        read_source(tmp_path)
    assert refusal.value.file == name
    assert reason in refusal.value.reason
    assert refusal.value.remedy in str(refusal.value)


def test_a_page_that_is_not_utf8_says_where(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"paths: {a: \xff}")
    with pytest.raises(PageError, match="byte 11"):
        read_source(tmp_path / "a.yaml")


def test_a_directory_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="no page found"):
        read_source(tmp_path)


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    with pytest.raises(PageError, match="a YAML alias"):
        safe_yaml.load(bomb, file="bomb.yaml")


def test_words_and_dates_stay_text() -> None:
    text = (
        "no: 'x'\nyes: y\non: off\nday: 2026-01-01\ntime: 12:30:00\nnothing: null\nflag: true\nnumber: 12\nphone: 012\n"
    )
    assert safe_yaml.load(text, file="a.yaml") == {
        "no": "x",
        "yes": "y",
        "on": "off",
        "day": "2026-01-01",
        "time": "12:30:00",
        "nothing": None,
        "flag": True,
        "number": 12,
        "phone": "012",
    }
