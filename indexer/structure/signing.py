"""Runs of signing lines made one paragraph each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce

from indexer.model import Form
from indexer.structure.entry import Entry, Sort, together
from indexer.structure.folding import tolerant
from indexer.structure.headings import Part
from indexer.structure.letterhead import is_letterhead
from indexer.structure.pieces import Piece
from indexer.structure.references import dates
from indexer.structure.signatures import approves, are_names, is_name, is_signature_line, is_title, signers, signs
from indexer.structure.speakers import PARTY_MARK

RECORDER = tolerant(r"^vid protokollet")
NAME_REST = 40  # characters
BROKEN_NAME = tolerant(r"\b(?:ordföranden?|ledamoten|ersättaren) (?-i:[A-ZÅÄÖ])\w+$")


def signed(entries: list[Entry]) -> list[Entry]:
    """Runs of signing lines made one paragraph each; a run needs something that is beyond doubt a signature."""
    result: list[Entry] = []
    index = 0
    attendance = False
    while index < len(entries):
        entry = entries[index]
        attendance = _in_attendance(entry, attendance)
        end = index if attendance and not approves(entry.text) else _run_end(entries, index)
        if end > index and _is_signature(entries[index:end], end == len(entries)):
            result.extend(_groups(entries[index:end]))
            index = end
            continue
        result.append(entry)
        index += 1
    return result


def _in_attendance(entry: Entry, before: bool) -> bool:
    """Whether the names at this place are those who took part, not those who sign."""
    if entry.part is not None or entry.section:
        return entry.part is Part.ATTENDANCE
    return before


def _run_end(entries: list[Entry], start: int) -> int:
    """Index after the last of the signing lines that begin at `start`."""
    end = start
    while end < len(entries) and (
        _may_sign(entries[end]) or (end > start and _ends_name(entries[end - 1], entries[end]))
    ):
        end += 1
    return end


def _ends_name(before: Entry, entry: Entry) -> bool:
    """Whether the entry is the rest of a name that broke over the line, with its party, or both who approved."""
    if approves(before.text) and are_names(entry.text):
        return True
    broken = BROKEN_NAME.search(before.text) is not None
    return broken and len(entry.text) < NAME_REST and PARTY_MARK.search(entry.text) is not None


def _may_sign(entry: Entry) -> bool:
    """Whether the entry could be a line of a signature."""
    if (
        entry.section
        or entry.sort is Sort.CONTENTS
        or is_letterhead(entry.text)
        or entry.piece.form in (Form.ITEM, Form.TABLE)
    ):
        return False
    if entry.part is not None:
        return entry.part is Part.SIGNATURES
    return is_signature_line(entry.text)


def _is_signature(run: list[Entry], last: bool) -> bool:
    """Whether a run of names and titles signs something."""
    lines = [entry.text for entry in run]
    if any(signs(line) for line in lines):
        return True
    named = any(is_name(line) for line in lines)
    return named and (last or any(is_title(line) for line in lines))


def _groups(run: list[Entry]) -> Iterable[Entry]:
    """The run as paragraphs: words of approval with a date stand alone, the recorder begins anew, the rest is one."""
    held: list[Piece] = []
    for entry in run:
        alone = approves(entry.text) and bool(dates(entry.text))
        if held and (alone or RECORDER.match(entry.text)):
            yield _signature(held)
            held = []
        if alone:
            yield _signature([entry.piece])
        else:
            held.append(entry.piece)
    if held:
        yield _signature(held)


def _signature(lines: list[Piece]) -> Entry:
    """The lines of one signing paragraph as one."""
    whole = replace(reduce(together, lines), form=Form.TEXT, emphasis=False, level=None)
    texts = list(_whole_names([line.text for line in lines]))
    names = dict.fromkeys(
        name for text, below in zip(texts, [*texts[1:], ""], strict=True) for name in signers(text, below)
    )
    return Entry(whole, Sort.SIGNATURE, signers=tuple(names))


def _whole_names(lines: list[str]) -> Iterable[str]:
    """The lines, one that breaks off after a first name joined to the next."""
    held = ""
    for line in lines:
        held = f"{held} {line}".strip()
        if not BROKEN_NAME.search(held):
            yield held
            held = ""
    if held:
        yield held
