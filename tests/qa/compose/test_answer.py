"""Readings become an answer's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Form, Kind, Role, Speaker
from qa.compose.answer import compose
from qa.compose.formula import comes_to
from qa.compute import work
from qa.find.retrieve import Candidate
from qa.model import Answer, Status
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]
Composed = Callable[..., Answer]

PARTIES = Speaker(parties=("V", "S"))
CHAIR = Speaker(role="ordförande")


@pytest.fixture
def composed(reading: Read) -> Composed:
    """The answer to a question from candidates."""

    def answer(question: str, *candidates: Candidate) -> Answer:
        query = understand(question)
        readings = reading(query, *candidates)
        return compose(query, readings, work(query, readings))

    return answer


def test_a_figure_comes_first_with_period_speaker_quote_and_mark(candidate: Make, composed: Composed) -> None:
    text = "Det fanns 21 vakter i oktober 2017."
    answer = composed("Hur många vakter fanns det?", candidate(text, Role.CLAIM, speaker=PARTIES))
    assert answer.text == f"21 vakter (oktober 2017), uppger (V) och (S) i rapporten: ”{text}” [1]"
    assert [figure.value for figure in answer.figures] == [21.0]
    assert answer.status is Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Stämmer det att 40 ledare har slutat?", "Nej: "),
        ("Is it true that 40 leaders have left?", "No: "),
        ("Stämmer det att 33 ledare har slutat?", "Ja: "),
    ],
)
def test_a_premise_is_corrected_or_confirmed_at_the_head(
    candidate: Make, composed: Composed, question: str, opening: str
) -> None:
    answer = composed(question, candidate("Det är 33 ledare som har slutat.", Role.REPLY, speaker=CHAIR))
    assert answer.text.startswith(opening)
    assert "33" in answer.text
    assert "40" not in answer.text


def test_a_false_premise_of_why_is_corrected(candidate: Make, composed: Composed) -> None:
    held = candidate("Kön har ökat eftersom hallen var stängd.")
    assert composed("Varför har kön minskat?", held).text.startswith("Det stämmer inte: ")
    assert composed("Why has the queue decreased?", held).text.startswith("That is not so: ")


@pytest.mark.parametrize(
    ("role", "swedish", "english"),
    [
        (Role.DECISION, "Enligt beslutet i protokollet", "According to the decision in the minutes"),
        (Role.PROPOSAL, "Enligt förslaget till beslut", "According to the proposed decision"),
    ],
)
def test_a_decision_and_a_proposal_are_worded_apart(
    candidate: Make, composed: Composed, role: Role, swedish: str, english: str
) -> None:
    held = candidate("Nämnden beslutar att byta lyktorna.", role, kind=Kind.PROTOKOLL)
    assert composed("Vad beslutade nämnden om lyktorna?", held).text.startswith(swedish)
    assert composed("What did the committee decide about the lamps?", held).text.startswith(english)


def test_the_items_of_one_decision_are_given_in_reading_order(candidate: Make, composed: Composed) -> None:
    texts = ("Nämnden godkänner planen för lyktorna.", "Nämnden beslutar att byta lyktorna i parken.")
    items = [candidate(text, Role.DECISION, number=n, form=Form.ITEM) for n, text in enumerate(texts, 1)]
    answer = composed("Vad beslutade nämnden om lyktorna i parken?", *items)
    assert [citation.quote for citation in answer.citations] == list(texts)


def test_a_proposal_is_not_given_with_the_decision(candidate: Make, composed: Composed) -> None:
    decided = candidate("Nämnden avslår bytet av lyktorna.", Role.DECISION, number=1)
    proposed = candidate("Nämnden beslutar att byta lyktorna.", Role.PROPOSAL, number=2)
    answer = composed("Vad avslog nämnden för beslut om bytet av lyktorna?", decided, proposed)
    assert len({citation.paragraph.role for citation in answer.citations}) == 1


def questions(candidate: Make, count: int, document: str = "a") -> list[Candidate]:
    texts = ("Hur lång är kön?", "Vem sköter lyktorna?", "När byts lyktorna?")[:count]
    return [candidate(text, Role.QUESTION, document, n, kind=Kind.SKRIVELSE) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Vilka frågor ställs i skrivelsen?", "Skrivelsen ställer 3 frågor"),
        ("What questions does the letter ask?", "The letter asks 3 questions"),
    ],
)
def test_the_questions_of_a_letter_are_counted_and_listed(
    candidate: Make, composed: Composed, question: str, opening: str
) -> None:
    answer = composed(question, *questions(candidate, 3))
    assert answer.text.startswith(opening)
    assert [citation.quote for citation in answer.citations] == [
        "Hur lång är kön?",
        "Vem sköter lyktorna?",
        "När byts lyktorna?",
    ]
    (count,) = answer.figures
    assert comes_to(count.formula, 3, "sv")
    assert answer.status is Status.COMPUTED


def test_one_question_is_not_counted(candidate: Make, composed: Composed) -> None:
    answer = composed("Vilka frågor ställs i skrivelsen?", *questions(candidate, 1))
    assert answer.text.startswith("Skrivelsen ställer en fråga")
    assert answer.figures == ()


def test_the_words_before_the_list_are_no_question(candidate: Make, composed: Composed) -> None:
    opening = candidate("Med anledning av detta undrar vi:", Role.QUESTION, number=9, kind=Kind.SKRIVELSE)
    answer = composed("Vilka frågor ställs i skrivelsen?", opening, *questions(candidate, 2))
    assert answer.figures[0].value == 2


def test_of_two_letters_the_one_with_as_many_questions_as_said_is_meant(candidate: Make, composed: Composed) -> None:
    held = [*questions(candidate, 3), *questions(candidate, 2, "b")]
    answer = composed("Vilka två frågor ställs i skrivelsen?", *held)
    assert {citation.document.path for citation in answer.citations} == {"b.txt"}


def test_a_worked_out_change_is_marked_as_computed(candidate: Make, composed: Composed) -> None:
    text = "Antalet inhyrda parkvakter har minskat från 80 stycken 2015 till 21 stycken i oktober 2017."
    answer = composed("Hur mycket minskade antalet inhyrda parkvakter?", candidate(text))
    assert answer.status is Status.COMPUTED
    assert answer.figures[0].formula


def test_who_says_it_is_answered_with_the_speaker(candidate: Make, composed: Composed) -> None:
    held = candidate("Det fanns 21 vakter.", Role.CLAIM, speaker=PARTIES)
    assert composed("Vem säger att det fanns vakter?", held).text.startswith("Det uppger (V) och (S) i rapporten: ")
    assert composed("Who says that there were guards?", held).text.startswith("Stated by (V) and (S) in the report: ")
