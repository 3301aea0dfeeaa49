"""Labels of speakers and roles."""

from __future__ import annotations

import pytest

from indexer.model import Role, Speaker
from qa.compose.speakers import role_label, speaker_label


@pytest.mark.parametrize(
    ("speaker", "swedish", "english"),
    [
        (Speaker(), "", ""),
        (Speaker(parties=("V", "S")), "(V), (S)", "(V), (S)"),
        (Speaker(body="förvaltningen"), "förvaltningen", "the administration"),
        (Speaker(body="Fritidsnämnden"), "Fritidsnämnden", "Fritidsnämnden"),
        (Speaker(role="ordförande", persons=("Anna Ek",)), "ordförande Anna Ek", "chair Anna Ek"),
        (
            Speaker(body="fritidsnämnden", role="ordförande", parties=("V",), persons=("Anna Ek",)),
            "fritidsnämndens ordförande Anna Ek (V)",
            "chair of fritidsnämnden Anna Ek (V)",
        ),
        (Speaker(body="Fritid Syd AB:s", role="ledamot"), "Fritid Syd AB:s ledamot", "member of Fritid Syd AB:s"),
        (
            Speaker(body="Fritidsnämnden", role="Fritidsnämndens ordförande"),
            "Fritidsnämndens ordförande",
            "chair of Fritidsnämnden",
        ),
        (Speaker(role="ledamot", parties=("S",)), "ledamot (S)", "member, (S)"),
        (Speaker(role="omsorgsstrateg"), "omsorgsstrateg", "omsorgsstrateg"),
    ],
)
def test_a_speaker_is_named_by_what_is_stated(speaker: Speaker, swedish: str, english: str) -> None:
    assert speaker_label(speaker) == swedish
    assert speaker_label(speaker, "en") == english


def test_several_persons_and_parties_are_never_paired() -> None:
    label = speaker_label(Speaker(parties=("V", "S"), persons=("Anna Ek", "Bo Alm")))
    assert label == "(V), (S): Anna Ek, Bo Alm"


def test_among_several_persons_nobody_is_given_the_office() -> None:
    speaker = Speaker(body="fritidsnämnden", role="ordförande", parties=("V", "S"), persons=("Anna Ek", "Bo Alm"))
    assert speaker_label(speaker) == "fritidsnämnden, (V), (S): Anna Ek, Bo Alm"
    assert "chair" not in speaker_label(speaker, "en")


def test_a_long_list_of_names_is_cut_with_the_word_for_others() -> None:
    five = Speaker(persons=("Anna Ek", "Bo Alm", "Cia Rönn", "Dag Lind", "Eva Hägg"))
    assert speaker_label(five) == "Anna Ek, Bo Alm, Cia Rönn m.fl."
    assert speaker_label(five, "en") == "Anna Ek, Bo Alm, Cia Rönn et al."


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_label_in_both_languages(role: Role) -> None:
    assert role_label(role) and role_label(role, "en")
    assert role_label(role) != role_label(role, "en")


def test_an_unknown_language_is_read_as_swedish() -> None:
    assert role_label(Role.DECISION, "fi") == "Beslut"
