"""The short direct answer at the head: the figure, date, person or reference itself, taken from the passage."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from indexer.figures import Figure, Period, Person, figures, format_number, numbers, periods
from indexer.language.tokens import fold
from indexer.model import Form
from qa.compose.english import in_english
from qa.compose.phrases import phrase
from qa.model import AnswerFigure
from qa.query import FIGURES, PIECES, Query, Wants
from qa.read.clauses import meant
from qa.read.matching import Weighed, coverage, token_set
from qa.read.offices import asked_office, asks_role, holders, labelled
from qa.read.passages import Passage
from qa.read.references import in_which_matter, registry_numbers
from qa.read.times import relative, time_of
from qa.read.typed import bodies, typed_numbers

_COUNTED: Final = re.compile(
    r"\b(?:hur många|how many)\s+(?:fler |färre |more |fewer )?(?:av (?:de|dem)\s+|of the\s+)?([a-zåäö-]{4,})",
    re.IGNORECASE,
)
_COUNTED_IN_ENGLISH: Final = re.compile(
    r"\bhow many\s+(?:more |fewer |new )?(?:of the\s+)?"
    r"((?:(?!of\b|the\b|is\b|are\b|was\b|were\b)[a-z-]+\s){0,2}?(?:[a-z-]{2,}[a-z](?<!s)s|people|children|men|women|staff|personnel))\b",
    re.IGNORECASE,
)
_RUNS: Final = re.compile(
    r"\b(appl(y|ies)|run|runs|last|lasts|valid|gäller|gälla|varar|löper|pågår|omfattar|avser)\b", re.IGNORECASE
)
_AGAINST: Final = re.compile(r"\b(mot|jämfört med|att jämföra med|medan)\b", re.IGNORECASE)
_TO_THE_MONTH: Final = len("2026-01")
_MONTHS: Final = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_PARTY: Final = re.compile(r"\((?:båda )?[A-ZÅÄÖ]{1,2}[iI]?\)")
_ASPECT: Final = 0.3
_ANY: Final = re.compile(r"budget|utfall|prognos|avvik|avv\.", re.IGNORECASE)
_ASPECTS: Final = (
    (re.compile(r"\b(räkna\w* (?:man )?med|prognos\w*|väntas|forecast\w*|expected)", re.IGNORECASE),
     re.compile("prognos", re.IGNORECASE)),
    (re.compile(r"\b(helår\w*|full[- ]year)", re.IGNORECASE), re.compile("helår", re.IGNORECASE)),
    (re.compile(r"avvik|deviat|över budget|over budget|överskott|underskott|surplus|deficit", re.IGNORECASE),
     re.compile("avv", re.IGNORECASE)),
    (re.compile(r"\b(utfall\w*|blev|kostat|betalat|outcome|actual\w*|had \w+ paid)\b", re.IGNORECASE),
     re.compile("utfall", re.IGNORECASE)),
    (re.compile(r"budget", re.IGNORECASE), re.compile("budget", re.IGNORECASE)),
)  # fmt: skip
_OF_ALL: Final = re.compile(
    r"(\d|\b(en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|hälften)) av (de |dem |totalt |sammanlagt )?$",
    re.IGNORECASE,
)
_LATER: Final = {"to": 0.6, "from": -0.6}  # without a time asked for, how it is now comes before how it was
_SINCE: Final = re.compile(r"\bsedan\s(år\s)?$", re.IGNORECASE)
_CLOCK: Final = re.compile(r"\b(?:kl\.?|klockan)\s?\d{1,2}(?:[.:]\d\d)?|\b\d{1,2}[.:]\d\d\b", re.IGNORECASE)


@dataclass(frozen=True)
class Lead:
    """The direct answer and, for a figure, the figure as data and its time (relative: named only by another time)."""

    text: str
    figures: tuple[AnswerFigure, ...] = ()
    periods: tuple[Period, ...] = ()
    relative: bool = False


def lead(query: Query, weighed: tuple[Weighed, ...], passage: Passage) -> Lead | None:
    """The direct answer in the passage, or None when the passage itself has to be read."""
    if query.wants is Wants.DURATION and _RUNS.search(query.question):
        spans = [one for one in passage.periods if one.start != one.end and len(one.start) >= _TO_THE_MONTH]
        if len(spans) == 1 and spans[0].end:
            return Lead(period_text(spans[0], query.language))
    if query.wants is Wants.TEXT and asks_role(query.question):
        return _role_lead(query, passage)
    if query.wants in FIGURES or query.wants is Wants.DURATION:
        return _figure_lead(query, weighed, passage)
    if query.wants is Wants.DATE:
        return _date_lead(query, weighed, passage)
    if query.wants is Wants.PERSON:
        return _person_lead(query, weighed, passage)
    if query.wants is Wants.DNR:
        stated = registry_numbers(passage)
        if len(stated) == 1 and (stated[0] in passage.candidate.document.dnr or in_which_matter(query.question)):
            return Lead(stated[0])
        return Lead(passage.candidate.document.dnr[0]) if len(passage.candidate.document.dnr) == 1 else None
    if query.wants is Wants.SECTION and passage.candidate.paragraph.place.section:
        return Lead(passage.candidate.paragraph.place.section)
    pattern = {Wants.PARTY: _PARTY, Wants.CLOCK: _CLOCK}.get(query.wants)
    found = list(dict.fromkeys(pattern.findall(passage.text))) if pattern else []
    return Lead(", ".join(found)) if len(found) == 1 else None


def period_text(period: Period, language: str) -> str:
    """A period in words: "november 2018", "24 mars 2019", "januari–november 2024"."""
    if period.precision == "time":
        return period.text
    start, end = _day_text(period.start, language), _day_text(period.end, language)
    if period.start == period.end or not start or not end:
        return start or end
    if period.start[:4] == period.end[:4] and len(period.start) == 7:
        start = start.rsplit(" ", 1)[0]
    return f"{start}–{end}"


def _day_text(iso: str, language: str) -> str:
    """An ISO year, month or day in words; "--05" and "--05-09" have no year."""
    if not iso:
        return ""
    parts = iso.removeprefix("--").split("-")
    year = "" if iso.startswith("--") else parts.pop(0)
    month = _MONTHS[language][int(parts[0]) - 1] if parts else ""
    day = str(int(parts[1])) if len(parts) > 1 else ""
    return " ".join(part for part in (day, month, year) if part)


def _figure_lead(query: Query, weighed: tuple[Weighed, ...], passage: Passage) -> Lead | None:
    if passage.candidate.paragraph.form is Form.TABLE:
        return _cell_lead(query, weighed, passage)
    wanted = {(number.start, number.end) for number in typed_numbers(query, passage)}
    found = [f for f in figures(passage.text, year=passage.year, damaged=passage.candidate.document.damaged)
             if (f.number.start, f.number.end) in wanted]  # fmt: skip
    if query.wants is Wants.PERCENT:
        found = [figure for figure in found if figure.number.dimension == "percent"]
    if not found:
        return None
    found = _of_the_time(query, found, passage.text)
    chosen = max(found, key=lambda figure: _fit(query, weighed, figure, passage))
    other = _other_end(chosen, found)
    time, beside = time_of(chosen, passage), relative(chosen, passage)
    text = figure_text(query, replace(chosen, period=None) if beside else chosen)
    if other is not None:
        direction = "down_from" if chosen.number.value < other.number.value else "up_from"
        text += f", {phrase(query.language, direction)} {figure_text(query, other)}"
    kept = [replace(chosen, period=time), *([] if other is None else [other])]
    return Lead(text, tuple(as_data(figure) for figure in kept), () if time is None else (time,), beside)


def _of_the_time(query: Query, found: list[Figure], text: str) -> list[Figure]:
    """Of figures set against each other ("63 …, mot 54 under 2022"): those of the time asked for, if any."""
    of_it = [one for one in found if one.period is not None and any(mine.covers(one.period) for mine in query.periods)]
    apart = any(one.period is None and _AGAINST.search(text[one.number.end :]) for one in found)
    return of_it if of_it and apart else found


def _cell_lead(query: Query, weighed: tuple[Weighed, ...], passage: Passage) -> Lead | None:
    """The cell of the row whose column head the question names best, when one does and no other as well."""
    heads, cells = passage.columns
    fits = [
        (coverage(weighed, token_set(head)) + _names_period(query, head) + _names_aspect(query, head), head, cell)
        for head, cell in list(zip(heads, cells, strict=True))[1:]
        if numbers(cell)
    ]
    fits.sort(key=lambda fit: -fit[0])
    if not fits or fits[0][0] <= 0 or (len(fits) > 1 and fits[1][0] >= fits[0][0]):
        return None
    _, head, cell = fits[0]
    value = numbers(cell)[0]
    return Lead(f"{cell} ({head})", (AnswerFigure(value.value, value.unit, measure=f"{cells[0]}, {head}"),))


def _names_aspect(query: Query, head: str) -> float:
    """Is the column what the question wants by other words: "räknade man med" the forecast, "kostade" the outcome?"""
    return _ASPECT * sum(
        1 if shown.search(head) else -1
        for asked, shown in _ASPECTS
        if asked.search(query.question) and _ANY.search(head)
    )


def _names_period(query: Query, head: str) -> float:
    return float(any(asked.same(named) or asked.covers(named) for asked in query.periods for named in periods(head)))


def _fit(query: Query, weighed: tuple[Weighed, ...], figure: Figure, passage: Passage) -> float:
    """How well one figure of a sentence fits what is asked: its period, its own words, its clause."""
    score = 0.0
    time = time_of(figure, passage)
    if query.periods and time is not None:
        score += 2.0 * any(mine.same(time) or mine.covers(time) for mine in query.periods)
        score -= 1.0 * (not any(mine.overlaps(time) for mine in query.periods))
    start, end = figure.clause
    score += coverage(weighed, token_set(passage.text[start:end]))
    score += 1.5 * coverage(weighed, token_set(f"{figure.measure} {figure.number.unit}"))
    score -= 1.5 * any(number.value == figure.number.value for number in query.numbers)
    score += meant(query, figure, passage.text)
    if not query.periods:
        score += _LATER.get(figure.trend, 0.0)
    if query.periods and time is None and relative(figure, passage):
        score -= 3.0  # "året innan", but before which?
    if _OF_ALL.search(passage.text[: figure.number.start]):
        score -= 4.0  # "tolv av fjorton": the whole is not the answer
    return score


def _other_end(chosen: Figure, found: list[Figure]) -> Figure | None:
    """The figure that the chosen one came from, in "från 100 … till 34 …"."""
    if chosen.trend != "to":
        return None
    before = [figure for figure in found if figure.trend == "from" and figure.number.end <= chosen.number.start]
    return before[-1] if before else None


def figure_text(query: Query, figure: Figure) -> str:
    """A figure in words: hedge, number, unit and, in brackets, its period."""
    number = figure.number
    counting = _COUNTED_IN_ENGLISH if query.language == "en" else _COUNTED
    counted = counting.search(query.question) if query.wants is Wants.COUNT else None
    hedge, value, unit = number.hedge, number.text, number.unit
    if counted and (unit.lower() in PIECES or (query.language == "en" and number.kind == "count")):
        unit = counted[1].lower()
    if query.language == "en":
        value = value if number.kind == "range" else format_number(number.value, "en")
        hedge, unit = in_english(hedge), in_english(unit)
    text = f"{hedge} {value} {unit}".strip()
    if figure.period is not None and not figure.period.yearless:
        text += f" ({period_text(figure.period, query.language)})"
    return text


def as_data(figure: Figure) -> AnswerFigure:
    """A stated figure as the answer's data."""
    return AnswerFigure(
        value=figure.number.value,
        unit=figure.number.unit,
        period=figure.period.iso if figure.period else "",
        measure=figure.measure,
        hedge=figure.number.hedge,
    )


