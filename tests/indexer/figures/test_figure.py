"""A figure is a number with its measure, its period and its clause."""

from indexer.figures import Figure, figures, sentences


def paired(text: str, **options: object) -> list[tuple[float, str | None]]:
    return [(f.number.value, f.period.iso if f.period else None) for f in figures(text, **options)]  # type: ignore[arg-type]


def test_each_number_takes_the_period_that_follows_it() -> None:
    text = "Antalet konsulter inom omsorgen har minskat från 80 stycken 2015 till 21 stycken i oktober 2019."
    assert paired(text) == [(80, "2015"), (21, "2019-10")]
    assert [figure.trend for figure in figures(text)] == ["from", "to"]
    assert [figure.measure for figure in figures(text)] == ["Antalet konsulter inom omsorgen"] * 2


def test_numbers_of_one_sentence_share_its_only_period() -> None:
    assert paired("Annonserna var 41 i mars 2024 och för assistenter 9.") == [(41, "2024-03"), (9, "2024-03")]
    assert paired("I mars 2024 var antalet annonser 41 och för assistenter 9.") == [(41, "2024-03"), (9, "2024-03")]


def test_a_period_governs_the_numbers_after_it() -> None:
    text = "För 2015 blev det ett underskott om -30,5 mnkr, 2014 var avvikelsen -4,2 mnkr."
    assert paired(text) == [(-30.5, "2015"), (-4.2, "2014")]


def test_a_narrower_period_after_the_number_wins() -> None:
    text = "För 2021 visar rapporten att 40 procent var nöjda under första kvartalet 2021, mot 30 procent 2020."
    assert paired(text) == [(40, "2021-01/2021-03"), (30, "2020")]


def test_the_period_of_the_sentence_before_is_inherited_and_marked() -> None:
    found = figures("Det var 18 som slutade januari–november 2024. Av dem har 11 stycken bytt tjänst.")
    assert [(f.number.value, f.period.iso if f.period else "", f.inherited) for f in found] == [
        (18, "2024-01/2024-11", False),
        (11, "2024-01/2024-11", True),
    ]


def test_a_deadline_does_not_date_a_figure() -> None:
    assert paired("Läget i december 2024 är känt. Två vikarier är anställda till april 2025.") == [(2, "2024-12")]


def test_the_measure_keeps_the_clause_and_drops_numbers_and_periods() -> None:
    (first, second) = figures("Avgiften uppgår 2021 till 60 kr för vuxna och 35 kr för barn.")
    assert (first.measure, second.measure) == ("Avgiften vuxna", "Avgiften barn")
    (reported,) = figures("Av svaret framgår att antalet lediga platser var 12.")
    assert reported.measure == "antalet lediga platser"
    (after,) = figures("Det är 18 kuratorer som bytt tjänst under 2024.")
    assert after.measure == "kuratorer som bytt tjänst"


def test_the_end_of_a_change_is_told_across_a_few_words() -> None:
    text = "Andelen har gått från en nivå på 31 procent 2006 till en nivå på 52 procent 2011."
    assert [(f.number.value, f.trend) for f in figures(text)] == [(31, "from"), (52, "to")]


def test_a_change_is_told_from_a_level() -> None:
    assert [f.trend for f in figures("Avgiften höjs med 5 kronor. Avgiften är 40 kronor.")] == ["change", ""]


def test_clauses_lie_in_their_sentence_and_hold_their_number() -> None:
    text = "Det var 12 platser 2023. Sedan blev det 15 platser, varav 3 nya, under 2024."
    for figure in figures(text):
        assert isinstance(figure, Figure)
        assert figure.sentence in sentences(text)
        assert figure.sentence[0] <= figure.clause[0] <= figure.number.start
        assert figure.number.end <= figure.clause[1] <= figure.sentence[1]


def test_the_context_dates_what_the_text_leaves_open() -> None:
    assert paired("I maj kom 14 anmälningar.", year=2023) == [(14, "2023-05")]
    assert paired("Det kom 14 anmälningar.", year=2023) == [(14, None)]


def test_clock_times_and_ordinals_are_no_figures() -> None:
    assert paired("Mötet börjar klockan 16 var tredje vecka.") == []


def test_the_time_that_a_number_is_only_held_against_is_not_its_own() -> None:
    assert paired("Resultatet är 2,5 mnkr sämre än prognosen i marsuppföljningen.", year=2021) == [(2.5, None)]
    assert paired("Det kom 20 fler anmälningar än i maj 2022.") == [(20, None)]


def test_the_same_months_of_another_year_belong_to_the_figure_before_them() -> None:
    found = figures("Badet hade 900 besök under juni–juli 2022 och 750 under samma period 2023.")
    assert [figure.period.start[:4] for figure in found if figure.period is not None] == ["2022", "2023"]
