"""Swedish words in the brackets of an English question."""

from __future__ import annotations

from qa.understand.bracketed import parts
from qa.understand.concepts import concepts


def weights(text: str) -> dict[str, float]:
    return {concept.word: concept.weight for concept in concepts(text, "en")}


def test_the_swedish_word_counts_fully_and_the_english_before_it_little() -> None:
    found = weights("How many visited the leisure grounds (fritidsområdet) last summer?")
    assert found["fritidsområdet"] == found["visited"] == 1.0
    assert found["leisure"] < 1.0


def test_an_english_bracket_after_a_swedish_word_counts_little() -> None:
    found = weights("Who owns the bygdegården (village hall)?")
    assert found["bygdegården"] == 1.0
    assert found["village hall"] < 1.0


def test_marks_names_and_numbers_in_brackets_repeat_nothing() -> None:
    for inside in ("M", "Lindqvist", "81515", "2019"):
        assert not any(part.repeats or part.swedish for part in parts(f"the letter ({inside}) on the bridge"))


def test_the_parts_together_are_the_question() -> None:
    asked = "Is the plan (planen) for bygdegården (the hall) ready?"
    assert "".join(part.text for part in parts(asked)).split() == asked.replace("(", "").replace(")", "").split()


def test_only_the_last_few_words_before_a_bracket_are_said_again() -> None:
    found = weights("Did the municipality pay for roof and wall repairs (väggarbeten)?")
    assert found["roof"] == 1.0
