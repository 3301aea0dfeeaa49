"""From blocks to pieces: which line break ends a paragraph and which is only a wrap, and what a page break tore apart.

Three styles occur: one line a paragraph; lines wrapped at a width; several one-line paragraphs without a blank line
between. The style is read off the document's own lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from indexer.model import Block, Form, RawDocument
from indexer.structure.folding import ends_sentence, starts_low, tolerant
from indexer.structure.headings import part_of
from indexer.structure.letterhead import is_letterhead
from indexer.structure.parting import parted
from indexer.structure.pieces import Piece
from indexer.structure.sections import section_head, section_of
from indexer.structure.signatures import is_signature_line

MARKER = re.compile(
    r"^\s*(?P<marker>[-–•*·▪●◦‣➢□]|[e°¢](?=\s+[A-ZÅÄÖ])|\d{1,2}[.)]|[a-z]\)|[A-Z]/)"
    r"(?:\s+(?=\S)|(?<=[-–•])(?=[A-ZÅÄÖ]))"
)
CLAUSE = re.compile(r"(?i:att) \S")
MOVING = tolerant(
    r"\b(?:beslutar|beslutade|föreslår|föreslås|yrkar|yrkas|hemställer|därför|följande)(?: (?:vi|jag|därför))*:?$"
)
LONGEST_WORD = 60  # characters
LINE_HYPHEN = re.compile(r"(?P<head>[^\W\d_]+)-$")
FIRST_WORD = re.compile(r"\S+")
HANGING = {"och", "eller", "samt", "respektive", "som"}  # "barn- och ungdomsvård" keeps hyphen and space
SHORTEST_WRAP, FEWEST_LINES = 40, 3  # characters and lines from which the style of a document shows
WIDEST_WRAP = 130  # characters; longer lines are whole paragraphs
SLACK = 0.97  # of the width: from here on a line counts as full
FILLED, FEWEST_FILLED = 0.7, 0.5  # of the width, and the share of lines that reach it at which a document is wrapped
FEWEST_OPEN = 0.4  # share of inner lines without a full stop at which a document counts as wrapped

Known = Callable[[str], bool]


@dataclass(frozen=True)
class Line:
    """One line of a block: where it starts in the block's text, and its words."""

    start: int
    text: str


@dataclass(frozen=True)
class Style:
    """How the document breaks its lines.

    laid_out: the reader has seen the page and its blocks are paragraphs. width: characters at which lines are wrapped,
    None when they are whole paragraphs.
    """

    laid_out: bool
    width: int | None


def pieces(raw: RawDocument, known: Known) -> list[Piece]:
    """The document's paragraphs in reading order, lines joined and torn paragraphs mended.

    known: whether a word exists, asked when a word is broken at a line end.
    """
    style = Style(raw.format == "pdf", wrap_width(raw.blocks))
    split = [part for block in raw.blocks for piece in _pieces_of(block, style, known) for part in parted(piece)]
    return list(_mended(split, known))


def wrap_width(blocks: Iterable[Block]) -> int | None:
    """The width in characters at which the lines are wrapped, None when lines are whole paragraphs."""
    inner = [
        line
        for block in blocks
        if block.form is not Form.TABLE
        for line in (part.strip() for part in block.text.strip().split("\n")[:-1])
        if len(line) >= SHORTEST_WRAP
    ]
    if len(inner) < FEWEST_LINES:
        return None
    lengths = sorted(map(len, inner))
    width = lengths[int(len(lengths) * 0.95) if len(lengths) > 20 else -1]
    open_lines = sum(not ends_sentence(line) for line in inner)
    filled = sum(len(line) >= FILLED * width for line in inner)
    wrapped = open_lines >= FEWEST_OPEN * len(inner) and filled >= FEWEST_FILLED * len(inner)
    return width if width <= WIDEST_WRAP and wrapped else None


def _pieces_of(block: Block, style: Style, known: Known) -> Iterable[Piece]:
    """One block cut where its paragraphs end."""
    if block.form is Form.TABLE:
        yield _piece(block, [Line(0, block.text)], known)
        return
    group: list[Line] = []
    lines = _stacked(block.text) if block.form is Form.HEADING else _lines(block.text)
    for line in lines:
        if group and _ends_paragraph(group, line.text, style, block):
            yield _piece(block, group, known)
            if section_of(group[0].text) and block.level is not None:
                block = replace(block, level=block.level + 1)
            group = []
        group.append(line)
    if group:
        yield _piece(block, group, known)


def _lines(text: str) -> Iterable[Line]:
    """The lines with words on them, edges stripped."""
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            yield Line(start + raw.index(stripped[0]), stripped)
        start += len(raw) + 1


def _stacked(text: str) -> Iterable[Line]:
    """The lines of a heading; two headings of the dictionary that a reader took for one are two lines."""
    for line in _lines(text):
        gaps = [gap for gap in re.finditer(r" (?=[A-ZÅÄÖ])", line.text) if not part_of(line.text)]
        cut = next((gap for gap in gaps if _opens(line.text[: gap.start()]) and part_of(line.text[gap.end() :])), None)
        if cut is None:
            yield line
        else:
            yield Line(line.start, line.text[: cut.start()])
            yield Line(line.start + cut.end(), line.text[cut.end() :])


def _opens(text: str) -> bool:
    """Whether the line is a heading by itself: of the dictionary, or of a §."""
    return part_of(text) is not None or section_of(text) is not None


