"""An Answer as JSON: the one shape that the command line and HTTP both give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from api.matter import own_dnr_text
from indexer.library.opening import product_version
from indexer.model import Document, Paragraph
from indexer.tables.model import named_cells
from qa.compose.speakers import speaker_label
from qa.model import Answer, AnswerFigure, Citation, Hit, Series

if TYPE_CHECKING:
    from api.engines import Shelf

# JSON lets these line separators stand raw, but readers that split lines at them would cut an object in two.
LINE_SEPARATORS = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029"}

Identifier = int | float | str | None


class FigureJson(BaseModel):
    """A number that the answer states; `period` is ISO, `formula` is empty unless computed."""

    value: float
    unit: str
    period: str
    measure: str
    hedge: str
    formula: str


class CitationJson(BaseModel):
    """A paragraph that the answer stands on, with everything needed to find it again.

    dnr: of the paragraph's own matter where its headings name it, else all that the document states.
    quote: verbatim in `text`, white space folded. text: the whole paragraph verbatim.
    text_repaired: how the text should read where OCR damaged it. question: what the paragraph replies to.
    sha256: of the file as it was indexed (hex); null when the document was taken out meanwhile.
    """

    number: int
    document: str
    title: str
    kind: str
    dnr: str | None
    date: str | None
    page: int | None
    section: str | None
    paragraph: int
    sheet: str | None = None
    cells: list[str] = []
    role: str
    speaker: str
    quote: str
    text: str
    text_repaired: str | None
    headings: list[str]
    question: str | None
    adjusted: str | None
    document_id: str
    paragraph_id: str
    sha256: str | None = None


class HitJson(CitationJson):
    """A ranked paragraph."""

    score: float


class PointJson(BaseModel):
    """One value of a series; `x` is a period or a label, `y` null where the source has none."""

    x: str
    y: float | None
    citation: int


class SeriesJson(BaseModel):
    """Values to be drawn: a line where `over_time`, else bars."""

    label: str
    unit: str
    points: list[PointJson]
    over_time: bool


class MadeJson(BaseModel):
    """What made an answer, and when (UTC): for a receipt.

    product: its version. embedding: the model of the library's vectors. library: the library's identity.
    change_number: of the library's last change when it was given.
    """

    time: str
    product: str
    embedding: str
    library: str
    change_number: int


class AnswerJson(BaseModel):
    """One answer. `id` is the asker's own, in batches. `related` holds the nearest paragraphs when nothing answered."""

    id: Identifier = None
    question: str
    language: str
    status: str
    text: str
    figures: list[FigureJson]
    citations: list[CitationJson]
    related: list[CitationJson]
    series: SeriesJson | None = None
    elapsed_ms: float
    made: MadeJson | None = None


class HitsJson(BaseModel):
    """Ranked paragraphs, best first."""

    id: Identifier = None
    question: str
    hits: list[HitJson]


def answer_json(answer: Answer, shelf: Shelf, identifier: Identifier = None) -> AnswerJson:
    """The Answer in the shape that goes out. shelf: of the library that it was answered from."""
    hashes = _hashes(shelf, (*answer.citations, *answer.related))
    return AnswerJson(
        id=identifier,
        question=answer.question,
        language=answer.language,
        status=answer.status.value,
        text=answer.text,
        figures=[_figure(figure) for figure in answer.figures],
        citations=[_citation(citation, answer.language, hashes) for citation in answer.citations],
        related=[_citation(citation, answer.language, hashes) for citation in answer.related],
        series=_series(answer.series),
        elapsed_ms=round(answer.elapsed_ms, 1),
        made=made_json(shelf),
    )


def made_json(shelf: Shelf) -> MadeJson:
    """What makes answers now."""
    return MadeJson(
        time=datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        product=product_version(),
        embedding=shelf.meta("embedding"),
        library=shelf.meta("library"),
        change_number=shelf.change_number,
    )


def hits_json(
    question: str, hits: Sequence[Hit], language: str, shelf: Shelf, identifier: Identifier = None
) -> HitsJson:
    """Ranked paragraphs in the shape that goes out; a hit quotes its whole paragraph.

    language: of the speakers' labels.
    """
    hashes = _hashes(shelf, hits)
    listed = [_hit(rank, hit, language, hashes) for rank, hit in enumerate(hits, start=1)]
    return HitsJson(id=identifier, question=question, hits=listed)


def json_line(model: BaseModel) -> str:
    """The model as JSON on one line, letters unescaped."""
    return model.model_dump_json().translate(LINE_SEPARATORS)


def _figure(figure: AnswerFigure) -> FigureJson:
    return FigureJson(
        value=figure.value,
        unit=figure.unit,
        period=figure.period,
        measure=figure.measure,
        hedge=figure.hedge,
        formula=figure.formula,
    )


def _series(series: Series | None) -> SeriesJson | None:
    if series is None:
        return None
    points = [PointJson(x=point.x, y=point.y, citation=point.citation) for point in series.points]
    return SeriesJson(label=series.label, unit=series.unit, points=points, over_time=series.over_time)


def _hashes(shelf: Shelf, cited: Iterable[Citation | Hit]) -> dict[str, str]:
    """The content hashes of the documents cited, by id."""
    places = shelf.locations({one.document.id for one in cited})
    return {document_id: places[document_id][0].content for document_id in places}


def _citation(citation: Citation, language: str, hashes: Mapping[str, str]) -> CitationJson:
    fields = _place(citation.document, citation.paragraph, language, hashes)
    return CitationJson(number=citation.number, page=citation.page, quote=citation.quote, **fields)


def _hit(rank: int, hit: Hit, language: str, hashes: Mapping[str, str]) -> HitJson:
    fields = _place(hit.document, hit.paragraph, language, hashes)
    fields["cells"] = list(named_cells(fields["cells"]))
    page = hit.paragraph.place.page
    return HitJson(number=rank, page=page, quote=hit.paragraph.text, score=round(hit.score, 6), **fields)


def _place(document: Document, paragraph: Paragraph, language: str, hashes: Mapping[str, str]) -> dict[str, Any]:
    """What a citation says of its document and paragraph."""
    return {
        "document": document.path,
        "title": document.title,
        "kind": document.kind.value,
        "dnr": own_dnr_text(document, paragraph),
        "date": document.date,
        "section": paragraph.place.section,
        "paragraph": paragraph.place.number,
        "sheet": paragraph.place.sheet,
        "cells": list(paragraph.place.cells),
        "role": paragraph.role.value,
        "speaker": speaker_label(paragraph.speaker, language),
        "text": paragraph.text,
        "text_repaired": paragraph.repaired,
        "headings": list(paragraph.place.headings),
        "question": paragraph.question,
        "adjusted": document.adjusted,
        "document_id": document.id,
        "paragraph_id": paragraph.id,
        "sha256": hashes.get(document.id),
    }
