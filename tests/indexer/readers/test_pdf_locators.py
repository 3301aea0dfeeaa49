"""The golden locators: words known to stand on a page must be found in one block on that page.

Reads the shared documents, which are no part of the project; skipped where they are absent.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from indexer.model import Block, Place
from indexer.readers.pdf import read_pdf

DATA = Path(__file__).parents[4] / "shared" / "data" / "dev"
QUESTIONS = DATA / "alingsas_questions.jsonl"
LEAST = 0.97


@cache
def blocks_of(name: str) -> tuple[Block, ...]:
    return read_pdf(DATA / "alingsas" / name).blocks


def pages_where(block: Block, words: str) -> set[int | None]:
    """The pages of the block on which the words begin or end, white space folded."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    place = Place(1, block.page, block.page_breaks)
    found = re.finditer(pattern, block.text)
    return {place.page_at(offset) for match in found for offset in (match.start(), match.end() - 1)}


def stands(name: str, page: int, words: str) -> bool:
    return any(page in pages_where(block, words) for block in blocks_of(name))


@pytest.mark.skipif(not QUESTIONS.exists(), reason=f"the shared data is not at {DATA}")
def test_golden_locators_stand_in_one_block_on_their_page() -> None:
    found, missed = 0, []
    for question in map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines()):
        for words in filter(None, question["locator"].split("||")):
            places = [(question["docs"][0], question["page"]), *question["accept"]]
            if any(stands(name, page, words) for name, page in places):
                found += 1
            else:
                missed.append(words)
    assert found >= LEAST * (found + len(missed)), missed
