from dataclasses import replace

from qa.statistics.accounting import holds_kind, is_filler, unaccounted
from qa.statistics.catalogue import Catalogue, Family, Measure
from qa.statistics.match import Match
from qa.statistics.question import ask
from qa.statistics.words import Lexicon


def _match(measure: Measure, unmet: tuple[str, ...], question: str) -> tuple[Match, list[str]]:
    asked = ask(question, "sv")
    family = Family((), (), (measure,), (), ())
    left = tuple(term for term in asked.terms if term.text in unmet)
    match = Match(family, measure, (), {}, 1.0, 0.9, 1.0, left)
    return match, [term.text for term in unaccounted(asked, match)]


_COST = Measure("Kostnad", ("kostnad",), "tkr", ())


def test_a_word_that_nothing_of_the_table_stands_for_is_left_over() -> None:
    assert _match(_COST, ("isrinken",), "Vad var kostnaden för isrinken?")[1] == ["isrinken"]


def test_filling_words_need_no_place_in_the_table() -> None:
    asked = ask("Ange hur många som jobbade där", "sv")
    assert all(is_filler(term) for term in asked.terms if term.text in ("Ange", "jobbade"))


def test_a_measure_beside_the_one_compared_accounts_for_its_word() -> None:
    budget = replace(_COST, name="Budget", words=("budget",))
    asked = ask("Hur mycket skiljer sig kostnaden från budgeten?", "sv")
    left = tuple(term for term in asked.terms if term.text == "budgeten")
    match = Match(Family((), (), (_COST, budget), (), ()), _COST, (), {}, 1.0, 0.9, 1.0, left)
    assert unaccounted(asked, match) == ()


def test_money_is_not_answered_with_a_count() -> None:
    asked = ask("Vad kostade placeringarna?", "sv")
    for measure, holds in (
        (Measure("Placeringar", ("placeringar",), "antal", ()), False),
        (Measure("Nettokostnad", ("nettokostnad",), "", ()), True),
    ):
        assert holds_kind(asked, measure, Family((), (), (measure,), (), ())) is holds


def test_the_title_says_the_kind_where_no_column_does() -> None:
    asked = ask("Hur lång är väntetiden till badhuset?", "sv")
    plain, timed = Measure("Badhuset", ("badhuset",), "", ()), Measure("Kötid", ("kötid",), "dagar", ())
    title = ("genomsnittlig", "väntetid")
    assert holds_kind(asked, plain, Family((), (), (plain,), (), (), title=title))
    assert not holds_kind(asked, plain, Family((), (), (plain, timed), (), (), title=title))


def test_a_narrower_thing_than_the_table_has_is_another_thing() -> None:
    from qa.statistics.nearness import nearness

    known = Catalogue((), Lexicon(("nämnd", "frånvaro")))
    near = nearness(ask("Vilken prognos har utbildningsnämnden?", "sv"), known)[-1]
    assert near["nämnd"] > 0.7
    assert near.among(frozenset())["nämnd"] < 0.4
    assert near.among(frozenset({"utbildnin"}))["nämnd"] > 0.7


def test_the_kind_of_place_beside_its_name_is_accounted_for() -> None:
    kinds = {"Vad var kostnaden i Viks kommun?": [], "Vad var kostnaden i en kommun?": ["kommun"]}
    assert {question: _match(_COST, ("kommun",), question)[1] for question in kinds} == kinds


def test_all_of_a_kind_and_the_order_of_a_ranking_are_accounted_for() -> None:
    asked = "Vilken nämnd har högst kostnad, alla åldrar och alla slag, högst först?"
    assert _match(_COST, ("åldrar", "slag", "först"), asked)[1] == []
    assert _match(_COST, ("åldrar",), "Vad var kostnaden för åldrar?")[1] == ["åldrar"]


def test_whom_a_named_measure_is_of_is_accounted_for_unless_they_are_counted() -> None:
    asked = ask("Vad var kostnaden för brukarna?", "sv")
    left = tuple(term for term in asked.terms if term.text == "brukarna")
    match = Match(Family((), (), (_COST,), (), ()), _COST, (), {}, 1.0, 0.9, 1.0, left, {0: 1.0}, chief=frozenset({0}))
    assert unaccounted(asked, match) == ()
    assert unaccounted(asked, replace(match, chief=frozenset())) == left
