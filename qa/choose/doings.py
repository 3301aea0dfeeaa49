"""What somebody may have done with a matter: how a question names it, and how documents do."""

from __future__ import annotations

import re
from typing import Final

from qa.query import Query, Wants
from qa.understand.cues import pattern

_DREW_UP: Final = r"""utarbeta\w*|beret[ts]\w*|beredde\w*|bereds|bereder|upprätta\w*|tagit\ fram|tog\ fram|tagits\ fram
  |togs\ fram|skrivit\w*|skrev\w*|författa\w*|formulera\w*|handlagt\w*|handlades|handläggare:|framtagit\w*|framtagen"""
_WANTED: Final = r"""ville|velat|önska\w*|begärde|begärt|krävde|yrka\w*|föresl\w+|drev|kom(?:mit)?\ med
  |la(?:de)?\ fram|lagt\ fram|la(?:de)?\b[^?]*\bförslag\w*|låg\ bakom|want\w*|propos\w+|suggest\w*|moved|asked\ for
  |called\ for|demanded|requested|came\ up\ with|put\ forward|pushed\ for"""
_BACK: Final = r"återremi\w*|tillbaka|sen[dt]\ back|referred?\ back|remit\w*"
_DOWN: Final = r"avsl\w*|säga\ nej|stoppa\w*|nej|reject\w*|turn\w*\ down|stop(?:ped)?|dismiss\w*"
_DREW_UP_TOO: Final = r"drafted|prepared|drew\ up|drawn\ up|wrote|written|worked\ out|produced|put\ together"
_APPOINTED: Final = r"utse\w*|utsåg\w*|välj\w*|vald\w*|valts?|förordna\w*|tillförordna\w*"
_APPOINTED_TOO: Final = r"""tog\ över|tagit\ över|tar\ över|efterträd\w*|tillträd\w*|ersatte
  |bl(?:ev|ir|i)\ (?:ny\w*|vald|utsedd|ordinarie|ledamot|ersättare|ordförande)
  |(?:fick|får)\b[^?]*\b(?:plats|uppdrag|post)\w*
  |elected|appointed|chosen|picked|succeed\w*|took\ over|takes\ over|replaced|became|filled"""
_TOLD: Final = r"""informera\w*|berätta\w*|redogör\w*|redogjor\w*|redovisade|redovisat|presenter\w*|föredr[ao]\w*
  |återrapporter\w*"""
_TOLD_TOO: Final = r"""prata\w*|tala[dt]\w*|told|informed|spoke|talked|reported|briefed
  |gave\ (?:a|the)\ (?:report|presentation|account)"""
_REVIEWED: Final = r"granska\w*|gransknin\w*|reviderade|utredde|utrett\w*|inspekter\w*"
_REVIEWED_TOO: Final = r"reviewed|audited|inspected|investigated|looked\ into|examined"
APPOINTS: Final = pattern(rf"\b(?:{_APPOINTED})\b")
"""What a body decides, so that the decision itself names the person."""
REVIEWS: Final = pattern(rf"\b(?:{_REVIEWED}|revision\w*|utredning\w*|inspektion\w*)\b")
"""What companies and authorities do too, which are known by their name alone."""
_FATES: Final = (
    (pattern(rf"\b(?:{_BACK})\b"), pattern(r"\båterremi")),
    (pattern(rf"\b(?:{_DOWN})\b"), pattern(r"\bavsl")),
)
_DOINGS: Final = (
    (pattern(rf"\b(?:{_WANTED})\b[^?]*\b(?:{_BACK})\b"), pattern(r"\båterremi")),
    (pattern(rf"\b(?:{_WANTED})\b[^?]*\b(?:{_DOWN})\b"), pattern(r"\bavsl")),
    (pattern(rf"\b(?:{_DREW_UP}|{_DREW_UP_TOO})\b"), pattern(rf"\b(?:{_DREW_UP})\b")),
    (
        pattern(rf"\b(?:{_WANTED})\b"),
        pattern(r"\b(?:yrka\w*|föresl\w+|förslag\b|tillstyrk\w*|initiativ\w*|inbjud\w*)"),
    ),
    (pattern(rf"\b(?:{_APPOINTED}|{_APPOINTED_TOO})\b"), APPOINTS),
    (pattern(rf"\b(?:{_REVIEWED}|{_REVIEWED_TOO})\b"), REVIEWS),
    (
        pattern(rf"\b(?:{_TOLD}|{_TOLD_TOO})\b"),
        pattern(rf"\b(?:{_TOLD}|information|redovisning|redovisas|föredragning)\b"),
    ),
)
_SIGNED: Final = pattern(
    r"""\b(?:skr[ie]v\w*\ (?:på|under)|undertecknat?|underteckna[dt]e?|signed|signator\w*)\b
      | \b(?:skrev|skrivit|skriver|wrote|written)\b
        (?![^?]*\b\w*(?:förslag|yttrande|utlåtande|utredning|rapport|underlag|plan(?:en)?|statement|proposal|report|draft)\w*)"""
)
"""Whoever signed a letter or a reply wrote it: that stands below it."""
_TO_WHOM: Final = re.compile(r"^(?:till|för|från|med|hos) (?:vem|vilka)|^(?:to|for|from|with) who", re.IGNORECASE)


def asked_doing(query: Query) -> re.Pattern[str] | None:
    """How documents write what the question asks who did; None when it asks for no such thing, or for who signed."""
    if query.wants is not Wants.PERSON or _SIGNED.search(query.question) or _TO_WHOM.match(query.question):
        return None
    return next((done for asked, done in _DOINGS if asked.search(query.question)), None)


def means_it(question: str, text: str) -> bool:
    """Does the question speak of sending back or turning down, and the text of the same?"""
    return any(asked.search(question) is not None and told.search(text) is not None for asked, told in _FATES)
