"""Lines that sign: names, titles, approval of the minutes. Neighbouring ones become one paragraph."""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.structure.folding import folded, tolerant
from indexer.structure.speakers import NAME, PARTY_MARK

TITLE_WORD = (
    r"(?:\w*chef|\w*direktör|\w*handläggare|\w*sekreterare|\w*ordförande|ledamot|\w*strateg|\w*controller|\w*utredare"
    r"|\w*ledare|\w*samordnare|\w*jurist|\w*ekonom|\w*ingenjör|\w*specialist|\w*råd|justerare|justerande|\w*ersättare)"
)
TITLE = tolerant(rf"(?:tf\.? |bitr\.? |vice |1:e |2:e |t\.f\. )?(?:[\wåäö-]+ ){{0,2}}{TITLE_WORD}(?:n|en)?(?: [\wåäö-]+){{0,3}}")
NAMES = re.compile(rf"{NAME}(?:,? m\.?\s?fl\.?)?(?: ?{PARTY_MARK.pattern.replace('marks', 'sign')})?")
NAME_AND_TITLE = tolerant(rf"(?-i:{NAME})(?:,| [–-])? (?:tf\.? |[\wåäö]+s )?{TITLE_WORD}.{{0,40}}")
MINUTES = tolerant(
    r"(?:vid protokollet|justeras?|justerat|justerad|justerare|omedelbart justera[dt]|utdragsbestyrkande|underskrift(?:er)?"
    r"|protokollet (?:är|har) justera.*|rätt utdraget.*|intygar)\b.{0,80}"
)
OFFICERS = tolerant(r"(?:vice )?ordföranden? .{3,60}(?: och (?:vice )?ordföranden? .{3,60})?")
APPROVED = tolerant(r"(?:protokollet )?(?:omedelbart )?justera(?:t|d|s|des)\b")
PROSE = re.compile(r"[.!?]\s+[A-ZÅÄÖ][a-zåäö]+ [a-zåäö]+ ")
LONGEST = 90  # characters of one signing line


@lru_cache(maxsize=4096)
def is_signature_line(line: str) -> bool:
    """Whether the line is nothing but a name, a title, or words of approval."""
    words = folded(line).strip("*_ ")
    if not words or len(words) > LONGEST or PROSE.search(words) or words.endswith((":", "?", ",")):
        return False
    return is_name(words) or is_title(words) or signs(words)


def is_name(line: str) -> bool:
    """Whether the line is only a person's name, perhaps with a party."""
    return NAMES.fullmatch(folded(line)) is not None


def is_title(line: str) -> bool:
    """Whether the line is only an office."""
    return TITLE.fullmatch(folded(line)) is not None


def signs(line: str) -> bool:
    """Whether the line is beyond doubt a signature: approval words, a name with a title or with a party."""
    words = folded(line)
    if NAME_AND_TITLE.fullmatch(words) or MINUTES.fullmatch(words) or OFFICERS.fullmatch(words):
        return True
    return is_name(words) and PARTY_MARK.search(words) is not None


def approves(line: str) -> bool:
    """Whether the line opens the words of approval of minutes ("Justerat 2020-01-02")."""
    return APPROVED.match(folded(line)) is not None
