"""`namndsvar ask`: text, JSON and exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from api import engines
from api.command import app
from indexer.errors import LibraryMissing

runner = CliRunner()
CITATION_KEYS = {
    "number", "document", "title", "kind", "dnr", "date", "page", "section", "paragraph", "sheet", "cells", "role",
    "speaker", "quote", "text",
}  # fmt: skip


def test_an_answer_as_text_names_title_section_dnr_date_voice_place_and_quote(engine: Any) -> None:
    result = runner.invoke(app, ["ask", "Hur många lekplatser fanns 2017?"])
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "57 lekplatser i oktober 2017, uppger (V) och (S) [1].",
        "Nämnden godkände planen [2].",
        "",
        "[1] Plan för fler lekplatser i parkerna · § 27 · dnr FN 2017:77 · justerat 2018-03-21",
        "    Uttalande av parti eller politiker · (V), (S) · Ärendet · stycke 3 (sida 1)",
        '    "Antalet lekplatser har ökat från 31 stycken 2015 till 57 stycken i oktober 2017."',
        "[2] samma dokument · § 27",
        "    Beslut · fritidsnämnden · Ärendet · stycke 2 (sida 1)",
        '    "Nämnden beslutar att godkänna planen."',
    ]
    assert result.stderr == ""


def test_the_labels_follow_the_language_of_the_question(engine: Any) -> None:
    result = runner.invoke(app, ["ask", "How many playgrounds?"])
    assert "approved 2018-03-21" in result.stdout
    assert "Decision · fritidsnämnden · Ärendet · paragraph 2 (page 1)" in result.stdout


def test_an_answer_as_json_has_every_key_of_the_contract(engine: Any) -> None:
    result = runner.invoke(app, ["ask", "Hur många?", "--json"])
    answer = json.loads(result.stdout)
    assert set(answer) == {
        "id", "question", "language", "status", "text", "figures", "citations", "related", "series", "elapsed_ms",
        "made",
    }  # fmt: skip
    assert answer["figures"] == [
        {"value": 57, "unit": "stycken", "period": "2017-10", "measure": "lekplatser", "hedge": "", "formula": ""}
    ]
    first = answer["citations"][0]
    assert set(first) >= CITATION_KEYS
    assert (first["dnr"], first["page"], first["section"], first["paragraph"]) == ("FN 2017:77", 1, "§ 27", 3)
    assert (first["role"], first["speaker"], first["sheet"], first["cells"]) == ("claim", "(V), (S)", None, [])
    assert first["text"] == "Antalet lekplatser har ökat från 31 stycken 2015\ntill 57 stycken i oktober 2017."


def test_not_found_is_done_and_shows_what_is_nearest(engine: Any) -> None:
    text = runner.invoke(app, ["ask", "Finns badhus?"])
    assert text.exit_code == 0
    assert "Närmast i dokumenten:" in text.stdout
    answer = json.loads(runner.invoke(app, ["ask", "Finns badhus?", "--json"]).stdout)
    assert (answer["status"], answer["citations"]) == ("not_found", [])
    assert answer["related"][0]["dnr"] is None


def test_control_characters_of_a_document_do_not_reach_the_terminal(engine: Any) -> None:
    assert "\x1b" not in runner.invoke(app, ["ask", "Finns badhus?"]).stdout


def test_earlier_turns_reach_the_engine_in_order(engine: Any) -> None:
    runner.invoke(app, ["ask", "Och 2017?", "--history", "Hur många 2016?", "--history", " ", "--history", "Varför?"])
    assert engine.asked == [("Och 2017?", ("Hur många 2016?", "Varför?"), {})]


def test_a_question_can_come_on_stdin(engine: Any) -> None:
    assert runner.invoke(app, ["ask", "-"], input="Hur många?\n").exit_code == 0
    assert engine.asked[0][0] == "Hur många?"


@pytest.mark.parametrize("question", ["", "  \n", "x" * 4001])
def test_a_question_that_is_empty_or_too_long_is_not_met(engine: Any, question: str) -> None:
    result = runner.invoke(app, ["ask", "--", question])
    assert (result.exit_code, result.stdout, engine.asked) == (1, "", [])
    assert len(result.stderr.splitlines()) == 1


def test_a_megabyte_on_stdin_is_refused_without_being_read_whole(engine: Any) -> None:
    result = runner.invoke(app, ["ask", "-"], input="å" * 1_000_000)
    assert result.exit_code == 1
    assert "longer than 4000 characters" in result.stderr


def test_the_engine_is_closed_after_the_answer_and_after_an_error(engine: Any) -> None:
    for question in ("Hur många?", "trasig"):
        engine.closed = False
        runner.invoke(app, ["ask", question])
        assert engine.closed


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "Hur?", "--batch"],
        ["ask", "--batch", "--history", "Förut?"],
        ["ask", "Hur?", "--no"],
        ["search"],
    ],
)
def test_wrong_usage_has_its_own_exit_code(engine: Any, arguments: list[str]) -> None:
    result = runner.invoke(app, arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_an_unexpected_error_is_one_sentence_without_traceback(engine: Any) -> None:
    result = runner.invoke(app, ["ask", "trasig"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert "ValueError: the engine broke" in result.stderr
    assert "--debug" in result.stderr


def test_debug_raises_the_error_itself(engine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAMNDSVAR_DEBUG", "")
    assert isinstance(runner.invoke(app, ["--debug", "ask", "trasig"]).exception, ValueError)


def test_the_named_library_is_opened_and_a_missing_one_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(path: Path) -> None:
        raise LibraryMissing(f"There is no library in {path}.")

    monkeypatch.setattr(engines, "open_engine", missing)
    result = runner.invoke(app, ["ask", "Hur många?", "--library", "nowhere"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "There is no library in nowhere. Run: namndsvar index FOLDER\n"


def test_an_argument_that_is_no_text_is_asked_with_marks_in_its_place(engine: Any) -> None:
    assert runner.invoke(app, ["ask", "Hur m\udce5nga?"]).exit_code == 0
    assert engine.asked[0][0].isprintable()
