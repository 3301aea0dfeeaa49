"""Result -> Answer: one or two sentences with every value cited, the figures with their formulas, and the series."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from indexer.library import Library
from indexer.tables.model import TableFigure
from indexer.tables.store import TableStore
from qa.model import Answer, Point, Status
from qa.model import Series as Drawn
from qa.statistics.cite import Citations
from qa.statistics.conflicts import takes_newer
from qa.statistics.operations import Worked
from qa.statistics.ranks import moved, placed
from qa.statistics.refusing import absent, choices, conflict
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
    Series,
    Single,
    Spread,
    Together,
)
from qa.statistics.saying import Saying, capital, figures_of, iso
from qa.statistics.speech import Speech, rounded
from qa.statistics.sums import counted, say_share, together


def say(worked: Worked, speech: Speech, library: Library, store: TableStore, question: str) -> Answer:
    """The answer that a result gives. Raises LookupError when a document is gone meanwhile."""
    saying = Saying(worked, speech, Citations(figures_of(worked.result), library, store))
    _WRITERS[type(worked.result)](saying, worked.result)
    if saying.status in (Status.ANSWERED, Status.COMPUTED):
        _add_defaults(saying)
        if takes_newer(worked, figures_of(worked.result), store):
            saying.sentences.append(saying.text("newer"))
    return saying.answer(question)


def _add_defaults(saying: Saying) -> None:
    over = [name for name in saying.over if name]
    if over:
        saying.sentences.append(saying.text("over", names=saying.speech.listed(over)))
    elif saying.over:
        saying.sentences.append(saying.text("over_rows"))
    if saying.partial:
        saying.sentences.append(saying.text("partly"))
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
    """ "Konsulter: minskade med 66 (66,0 procent), från 100 [1] (2016) till 34 [2] (2018)."."""
    speech = saying.speech
    first = f"{one} ({speech.period(result.first.period)})"
    second = f"{two} ({speech.period(result.second.period)})"
    span = f"{iso(result.first)}/{iso(result.second)}"
    if not result.percent:
        saying.computed(result.difference, unit, formula, span)
    sizes = [size, percent] if (percent := _percent(saying, result, formula, span)) else [size]
    if result.percent:
        saying.computed(result.difference, unit, formula, span)
        sizes.reverse()
    by = f"{sizes[0]} ({sizes[1]})" if len(sizes) > 1 else sizes[0]
    verb = saying.text("rose" if result.difference > 0 else "fell" if result.difference < 0 else "unchanged")
    by = f"{verb} {by}" if result.difference else verb
    if (result.first.value or 0.0) < 0 or (result.second.value or 0.0) < 0:
        by = saying.text("by_difference", difference=speech.amount(result.difference, unit))
    head = capital(saying.scope(period=False))
    saying.sentences.append(f"{head}: {by}, {saying.text('from_to', first=first, second=second)}.")


def _percent(saying: Saying, result: Pair, formula: str, span: str) -> str:
    """The change in percent of the first, noted with its formula; "" where it means nothing."""
    if result.change is None or not result.difference:
        return ""
    value = rounded(result.change, 1)
    saying.computed(value, "procent", f"({formula}) / {saying.operand(result.first)} × 100", span)
    return saying.speech.amount(abs(value), "procent", 1)


def _ranked(saying: Saying, result: Ranked) -> None:
    speech = saying.speech
    head = saying.text("highest" if speech.plan.highest else "lowest")
    entries = [_with(saying, one, result.mixed) for one in result.figures]
    scope = saying.scope(period=not result.over_time)
    saying.sentences.append(f"{head} ({scope}): {speech.listed(entries)}.")
    _add_left_out(saying, result)
    if len(result.figures) > 1:
        saying.series = _drawn(saying, result.figures, over_time=False)


def _with(saying: Saying, figure: TableFigure, mixed: bool) -> str:
    return saying.text("with", label=_named(saying, figure, mixed), value=saying.value(figure))


def _named(saying: Saying, figure: TableFigure, mixed: bool) -> str:
    """The label of what is ranked, with all that tells a single cell apart where labels have several."""
    label = saying.speech.label(figure)
    if not mixed:
        return label
    fixed = {one for filters in saying.worked.plan.filters for one in filters.labels if len(filters.labels) == 1}
    rest = [one for _, one in figure.dimensions if one != label and one not in fixed]
    several = len(saying.worked.chosen.periods) > 1
    return ", ".join(filter(None, [label, *rest, saying.speech.period(figure.period) if several else ""]))


def _add_left_out(saying: Saying, result: Ranked | Spread) -> None:
    """What the ranking does not cover: labels without a figure, and that its values are cells."""
    if result.mixed and not saying.speech.plan.cellwise:
        saying.sentences.append(saying.text("single_cells"))
    saying.left_out(result.missing)


def _spread(saying: Saying, result: Spread) -> None:
    speech = saying.speech
    unit = speech.difference_unit(result.highest.unit)
    high, low = (f"{_named(saying, one, result.mixed)}: {saying.value(one)}" for one in (result.highest, result.lowest))
    saying.computed(result.value, unit, f"{saying.operand(result.highest)} − {saying.operand(result.lowest)}")
    value = speech.amount(result.value, unit)
    saying.sentences.append(saying.text("spread", value=value, highest=high, lowest=low, what=saying.scope()))
    _add_left_out(saying, result)


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
    saying.left_out([speech.period(one.period) for one in result.figures if one.value is None], told=True)
    saying.gaps(result.gaps.times)
    if result.short:
        saying.sentences.append(saying.text("short"))


def _number(figure: TableFigure) -> float:
    return figure.value or 0.0


def _drawn(saying: Saying, figures: Sequence[TableFigure], *, over_time: bool) -> Drawn:
    points = tuple(
        Point(
            saying.speech.period(one.period) if over_time else saying.speech.label(one),
            one.value,
            saying.citations.cited(one).number,
        )
        for one in figures
    )
    return Drawn(saying.scope(period=not over_time), saying.speech.unit(figures[0].unit), points, over_time)


_WRITERS: Final[dict[type, Callable[[Saying, Any], None]]] = {
    Single: _single,
    Pair: _pair,
    Together: together,
    Part: say_share,
    Ranked: _ranked,
    Placed: placed,
    Moved: moved,
    Spread: _spread,
    Counted: counted,
    Series: _series,
    Conflict: conflict,
    Choices: choices,
    Absent: absent,
}
