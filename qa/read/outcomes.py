"""What became of a matter: approved, rejected, put off, sent back. Told from the verbs of the decision."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Outcome(StrEnum):
    """What a body did with what was put before it."""

    APPROVED = "approved"
    REJECTED = "rejected"
    POSTPONED = "postponed"
    SENT_BACK = "sent back"
    ANSWERED = "answered"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.VERBOSE)


_DECIDED: Final[dict[Outcome, re.Pattern[str]]] = {
    Outcome.REJECTED: _pattern(r"\b(avslå(r|s)?|avslogs?|avslag|avstyrk\w*|s(äger|ade|a)\ nej)\b"),
    Outcome.POSTPONED: _pattern(r"\b(bordlägg\w*|bordlades?|bordlagt|bordläggs)\b"),
    Outcome.SENT_BACK: _pattern(
        r"\b(återremi\w+ | (lämnas|lämnar|överlämnas|remitteras|skickas)\b[^.]{0,60}\bför\ (vidare\ )?beredning)\b"
    ),
    Outcome.ANSWERED: _pattern(r"\b(anses|anse|ansågs|är|vara)\s(därmed\s)?(besvara(d|t|de))\b"),
    Outcome.APPROVED: _pattern(
        r"""\b(godkän(n?s|ner|de|des|na)?|bifall(s|er|a)?|biföll(s)?|bifallet|bifölls|anta(s|r|gits|git)?|antog(s)?
          |fastställ(s|er|de|des)?|s(äger|ade|a)\ ja|klubba(r|de|des|t|ts)|tillstyrk(s|er|te|tes)?|bevilja(s|r|de|des)?
          |inrätta(s|r)?|inför(s)?)\b"""
    ),
}
_ASKED: Final[dict[Outcome, re.Pattern[str]]] = {
    Outcome.REJECTED: _pattern(
        r"""\b(avslå\w*|avslog\w*|avslag\w*|(sa(de)?|sagt|säga|fick|fått)\b(\s[^\s?]+){0,6}?\snej|reject\w*|refus\w+|denied
          |turn(ed)?(\s\S+){0,6}?\sdown|said\ no|say\ no)\b"""
    ),
    Outcome.POSTPONED: _pattern(r"\b(bordl\w+|skjutits?\ upp|sköts\ upp|postpone\w*|tabled?|put\ off)\b"),
    Outcome.SENT_BACK: _pattern(r"\b(återremi\w+|referred\ back|sent\ back|remitted)\b"),
    Outcome.APPROVED: _pattern(
        r"""\b(godkän\w*|bif(a|ö)ll\w*|anta(s|git|gits)|antog\w*|fastställ\w*
          |sa(de)?\ [^?]{2,40}\ ja\ till|(sa(de)?|sagt|säga|säger|det|fick|fått)\ ja
          |bevilja\w*|infört?|klubba\w*|tillstyrk\w*
          |approv\w+|adopt\w*|grant\w*|accept\w*|agree[ds]?|pass(ed)?|(say|said|says)\ yes)\b"""
    ),
}


def outcome(decision: str) -> Outcome | None:
    """What the words of a decision come to, None when they say none of these or more than one."""
    found = [kind for kind, cue in _DECIDED.items() if cue.search(decision)]
    return found[0] if len(found) == 1 else None


def asked_outcome(question: str) -> Outcome | None:
    """The outcome that a question asks about or takes for granted."""
    return next((kind for kind, cue in _ASKED.items() if cue.search(question)), None)
