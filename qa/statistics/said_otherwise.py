"""Other ways to say a label: codes that title or notes explain, sheets whose titles say what they hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from indexer.tables.model import Table
from qa.statistics.words import words_of

_MOST_LETTERS: Final = 5  # of a code
_FEWEST: Final = 2  # codes explained, and of a dimension's labels this share
_SHARE: Final = 0.5
_EXPLAINED: Final = (
    r"(?<![^\W_]){code}\s*(?:=|:|–|-|står för|betyder|avser|means)?\s*(?P<said>[^\W\d_][^,.;:=()]{{2,60}})"
)
_PARTS: Final = re.compile(r"[,;:()]| – ")
_NUMBERED: Final = re.compile(
    r"^(?:tabell|tab|table|blad|bilaga|diagram)\.?\s*[A-Z]?\d+(?:[.:]\d+)*[a-z]?[\s.:–-]+(?=\S)", re.IGNORECASE
)
Ways = Mapping[str, tuple[tuple[str, ...], ...]]


def codes_explained(labels: Sequence[str], totals: Iterable[str], tables: Sequence[Table]) -> Ways:
    """Short labels -> what title or notes say that they stand for ("MA matematik, SV svenska")."""
    codes = [label for label in labels if label not in set(totals)]
    capital = all(code.isalpha() and code.isupper() for code in codes)
    if not codes or not capital or max(map(len, codes)) > _MOST_LETTERS:
        return {}
    text = " ".join(line for table in tables[:1] for line in (table.title, *table.notes))
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for code in codes:
        said = re.search(_EXPLAINED.format(code=re.escape(code)), text)
        if said is not None and (words := words_of(said["said"])):
            found[code] = (words,)
    return found if len(found) >= max(_FEWEST, _SHARE * len(codes)) else {}


def sheets_titled(sheets: Mapping[str, str]) -> Ways:
    """Sheet -> the parts of its title that the others' titles do not have ("Kvävedioxid" of the sheet "NO2")."""
    parts = {sheet: _PARTS.split(_NUMBERED.sub("", title).partition(". ")[0]) for sheet, title in sheets.items()}
    held = Counter(word for some in parts.values() for word in {word for part in some for word in words_of(part)})
    found = {}
    for sheet, some in parts.items():
        own = [tuple(word for word in words_of(part) if held[word] == 1 and not word[0].isdigit()) for part in some]
        if any(own):
            found[sheet] = tuple(words for words in own if words)
    return found


def without_number(sheets: Sequence[str]) -> dict[str, str]:
    """Sheet -> its name without "Tabell 3", where all of them stay different names."""
    bare = {sheet: _NUMBERED.sub("", sheet).strip() for sheet in sheets}
    return bare if len(set(bare.values())) == len(bare) and all(bare.values()) else {sheet: sheet for sheet in sheets}
