"""Does a passage hold the type of thing that the question wants: a figure of the right kind, a date, a person …?"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from indexer.figures import Number, Period
from indexer.language.tokens import fold
from indexer.model import Form, Role
from qa.query import Query, Wants
from qa.read.offices import asked_office, holders, labelled
from qa.read.passages import Passage
from qa.read.references import registry_numbers

_CLOCK: Final = re.compile(r"\b(?:kl\.?|klockan)\s?\d{1,2}|\b\d{1,2}[.:]\d\d\b", re.IGNORECASE)
_OFTEN: Final = re.compile(
    r"\b(varje|årligen|månadsvis|veckovis|kvartalsvis|dagligen|löpande|var\s\w+\s(dag|vecka|månad|år)|vartannat"
    r"|\w+\sgånger?\s(per|om|i)|per\s(år|månad|vecka|dag))\b",
    re.IGNORECASE,
)
_DNR: Final = re.compile(r"\b\d[\dA-ZÅÄÖ]*[.\-/:]\d\S*")
_SECTION: Final = re.compile(r"§+\s?\d+")
_PARTY: Final = re.compile(
    r"\((?:båda\s)?[A-ZÅÄÖ]{1,2}[iI]?\)|\b(moderat|socialdemokrat|vänsterparti|centerparti|liberal|miljöparti|kristdemokrat"
    r"|sverigedemokrat)\w*",
    re.IGNORECASE,
)
BODY: Final = re.compile(
    r"\b[A-ZÅÄÖa-zåäö-]*(nämnden|styrelsen|förvaltningen|utskottet|kontoret|fullmäktige|[a-zåäö]chef|[a-zåäö]chefen|direktör"
    r"|direktören|HR[ -]chef\w*)\b"
)
"""Bodies and offices that may be the answer to "who"."""
_WHOSE_REVIEW: Final = re.compile(
    r"\b([A-ZÅÄÖ]\w{0,2}[A-ZÅÄÖ&]\w{0,6}?)[`´'’:]?s (?=\w*(?:gransk|revision|utredning|inspektion|rapport))"
)
_MONEY: Final = re.compile(
    r"\b(t?kr|mn?kr|mdkr|kronor|sek|belopp|kostnad\w*|budget\w*|utfall|avvikelse|intäkt\w*|avgift\w*|\w+kostnad\w*)\b",
    re.IGNORECASE,
)
_A_SUM: Final = re.compile(
    r"\b(\w*underskott\w*|\w*överskott\w*|\w*kostnad(en)?|\w*budget(en)?|\w*nettokostnad\w*|deficits?|surplus|costs?|budget)\b",
    re.IGNORECASE,
)
_A_FEE: Final = re.compile(
    r"\b(\w*avgift(en|erna)?|\w*taxan?|\w*bidrag(et)?|\w*anslag(et)?|\w*belopp(et)?|fees?|grants?|charges?|amounts?)\b",
    re.IGNORECASE,
)
_SHARE: Final = re.compile(r"%|\bprocent\b|\bandel", re.IGNORECASE)
_LASTING: Final = frozenset({"dagar", "dag", "dygn", "veckor", "vecka", "månader", "månad", "år", "timmar", "minuter"})


def bodies(query: Query, passage: Passage) -> list[str]:
    """Bodies and offices that the passage names and the question does not; a title names its matter, not who.

    Whose review it is, where that is told, comes alone: it was laid before the bodies that are named beside it.
    """
    if passage.candidate.paragraph.form is Form.HEADING:
        return []
    asked = fold(query.question)
    found = _WHOSE_REVIEW.findall(passage.text) or [match.group() for match in BODY.finditer(passage.text)]
    return list(dict.fromkeys(name for name in found if fold(name) not in asked))


def _names_who(query: Query, passage: Passage) -> bool:
    office = asked_office(query.question)
    if office is not None:
        return bool(holders(office, passage.text, passage.persons) or labelled(office, passage.text))
    return bool(passage.persons) or bool(bodies(query, passage))


def _asked_kind(query: Query) -> Callable[[Number], bool] | None:
    """Of the kind that the question wants; a deficit, a budget is no time, no count and no multiple."""
    wants = Wants.AMOUNT if _is_change(query) else query.wants
    if wants is Wants.AMOUNT and _A_SUM.search(query.question) and not query.changes:
        return lambda n: n.kind in {"money", "percent", "range", "plain"}
    return _NUMBER_KINDS.get(wants)


def typed_numbers(query: Query, passage: Passage) -> tuple[Number, ...]:
    """The passage's numbers of the kind that the question wants, without those that the question states itself."""
    wanted = _asked_kind(query)
    if wanted is None:
        return ()
    if query.wants is Wants.MONEY and passage.columns[1]:  # in a table the unit stands in its head or above it
        wanted = _NUMBER_KINDS[Wants.AMOUNT if _MONEY.search(_table_words(passage)) else Wants.MONEY]
    if query.wants is Wants.PERCENT and passage.columns[1] and _SHARE.search(_table_words(passage)):
        wanted = _NUMBER_KINDS[Wants.AMOUNT]
    if query.wants is Wants.COUNT and passage.columns[1] and _SHARE.search(_table_words(passage)):
        return ()  # shares count nothing
    if query.wants is Wants.AMOUNT and _A_FEE.search(query.question) and not query.changes:
        money = any(number.kind == "money" for number in passage.numbers)
        wanted = _NUMBER_KINDS[Wants.MONEY] if money else wanted
    stated = {number.value for number in query.numbers}
    return tuple(number for number in passage.numbers if wanted(number) and number.value not in stated)