def _date_lead(query: Query, weighed: tuple[Weighed, ...], passage: Passage) -> Lead | None:
    asked = [period for period in passage.periods if not any(period.same(mine) for mine in query.periods)]
    asked = [period for period in asked if not _SINCE.search(passage.text[: period.begin])] or asked
    if not asked:
        return None
    nearest = min(asked, key=lambda period: _distance(weighed, passage.text, period.begin, period.finish))
    return Lead(period_text(nearest, query.language))


def _distance(weighed: tuple[Weighed, ...], text: str, begin: int, finish: int) -> float:
    """How far, in characters, the span stands from the question's words: the weighted mean of the nearest of each."""
    total = weight = 0.0
    for item in weighed:
        places = [match for match in re.finditer(r"\w+", text) if item.met_by(token_set(match.group())) >= 0.5]
        if places:
            gap = min(max(begin - place.end(), place.start() - finish, 0) for place in places)
            total += item.weight * gap
            weight += item.weight
    return total / weight if weight else float(begin)


def _person_lead(query: Query, weighed: tuple[Weighed, ...], passage: Passage) -> Lead | None:
    office = asked_office(query.question)
    named = [fold(name) for name in query.names]
    others = [person for person in passage.persons if not any(fold(person.name) in name or name in fold(person.name)
                                                             for name in named)]  # fmt: skip
    given = labelled(office, passage.text) if office is not None else ""
    if given and not any(person.name.startswith(given) or given.startswith(person.name) for person in others):
        return Lead(given)
    if not others:
        named_bodies = bodies(query, passage)
        return Lead(named_bodies[0]) if len(named_bodies) == 1 else None
    others = holders(office, passage.text, tuple(others)) or others if office is not None else others
    if len(others) > 1 and re.match(r"(vilka|which|what)\b", query.question, re.IGNORECASE):
        return None  # several are asked for: the passage lists them
    nearest = min(others, key=lambda person: _distance(weighed, passage.text, person.start, person.end))
    if office is not None and nearest.role and not office.search(nearest.role):
        nearest = replace(nearest, role="")  # the office that stands before the name is that of the one before
    return Lead(person_text(nearest))


def _role_lead(query: Query, passage: Passage) -> Lead | None:
    """What the person whom the question names is, as the passage has it."""
    roles = {person.role for person in passage.persons if person.role and is_named(query, person)}
    return Lead(roles.pop()) if len(roles) == 1 else None


def is_named(query: Query, person: Person) -> bool:
    """Does the question name the person, by the whole name?"""
    return any(fold(person.name) in fold(name) for name in query.names)


def person_text(person: Person) -> str:
    """A person with party and office, as written."""
    party = f" ({person.party})" if person.party else ""
    role = f", {person.role.lower()}" if person.role else ""
    return f"{person.name}{party}{role}"
