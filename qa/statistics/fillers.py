"""Words that say little of what is measured, of whom or where, in Swedish and English."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from indexer.language.tokens import stem

VAGUE: Final = frozenset(
    """antal andel procent person personer folk människor number share proportion people persons percent year years
    år året läsår läsåret finns fanns gjordes gjort made totala sammanlagda hela
    tabell table uppgift figure value värde summa total
    totalt grupp tabellen bladet filen arket sheet file kommunen kommunens staden stadens municipality city plus
    minus slutet end början raden rad row enligt visar show shows enda exakt exakta ligger låg uppgick stycken
    minuter minutes many hög högt höga stor stort stora lång långt långa lågt låga mycket big large high low sammanlagt
    tillsammans average genomsnitt snitt genomsnittet genomsnittlig genomsnittligt mean medel skillnad kostnad
    kostade kostar cost hela whole redovisas redovisar anges senaste last latest del delen jämfört bland många
    held holds among inom per kronor kr sek längre kortare högre lägre större mindre fler färre bättre sämre
    blivit bli blev become became longer shorter higher lower larger smaller better worse åriga åringar åringarna
    åring aged old olds jämför jämföra compare berätta visa tell snittet räknat räknas counted dagar days ingår
    ingick included gavs ges given granted gick tänker menar think redovisade reported vad what between mellan
    including inklusive siffra siffran figures statistik statistiken statistics""".split()
)
"""Words that every table could have: they hardly weigh."""

FILLERS: Final = frozenset(
    stem(word)
    for word in """ange angav anges redovisa redovisades jobba jobbar jobbade arbetar arbetade bor bodde boende
    ligger
    låg går gick gått får fick fått gör gjorde gjort vänta väntar ske skedde skett hände hänt inträffade inträffat
    uppgick blev blivit kom kommit utgör utgjorde alltså egentligen ungefär cirka faktiskt precis enskild
    enskilda respektive hittills återstår tar tog tagit används användes använt hålls hölls köpte köptes köper
    ryckte
    rycka klarade klarar
    gäller gällde under vanlig vanligt vanligaste vanligast utvecklats förändrats sett ser ha haft
    sammantaget behandlade behandlades behandlat handled handle dealt altogether fewer services åt värdet värde summan
    kvartal kvartalet månaden month quarter belong belongs väntas förväntas beräknas expected estimated sökte
    söker bedrivs erbjuds tillhör beror motsvarar innebär stå står stod nådde når nått varade varar
    hur vad vilken idag gånger gång ser sig vi oss våra vårt vår man ens era er
    reach reaching reached live lived living work working take took taken hold held get got go went happen happened
    occur occurred attend attended use used using make made receive received currently respond responded responding
    carry carried perform performed done exist existed year full whole entire through much state give given tell
    open see saw last lasted lasts people share end common most actual have had our ours we us per
    through each
    rullar drar träffar möter olika fick fått fanns hade räknar räkna klarar lägga lägger lade satsar satsade betalar
    betalade står stå anmäldes begicks drabbades drabbas fall stycken sammanlagt totalt samlade just
    meet meets met run ran spends paid pay pays belonged found live stay stayed came comes use account accounts
    period perioden åren
    serverades levererades genomfördes genomförts registrerades noterades utfördes fattades fattats lämnades
    inkom inkommit rapporterades uppmättes mättes served recorded measured
    säsongen säsong season winter vintern vinter sommaren summer hösten våren
    one ones due to money pengar beror länge längre åt emit emits emitted sammantagna
    different cases various
    out times gånger enkät enkäten undersökning undersökningen mätning mätningen survey questionnaire bo leva
    finnas arbeta jobba möjlighet möjligheten möjligheter tycker anser upplever possibility opportunity chance
    räknas räknat beräknat beräkna prognostiseras prognosticeras prognostiserats planeras planerades planerar förutspås
    drog dra dras dragit nyttjade nyttjar nyttjas nyttjades uppgår uppgått hamnade hamnar hamnat landade landar landat
    befann befinner noterat noterar noterats uppmätt uppmätts mätt innehade innehar givit givits gavs ges getts
    lämnar lämnat lämnats utförs genomförs genomför ägde rum ordnades arrangerades anordnades sker inkommer
    registrerats registreras rapporterats rapporteras angett angetts anges uppger uppgavs uppges lever levde levt
    tjänstgör tjänstgjorde tillhörde tillhört svarar stod samlades samlas samlats insamlades insamlat in samla samlade
    hanterades hanterade hanterats hanteras handlagts handlades förekom förekommer förekommit omfattade omfattar
    omfattat ingår utgjordes utgörs bestod består lyder löd var varit blir bliva skulle ska kommer borde kunde kan
    behandlas betalat betalades betalas betala lagt lades läggs spenderat spenderades satsats satsades satsa
    ungefärlig sammanställs vanligen normalt faktiska verkliga rörde rör berörde gällt avsåg avser avsett
    uppnådde uppnår uppnått nås inträffar drabbade pratar talar undrar veta vet säga säg
    projected forecasted predicted forecast counted reckoned noted collected gathered total totalled totaled amounted
    amount came come coming stood stand stands located situated run operated operate operates provided provide
    provides offered need done processed conducted constitute constitutes constituted make makes makes made up reported
    relate related concerning regarding respect terms level levels value figure figures score scored scores
    would will expected expects expect anticipated planned have been being were does did do
    sorts slags egna combined inclusive compared with
    currently approximately roughly exactly overall individual particular""".split()
)
"""Words that say nothing of what is measured, of whom or where."""

POPULATION: Final = frozenset(
    stem(word)
    for word in """elev elever eleverna pupil pupils student students person personer people människor invånare
    invånarna inhabitants residents medborgare citizens individer boende plats place föräldrar parents
    äldre elderly older""".split()
)
"""Whom shares are of; tables often leave them out of their headers."""


def _carriers() -> frozenset[str]:
    text = (files("qa.statistics") / "data" / "carriers.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


CARRIERS: Final = _carriers()
"""Words with which people ask, form by form (their stems may be those of other words), that say nothing likewise."""


def says_nothing(word: str) -> bool:
    """Is the word of a header filling, or only whom a share is of?"""
    return stem(word) in FILLERS or stem(word) in POPULATION
