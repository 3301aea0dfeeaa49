"""What a document says of itself: title, committee, municipality, dates, registry numbers, status, speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

from indexer.model import Kind, RawDocument, Role, Speaker
from indexer.structure.folding import folded, tolerant
from indexer.structure.headings import Part
from indexer.structure.outline import HEAD_LABEL, Entry, Sort
from indexer.structure.references import bare_dnrs, dates, labelled_dnrs, section_of
from indexer.structure.signatures import approves
from indexer.structure.speakers import administration, chair, politicians

MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
LETTERS = (Kind.SKRIVELSE, Kind.MOTION, Kind.INTERPELLATION)
HEAD_ENTRIES = 15
ORGAN = tolerant(
    r"(?P<organ>(?-i:[A-ZÅÄÖ])[\wåäö]*(?:-? och [\wåäö]+)?(?:nämnd(?:en)?|styrelse(?:n)?|fullmäktige|beredning(?:en)?)"
    r"(?:s (?:\w+ )?(?:arbets)?utskott)?|(?-i:[A-ZÅÄÖ])[\wåäö]*utskott(?:et)?)(?P<genitive>s)?(?![\wåäö])"
)
MUNICIPALITY = tolerant(
    r"(?P<name>(?-i:[A-ZÅÄÖ])[\wåäö]+(?: (?-i:[A-ZÅÄÖ])[\wåäö]+)? (?:kommun|stad)|Region (?-i:[A-ZÅÄÖ])[\wåäö]+)(?:s|en|ens)?(?![\wåäö])"
)
NO_PLACE = tolerant(r"(?:annan|vår|denna|hela|en|din|sin|samma|varje|berörd|respektive|i|per|till|för|denne|en) (?:kommun|stad)")
DNR_LINE = 160  # characters; a registry number in longer text is another matter's
ADJUSTED = tolerant(r"\bjustera(?:t|d|des|s)\b")
DATED = tolerant(r"^(?:datum|daterad|upprättad|sammanträdesdatum|ort och datum)\b")
STATUS = {
    Kind.TJANSTEUTLATANDE: "proposal", Kind.KALLELSE: "proposal", Kind.SKRIVELSE: "asked", Kind.MOTION: "asked",
    Kind.INTERPELLATION: "asked",
}  # fmt: skip
PROPOSED = tolerant(r"^förslag\b")


def head(raw: RawDocument, entries: list[Entry]) -> list[str]:
    """Furniture and the lines before the text proper begins: where a document names itself."""
    lines = [folded(text) for text in raw.furniture]
    for entry in entries[:HEAD_ENTRIES]:
        if entry.part is not None and entry.part is not Part.ATTENDANCE:
            break
        if len(entry.text) < 2 * DNR_LINE:
            lines.append(folded(entry.text))
    return lines


def title_of(raw: RawDocument, entries: list[Entry], kind: Kind, committee: str | None, date: str | None, name: str) -> str:
    """The title as the document has it; for whole minutes, kind with committee and date; at worst the file's name."""
    if kind is Kind.PROTOKOLL and committee:
        return " ".join(filter(None, ("Protokoll", committee, date)))
    section = next((found[1] for entry in entries if entry.section and (found := section_of(entry.text))), "")
    if kind in MINUTES and section:
        return _without_dnr(folded(section))
    headings = [entry for entry in entries[:HEAD_ENTRIES] if entry.sort is Sort.HEADING and not entry.part]
    for entry in sorted(headings, key=lambda found: found.rank):
        words = folded(entry.text).strip("*# ")
        if not HEAD_LABEL.match(words) and not ORGAN.fullmatch(words):
            return words
    return raw.properties.get("title", "").strip() or PurePosixPath(name).stem.replace("_", " ").replace("-", " ")


def _without_dnr(title: str) -> str:
    """The title of a § without the registry number before it."""
    for dnr in bare_dnrs(title) + labelled_dnrs(title):
        title = title.replace(dnr, "")
    return re.sub(r"^(?:dnr|diarienr)\.?:?\s*", "", title.strip(" *"), flags=re.IGNORECASE)


def committee_of(raw: RawDocument, entries: list[Entry], kind: Kind) -> str | None:
    """The board: named in the head, as owner of the decision, by its chair's title, or in the proposal; else None."""
    for text in head(raw, entries):
        if (found := ORGAN.search(text)) and len(text) < DNR_LINE and kind not in LETTERS and not _retold(text):
            return _organ(found)
    owned = [entry.text for entry in entries if entry.part in (Part.DECISION, Part.PROPOSAL)]
    chairs = [found[0] for entry in entries if entry.sort is Sort.SIGNATURE and (found := chair(entry.text))]
    for text in [*owned, *chairs, *_proposed(entries)]:
        if found := ORGAN.match(folded(text)):
            return _organ(found)
    return None


