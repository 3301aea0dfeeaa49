"""The learning scripts on a folder of a few made-up lines."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from indexer.language.learn import contexts, corpus, frequencies, translations
from indexer.language.learn.__main__ import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "train").mkdir()
    parallel = ["en\tsv\tsource"] + 4 * [
        "The waiting list grew.\tVäntelistan växte.\ttatoeba",
        "The list grew.\tListan växte.\ttatoeba",
        "We are waiting.\tVi väntar.\tsome_mt",
    ]
    lexicon = ["en\tsv\tsource", "list\tlista\twiktionary", "list\tslagsida\tfreedict", "-less\t-lös\twiktionary"]
    passages = [{"query": f"Fråga {n}", "passage": f"Under {n} år har listan vuxit. Det är bra."} for n in range(30)]
    for name, lines in (
        (corpus.PARALLEL, parallel),
        (corpus.LEXICON, lexicon),
        (corpus.PASSAGES, [json.dumps(passage) for passage in passages]),
    ):
        (tmp_path / name).write_bytes(gzip.compress("\n".join(lines).encode()))
    return tmp_path


def test_machine_translations_count_less(folder: Path) -> None:
    weights = {pair.source: pair.weight for pair in corpus.sentences(folder)}
    assert weights["some_mt"] < weights["tatoeba"]


def test_gpl_entries_and_affixes_are_left_out(folder: Path) -> None:
    assert [(pair.english, pair.swedish) for pair in corpus.entries(folder)] == [(["list"], ["lista"])]


def test_the_table_holds_words_and_compounds_of_two_words(folder: Path) -> None:
    table = translations.learnt(folder)
    assert table["grew"][0][0] == "växte"
    assert [word for word, _ in table["waiting list"]] == ["väntelistan"]


def test_the_table_is_written_in_hundredths(tmp_path: Path) -> None:
    translations.write({"grew": [("växte", 0.25)]}, tmp_path / "table.gz")
    assert gzip.decompress((tmp_path / "table.gz").read_bytes()).decode() == "grew\tväxte\t50\n"


def test_word_lists_and_background_hold_what_was_counted(folder: Path) -> None:
    lists = frequencies.word_lists(folder)
    assert "listan" in gzip.decompress(lists["words.gz"]).decode().split()
    assert "listan" not in gzip.decompress(lists["english.gz"]).decode().split()
    assert "vuxit" in gzip.decompress(frequencies.background(folder)).decode().split()


def test_contexts_tell_words_that_lose_their_difference(folder: Path) -> None:
    lines = gzip.decompress(contexts.contexts(folder)).decode().splitlines()
    assert any(line.startswith("<år # ") for line in lines)
    assert any(line.startswith("<är det ") for line in lines)


def test_the_same_data_give_the_same_bytes(folder: Path) -> None:
    assert frequencies.word_lists(folder) == frequencies.word_lists(folder)
    assert contexts.contexts(folder) == contexts.contexts(folder)


def test_a_missing_folder_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no/such/folder"]) == 2
    assert "usage" in capsys.readouterr().err
