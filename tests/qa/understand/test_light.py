"""English words that say little."""

from __future__ import annotations

import pytest

from qa.understand.concepts import concepts
from qa.understand.light import says_little


@pytest.mark.parametrize("word", ["told", "putting", "idea", "in the end", "became", "turned out"])
def test_words_of_manner_and_grammar_say_little_in_any_form(word: str) -> None:
    assert says_little(word)


@pytest.mark.parametrize("word", ["leader", "bridge", "school closure", "telling-off", "puttees"])
def test_words_of_a_matter_do_not(word: str) -> None:
    assert not says_little(word)


def test_they_weigh_less_than_what_is_asked_about() -> None:
    weights = {concept.word: concept.weight for concept in concepts("What is the idea of the bridge?", "en")}
    assert weights["idea"] < weights["bridge"]
