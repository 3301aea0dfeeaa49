"""Opposites: what a question takes for granted, and how documents say that it went the other way, or nowhere."""

from __future__ import annotations

import re
from typing import Final

from indexer.language.tokens import fold

_MORE: Final = (
    r"öka|ökning|ökat|steg\b|stig(?:a|er|it|ande)\b|växt\b|väx(?:a|er|te|ande)\b|höj(?:a|er|[dt]\w*|s|n\w*)\b|dyrare"
    r"|fördubbl|tredubbl|fyrdubbl|mångdubbl|fler\b|högre|uppgång|tilltag"
)
_FEWER: Final = r"minsk|sjunk|sjönk|sänk|billigare|nedgång|färre|halver|lägre|avtag"
_SAME: Final = r"samma nivå|oförändra|i nivå med (?:föregående|förra)|lika (?:många|hög|stor)\w* som"
_UP: Final = (
    r"gi?ck upp|gått upp|increas|rais(?:e|es|ed|ing)\b|go(?:es|ing)? up|rise|rose|grew|grow|more (?:common|often)"
    r"|more frequent|went up|gone up"
)
_DOWN: Final = (
    r"(?:gick|gått) (?:ner|ned)|decreas|falling|falls\b|fell\b|dropped|drops\b|declin|fewer|(?:went|gone) down"
    r"|less (?:common|often)|go(?:es|ing)? down"
)
_PLANNED: Final = r"budget|planer|beräkn|kalkyl|tänkt|väntat|planned|budgeted|expected"
_ALL: Final = re.compile(r"\b(?:alla|samtliga|varje|all|every|each)\b", re.IGNORECASE)
_BUT: Final = re.compile(
    r"\b(?:alla|samtliga|varje)\b[^.]*\b(?:utom|förutom|med undantag|bortsett från)\b|\binte (?:alla|samtliga)\b",
    re.IGNORECASE,
)
_OPPOSITES: Final = tuple(
    (re.compile(rf"\b(?:{one})", re.IGNORECASE), re.compile(rf"\b(?:{other})", re.IGNORECASE))
    for one, other in (
        (rf"{_MORE}|{_UP}", rf"{_FEWER}|{_SAME}"),
        (rf"{_FEWER}|{_DOWN}", rf"{_MORE}|{_SAME}"),
        (r"höj|rais", r"sänk"),
        (r"sänk|lower|cut\b|reduc|being cut", r"höj"),
        (r"överskott|surplus|plusresultat", r"underskott|minusresultat|i balans|nollresultat"),
        (r"underskott|back\b|minus\b|deficit|loss\b|in the red",
         r"överskott|plus\b|positivt (?:resultat|utfall)|i balans|nollresultat|budget i balans"),
        (r"avslog|avslå|avslag|nej\b|reject|turned? down|turn\b[^?]*\bdown|refus|denied",
         r"godkän|bifall|biföll|antar|antog|tillstyrk|fastställ|bevilja|ställde sig bakom"),
        (r"godkän|bifall|biföll|antog|approv|adopt|accept", r"avslå|avslog|avslag|återremi|bordlägg|bordlag|besvarad"),
        (rf"(?:billigare|lägre|mindre) än (?:{_PLANNED})|(?:under|below) (?:its |the )?budget",
         rf"över budget|(?:dyrare|högre) än (?:{_PLANNED})|överskr(?:ed|id)\w*"),
        (rf"(?:dyrare|högre) än (?:{_PLANNED})|över budget|överskr(?:ed|id)|(?:over|exceed\w*) (?:its |the )?budget",
         rf"under budget|(?:billigare|lägre) än (?:{_PLANNED})|överskott mot budget"),
        (r"aldrig|alltid|never|always", r"ibland|undantagsvis|i undantagsfall|i vissa fall"),
        (r"slopa|slopp|dra(?:r|gs|s)? tillbaka|avskaffa|drop(?:s|ped)?\b|scrap|abolish|withdr[ae]w",
         r"ligger fast|kvarstår|behålls|finns kvar|fortsätter att gälla"),
        (r"förläng|extend", r"förkort|avslut|upphör"),
        (
            r"(?:drog|dras|drogs|dragits|drar|skar|skars|skurits|skärs)\b[^?.]{0,40}\b(?:in|ned|ner)\b|neddrag|nedskär|minska"
            r"|krymp|cut back|cut down|cutback|scaled (?:back|down)|reduc|shrunk|shrink|was cut|were cut|being cut",
            r"utöka|utökning|förstärkt|byggts ut|höj",
        ),
        (r"utöka|expand|enlarg|extended", r"neddrag|nedskär|drogs ned|minska|stäng|lades ned"),
        (r"(?:bara|endast|only) (?:fördubbl|doubl)|(?:fördubbl\w*|doubled) (?:bara|endast|only)", r"tredubbl|fyrdubbl"),
        (r"kosta\w*\b.*\bnågot|cost\b.*\banything|ekonomiska konsekvenser|financial (?:consequences|impact)",
         r"inga ekonomiska konsekvenser|inga kostnader|ingen kostnad|inte (?:några|någon) (?:ekonomisk|kostnad)"),
    )
)  # fmt: skip
_PARTICLES: Final = re.compile(
    r"^(?:dra|dras|drar|dragit\w*|drog\w*|skar|skars|skär|skärs|skurit\w*|gick|gått|går)$|^(?:in|ned|ner|upp|up|down)$",
    re.IGNORECASE,
)
_NOT_SO: Final = re.compile(r"\b(inte|ej|inga|ingen|aldrig)\s(\w+\s)?$", re.IGNORECASE)


def is_change(word: str) -> bool:
    """Is it one of the words that have an opposite here?"""
    return any(one.search(fold(word)) for one, _ in _OPPOSITES) or _PARTICLES.search(word) is not None


def says_the_opposite(question: str, text: str) -> bool:
    """Does the text say one of two opposites, and only that, where the question says only the other?"""
    asked, told = fold(question), fold(text)
    return any(
        one.search(asked) and _says(other, told) and not _says(one, told) and not other.search(asked)
        for one, other in _OPPOSITES
    )


def makes_an_exception(question: str, text: str) -> bool:
    """Does the text except some, where the question says all?"""
    return _ALL.search(question) is not None and _BUT.search(text) is not None


def _says(cue: re.Pattern[str], text: str) -> bool:
    """Is it said, and not that it is not so?"""
    return any(not _NOT_SO.search(text[: match.start()]) for match in cue.finditer(text))
