"""An answer from tables under way: its sentences, figures and citations, and what all its sentences need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from indexer.figures import format_number
from indexer.tables.model import TableFigure
from qa.model import Answer, AnswerFigure, Status
from qa.model import Series as Drawn
from qa.statistics.amounts import resized
from qa.statistics.cite import Citations
from qa.statistics.gather import Gathered
from qa.statistics.operations import Worked
from qa.statistics.phrases import phrase
from qa.statistics.results import (
    Absent,
    Choices,
    Conflict,
    Counted,
    Moved,
    Pair,
    Part,
    Placed,
    Ranked,
    Result,
    Series,
    Single,
    Spread,
    Together,
)
from qa.statistics.speech import Speech

MOST_NAMED: Final = 5  # labels without a figure


@dataclass
class Saying:
    """An answer from tables under way.

    over: the dimensions that its values were summed over. partial: some of the cells summed have no number.
    """

    worked: Worked
    speech: Speech
    citations: Citations
    sentences: list[str] = field(default_factory=list)
    figures: list[AnswerFigure] = field(default_factory=list)
    status: Status = Status.ANSWERED
    series: Drawn | None = None
    over: dict[str, None] = field(default_factory=dict)
    partial: bool = False

    def text(self, name: str, **values: object) -> str:
        """A fixed phrase."""
        return phrase(self.speech.language, name, **values)

    def value(self, figure: TableFigure) -> str:
        """The value with its mark, noted among the figures."""
        self.note(figure)
        return f"{self.speech.value(figure)} {self.citations.mark(figure)}"

    def note(self, figure: TableFigure) -> None:
        """Put a stated value among the figures, once; a converted or rounded one with its formula."""
        converted = self.speech.converted(figure)
        operand = self.operand(figure)
        if isinstance(figure, Gathered):
            self.note_sum(figure)
            if converted is None:
                self.add(figure.value or 0.0, figure.unit, figure, operand.strip("()") if figure.whole else operand)
                return
        if converted is not None:
            self.add(converted[0], converted[1], figure, f"{operand} {resized(figure.unit, converted[1])}")
        elif not self.speech.exact or self.speech.decimals > 1:
            self.add(figure.value or 0.0, figure.unit, figure, operand)
        else:
            self.add(figure.value or 0.0, figure.unit, figure, "")

    def note_sum(self, figure: Gathered) -> None:
        """Remember what a value was summed over, to be said once."""
        self.status = Status.COMPUTED
        self.over |= dict.fromkeys(figure.over or ("",))
        self.partial = self.partial or figure.absent > 0

    def operand(self, figure: TableFigure) -> str:
        """ "18,8 [1]" with every digit; of a sum "(12 [1] + 7 [2])", or "sum([1])" where its cells are many."""
        if not isinstance(figure, Gathered):
            return f"{format_number(figure.value or 0.0, self.speech.language)} {self.citations.mark(figure)}"
        if figure.whole:
            return f"({' + '.join(self.operand(one) for one in figure.cells)})"
        marks = self.citations.mark(figure).split()
        return " + ".join(f"sum({mark})" for mark in marks) if len(marks) == 1 else f"sum({', '.join(marks)})"

    def add(self, value: float, unit: str, figure: TableFigure | None, formula: str, period: str = "") -> None:
        """A figure of the answer's data."""
        iso = figure.period.iso if figure is not None and figure.period is not None else ""
        one = AnswerFigure(value, "" if unit == "antal" else unit, period or iso, self.speech.measure(), "", formula)
        if one not in self.figures:
            self.figures.append(one)

    def computed(self, value: float, unit: str, formula: str, period: str = "") -> None:
        """A worked out value."""
        self.status = Status.COMPUTED
        self.add(value, unit, None, formula, period)

    def scope(self, *, period: bool = True, measure: bool = True) -> str:
        """What the answer is of: measure, labels, period, as far as all its values share them."""
        periods = self.worked.chosen.periods
        parts = [self.speech.measure()] if measure and self.speech.measure() else []
        parts += self.speech.said()
        if period and len(periods) == 1:
            parts.append(self.speech.period(periods[0]))
        elif period and periods:
            parts.append(f"{self.speech.period(periods[0])}–{self.speech.period(periods[-1])}")
        return ", ".join(part for part in parts if part)

    def left_out(self, names: Sequence[str], *, told: bool = False) -> None:
        """Say what there is no figure for, by name while they are few.

        told: cells are cited that name them; else names with numbers, which nothing supports, are not said.
        """
        some = list(dict.fromkeys(names))
        unsaid = not told and any(character.isdigit() for name in some for character in name)
        if some and (unsaid or len(some) > MOST_NAMED):
            self.sentences.append(self.text("without_one" if len(some) == 1 else "without_some"))
        elif some:
            self.sentences.append(self.text("without", labels=self.speech.listed(some)))

    def gaps(self, times: Sequence[str], labels: Sequence[str] = ()) -> None:
        """Say that there are times without a row, which no cell names, and labels."""
        self.left_out(labels)
        if times:
            self.sentences.append(self.text("gap" if len(times) == 1 else "gaps"))

    def answer(self, question: str) -> Answer:
        """The answer as it stands."""
        if self.status is Status.NOT_FOUND:
            return Answer(
                question, self.speech.language, self.status, " ".join(self.sentences), related=self.citations.all
            )
        return Answer(
            question=question,
            language=self.speech.language,
            status=self.status,
            text=" ".join(self.sentences),
            figures=tuple(self.figures),
            citations=self.citations.all,
            series=self.series,
        )


def figures_of(result: Result) -> Sequence[TableFigure]:
    """Every value that a result is made of, in the order of its words."""
    found = [one for one in _FIGURES[type(result)](result) if one is not None]
    return list({(one.table.id, one.source.cell): one for one in found}.values())


_FIGURES: Final[dict[type, Callable[[Any], Sequence[TableFigure | None]]]] = {
    Single: lambda one: (one.figure, one.before),
    Pair: lambda one: (one.first, one.second),
    Together: lambda one: (*one.parts, one.total, *(one.missing if len(one.missing) <= MOST_NAMED else ())),
    Part: lambda one: (one.part, one.whole),
    Ranked: lambda one: one.figures,
    Placed: lambda one: one.all,
    Moved: lambda one: [figure for pair in one.pairs for figure in (pair.first, pair.second)],
    Spread: lambda one: (one.highest, one.lowest),
    Counted: lambda one: (*one.shown, one.nearest),
    Series: lambda one: one.figures,
    Conflict: lambda one: one.figures,
    Choices: lambda one: one.figures,
    Absent: lambda one: one.figures,
}


def iso(figure: TableFigure) -> str:
    return figure.period.iso if figure.period is not None else ""


def apart(saying: Saying, figure: TableFigure) -> str:
    """The label or period by which a part differs from the others; the name of its table where nothing else does."""
    figures = figures_of(saying.worked.result)
    if len({one.period.iso for one in figures if one.period}) > 1:
        return saying.speech.period(figure.period)
    held = [saying.speech.labels(one) for one in figures]
    own = saying.speech.labels(figure)
    apart = [label for name, label in own.items() if len({one.get(name) for one in held}) > 1]
    return ", ".join(dict.fromkeys(apart)) or saying.speech.label(figure)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
