"""Lines that say little of what they belong to are not found by its words: they are laid beside what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from indexer.model import Paragraph
from qa.find.retrieve import Candidate

_AFTER: Final = 30  # candidates that are read before the lines


def lay_beside(candidates: list[Candidate], lines: Iterable[tuple[Candidate, Sequence[Paragraph]]]) -> list[Candidate]:
    """The candidates with the lines behind the best of them; what was found already stays as it was found.

    lines: a candidate of the document or §, and its lines. Those that were not found count as the faintest candidate.
    """
    known = {one.paragraph.id: one for one in candidates}
    least = min((one.score for one in candidates), default=0.0)
    first = candidates[:_AFTER]
    early = {one.paragraph.id for one in first}
    laid = [
        known.get(line.id) or replace(best, paragraph=line, score=least, words=0.0, meaning=0.0)
        for best, told in lines
        for line in told
        if line.id not in early
    ]
    moved = {one.paragraph.id for one in laid}
    return [*first, *laid, *(one for one in candidates[_AFTER:] if one.paragraph.id not in moved)]
