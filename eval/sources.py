"""A citation read for its numbers: what in it can support a number of an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from eval.numbers import Date, Mention, mentions

_TEXTS = ("quote", "text", "text_repaired", "title", "speaker", "sheet", "question")


@dataclass(frozen=True)
class Source:
    """One citation, read: its texts, numbers and dates."""

    number: int | None
    words: str
    references: str
    mentions: list[Mention]
    dates: set[Date]
    places: set[float] = field(default_factory=set)


def source_of(citation: Mapping[str, Any]) -> Source:
    """What the citation says in its texts, headings, cell labels, dates and place."""
    labels = [str(cell) for cell in citation.get("cells") or () if "=" in str(cell)]
    headings = [str(heading) for heading in citation.get("headings") or ()]
    words = "\n".join([*(str(citation.get(name) or "") for name in _TEXTS), *headings, *labels])
    dated = " ".join(str(citation.get(name) or "") for name in ("date", "adjusted"))
    section = str(citation.get("section") or "")
    found = mentions(f"{words}\n{dated}")
    places = {float(value) for value in (citation.get("page"), citation.get("paragraph")) if isinstance(value, int)}
    number = citation.get("number")
    return Source(
        number if isinstance(number, int) else None,
        words,
        " ".join([words, section, dated, str(citation.get("dnr") or ""), str(citation.get("document") or "")]),
        [*found, *_runs(words)],
        {mention.date for mention in found if mention.date},
        places | {float(digits) for digits in re.findall(r"\d+", section)},
    )


def _runs(words: str) -> list[Mention]:
    """In a row of a table 118 500 120 300 may be one, two or four numbers: every reading stands there.

    A minus before the run is that of the readings which begin it.
    """
    found = []
    for run in re.finditer(r"(?<!\d)([-−]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?![\d])", words):
        groups = run[2].split()
        parts = {("".join(groups[i:j]), i) for i in range(len(groups)) for j in range(i + 1, len(groups) + 1)}
        found += [
            Mention(part, "number", frozenset({float(part)}), negative=bool(run[1]) and first == 0)
            for part, first in parts
            if len(part) < 16
        ]
    return found
