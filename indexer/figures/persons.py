"""Persons in Swedish text: name, party mark and role, as written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_PARTICLE = r"(?:af|von|de|van|der|den|la|le|el|al|da|di|zu)"
_PART = r"[A-ZÅÄÖÉÜ][a-zåäöéèüáóçñ]+(?:[A-ZÅÄÖ][a-zåäö]+)?(?:-[A-ZÅÄÖa-zåäö][a-zåäöéü]+){0,2}"
_NAME = re.compile(
    rf"(?<![\w-])({_PART}(?:[ \u00a0\n](?:{_PARTICLE}[ \n])?(?:{_PART}|[A-Z]\.?(?=[ "
    rf"\n][A-ZÅÄÖ]))){{1,3}})(?!\w)"
)
_PARTY = re.compile(
    r"(?:\sm\.?\s?fl\.?,?)?[ \u00a0\n]?\(\s?(?:båda |alla )?([A-ZÅÄÖ]{1,4}|Fi|m|s|v|l|c|mp|kd|sd|fp|"
    r"fi|-|–|ALP|opol)\.?\s?\)"
)
_SHARED = re.compile(r"(?:\sm\.?\s?fl\.?)?\s?\((?:båda|alla|samtliga) ([A-ZÅÄÖ]{1,3}|Fi|m|s|v|l|c|mp|kd|sd|fp)\)")
_ROLE_WORDS = (
    r"(?:(?:1:e|2:e|3:e|förste|förste|andre|tredje|första|andra)\s)?(?:vice\s)?(?:(?:tjänstgörande|tf\.?|t\.f\.|"
    r"tillförordnad|bitr\.?|"
    r"biträdande|social|skol|kommun|ekonomi|stads|stadsdels|avdelnings|enhets|verksamhets|förvaltnings|HR-?|IT-?|"
    r"kvalitets|utvecklings|nämnd|kommun|stads|utrednings|personal|kansli|jurist|miljö)[\s-]?){0,2}"
    r"(?:ordföranden?|ledamot(?:en)?|ledamöterna|ersättar(?:e|en|na)|borgarrådet|borgarråd|kommunalrådet|kommunalråd|"
    r"direktören|direktör|direktor|chefen|chef|handläggare|sekreterare|sekreteraren|controller|controllern|ekonom|"
    r"ekonomen|strateg|"
    r"strategen|utredare|utredaren|samordnare|samordnaren|juristen|jurist|justerare|inspektör|kurator|socionom|"
    r"planerare|"
    r"utvecklare|rektor|revisor|revisorn|föredragande|koordinator|enhetschef|gruppledare|kontaktpolitiker)"
)
_TITLE = re.compile(
    r"\w*(?:chefe?n?|direktör|direktor|strateg|sekreterare|utredare|utvecklare|samordnare|ledare|"
    r"person|ansvarig|handläggare|ekonom|controller|jurist|ledamot|ersättare|justerande|justerare|anteckning|tf)\Z",
    re.IGNORECASE,
)
_COMMON_ENDING = re.compile(
    r"(?:ning|ningen|ningar|het|heten|heter|tion|tionen|else|elsen|elser|skap|nummer|nr|itet|"
    r"modellen|underlag|utdrag|bestyrkande|kategori|avtal|protokoll|datum|kontoret|faktorer|kostnad|kostnader|"
    r"verksamhetens|verksamheten|tal|bestämmelser|riktlinjen|hotel|belopp)\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_LOWER = re.compile(r"(?<!\w)[a-zåäö]{3,}(?!\w)")
_ROLE_BEFORE = re.compile(rf"(?<!\w)({_ROLE_WORDS})(?:\s(?:i|för)\s\w+)?(?:[:,]?[ \u00a0]+|:\s+)$", re.IGNORECASE)
_ROLE_LINE_BEFORE = re.compile(rf"(?<!\w)({_ROLE_WORDS})[ ]?\n$", re.IGNORECASE)
_ROLE_AFTER = re.compile(
    rf"(?:,\s|\s?\(|[ \t]*\n[ \t]*|\s–\s|\s)((?:\w+(?:ns|s)\s)?{_ROLE_WORDS})(?!\w)", re.IGNORECASE
)
_BARE_TITLE = re.compile(r"\s*(?:\([\w-]{1,4}\))?,?\s+((?:tf\.?\s)?\w*" + _ROLE_WORDS + r")\s+", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"(?:\w*(?:kommuns?|kommuner|nämnd|nämnden|förvaltning|förvaltningen|skolan?|styrelsen|verket|myndigheten|"
    r"förbundet|"
    r"förbund|förening|föreningen|universitet|högskola|gatan|vägen|torget|sjukhus|vårdcentral|partiet|bolaget|"
    r"institutet|"
    r"domstol|församling|regionen|enheten|avdelningen|utskottet|planen|rapporten|lagen|centrum)|stads?|län|region|"
    r"landsting|AB|HB|råd|rådet|hus|huset|gården|socken|kyrka|fullmäktige|sverige|sveriges)$",
    re.IGNORECASE,
)
_AFTER_ORGANISATION = re.compile(
    r"\s(?:kommun|stad|län|AB|församling|socken|universitet|skola|sjukhus|HB|förening|"
    r"stadsdel)\w*\b"
)
_COMMON = frozenset(
    (
        "i på för om med till från av per under den det de en ett detta denna vid efter enligt som när hur vad var "
        "vilken vilka "
        "vem kan ska har är handläggare telefon datum sida plats närvarande frånvarande beslutande utses justerare "
        "kontakt ärendet "
        "ärende bilaga bilagor beslut förslag bakgrund sammanfattning protokoll sekreterare ordförande ordföranden "
        "ledamot ledamoten "
        "ersättare ersättaren vice ledamöter tjänstgörande övriga nämnden förvaltningen svar skrivelse interpellation "
        "motion avdelningschef "
        "socialdirektör direktör chef controller ekonom särskilt "
        "reservation beslutet justerat justeras vid protokollet "
        "sveriges svenska "
        "svensk tack med anledning socialnämnden "
        "kommunstyrelsen kommunfullmäktige socialnämndens januari februari mars "
        "april maj juni "
        "juli augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag yrkande "
        "yrkar både även "
        "norra södra östra västra nya stora lilla gamla vård social kommunens stadens "
        "regionen lag lagen "
        "region landstinget länsstyrelsen kommun föreningen stiftelsen "
        "nordiska europeiska förenta republiken kungliga statens sankt "
        "saint hotell universitetet super new san los the "
        "of and "
        "uppdragsgivare leverantör avsändare mottagare namn underskrift ort tid diarienummer postadress besöksadress "
        "e-post fax"
    ).split()
)


@dataclass(frozen=True)
class Person:
    """A person as a text names them. party is the mark without brackets ("-" for none), role as written; "" when "
    "not stated."""

    name: str
    party: str
    role: str
    start: int
    end: int


