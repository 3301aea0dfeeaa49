"""What needs no weighing: a recorded act, vote or decision of the very § that names what is asked about."""

from __future__ import annotations

from typing import Final

from qa.choose.decided import asks_in_the_end, at_the_meeting, gives_the_type
from qa.choose.doers import elected_after, how_much_it_says, names_doer
from qa.choose.doings import asked_doing
from qa.choose.matter import Matters, decides, place_of
from qa.choose.posts import tells_post
from qa.choose.proposed import tells_proposal
from qa.choose.tally import tells_tally
from qa.choose.voices import tells_view
from qa.query import Query, Wants
from qa.read.outcomes import asked_outcome, outcome
from qa.read.readings import Reading
from qa.refuse.acted import acted_otherwise
from qa.refuse.premise import Bearing, bearing
from qa.refuse.rules import by_another_body

_ON_IT: Final = {"sv": 0.6, "en": 0.4}  # share of the matter that the § must name; translations are loose
_SAYS: Final = {"sv": 0.2, "en": 0.1}  # share of the question that the sentence about who did it must meet


def settled(query: Query, readings: list[Reading]) -> bool:
    """Does the best reading stand in a § on the matter, and record there what the question asks for?"""
    best = readings[0]
    if tells_post(query, readings) or tells_view(query, readings) or elected_after(query, best):
        return True
    if tells_proposal(query, readings):
        return True
    recorded = tells_tally(query, best) or acted_otherwise(query, best)
    if not (recorded or _tells_doer(query, readings) or _tells_decision(query, best)):
        return False
    matters = Matters(query, readings)
    return matters.known and matters.share(place_of(best)) >= _ON_IT[query.language]


def _tells_doer(query: Query, readings: list[Reading]) -> bool:
    done = asked_doing(query)
    if done is None:
        return False
    return (
        names_doer(query, readings[0], done, readings)
        and how_much_it_says(query, readings[0], readings) >= _SAYS[query.language]
    )


def _of_another_year(query: Query, best: Reading) -> bool:
    """Does the question name a year that neither the decision nor its document and headings are of?"""
    asked = [period for period in query.periods if not period.yearless and period.precision != "time"]
    there = (*best.passage.periods, *best.passage.context_periods)
    return bool(asked) and not any(mine.overlaps(other) for mine in asked for other in there)


def _tells_decision(query: Query, best: Reading) -> bool:
    if (
        not decides(best)
        or not at_the_meeting(query, best)
        or by_another_body(query, best)
        or _of_another_year(query, best)
    ):
        return False
    if query.wants is Wants.DECISION or (asks_in_the_end(query) and gives_the_type(query, best)):
        return True
    if query.wants is Wants.REASON:
        return bearing(query, best) is Bearing.CONTRADICTS
    return query.yes_no and asked_outcome(query.question) is not None and outcome(best.passage.text) is not None
