"""The walk through a document: every entry gets its place, role, speaker and question.

Precedence: a question is a question; words in quotation marks belong to who is quoted; else the section's owner speaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from indexer.model import Form, Kind, Role, Speaker
from indexer.structure.acts import decided_before, gives_words, is_act, proposing_body, sending_office
from indexer.structure.bodies import names_sender
from indexer.structure.entry import ASKED, Entry, Sort
from indexer.structure.folding import bare, folded, tolerant
from indexer.structure.headings import Part
from indexer.structure.news import looks_back
from indexer.structure.owners import heading_owner, is_row, owned
from indexer.structure.passage import NOBODY, Passage, Said
from indexer.structure.questions import asks, closes_answer, is_question, leads_to_questions, sentences
from indexer.structure.speakers import administration, parties, persons, politicians, signer

ANSWERING = (Kind.INTERPELLATIONSSVAR, Kind.SVAR, Kind.TJANSTEUTLATANDE, Kind.RAPPORT, Kind.RIKTLINJE, Kind.OKAND)
OPENING, CLOSING = '”“"»„', '”“"«»'
MOVES = tolerant(r"\b(?:föreslås?r?|yrkar|hemställer)\b(?:.{0,80}(?::|beslutar(?: att)?)|(?: (?:vi|jag|därför|att))*)$")
LODGES = tolerant(
    r"\b(?:antecknar|anför|yttrar|framför|uttalar|lämnar|inkommer|anmäler|avger|lägger|reserverar sig|ansluter)\b"
)
FOLLOWS = tolerant(r"\bföljande \w+\.?$")
SUBSTITUTE = tolerant(r"^(?:tjänstgörande )?ersättar")
SENT_TO = tolerant(
    r"(?:beslutet|paragrafen|(?:protokolls)?utdrag|exp\w*|skickas|delges|delgivning|sänds|kopia|sändlista)\b"
)
IS_TO_DECIDE = tolerant(r"\bbeslutar\b")  # right under a proposal's heading it opens the proposal
LEAD_IN_WORDS = 40  # longer texts are no mere lead-ins
SPEAKER_WORDS = 120  # nor lines that only name who makes a statement


def walk(entries: list[Entry], kind: Kind, own: Speaker, committee: str | None) -> list[Said]:
    """Every entry with role, speaker, place and question, in reading order."""
    passage = Passage(kind, own, Speaker(body=committee or ""), own, news=looks_back([entry.text for entry in entries]))
    if passage.in_minutes:
        passage.accountant = Speaker(body=administration(_without_addressees(entries)))
    return [
        _step(passage, entry, entries[index + 1] if index + 1 < len(entries) else None)
        for index, entry in enumerate(entries)
    ]


def _without_addressees(entries: list[Entry]) -> Iterable[str]:
    """The texts of the entries but those that list to whom the decision is sent."""
    listing = False
    for entry in entries:
        if entry.sort is Sort.HEADING:
            listing = SENT_TO.match(bare(entry.text)) is not None
        if not listing:
            yield entry.text


def _step(passage: Passage, entry: Entry, after: Entry | None) -> Said:
    """One entry judged, the passage moved on."""
    if entry.sort is Sort.CONTENTS:
        return Said(entry, Role.PROCEDURE, section=passage.section, headings=passage.headings)
    if entry.sort is Sort.SIGNATURE:
        passage.end_lists()
        return Said(entry, Role.SIGNATURE, signer(folded(entry.text), entry.signers), passage.section, passage.headings)
    proposed, passage.proposing = passage.proposing, entry.part is Part.PROPOSAL
    if proposed and entry.part is Part.DECISION and IS_TO_DECIDE.search(entry.text):
        return _body(passage, entry)
    known = bool(entry.part or entry.section)
    if entry.sort is Sort.HEADING and (known or (passage.quoted is None and not _names_speaker(passage, entry))):
        return _head(passage, entry)
    if _opens_answer(passage, entry, after):
        return _ask(passage, entry)
    if _names_speaker(passage, entry):
        return _introduce(passage, entry)
    return _body(passage, entry)


def _head(passage: Passage, entry: Entry) -> Said:
    """A heading: it ends what the one before it opened."""
    passage.end_lists()
    passage.suggesting = False
    if entry.section:
        passage.enter_section(entry.section)
    elif entry.part:
        passage.part, passage.part_rank = entry.part, entry.rank
        passage.voice = heading_owner(entry.part, entry.text, passage.board, passage.accountant)
        passage.listing = entry.part is Part.QUESTIONS
    elif entry.rank <= passage.part_rank or (passage.part is Part.DECISION and not passage.in_minutes):
        passage.part, passage.voice = None, None
    above = passage.above(entry.rank)
    words = folded(entry.text)
    passage.open(entry.rank, words.strip("*# "))
    role = Role.QUESTION if is_question(words) else Role.PROCEDURE
    if role is Role.QUESTION and passage.kind in ANSWERING:
        passage.question = words
    return Said(entry, role, passage.voice or NOBODY, passage.section, above, heading=True)


def _opens_answer(passage: Passage, entry: Entry, after: Entry | None) -> bool:
    """Whether a question is followed by its answer."""
    if passage.kind not in ANSWERING or passage.quoted is not None or after is None or not is_question(entry.text):
        return False
    if after.sort is not Sort.BODY or is_question(after.text) or passage.part in (Part.STATEMENT, Part.PROCEDURE):
        return False
    return passage.kind is Kind.INTERPELLATIONSSVAR or not (passage.listing or entry.piece.form is Form.ITEM)


def _ask(passage: Passage, entry: Entry) -> Said:
    """A question that heads its answer."""
    above = passage.above(ASKED)
    passage.end_lists()
    passage.question = folded(entry.text)
    passage.open(ASKED, passage.question)
    return Said(entry, Role.QUESTION, NOBODY, passage.section, above, heading=True)


def _names_speaker(passage: Passage, entry: Entry) -> bool:
    """Whether the line only says whose statement follows, or who makes one."""
    text = folded(entry.text)
    if passage.part is not Part.STATEMENT or passage.quoted is not None or text[:1] in OPENING:
        return False
    if not parties(text) or len(text.split()) > SPEAKER_WORDS or SUBSTITUTE.match(text):
        return False
    brief = len(sentences(text)) <= (2 if FOLLOWS.search(text) else 1)
    lodges = LODGES.search(text) is not None and brief and bool(persons(text))
    return lodges or not text.endswith(".")


def _introduce(passage: Passage, entry: Entry) -> Said:
    """The line that names who makes a statement: a heading under the statement's heading when its text follows."""
    speaker = politicians(entry.text)
    words = folded(entry.text)
    passage.voice = speaker
    if words.endswith("."):
        return Said(entry, Role.PROCEDURE, speaker, passage.section, passage.headings)
    above = passage.above(passage.part_rank + 1)
    passage.open(passage.part_rank + 1, words.rstrip(":"))
    return Said(entry, Role.PROCEDURE, speaker, passage.section, above, heading=True)


