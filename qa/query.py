"""What a question asks, in the engine's own terms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indexer.figures import Number, Period
from indexer.model import Kind


class Wants(StrEnum):
    """The kind of answer that a question calls for."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "percentage points"
    AMOUNT = "amount"  # a figure of a kind that the question leaves open
    DURATION = "duration"
    FREQUENCY = "frequency"
    CLOCK = "clock time"
    DATE = "date"
    PERSON = "person"
    PARTY = "party"
    DNR = "registry number"
    SECTION = "section"
    QUESTIONS = "questions"  # what a letter or interpellation asks
    SPEAKER = "speaker"  # who says what was answered before
    DECISION = "decision"
    REASON = "reason"
    YES_NO = "yes or no"
    TEXT = "text"


FIGURES = frozenset({Wants.COUNT, Wants.MONEY, Wants.PERCENT, Wants.POINTS, Wants.AMOUNT})
PIECES = frozenset({"", "st", "stycken"})  # units that say only that something is counted


@dataclass(frozen=True)
class Concept:
    """One content word (or phrase) of the question, with the index tokens that count as meeting it.

    tokens: index token -> how well it stands for the word, 0..1 (a stem 1, a shared beginning less, a translation
        the root of its probability).
    weight: how much the concept matters, 0..1; words that only say what kind of answer is wanted weigh little.
    of_home: it names the municipality that documents are of, which tells none of their sentences apart.
    """

    word: str
    tokens: tuple[tuple[str, float], ...]
    weight: float = 1.0
    of_home: bool = False


@dataclass(frozen=True)
class Query:
    """A question as understood.

    question: this turn's own words. meant: the same with what earlier turns add, for the search by meaning.

    concepts: what it is about. numbers: quantities that it states itself (a premise, not evidence).
    periods: the times it names. sections, dnrs: references it names. kinds: document kinds it names.
    voices: whose word is asked for ("förvaltningen" -> account …), as role names.
    names: capitalised words after the first, as written. changes: it asks how much something changed or differs.
    attributes: it asks who says what an earlier turn asked for ("vem säger det?"); wants is then that turn's.
    whole: it asks for the whole of its period ("hela 2024"). signs: it asks who signed, chaired or kept minutes.
    """

    question: str
    language: str
    wants: Wants
    concepts: tuple[Concept, ...] = ()
    numbers: tuple[Number, ...] = ()
    periods: tuple[Period, ...] = ()
    sections: tuple[str, ...] = ()
    dnrs: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    voices: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    changes: bool = False
    whole: bool = False
    signs: bool = False
    yes_no: bool = False
    meant: str = ""
    attributes: bool = False
