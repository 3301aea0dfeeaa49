"""Small originals to build from. All names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.build.everything import Originals

MINUTES = """Byggnadsnämnden
Protokoll
2031-03-04

§ 7 2031.012 BN
Taxa för bygglov 2031

Ärendebeskrivning

Förvaltningen har tagit fram en ny taxa. Den totala kostnaden för granskningen uppgår till 4,5 mnkr under 2030.

Beslut

Byggnadsnämnden godkänner taxan som gäller från och med den 1 april 2031.

Beslutsunderlag

Tjänsteskrivelse

§ 8 2031.014 BN
Remiss om strandskydd vid Norrviken

Ärendebeskrivning

Nämnden har fått en remiss.

Beslut

Förslag till beslut i kommunstyrelsen

Remissen besvaras.

Justerat 2031-03-11
"""
REPLY = """Svar på skrivelse om bygglov och väntetider

Hur många bygglov söktes under året?

Det kom in 312 ansökningar om bygglov under 2030, fler än någonsin tidigare i kommunen.

Hur lång är väntetiden i dag?

Väntetiden är i genomsnitt nio veckor, vilket är längre än vad lagen tillåter för ett beslut.

Med detta anser jag skrivelsen besvarad.
"""
TABLE = """Bygglov i Norrviks distrikt
Valt år: 2030

Stadsdel;Stadsdelskod;Antal ansökningar;Andel beviljade (%)
Berga;01;120;75,5
Dalby;02;80;81,0
Ekliden;03;112;..
Hela kommunen;00;312;78,0
"""
PX = """CHARSET="ANSI";
LANGUAGE="sv";
TITLE="Bygglov efter stadsdel och år";
CONTENTS="Bygglov";
UNITS="antal";
STUB="stadsdel";
HEADING="år";
VALUES("stadsdel")="Berga","Dalby";
VALUES("år")="2029","2030";
DATA=
101 120
".." 80;
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one document of each kind."""
    for name, text in (("protokoll.txt", MINUTES), ("svar.txt", REPLY), ("bygglov.csv", TABLE), ("bygglov.px", PX)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def originals(folder: Path) -> Originals:
    """The same as originals to build from."""
    return Originals(tuple((file, file.name) for file in sorted(folder.iterdir())))
