"""Swedish text that an English OCR has spoilt: is it, and what did it say."""

from __future__ import annotations

import re
from typing import Final

from indexer.language.confusions import readings
from indexer.language.contexts import fits
from indexer.language.function_words import ENGLISH, SWEDISH
from indexer.language.tokens import fold_letters

_SHARE: Final = 0.01  # of å, ä, ö among the letters; sound Swedish has about five in a hundred
_LETTERS: Final = 200  # shorter texts say nothing of shares
_SWEDISH_SHARE: Final = 0.1  # of Swedish function words among the words

_WITHOUT_LETTERS: Final = SWEDISH | {fold_letters(word) for word in SWEDISH}  # "for" and "i" are English words too
_ONLY_SWEDISH: Final = _WITHOUT_LETTERS - ENGLISH
_ONLY_ENGLISH: Final = ENGLISH - _WITHOUT_LETTERS

_TOKEN: Final = re.compile(r"\S+")
_PIECE: Final = re.compile(r"[^\W_]+(?:&[^\W_]*)*|&(?=[a-zåäö])[^\W_]+")
_LAST_WORD: Final = re.compile(r"[^\W_]+$")
_ADDRESS: Final = re.compile(r"@|://|www\.|\.(?:se|com|nu|org|eu)\b")
_DEFINITE: Final = ("en", "ens", "et", "ets", "na", "nas")  # one of something is never "the"
_NUMBERED: Final = frozenset(
    "bilaga punkt kapitel kap nr nummer sida sid del steg fas kvartal tertial tabell figur nivå".split()
)
_MARKS: Final = re.compile(r"\{(?=f)")


def damaged(text: str) -> bool:
    """Whether the text is Swedish that has lost its å, ä and ö. English and short texts are not."""
    letters = sum(map(str.isalpha, text))
    if letters < _LETTERS:
        return False
    lower = text.lower()
    if sum(map(lower.count, "åäö")) >= _SHARE * letters:
        return False
    words = re.findall(r"[^\W\d_]+", lower)
    swedish = sum(word in _ONLY_SWEDISH for word in words)
    return swedish >= _SWEDISH_SHARE * len(words) and swedish > sum(word in _ONLY_ENGLISH for word in words)


def _cased(word: str, like: str) -> str:
    """The word in the case of what was seen."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def _kept(seen: str) -> bool:
    """Numbers, single letters and short abbreviations in capitals."""
    return seen.isdigit() or len(seen) == 1 or (len(seen) < 4 and seen.isupper())


def _likeliest(seen: str, before: str, after: str) -> str:
    """What one piece says, in its own case. before, after: its lower-case neighbours."""
    if _kept(seen):
        return seen
    lower = seen.lower()
    best = max(readings(lower), key=lambda reading: reading[1] + fits(reading[0], before, after))[0]
    return seen if best == lower else _cased(best, seen)


def _free_reading(token: str) -> str:
    """The first word of a token as it reads without its neighbours, lower-case; "" for none."""
    piece = _PIECE.search(token)
    return "" if piece is None else piece[0] if _kept(piece[0]) else readings(piece[0].lower())[0][0]


def _is_letter_i(before: str, after: str) -> bool:
    """Whether a lone "1" between two words is the word "i"."""
    if before in _NUMBERED or not before.isalpha() or not after.isalpha():
        return False
    said = fits("i", before, after) - fits("1", before, after)
    return said > 0 or (said == 0 and after.endswith(_DEFINITE))


def _repaired(token: str, before: str, after: str) -> str:
    """One token. before: the last word before it, repaired; after: the first word after it, as it reads freely."""
    if _ADDRESS.search(token):
        return token
    if token == "1":
        return "i" if _is_letter_i(before, after) else token
    token = _MARKS.sub("", token)
    pieces = list(_PIECE.finditer(token))
    found, end = "", 0
    for place, piece in enumerate(pieces):
        following = after if place == len(pieces) - 1 else ""
        word = _likeliest(piece[0], before, following)
        found += token[end : piece.start()] + word
        before, end = word.lower(), piece.end()
    return found + token[end:]


def repair(text: str) -> str:
    """A spoilt Swedish text as it should read: the same tokens between the same white space, letters put right.

    Numbers, dates and codes are kept; a word is changed only into a listed word or a compound of listed parts.
    """
    tokens = _TOKEN.findall(text)
    ahead = iter([*map(_free_reading, tokens[1:]), ""])
    before = ""

    def repaired(match: re.Match[str]) -> str:
        nonlocal before
        found = _repaired(match[0], before, next(ahead))
        before = (_LAST_WORD.findall(found) or [""])[-1].lower()
        return found

    return _TOKEN.sub(repaired, text)
