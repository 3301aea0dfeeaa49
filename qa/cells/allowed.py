"""May a table inside a document answer a question for a figure? Only with what is counted, the names and the year."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import periods
from indexer.model import Form
from indexer.tables.totals import is_total
from qa.cells.fit import suits, timely
from qa.cells.rows import rows
from qa.cells.words import aspect, covered, met_by, named_numbers, wanted_words
from qa.query import FIGURES, Query, Wants
from qa.read.readings import Reading
from qa.read.tabular import lists_events
from qa.statistics.accounting import is_filler
from qa.statistics.question import Asked, Term, ask
from qa.statistics.words import alike, beginnings, begins, modifier, words_of

_WANTED: Final = FIGURES | {Wants.DURATION}
_ABOUT: Final = {"sv": 0.4, "en": 0.25}  # share of the question that the row and its heads must meet
_NAMED: Final = 0.3  # strength with which a word of the question must meet the row's label
_NAMED_WHOLLY: Final = 0.7  # the same, where no figure is asked for outright
_LIKE: Final = 0.5
_VAGUE: Final = 0.3
_SHORT: Final = 3  # words
_OWN_WORDS: Final = 0.4  # weight of a longer question that may be the asker's own words
_MONTH_ROW: Final = re.compile(
    r"^(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b", re.I | re.M
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def may_answer(query: Query, reading: Reading) -> bool:
    """Whether the reading is no table row, or its table has the names, the year and what is counted."""
    candidate = reading.passage.candidate
    if candidate.paragraph.form is not Form.TABLE:
        return True
    if not _is_about(query, reading):
        return False
    asked = ask(query.meant, query.language)
    if query.wants not in _WANTED and not asked.unit and not _is_of_numbers(candidate.paragraph.text):
        return True
    document, place = candidate.document, candidate.paragraph.place
    text = " ".join((candidate.paragraph.text, *place.headings, document.title, document.date or ""))
    asked_years = {year for one in asked.times.stated for year in _YEAR.findall(one.iso)}
    years = set(_YEAR.findall(text))
    if asked_years and years and not asked_years & years:
        return False
    held = set(words_of(text))
    if _is_part_of_year(asked, candidate.paragraph.text):
        return False
    counted = asked.terms[asked.counted] if asked.counted is not None else None
    terms = [one for one in asked.terms if one.weight > _VAGUE and not is_filler(one)]
    unmet = [one for one in terms if not _is_met(one, held)]
    if len(terms) <= _SHORT or any(one.name or one is counted for one in unmet):
        return not unmet
    return sum(one.weight for one in unmet) <= _OWN_WORDS * sum(one.weight for one in terms)


def _is_about(query: Query, reading: Reading) -> bool:
    """Has the row no values, or are names and time of the question its own, and some of the words?"""
    if query.wants in _WANTED and lists_events(reading.passage.candidate.paragraph.rows):
        return False  # its rows are counted, they give no figure
    held = rows([reading])
    if not held or query.wants not in _WANTED | {Wants.TEXT}:
        return True
    row, about = held[0], wanted_words(query)
    whole = is_total(row.label) or bool(aspect(row.label)) or bool(periods(row.label))
    needed = _NAMED if query.wants in _WANTED else _NAMED_WHOLLY
    if not whole and not any(met_by(item, row.label) >= needed for item in about):
        return False
    words = f"{row.label} {' '.join(cell.head for cell in row.cells)} {row.passage.columns[0][0]} {row.caption}"
    asked_number, number = named_numbers(query.question), named_numbers(row.label)
    if asked_number and number and not asked_number & number:
        return False
    wanted = aspect(query.question)
    if wanted and wanted not in {aspect(part) for part in (row.label, row.caption, *(cell.head for cell in row.cells))}:
        return False
    if wanted and len({cell.aspect for cell in row.cells if cell.aspect}) > 1:
        return False  # which of its columns is meant, only the row with its heads tells
    named = [item for item in about if any(item.concept.word in name.lower() for name in query.names)]
    if any(max(met_by(item, words), item.met_by(row.around_tokens)) == 0 for item in named):
        return False
    return (
        any(timely(query, row, cell) > 0 and suits(query, row, cell) for cell in row.cells)
        and covered(about, words) >= _ABOUT[query.language]
    )


def _is_met(term: Term, held: set[str]) -> bool:
    return any(all(_among(word, held) for word in words) for words, _ in term.alternatives)


def _is_of_numbers(table: str) -> bool:
    """Has it a row most of whose words are numbers or marks?"""
    rows = [line.split() for line in table.splitlines()]
    return any(sum(not any(letter.isalpha() for letter in word) for word in row) * 2 > len(row) for row in rows)


def _is_part_of_year(asked: Asked, table: str) -> bool:
    """Is a whole year asked for, where the rows are months, and not which of them?"""
    if asked.has("highest", "lowest", "when") or any(one.precision != "year" for one in asked.times.stated):
        return False
    return bool(asked.times.stated) and len(_MONTH_ROW.findall(table)) > 1


def _among(word: str, held: set[str]) -> bool:
    if word in held:
        return True
    like = [other for other in held if alike(word, other) >= _LIKE]
    known = beginnings(held)
    return any(not (front := modifier(word, other)) or begins(front, known) for other in like)
