"""The plain forms of sentence that hold one figure, with the Swedish question that each answers."""

from __future__ import annotations

import re

from eval.build.sentences import MONTHS

_HEDGE = r"(?:cirka|ca|drygt|knappt|nära|ungefär|omkring|runt|totalt|sammanlagt|minst|högst|hela|endast|bara)?\s*"
_SUBJECT = r"(?P<s>[A-ZÅÄÖ][^,;:()”\"?!]{2,90}?)"
_TAIL = (
    r"(?P<tail> (?:under|för|i|per|till och med|sedan) (?:\w+ ){0,2}?"
    rf"(?:(?:{MONTHS})(?: (?:19|20)\d\d)?|(?:19|20)\d\d))?"
    r"(?:\.| ?[–-] | (?:efter|med|och|vilket)\b|,)"
)
_AUXILIARY = r"(?P<v>har|hade|ska|skulle|får|fick|kan|måste|behöver)"
FORMS = (  # before the figure, after it, the question in Swedish
    (rf"^{_SUBJECT} (?P<v>uppgår|uppgick) till {_HEDGE}$", _TAIL, "Vad {v} {s} till{tail} enligt {t}?"),
    (rf"^{_SUBJECT} (?P<v>beräknas|väntas|prognostiseras|bedöms) uppgå till {_HEDGE}$", _TAIL,
     "Vad {v} {s} uppgå till{tail} enligt {t}?"),
    (rf"^{_SUBJECT} (?P<v>är|var) {_HEDGE}$", _TAIL, "Vad {v} {s}{tail} enligt {t}?"),
    (rf"^{_SUBJECT} (?P<v>ligger|låg|kvarstår) på {_HEDGE}$", _TAIL, "På vilken nivå {v} {s}{tail} enligt {t}?"),
    (rf"^Det (?P<v>är|var|finns|fanns) {_HEDGE}$", r"(?P<rest> .{{8,140}})\.$",
     "Hur många {u} {v} det{rest} enligt {t}?"),
    (rf"^{_SUBJECT} {_AUXILIARY}(?P<mid>(?: [a-zåäö]+){{0,2}}?) {_HEDGE}$", r"(?P<rest>(?: .{{0,140}})?)\.$",
     "Hur många {u} {v} {s}{mid}{rest} enligt {t}?"),
    (rf"^{_SUBJECT} (?P<v>ökar|ökade|minskar|minskade|höjs|höjdes|sänks|prognostiseras|beräknas|väntas)"
     rf"(?P<mid>(?: [a-zåäö]+){{0,3}}?) med {_HEDGE}$", _TAIL, "Med hur mycket {v} {s}{mid}{tail} enligt {t}?"),
    (rf"^{_SUBJECT} (?P<v>omfattar|innehåller|rymmer|kostar|kostade) {_HEDGE}$", r"(?P<rest>(?: .{{0,100}})?)\.$",
     "Hur många {u} {v} {s}{rest} enligt {t}?"),
)  # fmt: skip
_NO_SUBJECT = re.compile(
    r"^(?:det|den|de|detta|denna|dessa|han|hon|vi|man|jag|här|där|då|nu|samtidigt|även|också|därför|vidare|dock|som|i|på"
    r"|under|efter|inom|från|med|för|av|vid|enligt|till|om|när|eftersom|trots|jämfört|utöver|genom|utifrån|totalt|sedan"
    r"|detsamma|många|några|alla|motsvarande|därtill|dessutom|ovanstående|nedanstående|varav|sådan|samma)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:den|det|de) [a-zåäö]+(?:a|ade|e) [a-zåäö]+(?:n|t|na|r)\b", re.IGNORECASE)
_VERB_INSIDE = re.compile(
    r"\b(?:som|att|är|var|har|hade|ska|kan|får|fick|blir|blev|innebär|visar|anger|uppger|menar|gör|finns|om|medan|men|eller)\b"
)
_POINTS_BACK = re.compile(
    r"^(?:åtgärden|förslaget|beslutet|summan|beloppet|kostnaden|andelen|siffran|tiden|avgiften|perioden|uppdraget"
    r"|ökningen|minskningen|höjningen|resultatet|antalet|gruppen|enheten|verksamheten|avtalet|planen)$",
    re.IGNORECASE,
)


def is_middle(verb: str, text: str) -> bool:
    """Do the words between verb and figure go into a question? No preposition left alone, no infinitive missing."""
    words = text.split()
    if words and words[-1] in {"i", "på", "med", "till", "om", "av", "för", "per", "sig", "inte"}:
        return False
    return verb not in {"prognostiseras", "beräknas", "väntas"} or any(word.endswith("a") for word in words)


def is_subject(text: str) -> bool:
    """Does the text name something by itself: no pronoun, nothing that points back, no clause, no other number?"""
    if (_NO_SUBJECT.match(text) and not _ARTICLE.match(text)) or _POINTS_BACK.match(text):
        return False
    return not _VERB_INSIDE.search(text) and len(text.split()) <= 10 and not re.search(r"\d", text)
