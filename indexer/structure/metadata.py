"""What a document says of itself: title, committee, municipality, dates, registry numbers, status, speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import PurePosixPath

from indexer.model import Kind, RawDocument, Role, Speaker
from indexer.structure.bodies import MUNICIPALITY, ORGAN, names_sender
from indexer.structure.entry import Entry, Sort
from indexer.structure.folding import folded, tolerant
from indexer.structure.headings import Part
from indexer.structure.letterhead import is_letterhead
from indexer.structure.references import SECTION_DNR, bare_dnrs, dates, labelled_dnrs
from indexer.structure.sections import section_of, titled
from indexer.structure.speakers import administration, chair, signer

MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
LETTERS = (Kind.SKRIVELSE, Kind.MOTION, Kind.INTERPELLATION)
HEAD_ENTRIES = 15
NO_PLACE = tolerant(
    r"^(?:om|att|i|inom|för|till|från|av|hos|med|och|när|där|en|ett|hela|vår|denna|varje|annan|respektive) "
)
DATE_LINE = 40  # characters; longer lines without a label speak of another date
HEAD_WORDS = 12  # longer lines speak of a board and are not its name
DNR_LINE = 160  # characters; a registry number in longer text is another matter's
ADJUSTED = tolerant(r"\bjustera(?:t|d|des|s)\b")
DATED = tolerant(r"\b(?:datum(?: för beslut)?|daterad|upprättad|antagen|beslutad|sammanträdesdatum|ort och datum):?\s")
PUT_TO = tolerant(r"\b(?:interpellation|fråga)\w*\b.{0,40}\btill (?P<to>.{3,80}?)(?: från\b|$|:)")
PERIOD = re.compile(r"\d{4}-\d\d-\d\d\s*[-–]\s*\d{4}-\d\d-\d\d")
ADDRESSEE = tolerant(
    r"^(?:\w+ )?till (?P<organ>(?:\w+-(?:, \w+-)? och )?\w*(?:nämnden|styrelsen|fullmäktige|utskottet))(?!\w)"
)
ADDRESSED = tolerant(r"^till\b")  # the date behind is that of the meeting to come
OTHER_DATE = tolerant(r"\b(?:ersätter|giltig\w*|gäller|revideras|senast|period\w*)\b")
STATUS = {
    Kind.TJANSTEUTLATANDE: "proposal", Kind.KALLELSE: "proposal", Kind.SKRIVELSE: "asked", Kind.MOTION: "asked",
    Kind.INTERPELLATION: "asked",
}  # fmt: skip
PROPOSED = tolerant(r"(?:^|/|\n)förslag\b(?! på)")


def head(raw: RawDocument, entries: list[Entry]) -> list[str]:
    """Furniture and the lines before the text proper begins: where a document names itself."""
    lines = [folded(text) for text in raw.furniture]
    for entry in entries[:HEAD_ENTRIES]:
        if entry.part is not None and entry.part is not Part.ATTENDANCE:
            break
        if len(entry.text) < 2 * DNR_LINE:
            lines.append(folded(entry.text))
    return lines


def title_of(
    raw: RawDocument, entries: list[Entry], kind: Kind, committee: str | None, date: str | None, name: str
) -> str:
    """The title as the document has it; for whole minutes, kind with committee and date; at worst the file's name."""
    if kind in (Kind.PROTOKOLL, Kind.KALLELSE) and committee:
        return " ".join(filter(None, (kind.value.capitalize(), committee, date)))
    opened = next((found[1] for entry in entries if entry.section and (found := section_of(entry.text))), "")
    if kind in MINUTES and opened:
        return _without_dnr(titled(folded(opened)))
    headings = [entry for entry in entries[:HEAD_ENTRIES] if entry.sort is Sort.HEADING and not entry.part]
    for entry in sorted(headings, key=lambda found: found.rank):
        words = folded(entry.text).strip("*# ")
        if not is_letterhead(words) and not names_sender(words):
            return f"{words} {_subtitle(entries, entry)}".strip() if len(words.split()) == 1 else words
    return raw.properties.get("title", "").strip() or PurePosixPath(name).stem.replace("_", " ").replace("-", " ")


def _subtitle(entries: list[Entry], title: Entry) -> str:
    """The heading right after a title of one word ("Handlingsplan"), which says of what."""
    place = entries.index(title) + 1
    after = entries[place] if place < len(entries) else title
    return (
        folded(after.text).strip("*# ") if after.sort is Sort.HEADING and not after.part and after is not title else ""
    )


def _without_dnr(title: str) -> str:
    """The title of a § without the registry number before it."""
    for dnr in bare_dnrs(title) + labelled_dnrs(title):
        title = title.replace(dnr, "")
    return re.sub(r"^(?:dnr|diarienr)\.?:?\s*", "", title.strip(" *"), flags=re.IGNORECASE)


def committee_of(raw: RawDocument, entries: list[Entry], kind: Kind) -> str | None:
    """The board: named or addressed in the head, owner of the decision, its chair signing, in the proposal; or None."""
    if named := ORGAN.search(folded(" ".join(raw.furniture))):
        return _organ(named)
    for text in head(raw, entries) if kind not in LETTERS else []:
        named = ORGAN.search(text)
        if named and len(text.split()) <= HEAD_WORDS:
            return _organ(named)
    for text in head(raw, entries):
        if addressed := ADDRESSEE.search(text):
            return folded(addressed["organ"][:1].upper() + addressed["organ"][1:])
    owned = [entry.text for entry in entries if entry.part in (Part.DECISION, Part.PROPOSAL)]
    chairs = [found[0] for entry in entries if entry.sort is Sort.SIGNATURE and (found := chair(entry.text))]
    for text in [*owned, *chairs, *_proposed(entries)]:
        if owner := ORGAN.match(folded(text)):
            return _organ(owner)
    return None


