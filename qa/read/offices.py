"""Offices that a question asks for and somebody holds: the chair is neither the vice chair nor the secretary.

Beside persons, a body or a title may be what a label of the front page gives ("Beställare: Kommunstyrelsen").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from indexer.figures import Person
from indexer.model import Role

TITLED: Final = frozenset({Role.PROCEDURE, Role.SIGNATURE})
"""Roles of paragraphs that say who is what."""

LONGEST: Final = 320
"""Characters of a line or block of front page or signatures that says who is what, at most."""

CHECKED: Final = re.compile(r"Justera[td]?\b", re.IGNORECASE)
"""How the line begins above those who checked the minutes."""

_BESIDE: Final = 20  # characters between an office and who holds it, at most
_LABEL: Final = re.compile(r"(?:(?<=\s)|^)[A-ZÅÄÖ][a-zåäö]+(?: [a-zåäö]+)?:?\s$")
_COMMA: Final = re.compile(r"(\s?\([\w-]{1,4}\))?,\s$")
_PAPER: Final = r"(\w*plan(en)?|riktlinje\w*|polic\w+|rutin\w*|dokument\w*|(action )?plan|guidelines?|document)\b"
_ACCOUNT: Final = r"\w*(?:svar|utlåtande|rapport|uppföljning|utredning|underlag|yttrande)(?:et|en)?\b"
_OFFICES: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(held, re.IGNORECASE))
    for asked, held in (
        (r"\bvice ordförande|\bvice[- ]chair|\bdeputy chair", r"vice ordförande"),
        (
            r"\bjuster(ade|are|ar|at|ande)\b|\b(checked|approved|verified|attested|confirmed|certified) the minutes"
            r"|\b(signed off|countersigned) (on )?the minutes|\badjuster"
            r"|\bminutes\b[^?]*\b(adjusted|approved|checked|verified|attested|confirmed)\b[^?]*\bby whom\b",
            r"juster\w*",
        ),
        (r"\b(förde|skrev|för) protokoll|\b(kept|took|keeps) the minutes", r"sekreterare|vid protokollet"),
        (
            r"\bordförande|\bchair|\bled(de|er|s|des)?\b[^?]*\b(\w*möte\w*|sammanträde\w*|meeting)|\bpresided\b",
            r"(?<!vice )ordförande",
        ),
        (r"\w*sekreterare(?! har)\b(?<!socialsekreterare)|\bsecretary", r"sekreterare"),
        (r"\w*förvaltningschef|\bhead of (the )?\w* ?administration", r"förvaltningschef|förvaltningsdirektör"),
        (r"\bavdelningschef|\bhead of department", r"avdelningschef"),
        (r"\bstadsdelsdirektör|\bdistrict director", r"stadsdelsdirektör"),
        (r"\bsocialdirektör|\bdirector of social services|\bsocial services director", r"socialdirektör"),
        (
            r"\bbeställ(t|de|are|s|ts|des)\b|\buppdragsgivare|\bcommission(ed|ing|er)\b|\bordered\b",
            r"beställare|uppdragsgivare",
        ),
        (
            rf"\bansvarig\w* för (den |det |de )?([\w-]+ )?{_PAPER}|\bdokumentansvarig|\bdokumentägare"
            rf"|\b(responsible for|in charge of|owner of|owns) (the |this )?([\w-]+ ){{0,3}}?{_PAPER}",
            r"dokumentansvarig\w*|dokumentägare|ansvarig för dokumentet|planansvarig|ansvarig:",
        ),
        (
            r"\bhandläggare|\bcase officer|\bprepared\b"
            r"|\b(handled|wrote) [^?]*\b(repl(y|ies)|respon[sd]\w*|reports?|follow-up)\b(?![^?]*\binterpellation)"
            r"|\b(?:vem|vilka)\b(?: \w+){0,3}? (?:skrev|skrivit|handlade|handlagt)"
            rf"(?: (?!förslag)\w+){{0,3}}? {_ACCOUNT}(?![^?]*\binterpellation)"
            r"|\bhandla(de|gt|gts|des)\b[^?]*\b(\w*ärende|fråga)\w*"
            r"|\b(höll i|hållit i|håller i|hade hand om|har hand om) \w*(ärende|fråga)\w*"
            r"|\b(handled|in charge of|responsible for|dealt with|looked after) [^?]*\b(matter|case|item|file)\b",
            r"handläggare|controller|utredare|strateg",
        ),
        (
            r"\bkontaktperson(?:en)?\b|\b(?:kan|ska|bör) (?:man|jag|vi) (?:kontakta|höra av)|\bcontact\b",
            r"kontaktperson|kontakt:",
        ),
        (
            r"\b(?:fire|rescue) (?:chief|director)|\bhead of (?:the )?(?:fire|rescue)",
            r"räddningschef|räddningsdirektör|brandchef",
        ),
        (r"\bhead nurse|\bmedically responsible|\bnurse\b[^?]*\bresponsib", r"medicinskt ansvarig|\bMAS\b"),
        (r"\b(?:project|assignment|team) (?:leader|manager)", r"projektledare|uppdragsledare"),
        (
            r"\b(?:HR|personnel|staff) (?:manager|director|chief)|\bhead of (?:HR|personnel|staff)",
            r"personalchef|HR-chef|HR-direktör",
        ),
        (r"\bhead of (?:the )?social services", r"socialchef|socialdirektör"),
        (
            r"\bhead of schools|\bschools? (?:chief|director)",
            r"skolchef|skoldirektör|utbildningschef|utbildningsdirektör",
        ),
        (
            r"\bhead of finance|\b(?:finance|financial) (?:director|manager|chief|officer)",
            r"ekonomichef|ekonomidirektör|finanschef",
        ),
        (
            r"\b(?:municipal|city|town) (?:director|manager)|\b(?:municipal|city) chief executive",
            r"kommundirektör|kommunchef|stadsdirektör",
        ),
        (r"\bmanaging director|\bchief executive|\bCEO\b", r"\bVD\b|verkställande direktör"),
    )
)
_TITLE: Final = re.compile(
    r"""^(?:vem|vilka|who)\b[^?]*?\b(?P<whose>[a-zåäö-]{2,})s?
        (?P<title>chef|direktör|ledare|samordnare|strateg|sekreterare|kamrer|jurist|arkitekt|ingenjör|utvecklare)(?:en|n)?\b""",
    re.IGNORECASE | re.VERBOSE,
)
_VALUE: Final = re.compile(r"\s*:\s*(?P<value>[A-ZÅÄÖ](?:(?!\s[A-ZÅÄÖ][\w-]*:|\s{3}|,|;|\n)[^.]){2,60})")
_ROLE: Final = re.compile(
    r"""^(?:vilken|vad)\b[^?]*?\b(?:roll|titel|befattning|tjänstetitel|post)\b | \bjobba\w*\s[^?]*\bsom\b
      | ^what\b[^?]*?\b(?:role|title|position|post|job)\b | ^in\swhat\s(?:capacity|role)""",
    re.IGNORECASE | re.VERBOSE,
)
_SIGNATURE: Final = re.compile(
    r"""\bunderteckna\w*|\bskr[ie]v\w*\s(på|under)\b|\bsigne(rat|rade|d)\b|\bsignator\w*|\bput\s(his|her|their)\snames?\b
      |\b(står|stod)\sbakom\s\w*(skrivelse|brev)\w*|\bbehind\sthe\sletter|\bavsändar\w*|\bsender""",
    re.IGNORECASE | re.VERBOSE,
)


def asked_office(question: str) -> re.Pattern[str] | None:
    """How the office that the question asks for is written in documents; None when it asks for none."""
    return next((held for asked, held in _OFFICES if asked.search(question)), None) or _by_its_title(question)


@lru_cache(maxsize=1 << 8)
def _by_its_title(question: str) -> re.Pattern[str] | None:
    """A title that the question gives as documents do ("räddningschef", "förbundsdirektören")."""
    found = _TITLE.search(question)
    if found is None:
        return None
    whose = found["whose"].removesuffix("s")
    return re.compile(rf"\b{re.escape(whose)}s?{found['title']}", re.IGNORECASE)


def holders(office: re.Pattern[str], text: str, persons: tuple[Person, ...]) -> list[Person]:
    """The persons of the text who hold the office: by their role, else the nearest to where the office is named."""
    if CHECKED.match(text) and office.search(text[: text.find(" ")]):
        return list(persons)  # below "Justerat 2019-04-24" everybody approved the minutes
    below = _below_its_label(office, text, persons)
    if below:
        return below
    by_role = [person for person in persons if office.search(person.role)]
    if by_role:
        return _after_a_comma(office, text, by_role) or _on_its_line(office, text, by_role) or by_role
    beside = (_nearest(named.start(), named.end(), persons) for named in office.finditer(text))
    near = list(dict.fromkeys(person for person in beside if person is not None))
    return [person for person in near if not person.role] or [p for p in near if _stands_right_behind(office, text, p)]


def labelled(office: re.Pattern[str], text: str) -> str:
    """What stands behind the office's label ("Beställare: Kommunstyrelsen"), "" where it is none."""
    found = (_VALUE.match(text, named.end() - named.group().endswith(":")) for named in office.finditer(text))
    return next((" ".join(value["value"].split()) for value in found if value is not None), "")


