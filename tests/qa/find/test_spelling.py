"""Paragraphs that are spelt like the question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from indexer.model import Place
from qa.find.retrieve import Candidate
from qa.find.spelling import NAMES, spelling
from qa.understand.question import understand

Make = Callable[..., Candidate]

ASKED = understand("Vad kostar gatubelysningen?")


def shares(candidates: list[Candidate], name: str = "spelling") -> list[float]:
    return list(spelling(ASKED, candidates)[:, NAMES.index(name)])


def test_a_compound_that_shares_letters_with_the_question_stands_out(candidate: Make) -> None:
    near, far = shares([candidate("Belysningskostnad i gator."), candidate("Parken har träd.", number=2)])
    assert near > 3 * far


def test_the_very_word_is_held_whole_whatever_its_case_and_marks(candidate: Make) -> None:
    held = shares([candidate("(Gatubelysningen) kostar!"), candidate("Träd.", number=2)])
    assert held == [1.0, 0.0]


def test_runs_that_every_paragraph_holds_count_little(candidate: Make) -> None:
    rare, common = candidate("Gatubelysningen.", number=1), candidate("Det kostar.", number=2)
    others = [candidate(f"Bänk {n} kostar.", number=n) for n in range(3, 20)]
    found = shares([rare, common, *others])
    assert found[0] > 0.6 > 0.2 > found[1]


def test_headings_count_in_their_own_column(candidate: Make) -> None:
    plain = candidate("Den är dyr.")
    paragraph = replace(plain.paragraph, place=Place(number=2, headings=("Gatubelysningen kostar",)))
    headed = replace(plain, paragraph=paragraph)
    assert shares([plain, headed]) == [0.0, 0.0]
    assert shares([plain, headed], "spelling with headings") == [0.0, 1.0]
    assert shares([plain, headed], "spelling with headings, behind") == [1.0, 0.0]


def test_an_english_question_is_spelt_by_its_translations(candidate: Make) -> None:
    asked = understand("How much does the street lighting cost?")
    found = spelling(asked, [candidate("Belysningen av gatan kostar mycket."), candidate("Träd.", number=2)])
    assert found[0, 0] > found[1, 0]


def test_a_question_without_words_of_its_own_weighs_nothing(candidate: Make) -> None:
    assert not np.any(spelling(understand("Vad?"), [candidate("Parken har träd.")]))
