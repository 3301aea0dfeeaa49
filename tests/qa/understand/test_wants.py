"""How questions say what they want, in both languages."""

from __future__ import annotations

import pytest

from qa.query import Wants
from qa.understand.cues import CHANGES
from qa.understand.question import understand

ASKED = {
    Wants.COUNT: ("Hur många lekplatser finns?", "How many playgrounds are there?"),
    Wants.MONEY: ("Hur mycket kostar ridhuset?", "How much does the riding house cost?"),
    Wants.PERCENT: ("Hur stor andel är behöriga?", "What share is qualified?"),
    Wants.POINTS: ("Hur många procentenheter ökade andelen?", "By how many percentage points did it rise?"),
    Wants.AMOUNT: ("Hur stort var underskottet?", "How large was the deficit?"),
    Wants.DURATION: ("Hur lång tid tar handläggningen?", "How long does the handling take?"),
    Wants.FREQUENCY: ("Hur ofta städas simhallen?", "How often is the pool cleaned?"),
    Wants.CLOCK: ("Vilken tid började mötet?", "What time did the meeting begin?"),
    Wants.DATE: ("När antogs planen?", "When was the plan adopted?"),
    Wants.PERSON: ("Vem är ordförande?", "Who is the chair?"),
    Wants.PARTY: ("Vilket parti lämnade motionen?", "Which party tabled the motion?"),
    Wants.DNR: ("Vilket diarienummer har ärendet?", "What is the case number of the matter?"),
    Wants.SECTION: ("Under vilken paragraf behandlades bidraget?", "Under which section was the grant dealt with?"),
    Wants.QUESTIONS: ("Vilka frågor ställs i skrivelsen?", "What questions does the letter ask?"),
    Wants.SPEAKER: ("Vem säger det?", "Who says that?"),
    Wants.DECISION: ("Vad beslutade nämnden?", "What did the committee decide?"),
    Wants.REASON: ("Varför slutade ledarna?", "Why did the leaders leave?"),
    Wants.YES_NO: ("Stämmer det att planen antogs?", "Was the plan adopted?"),
    Wants.TEXT: ("Hur arbetar förvaltningen med simskolan?", "How does the administration work with the school?"),
}


@pytest.mark.parametrize("wants", list(Wants))
def test_a_wish_is_recognised_in_swedish_and_in_english(wants: Wants) -> None:
    assert [understand(question).wants for question in ASKED[wants]] == [wants, wants]


@pytest.mark.parametrize(
    "question",
    [
        "Hur mycket har kön minskat?",
        "Hur stor är skillnaden mellan 2018 och 2019?",
        "How much did it increase?",
        "By how much has the queue fallen?",
    ],
)
def test_a_question_about_change_is_recognised(question: str) -> None:
    assert CHANGES.search(question)


def test_a_question_about_a_state_is_not_about_change() -> None:
    assert not CHANGES.search("Hur många lekplatser finns i parken?")


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("What drove up the cost of the bridge?", Wants.REASON),
        ("What held back the income of the baths?", Wants.REASON),
        ("What was partly behind the rise in rents?", Wants.REASON),
        ("Vad har enligt bolaget gjort att hyrorna stigit?", Wants.REASON),
        ("Bussarna går med underskott men linjen är i plus, hur går det ihop?", Wants.REASON),
        ("May a club rent the hall?", Wants.YES_NO),
        ("Räknar alla skolor med plus?", Wants.YES_NO),
        ("Dömdes planen ut av revisorerna?", Wants.YES_NO),
        ("Stiger kostnaderna i år?", Wants.YES_NO),
        ("Kostnader för skolan 2019?", Wants.TEXT),
        ("Bilar som köptes in?", Wants.TEXT),
        ("Hur kunde skolan bli billigare än planerat?", Wants.REASON),
        ("How did the school manage to come in under budget?", Wants.REASON),
        ("Is it five or six clubs that have left?", Wants.YES_NO),
        ("What was the yearly allowance?", Wants.MONEY),
        ("How did the number of visits change?", Wants.COUNT),
        ("How many halls can be closed when the clubs share premises?", Wants.COUNT),
        ("What share of the pupils can swim?", Wants.PERCENT),
    ],
)
def test_english_wishes_in_other_words_are_recognised(question: str, wants: Wants) -> None:
    assert understand(question).wants is wants


@pytest.mark.parametrize(
    ("question", "changes"),
    [
        ("How many more clubs are there?", True),
        ("Were there fewer visits than the year before?", True),
        ("How many clubs have more than five teams?", False),
        ("How many teachers changed jobs?", False),
    ],
)
def test_english_comparatives_are_a_change_only_where_two_things_are_set_against_each_other(
    question: str, *, changes: bool
) -> None:
    assert bool(CHANGES.search(question)) is changes
