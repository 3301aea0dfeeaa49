"""Documents that repeat questions and answer them: what was the answer to this question?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from eval.build.case import Built
from eval.build.decisions import first_words
from eval.build.naming import Phrase, quoted
from eval.build.pages import BROKEN, Text

WAY = "answered"
_ASKS = (
    Phrase("Vad blev svaret på frågan {q} i {t}?", "What was the answer to the question {q} in {t}?"),
    Phrase("Hur besvaras frågan {q} i {t}?", "How is the question {q} answered in {t}?"),
    Phrase("Vad svarar {t} på frågan {q}?", "What does {t} answer to the question {q}?"),
)
_MARK = re.compile(r"^(?:[•▪e–-]|\d{1,2}[.)]|fråga \d{1,2}[.:]?|[a-h]\)) +", re.IGNORECASE)
_CLOSING = re.compile(
    r"^med (?:detta|hänvisning|vänlig|ovanstående)|anses? (?:interpellationen |skrivelsen )?besvarad", re.I
)
_LONGEST_QUESTION = 60  # words
_SHORTEST_ANSWER = 8  # words
_SHARE_ANSWERED = 0.8
_WORD = re.compile(r"[a-zåäöé]{8,}|\d{2,}(?:,\d+)?")


@dataclass(frozen=True)
class Answered:
    """A question as the document repeats it, and the paragraphs below it."""

    question: str
    page: int
    paragraphs: tuple[str, ...]


def answered(texts: Sequence[Text], names: Mapping[str, Phrase], rng: Random, most: int) -> list[Built]:
    """At most `most` cases, from documents in which nearly every question has an answer below it."""
    built = []
    for text in texts:
        found = list(pairs(text))
        with_answer = [pair for pair in found if pair.paragraphs]
        if len(with_answer) >= 2 and len(with_answer) >= _SHARE_ANSWERED * len(found):
            once = [pair for pair in with_answer if [other.question for other in found].count(pair.question) == 1]
            built += [_case(text, pair, names[text.document], rng) for pair in once]
    rng.shuffle(built)
    return built[:most]


def pairs(text: Text) -> Iterator[Answered]:
    """Each question of the document with the paragraphs between it and the next one."""
    paragraphs = text.paragraphs
    asked = [place for place, (_, paragraph) in enumerate(paragraphs) if _is_question(paragraph)]
    for place, following in zip(asked, [*asked[1:], len(paragraphs)], strict=False):
        page, question = paragraphs[place]
        below = []
        for _, paragraph in paragraphs[place + 1 : following]:
            if _CLOSING.search(paragraph):
                break
            if (
                len(paragraph.split()) >= _SHORTEST_ANSWER
                and paragraph.endswith((".", ":"))
                and BROKEN not in paragraph
            ):
                below.append(paragraph)
        yield Answered(_MARK.sub("", question), page, tuple(below))


def _is_question(paragraph: str) -> bool:
    plain = _MARK.sub("", paragraph)
    sentence = plain.count("?") == 1 and not re.search(r"[a-zåäö]\. [A-ZÅÄÖ]", plain)
    return plain.endswith("?") and plain[:1].isupper() and len(plain.split()) <= _LONGEST_QUESTION and sentence


def _case(text: Text, pair: Answered, name: Phrase, rng: Random) -> Built:
    template = rng.choice(_ASKS)
    question = quoted(pair.question)
    asked = set(_WORD.findall(pair.question.lower()))
    words = [word for paragraph in pair.paragraphs for word in _WORD.findall(paragraph.lower()) if word not in asked]
    return Built(
        way=WAY,
        source=f"{text.document}: {first_words(pair.question, 8)}",
        kind="answered_question",
        questions=(template.sv.format(q=question.sv, t=name.sv), template.en.format(q=question.en, t=name.en)),
        answers=(" ".join(pair.paragraphs), f"(In Swedish:) {' '.join(pair.paragraphs)}"),
        documents=(text.document,),
        locators=tuple(dict.fromkeys(first_words(paragraph) for paragraph in pair.paragraphs)),
        must_swedish=("|".join(dict.fromkeys(words[:40])),) if words else (),
        page=pair.page,
    )
