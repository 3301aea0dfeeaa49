"""Which lines with a § open an item."""

from __future__ import annotations

import pytest

from indexer.structure.numbering import Numbering, numbering
from indexer.structure.sections import section_head


def judged(*lines: str) -> Numbering:
    """The numbering of the lines, each at its index."""
    heads = [(index, head) for index, line in enumerate(lines) if (head := section_head(line))]
    assert len(heads) == len(lines)
    return numbering(heads)


@pytest.mark.parametrize(
    ("lines", "opening"),
    [
        (("§ 1 Val", "§ 2 Taxa", "§ 3 Avtal"), [0, 1, 2]),
        (("FN § 61", "Au § 14 Taxa", "FN § 63"), [0, 2]),
        (("§ 61 Val", "Au § 14", "§ 62 Taxa"), [0, 2]),
        (("Au § 14 Val", "Au § 15 Taxa"), [0, 1]),
        (("FN § 61 Val", "FN § 44", "FN § 62 Taxa"), [0, 2]),
        (("FN § 61 Val", "§ 62 Taxa"), [0, 1]),
        (("§ 61 Val", "§ 62 Taxa", "§ 61", "§ 63 Avtal"), [0, 1, 3]),
    ],
)
def test_a_section_with_another_bodys_mark_or_of_an_earlier_item_is_a_reference(
    lines: tuple[str, ...], opening: list[int]
) -> None:
    assert sorted(judged(*lines).opening) == opening


def test_the_list_of_contents_ends_where_the_numbers_begin_anew() -> None:
    found = judged("FN § 61 Val", "FN § 62 Taxa", "FN § 61 Val", "FN § 62 Taxa")
    assert (sorted(found.opening), sorted(found.contents)) == ([2, 3], [0, 1])


def test_a_section_without_title_over_the_next_page_opens_nothing() -> None:
    found = judged("§ 61 Val", "§ 61", "§ 61", "§ 62 Taxa")
    assert (sorted(found.opening), sorted(found.contents)) == ([0, 3], [])


def test_a_section_announced_on_the_cover_opens_where_its_title_stands() -> None:
    found = judged("§ 61", "§ 61 Val")
    assert (sorted(found.opening), sorted(found.contents)) == ([1], [0])
