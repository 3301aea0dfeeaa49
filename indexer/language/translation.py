"""English words and questions as weighted Swedish words, from a learnt table and a glossary of municipal terms."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from indexer.language.english import bases, singular
from indexer.language.function_words import ENGLISH

_DATA: Final = Path(__file__).parent / "data"
_MOST: Final = 4  # translations of one word
_LONGEST: Final = 4  # words in a phrase
_BY_RANK: Final = (1.0, 0.8, 0.65, 0.55)  # weights of the glossary's translations, best first
_BESIDE: Final = 0.5  # what a learnt translation is worth beside the glossary's
_NAME: Final = 0.5  # what a capitalised word that has a translation is worth as a name
_WORD: Final = re.compile(r"\d[\w.,:/-]*\w|\d|[^\W_]+(?:[-'./:][^\W_]+)*")

Translations = tuple[tuple[str, float], ...]


@cache
def _learnt() -> dict[str, list[str]]:
    """The fields after each English word: Swedish word, weight in hundredths, and so on."""
    text = gzip.decompress((_DATA / "translations.tsv.gz").read_bytes()).decode()
    return {english: fields for english, *fields in (line.split("\t") for line in text.splitlines())}


@cache
def _glossary() -> dict[str, list[str]]:
    text = (_DATA / "municipal_terms.tsv").read_text(encoding="utf-8")
    return {english: fields for english, *fields in (line.split("\t") for line in text.splitlines())}


def _from_learnt(form: str) -> Translations:
    fields = _learnt().get(form, [])
    return tuple((word, int(weight) / 100) for word, weight in zip(fields[::2], fields[1::2], strict=True))


def _form(form: str) -> Translations:
    """The translations of one form of a word, the glossary's before the learnt ones."""
    learnt = _from_learnt(form)
    first = tuple(zip(_glossary().get(form, ()), _BY_RANK, strict=False))
    if not first:
        return learnt[:_MOST]
    taken = {word for word, _ in first}
    return (*first, *((word, weight * _BESIDE) for word, weight in learnt if word not in taken))[:_MOST]


@cache
def translate(word: str) -> Translations:
    """Up to four Swedish words, weighted by the root of their probability, for an English word or phrase.

    Falls back to the base form; numbers, names and unknown words give ().
    """
    word = word.lower().replace("’", "'")
    forms = [" ".join([*head, last]) for *head, end in [word.split()] for last in bases(end)] if word.split() else []
    return next((found for form in forms if (found := _form(form))), ())


def _phrases(words: list[str]) -> Iterator[list[str]]:
    """The words, those that make a known phrase together."""
    start = 0
    while start < len(words):
        length = next((n for n in range(_LONGEST, 1, -1) if _is_phrase(words[start : start + n], n)), 1)
        yield words[start : start + length]
        start += length


def _is_phrase(words: list[str], length: int) -> bool:
    phrase = [word.lower() for word in words]
    forms = {" ".join(phrase), " ".join([*phrase[:-1], singular(phrase[-1])])} if len(words) == length else set()
    return any(form in table for form in forms for table in (_glossary(), _learnt()))


def _word(word: str, opens: bool) -> Translations:
    """One word of a question. A capital inside the sentence may be a name: it stays beside its translation."""
    lower = word.lower()
    if lower in ENGLISH:
        return (("maj", 1.0),) if word == "May" and not opens else ()
    found = translate(lower)
    if not found and "-" in word and not any(letter.isdigit() for letter in word):
        found = tuple(pair for part in word.split("-") for pair in translate(part) if part not in ENGLISH)
    if not found:
        return ((lower, 1.0),)
    return ((lower, _NAME), *found) if word[0].isupper() else found


def translated_groups(text: str) -> list[tuple[str, Translations]]:
    """Each content word or known phrase of an English question, in order, with its weighted Swedish words.

    Function words are dropped. Numbers, codes, names and words that are no English (Swedish ones among them) pass with
    weight 1. A translation may be of several words ("per invånare").
    """
    words = _WORD.findall(text.replace("’", "'"))
    groups = [
        (" ".join(group).lower(), translate(" ".join(group)) if len(group) > 1 else _word(group[0], place == 0))
        for place, group in enumerate(_phrases(words))
    ]
    return [(phrase, found) for phrase, found in groups if found]


def translate_query(text: str) -> list[tuple[str, float]]:
    """The weighted Swedish words of an English question, each once, in order (see translated_groups)."""
    found: dict[str, float] = {}
    for _, translations in translated_groups(text):
        for word, weight in translations:
            found[word] = max(weight, found.get(word, 0.0))
    return list(found.items())
