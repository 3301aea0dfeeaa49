"""Does a passage itself state the change, difference or share that is asked for? Then nothing has to be worked out.

And where it does not, a lone figure from it is no answer: what would have to be worked out is refused.
"""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import Period, figures
from indexer.model import Form
from indexer.tables.totals import is_total
from qa.compute.cells import cell_figures
from qa.compute.choose import fits_time
from qa.compute.plan import Operation, Plan, plan
from qa.compute.slots import ends
from qa.query import FIGURES, Query
from qa.read.matching import coverage, token_set
from qa.read.passages import Passage
from qa.read.readings import Reading, near_first, put_first
from qa.read.times import around
from qa.read.typed import typed_numbers

_SAYS: Final = re.compile(
    r"\b(?:öka|ökning|minsk|förändr|försämr|skillnad|differens|effekt|besparing)\w*", re.IGNORECASE
)
_MORE: Final = re.compile(
    r"\W*(?:\w+\s){0,2}(?:högre|lägre|större|mindre|fler|färre|mer|längre|kortare|dyrare|billigare|sämre|bättre)\b",
    re.IGNORECASE,
)
_GAP: Final = re.compile(
    r"\b(?:skillnad\w*|mellanskillnad\w*|höjning\w*|besparing\w*|effekt\w*|minska\w*|spara\w*)\s(?:\w+\s){0,4}\Z",
    re.IGNORECASE,
)
_OFF_BUDGET: Final = re.compile(
    r"\b(?:avvik|avv\b|underskott|överskott|över budget|under budget|överskrid|dragit över|spräck|sämre|bättre)\w*",
    re.IGNORECASE,
)
_FORMER: Final = re.compile(r"\b(?:föregående|förra|fjol\w*)\b", re.IGNORECASE)
_BARE_YEAR: Final = re.compile(r"(?<![\d/:.-])((?:19|20)\d\d)(?![\d/:-])")
_HOW_MUCH: Final = re.compile(
    r"\b(?:hur mycket|hur många (?:procent|procentenheter)|by (?:how (?:much|many)|what))\b(?:\s\w+){0,3}?\s"
    r"(?:öka|minska|höj|sänk|steg\b|stigit|sjönk|sjunkit|föränd|försämr|förbättr|ris|rose|fall|fell|decreas"
    r"|increas|chang|drop)"
    r"|\b(?:hur (?:mycket|många)|how (?:much|many))\s(?:sämre|bättre|lägre|högre|större|mindre|mer|fler|färre|more"
    r"|fewer|less|lower|higher|larger|worse|better)\b"
    r"|\bhow much (?:did|has|have|does|do)\b.{0,80}"
    r"\b(?:increase|decrease|rise|risen|fall|fallen|change|drop|grow|worsen)",
    re.IGNORECASE,
)
_MARGIN: Final = re.compile(
    r"\b(?:(?:hur många|vilken) röster?(?:s|nas)? (?:marginal|övervikt|majoritet)|röst(?:marginal|övervikt)\w*"
    r"|by how many votes|how many votes (?:separated|between)|vote margin|margin (?:of votes|in votes|in the vote))\b"
    r"|\b(?:med|by) (?:vilken|what) (?:marginal|margin|majorit(?:et|y))\b(?=.*(?:röst|vote|motion|förslag|proposal))",
    re.IGNORECASE,
)
_STATED: Final = frozenset({Operation.CHANGE, Operation.DIFFERENCE})
IN_ALL: Final = re.compile(
    r"\b(?:tillsammans|sammanlagda?|sammanlagt|sammantaget|totalt|totala|summan|ihop|together|combined|altogether"
    r"|in all|in total|total)\b",
    re.IGNORECASE,
)
"""Words that ask for, or tell, a total."""
_NEARLY: Final = 1.0  # how far below the best reading one that states a total may read
_BEHIND: Final = 4.0  # how far below the best reading one that states the change may read
_AS_MUCH: Final = 0.8  # share of the best one's coverage that it must have
_ROW: Final = 0.2  # share of the question's words that the label of a table's row must meet
_NEVER_STATED: Final = frozenset(
    {Operation.SUM, Operation.MEAN, Operation.SPREAD, Operation.AFTER, Operation.REST, Operation.COVER, Operation.BOTH}
)
_TIMES: Final = frozenset({Operation.CHANGE})
_LOOKED_UP: Final = frozenset(
    {Operation.OVER, Operation.REST, Operation.AFTER, Operation.COVER}
)  # may be stated in other words
_SURELY: Final = 3.0  # log-odds, read together, of a passage that answers
_READ_SURELY: Final = 0.6  # of the words that such a one must be about
_ENOUGH: Final = {"sv": 0.5, "en": 0.3}  # share of the question's words that a stated change must be about


def told(query: Query, asked: Plan, reading: Reading) -> bool:
    """Does the reading give the result? One that is read together with the question as its answer, in fewer words."""
    return states_it(query, asked, reading.passage, surely=_is_sure(asked, reading))


def _is_sure(asked: Plan, reading: Reading) -> bool:
    """Does it read as the answer, where the two times tell whether it is?"""
    of_times = asked.operation is Operation.CHANGE and len(asked.slots) > 1
    return of_times and reading.together is not None and reading.together >= _SURELY