def asks_signature(question: str) -> bool:
    """Is it asked who signed?"""
    return _SIGNATURE.search(question) is not None


def asks_role(question: str) -> bool:
    """Is it asked what somebody is ("Vilken roll har Eva Ek?")?"""
    return _ROLE.search(question) is not None


def span_of(person: Person, text: str, persons: tuple[Person, ...]) -> tuple[int, int]:
    """Where the text speaks of one person of several: the name with the office before or after it."""
    starts = sorted({one.start for one in persons if one.start > person.start})
    ends = sorted({one.end for one in persons if one.end < person.start})
    before = text[ends[-1] if ends else 0 : person.start]
    titled = not text[: min(one.start for one in persons)].strip()  # it begins with a name: titles follow names
    label = None if titled else _LABEL.search(before)
    start = person.start - (len(label.group()) if label else 0)
    end = starts[0] if starts else len(text)
    own = text[person.start : end]
    following = _LABEL.search(own) if starts else None
    if following and label:
        end = person.start + following.start()  # the office stands before each name: the next one's is not his
    return start, start + len(text[start:end].rstrip(" ,;\n"))


def _below_its_label(office: re.Pattern[str], text: str, persons: tuple[Person, ...]) -> list[Person]:
    """Where each name stands on the line below its office: the one below this office."""
    lines = [line.strip(" :") for line in text.split("\n")]
    rows = {text.count("\n", 0, person.start): person for person in persons}
    if 0 in rows:
        return []  # the offices stand below the names
    labels = [row for row, line in enumerate(lines) if row not in rows and office.fullmatch(line.lower())]
    return [rows[row + 1] for row in labels if row + 1 in rows]


