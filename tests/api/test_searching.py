"""`namndsvar search`."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from api.command import app

runner = CliRunner()


def test_hits_as_json_are_citations_with_scores_best_first(engine: Any) -> None:
    found = json.loads(runner.invoke(app, ["search", "lekplatser", "--json"]).stdout)
    assert set(found) >= {"id", "hits"}
    assert [(hit["number"], hit["score"], hit["document"]) for hit in found["hits"]] == [
        (1, 1.5, "2018/protokoll.txt"),
        (2, 0.25, "brev.docx"),
    ]
    assert found["hits"][0]["quote"] == found["hits"][0]["text"]


def test_hits_as_text_show_place_and_beginning(engine: Any) -> None:
    result = runner.invoke(app, ["search", "lekplatser", "-k", "1"])
    assert result.exit_code == 0
    assert result.stdout.startswith("1. Plan för fler lekplatser i parkerna · § 27")
    assert "Antalet lekplatser har ökat från 31 stycken 2015 till 57" in result.stdout


def test_the_labels_follow_the_language_of_the_query(engine: Any) -> None:
    result = runner.invoke(app, ["search", "how many playgrounds are there", "-k", "1"])
    assert "Statement by a party or politician · (V), (S) · Ärendet · paragraph 3 (page 1)" in result.stdout


def test_nothing_found_is_said(engine: Any) -> None:
    result = runner.invoke(app, ["search", "badhus"])
    assert (result.exit_code, result.stdout) == (0, "Inget stycke liknar det du söker.\n")


@pytest.mark.parametrize("k", ["0", "-1", "1001", "many"])
def test_a_number_of_hits_that_cannot_be_is_wrong_usage(engine: Any, k: str) -> None:
    assert runner.invoke(app, ["search", "lekplatser", "-k", k]).exit_code == 2


def test_a_query_can_come_on_stdin_and_the_engine_is_closed_afterwards(engine: Any) -> None:
    assert runner.invoke(app, ["search", "-"], input="lekplatser\n").exit_code == 0
    assert (engine.asked[0][0], engine.closed) == ("lekplatser", True)
