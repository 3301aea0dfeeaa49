"""The words of one DOCX paragraph: as they read once tracked changes are accepted, without what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from indexer.readers.docx_parts import w
from indexer.readers.docx_styles import Styles

_OFFICE_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says again what Choice says
_SKIPPED = {
    w(name)
    for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "txbxContent", "rt", "sdtPr")
} | {_FALLBACK}
_SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}


def lines_of(paragraph: Any, styles: Styles) -> list[tuple[str, bool]]:
    """The lines of the paragraph, each with whether all of its words stand out as bold or large."""
    lines: list[tuple[str, bool]] = [("", True)]
    for text, run in _runs(paragraph):
        if run is not None and styles.is_hidden(run, paragraph):
            continue
        for number, part in enumerate(text.split("\n")):
            line, outstanding = ("", True) if number else lines.pop()
            if part.strip() and outstanding:
                outstanding = run is not None and styles.stands_out(run, paragraph)
            lines.append((line + part, outstanding))
    return lines


def is_prompt(element: Any) -> bool:
    """Whether the element is a content control that nobody has filled in: it shows "Click to enter text"."""
    properties = element.find(w("sdtPr"))
    return properties is not None and properties.find(w("showingPlcHdr")) is not None


def text_boxes(paragraph: Any) -> Iterator[Any]:
    """The content of text boxes anchored in the paragraph, each once."""
    for child in paragraph.iterchildren("*"):
        if child.tag == w("txbxContent"):
            yield child
        elif child.tag not in _SKIPPED:
            yield from text_boxes(child)


def _runs(element: Any, run: Any = None) -> Iterator[tuple[str, Any]]:
    """Each piece of text with the run it stands in."""
    for child in element.iterchildren("*"):
        if child.tag in _SKIPPED or is_prompt(child):
            continue
        if child.tag in (w("t"), _OFFICE_MATH_TEXT):
            yield child.text or "", run
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag] if child.get(w("type")) is None else "\n", run
        else:
            yield from _runs(child, child if child.tag == w("r") else run)
