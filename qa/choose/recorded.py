"""What minutes record of a matter that was found: its decision, who voted, reserved or moved, who handed something in.

Such lines say little of the matter itself ("Motionen avslås"), so they are not found by its words. They are laid beside
the paragraphs that were found, for the §§ that were found first.
"""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import persons
from indexer.library import Library
from indexer.model import Paragraph, Role
from qa.choose.doings import asked_doing
from qa.choose.prefer import asked_act
from qa.find.lines import lay_beside
from qa.find.retrieve import Candidate
from qa.query import Query, Wants
from qa.read.outcomes import outcome
from qa.refuse.premise import presumed_outcome

_SECTIONS: Final = 3
_LINES: Final = 6  # of each
_LONGEST: Final = 400  # characters of such a line


def with_records(query: Query, candidates: list[Candidate], library: Library) -> list[Candidate]:
    """The candidates, with the lines of the best §§ that record the act or decision that is asked about."""
    done = (asked_doing(query) or asked_act(query)) if query.wants in {Wants.PERSON, Wants.PARTY} else None
    decided = (query.yes_no or query.wants is Wants.REASON) and presumed_outcome(query) is not None
    if done is None and not decided:
        return candidates
    return lay_beside(candidates, ((best, _recorded(best, done, library)) for best in _sections(candidates)))


def _recorded(best: Candidate, done: re.Pattern[str] | None, library: Library) -> list[Paragraph]:
    """The lines of the candidate's § that record it."""
    there = (p for p in library.paragraphs(best.document.id) if p.place.section == best.paragraph.place.section)
    return [one for one in there if _records(one, done)][:_LINES]


def _sections(candidates: list[Candidate]) -> list[Candidate]:
    """The best candidate of each of the first §§, the § whose best paragraphs together are best first."""
    sections: dict[tuple[str, str], Candidate] = {}
    for one in candidates:
        if one.paragraph.place.section:
            sections.setdefault((one.document.id, one.paragraph.place.section), one)
    return sorted(sections.values(), key=lambda one: one.section_behind)[:_SECTIONS]


def _records(paragraph: Paragraph, done: re.Pattern[str] | None) -> bool:
    """Does it tell who did it, or, where no doing is asked about, what was decided?"""
    if len(paragraph.text) > _LONGEST:
        return False
    if done is None:
        return paragraph.role is Role.DECISION and outcome(paragraph.readable) is not None
    return done.search(paragraph.readable) is not None and bool(persons(paragraph.readable))
