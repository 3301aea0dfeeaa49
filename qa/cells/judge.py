"""Is the cell of a table a better answer than the sentence that reads best?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from indexer.model import Form
from qa.cells.find import Found, find, ranks
from qa.cells.words import wanted_words
from qa.query import Query
from qa.read.matching import coverage
from qa.read.readings import Reading
from qa.read.tabular import is_value
from qa.refuse.mismatch import in_another_voice
from qa.refuse.premise import Bearing, bearing
from qa.refuse.rules import only_part

_MORE: Final = 0.1  # share of the question that the cell must meet beyond what the sentence does


def cells_for(query: Query, readings: Sequence[Reading], *, answered: bool) -> Found | None:
    """The cells that answer, None where there are none or the best reading does so as well.

    readings: best first, at least one. answered: the best reading would answer by itself.
    """
    if query.attributes or query.sections:
        return None
    found = find(query, readings)
    if found is None or _is_beside(query, found, readings):
        return None
    best = readings[0]
    if not answered or best.passage.candidate.paragraph.form is Form.TABLE or found.shape in {"top", "series"}:
        return found
    if found.shape == "moved":
        return found if bearing(query, best) not in {Bearing.CONFIRMS, Bearing.CONTRADICTS} else None
    if _names_time_alone(query, found, best):
        return found
    met = coverage(wanted_words(query), best.passage.tokens | best.passage.context_tokens)
    return found if found.met > met + _MORE else None


def only_rows(query: Query, best: Reading) -> bool:
    """Is it asked which is the highest, and the best reading but one row of values, that does not tell?"""
    table = best.passage.candidate.paragraph.form is Form.TABLE
    return table and ranks(query) and any(map(is_value, best.passage.columns[1][1:]))


def _names_time_alone(query: Query, found: Found, best: Reading) -> bool:
    """Does the cell's head name the time that is asked for, and the sentence none that touches it?"""
    own = found.cells[0][1].period
    if own is None or not any(asked.same(own) for asked in query.periods):
        return False
    return not any(asked.overlaps(stated) for asked in query.periods for stated in best.passage.periods)


def _is_beside(query: Query, found: Found, readings: Sequence[Reading]) -> bool:
    """Is the table of a part of the time asked about, or another's word? That it names the things asked is known."""
    if found.shape == "top":
        return False  # its rows are not what the question names
    here = [one for one in readings if one.passage is found.cells[0][0].passage]
    return any(only_part(query, one) is not None or in_another_voice(query, one) for one in here)
