"""When something begins to apply, and who holds an office now: the date of the verb asked for, the newest holder."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import Period
from qa.query import Query, Wants
from qa.read.offices import asked_office, holders
from qa.read.readings import Reading, near_first, take_first

_ASKS_ONSET: Final = re.compile(
    r"^(?:och |men |and |but )?(?:från och med |fr\.?o\.?m\.? |sedan |från |from |as of )?"
    r"(?:när|vilket datum|when|what date)\b"
    r"[^?]*\b(gälla|gäller|träder|börjar?|startar?|inleds|start(s|ing)?|begins?|appl(y|ies)|take effect|takes effect"
    r"|enters? into force|commence\w*)\b",
    re.IGNORECASE,
)
_ONSET: Final = re.compile(
    r"\b(från och med|fr\.?\s?o\.?\s?m|träder i kraft|trätt i kraft|gälla\w*|gäller|börja\w*|starta\w*|inled\w*|löper"
    r"|påbörja\w*|avser (period|tid)\w*|under perioden|för perioden|för tiden|öppna\w*|tillträd\w*)",
    re.IGNORECASE,
)
_ASKS_END: Final = re.compile(
    r"^(?:och |men |and |but )?(?:till och med |hur länge |until |till )?(?:när|vilket datum|when|what date)\b"
    r"[^?]*\b(löp(?:er|te|t)\b[^?]*\but|(?:går|gick|gått)\b[^?]*\but|upphör\w*|slutar gälla|tar slut|runs? out|ran out"
    r"|expir\w+|come to an end|comes to an end|ceas\w+)\b",
    re.IGNORECASE,
)
_END: Final = re.compile(
    r"\b(till och med|t\.?\s?o\.?\s?m|längst till|fram till|upphör\w*|löper ut|löpte ut|går ut|gick ut"
    r"|avser (period|tid)\w*|under perioden|för perioden|för tiden)\b",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(r"\bsedan\s(år\s)?$", re.IGNORECASE)
_A_LAW: Final = re.compile(
    r"\b(gäller|trädde i kraft|träder i kraft|trätt i kraft)"
    r"\s(även |också |en ny |den nya )?(\w+)?lag(en|ar|ändring\w*)?\b|\blag(en)? \(\d{4}:\d+\)",
    re.IGNORECASE,
)
_ASKS_LAW: Final = re.compile(r"\w*lag(en|ar)?\b|\blaw|\bact\b|\blegislation", re.IGNORECASE)
_HELD_NOW: Final = re.compile(r"^(?:och )?(vem är|vad heter|who is|who's)\b", re.IGNORECASE)
_NEAR: Final = 4.0  # how far below the best reading one that tells of the beginning may read
_HOLDER: Final = 5.0


def asks_onset(query: Query) -> bool:
    """Is it asked when something begins, or from when it applies?"""
    return query.wants is Wants.DATE and _ASKS_ONSET.search(query.question) is not None


def without_onset(query: Query, reading: Reading) -> bool:
    """Is it asked from when something applies, where the passage dates something else: a law, what has long been so?"""
    return asks_onset(query) and not _tells_onset(query, reading)


def _tells_onset(query: Query, reading: Reading) -> bool:
    passage = reading.passage
    if _A_LAW.search(passage.text) and not _ASKS_LAW.search(query.question):
        return False
    if not _ONSET.search(passage.text):
        return False
    return any(not since(passage.text, period) for period in passage.periods)


def since(text: str, period: Period) -> bool:
    """Does the period say since when something has been so?"""
    return _SINCE.search(text[: period.begin]) is not None


def onset_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """From when: the passage that dates the beginning, when one reads nearly as well."""
    if not readings or not asks_onset(query) or _tells_onset(query, readings[0]):
        return readings
    return near_first(readings, _NEAR, lambda one: _tells_onset(query, one))


def end_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """When something runs out: the passage that dates the end, or the whole of its time."""
    if not readings or not asks_end(query) or _tells_end(readings[0]):
        return readings
    return near_first(readings, _NEAR, _tells_end)


def asks_end(query: Query) -> bool:
    """Is it asked when something runs out or no longer applies?"""
    return query.wants is Wants.DATE and _ASKS_END.search(query.question) is not None


def _tells_end(reading: Reading) -> bool:
    passage = reading.passage
    lasting = any(not period.yearless and period.start != period.end for period in passage.periods)
    dated = any(not since(passage.text, period) for period in passage.periods)
    return dated and (lasting or _END.search(passage.text) is not None)


def without_end(query: Query, reading: Reading) -> bool:
    """Is it asked when something runs out, where the passage dates something else?"""
    return asks_end(query) and not _tells_end(reading)


def newest_holder_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """Who is (not was): of several who hold the office over time the one whom the newest document names."""
    office = asked_office(query.question)
    if query.wants is not Wants.PERSON or office is None or query.periods or not _HELD_NOW.search(query.question):
        return readings
    committee = readings[0].passage.candidate.document.committee if readings else None
    held = [
        one
        for one in readings
        if one.score >= readings[0].score - _HOLDER
        and one.passage.candidate.document.date
        and one.passage.candidate.document.committee == committee
        and holders(office, one.passage.text, one.passage.persons)
    ]
    if not held or not holders(office, readings[0].passage.text, readings[0].passage.persons):
        return readings
    newest = max(held, key=lambda one: (one.passage.candidate.document.date or "", one.score))
    same = (newest.passage.candidate.document.date or "") <= (readings[0].passage.candidate.document.date or "")
    return readings if same else take_first(newest, readings)
