"""The skeleton of a document: which pieces are headings of what rank, which sign, which only list the contents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from indexer.model import Form
from indexer.structure.folding import ends_sentence, folded, starts_low, tolerant
from indexer.structure.headings import Part, part_of
from indexer.structure.pieces import Piece
from indexer.structure.questions import is_question
from indexer.structure.references import dates, section_number, section_of
from indexer.structure.signatures import approves, is_name, is_signature_line, is_title, signs

TITLE, SECTION, MAIN, SUB, ASKED = 0, 1, 2, 3, 6  # ranks of headings, outermost first
HEADING_LENGTH = 160  # characters
SHORT_LINE = 90  # characters of a heading that only its shortness gives away
FOLLOWS = 100  # characters of the text that such a heading must stand over
STARRED = re.compile(r"^\s*\*\*(?P<words>[^*]+)\*\*\s*:?\s*$")
NUMBERED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=[A-ZÅÄÖ])")
HEAD_LABEL = tolerant(
    r"^(?:datum|handläggare|diarie\w*|dnr|d nr|ärendenr|beteckning|direktnr|telefon|tel|besöksadress|postadress|till|sida|sid"
    r"|er ref|vår ref|e-post|fax|www|växel|titel|version|kontakt|ort)\b"
)
RECORDER = tolerant(r"^vid protokollet")
LIST_SIGNS = re.compile(r"^[\d\W]+$")


class Sort(StrEnum):
    """What a piece is in the skeleton."""

    HEADING = "heading"
    BODY = "body"
    SIGNATURE = "signature"
    CONTENTS = "contents"


@dataclass(frozen=True)
class Entry:
    """A piece with its place in the skeleton.

    rank: depth of a heading, 0 outermost. part: what it opens by the dictionary. section: the § that it opens, as written.
    """

    piece: Piece
    sort: Sort = Sort.BODY
    rank: int = SUB
    part: Part | None = None
    section: str | None = None

    @property
    def text(self) -> str:
        """The words of the piece."""
        return self.piece.text


def outline(pieces: list[Piece]) -> list[Entry]:
    """The pieces of a document, each with its place in the skeleton."""
    return _signed(_titled(_merged_sections(_entries(pieces))))


def _entries(pieces: list[Piece]) -> list[Entry]:
    """Each piece judged by itself and by the one after it."""
    last_seen = {section_number(found[0]): index for index, piece in enumerate(pieces) if (found := _section(piece))}
    entries = []
    for index, piece in enumerate(pieces):
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        entries.append(_entry(piece, after, index, last_seen))
    return entries


def _entry(piece: Piece, after: Piece | None, index: int, last_seen: dict[str, int]) -> Entry:
    """One piece with its place: contents when its § comes again later, else heading or body."""
    opened = _section(piece)
    if opened and last_seen[section_number(opened[0])] > index:
        return Entry(piece, Sort.CONTENTS)
    if opened:
        return Entry(piece, Sort.HEADING, SECTION, None, opened[0])
    if piece.form is Form.TABLE:
        return Entry(piece)
    part = part_of(piece.text) if piece.form is not Form.ITEM or piece.marker[:1].isdigit() else None
    if part:
        return Entry(piece, Sort.HEADING, _rank(piece, MAIN), part)
    if is_heading(piece, after):
        return Entry(piece, Sort.HEADING, _rank(piece, SUB))
    return Entry(piece)


def _section(piece: Piece) -> tuple[str, str] | None:
    """The § that the piece opens, when it is a line of its own."""
    if piece.form in (Form.ITEM, Form.TABLE) or len(piece.text) > 3 * HEADING_LENGTH:
        return None
    return section_of(piece.text)


def _rank(piece: Piece, usual: int) -> int:
    """The depth that the format or the heading's number states, else the usual one."""
    numbered = NUMBERED.match(piece.text)
    if piece.level is not None:
        return piece.level + 1
    return MAIN + numbered["number"].count(".") if numbered else usual


