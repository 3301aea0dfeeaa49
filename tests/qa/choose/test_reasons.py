"""The sentence with the cause is told from those without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.choose.reasons import clearly_gives_reason, gives_reason, reason_stands_near, replies_why, with_its_reason
from qa.find.retrieve import Candidate
from qa.read.passages import Passage, passages

Make = Callable[..., Candidate]


def sentences(candidate: Candidate) -> list[Passage]:
    return list(passages([candidate]))


@pytest.mark.parametrize(
    "text",
    [
        "Kön växte eftersom hallen var stängd.",
        "Minskningen beror på färre besök.",
        "Med anledning av klagomålen byts lyktorna.",
        "Syftet med planen är att spara.",
        "Ledningen svarar muntligt då underlaget inte är klart.",
        "Det blev ett underskott, framför allt beroende på inhyrd personal.",
        "Platsen valdes bort av trafikskäl.",
        "Det är kostnaderna för värmen som har ökat.",
        "Det gjordes utifrån att hallen läckte.",
        "Nämnden tvekade med hänvisning till bolagets skulder.",
        "Tomten är ett skyddsområde, vilket gör att staketet kräver lov.",
    ],
)
def test_words_of_cause_and_purpose_give_a_reason(candidate: Make, text: str) -> None:
    assert clearly_gives_reason(sentences(candidate(text))[0])


def test_a_bare_statement_gives_none(candidate: Make) -> None:
    passage = sentences(candidate("Kön växte under våren."))[0]
    assert not gives_reason(passage)
    assert not reason_stands_near(passage)


def test_the_cause_that_follows_belongs_to_what_it_explains(candidate: Make) -> None:
    first, second = sentences(candidate("Kön växte under våren. Det beror på att hallen var stängd."))
    assert [one.text for one in with_its_reason(first)] == [first.text, second.text]


def test_the_cause_that_goes_before_belongs_to_what_points_back(candidate: Make) -> None:
    first, second = sentences(candidate("Budgeten halverades. Detta har påverkat lyktorna."))
    assert [one.text for one in with_its_reason(second)] == [first.text, second.text]


def test_what_announces_causes_goes_with_the_sentences_that_give_them(candidate: Make) -> None:
    first, second, third = sentences(candidate("Det finns flera skäl till det. Hallen var liten. Taket läckte."))
    assert [one.text for one in with_its_reason(first)] == [first.text, second.text, third.text]


def test_what_people_name_in_a_reply_to_a_why_gives_the_cause(candidate: Make) -> None:
    asked = candidate("Det som återkommer är en hög hyra.", question="Vilka är orsakerna?")
    assert replies_why(sentences(asked)[0])
    assert not replies_why(sentences(candidate("Det som återkommer är en hög hyra.", number=2))[0])


@pytest.mark.parametrize(
    "conclusion", ["Beslutet behöver därför återkallas.", "Det är en av orsakerna till att hallen stängdes."]
)
def test_a_conclusion_is_given_with_what_it_follows_from(candidate: Make, conclusion: str) -> None:
    told = sentences(candidate(f"Taket läcker. {conclusion}"))
    assert with_its_reason(told[1]) == told


def test_what_somebody_does_because_of_something_follows_from_no_other_sentence(candidate: Make) -> None:
    told = sentences(candidate("Taket läcker. Hallen stängs därför att pengarna är slut."))
    assert with_its_reason(told[1]) == [told[1]]


def test_a_cause_that_follows_without_a_word_of_cause_stands_near(candidate: Make) -> None:
    told = sentences(candidate("Prognosen har försämrats. Det är kostnaderna för värmen som har ökat."))
    assert reason_stands_near(told[0])
    assert with_its_reason(told[0]) == told
