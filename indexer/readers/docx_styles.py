"""What the styles of a DOCX say of a paragraph or run: heading depth, bold, size, hidden, its list.

A property is looked up on the element itself, then along the chain of styles that each is based on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from indexer.readers.docx_parts import is_on, value, w

_HEADING_NAME = re.compile(r"(?:heading|rubrik|überschrift|overskrift)\s*(\d)$", re.IGNORECASE)
_TITLE_NAMES = {"title", "titel", "rubrik", "huvudrubrik", "dokumentrubrik"}
_CONTENTS_NAME = re.compile(r"(?:toc|innehåll)\s*\d$", re.IGNORECASE)
_LARGER = 1.15  # than the body: a run set that large stands out as bold does
_DEEPEST = 50  # styles based on one another in a ring would never end


class Styles:
    """The styles part, indexed. `root` is its root element, None when the document has none."""

    def __init__(self, root: Any) -> None:
        found = [] if root is None else root.findall(w("style"))
        self._by_id = {style.get(w("styleId")): style for style in found}
        defaults = [style for style in found if style.get(w("default")) in ("1", "true")]
        self._default = next((style for style in defaults if style.get(w("type")) == "paragraph"), None)
        run = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self._size = self._size_of(self._default) or _points(value(run, "sz")) or 20.0

    def heading_level(self, paragraph: Any) -> int | None:
        """Depth from 1 when the paragraph is a heading, else None."""
        properties = paragraph.find(w("pPr"))
        outline = value(properties, "outlineLvl")
        for style in self._chain(paragraph):
            name = value(style, "name").strip()
            if name.lower() in _TITLE_NAMES:
                return 1
            numbered = _HEADING_NAME.match(name)
            if numbered:
                return max(1, int(numbered[1]))
            outline = outline or value(style.find(w("pPr")), "outlineLvl")
        return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else None

    def is_contents(self, paragraph: Any) -> bool:
        """Whether the paragraph is a line of a table of contents."""
        return any(_CONTENTS_NAME.match(value(style, "name")) for style in self._chain(paragraph))

    def numbering_of(self, paragraph: Any) -> tuple[str, int] | None:
        """(numId, level) of the list that the paragraph is in, None when in none."""
        level = ""
        for properties in (paragraph.find(w("pPr")), *(s.find(w("pPr")) for s in self._chain(paragraph))):
            stated = None if properties is None else properties.find(w("numPr"))
            if stated is not None:
                level = level or value(stated, "ilvl")
                number = value(stated, "numId")
                if number:
                    return None if number == "0" else (number, int(level) if level.isdigit() else 0)
        return None

    def style_numbering(self, style_id: str) -> str:
        """The numId that a numbering style stands for, "" when none."""
        style = self._by_id.get(style_id)
        return "" if style is None else value(style.find(f"{w('pPr')}/{w('numPr')}"), "numId")

    def style_id_of(self, paragraph: Any) -> str:
        """The paragraph's own style, "" when it is the default."""
        return value(paragraph.find(w("pPr")), "pStyle")

    def is_hidden(self, run: Any, paragraph: Any) -> bool:
        """Whether the run is hidden text."""
        return bool(self._stated(run, paragraph, "vanish"))

    def stands_out(self, run: Any, paragraph: Any) -> bool:
        """Whether the run is bold, or larger than the body."""
        if self._stated(run, paragraph, "b"):
            return True
        sizes = (_points(value(properties, "sz")) for properties in self._run_properties(run, paragraph))
        return (next(filter(None, sizes), 0.0) or self._size) > self._size * _LARGER

    def _stated(self, run: Any, paragraph: Any, name: str) -> bool | None:
        answers = (is_on(properties, name) for properties in self._run_properties(run, paragraph))
        return next((answer for answer in answers if answer is not None), None)

    def _run_properties(self, run: Any, paragraph: Any) -> Iterator[Any]:
        own = run.find(w("rPr"))
        yield own
        for style in (*self._based_on(value(own, "rStyle")), *self._chain(paragraph)):
            yield style.find(w("rPr"))

    def _chain(self, paragraph: Any) -> list[Any]:
        style_id = value(paragraph.find(w("pPr")), "pStyle")
        chain = self._based_on(style_id)
        return chain or ([] if self._default is None else [self._default])

    def _based_on(self, style_id: str) -> list[Any]:
        chain: list[Any] = []
        while style_id in self._by_id and len(chain) < _DEEPEST:
            chain.append(self._by_id[style_id])
            style_id = value(chain[-1], "basedOn")
        return chain

    def _size_of(self, style: Any) -> float:
        return 0.0 if style is None else _points(value(style.find(w("rPr")), "sz"))


def _points(half_points: str) -> float:
    try:
        return float(half_points)
    except ValueError:
        return 0.0
