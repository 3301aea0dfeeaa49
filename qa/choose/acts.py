"""Acts at a meeting: who did them, and the § whose matter they belong to.

A vote or a reservation answers only for its own matter: what somebody reserved against elsewhere is no answer. Who
moved something is named beside what is voted on ("Eva Eks yrkande") and has not voted by that.
"""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import Person
from indexer.language.tokens import fold
from indexer.model import Role
from qa.query import Query, Wants
from qa.read.matching import Weighed, coverage, weigh
from qa.read.passages import Passage
from qa.read.readings import Reading, same_section
from qa.understand.cues import ACTS, PARTY_NAMES

_OWNED: Final = re.compile(
    r"(\s?\([\w-]{1,4}\))?(:s)?\s(eget\s)?(\w*yrkande|\w*förslag|motion|initiativ|skrivelse|interpellation|reservation)\w*",
    re.IGNORECASE,
)
_HOW_TO_VOTE: Final = re.compile(r"\bden som (stöder|stödjer|biträder|bifaller|vill)\b|\bja-?röst för\b", re.IGNORECASE)
_AT_A_MEETING: Final = ACTS[:2]  # what minutes must record of a decision: votes and reservations
_VOTES: Final = ACTS[1][1]
_AGAINST: Final = re.compile(r"\b(emot|mot|against)\b", re.IGNORECASE)
_DISSENT: Final = re.compile(r"röst|voter|\breserv", re.IGNORECASE)
"""Who was against it is told by a reservation too, where no vote was taken."""
_SAYS_NO_MATTER: Final = re.compile(
    r"reserv|röst|vote|voting|nämnd|styrelse|fullmäktige|utskott|board|committee|council|beslut|decid|decision|parti|part(y|ies)\b"
    r"|ledam|member|politi|against|emot|protokoll|minutes",
    re.IGNORECASE,
)
_WITHOUT: Final = re.compile(
    r"\b(utan|ingen) (omröstning|röstning|reservation)\w*|omröstning (begärs|begärdes) inte", re.IGNORECASE
)
_MATTERS: Final = 0.6  # weight from which a concept says what the matter is; inherited ones weigh as much
_NAMED: Final = {"sv": 0.5, "en": 0.35}  # share of the matter that a § names when it is on it; translations are loose
_HARDLY: Final = {"sv": 0.2, "en": 0.12}  # a § that names less is on another matter
_FURTHER: Final = 0.25  # by so much more another § must name of it to be the one that is meant
_BEGINNING: Final = 6  # letters by which two compounds begin with the same word
_LOOKED: Final = 40  # readings among which the decision on the matter is looked for


def actors(passage: Passage) -> list[Person]:
    """The persons of the passage who may have acted: none who is named only for what he moved or wrote."""
    if _HOW_TO_VOTE.search(passage.text):
        return []
    return [person for person in passage.persons if not _owns(passage.text, person)]


def _owns(text: str, person: Person) -> bool:
    genitive = person.name.endswith("s") or text[person.end :].lstrip().startswith(f"({person.party}):s")
    return genitive and _OWNED.match(text[person.end :]) is not None


def recorded_act(query: Query) -> re.Pattern[str] | None:
    """How minutes write the vote or reservation that the question asks about; None when it asks about none."""
    if query.wants not in {Wants.PERSON, Wants.PARTY}:
        return None
    done = next((done for asked, done in _AT_A_MEETING if asked.search(query.question)), None)
    return _DISSENT if done is _VOTES and _AGAINST.search(query.question) else done


def records(text: str, done: re.Pattern[str]) -> bool:
    """Does the text tell of the act, other than that it was not done ("utan omröstning")?"""
    return done.search(_WITHOUT.sub("", text)) is not None


def on_another_matter(query: Query, reading: Reading) -> bool:
    """Is it asked who voted or reserved in a matter that the § of the passage does not name?"""
    if recorded_act(query) is None or query.meant != query.question:
        return False
    return _names(query, reading) < _HARDLY[query.language] and not _begins_alike(query, reading)


def names_the_matter(query: Query, reading: Reading) -> bool:
    """Does the paragraph, with its headings and title, name the matter that the question is about?"""
    return _names(query, reading) >= _NAMED[query.language]


def _names(query: Query, reading: Reading) -> float:
    """The share of the matter, 0..1, that the paragraph, its headings and its title name."""
    about = [item for item in weigh(query) if _of_matter(item)]
    place = reading.passage.candidate.paragraph.place
    if not about or (query.sections and (place.section or "").strip("§ ") in query.sections):
        return 1.0
    return coverage(about, reading.passage.paragraph_tokens | reading.passage.context_tokens)


def _begins_alike(query: Query, reading: Reading) -> bool:
    """Does a word there hold the beginning of one of the matter ("konsultpolicyn", "hyrkonsulter")?"""
    passage = reading.passage
    there = fold(f"{passage.candidate.paragraph.readable} {passage.context}")
    words = [fold(item.concept.word) for item in weigh(query) if _of_matter(item)]
    tokens = [token for item in weigh(query) if _of_matter(item) for token, _ in item.concept.tokens]
    beginnings = {word[:_BEGINNING] for word in (*words, *tokens) if len(word) >= _BEGINNING}
    return any(beginning in there for beginning in beginnings)


def _of_matter(item: Weighed) -> bool:
    word = item.concept.word
    named = item.concept.weight >= _MATTERS and any(letter.isalpha() for letter in word)
    return named and not _SAYS_NO_MATTER.search(word) and not PARTY_NAMES.search(word)


def in_its_section(query: Query, readings: list[Reading], earlier: Reading | None) -> list[Reading]:
    """Who voted or reserved: only what stands in the § of the decision meant, the act itself first.

    earlier: what answered the turn before. Where nothing of the § tells of the act, the decision stands first, so that
    it can be said that none is recorded. Unchanged for other questions, and where no decision on the matter is read.
    """
    done = recorded_act(query)
    if done is None or not readings:
        return readings
    decision = earlier if earlier is not None and _decides(earlier) else _decision_on(query, readings)
    if decision is None:
        return readings
    here = [reading for reading in readings if same_section(reading, decision)]
    told = [reading for reading in here if _who_did(reading, done)]
    rest = [reading for reading in here if reading not in told and reading is not decision]
    return [*told, decision, *rest] if told else [decision, *rest]


def _who_did(reading: Reading, done: re.Pattern[str]) -> bool:
    return records(reading.passage.text, done) and bool(actors(reading.passage))


def _decision_on(query: Query, readings: list[Reading]) -> Reading | None:
    """The decision on the matter, when the best reading is not itself on it and names clearly less of it."""
    least = max(_names(query, readings[0]) + _FURTHER, _NAMED[query.language])
    return next((one for one in readings[:_LOOKED] if _decides(one) and _names(query, one) >= least), None)


def _decides(reading: Reading) -> bool:
    paragraph = reading.passage.candidate.paragraph
    return paragraph.role is Role.DECISION and bool(paragraph.place.section)
