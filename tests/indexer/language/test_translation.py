from __future__ import annotations

import time

import pytest

from indexer.language.tokens import tokens
from indexer.language.translation import translate, translate_query, translated_groups


@pytest.mark.parametrize(
    ("english", "swedish"),
    [
        ("deficit", "underskott"),
        ("consultants", "konsulter"),
        ("Committee", "nämnd"),
        ("summer", "sommar"),
        ("schools", "skolor"),
        ("wanted", "vill"),
    ],
)
def test_a_word_in_any_form_finds_its_swedish_word(english: str, swedish: str) -> None:
    wanted = set(tokens(swedish))
    assert any(wanted & set(tokens(word)) for word, _ in translate(english))


def test_there_are_at_most_four_and_their_weights_fall_within_one() -> None:
    for word in ("board", "cost", "child", "large", "upper secondary school"):
        weights = [weight for _, weight in translate(word)]
        assert 0 < len(weights) <= 4
        assert all(0 < weight <= 1 for weight in weights)


@pytest.mark.parametrize("word", ["2018", "qxzzy", "", "3.1-7/2020"])
def test_numbers_and_unknown_words_have_no_translation(word: str) -> None:
    assert translate(word) == ()


def test_a_phrase_becomes_one_compound() -> None:
    found = dict(translate_query("How many social workers are there?"))
    assert found["socialsekreterare"] == 1.0
    assert "arbetare" not in found


def test_neighbours_make_a_listed_compound() -> None:
    assert "personalkostnader" in dict(translate_query("the staff costs"))


def test_a_compound_of_neighbours_stands_with_both_of_them() -> None:
    groups = dict(translated_groups("the staff costs"))
    assert list(groups) == ["staff", "costs"]
    assert all("personalkostnader" in dict(words) for words in groups.values())
    assert "personalkostnader" not in dict(translate_query("staff and their costs"))


def test_hyphened_words_are_looked_up_like_separate_ones() -> None:
    assert translate("full-time") == translate("full time") != ()
    assert "heltid" in dict(translate_query("full-time staff"))


def test_function_words_are_dropped_and_numbers_pass() -> None:
    assert translate_query("what was it in 2018?") == [("2018", 1.0)]


def test_swedish_words_and_names_pass_with_full_weight() -> None:
    found = dict(translate_query("What did stadsdelsnämnden in Lillköping say in dnr 3.1-7/2020?"))
    assert found["stadsdelsnämnden"] == found["lillköping"] == found["3.1-7/2020"] == 1.0


def test_may_is_a_month_inside_a_sentence_only() -> None:
    assert "maj" in dict(translate_query("the meeting in May 2016"))
    assert "maj" not in dict(translate_query("May we see the minutes?"))


def test_a_capitalised_word_with_a_translation_stays_beside_it() -> None:
    found = dict(translate_query("the Summer programme"))
    assert found["summer"] == 0.5
    assert any(word.startswith("sommar") for word in found)


@pytest.mark.parametrize("text", ["", "?", "'", "- -", "(S)", "’s"])
def test_odd_questions_are_harmless(text: str) -> None:
    assert all(weight > 0 for _, weight in translate_query(text))


def test_a_question_is_translated_in_a_millisecond() -> None:
    question = "How much did the costs of agency staff rise in the social services between 2018 and 2020?"
    translate_query(question)
    start = time.process_time()
    for _ in range(100):
        translate_query(question)
    assert (time.process_time() - start) / 100 < 0.005


def test_the_glossary_on_a_base_form_goes_before_what_was_learnt_of_the_form() -> None:
    assert translate("purchases")[0] == translate("purchase")[0]
    assert translate("appointing")[0] == ("utse", 1.0)
