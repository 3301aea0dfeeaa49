"""Role, speaker, place and question of every paragraph."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Document, Form, Paragraph, Role, Speaker

Understood = tuple[Document, tuple[Paragraph, ...]]
Find = Callable[[Understood, str], Paragraph]
Read = Callable[..., Understood]

MINUTES_ROLES = [
    ("Plats och tid", Role.PROCEDURE),
    ("Beslutande", Role.PROCEDURE),
    ("Underskrifter", Role.SIGNATURE),
    ("§ 45", Role.PROCEDURE),
    ("Fritidsnämnden avslår", Role.DECISION),
    ("Nämnden uppdrar", Role.DECISION),
    ("Fia Gren", Role.ACCOUNT),
    ("Målet är", Role.ACCOUNT),
    ("Förvaltningen föreslår", Role.PROPOSAL),
    ("Bo Lind (M) yrkar", Role.PROCEDURE),
    ("Ordföranden ställer", Role.PROCEDURE),
    ("Bo Lind (M) reserverar", Role.PROCEDURE),
    ("Vice ordföranden", Role.PROCEDURE),
    ("”Simskolan", Role.CLAIM),
    ("Kön har vuxit", Role.CLAIM),
    ("Vi återkommer", Role.CLAIM),
    ("Ersättaren Olle", Role.CLAIM),
    ("Fritidsnämnden beslutar att lägga", Role.DECISION),
    ("Nämnden informeras", Role.ACCOUNT),
    ("Justerat", Role.SIGNATURE),
    ("Vid protokollet", Role.SIGNATURE),
]


@pytest.mark.parametrize(("words", "role"), MINUTES_ROLES)
def test_every_voice_of_the_minutes_has_its_role(minutes: Understood, found: Find, words: str, role: Role) -> None:
    assert found(minutes, words).role is role


def test_a_statement_keeps_its_speakers_until_the_closing_mark(minutes: Understood, found: Find) -> None:
    for words in ("”Simskolan", "Kön har vuxit", "Vi återkommer"):
        assert found(minutes, words).speaker == Speaker("", "vice ordförande", ("M", "C"), ("Bo Lind", "Cia Holm"))


def test_a_substitute_speaks_for_himself_and_not_for_those_he_agrees_with(minutes: Understood, found: Find) -> None:
    assert found(minutes, "Ersättaren Olle").speaker == Speaker("", "ersättare", ("MP",), ("Olle Ny",))


def test_the_board_speaks_in_decisions_and_the_administration_in_accounts(minutes: Understood, found: Find) -> None:
    assert found(minutes, "Fritidsnämnden avslår").speaker.body == "Fritidsnämnden"
    assert found(minutes, "Målet är").speaker.body == "Fritidsförvaltningen"


def test_a_section_holds_until_the_next(minutes: Understood, found: Find) -> None:
    assert found(minutes, "Beslutande").place.section is None
    assert found(minutes, "Ersättaren Olle").place.section == "§ 45"
    assert found(minutes, "Nämnden informeras").place.section == "§ 46"


def test_a_paragraph_stands_under_its_headings(minutes: Understood, found: Find) -> None:
    path = found(minutes, "Kön har vuxit").place.headings
    assert path[0].startswith("§ 45 Dnr FN 2023/118 Svar på motion")
    assert path[1] == "Särskilt uttalande"
    assert path[2].startswith("Vice ordföranden Bo Lind")


def test_the_lines_of_those_present_are_one_paragraph(minutes: Understood, found: Find) -> None:
    assert found(minutes, "Beslutande").text.endswith("Cia Holm (C)")


def test_a_signature_of_several_lines_is_one_paragraph_and_approval_its_own(minutes: Understood, found: Find) -> None:
    assert found(minutes, "Vid protokollet").text == "Vid protokollet. Eva Sund nämndsekreterare"
    assert found(minutes, "Justerat").text == "Justerat 2023-05-23"


def test_a_letter_claims_and_asks_in_its_signers_names(letter: Understood, found: Find) -> None:
    roles = [paragraph.role for paragraph in letter[1]]
    assert roles == [
        Role.PROCEDURE,
        Role.CLAIM,
        Role.CLAIM,
        Role.QUESTION,
        Role.QUESTION,
        Role.QUESTION,
        Role.SIGNATURE,
    ]
    signers = Speaker(parties=("V", "S"), persons=("Gun Alm", "Per Öst"))
    assert letter[0].speaker == signers
    assert found(letter, "Kön till").speaker == found(letter, "Hur många").speaker == signers


def test_a_letter_that_retells_the_administration_says_so(letter: Understood, found: Find) -> None:
    speaker = found(letter, "I svaret framgår").speaker
    assert "återger" in speaker.body
    assert speaker.parties == ("V", "S")


def test_every_answer_knows_its_question_until_the_next(answer: Understood, found: Find) -> None:
    assert found(answer, "Det är 21").question == "Stämmer det att 25 har slutat?"
    assert found(answer, "Nio av dem").question == "Stämmer det att 25 har slutat?"
    assert found(answer, "I dag saknas").question == "Hur många saknas i dag, och varför?"
    assert found(answer, "Med detta").question is None


def test_a_question_that_is_answered_is_a_heading(answer: Understood, found: Find) -> None:
    question = found(answer, "Stämmer det")
    assert (question.role, question.form, question.question) == (Role.QUESTION, Form.HEADING, None)
    assert question.text in found(answer, "Det är 21").place.headings


def test_the_chair_replies(answer: Understood, found: Find) -> None:
    reply = found(answer, "Det är 21")
    assert reply.role is Role.REPLY
    assert reply.speaker == Speaker("Fritidsnämnden", "Fritidsnämndens ordförande", (), ("Gun Alm",))


def test_questions_retold_in_an_officials_account_stay_questions_of_the_politicians(
    understood: Read, found: Find
) -> None:
    document = understood(
        "Svar på skrivelse\n\nFörvaltningens förslag till beslut\n\nFritidsnämnden godkänner svaret.\n\n"
        "Bakgrund\n\nNämnden fick en skrivelse från Gun Alm m.fl. (V) enligt följande:\n\n"
        "- Hur förvaltningen ser på kön?\n\nSynpunkter\n\nFörvaltningen räknar med 40 barn.\n\n"
        "Skrivelsen anses besvarad med detta\n\nKarl Mo\nFörvaltningschef"
    )
    assert found(document, "Fritidsnämnden godkänner").role is Role.PROPOSAL
    question = found(document, "Hur förvaltningen")
    assert (question.role, question.speaker) == (Role.QUESTION, Speaker(parties=("V",), persons=("Gun Alm",)))
    assert found(document, "Förvaltningen räknar").role is Role.ACCOUNT
    assert found(document, "Skrivelsen anses").role is Role.PROPOSAL
    assert found(document, "Karl Mo").speaker.persons == ("Karl Mo",)


def test_a_quoted_letter_in_minutes_is_its_authors_claim(understood: Read, found: Find) -> None:
    document = understood(
        "§ 4 Initiativ\n\nÄrendet\n\nGun Alm (V) skriver följande:\n\n”Kön är för lång.\n\nDen bör kortas.”\n\n"
        "Förvaltningen bereder frågan.\n\nBeslut\n\nÄrendet bereds."
    )
    assert found(document, "Den bör").role is Role.CLAIM
    assert found(document, "Den bör").speaker.persons == ("Gun Alm",)
    assert found(document, "Förvaltningen bereder").role is Role.ACCOUNT


def test_what_a_motion_wants_is_a_proposal(understood: Read, found: Find) -> None:
    document = understood(
        "MOTION\n\nEtt badhus i Norrvik\n\nMånga vill simma.\n\nVi yrkar därför\n\n"
        "att kommunfullmäktige bygger ett badhus\n\nGun Alm (V)"
    )
    proposal = found(document, "att kommunfullmäktige")
    assert (proposal.role, proposal.speaker.parties) == (Role.PROPOSAL, ("V",))
    assert found(document, "Många vill").role is Role.CLAIM


def test_a_proposal_to_another_board_is_no_decision(understood: Read, found: Find) -> None:
    document = understood(
        "Protokoll\n\n§ 2 Taxa\n\nBeslut\n\nArbetsutskottets förslag till beslut i fritidsnämnden\n\n"
        "Taxan höjs till 40 kronor."
    )
    assert found(document, "Taxan höjs").role is Role.PROPOSAL
    assert document[0].status == "proposal"


def test_history_told_in_an_account_is_no_decision(understood: Read, found: Find) -> None:
    document = understood(
        "§ 2 Taxa\n\nFritidsnämnden beslutade den 3 maj 2021, § 7, om en ny taxa för alla bad.\n\n§ 3 Val"
    )
    assert found(document, "Fritidsnämnden beslutade").role is Role.ACCOUNT


def test_each_reservation_has_its_own_speaker(understood: Read, found: Find) -> None:
    document = understood(
        "§ 2 Taxa\n\nBeslut\n\nTaxan höjs.\n\nReservation\n\n"
        "Bo Lind (M) lämnar följande reservation:\n\nTaxan är för hög.\n\n"
        "Cia Holm (C) och Dan By (båda C) lämnar följande reservation:\n\nTaxan är för låg."
    )
    assert found(document, "Taxan är för hög").speaker.persons == ("Bo Lind",)
    assert found(document, "Taxan är för låg").speaker.parties == ("C",)


def test_a_reported_list_of_decisions_is_an_account_and_the_order_of_the_day_is_not(
    understood: Read, found: Find
) -> None:
    document = understood(
        "§ 2 Redovisning av delegationsbeslut\n\n"
        "- Delegationslista för badet, beslut om taxa under april 2023 - 331 stycken\n\n"
        "§ 3 Information\n\nA/ Taxan för badet"
    )
    assert found(document, "Delegationslista").role is Role.ACCOUNT
    assert found(document, "Taxan").role is Role.PROCEDURE


def test_an_office_to_which_the_decision_is_sent_gives_no_account(understood: Read, found: Find) -> None:
    text = "§ 7 Badet\n\nBeslut\n\nBadet byggs.\n\nÄrendet\n\nBadet är litet.\n\nExpedieras till\n\nEkonomikontoret"
    assert found(understood(text), "Badet är").speaker == Speaker()


def test_the_board_that_is_to_decide_stands_in_the_proposal_to_it(understood: Read, found: Find) -> None:
    text = (
        "§ 7 Badet\n\nArbetsutskottets förslag till beslut\n\nNämnden beslutar\n\natt badet byggs.\n\n"
        "Nämndens beslut\n\nBadet byggs inte."
    )
    minutes = understood(text)
    assert (found(minutes, "att badet").role, found(minutes, "Badet byggs").role) == (Role.PROPOSAL, Role.DECISION)


NEWS = """Norrviks kommun

