"""The thesaurus that ships: groups of words for one thing."""

from __future__ import annotations

from indexer.language.function_words import SWEDISH
from indexer.language.thesaurus import groups


def test_each_group_holds_different_words_and_none_that_only_joins() -> None:
    assert len(groups()) > 2000
    for group in groups():
        assert len(set(group)) == len(group) > 1
        assert not SWEDISH.intersection(group)


def test_no_group_is_there_twice() -> None:
    sets = [frozenset(group) for group in groups()]
    assert len(set(sets)) == len(sets)


def test_phrases_are_read_with_blanks() -> None:
    assert any({"särskilt boende", "äldreboende"} <= set(group) for group in groups())
