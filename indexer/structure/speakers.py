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
MARKS = r"[A-ZÅÄÖa-zåäö]{1,4}(?:\s?[,/+]\s?[A-ZÅÄÖa-zåäö]{1,4})*|-"
PARTY_MARK = re.compile(rf"\((?:båda |samtliga |alla )?(?P<marks>{MARKS})\)")
PARTY_NAME = tolerant(rf"\b(?P<name>{'|'.join(NAMED)})(?:s)?\b")
LOCAL_PARTY = re.compile(r"[A-ZÅÄÖ]{2,4}")  # local parties are written in capitals
NAME_WORD = r"[A-ZÅÄÖÉ][\wåäöéü'’-]*[a-zåäöéü](?:-[A-ZÅÄÖ][\wåäöéü]+)?"
NAME = rf"{NAME_WORD}(?: (?:von|af|de|[A-Z]\.))*(?: {NAME_WORD}){{1,3}}"
PERSON_WITH_PARTY = re.compile(
    rf"(?<![\w-])(?P<name>{NAME}),?\s?(?:m\.?\s?fl\.?|med flera)?,?\s?(?=\((?:båda )?(?:[A-ZÅÄÖa-zåäö]{{1,4}}|-)\))"
)
FIRST_OF_TWO = re.compile(rf"(?<![\w-])(?P<name>{NAME}) (?:och|samt) (?={NAME} \(båda )")
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
CHAIR_OF = tolerant(
    r"(?P<whole>(?P<body>\w+(?:[- ]och \w+)?(?:nämnd|styrelse|utskott)(?:en|et|n)?)s (?:vice )?ordförande)"
)
CHAIR_IN = tolerant(
    r"(?P<whole>(?:vice )?ordförande(?:n)? i (?P<body>(?:\w+- och )?\w*(?:nämnd|styrelse|utskott)(?:en|et|n)?))"
)
ADMINISTRATION = tolerant(
    r"(?<![\w-])(?P<body>(?:\w+- och |(?-i:[A-ZÅÄÖ])\w* och (?=(?-i:[A-ZÅÄÖ])))?"
    r"[\w-]*(?:förvaltning(?:en)?|kontor(?:et)?))(?=s?\b)"
)
UNNAMED = tolerant(r"(?:förvaltning|kontor)(?:en|et)?")
OFFICE_NAME = tolerant(r".*kontor(?:et)?")
ACCOUNTING = tolerant(
    r"(?:^|\. )(?P<body>[\w-]++(?: [\w-]++){0,3}?) har (?:i|den) .{0,80}(?:yttrande|anfört|redovisat|följande)"
)
LEAD_IN_LENGTH = 400  # characters in which a lead-in names who speaks
RETOLD = tolerant(r"^I (?:svaret|tjänsteutlåtandet|förvaltningens svar) (?:framgår|anges|står|uppges|konstateras)")
RETELLING = "återger förvaltningens svar"
NOT_NAMES = tolerant(
    r"(?:vice|tf|tf\.|\w*ordförande\w*|[\w-]*ledam[oö]\w+|ersättar\w*|\w*(?:nämnd|styrelse|utskott)(?:en|et)?s?|kommun\w*|stad\w*"
    r"|borgarråd\w*|gruppledar\w*|och|för|justerat|motion|skrivelse)"
)


def parties(text: str) -> tuple[str, ...]:
    """Party marks in the text without brackets, each once, in order; a party's name counts when no mark stands."""
    words = folded(text)
    behind_names = {match.end() for match in PERSON_WITH_PARTY.finditer(words)}
    marks = [
        party
        for match in PARTY_MARK.finditer(words)
        for mark in re.split(r"\s?[,/+]\s?", match["marks"])
        if (party := _party(mark, match.start() in behind_names))
    ]
    if not marks:
        marks = [NAMED.get(match["name"].lower(), "") for match in PARTY_NAME.finditer(text)]
    return tuple(dict.fromkeys(filter(None, marks)))


def _party(mark: str, named: bool) -> str:
    """The party's usual mark; behind a name also lower case and a local party's own; else nothing (IVO is no party)."""
    usual = PARTIES.get(mark.lower(), "")
    if usual == mark or (named and usual):
        return usual
    return mark if named and LOCAL_PARTY.fullmatch(mark) else ""


def persons(text: str) -> tuple[str, ...]:
    """Names that stand before a party mark, as written, offices taken off."""
    words = folded(text)
    found = [(match.start(), match["name"]) for match in PERSON_WITH_PARTY.finditer(words)]
    found += [(match.start(), match["name"]) for match in FIRST_OF_TWO.finditer(words)]
    return tuple(dict.fromkeys(name for _, words in sorted(found) if (name := person(words))))


def person(name: str) -> str:
    """The name without offices and bodies at its ends ("Ordföranden", "Socialnämndens"); may be nothing."""
    words = name.split()
    while words and NOT_NAMES.fullmatch(words[0]):
        words = words[1:]
    while words and NOT_NAMES.fullmatch(words[-1]):
        words = words[:-1]
    return " ".join(words) if len(words) > 1 else ""


def office(text: str) -> str:
    """The first office named in the text, in its base form, or nothing."""
    found = [(match.start(), name) for pattern, name in OFFICE_PATTERNS if (match := pattern.search(text))]
    return min(found, key=lambda item: (item[0], -len(item[1])))[1] if found else ""


def politicians(text: str) -> Speaker:
    """The politicians of a statement's heading, a lead-in or a line of signers."""
    return Speaker(role=office(text), parties=parties(text), persons=persons(text))


def signer(text: str, names: Iterable[str]) -> Speaker:
    """Who signs: the names on the signing lines with the parties and the office in the whole signature's text.

    The chair of a board speaks for it: "Socialnämndens ordförande" gives the role as written and the board as body.
    """
    named = politicians(text)
    title = chair(text)
    body, role = title if title else ("", named.role)
    return Speaker(body, role, named.parties, tuple(dict.fromkeys(names)) or named.persons)


def chair(text: str) -> tuple[str, str] | None:
    """Body and whole title of "Socialnämndens ordförande", as written; None when no such title stands."""
    found = CHAIR_OF.search(folded(text)) or CHAIR_IN.search(folded(text))
    return (found["body"], found["whole"]) if found else None


def administration(texts: Iterable[str]) -> str:
    """The administration as the document calls it: its most frequent own name, as written with a capital where it is.

    A förvaltning goes before a kontor (the municipality's central office is named everywhere), a name before none.
    """
    found = [match["body"] for text in texts for match in ADMINISTRATION.finditer(folded(text))]
    named = [name for name in found if not UNNAMED.fullmatch(name)]
    own = [name for name in named if not OFFICE_NAME.fullmatch(name)]
    best = own or (named if len(named) > 1 else []) or [name for name in found if name.endswith(("en", "et"))]
    if not best:
        return ""
    commonest = Counter(name.lower() for name in best).most_common(1)[0][0]
    return max((name for name in best if name.lower() == commonest), key=lambda name: name[0].isupper())


def accounting_body(text: str) -> str:
    """The administration that a lead-in names ("X-förvaltningen har i skrivelse … lämnat följande yttrande:")."""
    found = ACCOUNTING.search(folded(text[:LEAD_IN_LENGTH]))
    return found["body"] if found and ADMINISTRATION.search(found["body"]) else ""


def retells_administration(text: str) -> bool:
    """Whether a politician gives what the administration's reply said."""
    return RETOLD.match(text) is not None
