"""Line-end hyphens: which to drop when two lines are joined, and which belong to the word.

A hyphen at a line's end may part a word ("utveckl-" + "ingsområde"), belong to it ("Norra-" + "Sund"), stand for a
part left out ("stadsdels-" + "och"), or be a minus sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

SOFT = "\u00ad"  # what readers hand over for a hyphen that stands at a line's end
_HYPHENS = "-\u2010" + SOFT
_LEFT = re.compile(r"(?:^|(?<=[\s(\[\"”'/–—]))([^\s(\[\"”'/–—]*)$")
_RIGHT = re.compile(r"[^\W\d_]+")
_LEFT_OUT = frozenset(("och", "eller", "samt", "respektive"))
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,}|\w|.*\d.*|.*:.*", re.DOTALL)


def join_lines(lines: Iterable[str], known: Callable[[str], bool] | None = None) -> str:
    """The lines as one text: words parted by a hyphen are made whole, other lines are joined by a space."""
    text = ""
    for line in lines:
        text = join(text, line, known) if text else line
    return text.rstrip(SOFT)


def join(first: str, second: str, known: Callable[[str], bool] | None = None) -> str:
    """Two lines as one. `known` tells whether a word is in the vocabulary; without it a lower-case part is joined."""
    if not first or not second or first[-1] not in _HYPHENS:
        return f"{first} {second}" if first and second else first or second
    body = first[:-1]
    left = _LEFT.search(body)
    part = left[1] if left else ""
    following = _RIGHT.match(second)
    if not part:  # a dash between words, or a minus sign
        return f"{body}-{second}" if body.endswith(("(", "[")) else f"{body}- {second}"
    if following and following[0].lower() in _LEFT_OUT:
        return f"{body}- {second}"
    if not following or _belongs(part, following[0], known):
        return f"{body}-{second}"
    return body + second


def _belongs(part: str, following: str, known: Callable[[str], bool] | None) -> bool:
    """Whether the hyphen is part of the word as spelt."""
    if following[0].isupper() or _ABBREVIATION.fullmatch(part.split("-")[-1]):
        return not (part.isupper() and following.isupper() and len(part) > 3)
    if known is None or known(part + following):
        return False
    return known(f"{part}-{following}")
