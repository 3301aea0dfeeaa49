"""What kind of document it is, by the words of its title, head, furniture, headings and, weakly, its name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from pathlib import PurePosixPath

from indexer.model import Form, Kind, RawDocument
from indexer.structure.entry import Entry, Sort
from indexer.structure.folding import folded, tolerant
from indexer.structure.headings import Part
from indexer.structure.questions import leads_to_questions
from indexer.structure.sections import section_number
from indexer.structure.speakers import parties

HEAD_PIECES, HEAD_LINE = 12, 200  # of the first pieces, and characters of a line that can name the kind
TITLE_WEIGHT, HEAD_WEIGHT, NAME_WEIGHT, BODY_WEIGHT = 6, 4, 3, 4
WORDS: dict[Kind, str] = {  # in title and name
    Kind.KALLELSE: r"\b(?:kallelse|föredragningslista|dagordning)",
    Kind.INTERPELLATIONSSVAR: r"(?:svar|besvarande)\b.{0,20}\binterpellation|interpellationssvar",
    Kind.INTERPELLATION: r"^(?:interpellation|enkel fråga|fråga till)\b",
    Kind.MOTION: r"^motion(?:en)?\b",
    Kind.SKRIVELSE: r"^skrivelse\b",
    Kind.TJANSTEUTLATANDE: r"tjänste(?:utlåtande|skrivelse|yttrande|utl)",
    Kind.SVAR: r"^(?:svar|yttrande|remissvar|besvarande)\b",
    Kind.RAPPORT: r"(?:rapport|uppföljning|bokslut|årsredovisning|verksamhetsberättelse|utvärdering|granskning"
    r"|genomlysning)",
    Kind.RIKTLINJE: r"(?:riktlinje|policy|reglemente|rutin\b|delegationsordning|handlingsplan|plan(?:er)?\b|program\b)",
    Kind.AVTAL: r"(?:avtal|överenskommelse|partnerskap)",
    Kind.LISTA: r"(?:lista\b|förteckning|nyanställ|avgångar\b|delegationsbeslut|anmälan av)",
    Kind.STATISTIK: r"(?:statistik|tabeller|nyckeltal|diagram)",
    Kind.PROTOKOLLSUTDRAG: r"(?:protokollsutdrag|expediering|utdrag ur)",
    Kind.PROTOKOLL: r"(?:^|\W)(?:sammanträdes)?protokoll\b",
}
HEAD: dict[Kind, str] = {  # in the first lines and the furniture
    Kind.KALLELSE: r"\b(?:kallelse|föredragningslista)\b",
    Kind.PROTOKOLL: r"(?:^|\s)(?:sammanträdes)?protokoll(?:\s|$)",
    Kind.PROTOKOLLSUTDRAG: r"protokollsutdrag|utdrag ur protokoll",
    Kind.TJANSTEUTLATANDE: r"(?<!till )(?<!enligt )(?<!i )(?<!s )tjänste(?:utlåtande|skrivelse|yttrande)\b",
    Kind.RIKTLINJE: r"\b(?:typ av styrdokument|dokumentansvarig|giltighetstid)\b",
    Kind.AVTAL: r"\b(?:mellan följande parter|parterna|nedan kallad)\b",
    Kind.MOTION: r"^motion\b",
    Kind.INTERPELLATION: r"^interpellation\b",
}
BODY: dict[Kind, str] = {  # anywhere
    Kind.INTERPELLATIONSSVAR: r"\binterpellationen (?:är |härmed )?besvarad",
    Kind.SKRIVELSE: r"\b(?:lägger|lämnar|skriver|överlämnar) (?:vi|jag) (?:härmed )?(?:denna|följande) skrivelse",
    Kind.MOTION: r"\b(?:yrkar|föreslår) (?:vi|jag|\w+erna|\w+partiet)?\s?(?:därför )?"
    r"att kommun(?:fullmäktige|styrelsen)",
    Kind.TJANSTEUTLATANDE: r"\b(?:enlighet med|förvaltningens) (?:detta )?tjänste?(?:utlåtande|skrivelse)t?",
}
PRIORITY = {  # a reply names what it replies to, a written opinion names what it is about
    Kind.INTERPELLATIONSSVAR: 2, Kind.TJANSTEUTLATANDE: 2, Kind.PROTOKOLLSUTDRAG: 1, Kind.PROTOKOLL: 1,
}  # fmt: skip
COMPILED = [
    (weight, {kind: tolerant(pattern) for kind, pattern in table.items()})
    for weight, table in ((TITLE_WEIGHT, WORDS), (NAME_WEIGHT, WORDS), (HEAD_WEIGHT, HEAD), (BODY_WEIGHT, BODY))
]
HANDLED = tolerant(r"\bhandläggare\b")
RECORD = tolerant(  # only a record of a meeting says so
    r"^(?:vid protokollet|beslutande\b|närvarande\b|utses att justera|(?:omedelbart )?justerat?\b|utdragsbestyrkande|"
    r"justerande|anslag/?bevis|bevis om anslag)"
)
ANSWER, ANSWER_LINES = tolerant(r"svar på interpellation\b"), 5  # of the first lines, when the title names the matter
EXTRACT = tolerant(HEAD[Kind.PROTOKOLLSUTDRAG])
MEETING = tolerant(r"\bsammanträde(?:sdatum)?:? \d.*\b(?:klockan|kl\.?|plats|tid)\b")
OWN_TITLE = tolerant("|".join(WORDS[kind] for kind in (Kind.RAPPORT, Kind.SKRIVELSE, Kind.MOTION, Kind.INTERPELLATION)))


@dataclass(frozen=True)
class Signs:
    """The texts in which the kind shows, in the order of COMPILED."""

    title: str
    name: str
    head: str
    body: str


def kind_of(raw: RawDocument, entries: list[Entry], name: str) -> Kind:
    """The document's kind; OKAND when nothing speaks for any.

    What a record of decisions mentions ("in accordance with the official's account") says nothing of its own kind.
    """
    sections = {section_number(entry.section) for entry in entries if entry.section}
    parts = {entry.part for entry in entries}
    recorded = bool(sections) and (Part.DECISION in parts or len(sections) > 2)
    signs = _signs(raw, entries, name)
    scores: dict[Kind, float] = {}
    texts = (signs.title, signs.name, signs.head, "" if recorded or OWN_TITLE.search(signs.title) else signs.body)
    for (weight, table), text in zip(COMPILED, texts, strict=True):
        for kind, pattern in table.items():
            if pattern.search(text):
                scores[kind] = scores.get(kind, 0) + weight
    for kind, shown in _by_structure(entries, sections, parts, signs).items():
        scores[kind] = scores.get(kind, 0) + shown
    if not scores:
        return Kind.OKAND
    best = max(scores, key=lambda kind: (scores[kind] + PRIORITY.get(kind, 0), PRIORITY.get(kind, 0)))
    return _minutes(best, entries, sections, signs)


def _signs(raw: RawDocument, entries: list[Entry], name: str) -> Signs:
    """The texts to look in; the name's words parted as in running text."""
    stem = PurePosixPath(name).stem.replace("-", " ").replace("_", " ")
    title = next((entry.text for entry in entries[:HEAD_PIECES] if entry.sort is Sort.HEADING and entry.rank == 0), "")
    before = takewhile(lambda entry: not entry.section, entries[:HEAD_PIECES])
    opening = [entry.text for entry in before if len(entry.text) < HEAD_LINE and not entry.text.endswith(".")]
    answer = next((line for line in opening[:ANSWER_LINES] if ANSWER.match(line)), "")
    return Signs(
        title=folded(f"{title} {answer}"),
        name=stem,
        head=folded(" ".join([*raw.furniture, *opening])),
        body=folded(" ".join(entry.text for entry in entries)),
    )


