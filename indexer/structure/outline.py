"""The skeleton of a document: which pieces are headings of what rank, which sign, which only list the contents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from indexer.model import Form
from indexer.structure.agenda import with_agenda
from indexer.structure.attendance import with_attendance
from indexer.structure.bodies import names_sender
from indexer.structure.contents import without_contents
from indexer.structure.entry import MAIN, SECTION, SUB, TITLE, Entry, Sort, together
from indexer.structure.folding import bare, ends_sentence, folded, starts_low, tolerant
from indexer.structure.headings import Part, part_of
from indexer.structure.letterhead import is_letterhead
from indexer.structure.numbering import Head, Numbering, numbering
from indexer.structure.pieces import Piece
from indexer.structure.questions import is_question
from indexer.structure.references import labelled_dnrs
from indexer.structure.sections import SectionHead, section_head, wordless
from indexer.structure.signatures import is_signature_line
from indexer.structure.signing import signed

HEADING_LENGTH = 160  # characters
SHORT_LINE = 90  # characters of a heading that only its shortness gives away
FOLLOWS = 100  # characters of the text that such a heading must stand over
STARRED = re.compile(r"^\s*\*\*(?P<words>[^*]+)\*\*\s*:?\s*$")
NUMBERED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s*(?=[A-ZÅÄÖ])")
STYLED = 3  # headings from which a document shows that it sets them apart, or numbers them
TITLE_ENTRIES = 12  # a title stands among the first
FEW = 2  # § that an official's account may refer to
FURNITURE_LINES = 4  # at most, between a § and its title
TITLE_TOO = tolerant(  # words of the dictionary that an item of the agenda can be called
    r"(?:fastställande av |godkännande av )?(?:dagordning(?:en)?|föredragningslista(?:n)?)|ärendelista|jäv"
    r"|delgivning(?:ar)?|anföranden?|val av justerare|information(?:er)?|bilagor"
)
PAPERS = tolerant(r"besluts?underlag|underlag (?:för|till) beslut(?:et)?|(?:ärendets )?handlingar(?: i ärendet)?")
LIST_SIGNS = re.compile(r"^[\d\W]+$")


def outline(pieces: list[Piece]) -> list[Entry]:
    """The pieces of a document, each with its place in the skeleton."""
    entries = list(with_agenda(list(without_contents(_merged_sections(_entries(pieces))))))
    in_minutes = any(entry.section for entry in entries)
    return signed(_titled(with_attendance(entries) if in_minutes else entries))


def _entries(pieces: list[Piece]) -> list[Entry]:
    """Each piece judged by itself and, where headings are not set apart, by the length of the one after it."""
    numbered = numbering(_heads(pieces))
    styled = sum(piece.form is Form.HEADING or piece.emphasis for piece in pieces) >= STYLED
    entries = []
    for index, piece in enumerate(pieces):
        after = pieces[index + 1] if index + 1 < len(pieces) and not styled else None
        entries.append(_entry(piece, after, index, numbered))
    return list(_ranked_by_number(entries))


def _heads(pieces: list[Piece]) -> list[Head]:
    """The lines that carry a §; none where they are few and below a proposal or among the papers that it rests on."""
    heads = [(index, head) for index, piece in enumerate(pieces) if (head := _section(piece))]
    before = pieces[: heads[0][0]] if 0 < len(heads) <= FEW else []
    below = any(part_of(piece.text) is Part.PROPOSAL or PAPERS.fullmatch(bare(piece.text)) for piece in before)
    return [] if below else heads


def _ranked_by_number(entries: list[Entry]) -> Iterable[Entry]:
    """Where headings are numbered, one without a number stands under the last numbered one, whatever its size."""
    numbered = [entry for entry in entries if entry.sort is Sort.HEADING and NUMBERED.match(entry.text)]
    last: int | None = None
    for entry in entries:
        if entry.sort is Sort.HEADING and not entry.section and len(numbered) >= STYLED:
            if NUMBERED.match(entry.text):
                last = entry.rank
            elif last is not None and entry.part is None:
                entry = replace(entry, rank=max(entry.rank, last + 1))
        yield entry


def _entry(piece: Piece, after: Piece | None, index: int, numbered: Numbering) -> Entry:
    """One piece with its place: contents when its § comes again later, else heading or body."""
    if index in numbered.contents:
        return Entry(piece, Sort.CONTENTS)
    if opened := numbered.opening.get(index):
        return Entry(piece, Sort.HEADING, SECTION, None, opened.section)
    if piece.form is Form.TABLE:
        return Entry(piece)
    part = part_of(piece.text) if piece.form is not Form.ITEM or piece.marker[:1].isdigit() else None
    if part:
        return Entry(piece, Sort.HEADING, _rank(piece, MAIN), part)
    if is_heading(piece, after):
        return Entry(piece, Sort.HEADING, _rank(piece, SUB))
    return Entry(piece)


def _section(piece: Piece) -> SectionHead | None:
    """The § that the piece carries, when it is a line of its own; the item's number may stand before it ("7. § 45")."""
    if piece.form is Form.TABLE or len(piece.text) > 3 * HEADING_LENGTH:
        return None
    if piece.form is Form.ITEM and (not piece.marker[:1].isdigit() or ends_sentence(piece.text)):
        return None
    return section_head(piece.text)


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
        return len(words) <= HEADING_LENGTH and not words.endswith((".", ",")) and not is_letterhead(words)
    if piece.form is Form.ITEM or ends_sentence(words) or starts_low(words) or words.endswith(","):
        return False
    if is_signature_line(words) or _before_title(Entry(piece)) or LIST_SIGNS.match(words):
        return False
    if piece.emphasis:
        return len(words) <= HEADING_LENGTH
    return len(words) <= SHORT_LINE and after is not None and _stands_over(words, after)


