"""Result -> Answer: one or two sentences with every value cited, the figures with their formulas, and the series."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from indexer.library import Library
from indexer.tables.model import TableFigure
from qa.model import Answer, Point, Status
from qa.model import Series as Drawn
from qa.statistics.cite import Citations
from qa.statistics.operations import Worked
from qa.statistics.refusing import absent, choices
from qa.statistics.results import Absent, Choices, Counted, Pair, Part, Ranked, Series, Single, Spread, Together
from qa.statistics.saying import Saying, capital, figures_of, iso
from qa.statistics.speech import Speech
from qa.statistics.sums import counted, say_share, together


def say(worked: Worked, speech: Speech, library: Library, question: str) -> Answer:
    """The answer that a result gives. Raises LookupError when a document is gone meanwhile."""
    saying = Saying(worked, speech, Citations(figures_of(worked.result), library))
    _WRITERS[type(worked.result)](saying, worked.result)
    if saying.status in (Status.ANSWERED, Status.COMPUTED):
        _add_defaults(saying)
    return saying.answer(question)


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
    saying.sentences.append(f"{capital(', '.join(part for part in (said, period) if part))}: {saying.value(figure)}.")


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
    head = capital(saying.scope(measure=speech.plan.group != "measure"))
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
    span = f"{iso(result.first)}/{iso(result.second)}"
    if result.percent and change is not None:
        size = speech.amount(abs(change), "procent", 1)
        before = saying.operand(result.first)
        saying.computed(round(change, 1), "procent", f"({formula}) / {before} × 100", span)
    else:
        saying.computed(result.difference, unit, formula, span)
    by = f"{verb} {size}" if result.difference else verb
    if (result.first.value or 0.0) < 0 or (result.second.value or 0.0) < 0:
        by = saying.text("by_difference", difference=speech.amount(result.difference, unit))
    head = capital(saying.scope(period=False))
    saying.sentences.append(f"{head} {by}, {saying.text('from_to', first=first, second=second)}.")


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


def _series(saying: Saying, result: Series) -> None:
    speech = saying.speech
    known = [one for one in result.figures if one.value is not None]
    first, last = known[0], known[-1]
    high, low = max(known, key=_number), min(known, key=_number)
    saying.series = _drawn(saying, result.figures, over_time=result.over_time)
    head = capital(saying.scope(period=not result.over_time))
    if not result.over_time:
        entries = [f"{speech.label(one)}: {saying.value(one)}" for one in known]
        saying.sentences.append(f"{head}: {speech.listed(entries)}.")
        return
    ends = [f"{saying.value(one)} ({speech.period(one.period)})" for one in (first, last)]
    unit = speech.difference_unit(first.unit)
    difference = (last.value or 0.0) - (first.value or 0.0)
    name = "increase" if difference > 0 else "decrease" if difference < 0 else "no_change"
    saying.computed(difference, unit, f"{saying.operand(last)} − {saying.operand(first)}", f"{iso(first)}/{iso(last)}")
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


_WRITERS: Final[dict[type, Callable[[Saying, Any], None]]] = {
    Single: _single,
    Pair: _pair,
    Together: together,
    Part: say_share,
    Ranked: _ranked,
    Spread: _spread,
    Counted: counted,
    Series: _series,
    Choices: choices,
    Absent: absent,
}
