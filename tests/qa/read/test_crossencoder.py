"""A question and a passage read together."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy

import numpy as np
import pytest

from qa.find.retrieve import Candidate
from qa.read.crossencoder import CrossEncoder, Pairing, Words, crossencoder, side_by_side, words
from qa.read.passages import Passage, passages

Make = Callable[..., Candidate]

TOLD = Words("Hur många lyktor?", "Parkrapport", "Belysning", "Parken är stor.", "Där står 12 lyktor.")


def sentences(candidate: Candidate) -> list[Passage]:
    return list(passages([candidate]))


@pytest.fixture(scope="module")
def pairing() -> Pairing:
    return Pairing()


def test_a_passage_is_read_with_its_heading_and_the_sentence_before_it(candidate: Make) -> None:
    found = sentences(candidate("Parken är stor. Där står 12 lyktor.", headings=("Parker", "Belysning")))
    assert words("?", found[1]) == Words("?", "", "Belysning", "Parken är stor.", "Där står 12 lyktor.")
    assert words("?", found[0]).before == ""


def test_a_row_is_read_with_the_heads_of_its_table(candidate: Make, table: Make) -> None:
    row = sentences(table(("År", "Lyktor"), ("2017", "12")))[-1]
    assert words("?", row).before == "År Lyktor"


def test_a_pair_tells_where_its_parts_begin(pairing: Pairing) -> None:
    pair = pairing.pair(TOLD)
    bare = pairing.pair(TOLD._replace(title="", heading="", before=""))
    assert pair.tokens[: pair.around] == bare.tokens[: bare.around]
    assert pair.tokens[pair.passage :] == bare.tokens[bare.passage :]
    assert bare.passage == bare.around + 3  # the marks between the parts


def test_long_parts_are_cut_and_the_end_of_what_stands_before_is_kept(pairing: Pairing) -> None:
    long = "lykta " * 200
    pair = pairing.pair(Words(*[long] * 5))
    assert len(pair.tokens) <= 128
    told = pairing.pair(TOLD._replace(before=long + "Parken är stor."))
    assert told.tokens[: told.passage] != pairing.pair(TOLD._replace(before=long)).tokens[: told.passage]


def test_the_tokens_of_an_answer_are_found_unless_they_are_cut_off(pairing: Pairing) -> None:
    first, last = pairing.span(TOLD.passage, "12 lyktor") or (0, 0)
    tokens = pairing.pair(TOLD)
    assert 0 < first <= last < len(tokens.tokens) - tokens.passage - 1
    assert pairing.span(TOLD.passage, "13 lyktor") is None
    assert pairing.span("lykta " * 200 + "12", "12") is None


def test_pairs_side_by_side_are_padded_behind(pairing: Pairing) -> None:
    short, long = pairing.pair(TOLD), pairing.pair(TOLD._replace(passage=TOLD.passage * 3))
    batch = side_by_side([short, long])
    assert batch.ids.shape == (2, len(long.tokens))
    assert batch.kept.sum(axis=1).tolist() == [len(short.tokens), len(long.tokens)]
    assert batch.inside.sum(axis=1).tolist() == [len(p.tokens) - p.passage - 1 for p in (short, long)]
    assert (batch.kept & (batch.kinds == 0)).sum(axis=1).tolist() == [short.around, long.around]


@pytest.mark.parametrize(
    "question",
    ["Hur många personer jobbar på biblioteket?", "How many people work at the library?"],
)
def test_what_answers_in_other_words_scores_above_what_repeats_the_question(candidate: Make, question: str) -> None:
    text = "Biblioteket har öppet alla dagar. Personalstyrkan uppgår till 14 anställda. Många personer tycker om det."
    found = sentences(candidate(text, headings=("Stadsbiblioteket",)))
    assert int(crossencoder().scores([words(question, one) for one in found]).argmax()) == 1


def test_a_score_does_not_depend_on_what_is_read_beside_it() -> None:
    told = [TOLD._replace(passage=f"Där står {count} lyktor vid en " + "lång " * count + "väg.") for count in range(12)]
    together = fresh().scores(told)
    alone = np.concatenate([fresh().scores([one]) for one in told])
    assert np.abs(together - alone).max() < 0.02


def fresh() -> CrossEncoder:
    """The shipped network, that has read nothing yet."""
    made = copy(crossencoder())
    made._known = {}
    return made


def test_what_was_read_before_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = TOLD, TOLD._replace(passage="Det blåser.")
    network = fresh()
    first = network.scores([one, other])
    monkeypatch.setattr(network, "_run", None)  # it is not run again
    assert network.scores([other, one]).tolist() == first[::-1].tolist()
    assert network.scores([]).shape == (0,)


def test_copies_are_read_once_under_the_first_ones_title() -> None:
    scores = fresh().scores([TOLD, TOLD._replace(title="Protokoll", heading="§ 4")])
    assert scores[0] == scores[1]


def test_what_is_remembered_does_not_grow_without_end() -> None:
    network = fresh()
    network.remembered = 3
    for count in range(6):
        network.scores([TOLD._replace(passage=f"Där står {count} lyktor.")])
    assert len(network._known) <= 3
