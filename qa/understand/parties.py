"""Parties as questions name them, with the marks that documents write."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from qa.understand.cues import pattern

_NAMES: Final[dict[str, str]] = {
    "M": r"moderaterna\w*|the moderates?\b|moderates\b|moderate party",
    "S": r"(?<!\w)social(?:demokrat\w*| democrats?)|(?<!\w)sosse\w*|labou?r party",
    "V": r"vänster(?:parti\w*|ns?\b)|left party",
    "C": r"center(?:parti\w*|ns?\b)|centre party|center party",
    "L": r"liberalerna\w*|the liberals?\b|liberals\b|liberal party",
    "MP": r"miljöparti\w*|green party|the greens",
    "KD": r"krist(?:demokrat\w*|en demokrat\w*)|christian democrats?",
    "SD": r"sverigedemokrat\w*|sweden democrats?",
}
_NAMED: Final = re.compile(
    "|".join(rf"\b(?P<{mark}>{names})" for mark, names in _NAMES.items()) + r"(?:['’]s?)?", re.IGNORECASE
)
_MARK: Final = re.compile(r"(?<![\w(])\(?(M|S|V|C|L|MP|KD|SD|FP|Fi)\)?(?::?s|['’]s)?(?![\w)])")
_NO_PARTY: Final = re.compile(r"\bvänstern? (?:sida|hand)|\bcentern? (?:of|for)\b", re.IGNORECASE)
WISHES: Final = pattern(
    r"""\b(?:vill|ville|velat|föresl\w+|önska\w*|begär\w*|kräv\w*|tänk\w+|lyft\w*|förslag\w*|yrka\w*
      |want\w*|propos\w+|suggest\w*|call(?:ed)?\ for|demand\w*|wish\w*|rais\w+|put\ forward)\b"""
)
"""Questions for what somebody wants or proposes, which may be put as a question in a letter."""
WRITERS: Final = pattern(r"\b(?:skribent\w*|brevskrivar\w*|motionär\w*|interpellant\w*|writers?|signatories|authors)\b")
"""Whoever wrote a letter, a motion or an interpellation."""


class Party(NamedTuple):
    """A party that a text names: its mark, and where."""

    mark: str
    start: int
    end: int


def parties(text: str) -> list[Party]:
    """The parties that a question names, by name or mark, in order."""
    if _NO_PARTY.search(text):
        return []
    named = [Party(str(one.lastgroup), one.start(), one.end()) for one in _NAMED.finditer(text)]
    marked = [Party(one[1], one.start(), one.end()) for one in _MARK.finditer(text)]
    return sorted((*named, *marked), key=lambda party: party.start)
