"""How Swedish and English questions say what they want: one table, the first pattern that matches decides.

The words are those of the language and of public administration, none of any document.
"""

from __future__ import annotations

import re
from typing import Final

from indexer.model import Kind, Role
from qa.query import Wants


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.VERBOSE)


_MONEY: Final = r"kron\w*|kr|tkr|kkr|mnkr|mkr|mdkr|pengar|miljon\w*|miljard\w*|SEK|money|million\w*|krona|belopp\w*"
_TIME: Final = r"dagar|dygn|veckor|månader|år|timmar|minuter|days|weeks|months|years|hours|minutes"

WANTS: Final[tuple[tuple[Wants, re.Pattern[str]], ...]] = (
    (
        Wants.QUESTIONS,
        _pattern(
            r"""\b(vilka|vad|hur\ många|which|what|how\ many)\b[^?]*\b(frågor|frågorna|frågepunkter|punkter|questions)\b
                [^?]*\b(ställ|tar|ask|put|pose|skrivelse|letter|interpellation|motion)
              | \b(vad|what)\b[^?]*\b(undrar|frågar|efterfrågar|want(s)?\ to\ know|ask(s|ing)?\b)"""
        ),
    ),
    (
        Wants.SPEAKER,
        _pattern(
            r"""\b(vem|vilka|vilket\ parti|vilka\ partier|who|which\ part(y|ies))\b\s+(är\ det\ som\s+)?
                (säger|uppger|hävdar|påstår|anser|menar|tycker|says?|said|states?|stated|claims?|claimed)\b
              | \b(enligt\ vem|according\ to\ whom|who\ is\ the\ source)\b"""
        ),
    ),
    (
        Wants.REASON,
        _pattern(
            r"""^(?:[^,?]*,\s)?(?:och\ |men\ |and\ |but\ )?(varför|why|how\ come)\b
              | \b(av\ vilk\w+\ (skäl|anledning|orsak)|vad\ (beror|berodde|förklarar|orsakade|motiverade)
                |vad\ (är|var)\ (skäl|orsak|anledning|syfte|motiv)\w* |vad\ (är|var)\ det\ som\ (gör|gjorde)\ att
                |vad\ (låg|ligger)\ bakom|vad\ (gör|gjorde)\ att|i\ vilket\ syfte|med\ vilken\ motivering
                |hur\ (motiver|förklar)\w+|for\ what\ (reason|purpose)s?|on\ what\ grounds
                |what\ (is|was|were|are)\ the\ (\w+\ )?(reason|cause|purpose|motive|aim|explanation)s?
                |what\ (lay|lies)\ behind|what\ (makes|made|causes|caused|explains|explained|motivated))\b"""
        ),
    ),
    (
        Wants.TEXT,
        _pattern(
            r"""^(?:och\ |men\ )?var\s(ligger|låg|finns|fanns|har|hade|hålls|hölls|sker|skedde|ska|skulle|kan|står|stod
              |får|lades|lämnades|görs|bor)\b"""
        ),
    ),
    (
        Wants.YES_NO,
        _pattern(
            r"""^(?:[^,?]*,\s)?(är|var|har|hade|blev|blir|finns|fanns|fick|får|ska|skulle|kan|kunde|gick|går|kommer|stämmer
                |saknas|saknades|avslog|biföll|\w+ades?|\w+er\s+det|röstade|började|fattade|lämnade|godkände|antog|gällde
                |gäller|innebär|begärs|begärdes|föreslår|föreslog|når|nådde|håller|höll|ligger|låg|stod|står|tog|tar|gav|ger|sa|sade
                |fortsätter|fortsatte|kräver|krävs|behöver|behövs|behövde|yrkade|instämde|deltog|did|was|were|is|are|has|have|had|does|do|will|would|can|could|should)\b
                (?!.*\b(hur|how|vem|who|vilk\w+|which|varför|why)\b)"""
        ),
    ),
    (
        Wants.DNR,
        _pattern(
            r"""\b(diarie\w*|dnr|i\ vilket\ ärende|in\ (which|what)\ (matter|case)|ärendenummer|registry\ (no|number)
              |(reference|case|file)\ number)\b"""
        ),
    ),
    (
        Wants.SECTION,
        _pattern(r"\b(vilken|under\ vilken|vilka|which|what|under\ which)\b\s+(§|paragraf\w*|paragraph|section)\b"),
    ),
    (Wants.POINTS, _pattern(r"\bprocentenhet\w*|percentage\ points?")),
    (
        Wants.PERCENT,
        _pattern(
            r"""\b(hur\ många|med\ hur\ många|hur\ mycket\ i|i)\s+procent | hur\ många\ % | \bprocentuell\w*
              | \b(hur\ stor|vilken|hur\ hög)\s+(andel|del|procent\w*)\b | \bandel(en)?\b[^?]*\?
              | \b(percent|per\ cent|percentage|percentages|share|proportion)\b"""
        ),
    ),
    (
        Wants.DURATION,
        _pattern(
            rf"""\b(hur\ (länge|lång\ tid|snabbt|fort)|how\ (long|quickly|fast|soon))\b
              | \b(hur\ många|how\ many)\s+({_TIME})\b
              | \bvilken\ (tid|period)\s(gäller|omfattar|avser|löper)\b
              | \b(what|which)\ period\b(?=[^?]*\b(cover|appl[yi]|valid|run|last))"""
        ),
    ),
    (
        Wants.MONEY,
        _pattern(
            rf"""\b(hur\ (mycket|många|stor)|how\ (much|many))\b[^?]*?\b({_MONEY})\b
              | \b(vad|hur\ mycket|what|how\ much)\b[^?]*\b(kost\w*|cost\w*|price|pris\w*|avgift\w*
                |fee|betala\w*|pay|paid|spen[dt]\w*|tog\ \w+\ ut|charge)\b
              | \b(vilken|vilket)\s(\w+\s)?\w*(ersättning|lön|hyra)(en)?\b
              | \b(what|which)\s(\w+\s)?(compensation|allowance|rent|salary)\s(is|are|was|were|do|does|did)\b
              | \b(hourly|daily|monthly)\ (rate|fee|price)\b"""
        ),
    ),
    (Wants.FREQUENCY, _pattern(r"\b(hur\ ofta|how\ often|how\ frequently)\b")),
    (
        Wants.CLOCK,
        _pattern(
            r"\b(vilken\ tid(?!\s(gäller|omfattar|avser|löper|ska|för|är))|vilket\ klockslag|hur\ dags"
            r"|what\ time|which\ time)\b"
        ),
    ),
    (
        Wants.COUNT,
        _pattern(r"\b(hur\ många|how\ many|antal(et)?\b[^?]*\?|(what|which)\ (is\ the\ )?number\ of)"),
    ),
    (
        Wants.AMOUNT,
        _pattern(
            r"\b(hur\ (mycket|mkt|stor\w?|hög\w?|låg\w?|liten|litet)|how\ (much|large|big|high|low|far)"
            r"|(vilken|vilket|what|which)\s+(\w+\s+)?"
            r"(summa|siffra|nivå|budget|avvikelse|besparing|effekt|avgift|resultat|kostnad|amount|sum|figure|deviation"
            r"|saving|fee|result|cost))\b|^vad\ (låg|ligger|uppgick|uppgår|landade)\b"
            r"|\bvilken\s(\w+\s)?\w*(omsättning|frånvaro|ålder|frekvens)\b"
            r"|^vad\ (är|var|blev)\s(\w+\s)?\w*(omsättningen|frånvaron|åldern|frekvensen|underskottet|överskottet)\b"
            r"|\b(what|which)\s(?!years?|date|month)((was|is|were|are)\s)?(the\s)?(\w+\s){0,2}?(response\ rate|turnover"
            r"|absence|average\ age|deficit|surplus)\b"
        ),
    ),
    (
        Wants.AMOUNT,
        _pattern(
            r"""\bhur\ (gick|går|slutade|ser|såg|har)\b
                (?=.*\b(ekonomi\w*|bokslut\w*|budgeten?|plus|minus|(röda|svarta)\ siffror)\b)
              | \bgick\b[^?]*\b(plus|back|minus|med\ (över|under)skott)\b
              | \b(in\ the\ (black|red)|plus\ or\ minus|profit\ or\ loss)\b
              | ^(how|what)\b[^?]*\b(financial(ly)?\ (result|outcome|position)|do\ financially
                |result\ for\ (the\ year|\w+[ –-]?))"""
        ),
    ),
    (Wants.PARTY, _pattern(r"\b(vilket|vilka|which|what)\s+(politiska?\ )?(parti|partier|part(y|ies))\b")),
    (
        Wants.PERSON,
        _pattern(
            r"""^(?:\w+\s+)?(vem|vems|vilka\ är|who|whom|whose)\b | ,\s*(vem|who)\b
              | \b(för|till|av|to|by|for)\s+(vem|whom)\b
              | \b(vilka?|vilket|which|what)\s+(\w+\s+)?(person\w*|politiker\w*|tjänste(man|män|person\w*)|handläggare
                |ledam\w+|ersättare|namn|persons?|people|politicians?|officials?|members?|substitutes?|chair|ordförande)\b
              | ^(?:och\ |men\ )?(vilka)\s+(\w+ade|\w+dde|la|lade|röstade|deltog|reserverade|lämnade)\b
              | ^(?:vilka|which)\s+(?:\w+\s+){1,3}?(?:reserverade|reserved|röstade|voted|yrkade|moved)\b"""
        ),
    ),
    (
        Wants.DATE,
        _pattern(
            r"""^(?:\w+\s+)?(när|when)\b | ,\s*(när|when)\b | \boch\s+när\b | \b(sedan|från|since|from)\s+(när|when)\b
              | \b((vilket|vilken|vilka)\ (datum|dag|år|månad|period)|datum)\b
              | \b(the\ date|(what|which)\ (date|day|years?|month))\b"""
        ),
    ),
    (Wants.REASON, _pattern(r"\b(varför|why)\b")),
    (
        Wants.DECISION,
        _pattern(
            r"""\b(vad|vilket|vilka|hur|what|which|how)\b[^?]*\b(beslut\w*|bestäm\w*|decid\w+|decisions?|resolv\w+)
              | \b(vad|what)\b\s+(hände|blev|sa|sade|gjorde|happened|did)\b[^?]*\b(\w*nämnd\w*|\w*utskott\w*
                |\w*fullmäktige\w*|\w*styrelse\w*|board|committee|council|förslag\w*|ärende\w*|initiativ\w*|motion\w*|proposal|initiative|matter)
              | \bhur\ gick\ det\ (med|för)\b | \bvad\ (hände\ med|blev\ det\ av)\b
              | \bwhat\ (happened\ (to|with)|became\ of)\b
              | \b(vilk\w+|vad|what|which)\b[^?]*\b(uppdrag|assignments?)\b[^?]*
                \b(gav|ger|fick|får|give[ns]?|gave|get|got)\b
              | \b(vilk\w+|vad|what|which)\b[^?]*\b(gav|ger|fick|får|give[ns]?|gave|get|got)\b[^?]*
                \b(uppdrag|assignments?)\b
              | \bwhat\b[^?]*\b(instructed|tasked|told|asked)\ to\b"""
        ),
    ),
)
"""Question cues in order of precedence; what matches none wants TEXT."""

