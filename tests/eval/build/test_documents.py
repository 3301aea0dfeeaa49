"""Questions on minutes, replies and running text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest

from eval.build.answered import answered
from eval.build.decisions import decisions
from eval.build.errands import errands
from eval.build.everything import Originals
from eval.build.figures import figures
from eval.build.naming import Phrase
from eval.build.pages import fold, read
from eval.build.sections import minutes
from eval.build.sentences import only_figure, sentences


def test_minutes_say_whose_and_when_and_what(originals: Originals) -> None:
    (meeting,) = originals.minutes
    assert (meeting.committee, meeting.day) == ("Byggnadsnämnden", date(2031, 3, 4))
    first, second = meeting.sections
    assert (first.number, first.dnr, first.heading) == (7, "2031.012 BN", "Taxa för bygglov 2031")
    assert first.points == ("Byggnadsnämnden godkänner taxan som gäller från och med den 1 april 2031.",)
    assert second.points == ()  # only a proposal


def test_a_table_of_contents_is_no_section(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Byggnadsnämnden\nProtokoll\n2031-03-04\n§ 7 Taxa\n§ 8 Remiss\n", encoding="utf-8")
    text = read(tmp_path / "a.txt", "a.txt")
    assert text and minutes(text) is None


@pytest.mark.parametrize(
    ("line", "dnr", "heading"),
    [
        ("§ 9 Dnr KS 2031/123 Taxa för parkering", "KS 2031/123", "Taxa för parkering"),
        ("§ 9 3.1.1-12/2031", "3.1.1-12/2031", ""),
        ("§ 9 Taxa för parkering", "", "Taxa för parkering"),
    ],
)
def test_the_registry_number_may_stand_in_the_line_of_the_section(
    line: str, dnr: str, heading: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(f"Byggnadsnämnden\nProtokoll\n2031-03-04\n{line}\nBeslut\nBifalls.\n", "utf-8")
    text = read(tmp_path / "a.txt", "a.txt")
    meeting = minutes(text) if text else None
    assert meeting and (meeting.sections[0].dnr, meeting.sections[0].heading) == (dnr, heading)


def test_a_decision_is_asked_with_committee_day_and_section(originals: Originals) -> None:
    (case,) = decisions(originals.minutes, Random(1), 9)
    assert "byggnadsnämnden" in case.questions[0] and "4 mars 2031" in case.questions[0]
    assert "Byggnadsnämnden" in case.questions[1] and "4 March 2031" in case.questions[1]
    assert case.must[0].startswith("godkän|") and "1 april 2031" in case.must[1]
    assert fold(case.locators[0]) in originals.texts[0].folded
    assert all(len(locator.split()) <= 12 for locator in case.locators)


def test_the_same_section_twice_is_not_asked_for(originals: Originals) -> None:
    assert not decisions([*originals.minutes, *originals.minutes], Random(1), 9)


def test_an_errand_is_asked_for_its_number_day_and_section(originals: Originals) -> None:
    kinds = {case.kind: case for case in errands(originals.minutes, Random(1), 99) if "Taxa" in case.questions[0]}
    assert kinds["dnr"].must == ("2031.012 BN|2031.012",)
    assert "4 mars 2031" in kinds["date"].must[0] or "11 mars 2031" in kinds["date"].must[0]
    assert kinds["section"].must[0].startswith("§ 7|")


def test_questions_with_answers_below_them_are_asked(originals: Originals) -> None:
    cases = answered(originals.texts, originals.names, Random(1), 9)
    assert len(cases) == 2
    for case in cases:
        assert case.documents == ("svar.txt",)
        assert "Svar på skrivelse om bygglov och väntetider" in case.questions[0]
    assert any("312" in entry for case in cases for entry in case.must_swedish)


def test_a_letter_that_only_asks_gives_no_answers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Skrivelse om vägar\n\nVad kostar vägen?\n\nNär blir den klar?\n\nA. Berg (X)\n", "utf-8"
    )
    text = read(tmp_path / "a.txt", "a.txt")
    assert text and not answered([text], {"a.txt": Phrase("filen", "the file")}, Random(1), 9)


def test_a_sentence_with_one_figure_becomes_its_question(originals: Originals) -> None:
    cases = figures(originals.texts, originals.names, Random(1), 9)
    (case,) = [case for case in cases if "granskningen" in case.questions[0]]
    assert case.questions[0].startswith("Vad uppgår den totala kostnaden för granskningen till under 2030 enligt ")
    assert (case.value, case.unit) == (4.5, "mnkr")
    assert fold(case.locators[0]) in originals.texts[0].folded


def test_a_sentence_with_two_numbers_is_not_asked_for() -> None:
    assert only_figure("Kostnaden uppgår till 4 mnkr för tre enheter.") is None
    assert only_figure("Kostnaden uppgår till 4 mnkr, en tredjedel av budgeten.") is None
    assert only_figure("Kostnaden uppgår till 4 mnkr under 2030.")


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    assert len(sentences("Det gäller bl.a. Berga. Sedan kom Dalby.")) == 2
