"""Figures in running text: a sentence with one figure, turned into the question that it answers.

Only sentences of a few plain forms are taken, so that the question keeps the sentence's own words and order:
"X uppgår till 7 procent under 2025." -> "Vad uppgår X till under 2025?"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from eval.build.case import Built
from eval.build.decisions import first_words
from eval.build.figure_forms import FORMS, is_middle, is_subject
from eval.build.forms import number_forms, sign_forms
from eval.build.naming import Phrase, quoted
from eval.build.pages import BROKEN, Text, fold
from eval.build.sentences import WORDS, Figure, only_figure, sentences
from eval.number_words import ENGLISH_ONES

WAY = "figures"
_ENGLISH = (
    'Which figure is left out in "{gap}" in {t}?',
    'According to {t}, which figure belongs in the gap of the sentence "{gap}"?',
)
_INSIDE = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][\w-]*")  # capitalised within a sentence
_COMMON = re.compile(r"\b[a-zåäö]+\b")
_FEWEST_LETTERS = 0.03  # the share of å, ä and ö in sound Swedish is 4 to 6 per cent
_LEFT_OUT = "[…]"


@dataclass(frozen=True)
class Stated:
    """A sentence with its figure, and the Swedish question that it answers, with {t} for the document."""

    page: int
    sentence: str
    figure: Figure
    question: str
    subject: str


def figures(texts: Sequence[Text], names: Mapping[str, Phrase], rng: Random, most: int) -> list[Built]:
    """At most `most` cases; the same sentence in several documents is asked once."""
    lines = [line for text in texts for _, line in text.lines]
    small = Counter(word for line in lines for word in _COMMON.findall(line))
    capital = Counter(name for line in lines for name in _INSIDE.findall(line))
    names_in = {name for name, often in capital.items() if often > small[name.lower()]}
    asked: dict[str, Built] = {}
    for text in texts:
        if _sound(text):
            for stated in _stated(text, names_in):
                asked.setdefault(fold(stated.sentence), _case(text, texts, stated, names[text.document], rng))
    built = list(asked.values())
    rng.shuffle(built)
    return built[:most]


def _sound(text: Text) -> bool:
    letters = [letter for letter in text.folded if letter.isalpha()]
    return bool(letters) and sum(letter in "åäö" for letter in letters) >= _FEWEST_LETTERS * len(letters)


def _stated(text: Text, proper: set[str]) -> Iterator[Stated]:
    found = []
    for page, paragraph in text.paragraphs:
        for sentence in sentences(paragraph):
            whole = sentence.endswith(".") and BROKEN not in sentence and fold(sentence) in text.folded
            figure = only_figure(sentence) if whole and 5 <= len(sentence.split()) <= 40 else None
            if figure and figure.number and (stated := _question(page, sentence, figure, proper)):
                found.append(stated)
    for stated in found:
        if _means_one(text, stated):
            yield stated


def _means_one(text: Text, stated: Stated) -> bool:
    """Does the document say the same of the same subject only once, or always with the same number?"""
    words = set(re.findall(r"[a-zåäö]{4,}", fold(stated.question.replace("{t}", ""))))
    others = [sentence for _, paragraph in text.paragraphs for sentence in sentences(paragraph)]
    alike = [
        other for other in others if re.search(r"\d", other) and words <= set(re.findall(r"[a-zåäö]{4,}", fold(other)))
    ]
    return len(words) >= 2 and all(stated.figure.value in other for other in alike)


def _question(page: int, sentence: str, figure: Figure, proper: set[str]) -> Stated | None:
    before, after = sentence[: figure.start], sentence[figure.end :]
    for head, tail, asks in FORMS:
        left, right = re.match(head, before), re.match(tail.replace("{{", "{").replace("}}", "}"), after)
        if left is None or right is None:
            continue
        groups = (
            {"mid": "", "rest": "", "tail": ""} | left.groupdict() | {k: v or "" for k, v in right.groupdict().items()}
        )
        subject = groups.pop("s", "")
        if (subject and not is_subject(subject)) or not is_middle(groups["v"], groups["mid"]):
            continue
        if "{u}" in asks and (figure.unit == "stycken" or "stycken" in groups["rest"]):
            continue
        unit = "procent" if figure.unit == "%" else figure.unit
        question = asks.format(s=_running(subject, proper), u=unit, t="{t}", **groups)
        return Stated(page, sentence, figure, question, subject)
    return None


def _running(subject: str, proper: set[str]) -> str:
    """The subject inside a sentence: in lower case, unless its first word is one that is written with a capital."""
    first = subject.split()[0] if subject else ""
    return subject if first in proper or first.isupper() else subject[:1].lower() + subject[1:]


def _case(text: Text, texts: Sequence[Text], stated: Stated, name: Phrase, rng: Random) -> Built:
    figure, sentence = stated.figure, stated.sentence
    gap = sentence[: figure.start] + _LEFT_OUT + sentence[figure.start + len(figure.value) :]
    locator = _around(sentence, figure)
    holders = [other.document for other in texts if fold(locator) in other.folded]
    small = [word for word, number in WORDS.items() if number == figure.number and word not in {"en", "ett"}]
    forms = [number_forms(figure.number), *small, *(ENGLISH_ONES[WORDS[word]] for word in small)]
    unit = "procent" if figure.unit == "%" else figure.unit
    return Built(
        way=WAY,
        source=f"{text.document}, page {stated.page}: {first_words(sentence, 8)}",
        kind="figure_text",
        questions=(
            stated.question.replace("{t}", name.sv),
            rng.choice(_ENGLISH).format(gap=quoted(gap).en.strip('"').rstrip("."), t=name.en),
        ),
        answers=(f"{figure.value} {unit}: ”{sentence}”", f'{figure.value} {unit} (in Swedish): "{sentence}"'),
        documents=tuple(dict.fromkeys([text.document, *holders])),
        locators=(locator,),
        must=("|".join(forms), *sign_forms(figure.number)),
        value=float(figure.number),
        unit=unit,
        page=stated.page,
    )


def _around(sentence: str, figure: Figure) -> str:
    """At most twelve words, verbatim, with the figure among them."""
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", sentence)]
    last = next(place for place, (_, end) in enumerate(words) if end >= figure.end)
    first = max(0, last - 9)
    return sentence[words[first][0] : words[min(last + 2, len(words) - 1)][1]]
