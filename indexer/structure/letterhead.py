"""Lines of a letterhead: labels, addresses, web pages. They name the document and are no part of its text."""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.structure.folding import folded, tolerant
from indexer.structure.references import BARE_DNR, ISO_DATE, LABELLED_DNR, PAGE_MARK, WORD_DATE
from indexer.structure.sections import goes_on

LABEL = tolerant(
    r"^(?:(?:diarie\w*|dnr|d nr|ärende(?:nr|nummer)|direktnr|besöksadress|postadress|e-post\w*|fax|www"
    r"|sammanträdesdatum|org(?:anisations)?\.? ?(?:nr|nummer)|dokumentansvarig|dokumenttyp|typ av styrdokument"
    r"|beslutande instans|giltighetstid|revideras senast|titel/namn|ort/datum)\b"
    r"|(?:datum(?: för beslut)?|handläggare|kontakt(?:person)?|beteckning|beställare|telefon|tel|växel|sida?|er ref"
    r"|vår ref|titel|version|ort|gäller för|ersätter|antagen|beslutad|reviderad|upprättad|till|från|tid|plats|lokal"
    r"|tidpunkt)(?: av)?(?=\s*:|\s+\d)"
    r"|(?:handläggare|kontaktperson)(?=\s+(?-i:[A-ZÅÄÖ]))"
    r"|(?:sammanträde|klockan)(?=:?\s+\d)|plats(?=\s+(?-i:[A-ZÅÄÖ])[^.]{2,80}$)|till:?$"
    r"|justera(?:ndes|rnas|rens|res)? ?sign\w*|justerandes?\s{2,}"
    r"|(?:ärende|punkt)(?: nr)?\.? \d{1,3}\.?$"
    r"|(?:svar på )?(?:interpellation|enkel fråga)\b[^.]{0,120}:$"
    r"|till [\wåäö -]{0,60}ordförande\b[^.]{0,80}\bfrån\b"
    r"|till (?:[\w-]+ ){0,4}?[\w-]*(?:nämnden|styrelsen|fullmäktige|utskottet)(?:s? .{0,40})?$)"
)
WEB = re.compile(r"(?:www\.|https?://)?[\w.-]+\.(?:se|com|nu|org)(?:/\S*)?|\S+@\S+", re.IGNORECASE)
LEFT_OVER = tolerant(r"[\W_]+|\bden\b")
LINE_LENGTH = 160  # characters


@lru_cache(maxsize=4096)
def is_letterhead(text: str) -> bool:
    """Whether the line only gives date, official, registry number or address."""
    words = folded(text)
    if len(words) > LINE_LENGTH or not words:
        return False
    if LABEL.match(words) is not None or goes_on(words):
        return True
    for pattern in (ISO_DATE, WORD_DATE, LABELLED_DNR, BARE_DNR, PAGE_MARK):
        words = pattern.sub("", words)
    return WEB.fullmatch(words) is not None or not LEFT_OVER.sub("", words)
