"""An answer under way: its sentences, its quotes and the citations that they lean on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from indexer.language.tokens import fold
from qa.compose.attribution import attribution
from qa.model import Answer, AnswerFigure, Citation, Status
from qa.query import Query
from qa.read.lead import Lead
from qa.read.passages import Passage
from qa.read.readings import Reading

_INNER: Final = re.compile(r"[“”„\"]")


@dataclass
class Wording:
    """What is written so far."""

    query: Query
    sentences: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    figures: tuple[AnswerFigure, ...] = ()
    status: Status = Status.ANSWERED

    def cite(self, passage: Passage, quote: str | None = None) -> str:
        """The [n] mark of a passage, or of another quote from its paragraph; a new citation unless it is cited."""
        paragraph = passage.candidate.paragraph
        text = passage.raw if quote is None else quote
        for known in self.citations:
            if known.paragraph.id == paragraph.id and fold(known.quote) == fold(text):
                return f"[{known.number}]"
        number = len(self.citations) + 1
        page = paragraph.place.page_at(passage.start)
        self.citations.append(Citation(number, passage.candidate.document, paragraph, text, page))
        return f"[{number}]"

    def quote(self, passage: Passage) -> str:
        """The passage as it should read, in quotation marks, with its mark; a table row after the table's head."""
        row = f"{quoted(passage.text, self.query.language)} {self.cite(passage)}"
        if not passage.head or passage.start == 0:
            return row
        return f"{quoted(passage.head, self.query.language)}: {row}"

    def state(self, readings: list[Reading], direct: Lead | None = None, opening: str = "", matter: str = "") -> None:
        """Add "{Ja: }{34 konsulter, }{uppger …}{, ”Ärende”}: ”…” [1]", from readings of the one speaker that is named.

        matter: the heading, of a cited paragraph, under which it stands.
        """
        passage = readings[0].passage
        said_by = attribution(passage.candidate.document, passage.candidate.paragraph, self.query.language)
        said_by = f"{said_by}, {quoted(matter, self.query.language)}" if matter else said_by
        head = f"{direct.text}, {said_by}" if direct is not None else re.sub("^uppger ", "enligt ", said_by)
        head = f"{opening}: {head}" if opening else head[:1].upper() + head[1:]
        self.sentences.append(f"{head}: {' '.join(self.quote(reading.passage) for reading in readings)}")

    def answer(self) -> Answer:
        """The answer as it stands."""
        return Answer(
            question=self.query.question,
            language=self.query.language,
            status=self.status,
            text=" ".join(self.sentences),
            figures=self.figures,
            citations=tuple(self.citations),
        )


def quoted(text: str, language: str) -> str:
    """White space folded, in the language's quotation marks; marks inside become single ones."""
    opening, closing = ("”", "”") if language == "sv" else ("“", "”")
    words = " ".join(text.split())
    if len(_INNER.findall(words)) % 2:  # a statement that runs over paragraphs opens or closes here
        words = words.strip('“”„"')
    return f"{opening}{_INNER.sub('’', words)}{closing}"