def _body(passage: Passage, entry: Entry) -> Said:
    """A paragraph of running text, an item or a table."""
    _open_quotation(passage, entry)
    role, speaker = owned(passage, entry)
    if passage.quoted is not None:
        role, speaker = Role.CLAIM, passage.quoted
    if _is_asked(passage, entry):
        role, speaker = Role.QUESTION, _asker(passage, speaker)
    if closes_answer(entry.text) and passage.kind is Kind.INTERPELLATIONSSVAR:
        passage.end_answer()
    question = passage.question if role is not Role.QUESTION else None
    said = Said(entry, role, speaker, passage.section, passage.headings, question)
    _close_quotation(passage, entry)
    _note_lead_in(passage, entry)
    if passage.moving is not None and passage.section and passage.part is None and passage.lead_in:
        return replace(said, role=passage.moving[0], speaker=passage.moving[1])
    return said


def _is_asked(passage: Passage, entry: Entry) -> bool:
    """Whether the entry only asks: by itself, as the lead-in of a list of questions or as an item of one."""
    if entry.piece.form is Form.TABLE:
        return False
    if entry.piece.form is Form.ITEM:
        in_list = passage.listing and (asks(entry.text) or passage.part is not Part.MATTER)
        return in_list or is_question(entry.text)
    short = len(entry.text.split()) <= LEAD_IN_WORDS and len(sentences(entry.text)) == 1
    return is_question(entry.text) or (short and leads_to_questions(entry.text))


