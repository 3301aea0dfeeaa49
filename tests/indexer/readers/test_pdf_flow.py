"""Pieces of pages as blocks."""

from __future__ import annotations

from indexer.model import Form
from indexer.readers.hyphens import SOFT
from indexer.readers.pdf_flow import to_blocks
from indexer.readers.pdf_paragraphs import Measure, Piece

MEASURE = Measure(body=10.0, step=1.2, right=320.0)


def piece(text: str, page: int, form: Form = Form.TEXT, size: float = 10.0, full: bool = True) -> Piece:
    return Piece(text, form, page, size=size, full=full)


def test_a_paragraph_cut_by_a_page_break_is_whole_and_knows_its_pages() -> None:
    (block,) = to_blocks([[piece("Staden har", 1)], [piece("också beslutat.", 2)]], MEASURE)
    assert block.text == "Staden har också beslutat."
    assert (block.page, block.page_breaks) == (1, (len("Staden har "),))


def test_a_word_cut_by_a_page_break_is_whole() -> None:
    (block,) = to_blocks([[piece("om utveckl" + SOFT, 1)], [piece("ingsområden.", 2)]], MEASURE)
    assert (block.text, block.page_breaks) == ("om utvecklingsområden.", (len("om utveckl"),))


def test_a_page_without_text_between_counts_as_a_page() -> None:
    (block,) = to_blocks([[piece("Staden har", 1)], [], [piece("också beslutat.", 3)]], MEASURE)
    assert block.page_breaks == (11, 11)


def test_a_finished_sentence_does_not_go_on() -> None:
    blocks = to_blocks([[piece("Planen godkänns.", 1)], [piece("Ärendet gäller skolor.", 2)]], MEASURE)
    assert [block.page for block in blocks] == [1, 2]


def test_a_heading_does_not_go_on() -> None:
    assert len(to_blocks([[piece("Beslut", 1, Form.HEADING)], [piece("planen godkänns", 2)]], MEASURE)) == 2


def test_a_table_over_two_pages_is_one_and_its_head_stands_once() -> None:
    first = Piece("Post Utfall\nHyror 31", Form.TABLE, 1, rows=(("Post", "Utfall"), ("Hyror", "31")))
    second = Piece("Post Utfall\nLöner 402", Form.TABLE, 2, rows=(("Post", "Utfall"), ("Löner", "402")))
    (block,) = to_blocks([[first], [second]], MEASURE)
    assert block.rows == (("Post", "Utfall"), ("Hyror", "31"), ("Löner", "402"))
    assert block.text[block.page_breaks[0] :] == "Löner 402"


def test_larger_headings_stand_higher() -> None:
    headings = [piece("Rapport", 1, Form.HEADING, 16), piece("Bakgrund", 1, Form.HEADING, 12)]
    assert [block.level for block in to_blocks([headings], MEASURE)] == [1, 2]
