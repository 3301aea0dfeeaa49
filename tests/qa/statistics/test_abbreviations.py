"""Short forms in headers."""

from __future__ import annotations

from qa.statistics.abbreviations import spelt_out


def test_short_forms_are_spelt_out_among_other_words() -> None:
    assert spelt_out("kg per inv") == ("kg", "per", "invånare")
    assert spelt_out("ant. årsarb") == ("antal", "årsarbetare")


def test_a_word_alone_stays_as_it_is() -> None:
    assert spelt_out("tot") == ("tot",)
