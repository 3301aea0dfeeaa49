"""What went the other way, or nowhere, is the opposite of what is taken for granted."""

from __future__ import annotations

import pytest

from qa.refuse.opposites import is_change, makes_an_exception, says_the_opposite


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Varför blev det färre ansökningar?", "Ansökningarna fördubblades på fyra år."),
        ("Sjönk kön förra året?", "Kön ligger på samma nivå som föregående år."),
        ("Did the queue go down? It went down", "Kön blev längre och antalet är högre än i fjol."),
        ("Varför går nämnden back?", "Nämnden räknar med ett resultat i balans."),
        ("Varför fick hamnen nej?", "Bygglov beviljas för hamnen."),
        ("Hur kunde hallen bli billigare än planerat?", "Bygget slutade 4 procent över budget."),
        ("Why did the hall exceed its budget?", "Hallen redovisar ett överskott mot budget."),
        ("Varför får träd aldrig fällas?", "Träd måste ibland fällas."),
        ("Varför slopades avgiften?", "Avgiften ligger fast."),
        ("Why is the board raising the fee?", "Taxan innebär en oförändrad avgift."),
        ("Kostar bytet något?", "Förslaget medför inga ekonomiska konsekvenser."),
    ],
)
def test_the_opposite_is_known(question: str, text: str) -> None:
    assert says_the_opposite(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Ökade kön?", "Kön har inte minskat."),
        ("Ökade kön?", "Kön ökade först och minskade sedan."),
        ("Varför är utsläppen av växthusgaser ett problem?", "Utsläppen har minskat."),
        ("I vilka fall ges bidrag?", "Bidragen ökade."),
        ("Finns det stigar i parken?", "Bidragen sjönk."),
        ("Vem har hamnen?", "Kön har minskat."),
    ],
    ids=["denied", "both", "begins like one", "English in Swedish", "paths", "no change asked about"],
)
def test_what_is_no_opposite_is_none(question: str, text: str) -> None:
    assert not says_the_opposite(question, text)


def test_words_of_change_name_no_thing() -> None:
    assert is_change("minskade") and is_change("skars")
    assert not any(map(is_change, ("fallolyckor", "skärgård", "drabbade", "växthus")))
    assert not is_change("kön")


def test_all_but_one_is_not_all() -> None:
    assert makes_an_exception("Är alla hallar öppna?", "Samtliga hallar, utom den norra, har öppet.")
    assert makes_an_exception("Are all halls open?", "Inte alla hallar har öppet.")
    assert not makes_an_exception("Är hallen öppen?", "Samtliga hallar, utom den norra, har öppet.")
    assert not makes_an_exception("Är alla hallar öppna?", "Samtliga hallar har öppet.")
