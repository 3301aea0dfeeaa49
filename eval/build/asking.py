"""How the cells of tables are asked about: the templates, the unit, and the case that comes of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

import pandas as pd

from eval.build.case import Built
from eval.build.forms import english, number_forms, sign_forms, swedish
from eval.build.headers import unit_of
from eval.build.naming import Phrase
from eval.build.table import Measure, Record, Table, is_measure, is_period

WAY = "cells"
_ENGLISH_UNITS = {"procent": "per cent", "procentenheter": "percentage points", "dagar": "days"}
_MONEY = re.compile(
    r"budget|utfall|avvikelse|kostnad|intäkt|prognos|resultat|utgift|netto|bidrag|avgift|kronor|kr\b|belopp|ekonomi"
    r"|redovisning|investering|\b20\d\d",
    re.IGNORECASE,
)
LOOKUP = (
    Phrase("Vad är {m} för {w}{p} enligt {r}?", "What is {m} for {w}{p} according to {r}?"),
    Phrase("Hur stort är värdet {m} för {w}{p} enligt {r}?", "How large is the value {m} for {w}{p} according to {r}?"),
    Phrase("Vilket värde anges för {m}, {w}{p}, i {r}?", "Which value is given for {m}, {w}{p}, in {r}?"),
    Phrase("Enligt {r}: vad är {m} för {w}{p}?", "According to {r}: what is {m} for {w}{p}?"),
)
DIFFERENCE = (
    Phrase("Hur stor är skillnaden i {m} mellan {a} och {b}{o}{p} enligt {r}?",
           "How large is the difference in {m} between {a} and {b}{o}{p} according to {r}?"),
    Phrase("Med hur mycket skiljer sig {a} från {b} i {m}{o}{p} enligt {r}?",
           "By how much does {a} differ from {b} in {m}{o}{p} according to {r}?"),
)  # fmt: skip
HIGHEST = (
    Phrase("Av {l}: för {q} är {m} högst{o}{p}, och hur högt är värdet, enligt {r}?",
           "Of {l}: for which is {m} highest{o}{p}, and how high is the value, according to {r}?"),
    Phrase("Vilket värde är högst för {m} bland {l}{o}{p}, och {q} av dem gäller det, enligt {r}?",
           "Which value of {m} is highest among {l}{o}{p}, and which of them does it belong to, according to {r}?"),
)  # fmt: skip
SUM = (
    Phrase("Vad blir summan av {m} för {l}{o}{p} enligt {r}?",
           "What is the sum of {m} for {l}{o}{p} according to {r}?"),
    Phrase("Hur mycket blir {m} sammanlagt för {l}{o}{p} enligt {r}?",
           "How much is {m} in total for {l}{o}{p} according to {r}?"),
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A table with what to call it, and the measure that is asked for."""

    table: Table
    reference: Phrase
    measure: Measure


def asked_measures(table: Table, reference: Phrase) -> list[Asked]:
    """The measures worth asking for: not those that are the same in most rows."""
    asked = []
    for measure in table.measures:
        found = [value.number for record in table.records if (value := record.values.get(measure))]
        commonest = max(Counter(found).values(), default=0)
        if len(found) >= 3 and commonest * 2 <= len(found):
            asked.append(Asked(table, reference, measure))
    return asked


def case_of(
    asked: Asked, record: Record, template: Phrase, words: dict[str, Phrase], kind: str, number: Decimal, at: list[str]
) -> Built:
    """The case that asks for `number`, which stands in or follows from the cells `at`."""
    unit = unit_shown(asked, record)
    if kind == "difference" and unit == "procent":
        unit = "procentenheter"
    periods = [member for dimension, member in record.members if is_period(dimension, member)]
    return Built(
        way=WAY,
        source=f"{asked.table.document}: {' + '.join(at[:8])}",
        kind=kind,
        questions=filled(template, words),
        answers=(
            f"{swedish(number)} {unit}".strip() + ".",
            f"{english(number)} {_ENGLISH_UNITS.get(unit, unit)}".strip() + ".",
        ),
        documents=(asked.table.document,),
        cells=tuple(at),
        must=(number_forms(number), *sign_forms(number)),
        value=float(number),
        unit=unit or None,
        period=asked.measure.period or " ".join(periods) or None,
    )


def template_of(templates: Sequence[Phrase], asked: Asked, rng: Random) -> Phrase:
    """One at random; the first, which speaks of "the value", where the measure has no name."""
    return rng.choice(templates) if asked.measure.name else templates[0]


def unit_shown(asked: Asked, record: Record) -> str:
    """The unit, where label or title names it beyond doubt."""
    said = [member for dimension, member in record.members if is_measure(dimension)]
    unit = asked.measure.unit or unit_of(*said, *([asked.table.title] if not asked.measure.name else []))
    if not unit and asked.table.unit in {"tkr", "mnkr"} and _MONEY.search(asked.measure.name or asked.table.title):
        unit = asked.table.unit
    return "" if unit in {"antal", "number", "value"} or unit[:1].isdigit() else unit


def filled(template: Phrase, words: dict[str, Phrase]) -> tuple[str, str]:
    """The template in both languages."""
    return (
        template.sv.format(**{key: phrase.sv for key, phrase in words.items()}),
        template.en.format(**{key: phrase.en for key, phrase in words.items()}),
    )


def with_operands(case: Built, some: pd.DataFrame) -> Built:
    """The answer with the values that it was worked out from."""
    operands = list(zip(some["member"], some["number"], strict=True))
    said = "; ".join(f"{member}: {swedish(number)}" for member, number in operands)
    told = "; ".join(f"{member}: {english(number)}" for member, number in operands)
    return replace(case, answers=(f"{case.answers[0]} ({said})", f"{case.answers[1]} ({told})"))