def _table_words(passage: Passage) -> str:
    """What says of a table which unit it is in: its head, the row's label and the nearest heading."""
    heads, cells = passage.columns
    return " ".join((*heads, *cells[:1], *passage.candidate.paragraph.place.headings[-1:]))


def _is_change(query: Query) -> bool:
    """A percent change may be stated, or worked out from figures of any kind."""
    return query.wants is Wants.PERCENT and query.changes


def holds_type(query: Query, passage: Passage) -> bool | None:
    """True or False where the question wants a recognisable type, None where it wants none."""
    check = _CHECKS.get(query.wants)
    return None if check is None else check(query, passage)


def _lasts(number: Number) -> bool:
    return number.unit.lower() in _LASTING


def _since(text: str, period: Period) -> bool:
    """Does it say since when something has been so?"""
    return text[: period.begin].rstrip().lower().endswith("sedan") or period.text.lower().startswith("sedan")


_NUMBER_KINDS: Final[dict[Wants, Callable[[Number], bool]]] = {
    Wants.COUNT: lambda n: n.kind in {"count", "plain", "range"} and n.value == int(n.value),
    Wants.MONEY: lambda n: n.kind in {"money", "range"},
    Wants.PERCENT: lambda n: n.kind in {"percent", "range"},
    Wants.POINTS: lambda n: n.kind == "points",
    Wants.AMOUNT: lambda n: n.kind not in {"clock", "ordinal"},
    Wants.DURATION: _lasts,
}

_CHECKS: Final[dict[Wants, Callable[[Query, Passage], bool]]] = {
    **dict.fromkeys(
        (Wants.COUNT, Wants.MONEY, Wants.PERCENT, Wants.POINTS, Wants.AMOUNT),
        lambda query, passage: bool(typed_numbers(query, passage)),
    ),
    Wants.DURATION: lambda query, passage: (
        bool(typed_numbers(query, passage))
        or any(
            (period.precision == "range" or "/" in period.iso) and not _since(passage.text, period)
            for period in passage.periods
        )
    ),
    Wants.DATE: lambda query, passage: bool(passage.periods),
    Wants.CLOCK: lambda query, passage: _CLOCK.search(passage.text) is not None,
    Wants.FREQUENCY: lambda query, passage: _OFTEN.search(passage.text) is not None,
    Wants.PERSON: lambda query, passage: _names_who(query, passage),
    Wants.PARTY: lambda query, passage: _PARTY.search(passage.text) is not None,
    Wants.DNR: lambda query, passage: _DNR.search(passage.text) is not None or bool(registry_numbers(passage)),
    Wants.SECTION: lambda query, passage: _SECTION.match(passage.text) is not None,
    Wants.DECISION: lambda query, passage: passage.candidate.paragraph.role in {Role.DECISION, Role.PROPOSAL},
    Wants.QUESTIONS: lambda query, passage: passage.candidate.paragraph.role is Role.QUESTION,
}