def _by_structure(entries: list[Entry], sections: set[str], parts: set[Part | None], signs: Signs) -> dict[Kind, float]:
    """What the skeleton speaks for: § for minutes, a proposal by an official, questions by signers, tables."""
    found: dict[Kind, float] = {}
    kept = any(RECORD.search(entry.text) for entry in entries if len(entry.text) < 200)
    if sections:
        found[Kind.PROTOKOLL] = 8 if Part.DECISION in parts or len(sections) > 2 else 3
    if Part.DECISION in parts and (kept or (Part.STATEMENT in parts and Part.PROPOSAL not in parts)):
        found[Kind.PROTOKOLL] = found.get(Kind.PROTOKOLL, 4) + 4
    if Part.PROPOSAL in parts and not sections:
        handled = any(HANDLED.search(entry.text) for entry in entries[:HEAD_PIECES])
        account = Part.MATTER in parts and not OWN_TITLE.search(signs.title)
        found[Kind.TJANSTEUTLATANDE] = 8 if handled else 6 if account else 3
        if Part.DECISION not in parts and MEETING.search(signs.head):
            found[Kind.KALLELSE] = 9
    signed = any(entry.sort is Sort.SIGNATURE and parties(entry.text) for entry in entries)
    if any(leads_to_questions(entry.text) for entry in entries) and not parts & {Part.PROPOSAL, Part.DECISION}:
        found[Kind.SKRIVELSE] = 4 if signed else 3
    tables = sum(len(entry.text) for entry in entries if entry.piece.form is Form.TABLE)
    if tables > 0.7 * sum(len(entry.text) for entry in entries):
        found[Kind.STATISTIK] = 2
    return found


def _minutes(kind: Kind, entries: list[Entry], sections: set[str], signs: Signs) -> Kind:
    """Minutes of one § are an extract when they call themselves so or have no list of those present."""
    if kind not in (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG):
        return kind
    present = any(entry.part is Part.ATTENDANCE for entry in entries)
    extract = EXTRACT.search(signs.head) is not None and len(sections) == 1
    return Kind.PROTOKOLL if len(sections) > 1 or (present and not extract) else Kind.PROTOKOLLSUTDRAG
