"""The numbered items of an agenda or of minutes without §: "2 Anmälan om förskola", a proposal or dnr below."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from indexer.model import Form
from indexer.structure.entry import SECTION, Entry, Sort
from indexer.structure.folding import folded
from indexer.structure.headings import Part, part_of
from indexer.structure.references import labelled_dnrs

NUMBERED = re.compile(r"(?P<number>\d{1,3})[.)]?\s+(?=[A-ZÅÄÖ])")
LONGEST = 240  # characters of an item's title
LOOKED = 3  # entries below an item in which its registry number or proposal stands
SHORT = 160  # characters of a line between
OPENED = (Part.PROPOSAL, Part.DECISION)


def with_agenda(entries: list[Entry]) -> Iterable[Entry]:
    """The entries, those that name an item of the agenda made headings over what follows; not where § do that."""
    if any(entry.section for entry in entries):
        yield from entries
        return
    last = 0
    for index, entry in enumerate(entries):
        number = _number(entry)
        if number > last and _is_item(entries[index + 1 : index + 1 + LOOKED]):
            last = number
            yield replace(entry, sort=Sort.HEADING, rank=SECTION, part=None)
        else:
            yield entry


def _number(entry: Entry) -> int:
    """The number before a line that could be the title of an item, 0 for none."""
    words = folded(entry.text)
    found = NUMBERED.match(f"{entry.piece.marker} {words}".strip())
    fits = len(words) <= LONGEST and not words.endswith((".", ":")) and entry.sort is not Sort.CONTENTS
    if found is None or not fits or entry.piece.form is Form.TABLE or entry.piece.level is not None:
        return 0
    return 0 if part_of(words) else int(found["number"])


def _is_item(below: list[Entry]) -> bool:
    """Whether what follows belongs to an item: its registry number at once, or soon a proposal or a decision."""
    if below and len(below[0].text) < SHORT and labelled_dnrs(below[0].text):
        return True
    for entry in below:
        if entry.part in OPENED:
            return True
        if len(entry.text) > SHORT or entry.piece.form is Form.ITEM or entry.sort is Sort.HEADING:
            return False
    return False
