"""Reasons: which sentence gives the cause that a "why" asks for."""

from __future__ import annotations

import re
from typing import Final

from qa.read.neighbours import beside, leans_back
from qa.read.passages import Passage

_GIVES: Final = re.compile(
    r"""\b(därför\ att|eftersom|emedan|på\ grund\ av|p\.?g\.?a|till\ följd\ av|med\ anledning\ av|mot\ bakgrund\ av
      |i\ syfte\ att|med\ hänsyn\ till|med\ hänvisning\ till|med\ tanke\ på|med\ motivering(en)?|tack\ vare
      |beror|berodde|berott|bero(ende)?\ på|i\ samband\ med|bottna\w*|orsak\w*|anledning(en)?\ (är|var|till)
      |skäl(et|en)?\ (är|var|till)|syfte(t|r)?\ (är|var|med)|syftar|för(klara\w*|klaring\w*)|motiver\w*
      |hör\ (ihop|samman)
      |häng(er|de)\ (ihop|samman)|drivs\ av|drevs\ av|kommer\ av|bidra(r|git)?\ till|orsakat?s|kopplat?\ till|föranle\w+
      |medför\w*|lett\ till|ledde\ till|gör\ att|gjorde\ att|därför|därmed|innebär\ att|av\ den\ anledningen|påverka\w*
      |så\ att|går\ inte\ att|bedöm\w*|utifrån|vill\w*\ att|för\ att)\b | ,?\ då\ \w+ """,
    re.IGNORECASE | re.VERBOSE,
)
_CLEARLY: Final = re.compile(
    r"""\b(därför\ att|eftersom|emedan|på\ grund\ av|p\.?g\.?a|till\ följd\ av|med\ anledning\ av|mot\ bakgrund\ av
      |i\ syfte\ att|beror|berodde|berott|bero(ende)?\ på|bottna\w*|orsak(en|erna)?\ (är|var|till)
      |anledning(en)?\ (är|var|till)|skäl(et|en)?\ (är|var|till)|syfte(t)?\ (är|var|med)
      |förklaras|motiveras|hör\ (ihop|samman)\ med|drivs\ av
      |kommer\ av|därför|av\ den\ anledningen|utifrån\ att|med\ hänvisning\ till|med\ hänsyn\ till|med\ tanke\ på
      |i\ och\ med\ att|tack\ vare|med\ motivering(en)?|grunda[rds]*\ (sig\ )?på|har\ sin\ grund\ i|orsaka[dt]?e?s\ av
      |gör\ att|gjorde\ att|gjort\ att|medför\ att|medförde\ att|lett\ till|ledde\ till|leder\ till|\w*skäl)\b
      | ^Det\ är\ (?!också\b|även\b)(?:\w+\ ){1,6}?som\ (?:har|hade|\w+(?:ar|er|de|te|t))\b
      | (?<=\w),?\s då \s (?!och\b|som\b|det\ (var|är)\ som)\w+""",
    re.IGNORECASE | re.VERBOSE,
)
_ANNOUNCES: Final = re.compile(
    r"\b(?:olika|flera|följande|många|några|två|tre|fyra|främsta|vanligaste)\s(?:\w+\s)?(?:anledningar|orsaker|skäl|förklaringar|faktorer)"
    r"|\b(?:anledningarna|orsakerna|skälen)\s(?:är|var|till)\b",
    re.IGNORECASE,
)
_ASKS_WHY: Final = re.compile(
    r"\bvarför\b|\borsak(?:en|er|erna)?\b|\banledning(?:en|ar|arna)?\b|\bskäl(?:et|en)?\b|\bberor\b", re.IGNORECASE
)
_NAMES_CAUSES: Final = re.compile(
    r"\b(?:framkom\w*|återkom\w*|nämn\w*|lyf(?:t|ts|te|tes|ter)\b|uppge\w*|uppgav\w*|ange\w*|angav\w*|handla\w*\som"
    r"|hänvisa\w*|upplev\w*)",
    re.IGNORECASE,
)
_CONCLUDES: Final = re.compile(
    r"\b(?:därför(?! att)|därmed|av den anledningen|av detta skäl)\b"
    r"|^(?:Det|Detta) (?:är|var) (?:\w+ ){0,3}?(?:orsak|anledning|skäl|förklaring)\w*",
    re.IGNORECASE,
)
"""Says what follows from the sentence before it ("Nämnden behöver därför …", "Det är en av orsakerna till …")."""
_FOLLOWING: Final = 2  # sentences that follow one which announces causes


def gives_reason(passage: Passage) -> bool:
    """Does the sentence hold a word of cause or purpose?"""
    return _GIVES.search(passage.text) is not None


def clearly_gives_reason(passage: Passage) -> bool:
    """Does the sentence say outright that one thing is the cause of another?"""
    return _CLEARLY.search(passage.text) is not None


def reason_stands_near(passage: Passage) -> bool:
    """Does the sentence, or one of its paragraph, hold a word of cause or purpose, or reply to a "why"?"""
    held = _GIVES.search(passage.candidate.paragraph.readable) or _ANNOUNCES.search(passage.text)
    return held is not None or stands_with_its_reason(passage)


def replies_why(passage: Passage) -> bool:
    """Does the sentence name what people say, in a paragraph that replies to a question for the causes?"""
    asked = passage.candidate.paragraph.question or ""
    return _ASKS_WHY.search(asked) is not None and _NAMES_CAUSES.search(passage.text) is not None


def stands_with_its_reason(passage: Passage) -> bool:
    """Does the sentence, or the one beside it that belongs to it, say the cause outright?"""
    return clearly_gives_reason(passage) or replies_why(passage) or len(with_its_reason(passage)) > 1


def with_its_reason(passage: Passage) -> list[Passage]:
    """The sentence with those beside it that hold the cause, in reading order."""
    before, after = beside(passage, -1), beside(passage, 1)
    if _ANNOUNCES.search(passage.text) is not None and after is not None:
        further = [beside(passage, step) for step in range(1, _FOLLOWING + 1)]
        return [passage, *(one for one in further if one is not None)]
    if before is not None and (leans_back(passage) or _CONCLUDES.search(passage.text)):
        return [before, passage]
    if clearly_gives_reason(passage) or after is None:
        return [passage]
    if clearly_gives_reason(after):
        return [passage, after]
    return [passage]
