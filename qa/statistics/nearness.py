"""How well the words of all tables stand for each term of a question."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from indexer.language.english import singular
from indexer.language.tokens import stem
from indexer.language.words import english_frequency, frequency, known_english
from qa.statistics.catalogue import Catalogue
from qa.statistics.question import Asked, Term
from qa.statistics.terms import synonyms
from qa.statistics.words import alike, begins, compound, modifier

_HEAD: Final = 0.76  # likeness of more than the head of a compound
_RATHER: Final = 5.0  # times as common in English as in Swedish
_APART: Final = 0.85
_PARTS: Final = 3  # ways to say a word that make compounds
_SAME_END: Final = 0.45
_SAME: Final = 0.9
_OF: Final = frozenset("till för av om".split())
_NARROWER: Final = 0.4  # "utbildningsnämnden" for "nämnd" where nothing is of "utbildning"


@dataclass(frozen=True)
class Likeness(Mapping[str, float]):
    """How well words of the tables stand for one term; `groups` are translations of several words with their strength.

    fronts: of words that are only the head of a compound asked for, what narrows it there.

    As a mapping it holds every word, those of groups too.
    """

    words: dict[str, float]
    groups: tuple[tuple[float, tuple[dict[str, float], ...]], ...] = ()
    single: dict[str, float] = field(default_factory=dict)
    fronts: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, word: str) -> float:
        return self.words[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def within(self, held: Collection[str]) -> Mapping[str, float]:
        """The words that meet the term where only these are held: those of a group when all of it is there."""
        if not self.groups:
            return self.single
        found = dict(self.single)
        for strength, parts in self.groups:
            each = [[(word, one) for word, one in part.items() if word in held] for part in parts]
            if all(each):
                _keep(found, {word: one for some in each for word, one in some}, strength)
        return found

    def among(self, *known: frozenset[str]) -> Likeness:
        """The same where these are what words begin with: a narrower thing than a table has is another thing."""
        other = {held for held, front in self.fronts.items() if not any(begins(front, some) for some in known)}
        if not other:
            return self
        words, single = (
            {held: strength * (_NARROWER if held in other else 1.0) for held, strength in some.items()}
            for some in (self.words, self.single)
        )
        return replace(self, words=words, single=single)

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
        one, two = asked.terms[at : at + 2]
        gap = asked.text[one.end : two.start]
        _join(one, two, found[at], found[at + 1], gap, known)
    return found


def _likeness(term: Term, known: Catalogue) -> Likeness:
    single: dict[str, float] = {}
    every: dict[str, float] = {}
    groups: list[tuple[float, tuple[dict[str, float], ...]]] = []
    for words, strength in term.alternatives:
        if strength < 1.0 and all(_in_english(word, known) for word in words):
            strength = 1.0
        parts = tuple(_near(word, known, len(words) > 1) for word in words)
        if strength < 1.0:  # what only ends as another word for it does is no word for it
            parts = tuple({held: one for held, one in part.items() if one > _SAME_END} for part in parts)
        if len(parts) == 1:
            _keep(single, parts[0], strength)
            groups += [(strength, pair) for pair in _split(words[0], parts[0], known)]
        elif parts:
            groups.append((strength, parts))
            _keep(
                single, {held: one for held, one in known.lexicon.near("".join(words)).items() if one > 0.9}, strength
            )
        for part in parts:
            _keep(every, part, strength * (1.0 if len(parts) == 1 else 0.97))
    _keep(every, single, 1.0)
    return Likeness(every, tuple(groups), single, _fronts(term, single))


def _in_english(word: str, known: Catalogue) -> bool:
    """Do the tables have the word, which is English rather than Swedish?"""
    forms = (word, singular(word))
    english = max(map(english_frequency, forms)) > _RATHER * frequency(word) and any(map(known_english, forms))
    return english and any(known.lexicon.rooted(form) for form in forms)


def _split(word: str, heads: Mapping[str, float], known: Catalogue) -> Iterator[tuple[dict[str, float], ...]]:
    """ "helårsprognosen" as "helår" and "prognos", which a table has apart."""
    for held in heads:
        front = compound(word, held)
        fronts = dict.fromkeys(known.lexicon.rooted(front), 1.0) if front else {}
        if fronts:
            yield fronts, {held: 1.0}


def _fronts(term: Term, single: Mapping[str, float]) -> dict[str, str]:
    """What narrows the term beyond each held word, where no way to say it comes without."""
    ways = [words[0] for words, _ in term.alternatives if len(words) == 1]
    found: dict[str, str] = {}
    for held in single:
        fronts = [front for word in ways if (front := modifier(word, held))]
        if fronts and not any(alike(word, held) > _HEAD for word in ways):
            found[held] = fronts[0]
    return found


def _near(word: str, known: Catalogue, widely: bool) -> dict[str, float]:
    """The held words like this one; widely: those like its synonyms too."""
    found = dict(known.lexicon.near(word))
    for words, strength in synonyms(word) if widely else ():
        if len(words) == 1:
            _keep(found, {held: one for held, one in known.lexicon.near(words[0]).items() if one > _SAME}, strength)
    return found


def _keep(into: dict[str, float], found: Mapping[str, float], strength: float) -> None:
    for held, likeness in found.items():
        into[held] = max(into.get(held, 0.0), strength * likeness)


def _join(one: Term, two: Term, near: Likeness, beside: Likeness, gap: str, known: Catalogue) -> None:
    """ "utrikes födda" for "utrikesfödd": two words of the question that are one in a table. gap: what parts them."""
    if len(gap) <= 1:
        joined = dict.fromkeys([(one.text + two.text).lower(), *_compounds(one, two)])
    elif gap.strip().lower() in _OF and not (one.name or two.name):  # "bidrag till lokaler": "lokalbidrag"
        front = stem(two.text.lower())
        joined = dict.fromkeys(f"{front}{joint}{one.text.lower()}" for joint in ("", "s"))
    else:
        return
    for held, likeness in ((held, some) for text in joined for held, some in known.lexicon.near(text).items()):
        if likeness > 0.9:
            for side in (near.words, near.single, beside.words, beside.single):
                side[held] = max(side.get(held, 0.0), likeness)


def _compounds(one: Term, two: Term) -> Iterator[str]:
    """ "bicycle thefts" as "cykelstölder": what two words of the question, in other words, are together."""
    fronts = [words[0] for words, strength in one.alternatives[:_PARTS] if len(words) == 1 and strength >= _APART]
    heads = [words[0] for words, strength in two.alternatives[:_PARTS] if len(words) == 1 and strength >= _APART]
    fronts = list(dict.fromkeys([*fronts, one.text.lower()]))  # "management consultants": "managementkonsulter"
    return (f"{front}{joint}{head}" for front in fronts for head in heads for joint in ("", "s"))
