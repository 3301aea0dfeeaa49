"""English words and questions as weighted Swedish words, from a learnt table and a glossary of municipal terms."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Final

from indexer.language.english import bases, singular
from indexer.language.function_words import ENGLISH, SWEDISH
from indexer.language.words import known, known_english

_DATA: Final = Path(__file__).parent / "data"
_MOST: Final = 4  # translations of one word
_LONGEST: Final = 4  # words in a phrase
_BY_RANK: Final = (1.0, 0.8, 0.65, 0.55)  # weights of the glossary's translations, best first
_BESIDE: Final = 0.5  # what a learnt translation is worth beside the glossary's
_NAME: Final = 0.5  # what a capitalised word that has a translation is worth as a name
_WITHIN: Final = 0.7  # what the words of a learnt phrase are worth beside it
_COMPOUND: Final = 0.8  # what a compound of two neighbours' translations is worth
_PARTS: Final = 3  # translations of each neighbour that are tried in compounds
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_]{2})[-‐‑](?=[^\W\d_]{2})")
_PREFIX: Final = re.compile(r"\b(co|re|pre|un|over|under)[-‐‑](?=[^\W\d_]{3})", re.IGNORECASE)
_WORD: Final = re.compile(r"\d[\w.,:/-]*\w|\d|[^\W_]+(?:[-'./:][^\W_]+)*")

Translations = tuple[tuple[str, float], ...]


def _spaced(text: str) -> str:
    """A text with hyphened words as words of their own ("full-time": full time), prefixes joined ("co-ordinator")."""
    return _HYPHEN.sub(" ", _PREFIX.sub(r"\1", text.replace("’", "'")))


@cache
def _learnt() -> dict[str, list[str]]:
    """The fields after each English word: Swedish word, weight in hundredths, and so on."""
    text = gzip.decompress((_DATA / "translations.tsv.gz").read_bytes()).decode()
    return {english: fields for english, *fields in (line.split("\t") for line in text.splitlines())}


@cache
def glossary() -> dict[str, list[str]]:
    """The Swedish translations, best first, of each English term of the hand-written municipal glossary."""
    text = (_DATA / "municipal_terms.tsv").read_text(encoding="utf-8")
    return {_spaced(english): fields for english, *fields in (line.split("\t") for line in text.splitlines())}


@cache
def _by_hand() -> dict[str, list[str]]:
    """The glossary with the everyday words that administration is asked about in, the glossary's translations first."""
    table = {english: list(swedish) for english, swedish in glossary().items()}
    for line in (_DATA / "everyday_words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        english, _, swedish = line.partition(" = ")
        for term in map(_spaced, english.split(", ")):
            found = table.setdefault(term, [])
            found += [word for word in swedish.split("; ") if word not in found]
    return table


def _from_learnt(form: str) -> Translations:
    fields = _learnt().get(form, [])
    return tuple((word, int(weight) / 100) for word, weight in zip(fields[::2], fields[1::2], strict=True))


def _merged(by_hand: Iterable[str], learnt: Translations) -> Translations:
    """The glossary's translations before the learnt ones."""
    first = tuple(zip(by_hand, _BY_RANK, strict=False))
    if not first:
        return learnt[:_MOST]
    taken = {word for word, _ in first}
    return (*first, *((word, weight * _BESIDE) for word, weight in learnt if word not in taken))[:_MOST]


@cache
def translate(word: str) -> Translations:
    """Up to four Swedish words, weighted by the root of their probability, for an English word or phrase.

    Falls back to the base form; numbers, names and unknown words give ().
    """
    word = _spaced(word.lower())
    forms = _forms(word)
    by_hand = next((form for form in forms if form in _by_hand()), None)
    learnt = next((form for form in forms if form in _learnt()), None)
    return _merged(_by_hand().get(by_hand or "", ()), _from_learnt(learnt or ""))


def _forms(phrase: str) -> list[str]:
    """A word in the forms that it may be inflected from; a phrase with its last word in the singular or its verb so."""
    words = phrase.split()
    if len(words) < 2:
        return list(bases(phrase)) if words else []
    first, *middle, last = words
    ends = dict.fromkeys((last, singular(last)))
    return [" ".join([start, *middle, end]) for start in bases(first) for end in ends]


def _phrases(words: list[str]) -> Iterator[list[str]]:
    """The words, those that make a known phrase together."""
    start = 0
    while start < len(words):
        length = next((n for n in range(_LONGEST, 1, -1) if _is_phrase(words[start : start + n], n)), 1)
        yield words[start : start + length]
        start += length


def _in_glossary(phrase: str) -> bool:
    return any(form in _by_hand() for form in _forms(phrase.lower()))


def _is_phrase(words: list[str], length: int) -> bool:
    """Is it in a table? A phrase of function words only ("has been") is one where the glossary says so."""
    if len(words) != length:
        return False
    lower = [word.lower() for word in words]
    if _in_glossary(" ".join(lower)):
        return True
    *head, last = lower
    learnt = any(" ".join([*head, end]) in _learnt() for end in (last, singular(last)))
    return learnt and not all(word in ENGLISH for word in lower)


def _word(word: str, opens: bool) -> Translations:
    """One word of a question. A capital inside the sentence may be a name: it stays beside its translation."""
    lower = word.lower()
    if lower in SWEDISH and not known_english(lower):
        return ()
    if lower in ENGLISH:
        return (("maj", 1.0),) if word == "May" and not opens else ()
    found = translate(lower) if len(word) > 1 else ()  # a letter is the mark of a party or a name of something
    if not found:
        return ((lower, 1.0),)
    return ((lower, _NAME), *found) if word[0].isupper() else found


def _group(group: list[str], opens: bool) -> Translations:
    """The translations of a word or phrase; the words of a learnt phrase keep some weight of their own."""
    if len(group) == 1:
        return _word(group[0], opens)
    phrase = " ".join(group)
    if _in_glossary(phrase):
        return translate(phrase)
    within = [(swedish, weight * _WITHIN) for word in group for swedish, weight in _word(word, False)]
    return (*translate(phrase), *within)


def _compounds(first: Translations, second: Translations) -> Iterator[tuple[str, float]]:
    """Listed Swedish compounds of the translations of two neighbouring words ("staff costs": personalkostnader)."""
    for (head, one), (tail, other) in product(first[:_PARTS], second[:_PARTS]):
        for form in dict.fromkeys((head, head + "s", head[:-1], head[:-1] + "e")):
            if len(form) > 2 and len(tail) > 3 and known(form + tail):
                yield form + tail, _COMPOUND * min(one, other)


def _strongest(translations: Iterable[tuple[str, float]]) -> Translations:
    """Each Swedish word once, with its highest weight."""
    found: dict[str, float] = {}
    for word, weight in translations:
        found[word] = max(weight, found.get(word, 0.0))
    return tuple(found.items())


def translated_groups(text: str) -> list[tuple[str, Translations]]:
    """Each content word or known phrase of an English question, in order, with its weighted Swedish words.

    Function words are dropped. Numbers, codes, names and words that are no English (Swedish ones among them) pass with
    weight 1. A translation may be of several words ("per invånare"). A compound of two neighbours stands with both.
    """
    groups = list(_phrases(_WORD.findall(_spaced(text))))
    found = [_group(group, place == 0) for place, group in enumerate(groups)]
    joined = [(), *(tuple(_compounds(first, second)) for first, second in pairwise(found)), ()]
    return [
        (" ".join(group).lower(), _strongest((*own, *joined[place], *joined[place + 1])))
        for place, (group, own) in enumerate(zip(groups, found, strict=True))
        if own
    ]


def translate_query(text: str) -> list[tuple[str, float]]:
    """The weighted Swedish words of an English question, each once, in order (see translated_groups)."""
    return list(_strongest(pair for _, translations in translated_groups(text) for pair in translations))
