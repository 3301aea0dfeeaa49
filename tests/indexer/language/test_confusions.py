from __future__ import annotations

import time

from indexer.language.confusions import readings


def test_the_word_itself_is_always_among_its_readings() -> None:
    for seen in ("pa", "qxzq", "nämnden", "16sning"):
        assert seen in {word for word, _ in readings(seen)}


def test_readings_fall_in_likelihood() -> None:
    scores = [score for _, score in readings("for")]
    assert scores == sorted(scores, reverse=True)


def test_a_compound_outside_the_list_is_read_from_its_parts() -> None:
    assert readings("nattpatrullférdelning")[0][0] == "nattpatrullfördelning"


def test_a_sound_letter_is_never_taken_away() -> None:
    assert all("å" in word for word, _ in readings("år"))


def test_a_long_word_of_confusable_letters_does_not_run_away() -> None:
    start = time.process_time()
    assert readings("didididididdidididid")
    assert readings("é4&6" * 10)
    assert readings("éd" * 5_000)
    assert time.process_time() - start < 8
