from __future__ import annotations

from indexer.language.contexts import fits


def test_a_telling_neighbour_speaks_for_its_word_only() -> None:
    assert fits("år", "2016", "") > 0
    assert fits("är", "2016", "") == 0


def test_unknown_words_and_neighbours_say_nothing() -> None:
    assert fits("qxz", "det", "som") == 0
    assert fits("är", "qxz", "qxz") == 0
