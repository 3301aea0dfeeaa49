from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.language.ocr import damaged, repair
from indexer.language.tokens import fold_letters

_DEV = Path(__file__).parents[4] / "shared" / "data" / "dev"
_SWEDISH = (
    "Nämnden beslutar att godkänna förvaltningens förslag till svar på skrivelsen. Förvaltningen har under året "
    "påbörjat ett arbete för att öka tillgängligheten och för att minska kostnaderna för inhyrd personal överallt. "
    "Åtgärderna följs upp månadsvis och redovisas för nämnden i samband med delårsrapporten, där prognosen framgår. "
)


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ("pa", "på"),
        ("p4", "på"),
        ("dr", "är"),
        ("&r", "är"),
        ("{f6r", "för"),
        ("drende", "ärende"),
        ("16sning", "lösning"),
        ("6kad", "ökad"),
        ("mdjligheten", "möjligheten"),
        ("Atgirder,", "Åtgärder,"),
        ("FORSLAG", "FÖRSLAG"),
        ("(handldggare)", "(handläggare)"),
        ("vardplatsbehov", "vårdplatsbehov"),
    ],
)
def test_a_spoilt_word_is_read_as_the_word_it_was(seen: str, said: str) -> None:
    assert repair(seen) == said


@pytest.mark.parametrize(
    "kept",
    [
        "2016-01-27",
        "3.1-7/2020",
        "1 039 230",
        "12,5 %",
        "(SD)",
        "Brandt-Weiss",
        "info@lillstad.se",
        "personal",
        "T1",
        "kvartal 1 visar",
        "in",
    ],
)
def test_numbers_codes_names_and_sound_words_are_kept(kept: str) -> None:
    assert repair(kept) == kept


def test_a_lone_one_between_words_is_the_word_i() -> None:
    assert repair("svar 1 enlighet med beslutet") == "svar i enlighet med beslutet"
    assert repair("den 1 januari") == "den 1 januari"
    assert repair("bilaga 1 visar") == "bilaga 1 visar"


def test_neighbours_tell_year_from_is() -> None:
    assert repair("under 2016 ars budget") == "under 2016 års budget"
    assert repair("det ar viktigt").split()[1] == "är"
    assert repair("under tre ar har").split()[2] == "år"


@given(st.text(alphabet="aåäöAdi146é&{- \n\t.,f§x", max_size=60))
def test_the_layout_is_kept(text: str) -> None:
    found = repair(text)
    assert len(found.split()) == len(text.split())
    assert [char for char in found if char.isspace()] == [char for char in text if char.isspace()]


def test_swedish_without_its_letters_is_damaged() -> None:
    assert damaged(fold_letters(_SWEDISH))
    assert not damaged(_SWEDISH)


def test_english_and_short_texts_are_not_damaged_swedish() -> None:
    english = "The committee decided to approve the report of the administration and to send it to the council. " * 5
    assert not damaged(english)
    assert not damaged("Svar pa skrivelse")
    assert not damaged("12 34 56 " * 200)


def test_the_repaired_text_is_the_text_before_the_damage() -> None:
    assert repair(fold_letters(_SWEDISH)) == _SWEDISH


def test_a_sound_text_is_hardly_touched() -> None:
    assert repair(_SWEDISH) == _SWEDISH


def test_fifty_pages_take_less_than_two_seconds() -> None:
    page = fold_letters(_SWEDISH) * 6
    repair(page)
    start = time.process_time()
    repair(page * 50)
    assert time.process_time() - start < 2


def test_held_out_swedish_is_read_back_after_random_damage() -> None:
    path = _DEV / "swedish_reports_chunks.jsonl"
    if not path.is_file():
        pytest.skip("the shared data are not beside the repository")
    lines = path.read_text(encoding="utf-8").splitlines()
    chance = random.Random(7)
    seen_as = {"å": "aaad", "ä": "aaéd", "ö": "oooé"}
    right = broken = total = 0
    for line in chance.sample(lines, 120):
        text = json.loads(line)["text"].replace("*", "").replace("#", "")
        spoilt = "".join(chance.choice(seen_as[char]) if char in seen_as else char for char in text)
        for true, seen, read in zip(text.split(), spoilt.split(), repair(spoilt).split(), strict=True):
            total, right, broken = total + 1, right + (read == true), broken + (seen == true != read)
    assert right / total > 0.97
    assert broken / total < 0.006
