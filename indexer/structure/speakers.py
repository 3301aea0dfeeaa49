"""Who speaks: parties, persons, offices and bodies read off headings, lead-ins and signatures (documents.md 1.4)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from indexer.model import Speaker
from indexer.structure.folding import folded, tolerant

PARTIES = {
    "m": "M", "s": "S", "v": "V", "l": "L", "c": "C", "mp": "MP", "kd": "KD", "sd": "SD", "fi": "Fi", "fp": "FP",
    "nyd": "NyD", "pp": "PP", "spi": "SPI", "-": "-",
}  # fmt: skip
NAMED = {
    "moderaterna": "M", "moderater": "M", "socialdemokraterna": "S", "socialdemokrater": "S", "vänsterpartiet": "V",
    "liberalerna": "L", "folkpartiet": "FP", "centerpartiet": "C", "miljöpartiet": "MP", "kristdemokraterna": "KD",
    "sverigedemokraterna": "SD", "feministiskt initiativ": "Fi",
}  # fmt: skip
PARTY_MARK = re.compile(r"\((?:båda |samtliga |alla )?(?P<marks>[A-ZÅÄÖa-zåäö]{1,4}(?:\s?[,/+]\s?[A-ZÅÄÖa-zåäö]{1,4})*|-)\)")
PARTY_NAME = tolerant(rf"\b(?P<name>{'|'.join(NAMED)})(?:s)?\b")
LOCAL_PARTY = re.compile(r"[A-ZÅÄÖ]{2,4}")  # local parties are written in capitals
NAME_WORD = r"[A-ZÅÄÖÉ][\wåäöéü'’-]*[a-zåäöéü](?:-[A-ZÅÄÖ][\wåäöéü]+)?"
NAME = rf"{NAME_WORD}(?: (?:von|af|de|[A-Z]\.))*(?: {NAME_WORD}){{1,3}}"
PERSON_WITH_PARTY = re.compile(
    rf"(?P<name>{NAME}),?\s?(?:m\.?\s?fl\.?|med flera)?,?\s?(?=\((?:båda )?(?:[A-ZÅÄÖa-zåäö]{{1,4}}|-)\))"
)
OFFICES = {
    r"(?:1:e |2:e |förste |andre )?vice ordförande(?:n|na)?": "vice ordförande",
    r"ordförande(?:n)?": "ordförande",
    r"tjänstgörande ersättare(?:n)?": "tjänstgörande ersättare",
    r"ersättare(?:n)?": "ersättare",
    r"ledamot(?:en)?|ledamöter(?:na)?": "ledamot",
    r"borgarråd(?:et)?": "borgarråd",
    r"kommunalråd(?:et)?": "kommunalråd",
    r"gruppledare(?:n)?": "gruppledare",
}
OFFICE_PATTERNS = [(tolerant(rf"\b(?:{pattern})\b"), office) for pattern, office in OFFICES.items()]
CHAIR_OF = tolerant(r"(?P<whole>(?P<body>\w+(?:[- ]och \w+)?(?:nämnd|styrelse|utskott)(?:en|et)?)s (?:vice )?ordförande)")
ADMINISTRATION = tolerant(
    r"\b(?P<body>(?:[A-ZÅÄÖ]\w*- och )?[\w-]*(?:förvaltning(?:en)?|ledningskontor(?:et)?|nämndskontor(?:et)?|kontor(?:et)?))(?=\W|$)"
)
ACCOUNTING = tolerant(
    r"(?:^|\. )(?P<body>(?:[A-ZÅÄÖ][\w-]*(?:-? och )?){1,3}[\w-]*)\s+har (?:i|den) .{0,80}(?:yttrande|anfört|redovisat|följande)"
)
RETOLD = tolerant(r"^I (?:svaret|tjänsteutlåtandet|förvaltningens svar) (?:framgår|anges|står|uppges|konstateras)")
RETELLING = "återger förvaltningens svar"
NOT_NAMES = tolerant(
    r"(?:vice|ordförande\w*|ledamo\w+|ersättar\w*|nämnden|kommun\w*|stad\w*|borgarråd\w*|kommunalråd\w*|gruppledar\w*|och|för|justerat|motion)"
)


def parties(text: str) -> tuple[str, ...]:
    """Party marks in the text without brackets, each once, in order; a party's name counts when no mark stands."""
    marks = [
        party
        for match in PARTY_MARK.finditer(text)
        for mark in re.split(r"\s?[,/+]\s?", match["marks"])
        if (party := _party(mark))
    ]
    if not marks:
        marks = [NAMED.get(match["name"].lower(), "") for match in PARTY_NAME.finditer(text)]
    return tuple(dict.fromkeys(filter(None, marks)))


def _party(mark: str) -> str:
    """The party's usual mark, a local party's own, or nothing when the brackets hold something else."""
    return PARTIES.get(mark.lower(), mark if LOCAL_PARTY.fullmatch(mark) else "")


def persons(text: str) -> tuple[str, ...]:
    """Names that stand before a party mark, as written, offices taken off."""
    names = (_without_office(match["name"]) for match in PERSON_WITH_PARTY.finditer(folded(text)))
    return tuple(dict.fromkeys(name for name in names if name))


def _without_office(name: str) -> str:
    """The name without a leading office ("Ordföranden", "Ersättaren")."""
    words = name.split()
    while words and NOT_NAMES.fullmatch(words[0]):
        words = words[1:]
    return " ".join(words) if len(words) > 1 else ""


def office(text: str) -> str:
    """The first office named in the text, in its base form, or nothing."""
    found = [(match.start(), name) for pattern, name in OFFICE_PATTERNS if (match := pattern.search(text))]
    return min(found, key=lambda item: (item[0], -len(item[1])))[1] if found else ""


def politicians(text: str) -> Speaker:
    """The politicians of a statement's heading, a lead-in or a line of signers."""
    return Speaker(role=office(text), parties=parties(text), persons=persons(text))


def chair(text: str) -> tuple[str, str] | None:
    """Body and whole title of "Socialnämndens ordförande", as written; None when no such title stands."""
    found = CHAIR_OF.search(folded(text))
    return (found["body"], found["whole"]) if found else None


def administration(texts: Iterable[str]) -> str:
    """The administration as the document calls it: its most frequent own name, as first written with a capital."""
    found = [match["body"] for text in texts for match in ADMINISTRATION.finditer(folded(text))]
    named = [name for name in found if name[0].isupper() and not name.lower().startswith(("förvaltning", "forvaltning", "kontor"))]
    counted = Counter(name.lower() for name in named) or Counter(name.lower() for name in found)
    if not counted:
        return ""
    best = counted.most_common(1)[0][0]
    return next(name for name in (named or found) if name.lower() == best)


def accounting_body(text: str) -> str:
    """The administration that a lead-in names ("X-förvaltningen har i skrivelse … lämnat följande yttrande:")."""
    found = ACCOUNTING.search(folded(text))
    return found["body"] if found and ADMINISTRATION.search(found["body"]) else ""


def retells_administration(text: str) -> bool:
    """Whether a politician gives what the administration's reply said."""
    return RETOLD.match(text) is not None
