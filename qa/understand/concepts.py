"""The content words of a question as concepts: the tokens that meet each, in Swedish, with weights."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from indexer.language.tokens import content_words, stem, tokens
from indexer.language.words import background_idf
from qa.query import Concept
from qa.understand.cues import CUE_WORDS
from qa.understand.light import says_little
from qa.understand.related import related

_PART_STRENGTH: Final = {"<": 0.6, ">": 0.5}  # a shared beginning or end of a long word, against its stem
_CUE_WEIGHT: Final = 0.25
_TELLING: Final = 2.6  # background idf below which a word of a phrase stands for nothing of it ("ta fram")
_BEFORE_TIME: Final = re.compile(r"\b(?:in|on|by|from|at|of)\s{4,}")  # named times are blanked out: "taken in      "
_PARTICLE: Final = 3  # letters; a shorter word of a phrase says nothing alone ("dra ned", "per invånare")


def concepts(text: str, language: str) -> tuple[Concept, ...]:
    """The concepts of a question in Swedish ("sv") or English ("en"); English ones carry Swedish tokens."""
    found = _translated(text) if language == "en" else _plain(text)
    unique: dict[tuple[tuple[str, float], ...], Concept] = {}
    for concept in found:
        if concept.tokens:
            unique.setdefault(concept.tokens, concept)
    return tuple(unique.values())


def _plain(text: str) -> Iterable[Concept]:
    for word in content_words(text, "sv"):
        yield Concept(word, _strengths([(word, 1.0)]), _weight(word))


def _translated(text: str) -> Iterable[Concept]:
    from indexer.language.translation import translated_groups
    from qa.understand.bracketed import parts

    for part in parts(_BEFORE_TIME.sub(" ", text)):
        if part.swedish:
            yield from _plain(part.text)
            continue
        for phrase, choices in translated_groups(part.text):
            light = part.repeats or says_little(phrase)
            yield Concept(phrase, _strengths(choices), _CUE_WEIGHT if light else _weight(phrase))


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
    """The index tokens of a choice; of several words ("vård och omsorg", "ta fram"), those that say most."""
    if " " not in choice:
        return tokens(choice)
    words = [word for word in content_words(choice, "sv") if len(word) > _PARTICLE]
    telling = [word for word in words if background_idf(stem(word)) >= _TELLING]
    return [token for word in telling or words for token in tokens(word)]


def _weight(word: str) -> float:
    return _CUE_WEIGHT if word in CUE_WORDS else 1.0
