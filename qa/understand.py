"""Question -> Query: what is wanted, about what, for which period, in whose words."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import Period, numbers, periods
from indexer.language.detect import language
from qa.concepts import concepts
from qa.cues import CHANGES, KINDS, PARTY, SIGNS, VOICES, WANTS, WHOLE
from qa.query import Query, Wants

_MONTHS: Final = "januari februari mars april maj juni juli augusti september oktober november december".split()
_MONTH_COMPOUND: Final = re.compile(rf"\b({'|'.join(_MONTHS)})[a-zåäö]{{3,}}", re.IGNORECASE)
_SECTION: Final = re.compile(r"§\s?(\d+)")
_DNR: Final = re.compile(r"\b(?=\S*\d)\d[\dA-ZÅÄÖ]*[.\-/:]\S*\d\b(?:\s?[A-ZÅÄÖ]{2,4}\b)?")
_NAME: Final = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)*")


def understand(question: str) -> Query:
    """Read one question that stands on its own (`converse` completes those that do not)."""
    text = " ".join(question.split())
    tongue = language(text)
    wants = _wants(text)
    found_periods = _with_compounds(text, tuple(periods(text, language=tongue)))
    return Query(
        question=text,
        language=tongue,
        wants=wants,
        concepts=concepts(_without(text, found_periods), tongue),
        numbers=tuple(numbers(_without(text, found_periods), language=tongue)),
        periods=found_periods,
        sections=tuple(_SECTION.findall(text)),
        dnrs=tuple(_DNR.findall(text)) if wants is not Wants.DNR else (),
        kinds=tuple(kind for kind, cue in KINDS if cue.search(text)),
        voices=tuple(role.value for role, cue in VOICES if cue.search(text)),
        parties=tuple(dict.fromkeys(PARTY.findall(text))),
        names=tuple(match.group() for match in _NAME.finditer(text)),
        changes=CHANGES.search(text) is not None,
        whole=WHOLE.search(text) is not None,
        signs=SIGNS.search(text) is not None,
        yes_no=wants is Wants.YES_NO,
    )


def _with_compounds(text: str, found: tuple[Period, ...]) -> tuple[Period, ...]:
    """Months inside compounds ("novemberprognosen 2017", "junimötet") as periods; they take the year beside them."""
    compound = _MONTH_COMPOUND.search(text)
    if compound is None:
        return found
    month = f"--{_MONTHS.index(compound[1].lower()) + 1:02d}"
    period = Period(month, month, compound.group(), compound.start(1), compound.end(1), "month", partial=True)
    years = [other for other in found if other.precision == "year" and other.start == other.end]
    if len(years) != 1:
        return (*found, period)
    return tuple(period.in_year(int(years[0].start)) if other is years[0] else other for other in found)


def _wants(text: str) -> Wants:
    return next((wants for wants, cue in WANTS if cue.search(text)), Wants.TEXT)


def _without(text: str, spans: tuple[object, ...]) -> str:
    """The text with the named periods blanked out, offsets kept."""
    for span in spans:
        begin, finish = getattr(span, "begin", 0), getattr(span, "finish", 0)
        text = text[:begin] + " " * (finish - begin) + text[finish:]
    return text
