"""An answer under way."""

from __future__ import annotations

from collections.abc import Callable

from indexer.model import Role
from qa.compose.wording import Wording, quoted
from qa.find.retrieve import Candidate
from qa.read.lead import Lead
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]

ASKED = understand("Hur många lyktor finns i parken?")
LAMPS = "Parken har 12 lyktor."


def test_a_passage_cited_twice_has_one_mark(candidate: Make, reading: Read) -> None:
    wording, (found,) = Wording(ASKED), reading(ASKED, candidate(LAMPS))
    assert [wording.cite(found.passage), wording.cite(found.passage)] == ["[1]", "[1]"]
    assert len(wording.citations) == 1


def test_another_quote_of_the_same_paragraph_has_a_mark_of_its_own(candidate: Make, reading: Read) -> None:
    wording, (found,) = Wording(ASKED), reading(ASKED, candidate(LAMPS))
    assert [wording.cite(found.passage), wording.cite(found.passage, "12 lyktor")] == ["[1]", "[2]"]


def test_a_citation_quotes_the_raw_words_and_the_answer_shows_the_repaired(candidate: Make, reading: Read) -> None:
    wording = Wording(ASKED)
    damaged = candidate("Parken har lyktor pa vagen.", repaired="Parken har lyktor på vägen.", damaged=True)
    (found,) = reading(ASKED, damaged)
    assert wording.quote(found.passage) == "”Parken har lyktor på vägen.” [1]"
    assert wording.citations[0].quote == "Parken har lyktor pa vagen."


def test_a_row_is_quoted_with_the_head_of_its_table(table: Make, reading: Read) -> None:
    (found,) = reading(ASKED, table(("Park", "Lyktor"), ("Björkparken", "12")))
    assert Wording(ASKED).quote(found.passage) == "”Park Lyktor”: ”Björkparken 12” [1]"


def test_a_sentence_says_the_answer_the_speaker_and_the_quote(candidate: Make, reading: Read) -> None:
    wording = Wording(ASKED)
    wording.state(reading(ASKED, candidate(LAMPS, Role.DECISION)), Lead("12 lyktor"), "Ja")
    assert wording.answer().text == "Ja: 12 lyktor, enligt beslutet i rapporten: ”Parken har 12 lyktor.” [1]"


def test_a_sentence_without_a_lead_begins_with_a_capital(candidate: Make, reading: Read) -> None:
    wording = Wording(ASKED)
    wording.state(reading(ASKED, candidate(LAMPS, Role.DECISION)))
    assert wording.answer().text.startswith("Enligt beslutet")


def test_quotes_have_the_marks_of_the_language_and_single_ones_inside() -> None:
    assert quoted('Han sade  "nej"\nigår', "sv") == "”Han sade ’nej’ igår”"
    assert quoted("Han sade ”nej”", "en") == "“Han sade ’nej’”"
