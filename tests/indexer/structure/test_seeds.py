"""The five real documents of the shared folder, checked where it is present. Fragments are a few words long."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.model import Document, Kind, Paragraph, Role
from indexer.readers.text import read_text
from indexer.structure import structure

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared folder with the seed documents is not here")

Understood = tuple[Document, tuple[Paragraph, ...]]
ROLES = {  # by position, see LETTERS
    "000": "P CCC Q QQQQQQQ",
    "001": "P CCC Q QQ S",
    "002": "PPP DDD P AA PP P P CCCCCC P C SSS",
    "003": "P Q RR Q RR Q RRRRRRRRR Q RRRRR Q RR Q RRR R S",
    "004": "P P F S P AAA P A QQ P A P P A P AAAAAA F P PPP",
}
LETTERS = {
    "P": Role.PROCEDURE,
    "C": Role.CLAIM,
    "Q": Role.QUESTION,
    "S": Role.SIGNATURE,
    "D": Role.DECISION,
    "A": Role.ACCOUNT,
    "R": Role.REPLY,
    "F": Role.PROPOSAL,
}


def path(number: str) -> Path:
    """One of the five, by the number that its name begins with."""
    (found,) = SEEDS.glob(f"{number}_*.txt")
    return found


def seed(number: str) -> Understood:
    """One of the five with structure."""
    return structure(read_text(path(number)), content_hash="0" * 16, name=path(number).name)


def after(number: str, label: str) -> str:
    """What stands behind a label on the first line of a seed that begins with it."""
    lines = path(number).read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix(label).strip() for line in lines if line.startswith(label))


@pytest.mark.parametrize("number", ROLES)
def test_every_paragraph_has_the_role_that_a_reader_gives_it(number: str) -> None:
    expected = [LETTERS[letter] for letter in ROLES[number].replace(" ", "")]
    assert [paragraph.role for paragraph in seed(number)[1]] == expected


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("000", Kind.SKRIVELSE),
        ("001", Kind.SKRIVELSE),
        ("002", Kind.PROTOKOLLSUTDRAG),
        ("003", Kind.INTERPELLATIONSSVAR),
        ("004", Kind.TJANSTEUTLATANDE),
    ],
)
def test_the_kinds_are_right(number: str, kind: Kind) -> None:
    assert seed(number)[0].kind is kind


def test_the_extract_says_dnr_approval_and_board_but_no_date() -> None:
    document, paragraphs = seed("002")
    assert (document.dnr, document.adjusted) == ((after("002", "Dnr "),), after("002", "Justerat "))
    assert document.date is None
    assert paragraphs[2].text.startswith(f"{document.committee}s beslut")
    sections = {paragraph.place.section for paragraph in paragraphs}
    assert sections == {paragraphs[0].text.partition("**")[0]}


def test_the_statement_of_the_extract_is_by_two_parties_to_its_end() -> None:
    _, paragraphs = seed("002")
    claims = [paragraph for paragraph in paragraphs if "Särskilt uttalande" in paragraph.place.headings][1:]
    heading = next(paragraph for paragraph in paragraphs if " m.fl. (" in paragraph.text)
    assert len(claims) == 6
    assert claims[0].text[0] == claims[-1].text[-1] == "”"
    assert {paragraph.speaker for paragraph in claims} == {heading.speaker}
    assert len(heading.speaker.parties) == len(heading.speaker.persons) == 2
    substitute = next(paragraph for paragraph in paragraphs if paragraph.text.startswith("Ersättaren "))
    assert not set(substitute.speaker.parties) & set(heading.speaker.parties)


def test_every_reply_of_the_interpellation_answer_has_its_question() -> None:
    document, paragraphs = seed("003")
    lines = [line.strip() for line in path("003").read_text(encoding="utf-8").splitlines()]
    questions = [line for line in lines if line.endswith("?")]
    assert [paragraph.text for paragraph in paragraphs if paragraph.role is Role.QUESTION] == questions
    *replies, closing = [paragraph for paragraph in paragraphs if paragraph.role is Role.REPLY]
    assert list(dict.fromkeys(paragraph.question for paragraph in replies)) == questions
    assert closing.question is None
    assert document.speaker.role.startswith(f"{document.committee}s ")
    assert (document.municipality, document.date, document.dnr) == (None, None, ())


def test_the_damaged_account_is_read_through_its_damage() -> None:
    document, paragraphs = seed("004")
    assert document.damaged
    assert document.title.startswith("Svar på ")
    assert document.speaker.body.endswith("förvaltningen")
    assert len(paragraphs[3].speaker.persons) == 2
    askers = {paragraph.speaker for paragraph in paragraphs if paragraph.role is Role.QUESTION}
    assert [len(asker.parties) for asker in askers] == [1]
    assert all("\n" not in paragraph.text for paragraph in paragraphs)
