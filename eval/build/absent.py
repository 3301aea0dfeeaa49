"""Unanswerable twins: a question of another way whose year, unit, § or committee is swapped for one that is nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from eval.build.asking import LOOKUP, Asked, asked_measures
from eval.build.asking import filled as filled_cells
from eval.build.case import Built, in_turn
from eval.build.decisions import DATED, filled
from eval.build.naming import Phrase, measure_name, references, when, where
from eval.build.sections import Minutes
from eval.build.table import Measure, Record, Table, is_period

WAY = "absent"
_ANSWERS = ("Det framgår inte av dokumenten.", "The documents do not say.")
_PLACES = ("Granliden", "Norrbruket", "Ekvattnet", "Stensjöby", "Lillforsa", "Vretamark", "Åkerholma", "Tallmossen")
_BODIES = ("Räddningsnämnden", "Hamnnämnden", "Överförmyndarnämnden", "Krisledningsnämnden", "Fastighetsnämnden",
           "Landsbygdsnämnden", "Jämställdhetsnämnden", "Energinämnden")  # fmt: skip
_OFFICES = tuple(name.replace("nämnden", "förvaltningen") for name in _BODIES)
_NAMES = {  # dimension: names that could well be members of it
    **dict.fromkeys(("kommun", "region", "stadsdel", "stadsdelsnämnd", "stadsdelsförvaltning", "enhet"), _PLACES),
    "nämnd": _BODIES,
    "förvaltning": _OFFICES,
}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–/]\s*((?:19|20)?\d\d)(?!\d)")
_TRIES = 5000
_NEAR = 6  # how many of the nearest absent years one is drawn from


class Everything:
    """All that the library's files say, to look for what is not in it. text: folded, of documents and tables alike."""

    def __init__(self, text: str) -> None:
        self._text = text
        years = {int(year) for year in _YEAR.findall(text)}
        for first, last in _RANGE.findall(text):
            end = int(last) if len(last) == 4 else int(first[:2] + last)
            years |= set(range(int(first), min(end, int(first) + 40) + 1))
        self._absent = [year for year in range(1975, 2046) if year not in years]

    def lacks(self, name: str) -> bool:
        """Does the name stand nowhere, in no case or compound?"""
        return name.lower() not in self._text

    def year(self, near: int, rng: Random) -> int | None:
        """A year that no document names and that lies in none of the periods they name, close to the given one."""
        closest = sorted(self._absent, key=lambda year: abs(year - near))[:_NEAR]
        return rng.choice(closest) if closest else None


def absent(
    tables: Sequence[Table],
    meetings: Sequence[Minutes],
    stated: Sequence[Built],
    names: Mapping[str, Phrase],
    everything: Everything,
    rng: Random,
    most: int,
) -> list[Built]:
    """At most `most` twins, about as many of each kind; stated: cases built from figures in running text;
    names: what to call each document.
    """
    streams = [
        _of_tables(tables, everything, rng),
        iter(rng.sample(of_meetings := list(_of_meetings(meetings, everything, rng)), len(of_meetings))),
        iter(rng.sample(of_figures := list(_of_figures(stated, names, everything, rng)), len(of_figures))),
    ]
    return in_turn(streams, most)


def _of_tables(tables: Sequence[Table], everything: Everything, rng: Random) -> Iterator[Built]:
    named = references(tables)
    asked = [measures for place, table in enumerate(tables) if (measures := asked_measures(table, named[place]))]
    for _ in range(_TRIES if asked else 0):
        one = rng.choice(rng.choice(asked))
        record = rng.choice(one.table.records)
        swap = rng.choice((_other_year, _other_unit))
        if case := swap(one, record, everything, rng):
            yield case


def _other_year(asked: Asked, record: Record, everything: Everything, rng: Random) -> Built | None:
    periods = [member for pair in record.members if is_period(*pair) and _YEAR.match(member := pair[1])]
    year = asked.measure.period or (periods[0] if periods else "")
    other = everything.year(int(year[:4]), rng) if _YEAR.match(year) else None
    if other is None:
        return None
    swapped = f"{other}/{(other + 1) % 100:02d}" if "/" in year else str(other) + year[4:]
    members = tuple((name, swapped if member == year else member) for name, member in record.members)
    measure = replace(asked.measure, period=swapped) if asked.measure.period else asked.measure
    return _lookup(asked, measure, members, f"year {year} -> {swapped}", rng)


def _other_unit(asked: Asked, record: Record, everything: Everything, rng: Random) -> Built | None:
    free = [name for name, _ in record.members if name.lower() in _NAMES and name not in asked.table.constant]
    unknown = [name for name in _NAMES[free[0].lower()] if everything.lacks(name)] if free else []
    if not unknown:
        return None
    dimension = free[0]
    other = rng.choice(unknown)
    members = tuple((name, other if name == dimension else member) for name, member in record.members)
    return _lookup(asked, asked.measure, members, f"{dimension} -> {other}", rng)


def _lookup(
    asked: Asked, measure: Measure, members: tuple[tuple[str, str], ...], swap: str, rng: Random
) -> Built | None:
    place = where(members)
    if not place.sv:
        return None
    words = {"m": measure_name(measure, members), "w": place, "p": when(measure, members), "r": asked.reference}
    template = rng.choice(LOOKUP) if measure.name else LOOKUP[0]
    return _twin(filled_cells(template, words), f"{asked.table.document}: {swap}")


def _of_meetings(meetings: Sequence[Minutes], everything: Everything, rng: Random) -> Iterator[Built]:
    last = max(
        (int(number) for meeting in meetings for number in re.findall(r"§ ?(\d+)", meeting.text.folded)), default=0
    )
    for meeting in meetings:
        bodies = [name for name in _BODIES if everything.lacks(name.removesuffix("en"))]
        for section in meeting.sections:
            if meeting.day is None:
                continue
            year = everything.year(meeting.day.year, rng)
            changed = [replace(section, number=last + rng.randint(20, 60))]
            swapped = [(meeting, changed[0], f"§ {section.number} -> § {changed[0].number}")]
            if bodies:
                body = rng.choice(bodies)
                swapped.append((replace(meeting, committee=body), section, f"{meeting.committee} -> {body}"))
            if year and (meeting.day.month, meeting.day.day) != (2, 29):
                swapped.append((replace(meeting, day=meeting.day.replace(year=year)), section, f"year -> {year}"))
            other, its_section, swap = rng.choice(swapped)
            questions = filled(rng.choice(DATED), other, its_section)
            yield _twin(questions, f"{meeting.text.document}, § {section.number}: {swap}")


def _of_figures(
    stated: Sequence[Built], names: Mapping[str, Phrase], everything: Everything, rng: Random
) -> Iterator[Built]:
    """Where the question itself names one year, that year swapped; the document's name keeps its own."""
    for case in stated:
        asked, _, named = case.questions[0].partition(" enligt ")
        years = _YEAR.findall(asked)
        other = everything.year(int(years[0]), rng) if len(years) == 1 else None
        if other and not re.search(r"sedan|från|till och med", asked):
            question = asked.replace(years[0], str(other))
            english = f'What is the answer to the question "{question}?" according to {names[case.documents[0]].en}?'
            swedish = f"{question} enligt {named}"
            yield _twin((swedish, english), f"{case.source}: year {years[0]} -> {other}")


def _twin(questions: tuple[str, str], source: str) -> Built:
    return Built(
        way=WAY,
        source=source,
        kind="unanswerable",
        questions=questions,
        answers=_ANSWERS,
        documents=(),
        answerable=False,
    )
