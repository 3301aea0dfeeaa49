"""An answer as a person reads it on a terminal: the text, then where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from api.matter import own_dnr_text
from api.words import words
from indexer.model import Document, Paragraph
from qa.compose.speakers import role_label, speaker_label
from qa.model import Answer, Citation, Hit

TITLE_WIDTH = 60
HEADING_WIDTH = 50
SHOWN_OF_A_HIT = 300

# Control characters in a document could repaint the terminal, and direction marks could reorder a line.
UNSHOWABLE = {
    code: None
    for code in (*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    if code not in (0x09, 0x0A)
}


def console(*, on_stderr: bool = False) -> Console:
    """A console that takes document text as it is: no markup, no guessing of colours."""
    return Console(stderr=on_stderr, markup=False, highlight=False, emoji=False)


def show_answer(answer: Answer, out: Console) -> None:
    """The answer, its citations, and the nearest paragraphs when nothing answered."""
    _line(out, Text(shown(answer.text), style="bold"))
    _cited(answer.citations, answer.language, out)
    if answer.related:
        out.print()
        _line(out, Text(words(answer.language)["related"]))
        _cited(answer.related, answer.language, out)


def show_hits(hits: Sequence[Hit], out: Console, language: str) -> None:
    """Ranked paragraphs, each with its place and how it begins."""
    if not hits:
        _line(out, Text(words(language)["no_hits"]))
    for rank, hit in enumerate(hits, start=1):
        page = hit.paragraph.place.page
        quote = shorten(hit.paragraph.readable, SHOWN_OF_A_HIT, placeholder=" …")
        source = _source(hit.document, hit.paragraph, language)
        _entry(out, f"{rank}.", source, _place(hit.paragraph, page, language), quote)


def _cited(citations: Sequence[Citation], language: str, out: Console) -> None:
    before: Citation | None = None
    if citations:
        out.print()
    for citation in citations:
        source = _source_after(before, citation, language)
        place = _place(citation.paragraph, citation.page, language)
        _entry(out, f"[{citation.number}]", source, place, f'"{_folded(citation.quote)}"')
        before = citation


def _entry(out: Console, mark: str, source: str, place: str, quote: str) -> None:
    """One source in three parts, the later ones set in under the first."""
    first = Text.assemble((f"{mark} ", "bold cyan"), (shown(source), ""))
    _line(out, first)
    _line(out, Text(shown(place), style="dim"), indent=4)
    _line(out, Text(shown(quote), style="green"), indent=4)


def _line(out: Console, text: Text, indent: int = 0) -> None:
    """Wrapped and set in on a terminal; one unbroken line where a program reads."""
    if out.is_terminal:
        out.print(Padding(text, (0, 0, 0, indent)))
    else:
        out.print(Text(" " * indent) + text, soft_wrap=True)


def _source_after(before: Citation | None, citation: Citation, language: str) -> str:
    """The source of a citation; where the one above named the document, only § and a dnr that is another."""
    document, paragraph = citation.document, citation.paragraph
    if before is None or before.document.id != document.id:
        return _source(document, paragraph, language)
    dnr = own_dnr_text(document, paragraph)
    known = dnr == own_dnr_text(before.document, before.paragraph)
    parts = (words(language)["same"], paragraph.place.section, "" if known else f"dnr {dnr}")
    return " · ".join(part for part in parts if part)


def _source(document: Document, paragraph: Paragraph, language: str) -> str:
    """The document by title, §, dnr and date."""
    title = shorten(document.title, TITLE_WIDTH, placeholder=" …")
    marks = _marks(document, paragraph, language)
    return " · ".join(part for part in (title, paragraph.place.section, *marks) if part)


def _marks(document: Document, paragraph: Paragraph, language: str) -> Iterator[str]:
    if dnr := own_dnr_text(document, paragraph):
        yield f"dnr {dnr}"
    if document.adjusted:
        yield f"{words(language)['adjusted']} {document.adjusted}"
    elif document.date:
        yield document.date


def _place(paragraph: Paragraph, page: int | None, language: str) -> str:
    """What the paragraph is worth, who speaks, under which heading, and where it stands."""
    word = words(language)
    heading = shorten(paragraph.place.headings[-1], HEADING_WIDTH, placeholder=" …") if paragraph.place.headings else ""
    number = f"{word['paragraph']} {paragraph.place.number}"
    where = f"{number} ({word['page']} {page})" if page is not None else number
    voice = speaker_label(paragraph.speaker, language)
    return " · ".join(part for part in (role_label(paragraph.role, language), voice, heading, where) if part)


def _folded(text: str) -> str:
    return " ".join(text.split())


def shown(text: str) -> str:
    """Text from a file without what a terminal would obey."""
    return text.translate(UNSHOWABLE)
