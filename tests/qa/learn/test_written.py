"""The questions written to learn from are whole, and name what answers them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.language.tokens import fold
from qa.find.retrieve import Candidate
from qa.learn import written
from qa.learn.cross.hard import hard
from qa.learn.written import TRAINING, on_committees, on_documents, on_passages, passage_name
from qa.read.passages import passages

Make = Callable[..., Candidate]


def rows(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (TRAINING / name).read_text(encoding="utf-8").splitlines()]


def test_every_place_stands_in_its_document_and_every_question_is_asked_in_both_languages() -> None:
    texts = {file.name: fold(file.read_text(encoding="utf-8")) for file in (TRAINING / "documents").iterdir()}
    for row in rows("questions.jsonl"):
        assert row["sv"] and row["en"]
        assert all(fold(place) in texts[str(row["document"])] for place in row["places"])  # type: ignore[attr-defined]


def test_every_document_says_that_it_is_invented() -> None:
    files = list((TRAINING / "documents").iterdir())
    assert len(files) > 100
    assert all("påhittat för Nämndsvar" in file.read_text(encoding="utf-8") for file in files)


def test_a_question_on_a_document_is_answered_by_its_place_there_alone(candidate: Make) -> None:
    known = on_documents(1.0).questions[0]
    row = rows("questions.jsonl")[0]
    (place,) = row["places"]  # type: ignore[misc]
    name = str(row["document"]).removesuffix(".txt")
    (mine,), (other,) = (list(passages([candidate(f"{place} där.", document=one)])) for one in (name, "b"))
    assert known.answers(mine) and known.holds(mine.candidate)
    assert not known.answers(other)
    assert known.unanswered(mine) and not known.unanswered(other)


@pytest.fixture
def training(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One passage with a question that it answers and one that it leaves open."""
    text = "Parken är stor. Där står 12 lyktor."
    name, span = passage_name(text), [text.index("Där"), len(text)]
    asked = [
        {"passage": name, "spans": [span], "sv": "Hur många lampor?", "en": "How many lamps?"},
        {"passage": name, "spans": [], "sv": "Hur många bänkar?", "en": "How many benches?"},
    ]
    (tmp_path / "passages.jsonl").write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    with gzip.open(tmp_path / "pairs.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"query": "Parken", "passage": text}) + "\n")
    monkeypatch.setattr(written, "TRAINING", tmp_path)
    return tmp_path


def test_a_passage_is_found_by_its_name_and_makes_lists(training: Path) -> None:
    chosen = on_passages(training / "pairs.gz", training / "work", 1.0)
    assert [known.answerable for known in chosen.questions] == [True, True, False, False]
    made = [told for _, told in hard(chosen, training / "work", 1)]
    assert [any(asked.right) for asked in made] == [True, True, False, False]
    assert all(len(asked.pairs) == 2 for asked in made)


def test_passages_that_are_not_there_are_told(training: Path) -> None:
    with gzip.open(training / "pairs.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"passage": "Något annat."}) + "\n")
    with pytest.raises(ValueError, match="1 of 1 passages"):
        on_passages(training / "pairs.gz", training / "work", 1.0)


@pytest.fixture
def committees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A question on one place of a document, with the turn before it, and one that the documents leave open."""
    place = [4, passage_name("står 12 nya lyktor")]
    asked = [
        {"on": "seeds", "documents": ["park.txt"], "places": [place], "sv": "Hur många?", "en": "How many?"},
        {"on": "seeds", "documents": [], "places": [], "sv": "Hur många bänkar?", "en": "How many benches?"},
        {"on": "alingsas", "documents": [], "places": [], "sv": "Vem?", "en": "Who?"},
    ]
    asked[0]["earlier"] = {"sv": ["Har parken lyktor?"], "en": ["Are there lamps in the park?"]}
    (tmp_path / "committees.jsonl").write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    monkeypatch.setattr(written, "TRAINING", tmp_path)
    return tmp_path


def test_a_place_of_a_real_document_is_known_by_its_hash(committees: Path, candidate: Make) -> None:
    lamps, _, benches, _ = on_committees("seeds", committees, 1.0).questions
    found = candidate("Parken är stor. Där  står 12 nya lyktor.", document="park")
    away, answering = passages([found])
    (elsewhere,) = passages([candidate("Där står 12 nya lyktor.", document="torg")])
    assert lamps.holds(found) and lamps.answers(answering)
    assert not lamps.answers(away) and not lamps.answers(elsewhere)
    assert lamps.history == ("Har parken lyktor?",)
    assert not benches.answerable and not benches.holds(found)


def test_versions_of_a_question_share_their_group(committees: Path) -> None:
    asked = on_committees("seeds", committees, 1.0).questions
    assert [asked[0].group == asked[1].group, asked[1].group == asked[2].group] == [True, False]


def test_every_question_on_committees_is_whole() -> None:
    for row in rows("committees.jsonl"):
        assert row["on"] in {"seeds", "alingsas", "others"} and row["sv"] and row["en"]
        assert bool(row["documents"]) == bool(row["places"])
