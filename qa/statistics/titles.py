"""What a table's title, header or label says, as a phrase for a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_NUMBERED: Final = re.compile(
    r"^(?:tabell|tab\.?|diagram|figur|bilaga|table|chart|figure|annex)\s+(?:[A-Z]?\d+(?:[.:]\d+)*[a-z]?|[A-Z])"
    r"(?:\s*[.:–—-])?\s+(?=\S)",
    re.IGNORECASE,
)
_TOLD_APART: Final = re.compile(r",?\s+(?:efter|fördelat på|fördelad på|uppdelat på|by)\s.*$", re.IGNORECASE)
_ENDING: Final = re.compile(
    r"[\s,.:–—-]*(?:(?:år|åren)\s+)?(?:(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?)?[\s,.:–—-]*$"
)
_GENERIC: Final = frozenset("antal andel värde belopp procent number share value amount".split())
_CODE: Final = re.compile(r"^\d{2,8}\s+(?=[A-ZÅÄÖ])")
_CODED: Final = 0.8  # of the labels begin with a code
_LONG: Final = 90
VERSIONS: Final = frozenset(
    "rev reviderad reviderade prel preliminär preliminära slutlig slutliga slutgiltig slutgiltiga kopia copy version "
    "v ny nya uppdaterad final januari februari mars april maj juni juli augusti september oktober november december "
    "kvartal kv tertial delår helår år läsår vt ht".split()
)
"""Words of titles by which the same table of another time or state differs."""

_CAPTION: Final = re.compile(r"(?<=\. )(?:tabell|table|tab)\.?\s*[A-Z]?\d+[a-z]?\s*[.:–-]?\s+(?=\S)", re.IGNORECASE)
"""What numbers a table behind the lines above it."""


def phrase_of(title: str) -> str:
    """ "Tabell 1. Antal elever efter kommun och år, 2019–2023" as "Antal elever"."""
    first = _NUMBERED.sub("", title.strip()).partition(". ")[0]
    bare = _ENDING.sub("", _TOLD_APART.sub("", first))
    return (bare or first or title).lstrip("-# ").strip()


def measure_phrase(name: str, own: bool, title: str) -> str:
    """The name of a measure; where it says only "Antal", with what the title says is counted."""
    bare = name.lstrip("-# ").strip()
    if not own:
        return phrase_of(bare)
    bare = _NUMBERED.sub("", bare)
    told = phrase_of(title) if bare.lower() in _GENERIC and title else ""
    if not told or len(told) > _LONG or any(character.isdigit() for character in told):
        return bare
    return told if told.lower().startswith(bare.lower()) else f"{told}, {bare.lower()}"


def label_phrase(label: str, labels: Sequence[str]) -> str:
    """A label without the code before it ("20 Norrlän"), where its dimension's labels have such codes."""
    found = _CODE.match(label)
    if found is None or sum(_CODE.match(one) is not None for one in labels) < _CODED * len(labels):
        return label
    return label[found.end() :]


def captioned(title: str) -> str:
    """The title from its "Tabell 2." on, where lines of a whole sheet stand before it: what is the table's own."""
    found = _CAPTION.search(title)
    return title[found.end() :] if found is not None and found.start() else title
