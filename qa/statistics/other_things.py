"""Is what a table counts another thing than the one asked for ("hur många företag" where it counts employees)?"""

from __future__ import annotations

from typing import Final

from indexer.language.tokens import stem
from qa.statistics.accounting import AGED, is_age
from qa.statistics.match import Match
from qa.statistics.question import Asked, Term
from qa.statistics.words import by_head, root, words_of

_NOUN: Final = 0.65  # likeness with which the table must have the counted noun
_NARROWS: Final = frozenset("i med utan som på vid in with without who on".split())
_WEIGHTY: Final = 0.4
_HALF_ALIKE: Final = 0.5
_NAMED: Final = 0.9  # share of a label that says who is counted
_TOLD: Final = 5  # letters


def other_thing(asked: Asked, match: Match) -> bool:
    """ "hur många företag" where the table counts employees: the noun is nowhere, the measure has one of its own."""
    if asked.counted is None:
        return False
    noun = asked.terms[asked.counted]
    met = match.met.get(asked.counted, 0.0) >= _NOUN and _is_head(noun, match)
    if noun.weight < _WEIGHTY or (met and not _narrowed_by(match)):
        return False
    if any(hit.covered >= _NAMED and asked.counted in hit.met for hit in match.labels):
        return False
    if stem(noun.text.lower()) in AGED and any(is_age(hit) for hit in match.labels):
        return False  # "barn 6-15 år"
    said = {word for term in asked.terms for words, _ in term.alternatives for word in words}
    if narrowed := _narrowed_by(match):
        words = {part for one in said for part in (one, *one.split())}
        return all(
            by_head(one, word) < _HALF_ALIKE and not one.endswith(word) and not _inside(one, word)
            for one in words
            for word in narrowed
        )
    held = [word for word in match.measure.telling if word not in match.measure.per]
    return any(all(by_head(one, word) < _HALF_ALIKE for one in said) for word in held)


def _inside(said: str, word: str) -> bool:
    """ "trafiken" in "vägtrafikolyckor"."""
    return len(root(said)) >= _TOLD and root(said) in root(word)


def _narrowed_by(match: Match) -> tuple[str, ...]:
    """The words behind a preposition in a header, which say which of the things are counted: "Barn i kö".

    What a label says instead does not: "Barn med insats" where the question names the label of "insats".
    """
    words = match.measure.words
    at = next((at for at, word in enumerate(words) if at and word in _NARROWS), len(words)) if match.measure.own else 0
    told = {word for hit in match.labels if hit.covered >= _NAMED for word in hit.dimension.words}
    return (
        tuple(word for word in words[at + 1 :] if word in match.measure.telling and word not in _NARROWS | told)
        if at
        else ()
    )


def _is_head(noun: Term, match: Match) -> bool:
    """Does a whole word of the table, or the head of one, say the noun, and not only the first part of a compound?"""
    labels = (word for hit in match.labels for word in words_of(hit.label))
    names = (word for one in match.family.dimensions for word in one.words)
    held = {*match.measure.words, *match.measure.description, *match.family.context, *labels, *names}
    return any(
        all(any(by_head(word, one) >= _HALF_ALIKE for one in held) for word in words) for words, _ in noun.alternatives
    )
