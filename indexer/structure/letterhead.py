"""Lines of a letterhead: labels, addresses, web pages. They name the document and are no part of its text."""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.structure.folding import folded, tolerant
from indexer.structure.references import dates

LABEL = tolerant(
    r"^(?:datum|handläggare|diarie\w*|dnr|d nr|ärendenr|ärendenummer|beteckning|direktnr|telefon|tel|besöksadress"
    r"|postadress|(?:till|från|tid|plats|lokal|tidpunkt)(?=:)|sida|sid|er ref|vår ref|e-post\w*|fax|www|växel|titel|version|kontakt(?:person)?|ort"
    r"|org(?:anisations)?\.? ?(?:nr|nummer)|beställare|dokumentansvarig|dokumenttyp|typ av styrdokument|beslutande instans"
    r"|gäller för|giltighetstid|revideras senast|ersätter|antagen(?: av)?|beslutad(?: av)?|reviderad|upprättad(?: av)?"
    r"|titel/namn|ort/datum)\b"
)
WEB = re.compile(r"(?:www\.|https?://)?[\w.-]+\.(?:se|com|nu|org)(?:/\S*)?|\S+@\S+", re.IGNORECASE)
LINE_LENGTH = 160  # characters
DATE_LENGTH = 20  # characters of a line that holds nothing but a date


@lru_cache(maxsize=4096)
def is_letterhead(text: str) -> bool:
    """Whether the line only gives date, official, registry number or address."""
    words = folded(text)
    if len(words) > LINE_LENGTH:
        return False
    if LABEL.match(words) is not None:
        return True
    return WEB.fullmatch(words) is not None or (len(words) < DATE_LENGTH and bool(dates(words)))
