"""Who voted yes, who voted no: the rows of the table of votes that are marked in the column asked for."""

from __future__ import annotations

import re
from typing import Final

from qa.choose.acts import recorded_act
from qa.query import Query
from qa.read.readings import Reading, same_section

_NO: Final = re.compile(r"\b(nej|emot|mot|against|no)\b", re.IGNORECASE)
_YES: Final = re.compile(r"\b(ja|bifall|för|yes|in favou?r|for)\b", re.IGNORECASE)
_COLUMNS: Final = ((_NO, "nej"), (_YES, "ja"))
_MARKED: Final = re.compile(r"[xX1✓✔]|(ja|nej)", re.IGNORECASE)


def ballot(query: Query, readings: list[Reading]) -> list[Reading]:
    """The rows of those who voted as asked, in the table's order; [] where no table of the best reading's § says so."""
    done = recorded_act(query)
    if done is None or not done.search("röst") or not readings:
        return []
    column = next((name for asked, name in _COLUMNS if asked.search(query.question)), None)
    if column is None:
        return []
    rows = [one for one in readings if same_section(one, readings[0]) and _voted(one, column)]
    return sorted(rows, key=lambda one: (one.passage.candidate.paragraph.place.number, one.passage.start))


def _voted(reading: Reading, column: str) -> bool:
    heads, cells = reading.passage.columns
    at = [index for index, head in enumerate(heads) if head.strip().lower().removesuffix("-röst") == column]
    return len(at) == 1 and _MARKED.fullmatch(cells[at[0]].strip()) is not None and bool(reading.passage.persons)
