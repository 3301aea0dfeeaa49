"""How well the words of all tables stand for each term of a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from qa.statistics.catalogue import Catalogue
from qa.statistics.question import Asked, Term
from qa.statistics.terms import synonyms


@dataclass(frozen=True)
class Likeness(Mapping[str, float]):
    """How well words of the tables stand for one term; `groups` are translations of several words with their strength.

    As a mapping it holds every word, those of groups too.
    """

    words: dict[str, float]
    groups: tuple[tuple[float, tuple[dict[str, float], ...]], ...] = ()
    single: dict[str, float] = field(default_factory=dict)

    def __getitem__(self, word: str) -> float:
        return self.words[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def best(self, held: Mapping[str, float]) -> float:
        """How well these words meet the term: one of them, or all words of a group together."""
        found = max((strength * held[word] for word, strength in self.single.items() if word in held), default=0.0)
        for strength, parts in self.groups:
            each = [
                max((one * held[word] for word, one in part.items() if word in held), default=0.0) for part in parts
            ]
            found = max(found, strength * (min(each) + sum(each) / len(each)) / 2)
        return found


Near = Sequence[Likeness]
NOTHING: Final = Likeness({})


def nearness(asked: Asked, known: Catalogue) -> Near:
    """For each term the words of all tables that are like one of its alternatives, or like parts of longer ones."""
    found = [_likeness(term, known) for term in asked.terms]
    for at in range(len(found) - 1):
        _join(asked.terms[at], asked.terms[at + 1], found[at], found[at + 1], known)
    return found


def _likeness(term: Term, known: Catalogue) -> Likeness:
    single: dict[str, float] = {}
    every: dict[str, float] = {}
    groups: list[tuple[float, tuple[dict[str, float], ...]]] = []
    for words, strength in term.alternatives:
        parts = tuple(_near(word, known, len(words) > 1) for word in words)
        if len(parts) == 1:
            _keep(single, parts[0], strength)
        elif parts:
            groups.append((strength, parts))
            _keep(
                single, {held: one for held, one in known.lexicon.near("".join(words)).items() if one > 0.9}, strength
            )
        for part in parts:
            _keep(every, part, strength * (1.0 if len(parts) == 1 else 0.97))
    _keep(every, single, 1.0)
    return Likeness(every, tuple(groups), single)


def _near(word: str, known: Catalogue, widely: bool) -> dict[str, float]:
    """The held words like this one; widely: those like its synonyms too."""
    found = dict(known.lexicon.near(word))
    for words, strength in synonyms(word) if widely else ():
        if len(words) == 1:
            _keep(found, known.lexicon.near(words[0]), strength)
    return found


def _keep(into: dict[str, float], found: Mapping[str, float], strength: float) -> None:
    for held, likeness in found.items():
        into[held] = max(into.get(held, 0.0), strength * likeness)


def _join(one: Term, two: Term, near: Likeness, beside: Likeness, known: Catalogue) -> None:
    """ "utrikes födda" for "utrikesfödd": two words of the question that are one in a table."""
    if two.start - one.end > 1:
        return
    for held, likeness in known.lexicon.near((one.text + two.text).lower()).items():
        if likeness > 0.9:
            for side in (near.words, near.single, beside.words, beside.single):
                side[held] = max(side.get(held, 0.0), likeness)
