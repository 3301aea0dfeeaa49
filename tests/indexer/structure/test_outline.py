"""The skeleton: headings, titles, contents, attendance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Document, Form, Kind, Paragraph, Role
from indexer.structure.entry import SECTION, TITLE, Sort
from indexer.structure.headings import Part
from indexer.structure.outline import outline
from indexer.structure.pieces import Piece

Read = Callable[..., tuple[Document, tuple[Paragraph, ...]]]

LONG = "Badhuset har under året haft fler besökare än något tidigare år, och kön till simskolan har vuxit med 12 barn."


def text(*lines: str) -> list[Piece]:
    return [Piece(line) for line in lines]


def styled(*headings: str) -> list[Piece]:
    return [piece for words in headings for piece in (Piece(words, Form.HEADING, level=2), Piece(LONG))]


def test_the_first_line_is_the_title_behind_a_letterhead() -> None:
    found = outline(text("Norrviks kommun", "2023-02-01", "Dnr FN 2023/12", "Svar på skrivelse om bad", LONG, LONG))
    assert [entry.rank for entry in found if entry.sort is Sort.HEADING] == [TITLE]
    assert found[3].sort is Sort.HEADING


def test_a_short_line_over_a_long_text_is_a_heading() -> None:
    found = outline(text("Titel på en text", LONG, "Strategifrågan", LONG))
    assert found[2].sort is Sort.HEADING


@pytest.mark.parametrize(
    "line", ["Detta är en mening.", "fortsättning på något", "Datum: 2023-01-01", "Vad kostar det?"]
)
def test_other_short_lines_are_none(line: str) -> None:
    assert outline(text("Titel på en text", LONG, line, LONG))[2].sort is Sort.BODY


def test_where_headings_are_set_apart_a_short_line_is_none() -> None:
    assert outline([*styled("Ett", "Två", "Tre"), *text("Kommunstyrelsens kansli", LONG)])[6].sort is Sort.BODY


def test_a_starred_line_is_a_heading() -> None:
    assert outline(text("Titel på en text", LONG, "**Kön**", "Den växer."))[2].sort is Sort.HEADING


def test_a_bold_sentence_is_no_heading() -> None:
    assert outline([Piece("Detta stycke är satt med fet stil.", Form.HEADING, level=1)])[0].sort is Sort.BODY


def test_a_section_takes_its_title_from_the_next_line() -> None:
    found = outline(text("§ 3 Dnr FN 2023/12", "Taxa för badhuset", "Beslut", "Taxan höjs."))
    assert found[0].text == "§ 3 Dnr FN 2023/12 Taxa för badhuset"
    assert (found[0].rank, found[0].section) == (SECTION, "§ 3")
    assert found[1].part is Part.DECISION


def test_a_section_that_comes_again_is_only_listed() -> None:
    found = outline(text("§ 3 Taxa", "§ 4 Val", "§ 3 Taxa", "Taxan höjs.", "§ 4 Val", "Anna Ek väljs."))
    assert [entry.sort for entry in found[:3]] == [Sort.CONTENTS, Sort.CONTENTS, Sort.HEADING]


def test_a_table_of_contents_opens_nothing() -> None:
    found = outline(text("Innehåll", "1. Bakgrund 3", "2. Beslut ........ 4", "Bakgrund", LONG))
    assert [entry.sort for entry in found[:4]] == [Sort.CONTENTS, Sort.CONTENTS, Sort.CONTENTS, Sort.HEADING]


def test_numbers_rank_headings() -> None:
    pieces = [Piece(words, Form.HEADING) for words in ("1. Ett", "1.1 Ett ett", "1.1.1 Tre", "2. Två")]
    ranks = [entry.rank for entry in outline([Piece("Rapport", Form.HEADING), *pieces])[1:]]
    assert ranks[0] == ranks[3] < ranks[1] < ranks[2]


def test_a_heading_without_a_number_stands_under_the_numbered_one() -> None:
    pieces = [Piece(words, Form.HEADING, level=2) for words in ("1 Ett", "2 Två", "3 Tre")]
    stray = Piece("Norrvik Söderby", Form.HEADING, level=1)
    found = outline([Piece("Rapport", Form.HEADING, level=1), *pieces, stray, Piece(LONG)])
    assert found[-2].rank > found[-3].rank


def test_names_of_those_present_do_not_sign() -> None:
    found = outline(text("Beslutande", "Anna Ek (S)", "Bo Lind (M)", "Sekreterare", "Eva Sund", "§ 1 Val", LONG))
    assert [entry.sort for entry in found[:2]] == [Sort.BODY, Sort.SIGNATURE]
    assert found[0].text == "Beslutande Anna Ek (S) Bo Lind (M)"
    assert found[1].signers == ("Eva Sund",)


def test_page_furniture_between_a_section_and_its_title_comes_after_them(understood: Read) -> None:
    text = "FN § 9\n\nSida 4 (9)\n\nTAXA FÖR BADET\n\nBeslut\n\nTaxan höjs."
    paragraphs = understood(text)[1]
    assert [paragraph.text for paragraph in paragraphs[:2]] == ["FN § 9 TAXA FÖR BADET", "Sida 4 (9)"]
    assert paragraphs[1].role is Role.PROCEDURE


def test_a_later_section_with_the_mark_of_the_board_ends_the_decision_before(understood: Read) -> None:
    first = "FN § 9\nTaxa\n\nBeslut\n\nTaxan höjs."
    second = "FN § 10\nHallen\n\nSimföreningen i Norrvik har sökt stöd för att bygga en ny hall vid badet."
    paragraphs = understood(f"{first}\n\n{second}")[1]
    assert [(one.place.section, one.role) for one in paragraphs[2:]] == [
        ("§ 9", Role.DECISION),
        ("§ 10", Role.PROCEDURE),
        ("§ 10", Role.ACCOUNT),
    ]


@pytest.mark.parametrize("line", ["Ks § 33/2019", "§ 33 Taxa för badet"])
def test_the_decisions_that_an_officials_account_rests_on_open_nothing(understood: Read, line: str) -> None:
    text = f"Taxa för badet\n\nHandläggare: Bo Lind\n\nFörslag till beslut\n\nTaxan höjs.\n\nBeslutsunderlag\n\n{line}"
    document, paragraphs = understood(text)
    assert document.kind is Kind.TJANSTEUTLATANDE
    assert {paragraph.place.section for paragraph in paragraphs} == {None}
