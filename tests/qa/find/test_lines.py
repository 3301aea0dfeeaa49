"""Lines that nothing finds are laid behind the best of what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qa.find.lines import lay_beside
from qa.find.retrieve import Candidate

Make = Callable[..., Candidate]


def found(candidate: Make, count: int) -> list[Candidate]:
    return [
        replace(candidate(f"Mening {place}.", number=place), score=float(-place), words=1.0) for place in range(count)
    ]


def test_a_line_that_was_not_found_stands_behind_the_best_and_counts_as_the_faintest(candidate: Make) -> None:
    best, line = found(candidate, 40), candidate("Handläggare: Eva Ek", number=50).paragraph
    laid = lay_beside(best, [(best[0], [line])])
    assert [one.paragraph.id for one in laid] == [*(one.paragraph.id for one in best[:30]), line.id,
                                                  *(one.paragraph.id for one in best[30:])]  # fmt: skip
    assert (laid[30].score, laid[30].words, laid[30].meaning) == (-39.0, 0.0, 0.0)


def test_what_was_found_is_moved_as_it_was_found_and_the_best_stays_where_it_is(candidate: Make) -> None:
    best = found(candidate, 40)
    laid = lay_beside(best, [(best[0], [best[2].paragraph, best[35].paragraph])])
    assert laid == [*best[:30], best[35], *best[30:35], *best[36:]]


def test_nothing_is_laid_beside_nothing() -> None:
    assert lay_beside([], []) == []
