"""The list of those present on the first pages of minutes: one paragraph for each label ("Beslutande: …")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from indexer.model import Form
from indexer.structure.entry import Entry, Sort, together
from indexer.structure.folding import folded
from indexer.structure.headings import Part, part_of
from indexer.structure.letterhead import is_letterhead
from indexer.structure.signatures import approves

LABEL_WORDS = 5
NAME_LINE = 120  # characters of a line of names


def with_attendance(entries: Iterable[Entry]) -> Iterable[Entry]:
    """The entries with the lines of each label of attendance made one."""
    held: Entry | None = None
    for entry in entries:
        label = attendance_label(entry)
        if held is not None and label is None and _goes_on(entry):
            held = replace(held, piece=together(held.piece, entry.piece))
            continue
        if held is not None:
            yield held
        held = replace(entry, sort=Sort.BODY, part=Part.ATTENDANCE) if label is Part.ATTENDANCE else None
        if held is None:
            yield entry
    if held is not None:
        yield held


def attendance_label(entry: Entry) -> Part | None:
    """What the label at the start of the line opens: attendance, signatures or another part; None without a label."""
    if entry.part is not None or entry.section:
        return entry.part or Part.PROCEDURE
    words = folded(entry.text).split()
    for count in range(min(LABEL_WORDS, len(words)), 0, -1):
        part = part_of(" ".join(words[:count]))
        if part in (Part.ATTENDANCE, Part.SIGNATURES) and _stands_out(words, count):
            return part
    return None


def _stands_out(words: list[str], count: int) -> bool:
    """Whether the label is parted from what follows by a colon, a capital or a number."""
    after = words[count][0] if count < len(words) else "A"
    return words[count - 1].endswith(":") or after.isupper() or after.isdigit() or after == "§"


def _goes_on(entry: Entry) -> bool:
    """Whether the entry is one more line of names."""
    if entry.sort is not Sort.BODY or entry.piece.form is Form.TABLE or is_letterhead(entry.text):
        return False
    if approves(entry.text):
        return False
    return len(entry.text) <= NAME_LINE and not entry.text.rstrip().endswith(".")
