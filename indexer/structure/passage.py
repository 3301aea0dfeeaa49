"""The state of the walk through a document, and what it says of each entry."""

from __future__ import annotations

from dataclasses import dataclass, field

from indexer.model import Kind, Role, Speaker
from indexer.structure.entry import SUB, Entry
from indexer.structure.headings import Part

MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
NOBODY = Speaker()


@dataclass(frozen=True)
class Said:
    """What the walk found out about one entry."""

    entry: Entry
    role: Role
    speaker: Speaker = NOBODY
    section: str | None = None
    headings: tuple[str, ...] = ()
    question: str | None = None
    heading: bool = False


@dataclass
class Passage:
    """Where the walk stands.

    kind, own, board, accountant: the document's kind, its own voice, the board that decides, the administration.
    path, section, part, part_rank, voice: the open headings, the open §, what the nearest heading of the dictionary
    opened and how deep, and who speaks under it.
    quoted: whose words the open quotation holds, None when none is open. question: what is being answered.
    listing: a list of questions is open. moving: what the items of the open list are, and whose. named: who was named
    last. lead_in: the text before ended in a colon. moved: who stands before the text that is moved.
    handler: the administration that the head of the § names. proposing: the heading of a proposal stands right above.
    news: the paper tells of a meeting held. suggesting: a lead-in says that what follows is to be decided elsewhere.
    """

    kind: Kind
    own: Speaker
    board: Speaker
    accountant: Speaker
    path: list[tuple[int, str]] = field(default_factory=list)
    section: str | None = None
    part: Part | None = None
    part_rank: int = SUB
    voice: Speaker | None = None
    quoted: Speaker | None = None
    question: str | None = None
    listing: bool = False
    moving: tuple[Role, Speaker] | None = None
    moved: Speaker | None = None
    handler: Speaker | None = None
    proposing: bool = False
    news: bool = False
    suggesting: bool = False
    named: Speaker = NOBODY
    lead_in: bool = False

    @property
    def in_minutes(self) -> bool:
        """Whether the document records what a board did."""
        return self.kind in MINUTES

    @property
    def headings(self) -> tuple[str, ...]:
        """The open headings, outermost first."""
        return tuple(text for _, text in self.path)

    def above(self, rank: int) -> tuple[str, ...]:
        """The open headings of a lower rank than `rank`."""
        return tuple(text for depth, text in self.path if depth < rank)

    def open(self, rank: int, words: str) -> None:
        """A heading closes those of its rank and deeper ones, and stands open itself."""
        self.path = [(depth, text) for depth, text in self.path if depth < rank]
        self.path.append((rank, words))

    def enter_section(self, section: str) -> None:
        """A new § closes everything."""
        self.section, self.part, self.voice, self.path = section, None, None, []
        self.named, self.handler = NOBODY, None

    def end_lists(self) -> None:
        """A heading or a signature ends quotation, question and lists."""
        self.quoted = self.question = self.moving = self.moved = None
        self.listing = self.lead_in = False

    def end_answer(self) -> None:
        """What follows answers no question any more."""
        self.path = [(depth, text) for depth, text in self.path if text != self.question]
        self.question = None
