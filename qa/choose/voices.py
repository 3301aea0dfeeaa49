"""What a party or a person thinks, wants or proposes: what they say themselves, not what others say of the matter."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from indexer.language.tokens import fold
from indexer.model import Kind, Role
from qa.choose.matter import Matters, place_of
from qa.find.retrieve import Candidate
from qa.query import Query, Wants
from qa.read.readings import Reading, near_first
from qa.understand.cues import BODIES, pattern
from qa.understand.parties import WISHES, WRITERS, parties

_SAYS: Final = r"""vill|ville|velat|tyck\w+|ans(?:er|åg|ett)|mena(?:r|de|t)|säg(?:er|a)|sa|sade|sagt|föresl\w+
  |kritisera\w*|motiver\w+|argumenter\w+|önska\w*|begär(?:de|t)?|kräv(?:er|de|t)|hopp\w+|oroa\w*|invänd\w*|framhåll\w*|framhöll
  |påpeka\w*|lyft\w*|skriv(?:er|it)|skrev|tänk\w+|ser?\spå|såg\spå|resonera\w*|förklara\w*|beskriv\w*|hävda\w*
  |think|thought|want\w*|say|says|said|argu\w+|propos\w+|suggest\w*|criticis\w+|criticiz\w+|justif\w+|call(?:ed)?\sfor
  |demand\w*|wish\w*|hop(?:e|ed)|worr\w+|object\w*|rais\w+|feel|felt|believ\w+|state[ds]?|claim\w*|put\sforward
  |describe\w*|explain\w*|complain\w*|consider(?:s|ed)?|view(?:s|ed)?|see"""
_DOES: Final = r"""reserv\w+|röst\w+|yrka\w*|avstod|instämde|vot(?:e|ed|ing)|mov(?:e|ed)|back(?:ed|ing)|oppos\w+
  |reject\w*|abstain\w*"""
_OWNS: Final = pattern(
    r"""^\W*(?:\w+\W+){0,2}?(?:kritik\w*|syn|åsikt\w*|uppfattning\w*|inställning\w*|argument\w*|motiv\w*|skäl|ståndpunkt\w*
      |invändning\w*|hållning|krav|egen|eget|criticism|view\w*|opinion\w*|reason\w*|position|objection\w*|demand\w*|stance|own)\b"""
)
_OWNS_PAPER: Final = pattern(
    r"""^\W*(?:\w+\W+){0,2}?(?:förslag\w*|yrkande\w*|reservation\w*|uttalande\w*|yttrande\w*|anteckning\w*|motion\w*|initiativ\w*
      |proposal\w*|statement\w*)\b"""
)
_SAYS_AFTER: Final = pattern(rf"^\W*(?:\w+\W+){{0,4}}?(?:{_SAYS})\b")
_SAYS_BEFORE: Final = pattern(rf"\b(?:{_SAYS})\b(?:\W+\w+){{0,2}}\W*$")
_DOES_NEAR: Final = pattern(rf"^\W*(?:\w+\W+){{0,6}}?(?:{_DOES})\b")
_DOES_BEFORE: Final = pattern(rf"\b(?:{_DOES})\b(?:\W+\w+){{0,2}}\W*$")
_BY: Final = pattern(r"\b(?:enligt|according\ to|under)\ (?:the\ )?(?:\w+\ ){0,2}$")
_A_WISH: Final = pattern(
    r"\b(?:vill|bör|borde|ska|skulle|måste|behöv\w*|föresl\w+|yrka\w*|önska\w*|kräv\w*|hade\ varit|anser|tycker)\b|\?"
)
_LETTERS: Final = frozenset({Kind.SKRIVELSE, Kind.MOTION, Kind.INTERPELLATION})
_OWN: Final = frozenset({Role.CLAIM, Role.PROPOSAL, Role.REPLY, Role.QUESTION})
_ACTS: Final = pattern(
    r"\b(?:yrka|föresl|reserv|röst|bif[aö]ll|avsl|anser|ansåg|vill|menar|tyck|framför|motion|instäm)\w*"
)
_ABOUT: Final = re.compile(r"\b(?:om|mot|till|about|on)\s(?:the\s)?$", re.IGNORECASE)  # "A om B:s förslag"
_AND: Final = re.compile(r"\s*(?:,|och|samt|and|&)\s*(?:the\s)?", re.IGNORECASE)
_CLOSES: Final = pattern(r"\bbesvarad\b[.”]*$")  # how a reply ends
_SAID: Final = _OWN | {Role.ACCOUNT}
_TWO_SOURCES: Final = pattern(r"\b(?:enligt|according\ to)\b.*\b(?:enligt|according\ to)\b")
_ASKED: Final = frozenset({Wants.TEXT, Wants.REASON})
_NEVER: Final = frozenset(
    {Wants.DECISION, Wants.PERSON, Wants.PARTY, Wants.SPEAKER, Wants.QUESTIONS, Wants.DNR, Wants.SECTION}
)
_ON_IT: Final = {"sv": 0.4, "en": 0.3}  # share of the matter that the § must name; translations are loose
_SURELY: Final = {"sv": 0.5, "en": 0.35}
_NEAR: Final = 3.0  # how far below the best reading what they want may read, where that is asked


class Voice(NamedTuple):
    """Whose word is asked for: parties by their marks, persons by name, or whoever wrote a letter."""

    marks: frozenset[str]
    persons: frozenset[str]
    writers: bool

    def wrote(self, candidate: Candidate) -> bool:
        """Is the paragraph their own statement or question?"""
        paragraph, speaker = candidate.paragraph, candidate.paragraph.speaker
        if self.writers and candidate.document.kind in _LETTERS and paragraph.role in _OWN:
            return True
        theirs = self.marks & set(speaker.parties) or self.persons & set(speaker.persons)
        return paragraph.role in _SAID and bool(theirs)

    def speaks(self, reading: Reading) -> bool:
        """Is it their own statement, or does the sentence tell what they moved or did?"""
        paragraph, text = reading.passage.candidate.paragraph, reading.passage.text
        if _CLOSES.search(text):
            return False
        if self.wrote(reading.passage.candidate):
            return True
        named = any(f"({mark})" in text.upper() for mark in self.marks) or any(one in text for one in self.persons)
        return named and paragraph.role is not Role.SIGNATURE and _ACTS.search(text) is not None


def asked_voice(query: Query, readings: list[Reading]) -> Voice | None:
    """Whose view, wish or proposal the question asks for; None where it asks for nobody's."""
    if query.wants in _NEVER or _TWO_SOURCES.search(query.question):
        return None
    text = _last_sentence(query.question)
    marks = frozenset(party.mark for party in parties(text) if _is_subject(query, text, party.start, party.end))
    persons = frozenset(
        name for name in _speakers(readings) if (at := _named(text, name)) is not None and _is_subject(query, text, *at)
    )
    writer = WRITERS.search(text)
    writers = writer is not None and _is_subject(query, text, *writer.span())
    if not (marks or persons or writers):
        return None
    return Voice(_joined(text, marks), persons, writers)


