"""Which § is meant: how much of what the question is about a § names, and the decision that was taken there.

A decision seldom says what it decides on ("Ärendet bordläggs"): its § does, in the heading, the description, the
proposals. So what is asked is looked for in all that was read of the §, not in the sentence alone.
"""

from __future__ import annotations

import re
from typing import Final

from indexer.language.tokens import fold
from indexer.model import Form, Role
from qa.query import Concept, Query
from qa.read.matching import Weighed, share_met, weigh
from qa.read.readings import Reading
from qa.understand.cues import PARTY_NAMES

_MATTERS: Final = 0.6  # weight from which a concept says what the matter is; inherited ones weigh as much
_SAYS_NO_MATTER: Final = re.compile(
    r"""^(?:(?:[\w\s-]+\s)?(?:board|committee|council|administration|meeting)$
      | (?:\w*nämnd|\w*styrelse|\w*fullmäktige|\w*utskott|board|committee|council|beslut|bestäm|deci[ds]|parti
      |part(?:y|ies)$|ledam|member|politi|protokoll|minutes|meeting|\w*möte|sammanträd|\w*förvaltning|administration|ärende|matter$
      |reserv|\w*röst|voter|vot(?:e|ing)|against|emot$|godkän|avsl|bif[aö]ll|antog|anta(?:s|git|gits|gen)?$|klubb|bordl
      |återremi|approv|adopt|reject|accept|postpone|put\ off|sen[dt]\ back|turn|refer|skicka|tillbaka|föres|förslag
      |propos|suggest|yrka|moved?$|ville$|want|skr[ei]v|wrote|draft|utarbet|bere[dt]|prepar|upprätt|tog$|fram$|came$|kom$|slut$
      |slutade|end(?:ed)?$|the\ end|hän[dt]e|hänt$|happen|became|bl[ei]v|resultat|result|outcome|utfall|finally
      |gick$|went$|go$|egen$|own$|sade?$|said$|yes$|vann$|won$)\w*)""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOSES: Final = re.compile(
    r"justera(?:re|nde)|justeras? protokoll|dagordning|förklara\w* omedelbart|utses att",
    re.IGNORECASE,
)
_DECISION_INLINE: Final = re.compile(
    r"^\s*(?:[\w-]+ (?:och|[\w-]+)[- ]*)?[\w-]*(?:nämnd|styrelse|fullmäktige|utskott)\w*s? beslut\b", re.IGNORECASE
)
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_BEGINNING: Final = 6  # letters by which two forms of a name are the same
_LONG: Final = 4  # letters from which a word is known again within a longer one
_AS_PART: Final = 0.7  # strength of a word that is a part of a longer one

Where = tuple[str, str]


def place_of(reading: Reading) -> Where:
    """The § that a reading stands in: its document and section; without one, the outermost heading."""
    place = reading.passage.candidate.paragraph.place
    return reading.passage.candidate.document.id, place.section or (place.headings[0] if place.headings else "")


def decides(reading: Reading) -> bool:
    """Is it a decision that was taken: by its role, or as it says itself ("Kulturnämndens beslut …")?"""
    paragraph = reading.passage.candidate.paragraph
    if paragraph.form is Form.HEADING or _CLOSES.search(reading.passage.text):
        return False
    return paragraph.role is Role.DECISION or (
        paragraph.role is not Role.PROPOSAL and _DECISION_INLINE.search(paragraph.readable) is not None
    )


class Matters:
    """What the §§ that were read name of the matter that a question is about."""

    def __init__(self, query: Query, readings: list[Reading]) -> None:
        self._about = tuple(item for item in weigh(query) if _of_matter(item))
        self._names = [name for name in query.names if not _SAYS_NO_MATTER.match(name) and not PARTY_NAMES.search(name)]
        self._tokens: dict[Where, set[str]] = {}
        self._written: dict[Where, list[str]] = {}
        self._texts: dict[Where, frozenset[str]] = {}
        self._shares: dict[Where, float] = {}
        seen: set[str] = set()
        for reading in readings:
            paragraph = reading.passage.candidate.paragraph
            if paragraph.id in seen:
                continue
            seen.add(paragraph.id)
            passage, place = reading.passage, place_of(reading)
            self._tokens.setdefault(place, set()).update(passage.paragraph_tokens, passage.context_tokens)
            self._written.setdefault(place, []).append(
                " ".join((paragraph.readable, passage.context, *passage.candidate.around))
            )

    @property
    def known(self) -> bool:
        """Does the question say what it is about at all?"""
        return bool(self._about)

    def share(self, place: Where) -> float:
        """The share of the matter, 0..1, that the § names; 0 where it names none of the names asked for."""
        if not self._about or not self._named(place):
            return 0.0
        if place not in self._shares:
            met = [self._met(item, place) for item in self._about]
            self._shares[place] = share_met(self._about, met)
        return self._shares[place]

    def _met(self, item: Weighed, place: Where) -> float:
        """How strongly the § names one thing, also as a part of a longer word ("gatuparkering" for parking)."""
        whole = item.met_by(frozenset(self._tokens.get(place, ())))
        held = [
            strength * _AS_PART
            for token, strength in item.concept.tokens
            if len(token) >= _LONG and token[0] not in "<>" and any(token in word for word in self._text(place))
        ]
        return max((whole, *held))

    def _text(self, place: Where) -> frozenset[str]:
        """The words of the §, as written but for their case; looked up where a question needs them."""
        if place not in self._texts:
            self._texts[place] = frozenset(" ".join(self._written.get(place, ())).lower().split())
        return self._texts[place]

    def _named(self, place: Where) -> bool:
        wanted = [word for name in self._names for word in _WORD.findall(name) if len(word) > 3]
        if not wanted:
            return True
        there = {fold(word)[:_BEGINNING] for word in _WORD.findall(" ".join(self._written.get(place, ())))}
        return any(fold(word)[:_BEGINNING] in there for word in wanted)


def _of_matter(item: Weighed) -> bool:
    concept: Concept = item.concept
    return (
        concept.weight >= _MATTERS
        and any(letter.isalpha() for letter in concept.word)
        and not _SAYS_NO_MATTER.match(concept.word)
        and not PARTY_NAMES.search(concept.word)
    )
