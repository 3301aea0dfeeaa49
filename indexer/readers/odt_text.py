"""The words of one ODT paragraph, its notes and the text boxes anchored in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from indexer.readers.odt_styles import Styles, q, whole

BOXES = {q(f"draw:{name}") for name in ("text-box", "custom-shape", "rect", "ellipse")}
_SKIPPED = BOXES | {
    q(name)
    for name in ("text:note", "office:annotation", "text:tracked-changes", "text:hidden-text", "text:ruby-text",
                 "draw:object", "draw:image", "svg:title", "svg:desc")
}  # fmt: skip
_SIGNS = {q("text:tab"): "\t", q("text:line-break"): "\n"}
_MOST_BLANKS = 200


def text_of(paragraph: Any, styles: Styles) -> tuple[str, bool]:
    """(the words, whether all of them are bold)."""
    parts: list[str] = []
    loose = False
    style = paragraph.get(q("text:style-name"), "")
    for text, bold in _pieces(paragraph, styles, styles.is_bold(style)):
        parts.append(text)
        loose = loose or (bool(text.strip()) and not bold)
    words = "".join(parts)
    return words, bool(words.strip()) and not loose


def inside(paragraph: Any, tags: set[str]) -> Iterator[Any]:
    """The outermost elements of those tags in the paragraph."""
    for child in paragraph.iterchildren("*"):
        if child.tag in tags:
            yield child
        elif child.tag != q("text:tracked-changes"):
            yield from inside(child, tags)


def _pieces(element: Any, styles: Styles, bold: bool) -> Iterator[tuple[str, bool]]:
    yield _folded(element.text), bold
    for child in element.iterchildren():
        if isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _piece(child, styles, bold)
        yield _folded(child.tail), bold


def _piece(child: Any, styles: Styles, bold: bool) -> Iterator[tuple[str, bool]]:
    style = child.get(q("text:style-name"), "")
    if child.tag == q("text:s"):
        yield " " * whole(child, "text:c", 1, _MOST_BLANKS), bold
    elif child.tag in _SIGNS:
        yield _SIGNS[child.tag], bold
    elif not (style and styles.is_hidden(style)):
        is_span = child.tag == q("text:span")
        yield from _pieces(child, styles, bold or (is_span and styles.is_bold(style)))


def _folded(text: str | None) -> str:
    # White space in the file means one blank; blanks that count are written as text:s (OpenDocument 1.3, 6.1.2).
    if not text:
        return ""
    words = " ".join(text.split(" ")).replace("\t", " ").replace("\n", " ").replace("\r", " ")
    while "  " in words:
        words = words.replace("  ", " ")
    return words
