"""A heading or a lead-in that stands on one line with its text, parted from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from indexer.model import Form
from indexer.structure.folding import tolerant
from indexer.structure.headings import Part, part_of
from indexer.structure.pieces import Piece

INTRODUCED = tolerant(
    r"(?P<lead>[^:]{5,2000}\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,2}\)[^:]{0,120}\bföljande (?:skriftliga |särskilda )?"
    r"(?:reservation|yttrande|uttalande|\w*anteckning|\w*förklaring):)\s+(?=\S)"
)
RUN_IN = re.compile(r"(?P<lead>[A-ZÅÄÖ][^:.!?\n]{3,70}:)\s+(?=[A-ZÅÄÖ”\"\d])")
OPENING = (Part.DECISION, Part.STATEMENT)
AT_MEETING = tolerant(r"(?:yrkande|proposition|beslutsgång|beslutsordning|omröstning|votering|jäv|återremiss).*")
MATTER = tolerant(
    r"(?:ärende(?:t|beskrivning)|(?:sammanfattning|beskrivning)(?: av ärendet)?|bakgrund|skäl .*|upplysningar):"
)
PROPOSAL = tolerant(r".*förslag till .*|beslutsförslag:")
RUNNING_IN = {Part.PROCEDURE: AT_MEETING, Part.MATTER: MATTER, Part.PROPOSAL: PROPOSAL}


def parted(piece: Piece) -> Iterable[Piece]:
    """The piece, or its heading or lead-in and the text behind as two."""
    found = (INTRODUCED.match(piece.text) or _run_in(piece.text)) if piece.form is Form.TEXT else None
    if found is None:
        yield piece
        return
    cut = found.end()
    turned = sum(offset <= cut for offset in piece.page_breaks)
    yield replace(piece, text=found["lead"], page_breaks=tuple(o for o in piece.page_breaks if o < len(found["lead"])))
    yield replace(
        piece,
        text=piece.text[cut:],
        page=None if piece.page is None else piece.page + turned,
        page_breaks=tuple(offset - cut for offset in piece.page_breaks[turned:]),
    )


def _run_in(text: str) -> re.Match[str] | None:
    """A heading of the dictionary with a colon before its text ("Beslut: Nämnden godkänner …")."""
    found = RUN_IN.match(text)
    part = part_of(found["lead"]) if found else None
    if found is None or part is None:
        return None
    allowed = RUNNING_IN.get(part)
    return found if part in OPENING or (allowed and allowed.fullmatch(found["lead"])) else None
