"""The page of results between its markers."""

from __future__ import annotations

import pytest

from eval.errors import ResultError
from eval.results.page import BEGIN, END, replaced, sections

PAGE = f"# Results\nBy hand.\n{BEGIN}\n### One\nold\n\n| a |\n\n### Two\nkept\n{END}\n## More by hand\n### Not ours\n"


def test_what_is_written_by_hand_is_left_alone() -> None:
    page = replaced(PAGE, {"One": "new", "Three": "added"})
    assert page.startswith("# Results\nBy hand.\n")
    assert page.endswith("\n## More by hand\n### Not ours\n")
    assert sections(page) == {"One": "new", "Three": "added"}


def test_sections_are_read_as_they_stand() -> None:
    assert sections(PAGE) == {"One": "old\n\n| a |", "Two": "kept"}


def test_replacing_by_the_same_changes_nothing_more() -> None:
    once = replaced(PAGE, sections(PAGE))
    assert replaced(once, sections(once)) == once


@pytest.mark.parametrize("page", ["no markers", f"{END}{BEGIN}", f"{BEGIN}{BEGIN}{END}", f"{BEGIN}{END}{END}", BEGIN])
def test_a_page_without_its_two_markers_is_refused(page: str) -> None:
    with pytest.raises(ResultError, match="each once and in this order"):
        replaced(page, {})