CUE_WORDS: Final = frozenset(
    """antal antalet procent procentenheter andel andelen del datum datumet dag dagen år året tid period parti partiet
    paragraf paragrafen diarienummer dnr nummer namn person personer politiker tjänsteperson tjänstepersoner summa
    siffra kostade kostar kosta kostnad stor stort hög högt mycket många länge ofta
    number percent percentage points share proportion date day year years time period party parties paragraph section
    registry name person people politician politicians official officials amount figure cost costs much many long
    large high big total totalt sammanlagt uppgår uppgick state stated states say says said document documents
    dokumentet dokumenten skrivelsen interpellationen interpellationssvaret motionen letter letters enligt according
    jämfört compared stämmer sant true correct""".split()
)
"""Words that say what kind of answer is wanted, or nothing: they count little in finding it."""

KINDS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    (Kind.PROTOKOLL, _pattern(r"\b(protokoll\w*|minutes)\b")),
    (Kind.TJANSTEUTLATANDE, _pattern(r"\b(tjänsteutlåtande\w*|tjänsteskrivelse\w*|officials?['’]?s?['’]?\ report)\b")),
    (Kind.SKRIVELSE, _pattern(r"\b(skrivelse[n]?|skribent\w*|letter|letters|writers?)\b")),
    (Kind.INTERPELLATIONSSVAR, _pattern(r"\b(interpellation\w*|interpellant\w*)\b")),
    (Kind.MOTION, _pattern(r"\b(motion(en)?|motions?)\b")),
    (Kind.RIKTLINJE, _pattern(r"\b(riktlinje\w*|guidelines?)\b")),
)
"""Document kinds that a question may name."""

