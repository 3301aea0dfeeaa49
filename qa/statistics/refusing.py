"""Saying that tables do not answer: what is missing, what there is instead, or what could be meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from indexer.tables.model import Missing, TableFigure
from qa.model import Status
from qa.statistics.phrases import STEPS
from qa.statistics.results import Absent, Choices, Conflict
from qa.statistics.saying import Saying, apart, capital
from qa.statistics.speech import Speech

_MEASURES: Final = 6


def choices(saying: Saying, result: Choices) -> None:
    saying.status = Status.CLARIFY
    open_period = saying.worked.chosen.default
    entries = []
    for one in result.figures:
        name = one.measure if result.measures else apart(saying, one)
        entries.append(f"{name.lstrip('-# ')} ({saying.speech.period(one.period)}): {saying.value(one)}")
    head = saying.text("which_period" if open_period else "which")
    saying.sentences.append(
        f"{head} {capital(saying.scope(period=False, measure=not result.measures))}: {'; '.join(entries)}."
    )


def conflict(saying: Saying, result: Conflict) -> None:
    """The values side by side, each with the table that states it."""
    saying.status = Status.CONFLICTING
    cited = [saying.citations.cited(one) for one in result.figures]
    titles = [one.cells.table.title or one.document.title for one in cited if one.cells]
    files = [one.document.path.rpartition("/")[2] for one in cited]
    names = titles if len(set(titles)) == len(titles) else files
    entries = [f"{saying.value(one)} ({name})" for one, name in zip(result.figures, names, strict=True)]
    head = ", ".join(filter(None, (saying.scope(period=False), saying.speech.period(result.figures[0].period))))
    saying.sentences.append(saying.text("conflict", what=capital(head), values=saying.speech.listed(entries)))


def absent(saying: Saying, result: Absent) -> None:
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
        words = [one if result.kinds else saying.text("quoted", text=one) for one in result.unnamed]
        name = "lacking" if result.kinds else "unmet"
        saying.sentences.append(saying.text(name, title=title, labels=speech.listed(words)))
    elif result.split:
        saying.sentences.append(saying.text("split", title=title, names=speech.listed(list(result.split))))
    elif result.held:
        saying.sentences.append(saying.text("held", title=title, measures=speech.listed(list(result.held[:_MEASURES]))))
    elif result.step:
        saying.sentences.append(saying.text("no_step", title=title, step=STEPS[speech.language][result.step]))
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
        what = ", ".join(filter(None, [what, saying.speech.listed([apart(saying, one) for one in figures[:5]])]))
    period = saying.speech.period(first.period)
    what = ", ".join(filter(None, [what, period if period and period not in what else ""]))
    name = "masked" if first.missing is Missing.MASKED else "marked" if first.mark else "blank"
    mark = f"{saying.text(name, mark=first.mark)} {saying.citations.mark(first)}"
    meaning = dict(first.table.marks).get(first.mark, "")
    notes = [meaning] if meaning else []
    labels = [label for _, label in first.dimensions if len(label) > 3]
    notes += [note for note in first.table.notes if len(note) < 200 and any(_about(label, note) for label in labels)]
    quoted = " ".join(saying.text("quoted", text=note) for note in dict.fromkeys(notes[:3]))
    return [saying.text("missing", what=capital(what), mark=mark), *([quoted] if quoted else [])]


def _about(label: str, note: str) -> bool:
    return label.lower() in note.lower()
