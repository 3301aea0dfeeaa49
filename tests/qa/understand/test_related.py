"""Words that stand for one another."""

from __future__ import annotations

from indexer.language.tokens import stem
from qa.understand.related import related


def test_a_word_is_met_by_one_of_its_group_but_less_than_by_itself() -> None:
    found = related(stem("godkänner"))
    assert 0 < found[stem("fastställer")] < 1


def test_an_opposite_is_found_so_that_it_can_contradict() -> None:
    assert related(stem("ökade"))[stem("minskade")] < related(stem("ökade"))[stem("höjdes")]


def test_a_word_is_not_related_to_itself() -> None:
    word = stem("ökade")
    assert word not in related(word)


def test_most_words_are_related_to_nothing() -> None:
    assert related(stem("blyertspenna")) == {}


def test_a_word_of_the_thesaurus_is_met_by_what_papers_write() -> None:
    assert 0 < related(stem("fosterhem"))[stem("familjehem")] < 1
