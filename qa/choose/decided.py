"""What was decided: the decision of the § on the matter, before what was applied for, moved or proposed there."""

from __future__ import annotations

import re
from typing import Final

from indexer.model import Role
from qa.choose.matter import Matters, decides, place_of
from qa.query import FIGURES, Query, Wants
from qa.read.features import INDEX
from qa.read.matching import coverage, weigh
from qa.read.outcomes import asked_outcome, outcome
from qa.read.readings import Reading, take_first

_ON_IT: Final = {"sv": 0.55, "en": 0.4}  # share of the matter that the § of the decision must name
_SOME: Final = 0.25  # what the § must name that reads best itself
_AGAIN: Final = 0.6  # share of a proposal's words that the decision on it says again
_MUCH_MORE: Final = 0.25  # by so much more another § must name of it, where the best one names some
_IN_THE_END: Final = re.compile(
    r"\b(till slut|slutligen|i slutändan|vann|blev|beslut\w*|bestäm\w*|bevilja\w*|fick|in the end|finally"
    r"|eventually|won|decid\w+|decision|granted|became)\b",
    re.IGNORECASE,
)
_MOVED: Final = re.compile(r"\b(yrka\w*|föresl\w+|förslag till beslut|ansök\w*|ansöker|sökt|äska\w*)\b", re.IGNORECASE)
_BEGGED: Final = re.compile(r"\b(?:motion\w*|medborgarförslag\w*|begärt?)\b", re.IGNORECASE)
_WHAT_BECAME: Final = re.compile(
    r"\b(vad (blev|har det blivit|blir) (det )?av|vad (hände|har hänt) med|hur (gick|gått|har det gått|gick det)"
    r"( det)? (med|för)|what (became|has become|came) of|what happened (to|with))\b",
    re.IGNORECASE,
)
_SAID: Final = re.compile(
    r"\b(?:sa|sade|svarade|tyckte|did)\b[^?]*?\b\w*(?:nämnd|fullmäktige|utskott|styrelse|board|committee|council)\w*"
    r"(?![^?]*\b(?:enligt|according)\b)",
    re.IGNORECASE,
)
_CLOSES: Final = re.compile(
    r"\b(avsluta(t|d|de|s|des)?|fullgjo\w+|slutför\w*|anses? (därmed )?(besvara|avsluta|slutför)\w*)\b", re.IGNORECASE
)
_TASK: Final = re.compile(r"\b(uppdrag\w*|assignments?|task|commission)\b", re.IGNORECASE)
_MOMENTS: Final = frozenset({"day", "month"})


def decision_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """The decision on the matter, where what reads best is none, or one of another § or meeting."""
    if not _calls_for_a_decision(query, readings[0]):
        return readings
    matters = Matters(query, readings)
    if not matters.known:
        return readings
    if (told := _told_of_then(query, matters, readings)) is not None:
        return take_first(told, readings)
    best = readings[0]
    mine = matters.share(place_of(best)) if at_the_meeting(query, best) else 0.0
    stands = decides(best) and mine >= _ON_IT[query.language]
    least = mine + _MUCH_MORE if stands else max(mine, _ON_IT[query.language])
    taken = [
        one
        for one in readings
        if decides(one)
        and matters.share(place_of(one)) >= least - 1e-6
        and at_the_meeting(query, one)
        and gives_the_type(query, one)
    ]
    if best.passage.candidate.paragraph.role is Role.PROPOSAL:
        adopts = [one for one in readings if decides(one) and _adopts(one, best) and at_the_meeting(query, one)]
        own = [one for one in taken if coverage(weigh(query), one.passage.tokens) >= _SOME]
        taken = adopts or (own if asks_in_the_end(query) else taken)
    if not taken and query.wants is Wants.DECISION:
        taken = [one for one in readings if decides(one) and _takes_up(query, matters, one, best)]
    if not taken:
        return readings
    same = [one for one in taken if place_of(one) == place_of(best)]
    if same and not decides(best) and not best.passage.candidate.paragraph.place.section:
        same = _next_to(best, same)
    return take_first(max(same or taken, key=lambda one: _rank(query, matters, one)), readings)


def _next_to(best: Reading, decided: list[Reading]) -> list[Reading]:
    """Of the decisions that a document without §§ tells, the next one below what reads best, else the last above."""

    def below(one: Reading) -> int:
        return one.passage.candidate.paragraph.place.number - best.passage.candidate.paragraph.place.number

    nearest = min((below(one) for one in decided), key=lambda distance: (distance < 0, abs(distance)))
    return [one for one in decided if below(one) == nearest]


