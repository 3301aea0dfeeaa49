"""How well a text meets the concepts of a question: the shared ground of all reading features."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from indexer.language.tokens import fold, tokens
from indexer.language.words import background_idf
from qa.query import Concept, Query


@lru_cache(maxsize=1 << 16)
def token_set(text: str) -> frozenset[str]:
    """The index tokens of a text, each once."""
    return frozenset(tokens(text))


@lru_cache(maxsize=1 << 14)  # the same paragraphs are found and read for many questions
def folded(text: str) -> str:
    """The text as `fold` gives it."""
    return fold(text)


@dataclass(frozen=True)
class Weighed:
    """A concept with its weight in this question: how much it matters times how rare it is (background idf)."""

    concept: Concept
    weight: float

    def met_by(self, found: frozenset[str]) -> float:
        """The strength, 0..1, of the concept's best token among those found."""
        if self._tokens.isdisjoint(found):
            return 0.0
        return max(strength for token, strength in self.concept.tokens if token in found)

    @cached_property
    def _tokens(self) -> frozenset[str]:
        return frozenset(token for token, _ in self.concept.tokens)


@lru_cache(maxsize=64)  # a question is weighed by every step of its way
def weigh(query: Query) -> tuple[Weighed, ...]:
    """The query's concepts with their weights; the sum is not normalised."""
    return tuple(Weighed(concept, concept.weight * _rarity(concept)) for concept in query.concepts if concept.tokens)


def _rarity(concept: Concept) -> float:
    """Strength-weighted mean background idf of the concept's whole-word tokens."""
    stems = [(token, strength) for token, strength in concept.tokens if token[0] not in "<>"]
    total = sum(strength for _, strength in stems)
    return sum(background_idf(token) * strength for token, strength in stems) / total if total else 1.0


def coverage(weighed: Iterable[Weighed], found: frozenset[str]) -> float:
    """Share, 0..1, of the question's weight that the tokens meet."""
    items = tuple(weighed)
    return share_met(items, [item.met_by(found) for item in items]) if found else 0.0


def share_met(weighed: Iterable[Weighed], strengths: Iterable[float]) -> float:
    """The same, where it is known how strongly each concept is met."""
    met = total = 0.0
    for item, strength in zip(weighed, strengths, strict=True):
        met += item.weight * strength
        total += item.weight
    return met / total if total else 0.0
