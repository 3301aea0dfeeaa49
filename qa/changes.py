"""Putting a worked-out change into words: "−66 procent: från 100 (2016) till 34 (november 2018)", operands cited."""

from __future__ import annotations

from indexer.figures import format_number
from qa.attribution import attribution
from qa.compute import Change, result_text
from qa.lead import as_data, figure_text
from qa.model import AnswerFigure, Status
from qa.phrases import phrase
from qa.wording import Wording

_WORTH_A_RATIO = 2.0  # from here on "times as many" says more than the difference


def write_change(wording: Wording, found: Change) -> None:
    """The result, both ends with their periods, who says it, the quotes; formula and operands as data."""
    query = wording.query
    marks = {"before": wording.cite(found.before.passage), "after": wording.cite(found.after.passage)}
    text, value, unit, formula = result_text(query, found)
    before, after = (figure_text(query, operand.figure) for operand in (found.before, found.after))
    before_of, after_of = found.before.figure.period, found.after.figure.period
    span = phrase(query.language, "from_to", before=before, after=after)
    passage = found.after.passage
    source = attribution(passage.candidate.document, passage.candidate.paragraph, query.language)
    quotes = dict.fromkeys(wording.quote(operand.passage) for operand in (found.before, found.after))
    text = f"{_hedge(wording, found)} {text}".strip()
    wording.sentences.append(f"{text}: {span}{_times(wording, found)}, {source}: {' '.join(quotes)}")
    hedge = _hedge(wording, found)
    period = f"{before_of.iso}/{after_of.iso}" if before_of and after_of else ""
    result = AnswerFigure(value, unit, period, found.after.figure.measure, hedge, formula.format(**marks))
    worked = [result, *_ratio(wording, found, marks)]
    wording.figures = (*worked, *(as_data(operand.figure) for operand in (found.after, found.before)))
    wording.status = Status.COMPUTED


def _hedge(wording: Wording, found: Change) -> str:
    """What is worked out from a rough figure is rough."""
    hedged = found.before.figure.number.hedge or found.after.figure.number.hedge
    return phrase(wording.query.language, "about") if hedged else ""


def _times(wording: Wording, found: Change) -> str:
    ratio, language = found.ratio, wording.query.language
    if ratio is None or ratio < _WORTH_A_RATIO:
        return ""
    return phrase(language, "times", ratio=format_number(ratio, language))


def _ratio(wording: Wording, found: Change, marks: dict[str, str]) -> list[AnswerFigure]:
    if found.ratio is None or found.ratio < _WORTH_A_RATIO:
        return []
    after, before = (
        format_number(operand.figure.number.value, wording.query.language) for operand in (found.after, found.before)
    )
    return [AnswerFigure(found.ratio, "gånger", formula=f"{after} {marks['after']} / {before} {marks['before']}")]
