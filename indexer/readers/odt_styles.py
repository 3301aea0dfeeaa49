"""What the styles of an ODT say: bold, hidden, and how each level of a list is marked (OpenDocument 1.3 part 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from indexer.readers.counting import WRITTEN, bullet

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_BOLD = {"bold", "600", "700", "800", "900"}
_DEEPEST = 50


def q(name: str) -> str:
    """ "text:p" in Clark notation."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


def whole(element: Any, name: str, default: int, most: int = 10_000) -> int:
    """The attribute as a whole number from 0 to `most`."""
    stated = str(element.get(q(name), ""))
    return min(int(stated), most) if stated.isdigit() else default


@dataclass(frozen=True)
class Level:
    """How one level of a list is marked: a number in `number_format` ("": nothing), a bullet when it is None."""

    sign: str = ""
    number_format: str | None = None
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1  # how many levels the number shows: 2 for "1.2"

    def number(self, count: int) -> str:
        """The count as this level writes it, "" when it writes none."""
        return WRITTEN.get(self.number_format or "", str)(count)


class Styles:
    """The styles of content.xml and styles.xml, indexed by name."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[str, Any] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        for root in roots:
            for style in root.iter(q("style:style")):
                self._styles[style.get(q("style:name"), "")] = style
            for style in root.iter(q("text:list-style")):
                levels = (child for child in style.iterchildren("*") if child.get(q("text:level")))
                self._lists[style.get(q("style:name"), "")] = {whole(c, "text:level", 1): _level(c) for c in levels}

    def marker(self, list_style: str, counts: list[int]) -> str:
        """The marker of an item, given the counts of all levels down to its own."""
        level = self.level(list_style, len(counts))
        if level.number_format is None:
            return level.sign
        depths = range(max(1, len(counts) - level.shown + 1), len(counts) + 1)
        numbers = [self.level(list_style, depth).number(counts[depth - 1]) for depth in depths]
        return f"{level.prefix}{'.'.join(filter(None, numbers))}{level.suffix}".strip() if level.number_format else ""

    def level(self, list_style: str, depth: int) -> Level:
        """How a list in that style is marked at that depth (from 1); a bullet when the style does not say."""
        return self._lists.get(list_style, {}).get(depth, Level("•"))

    def heading_level(self, name: str) -> int | None:
        """Depth from 1 when a paragraph in that style is a heading by its style alone, else None."""
        return next(filter(None, map(_heading_depth, self._names(name))), None)

    def list_style_of(self, paragraph_style: str) -> str:
        """The list style that a paragraph style brings with it, "" when none."""
        return self._first(paragraph_style, lambda style: style.get(q("style:list-style-name")) or "")

    def is_bold(self, name: str) -> bool:
        """Whether text in that style is bold."""
        return self._text_property(name, "fo:font-weight") in _BOLD

    def is_hidden(self, name: str) -> bool:
        """Whether text in that style is not shown."""
        return self._text_property(name, "text:display") == "none"

    def _text_property(self, name: str, attribute: str) -> str:
        def stated(style: Any) -> str:
            properties = style.find(q("style:text-properties"))
            return "" if properties is None else str(properties.get(q(attribute), ""))

        return self._first(name, stated)

    def _first(self, name: str, stated: Any) -> str:
        styles = (self._styles[name] for name in self._names(name) if name in self._styles)
        return next(filter(None, (str(stated(style)) for style in styles)), "")

    def _names(self, name: str) -> Iterator[str]:
        """The style's name and those of the styles that it is based on."""
        for _ in range(_DEEPEST):
            yield name
            if name not in self._styles:
                return
            name = self._styles[name].get(q("style:parent-style-name"), "")


def _heading_depth(name: str) -> int | None:
    # Office programs keep these names English in the file, whatever their language.
    depth = name.removeprefix("Heading_20_")
    return 1 if name == "Title" else int(depth) if depth != name and depth.isdigit() else None


def _level(element: Any) -> Level:
    if element.tag != q("text:list-level-style-number"):
        return Level(bullet(element.get(q("text:bullet-char"), "")))
    return Level(
        number_format=element.get(q("style:num-format"), ""),
        prefix=element.get(q("style:num-prefix"), ""),
        suffix=element.get(q("style:num-suffix"), ""),
        start=whole(element, "text:start-value", 1),
        shown=max(1, whole(element, "text:display-levels", 1)),
    )
