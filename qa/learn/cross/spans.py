"""Lists from SQuAD-form files: the sentence that holds the answer against others of its passage and of its article."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from indexer.figures import sentences
from qa.learn.cross.train import Asked
from qa.learn.sets import KEPT_BACK
from qa.read.crossencoder import Pairing, Words

_BESIDE = 3  # sentences of the same passage
_ELSEWHERE = 3  # of other passages
_LISTED = 5  # passages of a list at most
_BOTH_ENGLISH = 0.35  # the share of questions that are asked of the English text too
_AGAIN = 3  # lists from each native question: there are few


@dataclass(frozen=True)
class Text:
    """A passage, cut into sentences (start, end)."""

    title: str
    text: str
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, title: str, text: str) -> Text:
        """Cut a text."""
        return cls(title, text, tuple(span for span in sentences(text) if text[slice(*span)].strip()))

    def words(self, question: str, place: int) -> Words:
        """The question and the sentence at a place, with the one before it."""
        said = [self.text[slice(*span)].strip() for span in self.spans[max(place - 1, 0) : place + 1]]
        return Words(question, self.title, "", said[0] if place else "", said[-1])


class Lists:
    """Makes lists; the chance is seeded."""

    def __init__(self, seed: int) -> None:
        self._pairing = Pairing()
        self._chance = random.Random(seed)

    def squad(self, file: Path) -> Iterator[Asked]:
        """Questions of squad_sv_en.jsonl.gz in both languages on the Swedish passages, some on the English ones."""
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            rows = [row for row in map(json.loads, lines) if row["article_idx"] % KEPT_BACK]
        texts = {
            language: {row["passage_id"]: Text.of(row["article"], row[f"context_{language}"]) for row in rows}
            for language in ("sv", "en")
        }
        articles: dict[int, dict[str, None]] = {}
        for row in rows:
            articles.setdefault(row["article_idx"], {})[row["passage_id"]] = None
        for row in rows:
            beside = [one for one in articles[row["article_idx"]] if one != row["passage_id"]]
            ways = [("sv", "sv"), ("en", "sv")] + [("en", "en")] * (self._chance.random() < _BOTH_ENGLISH)
            for asked, told in ways:
                text, others = texts[told][row["passage_id"]], [texts[told][one] for one in beside]
                answers = _answers(row, told, text)
                if bool(answers) != bool(row["is_impossible"]):  # otherwise the answer is lost in translation
                    yield self._list(row[f"question_{asked}"], text, answers, others)

    def swequad(self, file: Path, every: int) -> Iterator[Asked]:
        """The native questions of a SweQUAD file but each n-th, from which reading learns."""
        data = json.loads(file.read_text(encoding="utf-8"))["data"]
        paragraphs = [paragraph for article in data for paragraph in article["paragraphs"]]
        texts = [Text.of("", paragraph["context"]) for paragraph in paragraphs]
        asked = chain.from_iterable(
            ((text, one) for one in paragraph["qas"]) for text, paragraph in zip(texts, paragraphs, strict=True)
        )
        for number, (text, one) in enumerate(asked):
            found = [(place, answer["text"]) for answer in one["answers"] for place in _holding(text, answer["text"])]
            if found and number % every:
                for _ in range(_AGAIN):
                    yield self._list(one["question"], text, found, texts)

    def _list(self, question: str, text: Text, answers: Sequence[tuple[int, str]], others: Sequence[Text]) -> Asked:
        """answers: places of sentences that answer, with the answer's own words."""
        chance = self._chance
        answering = {place for place, _ in answers}
        beside = [place for place in range(len(text.spans)) if place not in answering]
        told: list[Words] = []
        span = None
        if answers:
            place, words = chance.choice(answers)
            told.append(text.words(question, place))
            span = self._span(told[0], words)
        told += [text.words(question, place) for place in chance.sample(beside, min(_BESIDE, len(beside)))]
        for other in chance.sample(others, min(_ELSEWHERE, len(others), _LISTED - len(told))):
            if other is not text and other.spans:
                told.append(other.words(question, chance.randrange(len(other.spans))))
        right = tuple(bool(answers) and number == 0 for number in range(len(told)))
        return Asked(tuple(map(self._pairing.pair, told)), right, span)

    def _span(self, told: Words, answer: str) -> tuple[int, int, int] | None:
        """The first passage's tokens that the answer's words fall on, None when they are cut off."""
        ends = self._pairing.span(told.passage, answer)
        return None if ends is None else (0, *ends)


def _answers(row: dict[str, Any], language: str, text: Text) -> list[tuple[int, str]]:
    if row["is_impossible"]:
        return []
    if language == "en":
        found = [(place, row["answers_en"][0]) for place in _holding(text, row["answers_en"][0])]
        return found if len(found) == 1 else []
    return [
        (place, answer["text"])
        for answer in row["answers_sv"]
        for place, (start, end) in enumerate(text.spans)
        if start <= answer["answer_start"] < end
    ]


def _holding(text: Text, answer: str) -> list[int]:
    return [place for place, span in enumerate(text.spans) if answer in text.text[slice(*span)]]