def _proposed(entries: list[Entry]) -> Iterable[str]:
    """The first text under each heading of a decision or a proposal."""
    for entry, after in pairwise(entries):
        if entry.part in (Part.DECISION, Part.PROPOSAL):
            yield after.text


def _organ(found: re.Match[str]) -> str:
    """The organ's name without the genitive s, in capitals only where it begins."""
    name = folded(found["organ"])
    return name.capitalize() if name.isupper() else name


def municipality_of(raw: RawDocument, entries: list[Entry]) -> str | None:
    """The municipality in the head, else the one that the text names most and more than once; else None."""
    own = Counter(_places(head(raw, entries)))
    counted = own or Counter(_places(entry.text for entry in entries))
    (first, most), (_, second) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
    return first if most > second and (own or most > 1) else None


def _places(texts: Iterable[str]) -> list[str]:
    """The municipalities named in the texts, once for each time, without a capital word that only precedes them."""
    found = (match["name"] for text in texts for match in MUNICIPALITY.finditer(folded(text)))
    names = [NO_PLACE.sub("", _not_in_capitals(name)) for name in found]
    plain = {name for name in names if len(name.split()) == 2}
    shorter = (name.partition(" ")[2] if name.partition(" ")[2] in plain else name for name in names)
    return [name for name in shorter if len(name.split()) > 1]


def _not_in_capitals(name: str) -> str:
    """The municipality's name as in running text where it is written in capitals throughout."""
    return re.sub(r" (?:Kommun|Stad)$", lambda found: found[0].lower(), name.title()) if name.isupper() else name


def date_of(raw: RawDocument, entries: list[Entry], kind: Kind) -> str | None:
    """The meeting's date for minutes, else the date that the document bears in its head; ISO."""
    lines = [
        line for line in head(raw, entries) if not any(other.search(line) for other in (ADJUSTED, PERIOD, ADDRESSED))
    ]
    for line in lines:
        if (found := DATED.search(line)) and (labelled := dates(OTHER_DATE.split(line[found.end() :])[0])):
            return labelled[0]
    bearing = (line for line in lines if kind in MINUTES or len(line) < DATE_LINE or names_sender(line))
    own = (line for line in bearing if len(line) < DNR_LINE and not OTHER_DATE.search(line))
    return next((stated[0] for line in own if (stated := dates(line))), None)


def adjusted_of(raw: RawDocument, entries: list[Entry]) -> str | None:
    """The date on which the minutes were approved."""
    for text in [*(entry.text for entry in entries), *raw.furniture]:
        if len(text) < 2 * DNR_LINE and (found := ADJUSTED.search(text)) and (stated := dates(text[found.start() :])):
            return stated[0]
    return None


def dnrs_of(raw: RawDocument, entries: list[Entry]) -> tuple[str, ...]:
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
    heads = (section_of(text) for text in opened)
    found += [first[0] for head in heads if head and (first := SECTION_DNR.match(head[1]))]
    unique = dict.fromkeys(found)
    return tuple(dnr for dnr in unique if not any(dnr != other and dnr in other for other in unique))


def _names_matter(text: str) -> bool:
    """Whether a number that only its form gives away is the matter's own here: in a § heading or a short line."""
    return section_of(text) is not None or len(text) < 80


def status_of(kind: Kind, adjusted: str | None, named: str, roles: set[Role]) -> str:
    """How far the matter has come by this document; named: its title and the name of its file."""
    if kind in MINUTES:
        if Role.PROPOSAL in roles and Role.DECISION not in roles:
            return "proposal"
        return "adjusted" if adjusted else "decided"
    return "proposal" if PROPOSED.search(named) else STATUS.get(kind, "stated")


def speaker_of(raw: RawDocument, entries: list[Entry], kind: Kind, committee: str | None) -> Speaker:
    """Who speaks in the document where nothing else is said: the signers, the chair, the administration, the board."""
    signed = [entry for entry in entries if entry.sort is Sort.SIGNATURE]
    if kind in LETTERS or kind is Kind.INTERPELLATIONSSVAR:
        names = [name for entry in signed for name in entry.signers]
        own = signer(folded(" ".join(entry.text for entry in signed)), names)
        return own if signed or kind in LETTERS else _asked_chair(raw, entries)
    if kind in MINUTES:
        return Speaker(body=committee or "")
    if kind is Kind.AVTAL:
        return Speaker()
    if kind is Kind.RIKTLINJE and committee:
        return Speaker(body=committee)
    return Speaker(body=administration([*raw.furniture, *(entry.text for entry in entries)]))


def _asked_chair(raw: RawDocument, entries: list[Entry]) -> Speaker:
    """The chair to whom an interpellation was put, who answers it where nobody signs."""
    titles = (chair(found["to"]) for line in head(raw, entries) if (found := PUT_TO.search(line)))
    body, role = next((title for title in titles if title), ("", ""))
    return Speaker(body=body, role=role)
