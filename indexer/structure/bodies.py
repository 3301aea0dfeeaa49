"""Names of boards and municipalities, and of the kinds of document that stand over a text."""

from __future__ import annotations

from functools import lru_cache

from indexer.structure.folding import folded, tolerant

ORGAN = tolerant(
    r"(?P<organ>(?-i:[A-ZÅÄÖ])[\wåäö]*(?:-?(?:, [\wåäö]+-)? och [\wåäö]+)?"
    r"(?:nämnd(?:en)?|styrelse(?:n)?|fullmäktige|beredning(?:en)?)"
    r"(?:s (?:\w+ )?(?:arbets)?utskott)?|(?-i:[A-ZÅÄÖ])[\wåäö]*utskott(?:et)?)(?P<genitive>s)?(?![\wåäö])"
)
MUNICIPALITY = tolerant(
    r"(?P<name>(?-i:[A-ZÅÄÖ])\w+(?: (?-i:[A-ZÅÄÖ])\w+)? (?:kommun|stad)|Region (?-i:[A-ZÅÄÖ])\w+)(?:s|ens?)?(?!\w)"
)
GENRE = tolerant(
    r"(?:motion|interpellation|enkel fråga|skrivelse|medborgarförslag|kallelse(?: till sammanträde)?|föredragningslista"
    r"|tjänste(?:utlåtande|skrivelse|yttrande)|(?:sammanträdes)?protokoll(?:sutdrag)?|remissvar|yttrande|reservation)"
)


@lru_cache(maxsize=4096)
def names_sender(line: str) -> bool:
    """Whether the line is nothing but a board, a municipality or a kind of document."""
    words = folded(line).strip("*# :")
    return any(pattern.fullmatch(words) is not None for pattern in (GENRE, ORGAN, MUNICIPALITY))
