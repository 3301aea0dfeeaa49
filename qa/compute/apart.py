"""Which of the figures of one sentence is meant, where they are of the same time and unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from qa.compute.operands import Operand, alike
from qa.read.matching import Weighed, coverage, token_set

_LOSS: Final = re.compile(r"underskott|minus|förlust|\bback\b|negativ", re.IGNORECASE)
_GAIN: Final = re.compile(r"överskott|\bplus\b|\bvinst|positiv", re.IGNORECASE)
_AND: Final = re.compile(r"\s*(?:[\w-]+\s){0,2}?(?:och|mot|respektive)\s+", re.IGNORECASE)


def opposed(one: Operand, two: Operand) -> bool:
    """Is the one a loss and the other a gain, said in words? Their bare values are then not to be worked with."""
    losses, gains = ([bool(side.search(each.clause)) for each in (one, two)] for side in (_LOSS, _GAIN))
    return losses != gains and losses == gains[::-1] and one.value * two.value > 0


def side_by_side(one: Operand, two: Operand) -> bool:
    """ "20 ja-röster och 26 nej-röster": are they two parts, of which neither is the other's whole?"""
    if one.row is not None or one.passage.candidate.paragraph.id != two.passage.candidate.paragraph.id:
        return False
    return _AND.fullmatch(between(one, two)) is not None


def between(one: Operand, two: Operand) -> str:
    """What stands between two figures of one paragraph."""
    first, last = sorted((one.figure.number, two.figure.number), key=lambda number: number.start)
    return one.passage.candidate.paragraph.text[first.end : last.start]


def told_apart(about: Sequence[Weighed], one: Operand, other: Operand) -> bool:
    """Does the question name what is said of the one figure, and more of it than of the other?"""
    mine, theirs = apart(one, other)
    return coverage(about, mine) > coverage(about, theirs)


def apart(one: Operand, other: Operand) -> tuple[frozenset[str], frozenset[str]]:
    """The words that tell two figures of one sentence apart: of the earlier one, as many as the later one has.

    "annonser för socionomer var 29 och för kuratorer 5": the later one leaves out what it shares with the earlier.
    """
    first, last = sorted((one, other), key=lambda operand: operand.figure.number.start)
    later = last.clause.replace(last.figure.number.text, " ", 1).strip(" .,;").split()
    earlier = first.clause[: first.clause.find(first.figure.number.text)].split() or first.clause.split()
    short = token_set(" ".join(later))
    full = token_set(" ".join(earlier[-max(len(later), 2) :]))
    mine, theirs = full - short, short - full
    return (mine, theirs) if first is one else (theirs, mine)


def names_one(about: Sequence[Weighed], one: Operand, other: Operand) -> bool:
    """Does the question name what is said of the one figure alone, and nothing of what is said of the other alone?"""
    if one.passage is not other.passage:
        mine, theirs = one.beside - other.beside, other.beside - one.beside
    else:
        after, later = (token_set(each.clause.partition(each.figure.number.text)[2]) for each in (one, other))
        mine, theirs = after - later, later - after
        if not (mine - other.beside and theirs - one.beside):  # not "12 miljoner för bron och 5 för vägen"
            mine, theirs = apart(one, other)  # but "bron kostade 12 miljoner och vägen 5"
        mine, theirs = mine - other.beside, theirs - one.beside
    return (coverage(about, mine) > 0) is not (coverage(about, theirs) > 0)


def stands_alone(about: Sequence[Weighed], operand: Operand, held: Iterable[Operand]) -> bool:
    """Is no other figure of its sentence and time as much what is asked for?"""
    others = (one for one in held if one.passage is operand.passage and one.row is None and one is not operand)
    return all(told_apart(about, operand, one) for one in others if _rivals(operand, one))


def _rivals(one: Operand, other: Operand) -> bool:
    if not alike(one, other) or (one.period is None) != (other.period is None):
        return False
    return one.period is None or other.period is None or one.period.same(other.period)
