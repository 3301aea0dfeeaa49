"""The content words of a question as concepts: the tokens that meet each, in Swedish, with weights."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from indexer.language.tokens import content_words, tokens
from qa.query import Concept
from qa.understand.cues import CUE_WORDS
from qa.understand.related import related

_PART_STRENGTH: Final = {"<": 0.6, ">": 0.5}  # a shared beginning or end of a long word, against its stem
_CUE_WEIGHT: Final = 0.25


def concepts(text: str, language: str) -> tuple[Concept, ...]:
    """The concepts of a question in Swedish ("sv") or English ("en"); English ones carry Swedish tokens."""
    found = _translated(text) if language == "en" else _plain(text)
    unique: dict[tuple[tuple[str, float], ...], Concept] = {}
    for concept in found:
        unique.setdefault(concept.tokens, concept)
    return tuple(unique.values())


def _plain(text: str) -> Iterable[Concept]:
    for word in content_words(text, "sv"):
        yield Concept(word, _strengths([(word, 1.0)]), _weight(word))


def _translated(text: str) -> Iterable[Concept]:
    from indexer.language.translation import translated_groups

    for phrase, choices in translated_groups(text):
        yield Concept(phrase, _strengths(choices), _weight(phrase))


def _strengths(choices: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Index tokens of the choices with their strength; the strongest wins where two choices share one."""
    strengths: dict[str, float] = {}
    for word, probability in choices:
        for token in _content(word):
            strength = probability * _PART_STRENGTH.get(token[0], 1.0)
            for found, factor in {token: 1.0, **related(token)}.items():
                strengths[found] = max(strengths.get(found, 0.0), strength * factor)
    return tuple(strengths.items())


def _content(choice: str) -> list[str]:
    """The index tokens of a choice; of several words ("vård och omsorg"), those of its content words."""
    words = content_words(choice, "sv") if " " in choice else []
    return [token for word in words for token in tokens(word)] or tokens(choice)


def _weight(word: str) -> float:
    return _CUE_WEIGHT if word in CUE_WORDS else 1.0
