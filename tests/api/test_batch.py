"""JSON lines in, JSON lines out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from api.command import app

runner = CliRunner()


def batch(*lines: str | dict[str, Any], command: str = "ask") -> tuple[int, list[dict[str, Any]], str]:
    """Exit code, objects on stdout and stderr of a batch."""
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    result = runner.invoke(app, [command, "--batch"], input=text.encode("utf-8", "surrogatepass"))
    return result.exit_code, [json.loads(line) for line in result.stdout.split("\n") if line], result.stderr


def test_answers_come_in_order_with_their_ids_and_history(engine: Any) -> None:
    lines = [{"id": number, "question": f"Fråga {number}?", "history": ["Förut?"]} for number in (3, 1, 2)]
    code, answers, told = batch(*lines)
    assert (code, told) == (0, "")
    assert [(answer["id"], answer["question"]) for answer in answers] == [(n, f"Fråga {n}?") for n in (3, 1, 2)]
    assert engine.asked[0] == ("Fråga 3?", ("Förut?",), {})


def test_the_engine_is_closed_after_the_last_line(engine: Any) -> None:
    for command in ("ask", "search"):
        engine.closed = False
        batch({"question": "Hur?"}, "no json", command=command)
        assert engine.closed


def test_ids_may_be_words_or_absent_and_other_keys_are_passed_over(engine: Any) -> None:
    code, answers, _ = batch({"id": "q-1", "question": "Hur?", "note": "x"}, "", {"question": "När?"})
    assert (code, [answer["id"] for answer in answers]) == (0, ["q-1", None])


@pytest.mark.parametrize(
    ("line", "identifier", "code"),
    [
        ("no json", None, "invalid"),
        ("[" * 100_000, None, "invalid"),
        ('{"id": "a", "question": "\\ud800"}', None, "invalid"),
        ("[1]", None, "invalid"),
        ({"id": "a"}, "a", "invalid"),
        ({"id": "a", "question": 5}, "a", "invalid"),
        ({"id": "a", "question": "Hur?", "history": "Förut?"}, "a", "invalid"),
        ({"id": 7, "question": ""}, 7, "question"),
        ({"id": 7, "question": "x" * 1_000_000}, 7, "question"),
        ({"id": 7, "question": "vägra"}, 7, "question"),
        ({"id": 7, "question": "trasig"}, 7, "unexpected"),
    ],
)
def test_a_bad_line_gives_an_error_object_and_the_batch_goes_on(
    engine: Any, line: str | dict[str, Any], identifier: object, code: str
) -> None:
    ended, replies, told = batch({"id": 1, "question": "Hur?"}, line, {"id": 2, "question": "När?"})
    assert ended == 1
    assert [reply["id"] for reply in replies] == [1, identifier, 2]
    assert replies[1]["error"]["code"] == code
    assert replies[1]["error"]["message"]
    assert "status" in replies[2]
    assert told.startswith("1 of 3 lines")


def test_an_empty_batch_is_done(engine: Any) -> None:
    assert batch() == (0, [], "")


def test_search_takes_its_number_of_hits_from_the_line_or_the_command(engine: Any) -> None:
    code, replies, _ = batch({"id": "a", "question": "park", "k": 1}, {"id": "b", "question": "park"}, command="search")
    assert code == 0
    assert [(reply["id"], len(reply["hits"])) for reply in replies] == [("a", 1), ("b", 2)]


def test_a_line_separator_in_a_text_does_not_cut_an_object(engine: Any) -> None:
    text = '{"id": 1, "question": "Hur\u2028många\u0085?"}\n'
    result = runner.invoke(app, ["ask", "--batch"], input=text)
    assert len(result.stdout.splitlines()) == 1
    assert json.loads(result.stdout)["question"] == "Hur\u2028många\u0085?"
