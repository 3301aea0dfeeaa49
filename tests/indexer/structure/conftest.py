"""Small documents, invented for these tests, and a plain way from text to paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Block, Document, Paragraph, RawDocument
from indexer.structure import structure

Understood = tuple[Document, tuple[Paragraph, ...]]

MINUTES = """
Norrviks kommun

Fritidsnämnden

SAMMANTRÄDESPROTOKOLL

Sammanträdesdatum 2023-05-16

Plats och tid: Kommunhuset, kl. 13.00

Beslutande: Anna Ek (S), ordförande
Bo Lind (M), vice ordförande
Cia Holm (C)

Underskrifter
Sekreterare Eva Sund
Ordförande Anna Ek

§ 45 Dnr FN 2023/118

Svar på motion om simskola

Fritidsnämndens beslut

1. Fritidsnämnden avslår motionen.

2. Nämnden uppdrar till förvaltningen att följa frågan.

Ärendet

Fia Gren (M) har lämnat en motion om simskola. Kön var 34 barn i december 2022.

Fritidsförvaltningen har i skrivelse den 2 maj 2023 lämnat följande yttrande:

Målet är redan nått enligt 5 kap. 1 § skollagen. Kön minskar.

Förvaltningen föreslår att nämnden avslår motionen.

Yrkanden

Bo Lind (M) yrkar bifall till motionen.

Beslutsgång

Ordföranden ställer förslagen mot varandra och finner att nämnden beslutar att avslå motionen.

Reservation

Bo Lind (M) reserverar sig mot beslutet.

Särskilt uttalande

Vice ordföranden Bo Lind m.fl. (M), ledamoten Cia Holm m.fl. (C)

”Simskolan är för liten.

Kön har vuxit med 9 procent. Hur länge ska barnen vänta?

Vi återkommer i frågan.”

Ersättaryttrande

Ersättaren Olle Ny (MP) instämde i det särskilda uttalandet från (M),(C).

§ 46 Uppföljning april

Fritidsnämnden beslutar att lägga uppföljningen till handlingarna.

Nämnden informeras om att prognosen visar ett underskott på 3,2 mnkr för hela året.

Justerat 2023-05-23

Vid protokollet.
Eva Sund
nämndsekreterare
"""
LETTER = """
Ett badhus i kris

Kön till simskolan har ökat från 12 till 19 barn på ett år.

I svaret framgår att badhuset hade 340 besök i januari 2024.

Med anledning av detta undrar vi följande:

- Hur många barn står i kö? Frågan är viktig.

- Vilka åtgärder har vidtagits

Gun Alm m.fl. (V)

Per Öst (S)
"""
ANSWER = """
Svar på interpellation om badhuset

Stämmer det att 25 har slutat?

Det är 21 som har slutat under januari–november 2024.
Nio av dem har gått i pension.

Hur många saknas i dag, och varför?

I dag saknas tio.

Med detta anser jag interpellationen besvarad

Gun Alm Fritidsnämndens ordförande
"""


def read(text: str, form: str = "text", furniture: tuple[str, ...] = (), name: str = "fil.txt") -> Understood:
    """A text whose blocks are parted by blank lines, with structure."""
    blocks = tuple(Block(part) for part in text.strip().split("\n\n"))
    return structure(RawDocument(form, blocks, furniture=furniture), content_hash="0" * 16, name=name)


@pytest.fixture(scope="session")
def understood() -> Callable[..., Understood]:
    """The function `read`."""
    return read


@pytest.fixture(scope="session")
def minutes() -> Understood:
    """Minutes with two §."""
    return read(MINUTES)


@pytest.fixture(scope="session")
def letter() -> Understood:
    """A letter with two signers."""
    return read(LETTER)


@pytest.fixture(scope="session")
def answer() -> Understood:
    """The answer of a chair to an interpellation."""
    return read(ANSWER)


@pytest.fixture(scope="session")
def found() -> Callable[[Understood, str], Paragraph]:
    """The one paragraph of a document that begins with some words."""

    def search(document: Understood, words: str) -> Paragraph:
        hits = [paragraph for paragraph in document[1] if paragraph.text.startswith(words)]
        assert len(hits) == 1, [paragraph.text for paragraph in document[1]]
        return hits[0]

    return search
