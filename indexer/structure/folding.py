"""How words are recognised in text that OCR has damaged: patterns in which å, ä, ö may have become something else.

Tesseract with the English model turns å into a/4/é/d, ä into a/é/d/&, ö into o/6/é (documents.md section 2).
"""

from __future__ import annotations

import re
from functools import cache

CONFUSED = {"å": "[åaäéd4]", "ä": "[äaåéd&]", "ö": "[öo6éd]", "Å": "[ÅAÄ]", "Ä": "[ÄAÅ]", "Ö": "[ÖO0]"}
SWEDISH = re.compile(r"\[[^\]]*\]|[åäöÅÄÖ]")  # a character class of the pattern, or a letter outside of one
BLANKS = re.compile(r"\s+")
RESIDUE = re.compile(r"^[\s*_#]+|[\s*_:]+$")
NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\)?|[A-Za-z]\))\s+(?=\D)")
MARKS = 8  # characters in which a sentence's last marks stand
TERMINAL = re.compile(r"[.!?…:;][”\"»’')\]]*\s*$")


@cache
def tolerant(pattern: str) -> re.Pattern[str]:
    """Compile `pattern` so that it matches in any case and with å, ä, ö lost to OCR.

    Character classes of the pattern stay as they are.
    """
    return re.compile(SWEDISH.sub(lambda found: CONFUSED.get(found[0], found[0]), pattern), re.IGNORECASE)


def folded(text: str) -> str:
    """The text with every run of white space as one space."""
    return BLANKS.sub(" ", text).strip()


def bare(text: str) -> str:
    """A heading without `**`, `#`, trailing colon and number prefix."""
    return NUMBERING.sub("", RESIDUE.sub("", folded(text)).rstrip(".: "))


def ends_sentence(text: str) -> bool:
    """Whether the text ends in terminal punctuation, colon included."""
    return TERMINAL.search(text.rstrip()[-MARKS:]) is not None


def starts_low(text: str) -> bool:
    """Whether the text goes on in the middle of a sentence."""
    return text[:1].islower() or (text[:1] == "(" and text[1:2].islower())
