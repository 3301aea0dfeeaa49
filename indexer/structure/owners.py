"""Who owns a text that neither asks nor is quoted: the section it stands in, else the document."""

from __future__ import annotations

from indexer.model import Form, Kind, Role, Speaker
from indexer.structure.acts import actors, is_act
from indexer.structure.bodies import names_sender
from indexer.structure.entry import Entry
from indexer.structure.folding import bare, folded, tolerant
from indexer.structure.headings import BODY, Part
from indexer.structure.letterhead import is_letterhead
from indexer.structure.news import opens_proposal, tells_decision
from indexer.structure.passage import NOBODY, Passage
from indexer.structure.questions import sentences
from indexer.structure.speakers import (
    RETELLING,
    accounting_body,
    administration,
    parties,
    politicians,
    retells_administration,
)

OWN_VOICE = {  # whose words a document's text is where no heading says otherwise; others are the administration's
    Kind.SKRIVELSE: Role.CLAIM,
    Kind.MOTION: Role.CLAIM,
    Kind.INTERPELLATION: Role.CLAIM,
    Kind.INTERPELLATIONSSVAR: Role.REPLY,
    Kind.KALLELSE: Role.PROCEDURE,
}
SPOKEN = {  # the role of what stands under a heading of the dictionary; under others the document speaks
    Part.DECISION: Role.DECISION,
    Part.PROPOSAL: Role.PROPOSAL,
    Part.PROCEDURE: Role.PROCEDURE,
    Part.ATTENDANCE: Role.PROCEDURE,
    Part.STATEMENT: Role.CLAIM,
    Part.SIGNATURES: Role.SIGNATURE,
}
ORGAN_DECIDES = r"^(?:[\w-]+(?: och \w+)?(?:nämnden|styrelsen|fullmäktige|utskottet)|nämnden)"
DECIDES = tolerant(rf"{ORGAN_DECIDES} (?:beslutar|beslutade)\b(?!.{{0,40}}\b(?:den|dnr|§) ?\d)")
BESVARAD = tolerant(
    r"\b(?:skrivelsen|motionen|interpellationen|remissen|frågan|medborgarförslaget)\b.{0,20}\b(?:anses?|är)\b.{0,20}"
    r"\bbesvarad\b"
)
PROPOSES = tolerant(r"^[\w-]*(?:förvaltningen|kontoret|avdelningen|utskottet) föreslår\b")
HANDLED = tolerant(
    r"\b(?:har|hade)\b.{0,80}\b(?:behandlat|berett|hänskjutit) (?:ärendet|frågan)"
    r"|^ärendet (?:behandlas|avgörs|bordläggs|har behandlats)\b"
)
REPORTED = tolerant(r"\d.*\b(?:stycken|st|ärenden|beslut|avgångar|anmälan|anmälningar)\b|\bbeslut\w*\b.*\d")
DEALT_WITH = tolerant(r"\b(?:utgår|noteras|godkänns?|antas|läggs|bordläggs|kl)\b")
ATTACHED = tolerant(r"^bilag(?:a|or)\s?\d{0,2}\s?:")
OWNED = tolerant(rf"(?P<body>{BODY})s \w")
GENERAL = tolerant(
    r"(?:förvaltningen|kontoret|nämnden|avdelningen)"
)  # the document names the same body in full elsewhere
OFFICIALS = tolerant(r"(?:förvaltningen|kontoret|avdelningen)s ")
CLAUSE = tolerant(r"^(?:\W|\d)*att ")
ROW = 90  # characters of a line of a list
FEW_WORDS = 4
ACCOUNT_LENGTH = 60  # characters; shorter lines under a § tell nothing of the matter


def heading_owner(part: Part, heading: str, board: Speaker, accountant: Speaker) -> Speaker | None:
    """Who speaks under a heading of the dictionary, as far as the heading says it: board or administration."""
    owner = _owner(heading)
    if part is Part.DECISION:
        return owner or board
    if part is Part.STATEMENT:
        return politicians(heading)
    if part is Part.MATTER and owner is not None:
        return owner if administration([owner.body]) else None
    if part is Part.PROPOSAL and owner is None and OFFICIALS.match(bare(heading)):
        return accountant
    return owner if part is Part.PROPOSAL else None


def _owner(heading: str) -> Speaker | None:
    """The body in whose name the heading stands ("Socialnämndens beslut"); None when it names none by its own name."""
    found = OWNED.match(bare(heading))
    return Speaker(body=found["body"]) if found and not GENERAL.fullmatch(found["body"]) else None


def owned(passage: Passage, entry: Entry) -> tuple[Role, Speaker]:
    """Role and speaker of a paragraph by the owner of its section or document."""
    text = folded(entry.text)
    if entry.part is Part.ATTENDANCE or is_letterhead(text) or names_sender(text) or ATTACHED.match(text):
        return Role.PROCEDURE, NOBODY
    if entry.piece.form is Form.TABLE and passage.in_minutes and passage.part in SPOKEN:
        return Role.PROCEDURE, NOBODY
    if passage.moving is not None and (entry.piece.form is Form.ITEM or is_row(entry)):
        return passage.moving
    if passage.part is Part.STATEMENT:
        return Role.CLAIM, _stating(passage, text)
    if passage.part is not None and passage.part in SPOKEN:
        return _by_part(passage, passage.part, entry)
    return _by_document(passage, text)


