"""Sentences and rows of candidates, with what helps to understand them."""

from __future__ import annotations

from collections.abc import Callable

from indexer.model import Form, Role
from qa.find.retrieve import Candidate
from qa.read.passages import Passage, passages

Make = Callable[..., Candidate]


def read(*candidates: Candidate) -> list[Passage]:
    return list(passages(list(candidates)))


def test_each_sentence_is_a_passage_and_the_first_knows_it(candidate: Make) -> None:
    found = read(candidate("Parken har 12 lyktor. Bl.a. två är trasiga. Bytet kostar 3,5 mnkr."))
    assert [passage.raw for passage in found] == [
        "Parken har 12 lyktor.",
        "Bl.a. två är trasiga.",
        "Bytet kostar 3,5 mnkr.",
    ]
    assert [passage.first for passage in found] == [True, False, False]


def test_a_passage_is_a_span_of_its_paragraph(candidate: Make) -> None:
    text = "Parken har 12 lyktor.\nTvå är trasiga."
    assert all(passage.raw == text[passage.start : passage.end] for passage in read(candidate(text)))


def test_passages_carry_the_rank_of_their_candidate(candidate: Make) -> None:
    found = read(candidate("Ett. Två."), candidate("Tre.", number=2))
    assert sorted({passage.rank for passage in found}) == [0, 1]


def test_a_heading_is_one_passage(candidate: Make) -> None:
    assert len(read(candidate("Plan. Andra delen. Tredje.", form=Form.HEADING))) == 1


def test_a_short_signature_is_read_whole_and_so_knows_its_persons(candidate: Make) -> None:
    (passage,) = read(candidate("Vid protokollet. Rut Backlund. Sekreterare.", Role.SIGNATURE))
    assert [person.name for person in passage.persons] == ["Rut Backlund"]


def test_a_repaired_passage_shows_the_repair_and_keeps_the_raw_words(candidate: Make) -> None:
    raw, repaired = "Kon ar lang. Narmare 16 barn vantar.", "Kön är lång. Närmare 16 barn väntar."
    first, second = read(candidate(raw, repaired=repaired, damaged=True))
    assert (first.raw, first.text) == ("Kon ar lang.", "Kön är lång.")
    assert (second.raw, second.text) == ("Narmare 16 barn vantar.", "Närmare 16 barn väntar.")


def test_the_rows_of_a_table_are_passages_without_its_heads(table: Make) -> None:
    found = read(table(("Simhall", "Besök"), ("Norra", "412"), ("Södra", "515")))
    assert [passage.raw for passage in found] == ["Norra 412", "Södra 515"]
    assert all(passage.head == "Simhall Besök" for passage in found)
    assert found[1].columns == (("Simhall", "Besök"), ("Södra", "515"))


def test_the_numbers_of_a_row_are_read_cell_by_cell(table: Make) -> None:
    (passage,) = read(table(("Simhall", "Besök", "Barn"), ("Norra", "412", "515")))
    assert [number.value for number in passage.numbers] == [412.0, 515.0]


def test_a_row_that_does_not_match_the_heads_has_no_columns(table: Make) -> None:
    (passage,) = read(table(("Simhall", "Besök", "Barn"), ("Norra", "412")))
    assert passage.columns == ((), ())


def test_the_context_holds_headings_and_the_question_that_is_answered(candidate: Make) -> None:
    (passage,) = read(candidate("Det är 33.", headings=("Om ledarna",), question="Hur många slutade?"))
    assert "Om ledarna" in passage.context
    assert "Hur många slutade?" in passage.context


def test_a_month_without_a_year_takes_the_year_of_the_document(candidate: Make) -> None:
    (passage,) = read(candidate("I november saknas 12 ledare.", date="2023-12-01"))
    assert [period.iso for period in passage.periods] == ["2023-11"]
    (undated,) = read(candidate("I november saknas 12 ledare."))
    assert [period.iso for period in undated.periods] == ["--11"]


def test_the_date_of_the_document_is_a_period_of_the_context(candidate: Make) -> None:
    (passage,) = read(candidate("Det finns 12 ledare.", date="2023-12-01"))
    assert passage.periods == ()
    assert "2023-12-01" in [period.iso for period in passage.context_periods]
