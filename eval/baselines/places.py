"""Golden set -> for each engine, how far down the first piece stands that holds the place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from eval.baselines.engine import Found
from eval.golden import Case
from eval.intervals import share
from eval.places import covers_locator
from eval.ranking import searchable
from eval.retrieval.metrics import Mean, mean

DEPTHS: Final = (1, 4, 5, 20)
"""4 is what the tutorials hand to the language model."""


@dataclass(frozen=True)
class FirstRight:
    """The rank (from 1) of the first piece that holds a locator of the case, verbatim but for white space."""

    cases: Sequence[Case]

    def __call__(self, number: int, found: list[Found]) -> int | None:
        case = self.cases[number]
        pieces = ({"document": piece.document, "text": piece.text} for piece in found)
        return next((rank for rank, piece in enumerate(pieces, start=1) if covers_locator(case, piece)), None)


def with_place(cases: Sequence[Case]) -> list[Case]:
    """The cases that every engine can be asked: those that `eval run` searches for, where the place is a text."""
    return [case for case in cases if searchable(case) and case.locators]


def by_language(cases: Sequence[Case], ranks: Sequence[int | None]) -> dict[str, dict[str, Mean]]:
    """Language -> metric -> mean with interval."""
    languages = sorted({case.language for case in cases}, reverse=True)
    return {
        language: _metrics([rank for case, rank in zip(cases, ranks, strict=True) if case.language == language])
        for language in languages
    }


def _metrics(ranks: Sequence[int | None]) -> dict[str, Mean]:
    found = {f"recall@{depth}": _share(rank is not None and rank <= depth for rank in ranks) for depth in DEPTHS}
    return found | {"mrr": mean([1 / rank if rank else 0.0 for rank in ranks])}


def _share(flags: Iterable[bool]) -> Mean:
    counted = share(flags)
    return Mean(counted.value, *counted.interval, counted.total)
