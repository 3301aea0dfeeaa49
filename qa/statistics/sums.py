"""Saying sums, means, shares and counts, with every part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from indexer.tables.model import TableFigure
from qa.model import Status
from qa.statistics.amounts import factor, resized
from qa.statistics.gather import Gathered
from qa.statistics.results import Counted, Part, Together
from qa.statistics.saying import MOST_NAMED, Saying, apart
from qa.statistics.speech import rounded

_LISTED: Final = 30
MOST_COUNTED: Final = 400  # rows that a formula counts one by one
_PARTS: Final = 12  # whose marks stand in the sentence


def together(saying: Saying, result: Together) -> None:
    speech = saying.speech
    unit = result.parts[0].unit
    decimals = max(speech.places(result.value), 1) if result.mean else speech.places(result.value)
    formula = _formula(saying, result)
    value, converted = rounded(result.value, decimals) if result.mean else result.value, _conversion(saying, result)
    if converted is not None:
        saying.computed(value, unit, f"({formula})")
        saying.computed(*converted, f"({formula}) {resized(unit, converted[1])}")
        words = f"{speech.amount(*converted, 1)} ({speech.amount(value, unit)})"
    else:
        saying.computed(value, unit, formula)
        words = speech.amount(value, unit, decimals)
    for one in result.parts:
        if isinstance(one, Gathered) and (result.groups or not result.mean):
            saying.note_sum(one)
        saying.partial = saying.partial or (isinstance(one, Gathered) and one.absent > 0)
    if len(result.parts) > _PARTS and not result.mean:
        saying.over |= dict.fromkeys(_apart_in(result.parts))
    marks = " ".join(dict.fromkeys(mark for one in result.parts for mark in saying.citations.mark(one).split()))
    if any(isinstance(one, Gathered) and not result.groups for one in result.parts):
        parts = saying.text("many", mark=marks)
    else:
        parts = _parts(saying, result) if len(result.parts) <= _PARTS else marks
    name = "mean" if result.mean else "together"
    saying.sentences.append(saying.text(name, value=words, what=saying.scope(), parts=parts))
    if result.total is not None:
        label = next((one.labels[0] for one in speech.plan.filters if one.labels[0] in one.dimension.totals), "")
        saying.sentences.append(saying.text("total_row", label=label, mark=saying.citations.mark(result.total)))
    _add_left_out(saying, result)


def _add_left_out(saying: Saying, result: Together) -> None:
    """What is not part of it, for there is no number: cells without one, labels and times without a row."""
    if len(result.missing) <= MOST_NAMED:
        saying.left_out([f"{apart(saying, one)} {saying.citations.mark(one)}" for one in result.missing], told=True)
    else:
        saying.sentences.append(saying.text("without_some"))
    saying.gaps(result.gaps.times, result.gaps.labels)


def _apart_in(parts: Sequence[TableFigure]) -> list[str]:
    """The names of the dimensions in which the parts differ."""
    held = [dict(one.dimensions) for one in parts]
    return [name for name in held[0] if len({one.get(name) for one in held}) > 1]


def _formula(saying: Saying, result: Together) -> str:
    """ "12 [1] + 7 [2]", of a mean "(12 [1] + 7 [2]) / 2"; "sum([1]) / count([1])" where the cells are many.

    count([1]) is of the cells behind the mark; of several marks, also of one again and again, it is of the marks.
    """
    operands = [saying.operand(one) for one in result.parts]
    if not result.mean:
        return operands[0].strip("()") if len(operands) == 1 and operands[0][0] == "(" else " + ".join(operands)
    over = str(result.count)
    marks = [saying.citations.mark(one).split() for one in result.parts]
    if 1 < result.groups <= MOST_COUNTED:  # each group by a mark of its own, or all by that of their cells
        first = [some[0] for some in marks]
        over = f"count({', '.join(first if len(first) == result.groups else first[:1] * result.groups)})"
    elif not result.groups and any(isinstance(one, Gathered) for one in result.parts):
        over = " + ".join(f"count({mark})" for some in marks for mark in some)
        over = f"({over})" if " + " in over else over
    return f"({' + '.join(operands)}) / {over}" if len(operands) > 1 else f"{operands[0]} / {over}"


def _conversion(saying: Saying, result: Together) -> tuple[float, str] | None:
    """The value in the unit asked for, with that unit."""
    one = saying.speech.converted(result.parts[0])
    size = None if one is None else factor(result.parts[0].unit, one[1])
    return None if one is None or not size else (result.value / size, one[1])


def _parts(saying: Saying, result: Together) -> str:
    return ", ".join(f"{apart(saying, one)}: {saying.value(one)}" for one in result.parts)


def say_share(saying: Saying, result: Part) -> None:
    speech = saying.speech
    formula = f"{saying.operand(result.part)} / {saying.operand(result.whole)} × 100"
    saying.computed(rounded(result.value, 1), "procent", formula)
    part, whole = (
        f"{speech.amount(one.value or 0.0, one.unit)} {saying.citations.mark(one)}"
        for one in (result.part, result.whole)
    )
    saying.note(result.part)
    saying.note(result.whole)
    value = speech.amount(result.value, "procent", 1)
    saying.sentences.append(saying.text("share", value=value, part=part, whole=whole, what=saying.scope()))


def counted(saying: Saying, result: Counted) -> None:
    what = saying.scope() + (f"; {saying.text('meets')}" if saying.speech.plan.threshold else "")
    marks = [saying.citations.mark(one) for one in result.shown]
    if not result.count:
        saying.status = Status.COMPUTED
        saying.sentences.append(saying.text("count_none", what=what))
        if result.nearest is not None:
            nearest = f"{saying.speech.label(result.nearest)}: {saying.value(result.nearest)}"
            saying.sentences.append(saying.text("nearest", value=nearest))
        return
    if result.rows:
        _counted_rows(saying, result, what)
        return
    if len(set(marks)) == result.count:
        formula = f"count({', '.join(marks)})"
    else:
        formula = f"count({', '.join(saying.operand(one) for one in result.shown)})"
    saying.computed(float(result.count), "antal", formula)
    shown = [f"{_counted_as(saying, one)}: {saying.value(one)}" for one in result.shown[:_LISTED]]
    more = " …" if len(result.shown) > _LISTED else ""
    saying.sentences.append(f"{saying.text('count', count=saying.speech.number(result.count, 0), what=what)}")
    saying.sentences.append(f"{', '.join(shown)}{more}.")


def _counted_as(saying: Saying, figure: TableFigure) -> str:
    """The label of what is counted, with its time where single cells of several times are."""
    label, time = saying.speech.label(figure), saying.speech.period(figure.period)
    several = saying.speech.plan.cellwise and len(saying.worked.chosen.periods) > 1
    return f"{label} {time}" if several and time != label else label


def _counted_rows(saying: Saying, result: Counted, what: str) -> None:
    said = ", ".join(saying.speech.said())
    marks = [saying.citations.add(cells, f"{said} – {name}" if name else said) for cells, name in result.rows]
    each = marks if len(marks) == result.count or result.count > MOST_COUNTED else marks * result.count
    saying.computed(float(result.count), "antal", f"count({', '.join(each)})")
    saying.sentences.append(saying.text("count", count=saying.speech.number(result.count, 0), what=what))
    names = [f"{name} {mark}" if name else mark for (_, name), mark in zip(result.rows, marks, strict=True)]
    if len(result.rows) > 1:
        saying.sentences.append(f"{'; '.join(names)}.")
    else:
        saying.sentences[-1] = f"{saying.sentences[-1].removesuffix('.')} {marks[0]}."
