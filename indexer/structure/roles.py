"""The walk through a document: every piece gets its place, role, speaker and question.

Precedence: a question is a question; words in quotation marks belong to who is quoted; else the section's owner speaks.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from indexer.model import Form, Kind, Role, Speaker
from indexer.structure.folding import bare, folded, tolerant
from indexer.structure.headings import Part
from indexer.structure.outline import ASKED, SECTION, SUB, Entry, Sort
from indexer.structure.questions import asks, closes_answer, is_question, leads_to_questions, sentences
from indexer.structure.speakers import (
    RETELLING,
    accounting_body,
    administration,
    parties,
    persons,
    politicians,
    retells_administration,
)

MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
OWN_VOICE = {  # whose words a document's text is where no heading says otherwise
    Kind.SKRIVELSE: Role.CLAIM, Kind.MOTION: Role.CLAIM, Kind.INTERPELLATION: Role.CLAIM,
    Kind.INTERPELLATIONSSVAR: Role.REPLY, Kind.KALLELSE: Role.PROCEDURE,
}  # fmt: skip
SPOKEN = {  # the role of what stands under a heading of the dictionary; MATTER is the document's own voice
    Part.DECISION: Role.DECISION, Part.PROPOSAL: Role.PROPOSAL, Part.PROCEDURE: Role.PROCEDURE,
    Part.ATTENDANCE: Role.PROCEDURE, Part.STATEMENT: Role.CLAIM, Part.SIGNATURES: Role.SIGNATURE,
}  # fmt: skip
ANSWERING = (Kind.INTERPELLATIONSSVAR, Kind.SVAR, Kind.TJANSTEUTLATANDE, Kind.RAPPORT, Kind.RIKTLINJE, Kind.OKAND)
OPENING, CLOSING_MARK = "”“\"»„", "”“\"«»"
DECIDES = tolerant(r"^(?:[\wåäö-]+(?: och [\wåäö]+)?(?:nämnden|styrelsen|fullmäktige|utskottet)|nämnden) beslutar\b(?!.{0,30}\bden \d)")
BESVARAD = tolerant(r"\b(?:skrivelsen|motionen|interpellationen|remissen|frågan|medborgarförslaget)\b.{0,20}\b(?:anses?|är)\b.{0,20}\bbesvarad\b")
PROPOSES = tolerant(r"^[\wåäö-]*(?:förvaltningen|kontoret|avdelningen|utskottet) föreslår\b")
MOVES = tolerant(r"\b(?:föreslår|yrkar|hemställer)\b.{0,40}:\s*$")
HANDLED = tolerant(r"\b(?:har|hade)\b.{0,80}\b(?:behandlat|berett|hänskjutit) ärendet|^ärendet (?:behandlas|avgörs|bordläggs)\b")
LODGES = tolerant(r"\b(?:lämnar|inkommer|anmäler|avger|lägger|reserverar sig|instämmer|ansluter)\b")
WORDS_OF_LEAD_IN = 40  # words; longer texts are statements themselves
SENTENCE_LENGTH = 60  # characters; shorter lines under a § carry no account


@dataclass(frozen=True)
class Said:
    """What the walk found out about one entry."""

    entry: Entry
    role: Role
    speaker: Speaker = Speaker()
    section: str | None = None
    headings: tuple[str, ...] = ()
    question: str | None = None
    heading: bool = False


@dataclass
class Walk:
    """Where the walk stands: kind and voices of the document, the open headings, the open quotation, the open question."""

    kind: Kind
    own: Speaker
    board: Speaker
    accountant: Speaker
    path: list[tuple[int, str]] = field(default_factory=list)
    section: str | None = None
    part: Part | None = None
    part_rank: int = SUB
    voice: Speaker | None = None
    quoting: bool = False
    question: str | None = None
    listing: bool = False
    moving: Speaker | None = None
    asker: Speaker | None = None

    def open(self, rank: int, words: str) -> None:
        """A heading closes those of its rank and deeper ones, and stands open itself."""
        self.path = [(depth, text) for depth, text in self.path if depth < rank]
        self.path.append((rank, words))

    @property
    def headings(self) -> tuple[str, ...]:
        """The open headings, outermost first."""
        return tuple(text for _, text in self.path)


def walk(entries: list[Entry], kind: Kind, own: Speaker, committee: str | None) -> list[Said]:
    """Every entry with role, speaker, place and question, in reading order."""
    accountant = own if kind not in MINUTES else Speaker(body=administration(entry.text for entry in entries))
    state = Walk(kind, own, Speaker(body=committee or ""), accountant)
    said = []
    for index, entry in enumerate(entries):
        after = entries[index + 1] if index + 1 < len(entries) else None
        said.append(_step(state, entry, after))
    return said


def _step(state: Walk, entry: Entry, after: Entry | None) -> Said:
    """One entry judged, the state moved on."""
    if entry.sort is Sort.CONTENTS:
        return Said(entry, Role.PROCEDURE, section=state.section, headings=state.headings)
    if entry.sort is Sort.SIGNATURE:
        return _sign(state, entry)
    if entry.sort is Sort.HEADING and not (state.quoting and not entry.part and not entry.section):
        return _head(state, entry)
    if _opens_answer(state, entry, after):
        return _ask(state, entry)
    if _names_speaker(state, entry):
        return _introduce(state, entry)
    return _body(state, entry)


def _sign(state: Walk, entry: Entry) -> Said:
    """A signature; what was quoted or asked before it is over."""
    state.quoting = state.listing = False
    state.question = None
    return Said(entry, Role.SIGNATURE, politicians(entry.text), state.section, state.headings)


def _head(state: Walk, entry: Entry) -> Said:
    """A heading: it ends what the one before it opened."""
    above = state.headings if entry.rank > SECTION else ()
    state.quoting = state.listing = False
    state.question, state.moving = None, None
    above = tuple(text for depth, text in state.path if depth < entry.rank)
    if entry.section:
        state.section, state.part, state.voice = entry.section, None, None
    elif entry.part:
        state.part, state.part_rank = entry.part, entry.rank
        state.voice = _voice(state, entry)
        state.listing = entry.part is Part.QUESTIONS
    elif entry.rank < state.part_rank:
        state.part, state.voice = None, None
    state.open(entry.rank, folded(entry.text).strip("*# "))
    role = Role.QUESTION if is_question(entry.text) else Role.PROCEDURE
    if role is Role.QUESTION and state.kind in ANSWERING:
        state.question = folded(entry.text)
    return Said(entry, role, state.voice or Speaker(), state.section, above, heading=True)


def _voice(state: Walk, entry: Entry) -> Speaker | None:
    """Who speaks under a heading of the dictionary, as far as the heading says it."""
    if entry.part is Part.DECISION:
        return _owner(entry.text) or state.board
    if entry.part is Part.STATEMENT:
        return politicians(entry.text)
    if entry.part in (Part.MATTER, Part.PROPOSAL) and (owner := _owner(entry.text)):
        return owner if entry.part is Part.PROPOSAL or administration([owner.body]) else None
    return None


def _owner(heading: str) -> Speaker | None:
    """The body in whose name the heading stands ("Socialnämndens beslut"), None when it names none."""
    first, _, rest = bare(heading).partition("s ")
    known = tolerant(r".*(?:nämnden|styrelsen|fullmäktige|utskottet|förvaltningen|kontoret)").fullmatch(first)
    return Speaker(body=first) if rest and known else None


def _opens_answer(state: Walk, entry: Entry, after: Entry | None) -> bool:
    """Whether a question is followed by its answer."""
    if state.kind not in ANSWERING or state.quoting or not is_question(entry.text) or after is None:
        return False
    if after.sort is not Sort.BODY or is_question(after.text) or state.part in (Part.STATEMENT, Part.PROCEDURE):
        return False
    return not state.listing and (state.kind is Kind.INTERPELLATIONSSVAR or entry.piece.form is not Form.ITEM)


def _ask(state: Walk, entry: Entry) -> Said:
    """A question that heads its answer."""
    above = tuple(text for depth, text in state.path if depth < ASKED)
    state.question = folded(entry.text)
    state.open(ASKED, state.question)
    return Said(entry, Role.QUESTION, Speaker(), state.section, above, heading=True)


def _names_speaker(state: Walk, entry: Entry) -> bool:
    """Whether the line only says whose statement follows."""
    if state.part is not Part.STATEMENT or state.quoting or entry.text.lstrip()[:1] in OPENING:
        return False
    named = parties(entry.text)
    if not named or len(entry.text.split()) > WORDS_OF_LEAD_IN * 3:
        return False
    return not entry.text.rstrip().endswith(".") or (
        LODGES.search(entry.text) is not None and len(sentences(entry.text)) == 1 and len(persons(entry.text)) > 0
        and not tolerant("^ersättar").match(entry.text)
    )


def _introduce(state: Walk, entry: Entry) -> Said:
    """The line that names the speaker of a statement: a heading under the statement's heading, or its lead-in."""
    speaker = politicians(entry.text)
    if entry.text.rstrip().endswith("."):
        return Said(entry, Role.PROCEDURE, speaker, state.section, state.headings)
    state.voice = speaker
    above = tuple(text for depth, text in state.path if depth <= state.part_rank)
    state.open(state.part_rank + 1, folded(entry.text).rstrip(":"))
    return Said(entry, Role.PROCEDURE, speaker, state.section, above, heading=True)


