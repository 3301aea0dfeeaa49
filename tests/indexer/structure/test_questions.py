"""What only asks."""

from __future__ import annotations

import pytest

from indexer.structure.questions import closes_answer, is_question, leads_to_questions, sentences


@pytest.mark.parametrize(
    "text", ["Hur många?", "Hur många konsulter har använts? Kostnad?", "”Är det sant?”", "Vad sa bl.a. Ek?"]
)
def test_a_text_of_questions_asks(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize("text", ["Kön växer. Hur länge?", "Hur många? Frågan är viktig.", "Nej."])
def test_a_text_that_also_states_something_does_not_only_ask(text: str) -> None:
    assert not is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "Med anledning av detta undrar vi följande:",
        "Vi önskar svar på följande frågor:",
        "Därför vill jag fråga:",
        "Vi ställer följande\nfrågor:",
    ],
)
def test_a_lead_in_announces_questions(text: str) -> None:
    assert leads_to_questions(text)


@pytest.mark.parametrize("text", ["Frågorna har beretts av förvaltningen.", "Följande gäller:", "Fråga oss gärna."])
def test_other_texts_announce_none(text: str) -> None:
    assert not leads_to_questions(text)


def test_abbreviations_and_numbers_end_no_sentence() -> None:
    assert len(sentences("Kön är ca. 3.4 procent, bl.a. i punkt 6.2.15. Den växer.")) == 2


def test_the_closing_formula_is_known() -> None:
    assert closes_answer("Med detta anser jag interpellationen besvarad")
    assert not closes_answer("Frågan är inte besvarad")
