"""Two runs compared: what was mended and broken, and whether the difference is real."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from eval.__main__ import app
from eval.compare import compared
from eval.errors import ResultError


def row(number: int, lang: str, strict: bool) -> dict[str, Any]:
    verdict = {
        "status": "answered", "strict": strict, "answer_right": strict, "citation_right": strict, "refused": False,
        "citation_precision": float(strict), "citation_recall": float(strict), "fidelity": True, "made_up": [],
    }  # fmt: skip
    return {
        "id": f"{number}-{lang}", "group": str(number), "lang": lang, "kind": "figure", "question": "?",
        "answerable": True, "expected": {"answer": "12"}, "verdict": verdict,
        "given": {"text": "12" if strict else "14", "citations": []}, "retrieval": None,
    }  # fmt: skip


def found(right: dict[int, str]) -> dict[str, Any]:
    """right: for each group the languages that are strictly right."""
    return {"form": 1, "cases": [row(n, lang, lang in langs) for n, langs in right.items() for lang in ("sv", "en")]}


def test_what_was_mended_and_broken_is_listed_with_both_texts() -> None:
    told = compared(found({1: "sv", 2: "sv en", 3: ""}), found({1: "sv en", 2: "en", 3: ""}))
    assert [change["id"] for change in told["mended"]] == ["1-en"]
    (broken,) = told["broken"]
    assert broken["id"] == "2-sv" and broken["before"]["text"] == "12" and broken["after"]["text"] == "14"
    assert told["strict"]["sv"]["difference"] == pytest.approx(-1 / 3)
    assert told["strict"]["all"]["difference"] == 0


def test_a_great_change_is_real_and_a_small_one_may_be_chance() -> None:
    before = dict.fromkeys(range(20), "")
    few, many = {**before, 1: "sv en"}, {n: "sv en" if n < 10 else "" for n in range(20)}
    assert compared(found(before), found(many))["sentence"].startswith("Really better")
    assert compared(found(many), found(before))["sentence"].startswith("Really worse")
    assert compared(found(before), found(few))["sentence"].startswith("No sure difference")
    assert compared(found(few), found(few))["sentence"].startswith("No verdict changed")


def test_two_languages_of_one_question_are_no_two_proofs() -> None:
    before, after = dict.fromkeys(range(20), ""), {n: "sv en" if n < 4 else "" for n in range(20)}
    told = compared(found(before), found(after))["strict"]["all"]
    assert told["mended"] == 8
    assert told["groups_better"] == 4
    assert told["p"] == pytest.approx(0.125)


def test_only_shared_cases_count_and_none_is_an_error() -> None:
    told = compared(found({1: "sv", 2: "sv"}), found({2: "sv", 3: "sv", 4: "sv"}))
    assert (told["common"], told["only_old"], told["only_new"]) == (2, 2, 4)
    with pytest.raises(ResultError, match="share no case"):
        compared(found({1: "sv"}), found({2: "sv"}))


def test_a_case_that_expects_something_else_now_is_named() -> None:
    old = found({1: "sv"})
    new = copy.deepcopy(old)
    new["cases"][0]["expected"]["answer"] = "13"
    assert compared(old, new)["expected_changed"] == ["1-sv"]


def test_the_command_tells_it_on_the_terminal_and_as_json(tmp_path: Path) -> None:
    old, new, out = (tmp_path / name for name in ("old.json", "new.json", "out.json"))
    old.write_text(json.dumps(found({1: "", 2: "sv", 5: "sv"})), encoding="utf-8")
    new.write_text(json.dumps(found({1: "sv", 2: "sv"})), encoding="utf-8")
    ended = CliRunner().invoke(app, ["compare", str(old), str(new), "--json", str(out)], catch_exceptions=False)
    assert ended.exit_code == 0
    assert "Mended: 1" in ended.output and "Broken: 0" in ended.output and "2 only in the old one" in ended.output
    assert "No sure difference" in ended.output
    assert json.loads(out.read_text(encoding="utf-8"))["common"] == 4


@pytest.mark.parametrize("content", ["no json", "[]", '{"form": 0, "cases": []}', '{"form": 1}'])
def test_a_file_that_is_no_run_is_told(tmp_path: Path, content: str) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text(content, encoding="utf-8")
    with pytest.raises(ResultError, match=r"wrong\.json"):
        CliRunner().invoke(app, ["compare", str(wrong), str(wrong)], catch_exceptions=False)