def persons(text: str) -> list[Person]:
    """The persons named in `text`, in order; start and end are those of the name.

    Capitalised pairs without party or role count when no word of theirs looks like a noun or an organisation and none
    stands in small letters elsewhere in the text.
    """
    found: list[Person] = []
    small = frozenset(_LOWER.findall(text))
    at = 0
    while (match := _NAME.search(text, at)) is not None:
        span = _trimmed_span(text, *match.span(1))
        at = max(span[1], match.start(1) + 1) if span else match.end(1)
        person = _person(text, *span, small) if span else None
        if person is not None:
            found.append(person)
    apart = [one for person in found for one in _side_by_side(text, person)]
    return _with_shared_parties(text, _with_titles_after(text, apart))


def _trimmed_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without titles and nouns at its head and from its tail; None when no two words are left.

    A line that is all name ends the name; one that has other words before it may run on ("ordföranden Eva⏎Ek Lund").
    """
    words = [word.span() for word in _WORD.finditer(text, start, end)]
    while words and _is_common(text[slice(*words[0])]):
        words.pop(0)
    for at in range(1, len(words)):
        broken = "\n" in text[words[at - 1][1] : words[at][0]]
        alone = at > 1 and not text[text.rfind("\n", 0, words[0][0]) + 1 : words[0][0]].strip()
        if _is_common(text[slice(*words[at])]) or (broken and alone):
            words = words[:at]
            break
    return (words[0][0], words[-1][1]) if len(words) > 1 else None


def _is_common(word: str) -> bool:
    return word.lower() in _COMMON or _TITLE.match(word) is not None or _COMMON_ENDING.search(word) is not None


def _person(text: str, start: int, end: int, small: frozenset[str]) -> Person | None:
    name = " ".join(text[start:end].split())
    words = name.split()
    if len(set(words)) < len(words):
        return None
    if any(_ORGANISATION.match(word) for word in words[1:]) or _AFTER_ORGANISATION.match(text, end):
        return None
    if words[0].endswith(("nämnden", "nämndens", "förvaltningen", "förvaltningens", "kommunens")):
        return None
    mark = _PARTY.match(text, end)
    party = mark.group(1) if mark else ""
    role = _role(text, start, mark.end() if mark else end)
    if not party and not role and any(word.lower() in small for word in words if word[0].isupper()):
        return None
    return Person(name, party, role, start, end)


def _role(text: str, start: int, end: int) -> str:
    left = text[max(0, start - 60) : start]
    found = _ROLE_BEFORE.search(left) or _ROLE_AFTER.match(text, end) or _ROLE_LINE_BEFORE.search(left)
    return " ".join(found.group(1).split()) if found else ""


def _with_titles_after(text: str, found: list[Person]) -> list[Person]:
    """In "Eva Ek Förvaltningschef Bo Lund Utredare", which begins with a name, each title is of the name before it."""
    ends = [person.start for person in found[1:]]
    titles = [_BARE_TITLE.fullmatch(text, person.end, end) for person, end in zip(found, ends, strict=False)]
    if not titles or titles[0] is None or text[: found[0].start].strip():
        return found
    marks = ((person, _PARTY.match(text, person.end)) for person in found[len(titles) :])
    after = (_ROLE_AFTER.match(text, mark.end() if mark else person.end) for person, mark in marks)
    roles = [*(title and title[1] for title in titles), *(role and role[1] for role in after)]
    return [replace(person, role=" ".join((role or "").split())) for person, role in zip(found, roles, strict=True)]


def _side_by_side(text: str, person: Person) -> list[Person]:
    """Two signatures on one line, "Eva Ek Bo Lund" over "Förvaltningschef Utredare", are two persons."""
    words = [word.span() for word in _WORD.finditer(text, person.start, person.end)]
    end = text.find("\n", person.end)
    titles = text[end + 1 :].split("\n", 1)[0].split() if end >= 0 and not text[person.end : end].strip() else []
    if len(words) != 4 or person.party or len(titles) != 2 or not all(_TITLE.match(title) for title in titles):
        return [person]
    halves = ((words[0][0], words[1][1]), (words[2][0], words[3][1]))
    return [
        Person(" ".join(text[first:last].split()), "", title, first, last)
        for (first, last), title in zip(halves, titles, strict=True)
    ]


def _with_shared_parties(text: str, found: list[Person]) -> list[Person]:
    """ "A B och C D (båda X)": the mark holds for both."""
    out = list(found)
    for at in range(len(out) - 1, 0, -1):
        last = out[at]
        if _SHARED.match(text, last.end) is None:
            continue
        for other in range(at - 1, -1, -1):
            between = text[out[other].end : out[other + 1].start]
            if out[other].party or len(between) > 8 or "." in between:
                break
            out[other] = Person(out[other].name, last.party, out[other].role, out[other].start, out[other].end)
    return out
