"""The base forms of English words, as far as translation needs them."""

from __future__ import annotations

from typing import Final

_ENDINGS: Final = ("'s", "'", "ing", "ed", "er", "est", "ly")


def singular(word: str) -> str:
    """A lower-case English word without possessive and plural endings; tables are keyed by this form."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def bases(word: str) -> tuple[str, ...]:
    """The word, its singular and what it may be inflected from, likeliest first ("planned": planned, plann, plan…)."""
    one = singular(word)
    found = [word, one]
    for ending in _ENDINGS:
        stem = one.removesuffix(ending)
        if stem != one and len(stem) > 2:
            found += [stem, stem + "e"]
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
            if stem[-1] == "i":
                found.append(stem[:-1] + "y")
    return tuple(dict.fromkeys(found))
