"""Question -> Query: what is wanted, about what, for which period, in whose words."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import Period, numbers, periods
from indexer.language.detect import language
from indexer.language.words import known_english
from qa.query import Query, Wants
from qa.understand.concepts import concepts
from qa.understand.cues import CHANGES, KINDS, PARTY_NAMES, PROPOSES, SIGNS, VOICES, WHOLE
from qa.understand.wants import WANTS

_SAYS: Final = re.compile(r"\b(say|said|think|thought|argue|säger|sa|sade|tyckte|tycker|ansåg|anser)\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<![\d/:.,§-])(?<!§ )(?:19|20)\d\d(?![\d/:-])")
_SECTION: Final = re.compile(r"§\s?(\d+)")
_DNR: Final = re.compile(r"\b(?=\S*\d)\d[\dA-ZÅÄÖ]*[.\-/:]\S*\d\b(?:\s?[A-ZÅÄÖ]{2,4}\b)?")
_NAME: Final = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)*")


def understand(question: str) -> Query:
    """Read one question that stands on its own (`converse` completes those that do not)."""
    text = " ".join(question.split())
    tongue = language(text)
    wants = _wants(text)
    found_periods = _with_bare_years(text, tuple(periods(text, language=tongue)))
    return Query(
        question=text,
        meant=text,
        language=tongue,
        wants=wants,
        concepts=concepts(_without(text, found_periods), tongue),
        numbers=tuple(numbers(_without(text, found_periods), language=tongue)),
        periods=found_periods,
        sections=tuple(_SECTION.findall(text)),
        dnrs=tuple(_DNR.findall(text)) if wants is not Wants.DNR else (),
        kinds=tuple(kind for kind, cue in KINDS if cue.search(text)),
        voices=tuple(role.value for role, cue in VOICES if cue.search(text)),
        names=tuple(name for match in _NAME.finditer(text) if _is_said_alike(name := match.group(), tongue)),
        changes=CHANGES.search(text) is not None,
        whole=WHOLE.search(text) is not None,
        signs=SIGNS.search(text) is not None,
        yes_no=wants is Wants.YES_NO,
    )


def _is_said_alike(name: str, tongue: str) -> bool:
    """Would a Swedish text write the capitalised words so? English has capitals where Swedish has none ("March")."""
    if tongue != "en":
        return True
    from indexer.language.translation import translate

    words = name.lower().split()
    if len(words) > 1 and translate(name):
        return False
    return any(not known_english(word) or word in dict(translate(word)) for word in words)


def _with_bare_years(text: str, found: tuple[Period, ...]) -> tuple[Period, ...]:
    """The periods, and every year that stands alone outside them ("fler 2019 än 2018")."""
    rest = _without(text, found)
    years = (Period(y.group(), y.group(), y.group(), y.start(), y.end(), "year") for y in _YEAR.finditer(rest))
    return (*found, *years)


def _wants(text: str) -> Wants:
    wants = next((wants for wants, cue in WANTS if cue.search(text)), Wants.TEXT)
    says = PROPOSES.search(text) or (PARTY_NAMES.search(text) and _SAYS.search(text))
    return Wants.TEXT if wants is Wants.DECISION and says else wants


def _without(text: str, named: tuple[Period, ...]) -> str:
    """The text with the named periods blanked out, offsets kept."""
    for period in named:
        text = text[: period.begin] + " " * (period.finish - period.begin) + text[period.finish :]
    return text
