"""A library of invented tables, small enough to work out by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack

import pytest

from indexer.build import build
from indexer.embedding import HashingEmbedder
from indexer.search import Search
from qa.engine import Engine
from qa.model import Answer

STAFF = """Personal i Granbergs kommun

Nämnd;Personalomsättning 2021 (%);Personalomsättning 2022 (%);Anställda 2021, antal;Anställda 2022, antal
Kulturnämnden;10,5;12,0;200;210
Miljönämnden;8,0;;90;95
Tekniska nämnden;14,5;13,0;410;400
Totalt;12,0;12,5;700;705
Not: Tomt fält betyder att nämnden inte har rapporterat.
"""
BUDGET = """Nämndernas ekonomi 2022, tusental kronor (tkr)

Nämnd;Budget;Utfall;Avvikelse
Kulturnämnden;50 000;52 500;-2 500
Miljönämnden;20 000;19 000;1 000
Tekniska nämnden;80 000;88 000;-8 000
"""
LIBRARIES = """Bibliotek;Ort;Kön;Månad;Låntagare
Norra filialen;Granberg;Kvinnor;2023-01;120
Norra filialen;Granberg;Män;2023-01;80
Norra filialen;Granberg;Kvinnor;2023-02;110
Norra filialen;Granberg;Män;2023-02;90
Södra filialen;Lindås;Kvinnor;2023-01;60
Södra filialen;Lindås;Män;2023-01;70
Södra filialen;Lindås;Kvinnor;2023-02;50
Södra filialen;Lindås;Män;2023-02;40
"""
UNITS = """Enhet;Ort;Simhall;Ishall
Granbergshallen;Granberg;Ja;
Bruksbadet;Granberg;Ja;Ja
Vikens arena;Lindås;;Ja
"""

Ask = Callable[[str], Answer]
Over = Callable[[Mapping[str, str]], Engine]


@pytest.fixture(scope="session")
def over(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Over]:
    """An engine over CSV files: file name without its ending -> text; no test writes to its library."""
    with ExitStack() as opened:

        def engine(files: Mapping[str, str]) -> Engine:
            folder = tmp_path_factory.mktemp("tables")
            for name, text in files.items():
                (folder / f"{name}.csv").write_text(text, encoding="utf-8")
            library = tmp_path_factory.mktemp("asked") / "library"
            build([folder], library, embedder=HashingEmbedder())
            return opened.enter_context(Engine(Search.open(library, embedder=HashingEmbedder())))

        yield engine


@pytest.fixture(scope="session")
def tables(over: Over) -> Engine:
    """An engine over all the tables."""
    return over({"personal": STAFF, "ekonomi": BUDGET, "bibliotek": LIBRARIES, "anlaggningar": UNITS})


@pytest.fixture
def ask(tables: Engine) -> Ask:
    return tables.ask