def states_it(query: Query, asked: Plan, passage: Passage, *, surely: bool = False) -> bool:
    """Does the passage give the result in words or in a column of its own? surely: it reads as the answer."""
    if asked.operation in _NEVER_STATED:
        return False
    if asked.operation is Operation.SHARE:
        return bool(typed_numbers(query, passage))
    if not typed_numbers(query, passage) or not _gives_it(query, asked, passage):
        return False
    label = passage.columns[1][:1]
    if label and not is_total(label[0]) and coverage(asked.words, token_set(label[0])) < _ROW:
        return False
    if asked.percent and not any(number.dimension == "percent" for number in passage.numbers):
        return False
    words = [item for item in asked.words if item.concept.word not in passage.candidate.around]
    enough = _ENOUGH[query.language] * (_READ_SURELY if surely else 1.0)
    if words and coverage(words, passage.tokens | passage.context_tokens) < enough:
        return False
    return asked.operation not in _TIMES or _of_those_times(query, passage)


def stated_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """Where a change is asked for that the best passage lacks: one that states it first, if it reads nearly as well."""
    if readings and query.wants in FIGURES and IN_ALL.search(query.question):
        readings = near_first(readings, _NEARLY, lambda one: states_total(one.passage))
    asked = plan(query) if readings else None
    if asked is None or asked.operation not in _STATED or told(query, asked, readings[0]):
        return readings
    needed = _AS_MUCH * coverage(asked.words, _around(readings[0].passage))
    for reading in readings[1:]:
        if reading.score < readings[0].score - _BEHIND:
            break
        enough = needed * (_READ_SURELY if _is_sure(asked, reading) else 1.0)
        if coverage(asked.words, _around(reading.passage)) >= enough and told(query, asked, reading):
            return put_first(reading, readings)
    return readings


def states_total(passage: Passage) -> bool:
    """Does the sentence say how much something is in all?"""
    found = figures(passage.text, year=passage.year, damaged=passage.candidate.document.damaged)
    return any(IN_ALL.search(passage.text[one.clause[0] : one.number.start]) for one in found)


def _around(passage: Passage) -> frozenset[str]:
    return passage.tokens | passage.context_tokens


def _gives_it(query: Query, asked: Plan, passage: Passage) -> bool:
    """Is one of the numbers the change itself, not an end of it?"""
    over = asked.operation is Operation.OVER
    if passage.candidate.paragraph.form is Form.TABLE:
        pattern, label = _OFF_BUDGET if over else _SAYS, passage.columns[1][:1]
        if any(map(pattern.search, label)):
            return True
        return any(
            pattern.search(passage.columns[0][column]) and _timely(query, figure.period)
            for column, figure in cell_figures(passage)
        )
    if over and _OFF_BUDGET.search(passage.text):
        return True
    wanted = {number.start for number in typed_numbers(query, passage)}
    return any(
        figure.trend == "change"
        or _MORE.match(passage.text[max(figure.number.end, figure.number.unit_end) :]) is not None
        or _GAP.search(passage.text[: figure.number.start]) is not None
        for figure in figures(passage.text, year=passage.year, damaged=passage.candidate.document.damaged)
        if figure.number.start in wanted and figure.trend not in {"from", "to"}
    )


def _timely(query: Query, stated: Period | None) -> bool:
    """Is the column of no time of its own, or of one that is asked about?"""
    if stated is None or stated.yearless or not query.periods:
        return True
    return any(fits_time(asked, stated) > 0 or stated.covers(asked) for asked in query.periods)


def _of_those_times(query: Query, passage: Passage) -> bool:
    """Is it the change between the times that are asked about, as far as both are said?"""
    pair, stated = ends(query), passage.periods
    if pair is None:
        return True
    first, last = pair
    heading = around(passage)
    told = stated if heading is None else (*stated, heading)
    if not any(end.covers(one) or end.same(one) or _is_span(one, pair) for end in pair for one in told):
        return False
    spans = [period for period in stated if period.start and period.end and period.start[:4] != period.end[:4]]
    if spans:
        return any(_touch(span, first) and _touch(span, last) and _from(span, first) for span in spans)
    if first.days[0][:4] == last.days[0][:4]:
        return not _FORMER.search(passage.text) and all(any(_touch(end, one) for end in pair) for one in stated)
    years = {year for period in stated for year in (period.days[0][:4], period.days[1][:4])}
    years |= set(_BARE_YEAR.findall(passage.text))
    return years - {"0000"} <= {first.days[0][:4], last.days[0][:4]}


def _is_span(one: Period, pair: tuple[Period, Period]) -> bool:
    """Does the time run from the one end to the other?"""
    return one.days[0] == pair[0].days[0] and one.days[1] == pair[1].days[1]


def _touch(one: Period, two: Period) -> bool:
    return one.overlaps(two)


def _from(span: Period, first: Period) -> bool:
    return span.days[0][:4] == first.days[0][:4]


def asks_change(query: Query) -> bool:
    """Is it asked outright by how much something changed or differs?"""
    return _HOW_MUCH.search(query.question) is not None


def asks_margin(query: Query) -> bool:
    """Is it asked by how many votes something was carried or lost?"""
    return _MARGIN.search(query.question) is not None


def lacks_operands(query: Query, readings: list[Reading]) -> bool:
    """Is something to be worked out that the documents do not give all of, and that the best passage does not state?"""
    if asks_margin(query):
        return True
    asked = plan(query)
    if asked is None or asked.operation in _LOOKED_UP:
        return False
    if asked.operation is Operation.SUM and not asked.slots:
        return False
    if asked.operation is Operation.CHANGE and not asked.slots and not asks_change(query):
        return False
    return not told(query, asked, readings[0])
