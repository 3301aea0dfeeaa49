"""Questions with known answers, from the golden sets and from SQuAD-form files, each with a library to answer from."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from indexer.language.tokens import fold
from qa.find.retrieve import Candidate
from qa.read.passages import Passage

KEPT_BACK: Final = 8
SWEQUAD_EVERY: Final = 3
"""Each so many-th article of SQuAD, and question of SweQUAD, is left out of learning the cross-encoder.

What weighs its scores then learns from questions that it has not seen.
"""
PARTS: Final = 3
"""Parts that the documents of committees are dealt into: what learns from some is asked about the others."""
_TURNS: Final = ("en", "sv")


@dataclass(frozen=True)
class Known:
    """A question, whether its library answers it, and how to tell a passage that does, and a paragraph to be found.

    group: versions of the same question share it, so that they fall into the same fold.
    unanswered: of a question that the library leaves open, the passages that are known not to answer it.
    documents: those that answer, where they are named.
    """

    question: str
    history: tuple[str, ...]
    group: str
    answerable: bool
    answers: Callable[[Passage], bool]
    holds: Callable[[Candidate], bool]
    unanswered: Callable[[Passage], bool] = lambda passage: True
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Set:
    """One source of questions: `documents` is the folder to index.

    weight: its share of the loss for each question in reading and refusing (0: not read); search_weight: in ranking
        for search. of_committees: of the documents that the cross-encoder goes on with (`qa.learn.cross.tune`).
    """

    name: str
    documents: Path
    questions: tuple[Known, ...]
    weight: float
    search_weight: float = 1.0
    of_committees: bool = False


def part_of(known: Known) -> int:
    """The part whose network answers it: that of its first document; of its group where none answers."""
    return _part(min(known.documents, default=known.group))


def parts_of(known: Known) -> frozenset[int]:
    """The parts whose networks may not learn from it: those of all its documents, of its group where none answers."""
    return frozenset(map(_part, known.documents or (known.group,)))


def _part(name: str) -> int:
    return zlib.crc32(name.encode()) % PARTS


def golden(name: str, documents: Path, file: Path, weight: float) -> Set:
    """A golden set (shared/data/README.md) over the documents in a folder."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return Set(name, documents, tuple(_golden_case(row) for row in rows), weight, of_committees=weight > 0)


def _golden_case(row: dict[str, Any]) -> Known:
    locators = [fold(part) for part in (row.get("locator") or "").split("||") if part.strip()]
    documents = row.get("docs") or (row.get("doc") or "").split(";")
    accept = {(document, page) for document, page in row.get("accept") or ()}
    must = [entry.lower().split("|") for entry in row.get("must") or ()]

    def answers(passage: Passage) -> bool:
        document, paragraph = passage.candidate.document, passage.candidate.paragraph
        sentence = fold(passage.raw)
        if document.path in documents and any(in_sentence(locator, sentence, paragraph.text) for locator in locators):
            return True
        return (document.path, paragraph.place.page_at(passage.start)) in accept and all(
            any(option in sentence for option in options) for options in must
        )

    def holds(candidate: Candidate) -> bool:
        document, paragraph = candidate.document, candidate.paragraph
        text = fold(paragraph.text)
        if document.path in documents and any(locator in text for locator in locators):
            return True
        accepted = bool(must) and (document.path, paragraph.place.page) in accept
        return accepted and all(any(option in text for option in options) for options in must)

    history, told = tuple(row.get("history") or ()), tuple(documents) if row["answerable"] else ()
    return Known(row["question"], history, row["group"], bool(row["answerable"]), answers, holds, documents=told)


def in_sentence(locator: str, sentence: str, paragraph: str) -> bool:
    """The locator stands in the paragraph, and at least half of its words in this sentence of it (both folded)."""
    if locator in sentence or (len(sentence.split()) > 3 and sentence in locator):
        return True
    if locator not in fold(paragraph):
        return False
    words = locator.split()
    kept = set(sentence.split())
    return sum(word in kept for word in words) >= 0.6 * len(words)


def squad_sv_en(file: Path, work: Path, every: int, weight: float) -> Set:
    """Every n-th question of the articles kept back, English or Swedish in turn, over all the Swedish passages."""
    folder = work / "squad"
    folder.mkdir(parents=True, exist_ok=True)
    known = []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        _write(folder / f"{row['passage_id']}.txt", row["context_sv"])
    for number, row in enumerate([row for row in rows if row["article_idx"] % KEPT_BACK == 0][::every]):
        spans = [] if row["is_impossible"] else [answer["text"] for answer in row["answers_sv"]]
        known.append(_span_case(row[f"question_{_TURNS[number % 2]}"], f"{row['passage_id']}.txt", spans))
    return Set("squad", folder, tuple(known), weight, search_weight=0.6)


def swequad(file: Path, work: Path, every: int, weight: float) -> Set:
    """Every n-th of the native Swedish questions of a SweQUAD file over its agency texts."""
    folder = work / file.stem
    folder.mkdir(parents=True, exist_ok=True)
    return Set(file.stem, folder, tuple(_swequad_cases(file, folder))[::every], weight, search_weight=0.5)


def _swequad_cases(file: Path, folder: Path) -> Iterator[Known]:
    for article in json.loads(file.read_text(encoding="utf-8"))["data"]:
        for number, paragraph in enumerate(article["paragraphs"]):
            name = f"{article['title']}-{number}.txt"
            _write(folder / name, paragraph["context"].replace("\r\n", "\n"))
            for question in paragraph["qas"]:
                yield _span_case(question["question"], name, [answer["text"] for answer in question["answers"]])


def building_faq(file: Path, work: Path, weight: float) -> Set:
    """Frequently asked questions in Swedish and English, each answered by a text of its own."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    asked = [(row[f"question_{language}"], row["answer_sv"]) for row in rows for language in ("sv", "en")]
    return _faq(file.stem, asked, work, weight, search_weight=0.5)


def agency_faq(file: Path, work: Path, weight: float) -> Set:
    """Questions to agencies; the answers of all of them compete."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return _faq(file.stem, [(row["question"], row["answers"][row["correct"]]) for row in rows], work, weight, 1.0)


def _faq(name: str, asked: Sequence[tuple[str, str]], work: Path, weight: float, search_weight: float) -> Set:
    folder = work / name
    folder.mkdir(parents=True, exist_ok=True)
    files = {answer: f"{number}.txt" for number, answer in enumerate(dict.fromkeys(answer for _, answer in asked))}
    for answer, file in files.items():
        _write(folder / file, answer)
    known = tuple(_document_case(question, files[answer]) for question, answer in asked)
    return Set(name, folder, known, weight, search_weight)


def _document_case(question: str, document: str) -> Known:
    """Any passage of the document answers. The group is the document: versions of a question share it."""

    def holds(candidate: Candidate) -> bool:
        return candidate.document.path == document

    return Known(question, (), document, True, lambda passage: holds(passage.candidate), holds)


def _write(path: Path, text: str) -> None:
    if not path.exists():
        path.write_text(text, encoding="utf-8")


def _span_case(question: str, document: str, spans: list[str]) -> Known:
    folded = [fold(span) for span in spans]

    def answers(passage: Passage) -> bool:
        return passage.candidate.document.path == document and any(span in fold(passage.raw) for span in folded)

    def holds(candidate: Candidate) -> bool:
        text = fold(candidate.paragraph.text)
        return candidate.document.path == document and any(span in text for span in folded)

    return Known(question, (), f"{document}:{question}", bool(spans), answers, holds)
