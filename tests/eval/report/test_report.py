"""The page of a run, without a browser: it holds all it needs, and text from documents stays text."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from eval import report
from eval.commands.report import report as command
from eval.errors import OutputError, ResultError

VOID = {"meta", "link", "path", "br", "img", "input"}


class Page(HTMLParser):
    """Elements in order, what is open, and the text of each script and style."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.held: dict[str, str] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"script", "style", "title"}:
            kind = self.tags[-1][1].get("type") or self.open[-1]
            self.held[kind] = self.held.get(kind, "") + data


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_every_element_is_closed_and_hostile_text_adds_none(run: dict[str, Any]) -> None:
    hostile = Page(report.document(run))
    tame = Page(report.document({**run, "golden": "x", "cases": []}))
    assert hostile.open == []
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in tame.tags]


def test_the_data_come_back_as_they_went_in(run: dict[str, Any]) -> None:
    run["cases"][0]["question"] += "\u2028 $data \ud800 \\"
    assert json.loads(Page(report.document(run)).held["application/json"]) == run


def test_the_policy_lets_in_this_style_and_this_script_and_nothing_else(run: dict[str, Any]) -> None:
    page = Page(report.document(run))
    policy = next(
        a["content"] for tag, a in page.tags if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest(page.held['style'])}'; "
        f"script-src 'sha256-{digest(page.held['module'])}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_nothing_in_the_page_points_outside(run: dict[str, Any]) -> None:
    page = Page(report.document(run))
    own = page.held["style"] + page.held["module"]
    assert not re.search(
        r"https?:|//[a-z]|@import|url\(|\bfetch\b|\bimport\b|innerHTML|outerHTML|insertAdjacent|\beval\(", own
    )
    pointing = [a[name] for _, a in page.tags for name in ("src", "href", "action", "style") if name in a]
    assert pointing == ["data:,", "#questions"]


def test_every_script_of_the_folder_is_in_the_page() -> None:
    folder = Path(report.__file__).parent / "script"
    assert sorted(report.SCRIPTS) == sorted(file.stem for file in folder.glob("*.js"))


@pytest.mark.parametrize("wrong", [{}, {"form": 2, "cases": []}, {"form": 1}])
def test_what_is_no_run_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ResultError):
        report.document(wrong)


def test_a_figure_that_is_no_number_is_refused(run: dict[str, Any]) -> None:
    with pytest.raises(ResultError):
        report.document(run | {"latency_ms": {"p50": float("nan")}})


def test_the_command_writes_the_page(run: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text(json.dumps(run), encoding="utf-8")
    command(tmp_path / "run.json", tmp_path / "run.html")
    assert (tmp_path / "run.html").read_text(encoding="utf-8") == report.document(run)
    with pytest.raises(OutputError):
        command(tmp_path / "run.json", tmp_path / "no such folder" / "run.html")
