"""The word index: fields and weights."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import numpy as np
import pytest

from indexer.followers import FIELD_WEIGHTS, Words
from indexer.followers.generation import Generations
from indexer.library import Library
from indexer.model import Document, Kind, Paragraph, Place, Role

Put = Callable[..., Document]

DOCUMENT = Document("d" * 16, "a.txt", Kind.SVAR, "titelord", "text")
BODY = Paragraph("a" * 16, DOCUMENT.id, "ek gran", Place(1), Role.ACCOUNT)
UNDER_HEADING = replace(BODY, id="b" * 16, text="gran tall", place=Place(2, headings=("ek",)))
ANSWER = replace(BODY, id="c" * 16, text="tall asp", place=Place(3), question="ek")


@pytest.fixture
def words(library: Library, tmp_path: Path, plain: ModuleType) -> Iterator[Words]:
    plain.put(library, DOCUMENT, [BODY, UNDER_HEADING, ANSWER], np.eye(3, dtype=np.float32))
    follower = Words(tmp_path / "words", str.split)
    follower.catch_up(library)
    yield follower
    follower.close()


def test_a_word_is_found_in_text_heading_and_question(words: Words) -> None:
    assert {hit for hit, _ in words.search([("ek", 1.0)], 10)} == {BODY.id, UNDER_HEADING.id, ANSWER.id}
    assert len(words.search([("titelord", 1.0)], 10)) == 3


def test_scores_sum_over_terms_and_grow_with_their_weights(words: Words) -> None:
    single = dict(words.search([("gran", 1.0)], 10))
    double = dict(words.search([("gran", 2.0)], 10))
    both = dict(words.search([("gran", 1.0), ("ek", 1.0)], 10))
    assert double[BODY.id] == pytest.approx(2 * single[BODY.id], rel=1e-5)
    assert both[BODY.id] > single[BODY.id]


def test_the_body_counts_most(words: Words) -> None:
    assert max(FIELD_WEIGHTS, key=FIELD_WEIGHTS.__getitem__) == "body"


def test_no_terms_no_hits_and_no_index_none_either(words: Words, tmp_path: Path) -> None:
    assert words.search([], 10) == []
    assert words.search([("ek", 1.0)], 0) == []
    assert words.search([("okänt", 1.0), ("ek", 0.0)], 10) == []
    assert Words(tmp_path / "none", str.split).search([("ek", 1.0)], 10) == []


def test_a_search_keeps_its_index_although_another_thread_closes_it_at_each_step(words: Words) -> None:
    def meddle(frame: FrameType, event: str, _: object) -> Any:
        if frame.f_code.co_name != "_opened":
            return None
        if event == "line":
            closing = threading.Thread(target=words.close)
            closing.start()
            closing.join(0.05)
        return meddle

    before = sys.gettrace()
    sys.settrace(meddle)
    try:
        hits = words.search([("ek", 1.0)], 10)
    finally:
        sys.settrace(before)
    assert len(hits) == 3


def test_searches_and_refreshes_of_many_threads_do_not_disturb_each_other(words: Words) -> None:
    def look(number: int) -> int:
        if number % 3 == 0:
            words.refresh()
        if number % 7 == 0:
            words.close()
        return len(words.search([("ek", 1.0)], 10))

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(look, range(300))) == {3}


def test_an_index_that_another_process_replaces_while_it_is_opened_is_found_in_its_new_place(
    words: Words, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Generations(tmp_path / "words").state()
    words.rebuild(library)
    states = iter([before, Generations(tmp_path / "words").state()])
    words.close()
    monkeypatch.setattr(Generations, "state", lambda _: next(states))
    assert len(words.search([("ek", 1.0)], 10)) == 3


def test_another_token_stream_asks_for_a_rebuild(words: Words, library: Library, tmp_path: Path) -> None:
    assert words.healthy(library)
    other = Words(tmp_path / "words", str.split, "other")
    assert not other.healthy(library)
    other.rebuild(library)
    assert other.healthy(library)
    other.close()


def test_a_list_of_segments_that_was_cut_or_altered_is_seen(words: Words, library: Library, tmp_path: Path) -> None:
    words.close()
    (file,) = (tmp_path / "words").glob("*/meta.json")
    whole = file.read_bytes()
    fewer, unnamed = whole.replace(b'"max_doc": 4', b'"max_doc": 3'), whole.replace(b"segment_id", b"segment_ie")
    for damaged in (whole[:50], fewer, unnamed):
        assert damaged != whole
        file.write_bytes(damaged)
        again = Words(tmp_path / "words", str.split)
        assert not again.healthy(library)
        again.close()