VOICES: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
    (
        Role.ACCOUNT,
        _pattern(
            r"\b(enligt|according\ to|säger|anger|does|says)\s+(the\s+)?(\w+-?\ ?){0,3}?"
            r"(\w*förvaltning(en|s)\w*|administration|officials?|tjänstem\w+)"
        ),
    ),
    (
        Role.REPLY,
        _pattern(r"\b(enligt|according\ to|säger|svarar|says)\s+(the\s+)?(\w+\s+)?(ordförande\w*|chair\w*)"),
    ),
    (
        Role.CLAIM,
        _pattern(
            r"\b(enligt|according\ to|anser|tycker|säger|menar|think|say)\s+(the\s+)?"
            r"(\(\w{1,2}\)|skribent\w*|skrivelse\w*|writers?|letter|politiker\w*|politicians|part\w+)"
        ),
    ),
)
"""Whose word is asked for."""

CHANGES: Final = _pattern(
    r"""\b(öka\w*|ökning\w*|minska\w*|minskning\w*|förändra\w*|förändring\w*|försämra\w*|förbättra\w*|skillnad\w*
      |jämför\w*|dyrare|billigare|fler|färre|mellan|jämfört|mot|rise|rose|risen|fell|fall|fallen|drop\w*|increase\w*
      |decrease\w*|change\w*|worsen\w*|improve\w*|compar\w*|difference|more|fewer|between|versus)\b"""
)
"""Questions that ask how much something changed or differs; two figures may answer them together."""

