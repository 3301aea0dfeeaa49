"""Numbers out of Swedish running text, and out of Swedish or English questions."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.figures.digits import digit_numbers
from indexer.figures.masks import masks
from indexer.figures.number import Number
from indexer.figures.ranges import join_ranges
from indexer.figures.references import Mask, inside, word_before
from indexer.figures.spelled import spelled_numbers

_SHARED = re.compile(r"\s(?:av|av de|av totalt|av våra|respektive|resp\.?|of|of the|out of)\s")
_ALTERNATIVE = re.compile(r"\s(?:och|eller|and|or)\s")
_EXACT = ("money", "percent", "points", "time")


def numbers(text: str, *, damaged: bool = False, language: str = "sv") -> list[Number]:
    """Every quantity in `text`, in order, without overlaps.

    Dates, years, §, dnr, page marks, phone numbers, list markers, other references and what a rate is counted on ("per
    1 000 invånare") are no quantities.
    damaged: the text went through bad OCR; lone digits are then not trusted.
    language: "en" reads "1,500.5" as English writes it; number words of both languages are always read.
    """
    return numbers_beside(text, masks(text, language=language), damaged=damaged, language=language)


def numbers_beside(text: str, spans: list[Mask], *, damaged: bool = False, language: str = "sv") -> list[Number]:
    """As `numbers`, with the masks of the text at hand."""
    found = digit_numbers(text, spans, damaged=damaged, language=language)
    read = [Mask(number.start, number.unit_end, "number") for number in found]
    taken = sorted(spans + read, key=lambda mask: mask.start)
    found += [number for number in spelled_numbers(text) if not inside(taken, number.start, number.end)]
    counted = [number for number in found if word_before(text, number.start) != "per"]  # "per 1 000 invånare"
    return _share_units(text, join_ranges(text, sorted(counted, key=lambda number: number.start)))


def _share_units(text: str, found: list[Number]) -> list[Number]:
    """ "Tolv av fjorton nämnder", "12 respektive 15 procent": the first number has the unit of the second."""
    out = list(found)
    for at in range(len(found) - 2, -1, -1):
        one, two = out[at], out[at + 1]
        if one.unit or not two.unit or one.kind not in ("plain", "count"):
            continue
        gap = text[one.end : two.start]
        if _SHARED.fullmatch(gap) or (two.kind in _EXACT and _ALTERNATIVE.fullmatch(gap)):
            kind = two.dimension
            out[at] = replace(one, unit=two.unit, unit_end=two.unit_end, kind=kind, scale=two.scale, per=two.per)
    return out
