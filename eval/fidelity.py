"""Numeric fidelity: does every number in an answer stand in what it cites, or follow from it by a stated formula?

A number is supported when it stands in a cited paragraph, quote, title, heading, cell label or date, in that value:
1,2 mnkr is 1 200 tkr is 1 200 000 kr. A § must be the citation's, a registry number must stand letter for letter, a
date must be one date of one citation (not a day from here and a year from there). A formula counts when each operand
stands in the citation it is marked with and the whole comes to the number.
Signs: a stated minus needs a minus, or a word of deficit, in the source; "a deficit of 124.9" may rest on -124,9.
A refusal states nothing, so it is not judged.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from eval.formula import evaluate, operands
from eval.number_words import ARTICLES, SCALES, month
from eval.numbers import Date, Mention, mentions, readings
from eval.sources import Source, source_of

_NOTHING: Final[Mapping[int, Sequence[float]]] = {}
_QUOTED = re.compile(r"[”“\"„«]([^”“\"„«»]+)[”“\"»]")
_COMPOUND = re.compile(r"(?<![\w.,:/-])[A-ZÅÄÖ]{0,5}\d[\d.:/–-]*[./:–-][\d.:/–-]*\d(?!\d)")
_LISTED = re.compile(r"(?m)^\s*\d{1,2}[.)]\s")
_PART_OF_YEAR = re.compile(r"kvartal|tertial|halvår|helår|årsskifte|quarter|tertiary|half")
_SPAN = re.compile(r"months\((\d{4})-(\d\d)/(\d{4})-(\d\d) \[(\d+)\]\)")  # a formula: both ends counted
_BOUNDS = {0, 1, 3, 4, 5, 6, 7, 8, 9, 10}
_DEFICIT = re.compile(r"underskott|minus|negativ|deficit|minsk|lägre|sämre|under ?stig", re.IGNORECASE)


def unsupported(
    answer: Mapping[str, Any],
    citations: Sequence[Mapping[str, Any]],
    held: Mapping[int, Sequence[float]] = _NOTHING,
) -> list[str]:
    """The numbers of the answer's text that nothing in `citations` supports, as they stand in it.

    held: the numbers of the cells that a citation names, by its number, for formulas over many cells.
    """
    sources = [source_of(citation) for citation in citations]
    language = str(answer.get("language") or "sv")
    results = _results(answer.get("figures") or (), sources, language, held)
    text = str(answer.get("text", ""))
    for registered in (str(citation.get("dnr") or "") for citation in citations):
        text = text.replace(registered, " ") if registered else text  # written with blanks in it, too
    text = _LISTED.sub(" ", _without_repeated(text, sources))
    return [
        mention.raw
        for mention in mentions(text)
        if mention.raw.lower() not in ARTICLES
        and not any(_stands(mention, source) for source in sources)
        and not any(_comes_to(mention, result) for result in results)
    ]


def numbers_of(text: str) -> frozenset[tuple[str, object]]:
    """The numbers of a text in a form that is the same in Swedish and English, for comparing two answers."""
    return frozenset(
        (mention.kind, mention.date or min(mention.values) * (mention.scale or 1))
        for mention in mentions(text)
        if mention.raw.lower() not in ARTICLES
    )


def _without_repeated(text: str, sources: Sequence[Source]) -> str:
    """The text less what it repeats letter for letter: quotes of a source, registry numbers, codes."""
    folded = [_fold(source.words) for source in sources]
    kept = _QUOTED.sub(lambda quote: " " if any(_fold(quote[1]) in words for words in folded) else quote[0], text)
    return _COMPOUND.sub(lambda code: " " if any(_repeats(code[0], source) for source in sources) else code[0], kept)


def _repeats(code: str, source: Source) -> bool:
    return re.search(rf"(?<![\d.,:/]){re.escape(code)}(?![.,:/]?\d)", source.references) is not None


def _fold(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("\u00ad", "")).lower()


def _stands(mention: Mention, source: Source) -> bool:
    if mention.date:
        return _date_stands(mention.date, source)
    if mention.kind in {"section", "place"} and mention.values & source.places:
        return True
    return any(_same(mention, other, source) for other in source.mentions)


def _date_stands(date: Date, source: Source) -> bool:
    year, number, day = date
    years = {known[0] for known in source.dates} | {value for m in source.mentions for value in m.values}
    return any(
        number == known_number
        and day in (None, known_day)
        and (year in (None, known_year) or (known_year is None and year in years))
        for known_year, known_number, known_day in source.dates
    ) or (day is None and year in years and not _dated(number, source) and _month_named(number, source))


def _dated(number: int, source: Source) -> bool:
    """Does the source give the month a year of its own, so that another year is another month?"""
    return any(known_number == number and known_year for known_year, known_number, _ in source.dates)


def _month_named(number: int, source: Source) -> bool:
    """Is the month named, or does it begin or end a quarter, a third or a half of a year that is named?"""
    words = re.findall(r"[a-zåäö]+", source.words.lower())
    return any(month(word) == number for word in words) or (
        number % 12 in _BOUNDS and any(_PART_OF_YEAR.match(word) for word in words)
    )


def _same(stated: Mention, known: Mention, source: Source) -> bool:
    if known.date:
        return bool(known.date[0]) and float(known.date[0] or 0) in stated.values and stated.scale is None
    if stated.negative and not known.negative and not _DEFICIT.search(source.words):
        return False
    if stated.scale and known.scale and stated.scale != known.scale:
        return _meet(stated, known, stated.scale / known.scale)
    if _meet(stated, known, 1.0):
        return True
    if stated.percent and not known.percent and _meet(stated, known, 0.01):
        return True  # a sheet holds 0.163 for 16.3 %
    return bool(stated.scale or known.scale) and any(
        _meet(stated, known, (stated.scale or scale) / (known.scale or scale)) for scale in _scales(source)
    )


def _meet(stated: Mention, known: Mention, factor: float) -> bool:
    return any(math.isclose(a * factor, b, rel_tol=1e-9) for a in stated.values for b in known.values)


def _scales(source: Source) -> set[float]:
    """The money words anywhere in the source: a table names its unit once; whole kronor go without saying."""
    return {1.0} | {SCALES[word] for word in re.findall(r"[a-zåäö]+", source.words.lower()) if word in SCALES}


def _results(
    figures: Sequence[Mapping[str, Any]],
    sources: Sequence[Source],
    language: str,
    held: Mapping[int, Sequence[float]],
) -> list[float]:
    """What the stated formulas come to, for those whose operands all stand in the citation they name."""
    results = []
    for figure in figures:
        formula = str(figure.get("formula") or "")
        if span := _SPAN.fullmatch(formula):
            results += _months(span, sources)
            continue
        value = evaluate(formula, language, held) if formula else None
        if value is not None and all(
            any(_operand_stands(operand.raw, source) for source in sources if operand.citation in (None, source.number))
            for operand in operands(formula.split("=")[0])
        ):
            results.append(value)
    return results


def _months(span: re.Match[str], sources: Sequence[Source]) -> list[float]:
    """How many months a span has, where the citation that it is marked with names its first and its last."""
    years, months = (int(span[1]), int(span[3])), (int(span[2]), int(span[4]))
    marked = [source for source in sources if source.number == int(span[5])]
    ends = [(year, month, None) for year, month in zip(years, months, strict=True)]
    if not marked or not all(_date_stands(end, marked[0]) for end in ends):
        return []
    return [(years[1] - years[0]) * 12.0 + months[1] - months[0] + 1]


def _operand_stands(raw: str, source: Source) -> bool:
    values, _ = readings(raw)
    return any(values & mention.values for mention in source.mentions)


def _comes_to(mention: Mention, result: float) -> bool:
    """As closely as the number is rounded; a fall of 66 may be stated as 66."""
    slack = 0.5 * 10.0**-mention.decimals + 1e-9
    wanted = [abs(result)] + ([abs(result) * 100] if mention.percent else [])
    return not mention.date and any(abs(value - target) <= slack for value in mention.values for target in wanted)
