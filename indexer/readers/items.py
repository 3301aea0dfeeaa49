"""List items as they are typed: a marker at the start of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A dash before an amount can be a minus parted from its number, so a dash needs a blank after it as the others do.
_MARKED = re.compile(
    r"\s*(?P<marker>[-–—•●▪■◦‣·*]|(?P<number>\d{1,2})[.)]|(?P<letter>[a-zåäö])\))[ \t\u00a0]+(?P<text>\S.*)", re.DOTALL
)


@dataclass(frozen=True)
class Item:
    """One list item: marker as written, the text after it, its number in its list (0 for bullets)."""

    marker: str
    text: str
    number: int = 0


def item_of(line: str) -> Item | None:
    """The list item that the line begins, None when it begins none."""
    found = _MARKED.match(line)
    if found is None:
        return None
    number, letter = found["number"], found["letter"]
    order = int(number) if number else "abcdefghijklmnopqrstuvwxyzåäö".index(letter) + 1 if letter else 0
    return Item(found["marker"], found["text"], order)