def _after_a_comma(office: re.Pattern[str], text: str, persons: list[Person]) -> list[Person]:
    """In "Eva Ek (V), ordförande Bo Lund (S)": Eva Ek, though the office stands before Bo Lund too."""
    before = (_COMMA.search(text[: named.start()]) for named in office.finditer(text))
    ends = {comma.start() for comma in before if comma is not None}
    return [person for person in persons if person.end in ends]


def _on_its_line(office: re.Pattern[str], text: str, persons: list[Person]) -> list[Person]:
    """Those on whose own line the office stands."""
    lines = text.split("\n")
    return [person for person in persons if office.search(lines[text.count("\n", 0, person.start)])]


def _stands_right_behind(office: re.Pattern[str], text: str, person: Person) -> bool:
    """Does the office follow the name, of whom the office before the name is another's?"""
    return office.match(text[person.end :].lstrip(" ,\n")) is not None


def _nearest(start: int, end: int, persons: tuple[Person, ...]) -> Person | None:
    """The person beside the place; of two as near the one of whom no office is said."""

    def gap(person: Person) -> int:
        return max(person.start - end, start - person.end)

    closest = min(persons, key=lambda person: (gap(person), bool(person.role)), default=None)
    return closest if closest is not None and gap(closest) <= _BESIDE else None