def is_row(entry: Entry) -> bool:
    """Whether the entry is a line of a list that has no markers."""
    return entry.piece.form is Form.TEXT and len(entry.text) <= ROW and not entry.text.endswith((".", ":"))


def _stating(passage: Passage, text: str) -> Speaker:
    """The politicians of the open statement; who is named in it ("Ersättaren NN (P) instämde") where none is open."""
    if passage.voice is not None and (passage.voice.parties or passage.voice.persons):
        return passage.voice
    return politicians(text.split(" instäm")[0]) if parties(text) else NOBODY


def _by_part(passage: Passage, part: Part, entry: Entry) -> tuple[Role, Speaker]:
    """What stands under a heading of the dictionary."""
    role, text, form = SPOKEN[part], folded(entry.text), entry.piece.form
    if role is Role.DECISION and not (passage.in_minutes or _tells_decision(passage, entry)):
        role = Role.PROPOSAL
    if role is Role.PROPOSAL:
        return role, passage.voice or (passage.own if passage.kind in OWN_VOICE else _proposer(passage))
    if role is Role.PROCEDURE:
        if part is Part.ATTENDANCE:
            return role, NOBODY
        named = actors(text) if text.endswith((".", ":")) and (parties(text) or is_act(text)) else NOBODY
        if passage.moved is not None and named == NOBODY and not is_act(text):
            clause = CLAUSE.match(text) is not None or form is Form.ITEM
            return (Role.PROPOSAL if clause else Role.CLAIM), passage.moved
        return role, named
    return role, passage.voice or NOBODY


def _tells_decision(passage: Passage, entry: Entry) -> bool:
    """Whether a paper that is no minutes tells what was decided, in a sentence or clause, as news of a meeting do."""
    text = folded(entry.text)
    passage.suggesting = passage.suggesting or opens_proposal(text)
    return not passage.suggesting and not is_row(entry) and tells_decision(text, passage.kind, passage.news)


def _proposer(passage: Passage) -> Speaker:
    """Who proposes where the heading does not say: the board to another board, else the administration."""
    return passage.board if passage.in_minutes and passage.board.body else passage.accountant


def _by_document(passage: Passage, text: str) -> tuple[Role, Speaker]:
    """What stands under no such heading, or under one of the administration's: the document's own voice."""
    own = OWN_VOICE.get(passage.kind)
    if own is Role.CLAIM and retells_administration(text):
        return own, Speaker(RETELLING, passage.own.role, passage.own.parties, passage.own.persons)
    if own is not None and not (passage.kind is Kind.KALLELSE and passage.part is Part.MATTER):
        return own, passage.own
    if body := accounting_body(text):
        passage.voice = Speaker(body=body)
    account = passage.voice if passage.part is Part.MATTER and passage.voice else passage.handler or passage.accountant
    if HANDLED.search(text) and len(sentences(text)) == 1:
        return Role.PROCEDURE, NOBODY
    if passage.in_minutes and passage.part is None:
        return _in_minutes(passage, text, account)
    if passage.in_minutes and is_act(text):
        return Role.PROCEDURE, actors(text)
    return (Role.PROPOSAL if _proposes(passage, text) else Role.ACCOUNT), account


def _in_minutes(passage: Passage, text: str, account: Speaker) -> tuple[Role, Speaker]:
    """Text of minutes under no heading: a decision by its verb, before the first § attendance, else account."""
    if passage.section and DECIDES.match(text):
        return Role.DECISION, passage.board
    if passage.section and is_act(text):
        return Role.PROCEDURE, actors(text)
    if passage.moved is not None and text.endswith((".", ":")):
        return Role.CLAIM, passage.moved
    told = len(text) > ACCOUNT_LENGTH and (text.endswith((".", ":")) or REPORTED.search(text))
    if passage.section and (told or _tells_figure(text)):
        return Role.ACCOUNT, account
    return Role.PROCEDURE, NOBODY


def _tells_figure(text: str) -> bool:
    """Whether a short sentence gives a figure ("Bygget har kostat 3,1 mnkr.") and does not deal with the item."""
    figure = text.endswith(".") and len(text.split()) > FEW_WORDS and any(map(str.isdigit, text))
    return figure and not DEALT_WITH.search(text) and "§" not in text


def _proposes(passage: Passage, text: str) -> bool:
    """Whether a single sentence of the administration's text is its proposal."""
    if len(sentences(text)) > 1:
        return False
    formal = passage.kind is Kind.TJANSTEUTLATANDE and (BESVARAD.search(text) or DECIDES.match(text))
    return bool(formal) or PROPOSES.match(text) is not None
