"""Who drew up, proposed, told something or was elected: the sentence that names somebody with any verb of that act.

Where the names end in a colon ("… föreslår att nämnden beslutar följande:"), what they moved stands in the next item.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from indexer.figures import Person, sentences
from qa.choose.acts import actors
from qa.choose.doings import APPOINTS, asked_doing
from qa.choose.matter import Matters, Where, decides, place_of
from qa.query import Query, Wants
from qa.read.features import INDEX
from qa.read.lead import is_named
from qa.read.matching import coverage, weigh
from qa.read.offices import asked_office
from qa.read.passages import Passage
from qa.read.readings import Reading, take_first
from qa.read.typed import bodies
from qa.understand.cues import ACTS, SUBMITS

_PREPARED: Final = re.compile(
    r"\b(?:ärende\w*|svaret|rapporten|utlåtandet|förslaget)\b[^.]*\b(?:har|är) "
    r"(?:beret[ts]|utarbeta|tagits fram|upprätta)",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"\b(efter|i stället för|istället för|ersätter)\s(\w+\s){0,2}$", re.IGNORECASE)
_ASKS_POLITICIANS: Final = re.compile(
    r"\b(politiker|ledamöter\w*|ledamot\w*|ersättare|members?|politicians?|councillors?)\b", re.IGNORECASE
)
_SEVERAL: Final = 2
_IN_TIME: Final = 0.5
_THE_DECISION: Final = 0.3
_COUNTS: Final = {
    "två": 2, "båda": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6
}  # fmt: skip
_HOW_MANY: Final = re.compile(
    rf"^(?:vilka|which|what|who)\s(?:were the\s|are the\s)?({'|'.join(_COUNTS)})\b", re.IGNORECASE
)
_ENDS_OPEN: Final = re.compile(r":\s*$")
_MOVES: Final = re.compile(r"\b(yrkar|yrkade|reserverar sig|reserverade sig|röstar|röstade)\b", re.IGNORECASE)
_MATTERED: Final = re.compile(
    r"\b(för|emot|mot|against|for|favou?r\w*|besl\w+|stöd\w*|support\w*|instäm\w*|agree\w*|oppos\w*|avstod|abstain\w*"
    r"|argu\w+|tyck\w+|ans[eå]\w+|want\w*|vill\w*)\b",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(
    r"\b[\w-]*(?:avdelningen|enheten|funktionen|gruppen|teamet|kansliet|staben|rådet)\b", re.IGNORECASE
)
"""Parts of an organisation that may have done it."""
_ON_IT: Final = {"sv": 0.5, "en": 0.35}  # share of the matter that the § must name; translations are loose


def doer_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """The sentence that names who did it, of the § that names most of the matter; the one nearest to what is asked."""
    done = asked_doing(query)
    if done is None:
        return readings
    matters = Matters(query, readings)
    after = _after(readings)
    told = [one for one in readings if _names_doer(query, one, done, after)]
    on_it = [
        one
        for one in told
        if (matters.known and matters.share(place_of(one)) >= _ON_IT[query.language]) or elected_after(query, one)
    ]
    if not on_it:
        return readings
    best = max(
        on_it,
        key=lambda one: (
            _as_many(query, one),
            _of_the_matter(one) + _says(query, one, after) + matters.share(place_of(one)) + _clearly(one, done),
            one.score,
        ),
    )
    return take_first(best, readings)


def _as_many(query: Query, one: Reading) -> bool:
    """Does it name as many persons as the question asks for ("vilka tre")?"""
    asked = _HOW_MANY.match(query.question)
    return asked is not None and len(actors(one.passage)) == _COUNTS[asked[1].lower()]


def _clearly(one: Reading, done: re.Pattern[str]) -> float:
    """What speaks for it beside its words: the time asked for; that it is the very decision that elects."""
    in_time = bool(one.vector[INDEX["period in sentence"]])
    return _IN_TIME * in_time + _THE_DECISION * (done is APPOINTS and decides(one))


def names_doer(query: Query, one: Reading, done: re.Pattern[str], readings: list[Reading]) -> bool:
    """Does the reading, one of those given, name somebody and the doing?"""
    return _names_doer(query, one, done, _after(readings))


def how_much_it_says(query: Query, one: Reading, readings: list[Reading]) -> float:
    """The share of the question, 0..1, that the reading meets, with what follows its colon."""
    return max(_says(query, one, _after(readings)), _of_the_matter(one))


def _names_doer(query: Query, one: Reading, done: re.Pattern[str], after: dict[Where, Reading]) -> bool:
    """Does the sentence name somebody and, itself or in what follows its colon, the doing?"""
    passage = one.passage
    if decides(one) and done is not APPOINTS:
        return False  # what a body decided is nobody's wish or draft
    if not _names_somebody(query, passage, done):
        return False
    opened = _opened(one, after)
    return done.search(passage.text) is not None or (
        opened is not None and done.search(opened.passage.text) is not None
    )


def _names_somebody(query: Query, passage: Passage, done: re.Pattern[str]) -> bool:
    """Somebody new, where one is elected; a person, where politicians are asked for; else a body or unit too."""
    found = actors(passage)
    if done is APPOINTS or _ASKS_POLITICIANS.search(query.question):
        return any(not is_named(query, person) for person in found)
    return bool(found or bodies(query, passage) or _UNIT.search(passage.text))


def appointed(query: Query, passage: Passage) -> list[Person]:
    """Those whom the passage says to be elected or appointed, where that is asked: not whom they come after."""
    if asked_doing(query) is not APPOINTS or not APPOINTS.search(passage.text):
        return []
    return [
        person
        for person in passage.persons
        if not is_named(query, person) and not _AFTER.search(passage.text[: person.start])
    ]


def told_in(query: Query, one: Reading) -> Reading:
    """The reading narrowed to its one sentence that tells of the doing and names somebody, where others name others."""
    done, passage = asked_doing(query), one.passage
    if done is None or passage.start or len(passage.persons) < _SEVERAL:
        return one
    parts = [replace(passage, start=start, end=end) for start, end in sentences(passage.candidate.paragraph.text)]
    telling = [part for part in parts if done.search(part.text) and actors(part)]
    if len(parts) < _SEVERAL or len(telling) != 1:
        return one
    return replace(one, passage=telling[0])


def elected_after(query: Query, one: Reading) -> bool:
    """Does the sentence tell who was elected after the very person whom the question names?"""
    named = any(is_named(query, person) for person in one.passage.persons)
    return named and bool(appointed(query, one.passage))


def tells_another_act(query: Query, one: Reading) -> bool:
    """Is it asked who does or is something, where the sentence tells who moved, voted or reserved and no more?"""
    if query.wants is not Wants.PERSON or query.signs or asked_doing(query) is not None:
        return False
    if _MOVES.search(one.passage.text) is None or asked_office(query.question) is not None:
        return False
    return not any(asked.search(query.question) for asked, _ in (*ACTS, *SUBMITS)) and not _MATTERED.search(
        query.question
    )


def what_follows(one: Reading, readings: list[Reading]) -> Reading | None:
    """What stands below a sentence that ends in a colon."""
    return _opened(one, _after(readings))


def _after(readings: list[Reading]) -> dict[Where, Reading]:
    """The first sentence of each paragraph that was read, by document and number."""
    return {_at(one, 0): one for one in reversed(readings) if one.passage.first}


def _at(one: Reading, step: int) -> Where:
    paragraph = one.passage.candidate.paragraph
    return paragraph.document_id, str(paragraph.place.number + step)


def _opened(one: Reading, after: dict[Where, Reading]) -> Reading | None:
    return after.get(_at(one, 1)) if _ENDS_OPEN.search(one.passage.text) else None


def _of_the_matter(one: Reading) -> float:
    """Does it say by whom the whole matter was prepared ("Ärendet har beretts inom …")?"""
    return float(_PREPARED.search(one.passage.text) is not None)


def _says(query: Query, one: Reading, after: dict[Where, Reading]) -> float:
    """The share of the question that the sentence, with what follows its colon, meets."""
    opened = _opened(one, after)
    tokens = one.passage.tokens | (opened.passage.tokens if opened is not None else frozenset())
    return coverage(weigh(query), tokens)
