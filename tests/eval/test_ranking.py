"""Ranks and nDCG by locator."""

from __future__ import annotations

import math

import pytest

from eval.golden import Case
from eval.ranking import ranked, searchable

CASE = Case(
    id="1", group="1", language="sv", kind="k", question="?", history=(), answerable=True, answer="", documents=("a",),
    locators=("ett", "två"), cells=(), accept=(("b", 2),), must=("ja",), must_not=(), must_alt=(),
)  # fmt: skip


def hits(*texts: str) -> list[dict[str, object]]:
    return [{"document": "a", "text": text, "page": 1, "score": 1.0} for text in texts]


def test_the_first_rank_is_that_of_any_place() -> None:
    assert ranked(CASE, hits("x", "två", "ett"))["rank"] == 2
    assert ranked(CASE, hits("x", "y"))["rank"] is None
    assert ranked(CASE, hits(*["x"] * 20, "ett"))["rank"] is None


def test_an_accepted_page_counts_only_with_every_must() -> None:
    assert ranked(CASE, [{"document": "b", "page": 2, "text": "ja"}])["rank"] == 1
    assert ranked(CASE, [{"document": "b", "page": 2, "text": "nej"}])["rank"] is None


def test_ndcg_is_one_for_the_best_order_and_repeats_are_worth_nothing() -> None:
    best = 1 + 1 / math.log2(3)
    assert ranked(CASE, hits("ett", "två"))["ndcg@10"] == pytest.approx(1.0)
    assert ranked(CASE, hits("ett", "ett", "två"))["ndcg@10"] == pytest.approx((1 + 0.5) / best, abs=1e-5)
    assert ranked(CASE, hits("x", "ett"))["ndcg@10"] == pytest.approx(1 / math.log2(3) / best, abs=1e-5)
    assert ranked(CASE, hits("ett två"))["ndcg@10"] == 1.0
    assert ranked(CASE, hits(*["x"] * 10, "ett"))["ndcg@10"] == 0.0


def test_hits_are_kept_in_short() -> None:
    (hit,) = ranked(CASE, hits("ett " * 200))["hits"]
    assert hit["right"] is True and len(hit["text"]) == 300


def test_what_needs_an_earlier_turn_or_names_no_place_is_not_searched() -> None:
    assert searchable(CASE)
    assert not searchable(Case(**{**CASE.__dict__, "history": ("x",)}))
    assert not searchable(Case(**{**CASE.__dict__, "answerable": False}))
    assert not searchable(Case(**{**CASE.__dict__, "locators": (), "accept": ()}))