def _asker(passage: Passage, speaker: Speaker) -> Speaker:
    """Who asks: the politicians named before, else the document's own, never the administration."""
    if passage.named != NOBODY and passage.own.parties == ():
        return passage.named
    return speaker if speaker.parties or speaker.persons else NOBODY


def _note_lead_in(passage: Passage, entry: Entry) -> None:
    """What a text opens for those after it: a list of questions, somebody's list of proposals, a quotation."""
    text = folded(entry.text)
    if passage.section and passage.part is None and names_sender(text):
        passage.handler = sending_office(text) or passage.handler
    if entry.piece.form is Form.ITEM and not text.endswith(":"):
        return
    passage.listing = leads_to_questions(text)
    passage.lead_in = text.endswith(":")
    if parties(text) and passage.quoted is None:
        passage.named = Speaker(parties=parties(text), persons=persons(text))
    if passage.moving is not None and is_row(entry) and not MOVES.search(text):
        return
    passage.moving = _moving(passage, text)


def _moving(passage: Passage, text: str) -> tuple[Role, Speaker] | None:
    """What the items after this text are, and whose: somebody's proposals, or what another body decided before."""
    if passage.part is Part.PROCEDURE:
        if parties(text) or is_act(text):
            passage.moved = politicians(text) if text.endswith(":") and parties(text) else None
        return None
    if passage.section and passage.part is None:
        whose = politicians(text) if gives_words(text) and parties(text) else passage.moved
        passage.moved = None if is_act(text) else whose
    if passage.in_minutes and passage.part is None and (earlier := decided_before(text)):
        return Role.ACCOUNT, earlier
    if not MOVES.search(text):
        return None
    if passage.part is not Part.PROPOSAL and not parties(text) and (body := proposing_body(text)):
        return Role.PROPOSAL, _in_full(passage, body)
    before = passage.moving[1] if passage.moving else None
    named = before or passage.named
    return Role.PROPOSAL, passage.own if named == NOBODY and not passage.in_minutes else named


def _in_full(passage: Passage, body: Speaker) -> Speaker:
    """The body by the name that the § or the document gives it in full ("avdelningen")."""
    full = (known for known in (passage.handler, passage.accountant) if known is not None)
    return next((known for known in full if known.body.lower().endswith(body.body.lower())), body)


def _open_quotation(passage: Passage, entry: Entry) -> None:
    """The opening mark of a statement or a quoted letter: its author speaks until the closing mark."""
    if passage.quoted is not None or entry.text.lstrip()[:1] not in OPENING:
        return
    if passage.part is Part.STATEMENT:
        passage.quoted = passage.voice or NOBODY
    elif passage.lead_in and passage.named != NOBODY:
        passage.quoted = passage.named


def _close_quotation(passage: Passage, entry: Entry) -> None:
    """The closing mark: after it nobody is quoted, and a statement has ended."""
    text = entry.text.strip().rstrip(".")
    if passage.quoted is None or len(text) < 2 or text[-1] not in CLOSING:
        return
    passage.quoted = None
    if passage.part is Part.STATEMENT:
        passage.part, passage.voice = Part.PROCEDURE, None