def _retold(text: str) -> bool:
    """Whether the line is a title that merely speaks of a board."""
    return len(text.split()) > 12


def _proposed(entries: list[Entry]) -> Iterable[str]:
    """The first text under each heading of a decision or a proposal."""
    for entry, after in zip(entries, entries[1:], strict=False):
        if entry.part in (Part.DECISION, Part.PROPOSAL):
            yield after.text


def _organ(found: re.Match[str]) -> str:
    """The organ's name without the genitive s."""
    return folded(found["organ"])


def municipality_of(raw: RawDocument, entries: list[Entry]) -> str | None:
    """The municipality that the document names most; None when it names none or several alike."""
    text = folded(" ".join([*raw.furniture, *(entry.text for entry in entries)]))
    counted = Counter(
        match["name"] for match in MUNICIPALITY.finditer(text) if not NO_PLACE.fullmatch(match["name"])
    ).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return None
    return counted[0][0]


def date_of(raw: RawDocument, entries: list[Entry], kind: Kind) -> str | None:
    """The meeting's date for minutes, else the date that the document bears in its head; ISO."""
    lines = [line for line in head(raw, entries) if not approves(line)]
    dated = [line for line in lines if DATED.match(line)]
    for line in [*dated, *lines]:
        if len(line) < DNR_LINE and not ADJUSTED.search(line) and (found := dates(line)) and (dated or _bears(line, kind)):
            return found[0]
    return None


def _bears(line: str, kind: Kind) -> bool:
    """Whether an unlabelled line with a date is the document's own: short, or the head of minutes."""
    return len(line) < 60 or kind in MINUTES


def adjusted_of(raw: RawDocument, entries: list[Entry]) -> str | None:
    """The date on which the minutes were approved."""
    for text in [*(entry.text for entry in entries), *raw.furniture]:
        if len(text) < 2 * DNR_LINE and (found := ADJUSTED.search(text)) and (stated := dates(text[found.start() :])):
            return stated[0]
    return None


def dnrs_of(raw: RawDocument, entries: list[Entry], kind: Kind) -> tuple[str, ...]:
    """Registry numbers of this matter: in the head, in § headings, on lines of their own."""
    found: list[str] = []
    opening = head(raw, entries)
    opened = [folded(entry.text) for entry in entries if entry.section]
    lines = [folded(entry.text) for entry in entries if len(entry.text) < 50]
    for text in [*opening, *opened]:
        if len(text) < 2 * DNR_LINE:
            found += labelled_dnrs(text) + (bare_dnrs(text) if _names_matter(text) else [])
    for text in lines:
        found += labelled_dnrs(text)
    unique = dict.fromkeys(found)
    return tuple(dnr for dnr in unique if not any(dnr != other and dnr in other for other in unique))


def _names_matter(text: str) -> bool:
    """Whether a number that only its form gives away is the matter's own here: in a § heading or a short line."""
    return section_of(text) is not None or len(text) < 80


def status_of(kind: Kind, adjusted: str | None, title: str, roles: set[Role]) -> str:
    """How far the matter has come by this document."""
    if kind in MINUTES:
        if Role.PROPOSAL in roles and Role.DECISION not in roles:
            return "proposal"
        return "adjusted" if adjusted else "decided"
    return "proposal" if PROPOSED.match(title) else STATUS.get(kind, "stated")


def speaker_of(entries: list[Entry], kind: Kind, committee: str | None) -> Speaker:
    """Who speaks in the document where nothing else is said: the signers, the chair, the administration, the board."""
    signed = [folded(entry.text) for entry in entries if entry.sort is Sort.SIGNATURE]
    if kind in LETTERS:
        return politicians(" ".join(signed))
    if kind is Kind.INTERPELLATIONSSVAR:
        return _chair(signed)
    if kind in MINUTES:
        return Speaker(body=committee or "")
    return Speaker(body=administration(entry.text for entry in entries))


def _chair(signed: list[str]) -> Speaker:
    """The chair who signs an answer."""
    text = " ".join(signed)
    named = politicians(text)
    title = chair(text)
    if title is None:
        return named
    before = text[: text.index(title[1])].strip(" ,–-")
    person = named.persons or ((before.split("(")[0].strip(),) if before else ())
    return Speaker(body=title[0], role=title[1], parties=named.parties, persons=person)
