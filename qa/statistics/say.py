"""Result -> Answer: one or two sentences with every value cited, the figures with their formulas, and the series."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from indexer.library import Library
from indexer.tables.model import Missing, TableFigure
from qa.model import Answer, AnswerFigure, Point, Status
from qa.model import Series as Drawn
from qa.statistics.cite import Citations
from qa.statistics.match import MONEY
from qa.statistics.operations import Worked
from qa.statistics.phrases import phrase
from qa.statistics.results import (
    Absent, Choices, Counted, Pair, Part, Ranked, Result, Series, Single, Spread, Together
)  # fmt: skip
from qa.statistics.speech import Speech

_LISTED: Final = 30
_MEASURES: Final = 6
_PARTS: Final = 12  # whose marks stand in the sentence


@dataclass
class Saying:
    """An answer from tables under way."""

    worked: Worked
    speech: Speech
    citations: Citations
    sentences: list[str] = field(default_factory=list)
    figures: list[AnswerFigure] = field(default_factory=list)
    status: Status = Status.ANSWERED
    series: Drawn | None = None

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
        if converted is not None:
            factor = round(MONEY[converted[1]] / MONEY[figure.unit])
            self.add(converted[0], converted[1], figure, f"{operand} / {factor}")
        elif not self.speech.exact or self.speech.decimals > 1:
            self.add(figure.value or 0.0, figure.unit, figure, operand)
        else:
            self.add(figure.value or 0.0, figure.unit, figure, "")

    def operand(self, figure: TableFigure) -> str:
        """ "18,8 [1]" with every digit."""
        from indexer.figures import format_number

        return f"{format_number(figure.value or 0.0, self.speech.language)} {self.citations.mark(figure)}"

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

    def answer(self, question: str) -> Answer:
        """The answer as it stands."""
        if self.status is Status.NOT_FOUND:
            return Answer(question, self.speech.language, self.status, " ".join(self.sentences), related=self.citations.all)
        return Answer(
            question=question,
            language=self.speech.language,
            status=self.status,
            text=" ".join(self.sentences),
            figures=tuple(self.figures),
            citations=self.citations.all,
            series=self.series,
        )


def say(worked: Worked, speech: Speech, library: Library, question: str) -> Answer:
    """The answer that a result gives. Raises LookupError when a document is gone meanwhile."""
    saying = Saying(worked, speech, Citations(figures_of(worked.result), library))
    _WRITERS[type(worked.result)](saying, worked.result)
    if saying.status in (Status.ANSWERED, Status.COMPUTED):
        _add_defaults(saying)
    return saying.answer(question)


def figures_of(result: Result) -> Sequence[TableFigure]:
    """Every value that a result is made of, in the order of its words."""
    found = [one for one in _FIGURES[type(result)](result) if one is not None]
    return list({(one.table.id, one.source.cell): one for one in found}.values())


_FIGURES: Final[dict[type, Callable[[Any], Sequence[TableFigure | None]]]] = {
    Single: lambda one: (one.figure, one.before),
    Pair: lambda one: (one.first, one.second),
    Together: lambda one: (*one.parts, one.total),
    Part: lambda one: (one.part, one.whole),
    Ranked: lambda one: one.figures,
    Spread: lambda one: (one.highest, one.lowest),
    Counted: lambda one: one.shown,
    Series: lambda one: one.figures,
    Choices: lambda one: one.figures,
    Absent: lambda one: one.figures,
}


def _add_defaults(saying: Saying) -> None:
    defaults = saying.speech.defaults()
    if defaults:
        saying.sentences.append(saying.text("default", labels=defaults))
    if saying.worked.chosen.default and len(saying.worked.chosen.periods) == 1:
        saying.sentences.append(saying.text("newest"))


def _single(saying: Saying, result: Single) -> None:
    figure = result.figure
    if result.doubtful and result.before is not None:
        before = f"{saying.speech.period(result.before.period)}: {saying.value(result.before)}"
        value = f"{saying.value(figure)} ({saying.scope()})"
        saying.sentences.append(saying.text("doubt", value=value, before=before))
        return
    said = saying.scope(period=False)
    period = saying.speech.period(figure.period)
    saying.sentences.append(f"{_capital(', '.join(part for part in (said, period) if part))}: {saying.value(figure)}.")


def _pair(saying: Saying, result: Pair) -> None:
    speech = saying.speech
    unit = speech.difference_unit(result.first.unit)
    one, two = saying.value(result.first), saying.value(result.second)
    size = speech.amount(abs(result.difference), unit)
    formula = f"{saying.operand(result.second)} − {saying.operand(result.first)}"
    if result.over_time:
        _change(saying, result, one, two, size, unit, formula)
        return
    saying.computed(abs(result.difference), unit, _positive(saying, result, formula))
    label = speech.label(result.second if result.difference > 0 else result.first)
    verdict = saying.text("highest_is", label=label) if result.difference else saying.text("equal")
    head = _capital(saying.scope(measure=speech.plan.group != "measure"))
    pairs = f"{speech.label(result.first)}: {one}, {speech.label(result.second)}: {two}"
    saying.sentences.append(f"{head}: {pairs}; {saying.text('between', difference=size)} ({verdict}).")


def _positive(saying: Saying, result: Pair, formula: str) -> str:
    if result.difference >= 0:
        return formula
    return f"{saying.operand(result.first)} − {saying.operand(result.second)}"


def _change(saying: Saying, result: Pair, one: str, two: str, size: str, unit: str, formula: str) -> None:
    speech = saying.speech
    first = f"{one} ({speech.period(result.first.period)})"
    second = f"{two} ({speech.period(result.second.period)})"
    verb = saying.text("rose" if result.difference > 0 else "fell" if result.difference < 0 else "unchanged")
    change = result.change
    span = f"{_iso(result.first)}/{_iso(result.second)}"
    if result.percent and change is not None:
        size = speech.amount(abs(change), "procent", 1)
        before = saying.operand(result.first)
        saying.computed(round(change, 1), "procent", f"({formula}) / {before} × 100", span)
    else:
        saying.computed(result.difference, unit, formula, span)
    by = f"{verb} {size}" if result.difference else verb
    if (result.first.value or 0.0) < 0 or (result.second.value or 0.0) < 0:
        by = saying.text("by_difference", difference=speech.amount(result.difference, unit))
    head = _capital(saying.scope(period=False))
    saying.sentences.append(f"{head} {by}, {saying.text('from_to', first=first, second=second)}.")


def _iso(figure: TableFigure) -> str:
    return figure.period.iso if figure.period is not None else ""


def _together(saying: Saying, result: Together) -> None:
    speech = saying.speech
    unit = result.parts[0].unit
    operands = [saying.operand(one) for one in result.parts]
    decimals = max(speech.decimals, 1) if result.mean else speech.decimals
    formula = f"({' + '.join(operands)}) / {len(operands)}" if result.mean else " + ".join(operands)
    value, converted = result.value, _conversion(saying, result)
    if converted is not None:
        formula = f"({formula}) / {converted[1]}"
        saying.computed(value, unit, formula.rpartition(" / ")[0])
        saying.computed(converted[0], speech.plan.unit, formula)
        words = f"{speech.amount(converted[0], speech.plan.unit, 1)} ({speech.amount(value, unit)})"
    else:
        saying.computed(value, unit, formula)
        words = speech.amount(value, unit, decimals)
    marks = " ".join(dict.fromkeys(saying.citations.mark(one) for one in result.parts))
    parts = _parts(saying, result) if len(result.parts) <= _PARTS else marks
    name = "mean" if result.mean else "together"
    saying.sentences.append(saying.text(name, value=words, what=saying.scope(), parts=parts))
    if result.total is not None:
        label = next((one.labels[0] for one in speech.plan.filters if one.labels[0] in one.dimension.totals), "")
        saying.sentences.append(saying.text("total_row", label=label, mark=saying.citations.mark(result.total)))
    if result.missing:
        labels = [_apart(saying, one) for one in result.missing[:5]]
        saying.sentences.append(saying.text("without", labels=", ".join(dict.fromkeys(labels))))


def _conversion(saying: Saying, result: Together) -> tuple[float, str] | None:
    one = saying.speech.converted(result.parts[0])
    if one is None or not one[0]:
        return None
    factor = (result.parts[0].value or 0.0) / one[0]
    return result.value / factor, str(round(factor))


def _parts(saying: Saying, result: Together) -> str:
    return ", ".join(f"{_apart(saying, one)}: {saying.value(one)}" for one in result.parts)


def _apart(saying: Saying, figure: TableFigure) -> str:
    """The label or period by which a part differs from the others."""
    figures = figures_of(saying.worked.result)
    if len({one.period.iso for one in figures if one.period}) > 1:
        return saying.speech.period(figure.period)
    held = [dict(one.dimensions) for one in figures]
    apart = [label for name, label in figure.dimensions if len({one.get(name) for one in held}) > 1]
    return ", ".join(dict.fromkeys(apart)) or saying.speech.label(figure)


def _share(saying: Saying, result: Part) -> None:
    speech = saying.speech
    formula = f"{saying.operand(result.part)} / {saying.operand(result.whole)} × 100"
    saying.computed(round(result.value, 1), "procent", formula)
    part, whole = (f"{speech.amount(one.value or 0.0, one.unit)} {saying.citations.mark(one)}" for one in (result.part, result.whole))
    saying.note(result.part)
    saying.note(result.whole)
    value = speech.amount(result.value, "procent", 1)
    saying.sentences.append(saying.text("share", value=value, part=part, whole=whole, what=saying.scope()))


def _ranked(saying: Saying, result: Ranked) -> None:
    speech = saying.speech
    head = saying.text("highest" if speech.plan.highest else "lowest")
    entries = [f"{speech.label(one)}: {saying.value(one)}" for one in result.figures]
    scope = saying.scope(period=not result.over_time)
    saying.sentences.append(f"{head} ({scope}): {speech.listed(entries)}.")
    if len(result.figures) > 1:
        saying.series = _drawn(saying, result.figures, over_time=False)


def _spread(saying: Saying, result: Spread) -> None:
    speech = saying.speech
    unit = speech.difference_unit(result.highest.unit)
    high, low = (f"{speech.label(one)}: {saying.value(one)}" for one in (result.highest, result.lowest))
    saying.computed(result.value, unit, f"{saying.operand(result.highest)} − {saying.operand(result.lowest)}")
    value = speech.amount(result.value, unit)
    saying.sentences.append(saying.text("spread", value=value, highest=high, lowest=low, what=saying.scope()))


def _counted(saying: Saying, result: Counted) -> None:
    what = saying.scope() + (f"; {saying.text('meets')}" if saying.speech.plan.threshold else "")
    marks = [saying.citations.mark(one) for one in result.shown]
    if not result.count:
        saying.status = Status.COMPUTED
        saying.sentences.append(saying.text("count_none", what=what))
        return
    if result.rows:
        _counted_rows(saying, result, what)
        return
    if len(set(marks)) == result.count:
        formula = f"count({', '.join(marks)})"
    else:
        formula = f"count({', '.join(saying.operand(one) for one in result.shown)})"
    saying.computed(float(result.count), "antal", formula)
    shown = [f"{saying.speech.label(one)}: {saying.value(one)}" for one in result.shown[:_LISTED]]
    more = " …" if len(result.shown) > _LISTED else ""
    saying.sentences.append(f"{saying.text('count', count=saying.speech.number(result.count, 0), what=what)}")
    saying.sentences.append(f"{', '.join(shown)}{more}.")


def _counted_rows(saying: Saying, result: Counted, what: str) -> None:
    said = ", ".join(saying.speech.said())
    marks = [saying.citations.add(cells, f"{said} – {name}" if name else said) for cells, name in result.rows]
    saying.computed(float(result.count), "antal", f"count({', '.join(marks)})")
    saying.sentences.append(saying.text("count", count=saying.speech.number(result.count, 0), what=what))
    names = [f"{name} {mark}" if name else mark for (_, name), mark in zip(result.rows, marks, strict=True)]
    if len(result.rows) > 1:
        saying.sentences.append(f"{'; '.join(names)}.")
    else:
        saying.sentences[-1] = f"{saying.sentences[-1].removesuffix('.')} {marks[0]}."


def _series(saying: Saying, result: Series) -> None:
    speech = saying.speech
    known = [one for one in result.figures if one.value is not None]
    first, last = known[0], known[-1]
    high, low = max(known, key=_number), min(known, key=_number)
    saying.series = _drawn(saying, result.figures, over_time=result.over_time)
    head = _capital(saying.scope(period=not result.over_time))
    if not result.over_time:
        entries = [f"{speech.label(one)}: {saying.value(one)}" for one in known]
        saying.sentences.append(f"{head}: {speech.listed(entries)}.")
        return
    ends = [f"{saying.value(one)} ({speech.period(one.period)})" for one in (first, last)]
    unit = speech.difference_unit(first.unit)
    difference = (last.value or 0.0) - (first.value or 0.0)
    name = "increase" if difference > 0 else "decrease" if difference < 0 else "no_change"
    saying.computed(difference, unit, f"{saying.operand(last)} − {saying.operand(first)}", f"{_iso(first)}/{_iso(last)}")
    moved = saying.text(name, difference=speech.amount(abs(difference), unit))
    saying.sentences.append(f"{head}: {saying.text('from_to', first=ends[0], second=ends[1])}, {moved}.")
    extremes = [f"{saying.value(one)} ({speech.period(one.period)})" for one in (high, low)]
    saying.sentences.append(saying.text("extremes", highest=extremes[0], lowest=extremes[1]))


def _number(figure: TableFigure) -> float:
    return figure.value or 0.0


def _drawn(saying: Saying, figures: Sequence[TableFigure], *, over_time: bool) -> Drawn:
    number = {one: int(saying.citations.mark(one)[1:-1]) for one in figures}
    points = tuple(
        Point(saying.speech.period(one.period) if over_time else saying.speech.label(one), one.value, number[one])
        for one in figures
    )
    return Drawn(saying.scope(period=not over_time), saying.speech.unit(figures[0].unit), points, over_time)


def _choices(saying: Saying, result: Choices) -> None:
    saying.status = Status.CLARIFY
    open_period = saying.worked.chosen.default
    entries = []
    for one in result.figures:
        name = one.measure if result.measures else _apart(saying, one)
        entries.append(f"{name.lstrip('-# ')} ({saying.speech.period(one.period)}): {saying.value(one)}")
    head = saying.text("which_period" if open_period else "which")
    saying.sentences.append(f"{head} {_capital(saying.scope(period=False, measure=not result.measures))}: {'; '.join(entries)}.")


def _absent(saying: Saying, result: Absent) -> None:
    saying.status = Status.NOT_FOUND
    speech, table = saying.speech, saying.worked.plan.family.tables[0]
    title = table.title.partition(". ")[0] or table.sheet or saying.worked.plan.family.documents[0].title
    if result.figures:
        saying.sentences += _missing(saying, result.figures)
        return
    asked = speech.listed([speech.period(one) for one in result.asked])
    if result.asked and not result.periods:
        saying.sentences.append(saying.text("no_period", title=title, asked=asked))
    elif result.asked:
        name = "partial" if result.partial else "wrong_period"
        saying.sentences.append(saying.text(name, title=title, periods=_span(speech, result), asked=asked))
    elif result.unnamed:
        saying.sentences.append(saying.text("lacking", title=title, labels=speech.listed(list(result.unnamed))))
    elif result.held:
        saying.sentences.append(saying.text("held", title=title, measures=speech.listed(list(result.held[:_MEASURES]))))
    else:
        saying.sentences.append(saying.text("no_rows", title=title))


def _span(speech: Speech, result: Absent) -> str:
    names = [speech.period(one) for one in result.periods]
    return speech.listed(names) if len(names) <= 3 else f"{names[0]}–{names[-1]}"


def _missing(saying: Saying, figures: Sequence[TableFigure]) -> list[str]:
    """What is missing, the mark in its place and what the table says of it."""
    first = figures[0]
    what = saying.scope(period=False)
    if len(figures) > 1 or not what:
        what = ", ".join(filter(None, [what, saying.speech.listed([_apart(saying, one) for one in figures[:5]])]))
    period = saying.speech.period(first.period)
    what = ", ".join(filter(None, [what, period if period and period not in what else ""]))
    name = "masked" if first.missing is Missing.MASKED else "marked" if first.mark else "blank"
    mark = f"{saying.text(name, mark=first.mark)} {saying.citations.mark(first)}"
    meaning = dict(first.table.marks).get(first.mark, "")
    notes = [meaning] if meaning else []
    labels = [label for _, label in first.dimensions if len(label) > 3]
    notes += [note for note in first.table.notes if len(note) < 200 and any(_about(label, note) for label in labels)]
    quoted = " ".join(f"”{note}”" if saying.speech.language == "sv" else f"“{note}”" for note in dict.fromkeys(notes[:3]))
    return [saying.text("missing", what=_capital(what), mark=mark), *([quoted] if quoted else [])]


def _about(label: str, note: str) -> bool:
    return label.lower() in note.lower()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_WRITERS: Final[dict[type, Callable[[Saying, Any], None]]] = {
    Single: _single,
    Pair: _pair,
    Together: _together,
    Part: _share,
    Ranked: _ranked,
    Spread: _spread,
    Counted: _counted,
    Series: _series,
    Choices: _choices,
    Absent: _absent,
}
