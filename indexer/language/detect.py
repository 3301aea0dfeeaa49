"""Whether a question is asked in Swedish or in English."""

from __future__ import annotations

import re
from math import log
from typing import Final, Literal

from indexer.language.function_words import ENGLISH, SWEDISH
from indexer.language.words import english_frequency, frequency

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BRACKETED: Final = re.compile(r"\([^)]*\)|\"[^\"]*\"|”[^”]*”")  # a quoted term may be of the other language
_FLOOR: Final = 2e-6  # rarer words say no more than unseen ones
_MOST: Final = 4.0  # what one word can say, as a natural logarithm
_LETTER: Final = 2.0  # what å, ä or ö in a word says
_GRAMMAR: Final = 2.0  # what a function word of one language only says besides its frequency
_CAPITAL: Final = 0.3  # how much of that counts for a capitalised word inside the question: it is often a name
_DEFAULT: Final = 1.0  # a question that says nothing is Swedish


def _swedishness(word: str) -> float:
    """How much likelier the lower-case word is in Swedish than in English, as a natural logarithm."""
    ratio = log(max(frequency(word), _FLOOR) / max(english_frequency(word), _FLOOR))
    said = max(-_MOST, min(_MOST, ratio)) + _LETTER * any(letter in "åäö" for letter in word)
    return said + _GRAMMAR * ((word in SWEDISH) - (word in ENGLISH))


def language(text: str) -> Literal["sv", "en"]:
    """The language of a question of a few words; Swedish where nothing tells."""
    asked = _BRACKETED.sub(" ", text)
    words = _WORD.findall(asked if _WORD.search(asked) else text)
    total = _DEFAULT
    for place, word in enumerate(words):
        is_name = place > 0 and word[0].isupper() and not text.isupper()
        total += _swedishness(word.lower().replace("’", "'")) * (_CAPITAL if is_name else 1.0)
    return "sv" if total >= 0 else "en"
