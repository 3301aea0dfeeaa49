"""Paragraphs cut into sentences, and what a sentence holds: numbers with units, periods, words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from eval.number_words import SWEDISH_MONTHS, SWEDISH_ONES

_END = re.compile(r"(?<=[.?!])[”\"]? +(?=[”\"A-ZÅÄÖ0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:bl\.a|t\.ex|d\.v\.s|dvs|s\.k|m\.m|m\.fl|ca|kl|nr|kap|st|resp|inkl|exkl|fr\.o\.m|t\.o\.m|mom|dnr|f\.n|o\.d"
    r"|etc|jfr|tom|from|max|ev|forts)|\b[A-ZÅÄÖ]|\b\d{1,2})\.$",
    re.IGNORECASE,
)
WORDS = {word: number for number, word in enumerate(SWEDISH_ONES[:15])} | {"en": 1}
UNITS = (
    "procentenheter|procent|%|miljoner kronor|miljarder kronor|mnkr|mkr|mdkr|tkr|kronor|kr|stycken|personer|årsarbetare"
    "|platser|timmar|dagar|veckor|månader|ärenden|beslut|barn|elever|brukare|anställda|tjänster|lägenheter|punkter|besök"
    "|socialsekreterare|handläggare|konsulter|hushåll|ansökningar|anmälningar|deltagare|enheter|kommuner|personal"
    "|boenden|medarbetare|ungdomar|familjer|insatser|placeringar|dygn|nätter|gånger|poäng|utredningar|chefer"
)
_VALUE = r"[-−–]?\d{1,3}(?:[   ]\d{3})+(?:,\d+)?|[-−–]?\d+(?:,\d+)?"
COUNTED = "|".join(word for word in WORDS if word not in {"en", "ett", "noll"})
FIGURE = re.compile(
    rf"(?<![\d§.,:/-])(?P<value>{_VALUE}|\b(?:{COUNTED})\b)(?P<between>\s?)(?P<unit>(?:{UNITS})\b|%)", re.IGNORECASE
)
MONTHS = "|".join(SWEDISH_MONTHS)
_DATE = re.compile(rf"\b(?:19|20)\d\d(?:-\d\d-\d\d)?\b|\b\d{{1,2}} (?:{MONTHS})\b|\(?(?:19|20)\d\d:\d+\)?")


@dataclass(frozen=True)
class Figure:
    """The one number of a sentence. value, unit: as written; start, end: of both in the sentence."""

    number: Decimal
    value: str
    unit: str
    start: int
    end: int


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph; an abbreviation does not end one."""
    found: list[str] = []
    for part in _END.split(paragraph):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def only_figure(sentence: str) -> Figure | None:
    """The figure of a sentence that holds one number with a unit and, dates apart, no other number."""
    found = list(FIGURE.finditer(sentence))
    if len(found) != 1:
        return None
    match = found[0]
    rest = _DATE.sub(" ", sentence[: match.start()]) + " " + _DATE.sub(" ", sentence[match.end() :])
    if re.search(rf"\d|\b(?:{COUNTED}|båda|hälften|tusen|miljon(?:er)?|dubbel\w*|tredjedel\w*)\b", rest, re.IGNORECASE):
        return None
    value = match["value"]
    number = Decimal(WORDS[value.lower()]) if value.lower() in WORDS else _number(value)
    return Figure(number, value, match["unit"], match.start(), match.end())


def _number(text: str) -> Decimal:
    return Decimal(re.sub(r"\s", "", text).replace(",", ".").replace("−", "-").replace("–", "-"))
