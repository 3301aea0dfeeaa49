from __future__ import annotations

import pytest

from indexer.language.words import background_idf, english_frequency, every_word, frequency, head_frequency, known


@pytest.mark.parametrize("word", ["och", "förvaltningen", "socialsekreterare", "Underskottet", "in"])
def test_common_swedish_words_are_known_in_any_case(word: str) -> None:
    assert known(word)


@pytest.mark.parametrize("word", ["the", "forvaltningen", "qxz", ""])
def test_english_damaged_and_invented_words_are_not_known(word: str) -> None:
    assert not known(word)


def test_frequencies_rank_words_and_never_vanish() -> None:
    assert frequency("och") > frequency("underskott") > frequency("qxz") > 0


def test_english_words_have_frequencies_of_their_own() -> None:
    assert english_frequency("the") > 0.01 > english_frequency("och")


def test_beginnings_of_compounds_are_told_from_other_letters() -> None:
    assert head_frequency("verksamhets") > 0
    assert head_frequency("qxz") == 0


def test_the_list_starts_with_the_commonest_words() -> None:
    assert {"i", "och", "att"} <= set(every_word()[:20])


def test_telling_tokens_weigh_more_than_common_ones() -> None:
    assert background_idf("och") < background_idf("underskot") < background_idf("qxz")
