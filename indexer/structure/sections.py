"""How the items of minutes are numbered: "§ 45", "BUN § 61", "§45.", "§ 12/24", "Ärende 7 § 45", "Paragraf 12".

A statute's § has its number first ("1 § OSL") and opens nothing. A § with another body's mark than the document's own
("Au § 77" in the minutes of the board) tells where the item was before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.structure.folding import tolerant
from indexer.structure.references import BARE_DNR, ISO_DATE, LABELLED_DNR

CAPITALS = r"[A-ZÅÄÖ]{2,7}"
MARK = (  # who counts: "BUN", "Ks", "KS AU", "KS/AU", "Kommunstyrelsens arbetsutskott"
    rf"{CAPITALS}(?:[ /.-]{CAPITALS})?|(?!Den |Men |En |Nu |Du |Än )[A-ZÅÄÖ][a-zåäö]{{0,3}}(?:n|s|f|au|u)"
    r"|[A-ZÅÄÖ][\wåäö]*(?:, [\wåäö]+-| och [\wåäö]+|- och [\wåäö]+|s [\wåäö]+){0,2}? ?"
    r"(?:nämnd(?:en)?|styrelsen?|fullmäktige|utskott(?:et)?)s?"
)
ITEM = r"(?:(?:Ärende(?:nr|nummer)?|Punkt|Dagordningspunkt|Nr|P)\.?(?: nr)?[.:]? ?\d{1,3}[.:,)]?|\d{1,3}[.)])"
NUMBER = r"\d++(?:\s?[–-]\s?\d++)?+(?:\s?[/:]\s?\d{2,4}(?!\d))?+"
HEAD = re.compile(
    rf"^\s*(?:\*\*|#+ )?\s*(?:(?i:{ITEM})[\s,–-]*)?(?:(?P<mark>{MARK})[\s:,-]?\s?)?\**"
    rf"(?P<sign>§§?|\$(?=\s?\d{{1,3}}(?:\D|$)))\s{{0,3}}(?:(?P<inner>{CAPITALS}|[A-Z][a-zåäö]{{1,4}})[ :]?\s?(?=\d))?"
    rf"(?P<number>{NUMBER})"
    r"(?!\s*(?:,|st\b|och\s§|[-–]\s?\d|kap\b))[.:)]?\s*\**[\s.:–-]*(?P<title>.*)$",
    re.DOTALL,
)
SPELLED = re.compile(
    rf"^\s*\**\s*(?:(?i:{ITEM})[\s,–-]*)?(?:Paragraf|PARAGRAF)(?:\s?(?:nr|:))?\s?(?P<number>{NUMBER})"
    r"(?!\s*[,.]?\s*[a-zåäö])[.:)]?\s*\**[\s.:–-]*(?P<title>.*)$",
    re.DOTALL,
)
LOW = re.compile(r"^[a-zåäö]")
GOES_ON = tolerant(r"^\W*(?:forts(?:\.|ättning\w*)?|fortsatt)\W*(?:från föregående sida)?\W*$")
BEFORE = tolerant(r"^\W*forts(?:\.|ättning(?: på| av)?)?:? (?=.{0,12}§)")
ELSEWHERE = re.compile(rf"(?:(?:{MARK})[\s:,-]*)?§§?\s?{NUMBER}")
DNR_LABEL = tolerant(r"\b(?:d ?nr|diarie ?(?:nr|nummer)|ärende ?(?:nr|nummer)|beteckning)\b")
LOOSE_DNR = re.compile(r"(?:[A-ZÅÄÖ]{1,6}[ /-]?)?(?:19|20)\d\d[/:. -]\d[\dA-ZÅÄÖ/:.-]*(?: [A-ZÅÄÖ]{2,5}\b)?")
WORD = re.compile(r"(?=\w*[a-zåäö])[^\W\d_]{3,}|[^\W\d_]{4,}")
SIGN_WITHIN = 120  # characters
ONCE = 1900  # numbers from here on are years


@dataclass(frozen=True)
class SectionHead:
    """A line that numbers an item: the § without the body's mark, the words after it, the mark folded ("" for none)."""

    section: str
    title: str
    mark: str = ""


def section_head(text: str) -> SectionHead | None:
    """What the line opens or refers to; None when no § stands at its beginning, or when it only goes on."""
    start = text[:SIGN_WITHIN]
    if "§" not in start and "$" not in start and "ARAGRAF" not in start.upper():
        return None
    found = HEAD.match(text)
    if found is None:
        spelled = SPELLED.match(text)
        return SectionHead(f"§ {spelled['number'].strip()}", _bare(spelled["title"])) if spelled else None
    title = _bare(found["title"])
    mark = _folded(found["mark"] or found["inner"] or "")
    if GOES_ON.match(title) or (mark and LOW.match(title)):
        return None
    sign = found["sign"].replace("$", "§")
    gap = " " if text[found.end("sign") :][:1].isspace() else ""
    return SectionHead(f"{sign}{gap}{found['number'].strip()}", title, mark)


def section_of(text: str) -> tuple[str, str] | None:
    """The § without a body's mark and the words after it, of a line that opens a § of the minutes; else None."""
    head = section_head(text)
    return (head.section, head.title) if head else None


def section_number(section: str) -> str:
    """The § without blanks, for comparing."""
    return re.sub(r"\s", "", section)


def goes_on(text: str) -> bool:
    """Whether the line only says that a § goes on ("§ 45 forts.", "Forts. § 45")."""
    found = HEAD.match(text)
    return BEFORE.match(text) is not None or (found is not None and GOES_ON.match(_bare(found["title"])) is not None)


def titled(title: str) -> str:
    """The words after a § without the reference to where the item was before ("Au § 77 Bokslut")."""
    found = ELSEWHERE.match(title)
    return title[found.end() :].lstrip(" ,.:–-") if found else title


def wordless(title: str) -> bool:
    """Whether the words after a § are no title yet: nothing but registry number, date and references."""
    for pattern in (LABELLED_DNR, ELSEWHERE, BARE_DNR, LOOSE_DNR, ISO_DATE, DNR_LABEL):
        title = pattern.sub(" ", title)
    return WORD.search(title) is None


def ordinal(section: str) -> int:
    """The number of the § in its year: 12 of "§ 12/2008" and of "§ 2008/12"."""
    numbers = [int(digits) for digits in re.findall(r"\d+", section)]
    return next((number for number in numbers if number < ONCE), numbers[0] if numbers else 0)


def _bare(title: str) -> str:
    return title.strip(" *\n")


def _folded(mark: str) -> str:
    """The mark in small letters without blanks and signs."""
    return re.sub(r"[^\w]", "", mark).casefold()