def is_heading(piece: Piece, after: Piece | None) -> bool:
    """Whether a piece that the dictionary does not know is a heading: by form, emphasis, `**` or shortness."""
    words = folded(piece.text)
    if piece.form is Form.HEADING or STARRED.match(piece.text):
        return len(words) <= HEADING_LENGTH and not words.endswith((".", ",")) and not HEAD_LABEL.match(words)
    if piece.form is Form.ITEM or ends_sentence(words) or starts_low(words) or words.endswith(","):
        return False
    if is_signature_line(words) or HEAD_LABEL.match(words) or LIST_SIGNS.match(words):
        return False
    if piece.emphasis:
        return len(words) <= HEADING_LENGTH
    return len(words) <= SHORT_LINE and after is not None and _stands_over(words, after)


def _stands_over(words: str, after: Piece) -> bool:
    """Whether the short line is followed by a text long enough to be its section."""
    return after.form in (Form.TEXT, Form.ITEM) and len(after.text) >= max(FOLLOWS, len(words)) and not is_question(words)


def _merged_sections(entries: list[Entry]) -> Iterable[Entry]:
    """§ headings made one with the title that stands on the next line."""
    held: Entry | None = None
    for entry in entries:
        if held is not None and _is_title_of(entry, held):
            yield replace(held, piece=_together(held.piece, entry.piece))
            held = None
            continue
        if held is not None:
            yield held
        held = entry if entry.section else None
        if held is None:
            yield entry
    if held is not None:
        yield held


def _is_title_of(entry: Entry, section: Entry) -> bool:
    """Whether the entry is the title of a § whose own line holds only number and dnr."""
    found = section_of(section.text)
    wordless = found is not None and not re.search(r"[^\W\d_]{4,}", found[1])
    if not wordless or entry.part or entry.section or entry.piece.form in (Form.ITEM, Form.TABLE):
        return False
    return len(entry.text) <= 2 * HEADING_LENGTH and not entry.text.rstrip().endswith((".", ":"))


def _titled(entries: Iterable[Entry]) -> list[Entry]:
    """The document's first heading, when nothing but a letterhead stands before it, becomes its title."""
    result = list(entries)
    for index, entry in enumerate(result[:12]):
        if entry.section or entry.part or (entry.sort is Sort.BODY and len(entry.text) > 2 * HEADING_LENGTH):
            break
        if entry.sort is Sort.HEADING:
            result[index] = replace(entry, rank=TITLE)
            break
        if index == 0 and _titles(entry, result[1:2]):
            result[0] = replace(entry, sort=Sort.HEADING, rank=TITLE)
            break
    return result


def _titles(entry: Entry, after: list[Entry]) -> bool:
    """Whether the first line of a document is its title although it is long, ends in a full stop or has little under it."""
    words = folded(entry.text)
    if entry.piece.form is not Form.TEXT or len(words) > HEADING_LENGTH or HEAD_LABEL.match(words) or not after:
        return False
    return not is_question(words) and not is_signature_line(words) and len(words.split()) > 1 and not words.endswith((":", ","))


def _signed(entries: list[Entry]) -> list[Entry]:
    """Runs of signing lines made one paragraph each; a run needs something that is beyond doubt a signature."""
    result: list[Entry] = []
    index = 0
    attendance = False
    while index < len(entries):
        entry = entries[index]
        attendance = _in_attendance(entry, attendance)
        end = index if attendance else _run_end(entries, index)
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
    while end < len(entries) and _may_sign(entries[end]):
        end += 1
    return end


def _may_sign(entry: Entry) -> bool:
    """Whether the entry could be a line of a signature."""
    if entry.section or entry.sort is Sort.CONTENTS or entry.piece.form in (Form.ITEM, Form.TABLE):
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
    held: Piece | None = None
    for entry in run:
        alone = approves(entry.text) and bool(dates(entry.text))
        if held is not None and (alone or RECORDER.match(entry.text)):
            yield _signature(held)
            held = None
        if alone:
            yield _signature(entry.piece)
        else:
            held = entry.piece if held is None else _together(held, entry.piece)
    if held is not None:
        yield _signature(held)


def _signature(piece: Piece) -> Entry:
    """A signing paragraph."""
    return Entry(replace(piece, form=Form.TEXT, emphasis=False, level=None), Sort.SIGNATURE)


def _together(before: Piece, after: Piece) -> Piece:
    """Two pieces as one, with a blank between."""
    begin = len(before.text) + 1
    turned = (begin,) if before.last_page != after.page else ()
    moved = tuple(begin + offset for offset in after.page_breaks)
    return replace(before, text=f"{before.text} {after.text}", page_breaks=before.page_breaks + turned + moved)
