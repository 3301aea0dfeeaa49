"""Does a text hold an entry of a golden case: white space folded, letters of either case, numbers whole."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")


def fold(text: str) -> str:
    """Lower-cased, white space of every width folded to one space."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip().lower()


def either(entry: str, text: str) -> bool:
    """Does the folded text hold the entry? "a|b" is either."""
    return any(occurs(fold(option), text) for option in entry.split("|") if option.strip())


def occurs(wanted: str, text: str) -> bool:
    """Substring, but a number is matched whole: "12" is neither in "312" nor in "12,5"."""
    before = r"(?<!\d)(?<!\d[.,])" if wanted[:1].isdigit() else ""
    if re.match(r"\d{3}(?!\d)", wanted):
        before += r"(?<!\d )"  # the last group of a longer number
    after = r"(?!\d)(?![.,]\d)(?! \d{3}(?!\d))" if wanted[-1:].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, text) is not None
