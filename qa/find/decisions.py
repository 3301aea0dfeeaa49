"""The decision of a § that was found: it seldom says what it decides on ("Ärendet bordläggs"), so nothing finds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from indexer.library import Library
from indexer.model import Form, Role
from qa.find.retrieve import Candidate
from qa.query import Query, Wants

_SECTIONS: Final = 5  # §§ of the best candidates whose decisions are fetched
_AROUND: Final = 60  # paragraphs before and after one of a § among which its decision is looked for
_NEAR: Final = 12  # likewise in a document without §§, which may tell of several matters
_BEHIND: Final = 0.5  # how far the decision stands behind the paragraph that led to it


def with_decisions(query: Query, candidates: Sequence[Candidate], library: Library) -> list[Candidate]:
    """The candidates with the decisions of the best §§ that were not found themselves, each behind one of its §."""
    if query.wants is not Wants.DECISION and not query.yes_no:
        return list(candidates)
    return list(_with_decisions(candidates, library))


def _with_decisions(candidates: Sequence[Candidate], library: Library) -> Iterator[Candidate]:
    known = {one.paragraph.id for one in candidates}
    sections: set[tuple[str, str]] = set()
    for one in candidates:
        yield one
        place = (one.document.id, one.paragraph.place.section or "")
        if place in sections or len(sections) >= _SECTIONS:
            continue
        sections.add(place)
        around = _AROUND if place[1] else _NEAR
        for other in library.neighbours(one.paragraph.id, around, around):
            own = other.place.section == one.paragraph.place.section and other.role is Role.DECISION
            if own and other.id not in known and other.form is not Form.HEADING:
                yield replace(one, paragraph=other, score=one.score - _BEHIND)
