"""Lines that sign: names, titles, approval of the minutes. Neighbouring ones become one paragraph."""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.structure.bodies import ORGAN
from indexer.structure.folding import folded, tolerant
from indexer.structure.speakers import ADMINISTRATION, NAME, NAME_WORD, NAMED, PARTY_MARK, person, persons

TITLE_WORD = (
    r"(?:[\w-]*chef|\w*direktör|\w*handläggare|\w*sekreterare|\w*ordförande|ledamot|\w*strateg|\w*controller|\w*utredare"
    r"|\w*ledare|\w*samordnare|\w*jurist|\w*ekonom|\w*ingenjör|\w*specialist|(?:kommunal|borgar|region)råd|justerare|justerande"
    r"|\w*godkännare|\w*ersättare)"
)
TITLE = tolerant(
    rf"(?:tf\.? |bitr\.? |vice |1:e |2:e |t\.f\. )?(?:[\w-]+ ){{0,2}}{TITLE_WORD}(?:n|en)?"
    r"(?:(?: [\w.-]+){0,3}| (?:i|för|vid|på) (?:[\w-]+ ){0,5}[\w-]+)"
)
TITLE_WORDS = tolerant(rf"\b{TITLE_WORD}\b")
NAMES = re.compile(rf"{NAME}(?:,? m\.?\s?fl\.?)?(?: ?{PARTY_MARK.pattern.replace('marks', 'sign')})?")
NAME_AND_TITLE = tolerant(
    rf"(?P<name>(?-i:{NAME}))(?: \(\w+\))?(?:(?:,| [–-])? (?:tf\.? |[\wåäö]+s )?|, [\wåäö]+ ){TITLE_WORD}.{{0,40}}"
)
CERTIFIED = tolerant(rf"(?:rätt utdraget )?(?:intygar|vid protokollet):?\.? (?P<name>(?-i:{NAME})).{{0,40}}")
TITLE_AND_NAME = tolerant(rf"{TITLE_WORD}:? (?P<name>(?-i:{NAME}))(?: \(\w+\))?")
BEFORE_TITLE = tolerant(rf"(?<![\w-])(?P<name>(?-i:{NAME}))(?=,? (?:tf\.? )?{TITLE_WORD}\b)")
SEVERAL = tolerant(rf"(?:(?-i:{NAME}),? (?:tf\.? )?{TITLE_WORD}(?: [\w-]+){{0,6}}? ?){{2,3}}")
BOTH = re.compile(rf"{NAME} ?{PARTY_MARK.pattern.replace('marks', 'one')}(?:,| och| samt) {NAME} ?{PARTY_MARK.pattern}")
SIGNER = rf"(?-i:{NAME_WORD}(?: {NAME_WORD}){{0,3}})(?: \(\w+\))?"
MINUTES = tolerant(
    r"(?:vid protokollet|utdragsbestyrkande|underskrift(?:er)?|rätt utdraget|intygar|protokollet (?:är|har) justera\w*)"
    r"\b.{0,80}"
    r"|(?:omedelbart )?justera(?:t|d|s|des|re)?(?: (?:den|av|genom|omedelbart|digitalt|elektroniskt)\b.{0,60}"
    rf"|:? ?\d.{{0,40}}|:? {SIGNER}.{{0,40}})?"
)
OFFICERS = tolerant(rf"(?:vice )?ordföranden? {SIGNER}(?: och (?:vice )?ordföranden? {SIGNER})?")
DATELINE = tolerant(r"(?-i:[A-ZÅÄÖ])\w+(?: (?-i:[A-ZÅÄÖ])\w+)? (?:den )?(?:\d{1,2} \w{3,9} \d{4}|\d{4}-\d\d-\d\d)")
FOR_PARTY = tolerant(rf"för (?:\w+ ){{0,2}}(?:{'|'.join(NAMED)})\w*(?: i .{{2,40}})?")
APPROVED = tolerant(r"(?:protokollet )?(?:omedelbart )?justera(?:t|d|s|des)\b")
PROSE = re.compile(r"[.!?]\s+[A-ZÅÄÖ][a-zåäö]+ [a-zåäö]+ ")
LONGEST = 160  # characters of one signing line


@lru_cache(maxsize=4096)
def is_signature_line(line: str) -> bool:
    """Whether the line is nothing but a name, a title, or words of approval."""
    words = folded(line).strip("*_ ")
    if not words or len(words) > LONGEST or PROSE.search(words) or words.endswith((":", "?", ",")):
        return False
    beside = DATELINE.fullmatch(words) or FOR_PARTY.fullmatch(words)
    return bool(beside) or is_name(words) or is_title(words) or signs(words)


def is_name(line: str) -> bool:
    """Whether the line is only a person's name, perhaps with a party."""
    words = folded(line)
    return NAMES.fullmatch(words) is not None and not any(pattern.search(words) for pattern in (ORGAN, ADMINISTRATION))


def are_names(line: str) -> bool:
    """Whether the line is two names with their parties: those who approved the minutes, below the words of approval."""
    return BOTH.fullmatch(folded(line)) is not None


def is_title(line: str) -> bool:
    """Whether the line is only an office."""
    return TITLE.fullmatch(folded(line)) is not None


NAMING = (NAME_AND_TITLE, TITLE_AND_NAME, CERTIFIED)


def signs(line: str) -> bool:
    """Whether the line is beyond doubt a signature: approval words, a name with a title or with a party."""
    words = folded(line)
    if any(pattern.fullmatch(words) for pattern in (NAME_AND_TITLE, TITLE_AND_NAME, MINUTES, OFFICERS, SEVERAL)):
        return True
    return is_name(words) and PARTY_MARK.search(words) is not None


def signers(line: str, after: str) -> list[str]:
    """The names on a signing line, as written; two beside each other when the line after holds two titles."""
    words = folded(line)
    if known := persons(words):
        return list(known)
    if SEVERAL.fullmatch(words):
        found = (match["name"].split() for match in BEFORE_TITLE.finditer(words))
        return [" ".join(word for word in name if not TITLE_WORDS.fullmatch(word)) for name in found]
    parts = words.split()
    if is_name(words) and len(parts) == 4 and len(TITLE_WORDS.findall(after)) == 2:
        return [" ".join(parts[:2]), " ".join(parts[2:])]
    titled = next((match for pattern in NAMING if (match := pattern.fullmatch(words))), None)
    if titled is None and is_name(words):
        return [words]
    return [name] if titled and (name := person(titled["name"])) else []


def approves(line: str) -> bool:
    """Whether the line opens the words of approval of minutes ("Justerat 2020-01-02")."""
    return APPROVED.match(folded(line)) is not None
