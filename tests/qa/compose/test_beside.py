"""What is shown beside an answer."""

from __future__ import annotations

from collections.abc import Callable

from indexer.model import Role
from qa.compose.beside import alternatives, note_rival, note_silence
from qa.compose.wording import Wording
from qa.find.retrieve import Candidate
from qa.model import Status
from qa.read.lead import lead
from qa.read.matching import weigh
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]

ASKED = understand("Hur många parkvakter fanns i oktober 2017?")
CLAIMED = "Det fanns 21 parkvakter i oktober 2017."
COUNTED = "Det fanns 29 parkvakter i oktober 2017."


def beside(readings: list[Reading]) -> Wording:
    """The answer of the first reading with what is noted beside it."""
    wording, best = Wording(ASKED), readings[0]
    direct = lead(ASKED, weigh(ASKED), best.passage)
    assert direct is not None
    wording.state([best], direct)
    wording.figures = direct.figures
    note_rival(wording, direct, readings)
    note_silence(wording, best, readings)
    return wording


def test_another_document_with_another_figure_makes_the_answer_conflicting(candidate: Make, reading: Read) -> None:
    answer = beside(reading(ASKED, candidate(CLAIMED, Role.CLAIM), candidate(COUNTED, document="b"))).answer()
    assert answer.status is Status.CONFLICTING
    assert [figure.value for figure in answer.figures] == [21.0, 29.0]
    assert [citation.document.path for citation in answer.citations] == ["a.txt", "b.txt"]
    assert "[2]" in answer.text


def test_another_voice_in_the_same_document_may_disagree_too(candidate: Make, reading: Read) -> None:
    found = reading(ASKED, candidate(CLAIMED, Role.CLAIM), candidate(COUNTED, number=2))
    assert beside(found).status is Status.CONFLICTING


def test_the_same_figure_elsewhere_is_no_conflict(candidate: Make, reading: Read) -> None:
    found = reading(ASKED, candidate(CLAIMED), candidate(CLAIMED, document="b"))
    assert beside(found).status is Status.ANSWERED


def test_a_figure_for_another_year_is_no_conflict(candidate: Make, reading: Read) -> None:
    other = candidate("Det fanns 80 parkvakter i oktober 2015.", document="b")
    assert beside(reading(ASKED, candidate(CLAIMED), other)).status is Status.ANSWERED


def test_a_figure_of_another_unit_is_no_conflict(candidate: Make, reading: Read) -> None:
    other = candidate("Det fanns 29 procent parkvakter i oktober 2017.", document="b")
    assert beside(reading(ASKED, candidate(CLAIMED), other)).status is Status.ANSWERED


def test_beside_a_claim_the_account_that_gives_no_figure_is_quoted(candidate: Make, reading: Read) -> None:
    silent = candidate("Behovet av parkvakter har minskat kraftigt.", number=2)
    answer = beside(reading(ASKED, candidate(CLAIMED, Role.CLAIM), silent)).answer()
    assert "anger ingen siffra" in answer.text
    assert len(answer.citations) == 2


def test_beside_an_account_nobody_is_called_silent(candidate: Make, reading: Read) -> None:
    silent = candidate("Behovet av parkvakter har minskat kraftigt.", number=2)
    assert "anger ingen siffra" not in beside(reading(ASKED, candidate(CLAIMED), silent)).answer().text


def test_an_account_in_another_document_is_not_called_silent(candidate: Make, reading: Read) -> None:
    silent = candidate("Behovet av parkvakter har minskat kraftigt.", document="b")
    found = reading(ASKED, candidate(CLAIMED, Role.CLAIM), silent)
    assert "anger ingen siffra" not in beside(found).answer().text


def test_of_two_figures_set_against_each_other_both_are_looked_up(candidate: Make, reading: Read) -> None:
    query = understand("Fanns det 21 eller 29 parkvakter?")
    found = alternatives(query, reading(query, candidate(CLAIMED), candidate(COUNTED, document="b")))
    assert {r.passage.raw for r in found} == {CLAIMED, COUNTED}


def test_without_or_there_are_no_alternatives(candidate: Make, reading: Read) -> None:
    assert alternatives(ASKED, reading(ASKED, candidate(CLAIMED))) == []


def test_an_alternative_that_nobody_states_gives_none(candidate: Make, reading: Read) -> None:
    query = understand("Fanns det 21 eller 77 parkvakter?")
    assert alternatives(query, reading(query, candidate(CLAIMED))) == []
