"""Where passages stand on a page; nothing rather than a wrong place."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from api.drawing.letters import Letters, folded
from api.drawing.marks import Mark, Passage, marks, pages_of, passage
from indexer.model import Paragraph, Place, Role

LINE = 0.05


def page(*lines: str) -> Letters:
    """Lines of letters 0.01 wide and 0.02 high, 0.05 apart, each ended by a line break."""
    boxes, text = [], ""
    for row, line in enumerate(lines):
        for column, letter in enumerate(f"{line}\n"):
            left, top = column * 0.01, row * LINE
            boxes.append((left, top, left + 0.01, top + 0.02) if letter != "\n" else (0, 0, 0, 0))
            text += letter
    return Letters(text, np.array(boxes, dtype=np.float32), 1, 600, 800)


def paragraphs(*texts: str, breaks: Sequence[int] = ()) -> list[Paragraph]:
    """Paragraphs that begin on page 1."""
    return [
        Paragraph(str(n), "d", text, Place(n, page=1, page_breaks=tuple(breaks)), Role.ACCOUNT)
        for n, text in enumerate(texts)
    ]


def covered(found: Sequence[Mark]) -> list[tuple[int, int, int]]:
    """(line, first letter, last letter) of each rectangle."""
    return [(round(one.top / LINE), round(one.left / 0.01), round(one.right / 0.01)) for one in found]


def test_a_paragraph_over_two_lines_has_two_marks_and_its_hyphen_is_no_hindrance() -> None:
    letters = page("Rubrik", "Nämnden har", "avta-", "lat i dag")
    found, places = marks(letters, passage(paragraphs("Rubrik", "Nämnden har avtalat i dag"), 1, 1, ""))
    assert (found, covered(places)) == ("paragraph", [(1, 0, 11), (2, 0, 4), (3, 0, 9)])


def test_a_quote_is_marked_inside_its_paragraph_although_it_stands_elsewhere_too() -> None:
    letters = page("Ja till det.", "Vi sade Ja till det.")
    found, places = marks(letters, passage(paragraphs("Ja till det.", "Vi sade Ja till det."), 1, 1, "Ja till det."))
    assert (found, covered(places)) == ("quote", [(1, 8, 20)])


def test_of_two_equal_paragraphs_the_one_by_its_neighbours_is_meant() -> None:
    letters = page("1. Vägen", "Bifall.", "2. Skolan", "Bifall.")
    told = paragraphs("Vägen", "Bifall.", "Skolan", "Bifall.")
    assert [covered(marks(letters, passage(told, at, 1, ""))[1]) for at in (1, 3)] == [[(1, 0, 7)], [(3, 0, 7)]]


@pytest.mark.parametrize("text", ["Avslag.", "Bifallet.", ""])
def test_what_is_not_there_has_no_mark(text: str) -> None:
    assert marks(page("Bifall."), Passage(folded(text))) == ("nothing", [])


def test_of_two_equal_places_with_nothing_to_tell_them_apart_none_is_marked() -> None:
    assert marks(page("Bifall.", "Bifall."), Passage(folded("Bifall."))) == ("nothing", [])
    quote = Passage("", folded("Nämnden säger ja."))
    assert marks(page("Nämnden säger ja.", "Nämnden säger ja."), quote) == ("nothing", [])
    assert marks(page("Nämnden säger ja."), quote)[0] == "quote"
    assert marks(page("ja."), Passage("", "ja.")) == ("nothing", [])  # so short a word may be anybody's


def test_a_passage_over_a_page_break_is_marked_on_each_page_with_its_own_part() -> None:
    text = "Första delen och andra delen."
    told = paragraphs(text, breaks=[len("Första delen och")])
    assert pages_of(told[0]) == {1: "Första delen och", 2: " andra delen."}
    first, second = page("Första delen och"), page("andra delen.", "Mer.")
    for quote, expected in (
        ("", [("paragraph", [(0, 0, 16)]), ("paragraph", [(0, 0, 12)])]),
        ("och andra", [("quote", [(0, 13, 16)]), ("quote", [(0, 0, 5)])]),
        ("andra delen", [("nothing", []), ("quote", [(0, 0, 11)])]),
        ("något annat", [("paragraph", [(0, 0, 16)]), ("paragraph", [(0, 0, 12)])]),
    ):
        found = [marks(letters, passage(told, 0, number, quote)) for number, letters in ((1, first), (2, second))]
        assert [(name, covered(places)) for name, places in found] == expected
    assert marks(first, passage(told, 0, 3, "")) == ("nothing", [])


def test_columns_side_by_side_are_marked_apart() -> None:
    boxes = np.array([(0.1, 0.1, 0.2, 0.12), (0.8, 0.1, 0.9, 0.12)], dtype=np.float32)
    found = marks(Letters("ab", boxes, 1, 1, 1), Passage("ab"))[1]
    assert [round(one.left, 1) for one in found] == [0.1, 0.8]
