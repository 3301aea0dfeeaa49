"""The word stream of the search index: stems, parts of long words, numbers, § and codes.

Swedish inflects and compounds, so a word gives its Snowball stem and, when it is long, its beginning (`<konsu`) and the
end of its stem (`>ostnad`). Every way of writing a number gives one token. Nothing is dropped: BM25 weighs the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from threading import Lock
from typing import Final

import snowballstemmer

from indexer.language.function_words import ENGLISH, SWEDISH

_HARD_SPACE: Final = "\u00a0"  # stands for all no-break and thin spaces while numbers are being read
_CLEAN: Final = str.maketrans(
    {
        **dict.fromkeys("\u00ad\ufffe\u200b\ufeff", ""),
        **dict.fromkeys("\u2007\u2009\u202f", _HARD_SPACE),
        **dict.fromkeys("’‘‚´`′", "'"),
        **dict.fromkeys("”“„«»″", '"'),
        **dict.fromkeys("–—‐‑−", "-"),
    }
)
_LETTERS: Final = str.maketrans("åäöéèêüáàâóôíïçñæøÅÄÖÉÜ", "aaoeeeuaaaooiicnaoAAOEU")
_LETTER: Final = r"[^\W\d_]"

_GROUPS: Final = r"[1-9]\d{0,3}+(?:[ \u00a0]\d{3}+)++|[1-9]\d{0,2}+(?:[.,]\d{3}+)++"
_PIECE: Final = re.compile(
    rf"""
      (?P<word>{_LETTER}++(?:-{_LETTER}++)*+)(?![\d_]|[-./:]\d)(?:[:'](?:s|n|t|ns|en|et|er|ar|erna|arna)\b)?
    | §§?[ \u00a0]?(?P<section>\d++)(?!\.\d)
    | (?P<statute>\d++)[ \u00a0]?§(?![ \u00a0]?\d)
    | (?!(?:19|20)\d\d[ ])(?P<grouped>{_GROUPS})(?P<rest>[.,]\d++)?+(?!\w|[-/.,]\d|[ \u00a0]?§)
    | (?P<decimal>\d++[.,]\d++)(?!{_LETTER}|[-/.,:]\d)
    | (?P<number>\d++)(?!\w|[-/.,:]\w)
    | (?P<code>\w*\d\w*(?:[-./:,]\w+)*|{_LETTER}+(?:[-./:]\w+)+)
    | (?P<percent>%)
    """,
    re.VERBOSE,
)
_PARTS: Final = re.compile(rf"\d+|{_LETTER}+")

_stemming = Lock()  # Snowball's stemmer keeps the word it works on in itself


@cache
def _stemmer() -> Callable[[str], str]:
    stem: Callable[[str], str] = snowballstemmer.stemmer("swedish").stemWord
    return stem


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """The Snowball Swedish stem of a lower-case word."""
    with _stemming:
        return _stemmer()(word)


@lru_cache(maxsize=1 << 18)
def word_tokens(word: str) -> tuple[str, ...]:
    """The tokens of one lower-case word: its stem, `<` + first five letters, `>` + last six letters of the stem."""
    root = stem(word)
    found = [root]
    if len(word) > 6:
        found.append("<" + word[:5])
    if len(root) > 9:
        found.append(">" + root[-6:])
    return tuple(found)


@lru_cache(maxsize=1 << 18)
def _hyphened(word: str) -> tuple[str, ...]:
    """A word, or the parts of a hyphened one; a short first part is joined as well ("e-post" is "epost")."""
    if "-" not in word:
        return word_tokens(word)
    parts = word.split("-")
    found = tuple(token for part in parts for token in word_tokens(part))
    return (*found, stem("".join(parts))) if len(parts[0]) <= 2 else found


def fold(text: str) -> str:
    """Lower-case, white space of every kind as one blank, quotes and dashes in one form, soft hyphens gone."""
    return " ".join(text.translate(_CLEAN).lower().split())


def fold_letters(text: str) -> str:
    """å ä ö and accented letters as their base letters; the length is kept."""
    return text.translate(_LETTERS)


def _decimal(whole: str, fraction: str) -> str:
    """One form of a decimal: point, without the zeros that only show precision. Longer fractions may be codes."""
    if len(fraction) <= 2:
        fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def _grouped(match: re.Match[str]) -> tuple[str, ...]:
    """A number in groups of three. Two columns of a table can look like one: a plain blank gives the parts as well."""
    written, rest = match["grouped"], match["rest"]
    parts = re.split(r"[ \u00a0.,]", written)
    whole = "".join(parts)
    found = [_decimal(whole, rest[1:])] if rest else [whole]
    if " " in written:
        found += parts
    if "," in written and len(parts) == 2 and not rest:  # 11,600 is a decimal in Swedish and thousands in English
        found.append(_decimal(parts[0], parts[1].rstrip("0")))
    return tuple(found)


def _decimals(match: re.Match[str]) -> tuple[str, ...]:
    """A decimal; 2013.162 can also be a registry number, so a long one gives its parts too."""
    whole, fraction = re.split("[.,]", match["decimal"])
    found = _decimal(whole, fraction)
    return (found, whole, fraction) if len(whole) == 4 else (found,)


def _code(match: re.Match[str]) -> tuple[str, ...]:
    """A registry number, date, range or name with digits: whole, in its larger parts, and in its smallest."""
    whole = match["code"].replace(_HARD_SPACE, " ")
    larger = [part for part in re.split("[-/:,]", whole) if part != whole]
    smallest = [part for part in _PARTS.findall(whole) if part != whole and part not in larger]
    words = [token for part in smallest for token in (word_tokens(part) if part.isalpha() else (part,))]
    return (whole, *larger, *words)


_READERS: Final[dict[str, Callable[[re.Match[str]], tuple[str, ...]]]] = {
    "section": lambda match: ("§" + match["section"], match["section"]),
    "statute": lambda match: (match["statute"] + "§", match["statute"]),
    "grouped": _grouped,
    "rest": _grouped,
    "decimal": _decimals,
    "number": lambda match: (match["number"],),
    "code": _code,
    "percent": lambda match: ("procent",),
}


def tokens(text: str) -> list[str]:
    """The index tokens of a text, in reading order."""
    found: list[str] = []
    for match in _PIECE.finditer(text.translate(_CLEAN).lower()):
        word = match[1]
        found.extend(_hyphened(word) if word else _READERS[str(match.lastgroup)](match))
    return found


_FUNCTION_WORDS: Final = {"sv": SWEDISH, "en": ENGLISH}
_SURFACE: Final = re.compile(rf"{_LETTER}+(?:[-'’]{_LETTER}+)*(?![\d_]|[-./:]\d)|[\w§%]+(?:[-./:,][\w]+)*")


def content_words(text: str, language: str) -> list[str]:
    """The lower-case words and numbers of a text as written, without the function words of `language` ("sv", "en")."""
    dropped = _FUNCTION_WORDS[language]
    return [word for word in _SURFACE.findall(text.translate(_CLEAN).lower()) if word not in dropped]
