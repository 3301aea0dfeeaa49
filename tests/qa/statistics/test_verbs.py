"""Verbs that join what is counted to where, and verbs that say what is counted."""

from __future__ import annotations

import pytest

from indexer.tables.model import Column, Role
from qa.statistics.catalogue import Family, Measure
from qa.statistics.match import Match
from qa.statistics.question import ask
from qa.statistics.verbs import is_joining


def joins(question: str, language: str) -> bool:
    asked = ask(question, language)
    measure = Measure("Böter", ("böter",), "antal", ((Column(0, 0, ("Böter",), Role.VALUE),),))
    family = Family((), (), (measure,), (), ())
    assert asked.counted is not None
    match = Match(family, measure, (), {}, 1.0, 1.0, 1.0, chief=frozenset({asked.counted}))
    return is_joining(asked, match, asked.terms[asked.counted + 1])


@pytest.mark.parametrize(
    ("question", "language"),
    [("Hur många böter delades ut vid Torget?", "sv"), ("Hur många böter skickades från Torget?", "sv")],
)
def test_a_verb_that_adds_nothing_joins(question: str, language: str) -> None:
    assert joins(question, language)


@pytest.mark.parametrize(
    ("question", "language"),
    [("Hur många böter överklagades vid Torget?", "sv"), ("How many fines early at Torget?", "en")],
)
def test_a_verb_that_says_what_is_counted_does_not(question: str, language: str) -> None:
    assert not joins(question, language)
