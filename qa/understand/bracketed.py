"""Swedish words that an English question gives in brackets after its own: "the leisure centre (fritidsgården)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from indexer.language.function_words import ENGLISH
from indexer.language.translation import translate
from indexer.language.words import known_english
from qa.understand.cues import BODIES

_BRACKETED: Final = re.compile(r"(?P<before>[^()?.,:;]*?)\((?P<inside>[^()]{4,80})\)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SHORTEST: Final = 4  # letters of a word that tells its language
_LONGEST: Final = 3  # words that a bracket says once more


class Part(NamedTuple):
    """A stretch of an English question. repeats: it says what a Swedish word beside it says; swedish: it is such."""

    text: str
    swedish: bool = False
    repeats: bool = False


def parts(text: str) -> Iterator[Part]:
    """The stretches of a question, in order: words before a bracket that it says in Swedish, and Swedish brackets."""
    at = 0
    for match in _BRACKETED.finditer(text):
        before, inside = match["before"], match["inside"]
        if _is_swedish(inside):
            start = _said_again(before)
            yield Part(text[at : match.start()] + before[:start])
            yield Part(before[start:], repeats=True)
            yield Part(inside, swedish=True)
        else:
            last = _WORD.findall(before)[-1:]
            yield Part(text[at : match.start()] + before)
            yield Part(inside, repeats=bool(last) and _is_swedish(last[0]))
        at = match.end()
    yield Part(text[at:])


def _is_swedish(text: str) -> bool:
    """Are its long words Swedish, or no English that we know?"""
    words = [word for word in _WORD.findall(text) if len(word) >= _SHORTEST and (word.islower() or BODIES.search(word))]
    return bool(words) and all(_swedish(word) for word in words)


def _swedish(word: str) -> bool:
    return any(letter in "åäö" for letter in word) or not (known_english(word) or translate(word))


def _said_again(before: str) -> int:
    """Where the words begin that a bracket after them says in Swedish: the last few without a function word."""
    start = len(before)
    for count, word in enumerate(reversed(list(_WORD.finditer(before)))):
        if count == _LONGEST or word.group().lower() in ENGLISH:
            break
        start = word.start()
    return start