Fritidsnämnden

Från mötet 2023-10-03

Beslut

Nämnden sade nej till motionen. Förvaltningen ska i stället utreda fler simtider.

Följder

Simskolan fortsätter i samma omfattning som i dag. Kön väntas minska nästa år, eftersom färre barn än i år fyller fem.
"""
OFFICIALS = """Norrviks kommun

Tjänsteskrivelse 2023-09-12

Handläggare: Eva Sund

Beslut

Fritidsnämnden avslår motionen om simskola.
"""


def test_news_of_a_meeting_tell_what_was_decided_and_then_what_follows(understood: Read) -> None:
    roles = {paragraph.text.split(".")[0]: paragraph.role for paragraph in understood(NEWS)[1]}
    assert roles["Nämnden sade nej till motionen"] is Role.DECISION
    assert roles["Simskolan fortsätter i samma omfattning som i dag"] is Role.ACCOUNT


def test_what_officials_put_forward_is_a_proposal_whatever_its_heading(understood: Read) -> None:
    assert understood(OFFICIALS)[1][-1].role is Role.PROPOSAL


def role_of(understood: Read, lines: str, words: str) -> Role:
    return next(paragraph.role for paragraph in understood(lines)[1] if words in paragraph.text)


def test_what_a_motion_wants_decided_is_no_decision_whatever_its_heading(understood: Read) -> None:
    motion = (
        "# Motion om simkort\n\nNorrviks kommun\n\nFler ska kunna simma.\n\n## Beslut\n\n"
        "Kommunfullmäktige beslutar att införa simkort vid badet.\n\nCia Holm (C)"
    )
    assert role_of(understood, motion, "simkort vid") is not Role.DECISION


def test_what_a_report_or_an_unknown_paper_wants_decided_is_no_decision(understood: Read) -> None:
    decision = "Fritidsnämnden beslutar att rusta badet.\n\nFritidsnämnden bör senare besluta om bastun."
    for title in ("Rapport om badets framtid", "Badets framtid"):
        paper = f"# {title}\n\nNorrviks kommun\n\nBadet är slitet.\n\n## Beslut\n\n{decision}"
        assert role_of(understood, paper, "rusta badet") is Role.PROPOSAL
        assert role_of(understood, paper, "bastun") is Role.PROPOSAL


def test_a_summary_of_a_meeting_tells_decisions_as_the_board_words_them(understood: Read) -> None:
    summary = (
        "Norrviks kommun\n\nFritidsnämnden\n\nBeslut i korthet 3 oktober 2023\n\nBadet\n\nBeslut\n\n"
        "Fritidsnämnden beslutar att rusta badet för två miljoner kronor.\n\nNämnden bör senare ta upp bastun."
    )
    assert role_of(understood, summary, "rusta badet") is Role.DECISION
    assert role_of(understood, summary, "bastun") is Role.PROPOSAL
    assert role_of(understood, summary.replace("Beslut i korthet", "Ärenden till"), "rusta badet") is Role.PROPOSAL


def test_below_a_lead_in_that_proposes_nothing_is_decided(understood: Read) -> None:
    summary = (
        "Norrviks kommun\n\nFritidsnämnden\n\nBeslut i korthet 3 oktober 2023\n\nBadet\n\nBeslut\n\n"
        "Nämnden föreslog kommunfullmäktige besluta:\n\nTvå miljoner kronor förs över till badet från det år som gått."
    )
    assert role_of(understood, summary, "förs över") is Role.PROPOSAL


def test_what_is_told_as_done_is_a_decision_though_it_speaks_of_those_who_live_near(understood: Read) -> None:
    paper = (
        "# Badets framtid\n\nNorrviks kommun\n\n## Beslut\n\n"
        "Nämnden biföll förslaget. De som bor nära badet får besked i vår."
    )
    assert role_of(understood, paper, "bor nära") is Role.DECISION
