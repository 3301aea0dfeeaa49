"""Figures in running text: a sentence with one figure, turned into the question that it answers.

Only sentences of a few plain forms are taken, so that the question keeps the sentence's own words and order:
"X uppgår till 7 procent under 2025." -> "Vad uppgår X till under 2025?"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from eval.build.case import Built
from eval.build.decisions import first_words
from eval.build.forms import number_forms, sign_forms
from eval.build.naming import Phrase, quoted
from eval.build.pages import BROKEN, Text, fold
from eval.build.sentences import ENGLISH_WORDS, MONTHS, WORDS, Figure, only_figure, sentences

WAY = "figures"
_HEDGE = r"(?:cirka|ca|drygt|knappt|nära|ungefär|omkring|runt|totalt|sammanlagt|minst|högst|hela|endast|bara)?\s*"
_SUBJECT = r"(?P<s>[A-ZÅÄÖ][^,;:()”\"?!]{2,90}?)"
_TAIL = (
    r"(?P<tail> (?:under|för|i|per|till och med|sedan) (?:\w+ ){0,2}?"
    rf"(?:(?:{MONTHS})(?: (?:19|20)\d\d)?|(?:19|20)\d\d))?"
    r"(?:\.| ?[–-] | (?:efter|med|och|vilket)\b|,)"
)
_AUXILIARY = r"(?P<v>har|hade|ska|skulle|får|fick|kan|måste|behöver)"
_FORMS = (  # before the figure, after it, the question in Swedish
    (rf"^{_SUBJECT} (?P<v>uppgår|uppgick) till {_HEDGE}$", _TAIL, "Vad {v} {s} till{tail} enligt {t}?"),
    (rf"^{_SUBJECT} (?P<v>beräknas|väntas|prognostiseras|bedöms) uppgå till {_HEDGE}$", _TAIL,
     "Vad {v} {s} uppgå till{tail} enligt {t}?"),
    (rf"^{_SUBJECT} (?P<v>är|var) {_HEDGE}$", _TAIL, "Vad {v} {s}{tail} enligt {t}?"),
    (rf"^{_SUBJECT} (?P<v>ligger|låg|kvarstår) på {_HEDGE}$", _TAIL, "På vilken nivå {v} {s}{tail} enligt {t}?"),
    (rf"^Det (?P<v>är|var|finns|fanns) {_HEDGE}$", r"(?P<rest> .{{8,140}})\.$",
     "Hur många {u} {v} det{rest} enligt {t}?"),
    (rf"^{_SUBJECT} {_AUXILIARY}(?P<mid>(?: [a-zåäö]+){{0,2}}?) {_HEDGE}$", r"(?P<rest>(?: .{{0,140}})?)\.$",
     "Hur många {u} {v} {s}{mid}{rest} enligt {t}?"),
    (rf"^{_SUBJECT} (?P<v>ökar|ökade|minskar|minskade|höjs|höjdes|sänks|prognostiseras|beräknas|väntas)"
     rf"(?P<mid>(?: [a-zåäö]+){{0,3}}?) med {_HEDGE}$", _TAIL, "Med hur mycket {v} {s}{mid}{tail} enligt {t}?"),
    (rf"^{_SUBJECT} (?P<v>omfattar|innehåller|rymmer|kostar|kostade) {_HEDGE}$", r"(?P<rest>(?: .{{0,100}})?)\.$",
     "Hur många {u} {v} {s}{rest} enligt {t}?"),
)  # fmt: skip
_ENGLISH = (
    'Which figure is left out in "{gap}" in {t}?',
    'According to {t}, which figure belongs in the gap of the sentence "{gap}"?',
)
_NO_SUBJECT = re.compile(
    r"^(?:det|den|de|detta|denna|dessa|han|hon|vi|man|jag|här|där|då|nu|samtidigt|även|också|därför|vidare|dock|som|i|på"
    r"|under|efter|inom|från|med|för|av|vid|enligt|till|om|när|eftersom|trots|jämfört|utöver|genom|utifrån|totalt|sedan"
    r"|detsamma|många|några|alla|motsvarande|därtill|dessutom|ovanstående|nedanstående|varav|sådan|samma)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:den|det|de) [a-zåäö]+(?:a|ade|e) [a-zåäö]+(?:n|t|na|r)\b", re.IGNORECASE)
_VERB_INSIDE = re.compile(
    r"\b(?:som|att|är|var|har|hade|ska|kan|får|fick|blir|blev|innebär|visar|anger|uppger|menar|gör|finns|om|medan|men|eller)\b"
)
_INSIDE = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][\w-]*")  # capitalised within a sentence
_COMMON = re.compile(r"\b[a-zåäö]+\b")
_POINTS_BACK = re.compile(
    r"^(?:åtgärden|förslaget|beslutet|summan|beloppet|kostnaden|andelen|siffran|tiden|avgiften|perioden|uppdraget"
    r"|ökningen|minskningen|höjningen|resultatet|antalet|gruppen|enheten|verksamheten|avtalet|planen)$",
    re.IGNORECASE,
)
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
    common = {word for line in lines for word in _COMMON.findall(line)}
    names_in = {name for line in lines for name in _INSIDE.findall(line) if name.lower() not in common}
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
    for head, tail, asks in _FORMS:
        left, right = re.match(head, before), re.match(tail.replace("{{", "{").replace("}}", "}"), after)
        if left is None or right is None:
            continue
        groups = (
            {"mid": "", "rest": "", "tail": ""} | left.groupdict() | {k: v or "" for k, v in right.groupdict().items()}
        )
        subject = groups.pop("s", "")
        if (subject and not _is_subject(subject)) or not _is_middle(groups["v"], groups["mid"]):
            continue
        if "{u}" in asks and (figure.unit == "stycken" or "stycken" in groups["rest"]):
            continue
        unit = "procent" if figure.unit == "%" else figure.unit
        question = asks.format(s=_running(subject, proper), u=unit, t="{t}", **groups)
        return Stated(page, sentence, figure, question, subject)
    return None


def _is_middle(verb: str, text: str) -> bool:
    """Do the words between verb and figure go into a question? No preposition left alone, no infinitive missing."""
    words = text.split()
    if words and words[-1] in {"i", "på", "med", "till", "om", "av", "för", "per", "sig", "inte"}:
        return False
    return verb not in {"prognostiseras", "beräknas", "väntas"} or any(word.endswith("a") for word in words)


def _is_subject(text: str) -> bool:
    if (_NO_SUBJECT.match(text) and not _ARTICLE.match(text)) or _POINTS_BACK.match(text):
        return False
    return not _VERB_INSIDE.search(text) and len(text.split()) <= 10 and not re.search(r"\d", text)


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
    forms = [number_forms(figure.number), *small, *(ENGLISH_WORDS[WORDS[word]] for word in small)]
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
