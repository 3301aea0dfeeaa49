"""Registry numbers as documents write them, found in a passage."""

from __future__ import annotations

import re
from typing import Final

from qa.read.passages import Passage

_DNR: Final = re.compile(
    r"""\b(?:[A-ZÅÄÖ]{2,4}[ -])?(?:19|20)\d\d[./:]\d{2,5}(?:[ ][A-ZÅÄÖ]{2,4})?(?![\d/:-])
      | \b(?:19|20)\d\d[./:-][A-ZÅÄÖ]{2,4}[ -/]?\d{2,6}(?:[ ]\d{2,3})?\b
      | \b(?:19|20)\d\d/\d{2,5}-\d{2,3}\b
      | \b[A-ZÅÄÖ]{2,4}[ -]?(?:19|20)\d\d[-/:]\d{2,6}\b | \b\d[\d.]*-\d+/\d{4}\b""",
    re.VERBOSE,
)
_IN_WHICH: Final = re.compile(r"\bi vilket ärende\b|\bin (which|what) (matter|case)\b", re.IGNORECASE)
_PREFIX: Final = re.compile(
    r"^(§+\s*\d+\w*(/\d+)?\s*)?(\d{4}[./:]\d+\s*([A-ZÅÄÖ]{2,4}\b\s*)?)?(dnr\s+\S+\s*)?", re.IGNORECASE
)
_LAW: Final = re.compile(r"(lag(en)?|förordning(en)?|balk(en)?|SFS)\s*\(?$", re.IGNORECASE)


def in_which_matter(question: str) -> bool:
    """Is it asked in which other matter something is dealt with, rather than for a document's own number?"""
    return _IN_WHICH.search(question) is not None


def registry_numbers(passage: Passage) -> list[str]:
    """The registry numbers that stand in the passage, each once; a statute's number is none."""
    text = passage.raw
    found = (m for m in _DNR.finditer(text) if not _LAW.search(text[max(0, m.start() - 14) : m.start()]))
    return list(dict.fromkeys(" ".join(match.group().split()) for match in found))


def matter_of(headings: tuple[str, ...]) -> str:
    """The matter that the outermost heading names, without § and number; "" when there is none or it holds figures."""
    matter = _PREFIX.sub("", headings[0]).strip() if headings else ""
    return matter if len(matter.split()) > 1 and not any(letter.isdigit() for letter in matter) else ""
