"""Names of boards and municipalities, and of the kinds of document that stand over a text."""

from __future__ import annotations

from functools import lru_cache

from indexer.structure.folding import folded, tolerant
from indexer.structure.references import ISO_DATE, LABELLED_DNR, PAGE_MARK, WORD_DATE

LINE_LENGTH = 160  # characters

ORGAN = tolerant(
    r"(?<!\w)(?P<organ>"
    r"(?-i:[A-ZÅÄÖ])[\wåäö]+(?:-(?-i:[A-ZÅÄÖ])[\wåäö]+){0,3} stadsdels(?:nämnd(?:en)?|utskott(?:et)?)"
    r"|(?!(?:denna|hela|samma|båda|andra|egna|berörda|övriga|sociala) )(?-i:[A-ZÅÄÖ])[\wåäö]+a nämnden(?![\wåäö])"
    r"|(?-i:N)ämnden för (?:[\wåäö]+- och |[\wåäö]+, )?[\wåäö]+(?: och (?:[\wåäö]+- och )?[\wåäö]+)?"
    r"(?=\W*(?:$|\d|(?-i:[A-ZÅÄÖ])|beslut|godkänner))"
    r"|(?-i:[A-ZÅÄÖ])[\wåäö]*(?:-?(?:, [\wåäö]+-)? och [\wåäö]+)?"
    r"(?:nämnd(?:en)?|styrelse(?:n)?|fullmäktige|beredning(?:en)?)"
    r"(?:s (?:\w+ )?(?:arbets)?utskott)?|(?-i:[A-ZÅÄÖ])[\wåäö]*utskott(?:et)?)(?P<genitive>s)?(?![\wåäö])"
)
MUNICIPALITY = tolerant(
    r"(?<!\w)(?P<name>(?-i:[A-ZÅÄÖ])\w+(?: (?-i:[A-ZÅÄÖ])\w+)? (?:kommun|stad)"
    r"|Region (?-i:[A-ZÅÄÖ])\w+(?: län)?|(?-i:[A-ZÅÄÖ])\w+ (?-i:[A-ZÅÄÖ])\w+regionen"
    r"|(?:Kommunalförbundet|Landstinget(?: i)?) (?-i:[A-ZÅÄÖ])\w+|(?-i:[A-ZÅÄÖ])\w+ läns landsting)(?:s|ens?)?(?!\w)"
)
GENRE = tolerant(
    r"(?:motion|interpellation|enkel fråga|skrivelse|medborgarförslag|kallelse(?: till sammanträde)?|föredragningslista"
    r"|tjänste(?:utlåtande|skrivelse|yttrande)|(?:sammanträdes)?protokoll(?:sutdrag)?|remissvar|yttrande|reservation)"
)


GENRE_WORD = tolerant(rf"\b{GENRE.pattern}\b")
SENDING = (
    MUNICIPALITY,
    ORGAN,
    tolerant(r"(?:\w+-(?:, \w+-)? och )?[\w-]*(?:förvaltning(?:en)?|kontor(?:et)?|avdelning(?:en)?|enhet(?:en)?)\b"),
    tolerant(r"\b(?:statistik|riktlinje|rapport|månadsuppföljning|årsrapport|policy|avtal)\b"),
)
UNIT = tolerant(r"(?:\w+-(?:, \w+-)? och )?[\w-]*(?:avdelning(?:en)?|enhet(?:en)?)")  # alone it may head a text
SEPARATORS = tolerant(r"[\W_]+|\bdnr\b")


@lru_cache(maxsize=4096)
def names_sender(line: str) -> bool:
    """Whether the line holds nothing but board, municipality, administration, kind of document, date and dnr."""
    words = folded(line).strip("*# :")
    if len(words) > LINE_LENGTH or not words:
        return False
    if GENRE.fullmatch(words) is not None or ORGAN.fullmatch(words) is not None:
        return True
    if UNIT.fullmatch(words) is not None:
        return False
    if not (MUNICIPALITY.search(words) or ORGAN.search(words) or SENDING[2].search(words)):
        return False
    for pattern in (ISO_DATE, WORD_DATE, LABELLED_DNR, PAGE_MARK, *SENDING, GENRE_WORD):
        words = pattern.sub(" ", words)
    return not SEPARATORS.sub("", words)