def _body(state: Walk, entry: Entry) -> Said:
    """A paragraph of running text, an item or a table."""
    role, speaker = _owned(state, entry)
    if _is_asked(state, entry):
        role, speaker = Role.QUESTION, _asking(state, speaker)
    elif state.listing and entry.piece.form is not Form.ITEM:
        state.listing = False
    _note_lead_in(state, entry)
    if leads_to_questions(entry.text) and len(entry.text.split()) <= WORDS_OF_LEAD_IN and len(sentences(entry.text)) == 1:
        role = Role.QUESTION
    if closes_answer(entry.text) and state.kind is Kind.INTERPELLATIONSSVAR:
        state.question = None
        state.path = [(depth, text) for depth, text in state.path if depth < ASKED]
    _move_quotation(state, entry)
    return Said(entry, role, speaker, state.section, state.headings, state.question if role is not Role.QUESTION else None)


def _is_asked(state: Walk, entry: Entry) -> bool:
    """Whether the entry only asks: by itself, or as an item of a list of questions."""
    if entry.piece.form is Form.TABLE:
        return False
    in_list = state.listing and entry.piece.form is Form.ITEM and (asks(entry.text) or state.part is not Part.MATTER)
    return is_question(entry.text) or in_list


def _asking(state: Walk, speaker: Speaker) -> Speaker:
    """Who asks: the politicians of the lead-in, else the document's politicians, never the administration."""
    if state.asker and (state.asker.parties or state.asker.persons):
        return state.asker
    return speaker if speaker.parties or speaker.persons else Speaker()


