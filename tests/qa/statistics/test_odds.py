"""How likely a reading of a table is right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.statistics.catalogue import Family, Measure
from qa.statistics.match import Match
from qa.statistics.odds import LIKELY, NAMES, likely, vector
from qa.statistics.question import Asked, ask

_COST = Measure("Kostnad", ("kostnad",), "tkr", ())
_TABLE = Family((), (), (_COST,), (), ())


def _match(asked: Asked, unmet: tuple[str, ...] = (), family: Family = _TABLE, score: float = 1.4) -> Match:
    left = tuple(term for term in asked.terms if term.text in unmet)
    return Match(family, family.measures[0], (), {}, score, 1.0 - 0.3 * len(left), 1.2, left, chief=frozenset({0}))


ASKED = ask("Vilken kostnad för isrinken redovisade Vitsand?", "sv")


def test_every_value_has_a_name() -> None:
    match = _match(ASKED)
    assert len(vector(ASKED, match, [match])) == len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("unmet", [("isrinken",), ("Vitsand",), ("isrinken", "Vitsand")])
def test_what_nothing_meets_speaks_against_a_reading(unmet: tuple[str, ...]) -> None:
    whole, lacking = _match(ASKED), _match(ASKED, unmet)
    assert 0 < likely(ASKED, lacking, [lacking]) < likely(ASKED, whole, [whole]) < 1


def test_another_table_that_reads_as_well_speaks_against_it() -> None:
    match = _match(ASKED)
    other = replace(match, family=replace(_TABLE, title=("annat",)))
    assert likely(ASKED, match, [match, other]) < likely(ASKED, match, [match])


def test_a_reading_that_explains_all_is_likely_and_one_that_explains_half_is_not() -> None:
    whole, half = _match(ASKED), _match(ASKED, ("isrinken", "Vitsand"))
    assert likely(ASKED, half, [half]) < LIKELY <= likely(ASKED, whole, [whole])


def test_numbers_in_words_are_weighed_as_numbers() -> None:
    asked = ask("Hur många av två anställda slutade?", "sv")
    match = Match(_TABLE, _COST, (), {}, 1.0, 0.5, 0.0, tuple(term for term in asked.terms if term.text != "anställda"))
    weighed = dict(zip(NAMES, vector(asked, match, [match]), strict=True))
    assert weighed["numbers unmet"] == 1
