"""Names of boards and municipalities, and of the kinds of document that stand over a text."""

from __future__ import annotations

from functools import lru_cache

from indexer.structure.folding import folded, tolerant
from indexer.structure.references import ISO_DATE, LABELLED_DNR, WORD_DATE

LINE_LENGTH = 160  # characters

ORGAN = tolerant(
    r"(?<!\w)(?P<organ>(?-i:[A-ZÅÄÖ])[\wåäö]*(?:-?(?:, [\wåäö]+-)? och [\wåäö]+)?"
    r"(?:nämnd(?:en)?|styrelse(?:n)?|fullmäktige|beredning(?:en)?)"
    r"(?:s (?:\w+ )?(?:arbets)?utskott)?|(?-i:[A-ZÅÄÖ])[\wåäö]*utskott(?:et)?)(?P<genitive>s)?(?![\wåäö])"
)
MUNICIPALITY = tolerant(
    r"(?<!\w)(?P<name>(?-i:[A-ZÅÄÖ])\w+(?: (?-i:[A-ZÅÄÖ])\w+)? (?:kommun|stad)"
    r"|Region (?-i:[A-ZÅÄÖ])\w+)(?:s|ens?)?(?!\w)"
)
GENRE = tolerant(
    r"(?:motion|interpellation|enkel fråga|skrivelse|medborgarförslag|kallelse(?: till sammanträde)?|föredragningslista"
    r"|tjänste(?:utlåtande|skrivelse|yttrande)|(?:sammanträdes)?protokoll(?:sutdrag)?|remissvar|yttrande|reservation)"
)


GENRE_WORD = tolerant(rf"\b{GENRE.pattern}\b")
SENDING = (
    MUNICIPALITY,
    ORGAN,
    tolerant(r"[\w-]*(?:förvaltning(?:en)?|kontor(?:et)?)\b"),
    tolerant(r"\b(?:statistik|riktlinje|rapport|månadsuppföljning|årsrapport|policy|avtal)\b"),
)
SEPARATORS = tolerant(r"[\W_]+|\bdnr\b")


@lru_cache(maxsize=4096)
def names_sender(line: str) -> bool:
    """Whether the line holds nothing but board, municipality, administration, kind of document, date and dnr."""
    words = folded(line).strip("*# :")
    if len(words) > LINE_LENGTH or not words:
        return False
    if GENRE.fullmatch(words) is not None or ORGAN.fullmatch(words) is not None:
        return True
    if not (MUNICIPALITY.search(words) or ORGAN.search(words) or SENDING[2].search(words)):
        return False
    for pattern in (ISO_DATE, WORD_DATE, LABELLED_DNR, *SENDING, GENRE_WORD):
        words = pattern.sub(" ", words)
    return not SEPARATORS.sub("", words)
