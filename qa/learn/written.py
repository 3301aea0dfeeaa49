"""Questions written to learn from (examples/training/README.md), each with a library to answer from."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from indexer.language.tokens import fold
from qa.find.retrieve import Candidate
from qa.learn.sets import Known, Set, in_sentence
from qa.read.passages import Passage

TRAINING = Path(__file__).parents[2] / "examples" / "training"
_LANGUAGES = ("sv", "en")
_NAMED = 12  # digits of the hash that names a passage
_WORD: Final = re.compile(r"\w+")
_SHORT = 20  # letters up to which a passage does not stand for the sentence that it is part of


def on_documents(weight: float) -> Set:
    """On the invented documents: each names the words of the sentences that answer."""
    rows = _rows(TRAINING / "questions.jsonl")
    known = tuple(_case(row[language], row["document"], row["places"]) for row in rows for language in _LANGUAGES)
    return Set("training", TRAINING / "documents", known, weight)


def on_committees(on: str, documents: Path, weight: float) -> Set:
    """On documents of real committees, which a folder holds: each names its places by how many words and their hash.

    on: "seeds", "alingsas" or "others".
    """
    rows = [row for row in _rows(TRAINING / "committees.jsonl") if row["on"] == on]
    known = tuple(_asked_of_committees(row, language) for row in rows for language in _LANGUAGES)
    return Set(f"asked of {on}", documents, known, weight, of_committees=True)


def on_all_committees(data: Path, seeds: Path, others: Path | None, weight: float) -> list[Set]:
    """The sets of on_committees. Without `others` those on other municipalities are left out."""
    folders = {"seeds": seeds, "alingsas": data / "dev" / "alingsas"} | ({"others": others} if others else {})
    return [on_committees(on, documents, weight) for on, documents in folders.items()]


def on_passages(file: Path, work: Path, weight: float) -> Set:
    """On passages of swedish_query_passage.jsonl.gz: each names its passage and where in it the sentences stand."""
    rows = _rows(TRAINING / "passages.jsonl")
    folder = work / "passages"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {row["passage"] for row in rows}
    texts = _passages(file, wanted)
    if missing := len(wanted - set(texts)):
        raise ValueError(f"{missing} of {len(wanted)} passages that questions are asked of are not in {file}.")
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    known = tuple(
        _case(row[language], f"{row['passage']}.txt", [texts[row["passage"]][slice(*span)] for span in row["spans"]])
        for row in rows
        for language in _LANGUAGES
    )
    return Set("passages", folder, known, weight)


def passage_name(text: str) -> str:
    """What a passage is named by, so that its text need not be kept with the questions."""
    return hashlib.sha256(text.encode()).hexdigest()[:_NAMED]


def _passages(file: Path, wanted: set[str]) -> dict[str, str]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        texts = (json.loads(line)["passage"] for line in lines)
        return {name: text for text in texts if (name := passage_name(text)) in wanted}


def _case(question: str, document: str, places: list[str]) -> Known:
    """A question without places is one that its document leaves open."""
    folded = [fold(place) for place in places]

    def own(candidate: Candidate) -> bool:
        return candidate.document.path == document

    def answers(passage: Passage) -> bool:
        said = fold(passage.raw)
        return own(passage.candidate) and any(
            place in said or (len(said) > _SHORT and said in place) for place in folded
        )

    def holds(candidate: Candidate) -> bool:
        return own(candidate) and any(place in fold(candidate.paragraph.text) for place in folded)

    return Known(
        question, (), document, bool(places), answers, holds, unanswered=lambda passage: own(passage.candidate)
    )


def _asked_of_committees(row: dict[str, Any], language: str) -> Known:
    places = tuple((count, name) for count, name in row["places"])

    def answers(passage: Passage) -> bool:
        paragraph, document = passage.candidate.paragraph, passage.candidate.document
        return document.path in row["documents"] and any(
            in_sentence(place, fold(passage.raw), paragraph.text) for place in _standing(paragraph.text, places)
        )

    def holds(candidate: Candidate) -> bool:
        return candidate.document.path in row["documents"] and bool(_standing(candidate.paragraph.text, places))

    earlier = tuple(row.get("earlier", {}).get(language, ()))
    group, documents = f"{row['on']}:{row['sv']}", tuple(row["documents"])
    return Known(row[language], earlier, group, bool(places), answers, holds, documents=documents)


@lru_cache(maxsize=100_000)
def _standing(text: str, places: tuple[tuple[int, str], ...]) -> tuple[str, ...]:
    """Those of the places that stand in the text, folded."""
    folded = fold(text)
    words = list(_WORD.finditer(folded))
    return tuple(
        folded[words[at].start() : words[at + count - 1].end()]
        for count, name in places
        for at in range(len(words) - count + 1)
        if passage_name(" ".join(word[0] for word in words[at : at + count])) == name
    )


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
