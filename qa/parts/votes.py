"""By how many votes something was carried or lost: the yes and the no of the vote on the matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indexer.model import Form
from qa.choose.matter import Matters, place_of
from qa.compute import Worked
from qa.compute.operands import Operand
from qa.compute.plan import Operation, Plan
from qa.compute.stated import asks_margin
from qa.parts.answers import figures_of
from qa.query import Query
from qa.read.matching import coverage, weigh
from qa.read.readings import Reading

_YES: Final = re.compile(r"\bja\b|\bja-?röst|\bbifall", re.IGNORECASE)
_NO: Final = re.compile(r"\bnej\b|\bnej-?röst|\bavslag", re.IGNORECASE)
_AGAINST: Final = re.compile(r"\s?(?:röster\s)?mot\s", re.IGNORECASE)
_VOTING: Final = re.compile(
    r"röst|vote|marginal|margin|majori|bif[aö]ll|avslog|föll|carried|defeated|passed", re.IGNORECASE
)
_ON_IT: Final = {"sv": 0.5, "en": 0.35}  # share of the matter that the § of the vote must name


def margin(query: Query, readings: Sequence[Reading]) -> Worked | None:
    """How many more votes the one side had, None where that is not asked or no vote on the matter is stated."""
    if not asks_margin(query):
        return None
    counted = [(one, sides) for one in readings if (sides := _sides(one))]
    matters = Matters(query, list(readings))
    on_it = [pair for pair in counted if _on_it(query, matters, pair[0])]
    if not on_it:
        return None
    best = max(on_it, key=lambda pair: (matters.share(place_of(pair[0])), pair[1][0].row is None, pair[0].score))
    return Worked(Plan(Operation.DIFFERENCE), best[1])


def _on_it(query: Query, matters: Matters, reading: Reading) -> bool:
    """Is the matter named by the § of the vote, or by the sentence itself?"""
    needed = _ON_IT[query.language]
    about = [item for item in weigh(query) if not _VOTING.search(item.concept.word)]
    return matters.share(place_of(reading)) >= needed or coverage(about, reading.passage.tokens) >= needed


def _sides(reading: Reading) -> tuple[Operand, ...]:
    """The yes and the no, the greater first; () where there is not one of each."""
    held = [one for one in figures_of(reading) if one.figure.number.dimension in {"count", "plain"}]
    table = reading.passage.candidate.paragraph.form is Form.TABLE
    yes = [one for one in held if _says(_YES, _NO, one, table)]
    no = [one for one in held if _says(_NO, _YES, one, table)]
    found = [*yes, *no] if len(yes) == len(no) == 1 else _opposed(reading, held)
    if len(found) != 2 or found[0].value == found[1].value:
        return ()
    return tuple(sorted(found, key=lambda one: -one.value))


def _says(side: re.Pattern[str], other: re.Pattern[str], one: Operand, table: bool) -> bool:
    """Does its head, its unit, or else its clause, name that side?"""
    words = one.passage.columns[0][one.column or 0] if table else one.figure.number.unit
    if not table and not side.search(words) and not other.search(words):
        words = one.clause
    return side.search(words) is not None and other.search(words) is None


def _opposed(reading: Reading, held: Sequence[Operand]) -> list[Operand]:
    """ "Elva röster mot två"."""
    if len(held) != 2 or "röst" not in held[0].figure.number.unit.lower():
        return []
    text = reading.passage.candidate.paragraph.text
    between = text[held[0].figure.number.end : held[1].figure.number.start]
    return list(held) if _AGAINST.fullmatch(between) else []
