"""How well a text meets the concepts of a question."""

from __future__ import annotations

from qa.query import Concept, Query, Wants
from qa.read.matching import coverage, token_set, weigh
from qa.understand.question import understand


def test_coverage_runs_from_nothing_to_all() -> None:
    weighed = weigh(understand("Hur sköts lyktorna i parken?"))
    assert coverage(weighed, token_set("Bassängen är varm.")) == 0
    assert coverage(weighed, token_set("Lyktorna i parken sköts väl.")) == 1


def test_a_question_about_nothing_is_covered_by_nothing() -> None:
    assert coverage((), token_set("Lyktor.")) == 0


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    weights = {item.concept.word: item.weight for item in weigh(understand("kommunen har ridklubbar"))}
    assert weights["ridklubbar"] > weights["kommunen"]


def test_a_concept_is_met_by_its_strongest_token() -> None:
    (item,) = weigh(Query("?", "sv", Wants.TEXT, (Concept("x", (("a", 0.4), ("b", 0.9))),)))
    assert item.met_by(frozenset({"a", "b"})) == 0.9
    assert item.met_by(frozenset({"c"})) == 0


def test_a_concept_without_tokens_is_left_out() -> None:
    assert weigh(Query("?", "sv", Wants.TEXT, (Concept("x", ()),))) == ()
