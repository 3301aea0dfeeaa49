"""Numbers written in words: "tolv av fjorton", "en tredjedel", "ett trettiotal", "var tolfte månad"."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.figures.hedges import hedge_before
from indexer.figures.measured import measured
from indexer.figures.number import Number
from indexer.figures.units import Unit, counted_noun, strong_unit
from indexer.figures.wording import MULTIPLIERS, ONE, ORDINALS, PARTS, cardinals, dozens, ratios

_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"[ \u00a0\n]([^\W\d_]+)")
_EVERY = re.compile(r"\b(?:var|vart|varje)\s$", re.IGNORECASE)
_EVERY_OTHER = {"vartannat", "varannan"}
_OF_MANY = re.compile(
    r"\s(?:av|of)\s(?:de\s|the\s)?(?:\d|(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|two|three|four|"
    r"five)\b)"
)
_VAGUE_UNITS = frozenset({"dag", "day", "gång", "time"})  # "en dag", "one time" tell a story
_ONLY = re.compile(
    r"(?<!inte )\b(?:endast|bara|enbart|blott|exakt|minst|högst|only|just|exactly)\s(?:för\s|i\s|med\s|på\s|for\s)?\Z",
    re.IGNORECASE,
)
_TEN_AND_ONE = re.compile(r"-([a-z]+)")


def spelled_numbers(text: str) -> list[Number]:
    """Every number in words, in order; "ett" and "en" only where a unit or "endast" makes them one."""
    known, times, about = cardinals(), ratios(), dozens()
    found: list[Number] = []
    done = 0
    for token in _WORD.finditer(text):
        word = token.group().lower()
        start, end = token.span()
        if start < done:
            continue
        if word in known:
            number = _cardinal(text, start, end, word, known)
        elif word in ONE:
            number = _one(text, start, end)
        elif word in times:
            number = Number(times[word], token.group(), start, end, "", end, _hedge(text, start), "ratio")
        elif word in about:
            number = _dozen(text, start, end, about[word])
        elif word in ORDINALS or word in _EVERY_OTHER:
            number = _every(text, start, end, ORDINALS.get(word, 2.0), word)
        else:
            continue
        if number is not None and not _hyphened(text, number):
            found.append(number)
            done = number.end
    return found


def _cardinal(text: str, start: int, end: int, word: str, known: dict[str, float]) -> Number | None:
    value = known[word]
    follows = _TEN_AND_ONE.match(text, end)
    ones = (known | {"one": 1.0}).get(follows.group(1).lower(), 0.0) if follows and 20 <= value < 100 else 0.0
    if follows is not None and 0 < ones < 10:
        value, end = value + ones, follows.end()
    next_word = _NEXT.match(text, end)
    if next_word is not None and next_word.group(1).lower() in MULTIPLIERS and value < 100:
        value, end = value * MULTIPLIERS[next_word.group(1).lower()], next_word.end()
    part = _part(text, start, end, value)
    if part is not None:
        return part
    unit = _unit(text, end)
    if word == "sex" and unit is None:
        return None
    return measured(text, start, end, value, unit)


def _one(text: str, start: int, end: int) -> Number | None:
    """ "en procent", "endast en", "en av tre", "en tredjedel"; else it is an article."""
    part = _part(text, start, end, 1.0)
    if part is not None:
        return part
    next_word = _NEXT.match(text, end)
    after = next_word.group(1).lower() if next_word else ""
    if after in MULTIPLIERS and next_word is not None:
        return measured(text, start, next_word.end(), MULTIPLIERS[after], _unit(text, next_word.end()))
    if after in ("miljon", "miljard", "million", "billion"):
        return measured(text, start, end, 1.0, _unit(text, end))
    unit = strong_unit(text, end)
    if unit is not None and unit.kind in ("percent", "points", "money", "time") and unit.text not in _VAGUE_UNITS:
        return measured(text, start, end, 1.0, unit)
    if _OF_MANY.match(text, end):
        return measured(text, start, end, 1.0, None)
    if _ONLY.search(text, max(0, start - 13), start) and after:
        return measured(text, start, end, 1.0, counted_noun(text, end))
    return None


def _part(text: str, start: int, end: int, value: float) -> Number | None:
    next_word = _NEXT.match(text, end)
    if next_word is None:
        return None
    word = next_word.group(1).lower()
    stem = next((word.removesuffix(end) for end in ("", "ar", "en", "s") if word.removesuffix(end) in PARTS), None)
    if stem is None or (stem == "quarter" and value == 1 and text[start:end].lower() == "one"):
        return None
    stop = next_word.end()
    return Number(value / PARTS[stem], text[start:stop], start, stop, "", stop, _hedge(text, start), "ratio")


def _dozen(text: str, start: int, end: int, value: float) -> Number | None:
    """ "ett trettiotal platser": about thirty; without the article it is a decade or a part of a word."""
    if not text[max(0, start - 4) : start].lower().endswith(("ett ", "tt\n")):
        return None
    return replace(measured(text, start, end, value, _unit(text, end)), kind="count", hedge=text[start:end].lower())


def _every(text: str, start: int, end: int, value: float, word: str) -> Number | None:
    """ "var tolfte månad", "vartannat år"; other ordinals are names of things."""
    if word not in _EVERY_OTHER and not _EVERY.search(text, max(0, start - 6), start):
        return None
    unit = strong_unit(text, end) or counted_noun(text, end)
    return replace(measured(text, start, end, value, unit), kind="ordinal", hedge="")


def _unit(text: str, end: int) -> Unit | None:
    return strong_unit(text, end) or counted_noun(text, end)


def _hedge(text: str, start: int) -> str:
    return hedge_before(text, start, "ratio", 0.0)


def _hyphened(text: str, number: Number) -> bool:
    """Is it a part of a hyphened word ("fem-sex" apart)?"""
    before = text[max(0, number.start - 2) : number.start]
    return before.endswith("-") and before[:1].isalnum()
