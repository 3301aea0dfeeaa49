"""What a question is understood to ask."""

from __future__ import annotations

import pytest

from indexer.model import Kind
from qa.query import Wants
from qa.understand.question import understand


@pytest.mark.parametrize(
    ("question", "language"),
    [("Hur många lekplatser finns i kommunen?", "sv"), ("How many playgrounds are there?", "en")],
)
def test_the_language_of_a_question_is_seen(question: str, language: str) -> None:
    assert understand(question).language == language


def test_the_words_of_a_question_become_concepts_and_its_period_does_not() -> None:
    query = understand("Hur många parkvakter fanns i oktober 2017?")
    assert [concept.word for concept in query.concepts if concept.weight >= 1][-1] == "parkvakter"
    assert not any("2017" in concept.word or "oktober" in concept.word for concept in query.concepts)
    assert [period.iso for period in query.periods] == ["2017-10"]


def test_an_english_question_has_swedish_tokens() -> None:
    english = {
        token for concept in understand("How many playgrounds are there?").concepts for token, _ in concept.tokens
    }
    swedish = {token for concept in understand("Hur många lekplatser finns?").concepts for token, _ in concept.tokens}
    assert english & swedish


def test_a_number_in_a_question_is_its_premise_and_a_year_is_not() -> None:
    query = understand("Stämmer det att 40 ledare slutade 2023?")
    assert [number.value for number in query.numbers] == [40.0]
    assert [period.iso for period in query.periods] == ["2023"]


def test_a_month_in_a_compound_takes_the_year_beside_it() -> None:
    assert "2017-11" in [period.iso for period in understand("Vad sade novemberprognosen 2017?").periods]


def test_a_month_in_a_compound_without_a_year_is_yearless() -> None:
    assert {period.iso for period in understand("Vad hände vid junimötet?").periods} == {"--06"}


def test_references_in_a_question_are_read_as_written() -> None:
    query = understand("Vad beslutades enligt § 27 i ärende 3.1-77/2017?")
    assert query.sections == ("27",)
    assert query.dnrs == ("3.1-77/2017",)


def test_a_question_for_a_registry_number_names_none() -> None:
    query = understand("Vilket diarienummer har ärendet som liknar 3.1-77/2017?")
    assert query.wants is Wants.DNR
    assert query.dnrs == ()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Vad står det i protokollet?", Kind.PROTOKOLL),
        ("What do the minutes say?", Kind.PROTOKOLL),
        ("Vad står det i skrivelsen?", Kind.SKRIVELSE),
        ("What does the letter say?", Kind.SKRIVELSE),
        ("What does the officials' report say?", Kind.TJANSTEUTLATANDE),
    ],
)
def test_a_document_kind_is_named_in_either_language(question: str, kind: Kind) -> None:
    assert understand(question).kinds == (kind,)


@pytest.mark.parametrize(
    ("question", "voice"),
    [
        ("Hur många är det enligt förvaltningen?", "account"),
        ("How many is it according to the administration?", "account"),
        ("Hur många är det enligt ordföranden?", "reply"),
        ("How many is it according to the chair?", "reply"),
        ("Hur många är det enligt skrivelsen?", "claim"),
    ],
)
def test_the_voice_that_is_asked_for_is_heard(question: str, voice: str) -> None:
    assert understand(question).voices == (voice,)


def test_parties_and_names_are_kept_as_written() -> None:
    query = understand("Vad anser Ebba Nordqvist (S) och (V) om Björkparken?")
    assert "Ebba Nordqvist" in query.names
    assert "Björkparken" in query.names


def test_an_empty_question_is_understood_as_asking_nothing() -> None:
    query = understand("   ")
    assert query.concepts == ()
    assert query.wants is Wants.TEXT


def test_english_capitals_that_swedish_has_not_are_no_names() -> None:
    query = understand("What did the Left Party and Storskolan say on a Monday?")
    assert query.names == ("Storskolan",)
