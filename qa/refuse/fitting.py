"""Does what would be given have the type that the question asks for? A wrong type is worse than no answer.

A rate is a percentage, a salary is money, a waiting time lasts, the next meeting lies ahead, an office is held by a
person, and what must be done at least is not what there is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from indexer.figures import Number
from indexer.language.tokens import fold
from indexer.model import Form, Role
from qa.choose.onset import without_end, without_onset
from qa.query import FIGURES, Query, Wants
from qa.read.lead import lead
from qa.read.matching import weigh
from qa.read.readings import Reading
from qa.understand.parties import parties

_RATE: Final = re.compile(
    r"\b(\w*(skatte|ränte|procent|avgifts|bidrags)sats\w*|kommunalskatt\w*|\w*kvot(en)?|(tax|interest) rates?)\b",
    re.IGNORECASE,
)
_NAMES_RATE: Final = re.compile(r"sats|kvot|ränta|utdebitering|skattekr", re.IGNORECASE)
_PAY: Final = re.compile(
    r"^(vad är|vilken|vilket|hur (hög|stor) är|what is|what are|how (high|large) is)\s(\w+\s){0,2}?"
    r"(\w*lön(en|er)?|\w*hyran?|\w*arvodet?|salar(y|ies)|wages?|rent|fees?)\b",
    re.IGNORECASE,
)
_GRANT: Final = re.compile(
    r"\b(hur mycket|how much)\b[^?]*\bi (\w*bidrag|\w*stöd|\w*ersättning|lön|hyra|skadestånd)\b", re.IGNORECASE
)
_LASTS: Final = re.compile(
    r"\b(väntetid\w*|handläggningstid\w*|utredningstid\w*|\w*restid\w*"
    r"|(waiting|processing|handling|investigation|travel) times?)\b",
    re.IGNORECASE,
)
_HOW_LONG: Final = re.compile(r"\b(hur lång|vad är|vilken|what is|what was|how long)\b", re.IGNORECASE)
_NEXT: Final = re.compile(r"\b(nästa|nästkommande|kommande|next|upcoming|coming)\s(?!steg|step)\w", re.IGNORECASE)
_WHO_IS: Final = re.compile(
    r"^(vem är|vem var|vad heter|who is|who was)\b(?!\s\w*(ed|given|made|chosen|put|told|shown)\b)"
    r"(?!.*\b(\w*ansvar\w*|responsible|huvudman|avsändar\w*|ägare|leverantör|utförare|motpart|beställare|owner|supplier|part)\b)",
    re.IGNORECASE,
)
_AT_LEAST: Final = re.compile(r"minst|högst|åtminstone|max", re.IGNORECASE)
_MUST: Final = re.compile(r"\b(ska|skall|måste|bör|får)\b", re.IGNORECASE)
_ASKS_NORM: Final = re.compile(
    r"\b(ska|skall|måste|bör|får|minst|högst|som mest|krävs|must|should|shall|may|at least|at most|required?"
    r"|minimum|maximum|allowed|have to|has to|need\w*)\b",
    re.IGNORECASE,
)
_ASKS_DATED: Final = re.compile(r"\b(dated|dater(ad|at|ade|ades))\b", re.IGNORECASE)
_DATED: Final = re.compile(r"\bdater|\bdatum|\bden \d", re.IGNORECASE)
_SUPPOSED: Final = re.compile(r"^om det (är|var)\b", re.IGNORECASE)
_SAYS: Final = re.compile(
    r"\b(say|said|think|thought|argued?|claim\w*|säger|sa|sade|tyckte|tycker|ansåg|anser|svarade|menar|skriver)\b",
    re.IGNORECASE,
)
_SWEDISH: Final = {
    "M": "moderat", "S": "socialdemokrat", "V": "vänsterparti", "C": "centerparti", "L": "liberal", "MP": "miljöparti",
    "KD": "kristdemokrat", "SD": "sverigedemokrat",
}  # fmt: skip
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?!\d)")
_TIMES: Final = frozenset("dag dagar dygn vecka veckor månad månader år timmar timme minuter".split())
_STREET: Final = re.compile(r"\b\w{2,}(gatan|vägen|gränd|torget|stigen|allén|backen|plan)\s*$", re.IGNORECASE)


def unfit(query: Query, reading: Reading) -> bool:
    """Is what the reading would give of another type than the question asks for?"""
    return any(check(query, reading) for check in _CHECKS)


def _no_rate(query: Query, reading: Reading) -> bool:
    """A rate is a share, or so much per something."""
    if not _RATE.search(query.question) or query.yes_no or query.wants is Wants.REASON:
        return False
    return not _NAMES_RATE.search(reading.passage.text)


def _no_money(query: Query, reading: Reading) -> bool:
    asked = _PAY.search(query.question) or _GRANT.search(query.question)
    if asked is None or query.changes or _in_table(reading):
        return False
    return not any(number.kind == "money" for number in reading.passage.numbers)


def _no_time(query: Query, reading: Reading) -> bool:
    """A waiting time is so many days, or more than another."""
    asked = _LASTS.search(query.question) and _HOW_LONG.search(query.question)
    if not asked or query.wants is Wants.REASON or query.yes_no or _in_table(reading):
        return False
    return not any(number.unit.lower() in _TIMES for number in reading.passage.numbers)


def _past(query: Query, reading: Reading) -> bool:
    """The next one lies after the day of the document that tells of it."""
    date = reading.passage.candidate.document.date
    if query.wants is not Wants.DATE or not _NEXT.search(query.question) or not date:
        return False
    named = [period for period in reading.passage.periods if not period.yearless]
    return bool(named) and not any(period.end > date[: len(period.end)] for period in named)


def _not_dated(query: Query, reading: Reading) -> bool:
    asked = query.wants is Wants.DATE and _ASKS_DATED.search(query.question) is not None
    return asked and not _DATED.search(reading.passage.text)


def _only_supposed(query: Query, reading: Reading) -> bool:
    """ "Om det är 25 …" states no figure."""
    return query.wants is Wants.COUNT and _SUPPOSED.search(reading.passage.text) is not None


def _no_person(query: Query, reading: Reading) -> bool:
    """Who is something: a person, no body."""
    if query.wants is not Wants.PERSON or not _WHO_IS.search(query.question):
        return False
    return not reading.passage.persons


def _only_a_norm(query: Query, reading: Reading) -> bool:
    """How many there are is not how many there must be at least."""
    passage = reading.passage
    if query.wants is not Wants.COUNT or _ASKS_NORM.search(query.question) or passage.numbers == ():
        return False
    direct = lead(query, weigh(query), passage)
    if direct is None or not direct.figures or not _MUST.search(passage.text):
        return False
    return _AT_LEAST.search(direct.figures[0].hedge) is not None


def _of_an_address(query: Query, reading: Reading) -> bool:
    """A number that follows the name of a street is its own."""
    if query.wants not in FIGURES or _in_table(reading):
        return False
    direct = lead(query, weigh(query), reading.passage)
    if direct is None or not direct.figures:
        return False
    given = [n for n in reading.passage.numbers if direct.figures[0].value in {n.value, n.upper}]
    return bool(given) and all(_in_street(reading.passage.text, number) for number in given)


def _in_street(text: str, number: Number) -> bool:
    before = text[: number.start]
    second = not number.unit and re.search(r"\d[-–]$", before) is not None  # "19-21"
    return second or _STREET.search(re.sub(r"[\d–-]+$", "", before)) is not None


def _of_another_party(query: Query, reading: Reading) -> bool:
    """What a party says stands where the party is named: by its name, its mark, or as who speaks."""
    if query.wants is not Wants.TEXT or not _SAYS.search(query.question):
        return False
    mark = next((party.mark for party in parties(query.question)), None)
    paragraph = reading.passage.candidate.paragraph
    around = " ".join((paragraph.readable, *paragraph.place.headings))
    if mark is None or mark in paragraph.speaker.parties or f"({mark})" in around:
        return False
    return _SWEDISH.get(mark, mark) not in fold(around)


def _in_table(reading: Reading) -> bool:
    return reading.passage.candidate.paragraph.form is Form.TABLE


def _of_no_such_year(query: Query, reading: Reading) -> bool:
    """A figure for a year later than the document itself stands only where that year is named."""
    years = _YEAR.findall(reading.passage.candidate.document.date or reading.passage.context)
    asked = [period.start[:4] for period in query.periods if period.start[:4].isdigit()]
    if query.wants not in FIGURES | {Wants.TEXT} or not years or len(asked) != 1 or asked[0] <= max(years):
        return False
    if reading.passage.candidate.paragraph.role in {Role.SIGNATURE, Role.PROCEDURE}:
        return False
    around = f"{reading.passage.candidate.paragraph.readable} {reading.passage.context}"
    return asked[0] not in around and not any(
        one.overlaps(period)
        for one in query.periods
        for period in reading.passage.context_periods
        if not period.yearless
    )


_CHECKS: Final[tuple[Callable[[Query, Reading], bool], ...]] = (
    _no_rate,
    _no_money,
    _no_time,
    _past,
    _no_person,
    _not_dated,
    _only_supposed,
    _only_a_norm,
    _of_an_address,
    _of_no_such_year,
    _of_another_party,
    without_onset,
    without_end,
)
