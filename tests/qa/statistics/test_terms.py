"""Other words for those of a question: Swedish phrases, English for Swedish, and averages."""

from __future__ import annotations

from qa.statistics.question import ask
from qa.statistics.terms import averaged, in_english, phrase_at


def ways(question: str, language: str = "sv") -> set[tuple[str, ...]]:
    return {words for term in ask(question, language).terms for words, _ in term.alternatives}


def test_a_phrase_of_everyday_speech_is_one_term() -> None:
    assert ("tillsvidareanställda",) in ways("Hur många fast anställda finns det?")
    assert phrase_at(["fast", "anställda", "finns"])[0] == 2


def test_a_swedish_word_is_looked_up_in_english_tables() -> None:
    assert ("fraud",) in {words for words, _ in in_english("bedrägerier")}


def test_an_average_is_of_what_its_word_ends_in() -> None:
    assert ("inkomsten",) in {words for words, _ in averaged("medelinkomsten")}
    assert averaged("medlem") == ()


def test_number_words_are_digits_in_tables() -> None:
    assert ("3",) in ways("Hur många tar examen på tre år?")
    assert ("6",) not in ways("How many of each sex?", "en")


def test_thousands_in_english_are_written_as_tables_write_them() -> None:
    assert "100 000" in ask("How many per 100,000 inhabitants?", "en").text


def test_what_was_received_is_what_was_granted() -> None:
    assert ("beviljat",) in ways("Hur mycket fick föreningen?")
