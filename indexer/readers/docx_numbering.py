"""List numbers of a DOCX, which stand nowhere in its text: counted as Word does (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from typing import Any

from indexer.readers.counting import WRITTEN, bullet
from indexer.readers.docx_parts import is_on, value, w
from indexer.readers.docx_styles import Styles

LEVELS = 9


class Numbering:
    """Counts through one document: ask `marker` for each paragraph once, in order.

    root: root element of the numbering part, None when the document has none.
    """

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        abstract = [] if root is None else root.findall(w("abstractNum"))
        self._abstract = {element.get(w("abstractNumId")): element for element in abstract}
        self._numbers = {} if root is None else {num.get(w("numId")): num for num in root.findall(w("num"))}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def marker(self, paragraph: Any) -> str | None:
        """The paragraph's list marker as Word shows it, None when it is in no list."""
        place = self._styles.numbering_of(paragraph)
        number = None if place is None else self._numbers.get(place[0])
        if place is None or number is None:
            return None
        key, abstract = self._definition(number)
        level = self._level_by_style(abstract, paragraph, place[1])
        counts = self._counts.setdefault(key, [None] * LEVELS)
        self._count(counts, number, abstract, min(max(level, 0), LEVELS - 1))
        return self._write(counts, number, abstract, min(max(level, 0), LEVELS - 1))

    def _definition(self, number: Any) -> tuple[str, Any]:
        key = value(number, "abstractNumId")
        abstract = self._abstract.get(key)
        link = value(abstract, "numStyleLink")
        if link:  # the definition stands with the numbering style of that name
            linked = self._numbers.get(self._styles.style_numbering(link))
            key = value(linked, "abstractNumId", key)
            abstract = self._abstract.get(key, abstract)
        return key, abstract

    def _level_by_style(self, abstract: Any, paragraph: Any, level: int) -> int:
        style = self._styles.style_id_of(paragraph)
        stated = paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}")
        if abstract is not None and style and stated is None:
            for candidate in abstract.findall(w("lvl")):
                if value(candidate, "pStyle") == style:
                    return int(candidate.get(w("ilvl"), level))
        return level

    def _count(self, counts: list[int | None], number: Any, abstract: Any, level: int) -> None:
        restart = self._override(number, level)
        begin = (str(number.get(w("numId"))), level)
        if restart is not None and begin not in self._begun:
            counts[level] = restart
        elif counts[level] is None:
            counts[level] = self._start(number, abstract, level)
        else:
            counts[level] = (counts[level] or 0) + 1
        self._begun.add(begin)
        for deeper in range(level + 1, LEVELS):
            if value(self._level(number, abstract, deeper), "lvlRestart") != "0":
                counts[deeper] = None

    def _start(self, number: Any, abstract: Any, level: int) -> int:
        start = value(self._level(number, abstract, level), "start", "1")
        return int(start) if start.isdigit() else 1

    def _override(self, number: Any, level: int) -> int | None:
        for override in number.findall(w("lvlOverride")):
            start = value(override, "startOverride")
            if override.get(w("ilvl")) == str(level) and start.isdigit():
                return int(start)
        return None

    def _level(self, number: Any, abstract: Any, level: int) -> Any:
        for holder in (*number.findall(w("lvlOverride")), abstract):
            for candidate in () if holder is None else holder.findall(w("lvl")):
                if candidate.get(w("ilvl")) == str(level):
                    return candidate
        return None

    def _write(self, counts: list[int | None], number: Any, abstract: Any, level: int) -> str:
        definition = self._level(number, abstract, level)
        pattern = value(definition, "lvlText")
        if value(definition, "numFmt", "decimal") == "bullet":
            return bullet(pattern)

        def count(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            wanted = self._level(number, abstract, place)
            written = "decimal" if is_on(definition, "isLgl") else value(wanted, "numFmt", "decimal")
            reached = counts[place]
            shown = self._start(number, abstract, place) if reached is None else reached
            return WRITTEN.get(written, str)(shown)

        return re.sub(r"%([1-9])", count, pattern).strip()
