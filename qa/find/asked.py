"""A search for what letters ask, no matter named: each letter's questions from the first on, the letters in turn."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, zip_longest
from typing import Final

from indexer.figures import numbers
from indexer.language.tokens import stem
from indexer.model import Role
from qa.find.retrieve import Candidate
from qa.query import Query, Wants

_ASKING: Final = frozenset(
    stem(word)
    for word in """fråga frågor frågorna frågar frågade frågepunkt frågepunkter punkt punkter ställa ställer ställs
    ställde ställdes ställts undra undrar undrade lyder formulera formuleras skrivelse interpellation brev motion
    handling question questions ask asks asked asking raise raises raised pose posed put letter""".split()
)
_HARDLY: Final = 0.25  # weight of a word that most documents have


def from_the_first(query: Query, ranked: list[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """The ranked candidates; where the questions of letters are asked for as a whole, these first, in reading order."""
    if query.wants is not Wants.QUESTIONS or _names_a_matter(query):
        return ranked
    letters: dict[str, list[tuple[Candidate, float]]] = {}
    for one in ranked:
        if one[0].paragraph.role is Role.QUESTION:
            letters.setdefault(one[0].document.id, []).append(one)
    each = (sorted(some, key=lambda one: one[0].paragraph.place.number) for some in letters.values())
    first = list(_in_turn(each))
    rest = [one for one in ranked if one[0].paragraph.role is not Role.QUESTION]
    scores = [score for _, score in ranked]
    return [(candidate, score) for (candidate, _), score in zip([*first, *rest], scores, strict=True)]


def _in_turn(
    letters: Iterable[list[tuple[Candidate, float]]],
) -> Iterable[tuple[Candidate, float]]:
    return (one for one in chain.from_iterable(zip_longest(*letters)) if one is not None)


def _names_a_matter(query: Query) -> bool:
    """Is there a word of content besides those that say that something is asked, by whom in what paper?"""
    words = (concept.word.lower() for concept in query.concepts if concept.weight > _HARDLY)
    return any(stem(word) not in _ASKING and not numbers(word) for word in words)
