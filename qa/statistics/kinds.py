"""Tables alike but for a number in their titles, which says what each is of: "årskurs 6", "årskurs 9"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from qa.statistics.titles import VERSIONS

_NO_KIND: Final = re.compile(
    r"\b(?:tabell|tab|table|blad|bilaga|diagram|figur|figure|chart|annex|sida|page|del|part|nr|no)\.?[\s_]*[a-z]?\d+[a-z]?\b"
    r"|(?<!\d)(?:19|20)\d\d(?:[-_/.]?\d\d){0,2}(?!\d)|(?<!\d)\d+[.,:]\d+"
    r"|\b\d{1,2}[\s_]+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"(?<![^\W_])([^\W\d_]+)[\s_-]*(\d{1,2})(?!\d|\s?%)(?:\s*[-–]\s*\d{1,2})?", re.IGNORECASE)
_SAID: Final = {"åk": "årskurs", "ak": "årskurs", "arskurs": "årskurs"}
_TIMES: Final = frozenset("k q kv t m v w h d vecka week period p".split())


def numbered(name: str) -> tuple[str, ...]:
    """The kinds that a title or a file's name numbers: "årskurs 9"; no years, dates, versions nor tables' numbers."""
    found = _NUMBER.findall(_NO_KIND.sub(" | ", name.lower()))
    return tuple(
        f"{_SAID.get(word, word)} {int(number)}"
        for word, number in found
        if word not in VERSIONS and word not in _TIMES
    )


def kinds_of(names: Sequence[str]) -> list[tuple[str, str]]:
    """The kind of each table as name and label, (årskurs, årskurs 9), where one number differs; else nothing."""
    some = [numbered(name) for name in names]
    if len(some) < 2 or not some[0] or len({len(one) for one in some}) > 1:
        return []
    apart = [column for column in zip(*some, strict=True) if len(set(column)) > 1]
    if len(apart) != 1 or len({label.split()[0] for label in apart[0]}) > 1:
        return []
    return [(label.split()[0], label) for label in apart[0]]
