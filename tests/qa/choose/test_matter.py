"""A § is on a matter when what was read of it names what the question is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from indexer.model import Role
from qa.choose.matter import Matters, decides, place_of
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]


def test_a_section_names_what_another_of_its_paragraphs_says(candidate: Make, reading: Read) -> None:
    query = understand("Vad beslutade nämnden om bryggan?")
    found = reading(
        query,
        candidate("Bryggan är gammal och sliten.", section="§ 3"),
        candidate("Ärendet bordläggs.", Role.DECISION, number=2, section="§ 3"),
        candidate("Ärendet avslås.", Role.DECISION, number=3, section="§ 4"),
    )
    share = {one.passage.text: Matters(query, found).share(place_of(one)) for one in found}
    assert share["Ärendet bordläggs."] == 1.0
    assert share["Ärendet avslås."] == 0.0


def test_a_part_of_a_longer_word_is_known(candidate: Make, reading: Read) -> None:
    query = understand("What was decided on parking?")
    found = reading(query, candidate("Planen för gatuparkering antas.", Role.DECISION, section="§ 3"))
    assert Matters(query, found).share(place_of(found[0])) > 0.5


def test_a_name_that_is_not_there_makes_it_another_matter(candidate: Make, reading: Read) -> None:
    query = understand("Vad beslutades om bryggan i Granvik?")
    found = reading(query, candidate("Bryggan byggs om.", Role.DECISION, section="§ 3"))
    assert Matters(query, found).share(place_of(found[0])) == 0.0


def test_a_decision_may_say_itself_that_it_is_one(candidate: Make, reading: Read) -> None:
    query = understand("Vad beslutades om bryggan?")
    texts = ("Hamn- och sjönämndens beslut Bryggan byggs.", "Nämnden fick beslut om bryggan för kännedom.")
    found = {one.passage.text: one for one in reading(query, *(candidate(t, number=n) for n, t in enumerate(texts, 1)))}
    assert decides(found[texts[0]])
    assert not decides(found[texts[1]])


def test_the_municipality_need_not_stand_in_the_section(candidate: Make, reading: Read) -> None:
    query = understand("Vad beslutades om bryggan i Granvik?")
    own = replace(candidate("Bryggan byggs om.", Role.DECISION, section="§ 3"), around=frozenset({"granvik"}))
    found = reading(query, own)
    assert Matters(query, found).share(place_of(found[0])) > 0.0