def _stands_over(words: str, after: Piece) -> bool:
    """Whether the short line is followed by a text long enough to be its section."""
    return (
        after.form in (Form.TEXT, Form.ITEM) and len(after.text) >= max(FOLLOWS, len(words)) and not is_question(words)
    )


def _merged_sections(entries: list[Entry]) -> Iterable[Entry]:
    """§ headings made one with the title that stands on the next lines; page furniture between comes after them."""
    held: Entry | None = None
    between: list[Entry] = []
    for entry in entries:
        if held is not None and _is_title_of(entry, held):
            held = replace(held, piece=together(held.piece, entry.piece))
            continue
        if held is not None and len(between) < FURNITURE_LINES and _lies_between(entry, held):
            between.append(entry)
            continue
        if held is not None:
            yield from (held, *between)
            between = []
        held = entry if entry.section else None
        if held is None:
            yield entry
    if held is not None:
        yield from (held, *between)


def _lies_between(entry: Entry, section: Entry) -> bool:
    """Whether the entry stands between a § without a title and its title: page marks, sender, date."""
    if entry.sort is not Sort.BODY or not _untitled(section) or section_head(entry.text):
        return False
    return _before_title(entry)


def _untitled(section: Entry) -> bool:
    """Whether the § has nothing but number and registry number yet."""
    head = section_head(section.text)
    return head is not None and wordless(head.title)


def _is_title_of(entry: Entry, section: Entry) -> bool:
    """Whether the entry is the title of a § whose own line holds only number and dnr, or the dnr before the title."""
    if entry.section or entry.sort is Sort.CONTENTS or entry.piece.form in (Form.ITEM, Form.TABLE):
        return False
    if not _untitled(section) or (entry.part and not TITLE_TOO.fullmatch(bare(entry.text))):
        return False
    if _before_title(entry) and not (labelled_dnrs(entry.text) and wordless(entry.text)):
        return False
    return len(entry.text) <= 2 * HEADING_LENGTH and not entry.text.rstrip().endswith((".", ":"))


def _titled(entries: Iterable[Entry]) -> list[Entry]:
    """The document's first heading, when nothing but a letterhead stands before it, becomes its title.

    Minutes of many § have none.
    """
    result = list(entries)
    if len({entry.section for entry in result if entry.section}) > 1:
        return result
    for index, entry in enumerate(result[:TITLE_ENTRIES]):
        if _before_title(entry):
            continue
        numbered = entry.section or entry.part or entry.rank == SECTION
        if not numbered and (entry.sort is Sort.HEADING or _titles(entry, result[index + 1 :])):
            result[index] = replace(entry, sort=Sort.HEADING, rank=TITLE)
        break
    return result


def _before_title(entry: Entry) -> bool:
    """Whether the line may stand over the title: date, registry number, sender, kind of document."""
    return is_letterhead(entry.text) or names_sender(entry.text)


def _titles(entry: Entry, after: list[Entry]) -> bool:
    """Whether the first line of a document is its title although it is long or has little under it."""
    words = folded(entry.text)
    if entry.piece.form is not Form.TEXT or len(words) > HEADING_LENGTH or not after or is_question(words):
        return False
    return not is_signature_line(words) and len(words.split()) > 1 and not words.endswith((":", ","))