def _note_lead_in(state: Walk, entry: Entry) -> None:
    """A text that ends in a colon may open a list of questions or of somebody's proposals."""
    text = folded(entry.text)
    if leads_to_questions(text):
        state.listing = True
    if not text.endswith(":") and entry.piece.form is not Form.ITEM:
        state.moving = None
        if parties(text):
            state.asker = _named(text)
    elif text.endswith(":"):
        state.asker = _named(text) if parties(text) else state.asker
        state.moving = (state.asker or Speaker()) if MOVES.search(text) else None


def _named(text: str) -> Speaker:
    """The politicians whom a lead-in names."""
    return Speaker(parties=parties(text), persons=persons(text))


def _owned(state: Walk, entry: Entry) -> tuple[Role, Speaker]:
    """Role and speaker by who owns the section, quotation and document."""
    text = folded(entry.text)
    if state.moving is not None and entry.piece.form is Form.ITEM:
        return Role.PROPOSAL, state.moving
    if state.part is Part.STATEMENT:
        return Role.CLAIM, _stating(state, text)
    if state.part in SPOKEN and state.part is not None:
        return _by_part(state, state.part, text)
    return _by_document(state, text)


def _stating(state: Walk, text: str) -> Speaker:
    """The politicians of the open statement; a text that names itself ("Ersättaren NN (P) instämde") speaks for itself."""
    if state.voice is None or not (state.voice.parties or state.voice.persons):
        return politicians(text.split("instämde")[0].split("instämmer")[0]) if parties(text) else Speaker()
    return state.voice


def _by_part(state: Walk, part: Part, text: str) -> tuple[Role, Speaker]:
    """What stands under a heading of the dictionary."""
    role = SPOKEN[part]
    if role is Role.DECISION and state.kind not in MINUTES:
        role = Role.PROPOSAL
    if role is Role.PROPOSAL:
        return role, state.voice or (state.accountant if state.kind not in OWN_VOICE else state.own)
    if role is Role.PROCEDURE:
        return role, politicians(text) if parties(text) and part is not Part.ATTENDANCE else Speaker()
    return role, state.voice or Speaker()


def _by_document(state: Walk, text: str) -> tuple[Role, Speaker]:
    """What stands under no such heading, or under one of the administration's: the document's own voice."""
    own = OWN_VOICE.get(state.kind)
    if own is Role.CLAIM and retells_administration(text):
        return own, Speaker(RETELLING, state.own.role, state.own.parties, state.own.persons)
    if own is not None:
        return own, state.own
    if body := accounting_body(text):
        state.voice = Speaker(body=body)
    account = state.voice if state.part is Part.MATTER and state.voice else state.accountant
    if state.kind in MINUTES and state.part is None:
        return _in_minutes(state, text, account)
    if HANDLED.search(text) and len(sentences(text)) == 1:
        return Role.PROCEDURE, Speaker()
    if _proposes(state, text):
        return Role.PROPOSAL, account
    return Role.ACCOUNT, account


def _in_minutes(state: Walk, text: str, account: Speaker) -> tuple[Role, Speaker]:
    """Text of minutes that stands under no heading: a decision by its verb, attendance before the first §, else account."""
    if state.section and DECIDES.match(text):
        return Role.DECISION, state.board
    if state.section and len(text) > SENTENCE_LENGTH and text.endswith("."):
        return Role.ACCOUNT, account
    return Role.PROCEDURE, Speaker()


def _proposes(state: Walk, text: str) -> bool:
    """Whether a single sentence of the administration's text is its proposal."""
    if len(sentences(text)) > 1:
        return False
    formal = state.kind is Kind.TJANSTEUTLATANDE and (BESVARAD.search(text) or DECIDES.match(text))
    return bool(formal) or PROPOSES.match(text) is not None


def _move_quotation(state: Walk, entry: Entry) -> None:
    """Open or close the quotation: a statement may run over many paragraphs before its closing mark."""
    text = entry.text.strip()
    closes = len(text) > 1 and text.rstrip(".")[-1:] in CLOSING_MARK
    if state.part is Part.STATEMENT and text[:1] in OPENING:
        state.quoting = True
    if state.quoting and closes:
        state.quoting = False
        if state.part is Part.STATEMENT:
            state.part, state.voice = Part.PROCEDURE, None
