"""Lines grouped into paragraphs, items and headings."""

from __future__ import annotations

from indexer.model import Form
from indexer.readers.pdf_layout import Line, Run
from indexer.readers.pdf_paragraphs import Measure, Piece, to_pieces

MEASURE = Measure(body=10.0, step=1.2, right=320.0)
FULL = "Nämnden beslutar efter förslag av sin ordförande om"  # as wide as the text


def line(text: str, base: float, left: float = 70, bold: bool = False, size: float = 10.0) -> Line:
    starts = tuple(left + 5.0 * index for index in range(len(text)))
    return Line((Run(text, left, left + 5.0 * len(text), base, size, bold, starts),))


def pieces(*lines: Line) -> list[Piece]:
    return to_pieces(lines, 1, MEASURE)


def test_the_lines_of_a_paragraph_are_joined_by_spaces() -> None:
    assert [piece.text for piece in pieces(line(FULL, 100), line("lokaler.", 112))] == [FULL + " lokaler."]


def test_a_larger_step_begins_a_new_paragraph() -> None:
    assert len(pieces(line(FULL, 100), line("Ärendet gäller skolor.", 118))) == 2


def test_lines_that_end_early_stay_lines() -> None:
    (piece,) = pieces(line("Kommunstyrelsen", 100), line("Tekniska nämnden", 112))
    assert piece.text == "Kommunstyrelsen\nTekniska nämnden"


def test_an_early_end_before_a_small_letter_means_nothing() -> None:
    (piece,) = pieces(line("Nämnden beslutar", 100), line("att godkänna planen.", 112))
    assert piece.text == "Nämnden beslutar att godkänna planen."


def test_a_bold_line_is_a_heading() -> None:
    heading, text = pieces(line("Beslut", 100, bold=True), line("Planen godkänns.", 112))
    assert (heading.form, text.form) == (Form.HEADING, Form.TEXT)


def test_two_short_bold_lines_are_two_headings() -> None:
    found = pieces(line("Beslut", 100, bold=True), line("Förslag till nämnden", 112, bold=True))
    assert [piece.text for piece in found] == ["Beslut", "Förslag till nämnden"]


def test_the_section_number_stands_with_its_title() -> None:
    heading, _ = pieces(line("§ 14 2031.005", 100), line("Lokaler", 122, bold=True), line("Text.", 140))
    assert (heading.form, heading.text) == (Form.HEADING, "§ 14 2031.005\nLokaler")


def test_items_carry_their_markers_apart_from_their_text() -> None:
    found = pieces(line("• " + FULL[2:], 100), line("lokaler", 112, left=80), line("• Skolan", 124))
    assert [(piece.form, piece.marker, piece.text) for piece in found] == [
        (Form.ITEM, "•", FULL[2:] + " lokaler"),
        (Form.ITEM, "•", "Skolan"),
    ]


def test_a_dash_in_the_running_text_of_an_item_is_no_marker() -> None:
    (piece,) = pieces(line("• " + FULL[2:], 100), line("- 18 stycken", 112, left=70))
    assert piece.text.endswith("om - 18 stycken")


def test_the_dots_of_a_contents_list_are_left_out() -> None:
    (piece,) = pieces(line("Bakgrund ................ 3", 100), line("Syfte ................ 4", 112))
    assert piece.text == "Bakgrund 3\nSyfte 4"


def test_the_numbers_along_an_axis_are_one_piece() -> None:
    (piece,) = pieces(line("300", 100), line("200", 150), line("100", 200))
    assert piece.text == "300\n200\n100"


def test_bold_words_in_the_middle_of_a_sentence_do_not_part_it() -> None:
    (piece,) = pieces(line(FULL, 100), line("lokaler för skolan och", 112, bold=True))
    assert piece.form is Form.TEXT


def test_an_indented_line_after_a_full_stop_begins_a_paragraph() -> None:
    found = pieces(line(FULL + " tak.", 100), line("Ärendet gäller en skola", 112, left=85))
    assert [piece.text for piece in found] == [FULL + " tak.", "Ärendet gäller en skola"]


def test_a_sentence_that_begins_with_a_section_is_no_title() -> None:
    found = pieces(line("§ 5 Nämnden ansvarar för skola, vård och omsorg.", 100), line("Syfte", 124, bold=True))
    assert [piece.form for piece in found] == [Form.TEXT, Form.HEADING]