def _told_of_then(query: Query, matters: Matters, readings: list[Reading]) -> Reading | None:
    """What a paper of a later meeting tells of the decision of the day or month that is asked about."""
    asked = [period for period in query.periods if period.precision in _MOMENTS and not period.yearless]
    if query.wants is not Wants.DECISION or not asked or at_the_meeting(query, readings[0]):
        return None
    return next(
        (
            one
            for one in readings
            if any(mine.overlaps(other) for mine in asked for other in one.passage.periods if other.precision != "year")
            and outcome(one.passage.text) is not None
            and matters.share(place_of(one)) >= _ON_IT[query.language]
        ),
        None,
    )


def _adopts(one: Reading, proposal: Reading) -> bool:
    """Is it what became of the proposal: most of its words again?"""
    return len(one.passage.tokens & proposal.passage.tokens) >= _AGAIN * len(proposal.passage.tokens)


def _takes_up(query: Query, matters: Matters, one: Reading, best: Reading) -> bool:
    """Is it the decision of the very § that reads best, where that is of the meeting and names some of the matter?"""
    here = place_of(one) == place_of(best) and bool(place_of(best)[1])
    return here and matters.share(place_of(best)) >= _SOME and at_the_meeting(query, one)


def _rank(query: Query, matters: Matters, one: Reading) -> tuple[float, ...]:
    """Most of the matter first; of one §, what says what the question is about: how a task ended, an outcome."""
    text = one.passage.text
    closes = what_became(query) and _CLOSES.search(text) is not None and _TASK.search(query.question) is not None
    fate = what_became(query) or (query.yes_no and asked_outcome(query.question) is None)
    settles = (fate or asked_outcome(query.question) is not None) and outcome(text) is not None
    own = coverage(weigh(query), one.passage.tokens | one.passage.context_tokens)  # said by itself or its headings
    share = matters.share(place_of(one))
    if fate:
        return round(share, 1), float(closes or settles), round(own, 1), one.score
    return round(share + own, 1), float(closes), float(settles), one.score


def _calls_for_a_decision(query: Query, best: Reading) -> bool:
    if query.wants is Wants.DECISION:
        return True
    if asks_in_the_end(query):
        proposed = best.passage.candidate.paragraph.role is Role.PROPOSAL
        return not decides(best) and (proposed or _MOVED.search(best.passage.text) is not None)
    if not query.yes_no:
        return False
    return _asks_of_a_decision(query) or (not decides(best) and _BEGGED.search(best.passage.text) is not None)


def _asks_of_a_decision(query: Query) -> bool:
    return asked_outcome(query.question) is not None or _SAID.search(query.question) is not None


def asks_in_the_end(query: Query) -> bool:
    """Is a sum, a date, a time asked for that was settled by a decision?"""
    typed = query.wants in FIGURES | {Wants.DATE, Wants.DURATION}
    return typed and _IN_THE_END.search(query.question) is not None


def gives_the_type(query: Query, one: Reading) -> bool:
    """Does the decision give what is wanted: the sum, the date …?"""
    return query.wants is Wants.DECISION or query.yes_no or not one.vector[INDEX["lacks wanted type"]]


def at_the_meeting(query: Query, one: Reading) -> bool:
    """Is it of the day or month that the question names? Any is, where that is the time of what was dealt with."""
    asked = [period for period in query.periods if period.precision in _MOMENTS]
    if not asked or dates_the_matter(query):
        return True
    date = one.passage.candidate.document.date or ""
    there = (*one.passage.periods, *one.passage.context_periods)
    return any(mine.overlaps(other) for mine in asked for other in there if other.precision != "year") or any(
        mine.yearless and date[4:7] == mine.start[1:4] for mine in asked
    )


def what_became(query: Query) -> bool:
    """Is it asked what became of something?"""
    return _WHAT_BECAME.search(query.question) is not None


def dates_the_matter(query: Query) -> bool:
    """Does a time in the question say when the thing arose ("uppdraget som gavs i november"), not the decision?"""
    return any(_ARISEN.search(query.question[: period.begin]) is not None for period in query.periods)


_ARISEN: Final = re.compile(
    r"\b(uppdrag|förslag|motion|skrivelse|initiativ|interpellation|begäran|ansökan|beslut|anmälan|plan|assignment|proposal"
    r"|letter|request|application|initiative|decision|task)\w*\b[^?,]*?"
    r"\b(som|från|given|gavs|gav|gett|lämnad\w*|väckt\w*|antag\w+|that|which|from|made|submitted|raised|given|gave|adopted"
    r"|handed in|put forward)\b[^?,]*$",
    re.IGNORECASE,
)
