"""Content words of a question as concepts."""

from __future__ import annotations

from qa.understand.concepts import concepts


def words(text: str, language: str = "sv") -> list[str]:
    return [concept.word for concept in concepts(text, language)]


def test_function_words_are_no_concepts() -> None:
    assert words("hur är det med den?") == []


def test_a_word_meets_its_inflections() -> None:
    tokens = [{token for token, _ in concepts(form, "sv")[0].tokens} for form in ("lekplats", "lekplatserna")]
    assert tokens[0] & tokens[1]


def test_a_word_that_only_says_what_is_wanted_weighs_little() -> None:
    weights = {concept.word: concept.weight for concept in concepts("antalet lekplatser", "sv")}
    assert weights["antalet"] < weights["lekplatser"]


def test_a_part_of_a_long_word_stands_for_it_less_than_the_stem() -> None:
    strengths = dict(concepts("verksamhetsberättelsen", "sv")[0].tokens)
    parts = [strength for token, strength in strengths.items() if token[0] in "<>"]
    whole = [strength for token, strength in strengths.items() if token[0] not in "<>"]
    assert parts
    assert max(parts) < max(whole) == 1.0


def test_the_same_word_twice_is_one_concept() -> None:
    assert words("lekplats lekplats") == ["lekplats"]


def test_strengths_lie_between_nothing_and_one() -> None:
    found = concepts("How many swimming teachers have left the municipality since the summer?", "en")
    assert found
    assert all(0 < strength <= 1 for concept in found for _, strength in concept.tokens)


def test_an_english_word_is_met_by_its_swedish_translation() -> None:
    english = {token for concept in concepts("deficit", "en") for token, _ in concept.tokens}
    swedish = {token for concept in concepts("underskott", "sv") for token, _ in concept.tokens}
    assert english & swedish


def test_a_translation_of_several_words_is_not_met_by_its_little_words() -> None:
    strengths = {token for concept in concepts("the care board", "en") for token, _ in concept.tokens}
    assert "vård" in strengths
    assert "och" not in strengths


def test_a_little_word_of_a_phrase_is_no_token_and_a_time_leaves_no_verb_behind() -> None:
    strengths = {token for concept in concepts("per inhabitant", "en") for token, _ in concept.tokens}
    assert "per" not in strengths
    assert words("Which matters were taken in            ?", "en") == ["matters"]
