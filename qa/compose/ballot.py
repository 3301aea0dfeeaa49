"""Who voted yes, who voted no: the rows of a table of votes, or the list in the text, of the side asked for.

Who was for or against something voted as the proposition says: "Den som stöder Eva Eks yrkande röstar nej", where Eva
Ek moved what is asked about.
"""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import persons, sentences
from qa.choose.acts import actors, recorded_act
from qa.choose.doings import means_it
from qa.choose.matter import topics
from qa.query import Query
from qa.read.matching import coverage, token_set
from qa.read.readings import Reading, same_section

_OUTRIGHT: Final = (
    (re.compile(r"\bnej\b|\bnej-?röst|\bno\b", re.IGNORECASE), "nej"),
    (re.compile(r"\bja\b|\bja-?röst|\byes\b", re.IGNORECASE), "ja"),
)
_AGAINST: Final = re.compile(r"\b(emot|mot|against)\b", re.IGNORECASE)
_FOR: Final = re.compile(r"\b(bifall|för|in favou?r|for)\b", re.IGNORECASE)
_OTHER: Final = {"ja": "nej", "nej": "ja"}
_MARKED: Final = re.compile(r"[xX1✓✔]|(ja|nej)", re.IGNORECASE)
_LIST: Final = re.compile(r"^\W*(?:följande\s)?(ja|nej)\b[-\s]?röst\w*|\bröst\w*\s(ja|nej)\s?:", re.IGNORECASE)
_PROPOSITION: Final = re.compile(
    r"(?P<before>[^.;]*?)\bröstar\s(?P<so>ja|nej)\b|\b(?P<side>ja|nej)[-\s]?röst\w*\s(?:för|till|på|innebär)\s(?P<after>[^.;]*)",
    re.IGNORECASE,
)
_MOVES: Final = re.compile(r"\b(yrka|föresl)\w*", re.IGNORECASE)
_CLEARLY: Final = 0.05  # by so much more of the question one side must stand for than the other


def ballot(query: Query, readings: list[Reading]) -> list[Reading]:
    """The rows of those who voted as asked, in the table's order; [] where no table of the best reading's § says so."""
    column = _side(query, readings)
    if column is None:
        return []
    rows = [one for one in readings if same_section(one, readings[0]) and _voted(one, column)]
    return sorted(rows, key=lambda one: (one.passage.candidate.paragraph.place.number, one.passage.start))


def votes(query: Query, readings: list[Reading]) -> Reading | None:
    """The sentence that lists those who voted as asked ("Nej röstar: …"), None where the § has none."""
    side = _side(query, readings)
    if side is None:
        return None
    here = (one for one in readings if same_section(one, readings[0]) and actors(one.passage))
    return next((one for one in here if _lists(one) == side), None)


def _lists(reading: Reading) -> str:
    """The side whose votes the sentence lists, "" where it lists none."""
    found = _LIST.search(reading.passage.text)
    return (found[1] or found[2]).lower() if found is not None else ""


def _side(query: Query, readings: list[Reading]) -> str | None:
    """ "ja" or "nej" where it is asked who voted so; None for other questions."""
    done = recorded_act(query)
    if done is None or not done.search("röst") or not readings:
        return None
    outright = next((name for asked, name in _OUTRIGHT if asked.search(query.question)), None)
    against = _AGAINST.search(query.question) is not None
    if outright is not None or not (against or _FOR.search(query.question)):
        return outright
    stands_for = _as_put(query, readings)
    return _OTHER.get(stands_for) if against else stands_for or None


def _as_put(query: Query, readings: list[Reading]) -> str:
    """The side that stands for what the question names, by the proposition of the § and what was moved there.

    Without a proposition it is yes, and "" where that leaves it open.
    """
    here = [one for one in readings if same_section(one, readings[0])]
    if not any(_PROPOSITION.search(one.passage.text) for one in here):
        return "ja"
    met = {"ja": 0.0, "nej": 0.0}
    for one in here:
        for put in _PROPOSITION.finditer(one.passage.text):
            side, what = (put["so"] or put["side"]).lower(), put["before"] or put["after"] or ""
            stood = f"{what} {_moved(what, here)}"
            met[side] = max(met[side], coverage(topics(query), token_set(stood)) + means_it(query.question, stood))
    if abs(met["ja"] - met["nej"]) < _CLEARLY:
        return ""
    return max(met, key=lambda side: met[side])


def _moved(what: str, here: list[Reading]) -> str:
    """The sentences in which those moved something whom the proposition names."""
    moves = (text[start:end] for text in {one.passage.text for one in here} for start, end in sentences(text))
    return " ".join(
        move
        for move in moves
        if _MOVES.search(move)
        and not _PROPOSITION.search(move)
        and any(person.name in what for person in persons(move))
    )


def _voted(reading: Reading, column: str) -> bool:
    heads, cells = reading.passage.columns
    at = [index for index, head in enumerate(heads) if head.strip().lower().removesuffix("-röst") == column]
    return len(at) == 1 and _MARKED.fullmatch(cells[at[0]].strip()) is not None and bool(reading.passage.persons)
