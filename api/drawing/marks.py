"""Where a paragraph or a quote stands on a page, as rectangles, a line each. No place is better than a wrong one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from api.drawing.letters import Boxes, Letters, Stream, folded
from indexer.model import Paragraph

Found = Literal["quote", "paragraph", "nothing"]
_CONTEXT: Final = 40  # folded letters of the paragraph before or after, which tell one of several places
_MARKER: Final = 12  # letters that a list's marker may put between two paragraphs
_SHORTEST: Final = 12  # folded letters of a quote that is looked for on the whole page
_SAME_LINE: Final = 0.5  # share of the lower line's height by which two letters of one line lie over each other
_FAR: Final = 4.0  # heights of a letter: a wider gap in a line parts two columns


class Mark(NamedTuple):
    """A rectangle in fractions of the page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Passage:
    """What is looked for on one page, folded.

    text: the paragraph's part on this page. quote: the quoted part of that, "" when nothing is quoted here.
    before, after: what stands before and after it in the document. elsewhere: what is quoted stands on other pages.
    """

    text: str
    quote: str = ""
    before: str = ""
    after: str = ""
    elsewhere: bool = False


def passage(paragraphs: Sequence[Paragraph], at: int, page: int, quote: str) -> Passage:
    """What of the paragraph `paragraphs[at]` stands on a page. quote: "" for the whole paragraph."""
    one = paragraphs[at]
    parts = pages_of(one)
    text = folded(parts.get(page, ""))
    before = folded(paragraphs[at - 1].text)[-_CONTEXT:] if at and page == one.place.page else ""
    after = folded(paragraphs[at + 1].text)[:_CONTEXT] if at + 1 < len(paragraphs) and page == max(parts) else ""
    quoted = {number: _quoted(parts, number, folded(quote)) for number in (*parts, page)}
    return Passage(text, quoted[page], before, after, elsewhere=any(quoted.values()) and not quoted[page])


def pages_of(paragraph: Paragraph) -> dict[int, str]:
    """The parts of a paragraph's text by the page on which each stands."""
    first, ends = paragraph.place.page or 0, (*paragraph.place.page_breaks, len(paragraph.text))
    return {
        first + nth: paragraph.text[start:end] for nth, (start, end) in enumerate(zip((0, *ends), ends, strict=False))
    }


def marks(letters: Letters, wanted: Passage) -> tuple[Found, list[Mark]]:
    """The rectangles of the quote, or of the paragraph where nothing is quoted or the quote is not in it."""
    if wanted.elsewhere:
        return "nothing", []
    for stream in letters.orders:
        start = _only_place(stream, wanted)
        if start is not None:
            inside = wanted.text.find(wanted.quote) if wanted.quote else -1
            if inside >= 0:
                return "quote", _lines(letters.boxes, stream, start + inside, len(wanted.quote))
            return "paragraph", _lines(letters.boxes, stream, start, len(wanted.text))
    if len(wanted.quote) >= _SHORTEST:
        for stream in letters.orders:
            if len(places := stream.places(wanted.quote)) == 1:
                return "quote", _lines(letters.boxes, stream, places[0], len(wanted.quote))
    return "nothing", []


def _quoted(parts: dict[int, str], page: int, quote: str) -> str:
    """The part of a folded quote that stands on the page."""
    texts = {number: folded(part) for number, part in parts.items()}
    start = "".join(texts.values()).find(quote)
    if not quote or start < 0:
        return ""
    ahead = sum(len(text) for number, text in texts.items() if number < page)
    return texts.get(page, "")[max(start - ahead, 0) : max(start + len(quote) - ahead, 0)]


def _only_place(stream: Stream, wanted: Passage) -> int | None:
    """Where the paragraph starts; of several places the one that its neighbours stand by."""
    places = stream.places(wanted.text)
    if len(places) > 1:
        places = [place for place in places if _beside(stream, place, wanted)]
    return places[0] if len(places) == 1 else None


def _beside(stream: Stream, start: int, wanted: Passage) -> bool:
    end = start + len(wanted.text)
    ahead = stream.text[max(start - len(wanted.before) - _MARKER, 0) : start]
    behind = stream.text[end : end + len(wanted.after) + _MARKER]
    return bool(wanted.before and wanted.before in ahead) or bool(wanted.after and wanted.after in behind)


def _lines(boxes: Boxes, stream: Stream, start: int, length: int) -> list[Mark]:
    """The letters' boxes joined line by line, in the order of reading."""
    return list(_joined(Mark(*map(float, boxes[at])) for at in dict.fromkeys(stream.at[start : start + length])))


def _joined(letters: Iterator[Mark]) -> Iterator[Mark]:
    held: Mark | None = None
    for letter in letters:
        if letter.right <= letter.left or letter.bottom <= letter.top:
            continue
        if held is not None and _on_line(held, letter):
            held = Mark(
                min(held.left, letter.left),
                min(held.top, letter.top),
                max(held.right, letter.right),
                max(held.bottom, letter.bottom),
            )
            continue
        if held is not None:
            yield held
        held = letter
    if held is not None:
        yield held


def _on_line(line: Mark, letter: Mark) -> bool:
    height = min(line.bottom - line.top, letter.bottom - letter.top)
    over = min(line.bottom, letter.bottom) - max(line.top, letter.top)
    return over >= _SAME_LINE * height and -_FAR * height <= letter.left - line.right <= _FAR * height