def _joined(text: str, marks: frozenset[str]) -> frozenset[str]:
    """With the parties that "och" or a comma joins to them: "M, L och C vill", though only one is beside the verb."""
    named = parties(text)
    every = set(marks)
    for one, two in (*pairwise(named), *((two, one) for one, two in reversed([*pairwise(named)]))):
        between = text[min(one.end, two.end) : max(one.start, two.start)]
        if one.mark in every and _AND.fullmatch(between):
            every.add(two.mark)
    return frozenset(every)


def wishes(query: Query) -> bool:
    """Is it asked what somebody wants or proposes, which may be put as a question?"""
    return query.wants not in _NEVER and WISHES.search(query.question) is not None


def their_own(query: Query, readings: list[Reading], candidates: list[Candidate]) -> list[Candidate]:
    """The paragraphs in which those whose view is asked for say something in the matter; [] where there are none.

    What they ask is among them, where it is asked what they want.
    """
    voice = asked_voice(query, readings)
    if voice is None:
        return []
    matters = Matters(query, readings)
    told = [one.passage.candidate for one in readings if voice.speaks(one) and _on_it(query, one, matters)]
    asked = [one for one in candidates if wishes(query) and one.paragraph.role is Role.QUESTION and voice.wrote(one)]
    there = {one.paragraph.id for one in (*told, *asked)}
    return [one for one in candidates if one.paragraph.id in there]


def _on_it(query: Query, one: Reading, matters: Matters) -> bool:
    return matters.share(place_of(one)) >= _ON_IT[query.language]


def wish_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """What somebody wants or proposes, where that is asked for, before what else they say."""
    if not wishes(query) or asked_voice(query, readings) is None or _is_wish(readings[0]):
        return readings
    return near_first(readings, _NEAR, _is_wish)


def tells_view(query: Query, readings: list[Reading]) -> bool:
    """Is the best reading what those say in the very matter whose view is asked for?"""
    if query.wants not in _ASKED:
        return False
    voice = asked_voice(query, readings)
    if voice is None or readings[0].passage.candidate.paragraph.role not in _OWN or not voice.speaks(readings[0]):
        return False
    return Matters(query, readings).share(place_of(readings[0])) >= _SURELY[query.language]


def _is_wish(reading: Reading) -> bool:
    paragraph = reading.passage.candidate.paragraph
    return paragraph.role in {Role.PROPOSAL, Role.QUESTION} or _A_WISH.search(reading.passage.text) is not None


def _is_subject(query: Query, text: str, start: int, end: int) -> bool:
    """Does the one named there say, want or own what is asked for?"""
    before, after = text[:start], text[end:]
    if _ABOUT.search(before):
        return False
    owns = text[start:end].rstrip(")").endswith("s") or after.startswith(("'", "’"))
    owned = re.sub(r"^['’]s?", "", after)
    of_paper = query.wants not in {Wants.REASON, Wants.YES_NO} and not BODIES.search(query.question)
    if owns and (_OWNS.match(owned) or (of_paper and _OWNS_PAPER.match(owned))):
        return True
    if _BY.search(before):
        return True
    if _SAYS_AFTER.match(after) or _SAYS_BEFORE.search(before):
        return True
    acts = _DOES_NEAR.match(after) or _DOES_BEFORE.search(before)
    return query.wants is Wants.REASON and acts is not None


def _speakers(readings: list[Reading]) -> set[str]:
    return {name for one in readings for name in one.passage.candidate.paragraph.speaker.persons}


def _named(text: str, name: str) -> tuple[int, int] | None:
    """Where the text names the person, by the whole name or the last part of it."""
    folded = fold(text)
    for part in (name, name.split()[-1]):
        found = re.search(rf"(?<!\w){re.escape(fold(part))}(?:s|'s|’s)?(?!\w)", folded)
        if found is not None:
            return found.span()
    return None


def _last_sentence(question: str) -> str:
    return re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", question)[-1]
