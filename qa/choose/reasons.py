"""Reasons: which sentence gives the cause that a "why" asks for."""

from __future__ import annotations

import re
from typing import Final

from qa.read.neighbours import beside, leans_back
from qa.read.passages import Passage

_GIVES: Final = re.compile(
    r"""\b(därför\ att|eftersom|emedan|på\ grund\ av|p\.?g\.?a|till\ följd\ av|med\ anledning\ av|mot\ bakgrund\ av
      |i\ syfte\ att|med\ hänsyn\ till|tack\ vare|beror|berodde|berott|bero\ på|orsak\w*|anledning(en)?\ (är|var|till)
      |skäl(et|en)?\ (är|var|till)|syfte(t|r)?\ (är|var|med)|syftar|för(klara\w*|klaring\w*)|motiver\w*
      |hör\ (ihop|samman)
      |häng(er|de)\ (ihop|samman)|drivs\ av|drevs\ av|kommer\ av|bidra(r|git)?\ till|orsakat?s|kopplat?\ till|föranle\w+
      |medför\w*|lett\ till|ledde\ till|gör\ att|gjorde\ att|därför|därmed|innebär\ att|av\ den\ anledningen|påverka\w*
      |så\ att|går\ inte\ att|bedöm\w*|utifrån|vill\w*\ att|för\ att)\b | ,?\ då\ \w+ """,
    re.IGNORECASE | re.VERBOSE,
)
_CLEARLY: Final = re.compile(
    r"""\b(därför\ att|eftersom|emedan|på\ grund\ av|p\.?g\.?a|till\ följd\ av|med\ anledning\ av|mot\ bakgrund\ av
      |i\ syfte\ att|beror|berodde|berott|bero\ på|orsak(en|erna)?\ (är|var|till)|anledning(en)?\ (är|var|till)
      |skäl(et|en)?\ (är|var|till)|syfte(t)?\ (är|var|med)|förklaras|motiveras|hör\ (ihop|samman)\ med|drivs\ av
      |kommer\ av|därför|av\ den\ anledningen)\b | ,?\s då \s (?!och\b)\w+""",
    re.IGNORECASE | re.VERBOSE,
)


def gives_reason(passage: Passage) -> bool:
    """Does the sentence hold a word of cause or purpose?"""
    return _GIVES.search(passage.text) is not None


def clearly_gives_reason(passage: Passage) -> bool:
    """Does the sentence say outright that one thing is the cause of another?"""
    return _CLEARLY.search(passage.text) is not None


def reason_stands_near(passage: Passage) -> bool:
    """Does the sentence, or one of its paragraph, hold a word of cause or purpose?"""
    return _GIVES.search(passage.candidate.paragraph.readable) is not None


def stands_with_its_reason(passage: Passage) -> bool:
    """Does the sentence, or the one beside it that belongs to it, say the cause outright?"""
    return clearly_gives_reason(passage) or len(with_its_reason(passage)) > 1


def with_its_reason(passage: Passage) -> list[Passage]:
    """The sentence with those beside it that hold the cause, in reading order."""
    before, after = beside(passage, -1), beside(passage, 1)
    if before is not None and leans_back(passage):
        return [before, passage]
    if clearly_gives_reason(passage) or after is None:
        return [passage]
    if clearly_gives_reason(after):
        return [passage, after]
    return [passage]
