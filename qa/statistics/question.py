"""Question -> Asked: its terms, its cues, its times, the unit it wants; nothing of any table yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from indexer.language.function_words import ENGLISH, SWEDISH
from indexer.language.tokens import fold, stem
from indexer.language.words import background_idf, known, known_english
from qa.statistics.amounts import words_of_amount
from qa.statistics.cues import CUES, DROPPED, LEFT_OUT, NUMBERS, THRESHOLD
from qa.statistics.fillers import FILLERS, POPULATION, VAGUE
from qa.statistics.implied import expectation, implied
from qa.statistics.limits_asked import threshold_asked, top_asked, unit_asked
from qa.statistics.plan import Threshold
from qa.statistics.signs import signed
from qa.statistics.terms import Alternatives, averaged, counted, english_terms, in_english, phrase_at, synonyms
from qa.statistics.times import Times, times_of
from qa.statistics.words import WORD, words_of

_QUOTE: Final = re.compile(r"[”“\"„»]([^”“\"„»]+)[”“\"«]")
_CLEAN: Final = str.maketrans(dict.fromkeys("–—‐‑−", "-") | {"’": "'", "\u00a0": " "})
_GENITIVE: Final = re.compile(r"(?<=\w)'s?\b")
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # "100,000": tables write "100 000"
_PAID: Final = re.compile(r"(?!invest)(?:" + CUES["cost"].pattern + ")", re.IGNORECASE | re.VERBOSE)
_BETWEEN: Final = re.compile(
    r"\b(?:mellan|between)\s(\d{1,2})\s(?:och|and)\s(\d{1,2})(?=\sår|\s?-?years?|\si\b|\sin\b)"
)
_AGED: Final = re.compile(
    r"\b(många|personer|människor|invånare|äldre|kvinnor|män|people|persons|residents|inhabitants|women|men|those|adults)"
    r"\s(över|under|over|above|below)\s(\d{2})(?=[?,]|\s(?:i|på|med|som|har|hade|fick|får|bor|bodde|är|var|in|with|who|have|"
    r"had|receiv\w+|get|got|live[sd]?|use[sd]?|are|were)\b)",
    re.IGNORECASE,
)
_PARTICLE: Final = re.compile(
    r"\s(?:(?:det|man|de|vi|ni|också|även)\s)?(in|ut|upp|ned|ner|av|på|till|om|bort|fram|över)\b", re.IGNORECASE
)
_WEIGHTS: Final = (0.5, 1.6)
_NAME: Final = 1.8
_GLOSS: Final = 0.3
_LONGEST: Final = 6  # words of a phrase
_ITSELF: Final = 0.8  # strength of an English word as it stands: the table may be in English
_POPULATED: Final = 0.6  # whom something is said of
_LEARNT: Final = 0.6  # a word that only the learnt table knows: its translations may be wrong


@dataclass(frozen=True)
class Term:
    """A content word of the question, or an English phrase, as Swedish words with how well each stands for it.

    alternatives: each is the words of one translation, all of which must be met, and its strength. weight: how much it
    matters. name: it looks like a proper name. quoted: number of the quotation it stands in, 0 outside.
    """

    text: str
    start: int
    end: int
    alternatives: tuple[tuple[tuple[str, ...], float], ...]
    weight: float = 1.0
    name: bool = False
    quoted: int = 0


@dataclass(frozen=True)
class Quote:
    """A name in quotation marks. terms: places of its words among the terms. before: the word before it.

    text: folded; written: as it stands.
    """

    text: str
    terms: tuple[int, ...]
    before: str
    written: str = ""


@dataclass(frozen=True)
class Asked:
    """A question as far as its own words tell.

    cues: names of CUES with the place of the first match. unit: that the answer should be in ("mnkr", "procent",
    "procentenheter", "tkr", "kr", "antal"; "dagar" for any length of time), "" when left open. counted: the term after
    "hur många".
    since: where the last of several turns begins. chosen: the term after "vilken", "vilka tre".
    costs: terms that ask for money ("kostade"). left_out: terms for what is not to be counted.
    """

    text: str
    language: str
    terms: tuple[Term, ...]
    cues: dict[str, int]
    times: Times
    unit: str = ""
    top: int = 1
    threshold: Threshold | None = None
    costs: frozenset[int] = frozenset()
    quotes: tuple[Quote, ...] = ()
    words: frozenset[str] = frozenset()
    since: int = 0
    counted: int | None = None
    chosen: int | None = None
    left_out: frozenset[int] = frozenset()

    def has(self, *cues: str) -> bool:
        """Is one of the cues there?"""
        return any(cue in self.cues for cue in cues)


def ask(question: str, language: str, since: int = 0, *, phrases: bool = True) -> Asked:
    """Read a question in Swedish ("sv") or English ("en"). since: where the last of several turns begins.

    phrases: known phrases are one term; else each word is.
    """
    text = _BETWEEN.sub(r"\1-\2", question.translate(_CLEAN))
    text = _AGED.sub(r"\1 \2 \3 years" if language == "en" else r"\1 \2 \3 år", text)
    text = _GENITIVE.sub("", _THOUSANDS.sub(" ", text)) if language == "en" else text
    quotes = [(match.start(1), match.end(1)) for match in _QUOTE.finditer(text)]
    open_text = _blanked(text, quotes)
    times, spans = times_of(open_text, language)
    if since and (latest := times_of(open_text[since:], language)[0]) != Times():
        times = latest
    rest = _blanked(open_text, spans)
    found = {name: match for name, cue in CUES.items() if (match := cue.search(rest))}
    left_out = LEFT_OUT.search(rest)
    if left_out and "not" in found and left_out.start() <= found["not"].start() < left_out.end():
        del found["not"]
    sign = signed({name: match.start() for name, match in found.items()})
    limit = THRESHOLD.search(rest) if "counting" in found or "which" in found else None
    dropped = [match.span() for name in found if name in DROPPED for match in CUES[name].finditer(rest)]
    dropped += [match.span() for name, match in found.items() if name == "share"]
    dropped += [limit.span()] if limit else []
    dropped += [(left_out.start(), left_out.start("what"))] if left_out else []
    dropped += [cue.span()] if (cue := expectation(found)) is not None else []
    dropped += [unit] if (unit := words_of_amount(rest)) is not None else []
    longest = _LONGEST if phrases else 1
    terms = _terms(_blanked(rest, dropped), language, longest) + _quoted(text, quotes)
    terms += [Term(*one) for one in implied(found)]
    terms = [_as_gloss(text, term) for term in sorted(terms, key=lambda term: term.start)]
    return Asked(
        text=text,
        language=language,
        terms=tuple(terms),
        cues={name: match.start() for name, match in found.items()},
        times=times,
        unit="" if limit is None and sign else unit_asked(rest, found, limit),
        top=top_asked(found),
        threshold=threshold_asked(limit) or sign,
        costs=frozenset(at for at, term in enumerate(terms) if _PAID.fullmatch(term.text)),
        words=frozenset(words_of(text)),
        since=since,
        quotes=tuple(_quotes(text, quotes, terms)),
        counted=_after(found.get("counting"), terms),
        left_out=frozenset(_within(left_out, terms)),
        chosen=_after(found.get("top") or found.get("which"), terms),
    )


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "|" * (end - start) + text[end:]
    return text


def _terms(text: str, language: str, longest: int) -> list[Term]:
    if language == "en":
        return [
            _weighed(
                said,
                start,
                end,
                (*ways, *(_as_digits(said.lower()) if known_english(said) and said.lower() != "sex" else ())),
                opening=start == 0,
            )
            for said, start, end, ways in english_terms(text, longest)
        ]
    found = []
    places = list(WORD.finditer(text))
    at = 0
    while at < len(places):
        match, word = places[at], places[at].group().lower()
        length, alternatives = phrase_at(_together(text, places[at : at + longest]))
        last = places[at + max(length, 1) - 1]
        at += max(length, 1)
        if not length and (word in SWEDISH or not re.search(r"\w", word)):
            continue
        if not length:
            alternatives = (((word,), 1.0), *_with_particle(word, text[match.end() :]), *synonyms(word))
            alternatives += (*averaged(word), *counted(word), *in_english(word), *_as_digits(word))
        said = text[match.start() : last.end()]
        found.append(_weighed(said, match.start(), last.end(), alternatives, opening=match.start() == 0))
    return found


def _as_gloss(text: str, term: Term) -> Term:
    """ "byggprogrammet (BP)": the short form says again what stands before it, and is no name of its own."""
    inside = text[: term.start].endswith("(") and text[term.end :].startswith(")")
    return replace(term, name=False, weight=_GLOSS) if inside and term.name and term.text.isupper() else term


def _as_digits(word: str) -> Alternatives:
    """ "tre år": tables write "3 år"."""
    return (((str(NUMBERS[word]),), 1.0),) if NUMBERS.get(word, 0) > 1 else ()


def _together(text: str, places: Sequence[re.Match[str]]) -> list[str]:
    """The words from the first on that nothing but a blank parts."""
    found = [places[0].group().lower()]
    for before, match in pairwise(places):
        if text[before.end() : match.start()] != " ":
            break
        found.append(match.group().lower())
    return found


def _with_particle(word: str, rest: str) -> tuple[tuple[tuple[str, ...], float], ...]:
    """ "flyttade in": tables write "inflyttade"."""
    particle = _PARTICLE.match(rest)
    return (((f"{particle[1].lower()}{word}",), 1.0),) if particle else ()


def _weighed(
    text: str, start: int, end: int, alternatives: tuple[tuple[tuple[str, ...], float], ...], *, opening: bool
) -> Term:
    lower = text.lower()
    common = known(lower) or known_english(lower) or known(lower.removesuffix("s"))
    name = text[:1].isupper() and not opening and len(text) > 1
    if opening and text[:1].isupper() and not common:
        name = True
    low, high = _WEIGHTS
    learnt = len(alternatives) > 1 and alternatives[0] == ((lower,), _ITSELF)
    words = alternatives[int(learnt)][0] or (lower,)
    words = tuple(word for word in words if word not in SWEDISH) or words
    weight = max(low, min(high, sum(background_idf(stem(word)) for word in words) / len(words) / 5))
    if all(word in VAGUE or stem(word) in FILLERS for word in words_of(lower)) and not name:
        weight = 0.15
    weight *= _LEARNT if learnt else 1.0
    weight *= _POPULATED if stem(lower) in POPULATION else 1.0
    return Term(text, start, end, alternatives, _NAME if name else weight, name)


def _quoted(text: str, quotes: list[tuple[int, int]]) -> list[Term]:
    found = []
    for number, (start, end) in enumerate(quotes, start=1):
        for match in WORD.finditer(text[start:end]):
            word = match.group().lower()
            weight = 0.3 if word in SWEDISH or word in ENGLISH else 1.2
            place = (start + match.start(), start + match.end())
            found.append(Term(match.group(), *place, (((word,), 1.0),), weight, False, number))
    return found


def _quotes(text: str, places: list[tuple[int, int]], terms: list[Term]) -> Iterable[Quote]:
    for number, (start, end) in enumerate(places, start=1):
        words = re.findall(r"[^\W_]+", text[max(0, start - 40) : start])
        inside = tuple(at for at, term in enumerate(terms) if term.quoted == number)
        yield Quote(fold(text[start:end]), inside, words[-1].lower() if words else "", text[start:end])


def _after(cue: re.Match[str] | None, terms: list[Term]) -> int | None:
    """The first term behind a cue, near it."""
    if cue is None:
        return None
    return next((at for at, term in enumerate(terms) if 0 <= term.start - cue.end() <= 25), None)


def _within(span: re.Match[str] | None, terms: list[Term]) -> Iterable[int]:
    """The terms that stand in what a phrase takes out."""
    return (at for at, term in enumerate(terms) if span and span.start("what") <= term.start < span.end("what"))