WHOLE: Final = _pattern(r"\b(hela|helår\w*|helt\ år|all\ of|whole|entire|full[\ -]year|throughout)\b")
"""Questions about the whole of a period; a figure for part of it does not answer them."""

SIGNS: Final = _pattern(
    r"""\b(underteckna\w*|skrev|skrivit|wrote|written|sekreterare\w*|förde\ protokoll\w*|juster\w*
      |ordförande\w*|signed|signator\w*|secretary
      |(kept|took|approved|checked)\ the\ minutes|chair\w*|checked)\b"""
)
"""Questions whose answer stands among the signatures or in the attendance list."""

BODIES: Final = re.compile(r"\b\w*(?:nämnd|styrelse|fullmäktige|utskott)\w*\b", re.IGNORECASE)
"""Deciding bodies, in a question or a text."""

PARTY_NAMES: Final = re.compile(
    r"\b(moderat|socialdemokrat|vänsterparti|centerparti|liberal|miljöparti|kristdemokrat|sverigedemokrat"
    r"|moderate|social democrat|left party|centre party|green party|christian democrat|sweden democrat)\w*",
    re.IGNORECASE,
)
"""Parties by name; documents write their marks."""

PROPOSES: Final = _pattern(r"\b(föresl\w+|förslag(et)?\ till\ beslut|propos(e|es|ed|al)\b)")
"""Questions about what is proposed, not about what was decided."""

ACTS: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = (
    (_pattern(r"\b(reserv\w+|reservation\w*)\b"), _pattern(r"\breserv")),
    (_pattern(r"\b(röst\w+|omröst\w*|voter\w*|vote[ds]?|voting)\b"), _pattern(r"röst|voter")),
    (_pattern(r"\b(yrka\w*|moved)\b"), _pattern(r"\byrka")),
    (_pattern(r"\b(instäm\w*|concur\w*)\b"), _pattern(r"\binstäm")),
    (
        _pattern(r"\b(protokollsanteckning\w*|antecknade|(a\ )?note\ (to|in)\ the\ minutes)\b"),
        _pattern(r"protokollsanteckning|anteckn\w+\ följande|till\ protokollet"),
    ),
)
"""Acts at a meeting: (how a question names one, how minutes do). Who did it stands only where the act is named."""

SUBMITS: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = (
    (
        _pattern(
            r"\b(ställ(t|de|er)|put|posed|asked|lodged|submitted|lämna\w+|skrev|wrote|written)\b[^?]*\binterpellation\w*"
        ),
        _pattern(r"\b(ställ|lämna|inkom)\w*\b[^.]*\binterpellation|\binterpellation\w*\s(av|från)\b"),
    ),
    (
        _pattern(
            r"""\b(väck\w*|lyft\w*|lämna\w+|inkom\w*|tog\ upp|tagit\ upp|initiativ\w*|raised|submitted
              |brought\ up|tabled|filed|put|handed\ in|wrote|written|skrev|skrivit)\b"""
        ),
        _pattern(
            r"\b(väck|lämna|lyft|inkom|inlämna|skriv)\w*\b[^.]*\b(initiativ|motion|skrivelse|medborgarförslag|ärende|fråga)\w*"
        ),
    ),
    (
        _pattern(
            r"""\b(i\ stället\ för|istället\ för|ersatte|ersätter|vikarie\w*|in\ place\ of|instead\ of|replac\w+
              |stood\ in|substitut\w+)\b"""
        ),
        _pattern(r"\bersätter\b|\btjänstgör\w*\s(för|i\s?stället)"),
    ),
)
"""Like ACTS, for what is handed in and who stands in for whom; a passage that does not say so may still answer."""

DECIDED_ON: Final = _pattern(
    r"""\b((beslut(ade|at|et|ar|as|ades)?|bestäm(de|t|s|des)|enligt\ beslutet|anta(gits|git|s)|antog|decided|decision
        |adopted|resolved)\b
      | enligt\ (\w*nämnden|\w*fullmäktige|\w*styrelsen)\b
      | according\ to\ the\ (decision|council|board|committee)\b)"""
)
"""Questions about what a body has decided, whatever else they ask for."""

OF_THEM: Final = _pattern(r"\b(av\ (dem|dessa|de)|därav|varav|of\ (them|these|those))\b")
"""Questions about a part of what was spoken of before."""