def _ends_paragraph(group: list[Line], after: str, style: Style, block: Block) -> bool:
    """Whether a paragraph ends between the lines of `group` and the line `after`."""
    before = group[-1].text
    full = style.width is not None and len(before) + 1 + len(_first_word(after)) > style.width * SLACK
    goes_on = starts_low(after) and not ends_sentence(before) and not _is_clause(before, after)
    if block.form is Form.HEADING:
        return bool(_opens(group[0].text) and part_of(after))
    if full and goes_on:
        return False
    if (part_of(before) and len(group) == 1) or part_of(after) or (before.endswith(":") and not starts_low(after)):
        return True
    if style.laid_out:
        ended = ends_sentence(before) and not starts_low(after)
        head = section_head(after)
        opens = head is not None and not (head.mark and full)
        return ended or opens or _is_item(after) or is_letterhead(after)
    return _begins(before, after, full) or not (full or goes_on)


def _is_clause(before: str, after: str) -> bool:
    """Whether the line is one of a list of clauses: "Nämnden beslutar / att … / att …"."""
    return CLAUSE.match(after) is not None and (
        CLAUSE.match(before) is not None or MOVING.search(before[-LONGEST_WORD:]) is not None
    )


def _is_item(line: str) -> bool:
    """Whether a line of a laid-out paragraph opens an item: a marker before a capital."""
    found = MARKER.match(line)
    return found is not None and not found["marker"][0].isdigit() and line[found.end() : found.end() + 1].isupper()


def _begins(before: str, after: str, full: bool) -> bool:
    """Whether the line opens a §, an item or a line of signature; a full line before may have wrapped a number over."""
    if section_of(after):
        return not full
    if MARKER.match(after):
        return not full or ends_sentence(before) or not after[0].isdigit()
    return is_signature_line(before) and is_signature_line(after)


def _first_word(line: str) -> str:
    """The word that would have had to fit on the line before."""
    found = FIRST_WORD.search(line)
    return found[0] if found else ""


def _piece(block: Block, lines: list[Line], known: Known) -> Piece:
    """The lines as one piece, the page breaks moved to their offsets in it."""
    start = lines[0].start
    passed = sum(offset <= start for offset in block.page_breaks)
    text, starts = _joined(lines, known)
    breaks = [
        starts[index] + max(0, offset - lines[index].start)
        for offset in block.page_breaks[passed:]
        if (index := _line_at(lines, offset)) is not None
    ]
    piece = Piece(
        text=text,
        form=_form(block, text),
        page=None if block.page is None else block.page + passed,
        page_breaks=tuple(sorted({offset for offset in breaks if 0 < offset < len(text)})),
        level=block.level,
        marker=block.marker if lines[0].start <= len(block.text) - len(block.text.lstrip()) else "",
        emphasis=block.emphasis,
        rows=block.rows,
    )
    return piece if piece.marker or block.form is not Form.TEXT else _marked(piece)


def _form(block: Block, text: str) -> Form:
    """The block's form; bold words that go on with a sentence are no heading."""
    return Form.TEXT if block.form is Form.HEADING and starts_low(text) and ends_sentence(text) else block.form


def _line_at(lines: list[Line], offset: int) -> int | None:
    """Index of the line that holds `offset` or is the first after it; None when the piece ends before."""
    return next((index for index, line in enumerate(lines) if line.start + len(line.text) > offset), None)


def _joined(lines: list[Line], known: Known) -> tuple[str, list[int]]:
    """The lines as one text, and where each begins in it."""
    text, starts = lines[0].text, [0]
    for line in lines[1:]:
        text, begin = append(text, line.text, known)
        starts.append(begin)
    return text, starts


def append(text: str, after: str, known: Known) -> tuple[str, int]:
    """`after` joined to `text` (a broken word made whole again), and the offset at which it begins."""
    broken = LINE_HYPHEN.search(text[-LONGEST_WORD:])
    first = re.match(r"[^\W\d_]+", after)
    if not broken or not first or first[0] in HANGING:
        return f"{text} {after}", len(text) + 1
    head = broken["head"]
    if starts_low(after) and not head[-1].isupper() and (known(head + first[0]) or not known(head)):
        return text[:-1] + after, len(text) - 1
    return text + after, len(text)


def _marked(piece: Piece) -> Piece:
    """A text that begins with a list marker becomes an item, unless it is a heading with a number."""
    found = MARKER.match(piece.text)
    if found is None and CLAUSE.match(piece.text) and starts_low(piece.text):
        return replace(piece, form=Form.ITEM)
    if found is None or part_of(piece.text):
        return piece
    cut = found.end()
    breaks = tuple(offset - cut for offset in piece.page_breaks if offset > cut)
    return replace(piece, text=piece.text[cut:], page_breaks=breaks, marker=found["marker"], form=Form.ITEM)


def _mended(split: list[Piece], known: Known) -> Iterable[Piece]:
    """Pieces with those joined that a blank line or a page break cut in mid-sentence."""
    held: Piece | None = None
    for piece in split:
        if held is not None and _torn(held, piece):
            held = _together(held, piece, known)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _torn(before: Piece, after: Piece) -> bool:
    """Whether `after` goes on with the sentence that `before` left open."""
    if _is_clause(before.text, after.text) and before.last_page == after.page:
        return False
    if after.form is not Form.TEXT or before.form not in (Form.TEXT, Form.ITEM):
        return False
    if before.form is Form.ITEM and before.last_page == after.page and before.page is not None:
        return False
    if ends_sentence(before.text) or not starts_low(after.text):
        return False
    return not (part_of(before.text) or part_of(after.text) or section_of(before.text) or is_signature_line(after.text))


def _together(before: Piece, after: Piece, known: Known) -> Piece:
    """Two torn halves as one piece."""
    text, begin = append(before.text, after.text, known)
    turned = (begin,) if before.last_page != after.page else ()
    moved = tuple(begin + offset for offset in after.page_breaks)
    return replace(before, text=text, page_breaks=before.page_breaks + turned + moved)
