"""Short forms in headers."""

from __future__ import annotations

from qa.statistics.abbreviations import spelt_out


def test_short_forms_are_spelt_out_among_other_words() -> None:
    assert spelt_out("kg per inv") == ("kg", "per", "invånare")
    assert spelt_out("ant. årsarb") == ("antal", "årsarbetare")


def test_a_word_alone_stays_as_it_is() -> None:
    assert spelt_out("tot") == ("tot",)


def test_areas_and_volumes_are_spelt_out() -> None:
    assert spelt_out("kr per m2 och år") == ("kr", "per", "kvadratmeter", "och", "år")
    assert spelt_out("tusen m³") == ("tusen", "kubikmeter")
