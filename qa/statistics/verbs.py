"""The verb of a question that only joins what is counted to where ("delades ut", "spelar"), and those that do not."""

from __future__ import annotations

import re
from typing import Final

from indexer.language.tokens import stem
from qa.statistics.fillers import says_nothing
from qa.statistics.match import Match
from qa.statistics.question import Asked, Term
from qa.statistics.words import alike, words_of

_TELLING: Final = frozenset(
    stem(word)
    for word in """slutade slutar slutat sluta började börjar börjat dog dör dött avled föddes flyttade flyttar flyttat
    kostade kostar såldes säljs sålde sålts köptes köps köpte byggdes byggs byggts byggde revs rivs rivits hyrdes hyrs
    lånades lånas lånade besökte besöker röstade röstar anmäldes anmäls avslogs avslås nekades nekas beviljades beviljas
    överklagades överklagas anställdes anställs anställde varslades varslas pensionerades skadades skadas dödades
    omkom insjuknade vaccinerades vaccineras återvanns återvinns stals stjäls ansökte ansöker deltog deltar väntade
    väntar saknade saknar saknas behöver behövs behövdes avbröt avbröts avbryts hoppade hoppar placerades placeras
    omhändertogs vräktes vräks häktades dömdes utreddes utreds inleddes inleds avslutades avslutas påbörjades påbörjas
    färdigställdes färdigställs planerades planeras stängdes stängs öppnades öppnas öppnade öppnar lades utbildades
    utbildas rekryterades rekryteras sjukskrevs sjukskriven försenades ställdes ställs inställdes avbokades bokades
    bokas förlorade vann vinner uteblev misslyckades klarade underkändes godkändes godkänns examinerades återvände
    försvann hittades räddades brann brinner skrevs skrivs betalades krävdes krävs återkallades drogs ersattes
    ersätts renoverades renoveras sanerades planterades planteras fälldes fälls odlades dödas jagades sköts kör körde
    pendlar pendlade röker dricker tränar äger ägde äger hyr hyrde tjänar tjänade sparar sparade investerade skildes
    gifte skilde adopterades invandrade utvandrade gick går
    left leave leaves leaving quit resigned retired started begin began begun ended stopped died born moved sold bought
    built demolished rented borrowed visited voted reported granted rejected refused approved denied appealed hired
    recruited fired dismissed laid injured killed vaccinated recycled stolen applied attended participated
    waiting waited
    lack lacked lacks missing need needed needs cancelled canceled interrupted dropped placed evicted convicted
    investigated opened closed completed planned delayed booked lost won failed passed graduated returned found rescued
    burned burnt paid required withdrawn replaced renovated planted felled hunted shot drive drove commute commuted
    smoke drink exercise own owned earn earned save saved invested divorced married adopted immigrated emigrated fell
    fallen treated discharged admitted enrolled registered transferred become became turned sick sued fined""".split()
)
"""Verbs that say what is counted: "Hur många anställda slutade" is not answered by how many there are."""
_JOINED: Final = re.compile(
    r"\s*(?:(?:har|hade|blev|blir|är|var|som|det|were|was|are|is|have|has|had|been|did|do|does|there|that|who)\s+)*",
    re.IGNORECASE,
)


def is_joining(asked: Asked, match: Match, term: Term) -> bool:
    """Is the term the verb behind what is counted, where the measure is all said and the verb adds nothing to it?"""
    at = asked.terms.index(term)
    if asked.counted is None or at != asked.counted + 1 or term.name or not term.text[:1].islower():
        return False
    noun = asked.terms[asked.counted]
    if (
        match.measure.rows
        or asked.counted not in match.chief
        or not _JOINED.fullmatch(asked.text[noun.end : term.start])
    ):
        return False
    between = asked.text[noun.end : term.start].strip()
    if any(stem(word) in _TELLING for word in words_of(term.text)) or not _is_verb(term.text, between, asked.language):
        return False
    return _is_all_said(asked, match)


def _is_verb(word: str, before: str, language: str) -> bool:
    """By its form and what stands before: "spelar", "delades", "were issued"."""
    if language == "en":
        return bool(before) and word.endswith(("ed", "en", "ing", "wn"))
    return word.endswith(("ar", "er", "as", "es", "de", "te", "des", "tes", "ts", "at", "it"))


def _is_all_said(asked: Asked, match: Match) -> bool:
    """Does the question say each telling word of the measure?"""
    said = [words[0] for term in asked.terms for words, _ in term.alternatives if len(words) == 1]
    said += [word for term in asked.terms for words, _ in term.alternatives if len(words) > 1 for word in words]
    left = [word for word in match.measure.telling_apart if not says_nothing(word)]
    return all(any(alike(one, word) >= _SAID for one in said) for word in left)


_SAID: Final = 0.75
