"""Times of questions."""

from __future__ import annotations

import pytest

from qa.statistics.times import times_of


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("läsåret 2021/22", ["2021/2022"]),
        ("från 2020/21 till 2021/22", ["2020/2021", "2021/2022"]),
        ("mellan 2018 och 2020", ["2018", "2020"]),
        ("från januari 2020 till mars 2021", ["2020-01", "2021-03"]),
        ("sista kvartalet 2020", ["2020-10/2020-12"]),
        ("the second quarter of 2019", ["2019-04/2019-06"]),
        ("i maj 2022", ["2022-05"]),
        ("första halvåret 2022", ["2022-01/2022-06"]),
        ("vårterminen 2022", ["2022-01/2022-06"]),
        ("mellan tertial 1 2021 och tertial 1 2022", ["2021-01/2021-04", "2022-01/2022-04"]),
        ("januari–augusti 2022 jämfört med samma period 2021", ["2022-01/2022-08", "2021-01/2021-08"]),
        ("januari–augusti 2022 jämfört med samma månader 2021", ["2022-01/2022-08", "2021-01/2021-08"]),
        ("hösten 2022", ["2022-07/2022-12"]),
        ("ht 22?", ["2022-07/2022-12"]),
        ("läsåret 22/23", ["2022/2023"]),
        ("Q1 -23", ["2023-01/2023-03"]),
        ("i juni -24", ["2024-06"]),
        ("i sommarkvartalet 2023", ["2023-07/2023-09"]),
        ("i slutet av 2023 jämfört med i slutet av 2022", ["2023-12-31", "2022-12-31"]),
        ("andra kvartalet 2023 jämfört med året innan", ["2023-04/2023-06", "2022-04/2022-06"]),
        ("in the autumn quarter of 2022", ["2022"]),
        ("did it fall in 2022", ["2022"]),
        ("hur många 16-24-åringar", []),
    ],
)
def test_the_times_that_a_question_names(text: str, stated: list[str]) -> None:
    found, _ = times_of(text, "en" if "quarter of" in text or "did" in text else "sv")
    assert [period.iso for period in found.stated] == stated


@pytest.mark.parametrize(("text", "language"), [("de tre senaste åren", "sv"), ("the last three years", "en")])
def test_the_last_few(text: str, language: str) -> None:
    assert times_of(text, language)[0].last == 3


def test_now_is_the_newest() -> None:
    assert times_of("hur många är det nu", "sv")[0].newest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("soliditeten under åren 2020 till 2022", "soliditeten"),
        ("sommarkvartalet, kv 3 2022", ""),
        ("läsåret som började hösten 2022", ""),
        ("the school year that began in autumn 2022", "the"),
        ("första kvartalet 2023 än samma kvartal året innan", "än"),
        ("on average over the years 2020-2022", "on average"),
    ],
)
def test_words_that_only_lead_to_a_time_are_part_of_it(text: str, rest: str) -> None:
    _, spans = times_of(text, "en" if "the " in text else "sv")
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    assert " ".join(text.replace(",", "").split()) == rest
