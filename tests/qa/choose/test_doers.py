"""Who proposed, wanted or drew up something is told by the sentence with any verb of that act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.search import Search
from qa.choose.doings import asked_doing
from qa.engine import Engine
from qa.model import Status
from qa.understand.question import understand

Open = Callable[..., Search]

MINUTES = """PROTOKOLL
Hamnnämnden
Sammanträde 2016-05-12

§ 4 Ny brygga vid Tallnäs

Hamninspektör Ulla Tervo hade utarbetat förslag till brygga.

Framlagda förslag

1. Ordföranden Sten Ahl (C) föreslår att bryggan byggs.

2. Ledamöterna Pia Rönn (M) och Kaj Lod (S) föreslår att nämnden beslutar följande:

Att återremittera ärendet om bryggan.

Beslut

Hamnnämnden beslutar att bygga en brygga vid Tallnäs.
"""


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Vem utarbetade förslaget till brygga?", "Ulla Tervo hade utarbetat"),
        ("Vem tog fram yttrandet?", "Ulla Tervo har berett ärendet"),
        ("Who wanted the matter sent back?", "Pia Rönn yrkar återremiss"),
        ("Vem ville att bryggan skulle byggas?", "Sten Ahl yrkar bifall"),
        ("Who proposed the jetty?", "Sten Ahl föreslår en brygga"),
    ],
)
def test_any_verb_of_the_act_is_known(question: str, sentence: str) -> None:
    done = asked_doing(understand(question))
    assert done is not None
    assert done.search(sentence)


@pytest.mark.parametrize("question", ["Vem skrev under skrivelsen?", "Who wrote the letter?", "Vad kostar bryggan?"])
def test_who_signed_is_another_question(question: str) -> None:
    assert asked_doing(understand(question)) is None


def test_who_wanted_it_sent_back_stands_before_what_they_moved(indexed: Open) -> None:
    answer = Engine(indexed(minutes=MINUTES)).ask("Vilka ville skicka tillbaka ärendet om bryggan vid Tallnäs?")
    assert "Pia Rönn (M) och Kaj Lod (S)" in answer.text
    assert "återremittera" in answer.text


def test_who_drew_it_up_is_named(indexed: Open) -> None:
    answer = Engine(indexed(minutes=MINUTES)).ask("Vem skrev förslaget om bryggan vid Tallnäs?")
    assert "Ulla Tervo, enligt" in answer.text


def test_who_moved_something_does_not_own_it(indexed: Open) -> None:
    minutes = MINUTES.replace("bryggan byggs.", "bryggan byggs.\n\nKaj Lod (S) yrkar avslag på bryggan.")
    assert Engine(indexed(minutes=minutes)).ask("Vem äger bryggan vid Tallnäs?").status is Status.NOT_FOUND


ELECTION = """PROTOKOLL
Hamnnämnden
Sammanträde 2016-05-12

§ 7 Avsägelse, Pia Rönn (M)

Pia Rönn (M) har avsagt sig uppdraget som ersättare i hamnnämnden.

Beslut

Avsägelsen beviljas.

§ 8 Val av ersättare i hamnnämnden efter Pia Rönn (M)

Beslut

Kaj Lod (M) utses till ersättare i hamnnämnden efter Pia Rönn (M).

§ 9 Information

Vid mötet ges information av hamnchefen om sopningen av kajerna.
"""


@pytest.mark.parametrize(
    "question", ["Vem tog över Pia Rönns plats i hamnnämnden?", "Who became substitute after Pia Rönn?"]
)
def test_who_was_elected_is_not_who_left(indexed: Open, question: str) -> None:
    text = Engine(indexed(val=ELECTION)).ask(question).text
    assert text.startswith("Kaj Lod (M)")


def test_who_told_of_something_may_have_given_information_of_it(indexed: Open) -> None:
    answer = Engine(indexed(val=ELECTION)).ask("Vem berättade om sopningen av kajerna?")
    assert "hamnchefen" in answer.text


def test_to_whom_is_not_by_whom() -> None:
    assert asked_doing(understand("Till vem lämnades förslaget?")) is None


def test_as_many_as_are_asked_for_are_named(indexed: Open) -> None:
    text = Engine(indexed(protokoll=MINUTES)).ask("Vilka två ledamöter föreslog återremiss av bryggan?").text
    assert "Pia Rönn (M) och Kaj Lod (S)" in text


MOVES = """PROTOKOLL
Hamnnämnden
Sammanträde 2016-05-12

§ 4 Ny brygga vid Tallnäs

Yrkanden

Pia Rönn (M) yrkar att ärendet återremitteras. Kaj Lod (S) yrkar bifall till förslaget om bryggan.
"""


def test_of_two_who_moved_the_one_who_moved_it_is_named(indexed: Open) -> None:
    text = Engine(indexed(protokoll=MOVES)).ask("Vem ville att ärendet om bryggan skulle återremitteras?").text
    assert text.startswith("Pia Rönn (M)")
    assert "Kaj Lod" not in text
