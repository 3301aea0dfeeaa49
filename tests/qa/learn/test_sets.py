"""Questions with known answers, from files."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

from qa.find.retrieve import Candidate
from qa.learn.sets import PARTS, Known, agency_faq, building_faq, golden, part_of, parts_of, squad_sv_en, swequad
from qa.read.passages import Passage, passages

Make = Callable[..., Candidate]


def sentence(candidate: Candidate) -> Passage:
    return next(passages([candidate]))


def test_a_golden_question_is_answered_by_the_sentence_of_its_locator(candidate: Make, tmp_path: Path) -> None:
    row = {
        "question": "Hur många?",
        "group": "g",
        "answerable": True,
        "doc": "a.txt",
        "locator": "Parken har 12 lyktor",
    }
    file = tmp_path / "golden.jsonl"
    file.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    (known,) = golden("park", tmp_path, file, 1.0).questions
    assert (known.question, known.group, known.answerable, known.history) == ("Hur många?", "g", True, ())
    assert known.answers(sentence(candidate("Parken har 12 lyktor.")))
    assert not known.answers(sentence(candidate("Parken har flera bänkar.")))
    assert not known.answers(sentence(candidate("Parken har 12 lyktor.", document="b")))


def test_a_golden_page_answers_only_with_the_words_that_must_stand_there(candidate: Make, tmp_path: Path) -> None:
    row = {
        "question": "?",
        "group": "g",
        "answerable": True,
        "doc": "a.txt",
        "accept": [["a.txt", 2]],
        "must": ["12|tolv"],
    }
    file = tmp_path / "golden.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    (known,) = golden("park", tmp_path, file, 1.0).questions
    assert not known.answers(sentence(candidate("Tolv lyktor.")))


def test_squad_passages_become_files_and_every_nth_a_question(candidate: Make, tmp_path: Path) -> None:
    answer = {"context_sv": "Parken har 12 lyktor.", "answers_sv": [{"text": "12 lyktor"}]}
    row = {"passage_id": "a", "article_idx": 0, **answer}
    rows = [row | {"question_sv": f"Fråga {n}?", "question_en": f"{n}?", "is_impossible": n == 2} for n in range(4)]
    rows.append(rows[0] | {"passage_id": "b", "article_idx": 1})  # the cross-encoder learns from it
    with gzip.open(tmp_path / "squad.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    made = squad_sv_en(tmp_path / "squad.gz", tmp_path, every=2, weight=0.5)
    assert [known.question for known in made.questions] == ["0?", "Fråga 2?"]  # in English and Swedish in turn
    assert [known.answerable for known in made.questions] == [True, False]
    assert (made.documents / "a.txt").read_text(encoding="utf-8") == "Parken har 12 lyktor."
    assert made.questions[0].answers(sentence(candidate("Parken har 12 lyktor.")))
    assert not made.questions[0].answers(sentence(candidate("Parken har bänkar.")))


def test_swequad_questions_are_answered_from_their_own_paragraph(candidate: Make, tmp_path: Path) -> None:
    asked = {"question": "Hur många?", "answers": [{"text": "12 lyktor"}]}
    data = {"data": [{"title": "park", "paragraphs": [{"context": "Parken har 12 lyktor.", "qas": [asked]}]}]}
    (tmp_path / "swequad.json").write_text(json.dumps(data), encoding="utf-8")
    made = swequad(tmp_path / "swequad.json", tmp_path, every=1, weight=0.5)
    (known,) = made.questions
    assert (made.name, known.answerable) == ("swequad", True)
    assert [file.name for file in made.documents.iterdir()] == ["park-0.txt"]
    assert not known.answers(sentence(candidate("Parken har 12 lyktor.")))


def test_an_answer_to_a_frequent_question_is_a_document_of_its_own(candidate: Make, tmp_path: Path) -> None:
    rows = [
        {"question_sv": "Vad är en lykta?", "question_en": "What is a lamp?", "answer_sv": "Den lyser."},
        {"question_sv": "Vad är en bänk?", "question_en": "What is a bench?", "answer_sv": "Den står i parken."},
    ]
    file = tmp_path / "faq.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    known = building_faq(file, tmp_path, 0.15)
    assert (known.documents / "1.txt").read_text(encoding="utf-8") == "Den står i parken."
    assert [(k.question, k.group) for k in known.questions][1:3] == [
        ("What is a lamp?", "0.txt"),
        ("Vad är en bänk?", "1.txt"),
    ]
    assert known.questions[0].answers(sentence(candidate("Den lyser.", document="0")))
    assert not known.questions[0].answers(sentence(candidate("Den står i parken.", document="1")))


def test_candidate_answers_of_agencies_all_compete(tmp_path: Path) -> None:
    row = {"question": "Var?", "answers": ["Här.", "Där."], "correct": 1}
    other = {"question": "När?", "answers": ["Nu.", "Sedan."], "correct": 0}
    file = tmp_path / "agency.jsonl"
    file.write_text(f"{json.dumps(row)}\n{json.dumps(other)}", encoding="utf-8")
    known = agency_faq(file, tmp_path, 0.15)
    assert sorted(path.read_text(encoding="utf-8") for path in known.documents.iterdir()) == ["Där.", "Nu."]


def known_of(*documents: str) -> Known:
    return Known("?", (), "group", bool(documents), lambda passage: False, lambda candidate: False, documents=documents)


def test_no_network_that_answers_for_a_document_learns_a_question_on_it() -> None:
    names = [f"{number}.txt" for number in range(20)]
    for name in names:
        for other in names:
            assert part_of(known_of(name)) in parts_of(known_of(other, name))


def test_a_question_without_documents_belongs_to_one_part() -> None:
    assert parts_of(known_of()) == {part_of(known_of())} <= set(range(PARTS))
