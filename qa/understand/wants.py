"""What kind of answer a question calls for: one table of Swedish and English cues, the first that matches decides.

The words are those of the language and of public administration, none of any document.
"""

from __future__ import annotations

import re
from typing import Final

from qa.query import Wants
from qa.understand.cues import pattern

_MONEY: Final = r"kron\w*|kr|tkr|kkr|mnkr|mkr|mdkr|pengar|miljon\w*|miljard\w*|SEK|money|million\w*|krona|belopp\w*"
_TIME: Final = r"dagar|dygn|veckor|månader|år|timmar|minuter|days|weeks|months|years|hours|minutes"

WANTS: Final[tuple[tuple[Wants, re.Pattern[str]], ...]] = (
    (
        Wants.QUESTIONS,
        pattern(
            r"""\b(vilka|vad|hur\ många|which|what|how\ many)\b[^?]*\b(frågor|frågorna|frågepunkter|punkter|questions)\b
                [^?]*\b(ställ|tar|ask|put|pose|skrivelse|letter|interpellation|motion)
              | \b(vad|what)\b[^?]*\b(undrar|frågar|efterfrågar|want(s)?\ to\ know|ask(s|ing)?\b)"""
        ),
    ),
    (
        Wants.SPEAKER,
        pattern(
            r"""\b(vem|vilka|vilket\ parti|vilka\ partier|who|which\ part(y|ies))\b\s+(är\ det\ som\s+)?
                (säger|uppger|hävdar|påstår|anser|menar|tycker|says?|said|states?|stated|claims?|claimed)\b
              | \b(enligt\ vem|according\ to\ whom|who\ is\ the\ source)\b"""
        ),
    ),
    (
        Wants.REASON,
        pattern(
            r"""^(?:[^,?]*,\s)?(?:och\ |men\ |and\ |but\ )?(varför|why|how\ come)\b
              | ^(?:[^,?]*,\s)?hur\ (?:kunde|kom\ det\ sig)\b(?![^?]*\b(?:göra|gör)\b) | ^how\ (?:could|come)\b
              | ^how\ did\b[^?]*\b(?:manage|succeed)\b
              | \b(av\ vilk\w+\ (skäl|anledning|orsak)|vad\ (beror|berodde|förklarar|orsakade|motiverade)
                |vad\ (är|var)\ (skäl|orsak|anledning|syfte|motiv)\w* |vad\ (är|var)\ det\ som\ (gör|gjorde)\ att
                |vad\ (låg|ligger)\ bakom|vad\ (gör|gjorde)\ att|vad\ [^?]*\bgjort\ att
                |hur\ (går|gick)\ det\ ihop|hur\ kommer\ det\ sig|i\ vilket\ syfte|med\ vilken\ motivering
                |hur\ (motiver|förklar)\w+|for\ what\ (reason|purpose)s?|on\ what\ grounds
                |what\ (is|was|were|are)\ the\ (\w+\ )?(reason|cause|purpose|motive|aim|explanation)s?
                |what\ (lay|lies)\ behind
                |what\ [^?]*\b(partly|mainly|mostly|was|is|were|are|lies|lay)\ behind
                |what\ (held|pushed|kept|brought|pulled)\b[^?]*\b(back|down|up)
                |what\ (makes|made|causes|caused|explains|explained|motivated|drove|drives)
                |what\ (is|was|are|were)\ [^?]*\bdue\ to|how\ (do|does|did)\ [^?]*\b(justify|motivate))\b"""
        ),
    ),
    (
        Wants.TEXT,
        pattern(
            r"""^(?:och\ |men\ )?var\s(ligger|låg|finns|fanns|har|hade|hålls|hölls|sker|skedde|ska|skulle|kan|står|stod
              |får|lades|lämnades|görs|bor)\b"""
        ),
    ),
    (
        Wants.YES_NO,
        pattern(
            r"""^(?:[^,?]*,\s)?(är|var|har|hade|blev|blir|finns|fanns|fick|får|ska|skulle|kan|kunde|gick|går|kommer|stämmer
                |saknas|saknades|kostar|medför|medförde|påverkar|påverkade|omfattas|omfattades|avslog|biföll|\w+ades?|\w+er\s+det|röstade|började|fattade|lämnade|godkände|antog|gällde
                |gäller|innebär|begärs|begärdes|föreslår|föreslog|når|nådde|håller|höll|ligger|låg|stod|står|tog|tar|gav|ger|sa|sade
                |fortsätter|fortsatte|kräver|krävs|behöver|behövs|behövde|yrkade|instämde|deltog)\b
                (?!.*\b(hur|how|vem|who|vilk\w+|which|varför|why)\b)
              | ^(?!(?:var|under|efter|över|utöver)\b)(?:[a-zåäö]{2,}(?:ar|des|tes)\s
                |[a-zåäö]{2,}er\s(?=(?:det|den|de|man|alla|(?!budget)\w+(?:en|et|na|n))\b))
                (?!(?:för|i|på|av|hos|till|om|per|och|eller|från|mellan|enligt|under|som|med|utan|mot|vid)\b|\d)
                (?=[^?]*\?)(?!.*\b(hur|how|vem|who|vilk\w+|which|varför|why|när|vad)\b)
              | ^(?:[^,?]*,\s)?(did|was|were|is|are|has|have|had|does|do|will|would|can|could|should|must|may\ (?!\d))\b
                (?!.*\b(how|why)\b|.*,\ *and\ (by\ )?(who|which|when|what)\b)"""
        ),
    ),
    (
        Wants.DNR,
        pattern(
            r"""\b(diarie\w*|dnr|i\ vilket\ ärende|in\ (which|what)\ (matter|case)|ärendenummer|registry\ (no|number)
              |(reference|case|file)\ number)\b"""
        ),
    ),
    (
        Wants.SECTION,
        pattern(r"\b(vilken|under\ vilken|vilka|which|what|under\ which)\b\s+(§|paragraf\w*|paragraph|section)\b"),
    ),
    (Wants.POINTS, pattern(r"\bprocentenhet\w*|percentage\ points?")),
    (
        Wants.PERCENT,
        pattern(
            r"""\b(hur\ många|med\ hur\ många|hur\ mycket\ i|i)\s+procent | hur\ många\ % | \bprocentuell\w*
              | \b(hur\ stor|vilken|hur\ hög)\s+(andel|del|procent\w*)\b | \bandel(en)?\b[^?]*\?
              | \b(percent|per\ cent|percentages?|proportion|share\ of|(what|which|large|big|high)\ (a\ )?share)\b"""
        ),
    ),
    (
        Wants.DURATION,
        pattern(
            rf"""\b(hur\ (länge|lång\ tid|snabbt|fort)|how\ (long|quickly|fast|soon))\b
              | \b(hur\ många|how\ many)\s+({_TIME})\b
              | \bvilken\ (tid|period)\s(gäller|omfattar|avser|löper)\b
              | \b(what|which)\ period\b(?=[^?]*\b(cover|appl[yi]|valid|run|last))"""
        ),
    ),
    (
        Wants.DECISION,
        pattern(
            r"""\b(vad\ (hände|har\ hänt)\ med|vad\ blev\ det\ av|hur\ (gick|slutade)\ (det\ )?(med|för)?)\b
                [^?]{0,40}\b\w*(förslag|motion|ärende|ansökan|begäran|fråga|idé|överklag|initiativ|framställning)\w*
              | \bwhat\ (happened\ (to|with)|(became|has\ become|came)\ of)\b
                [^?]{0,30}\b(proposals?|suggestions?|motions?|matters?|applications?|requests?|ideas?|appeals?|initiatives?|petitions?)\b
              | \bvad\ gjorde\ \w*(nämnd|fullmäktige|styrelse|utskott)\w*\b[^?]*\bmed\b
              | \bwhat\ did\ (the\ )?(\w+\ ){0,3}?(board|committee|council)\b[^?]*\bdo\ (with|about)\b
              | \b(vart|till\ vilken\ \w*nämnd)\b[^?]*\b(skicka|lämna|överlämna|remittera|hänvisa)(de|des|t|ts)\b
              | \bwhere\ (was|were|did)\b[^?]*\b(sen[dt]|refer(red)?|forward(ed)?)\b
              | \bwhich\ (board|committee|council)\b[^?]*\b(sen[dt]|refer(red)?|pass(ed)?|forward(ed)?)\b[^?]*\bto\b"""
        ),
    ),
    (
        Wants.MONEY,
        pattern(
            rf"""\b(hur\ (mycket|många|stor)|how\ (much|many))\b[^?]*?\b({_MONEY})\b
              | \b(vad|hur\ mycket|what|how\ much)\b[^?]*\b(kost\w*|cost\w*|price|pris\w*|avgift\w*
                |fee|betala\w*|pay|paid|spen[dt]\w*|tog\ \w+\ ut|charge|lägger\b[^?]*\bpå|satsa[rd]e?\b[^?]*\bpå)\b
              | \b(vilken|vilket)\s(\w+\s)?\w*(ersättning|lön|hyra)(en)?\b
              | \b(what|which)\s(\w+\s)?(compensation|allowance|rent|salary)\s(is|are|was|were|do|does|did)\b
              | ^what\s(is|was|are|were)\s(the\s|an?\s)?([\w’'-]+\s){{0,3}}?(compensation|allowance|rent|salary|wage)\b
              | \b(hourly|daily|monthly)\ (rate|fee|price)\b"""
        ),
    ),
    (Wants.FREQUENCY, pattern(r"\b(hur\ ofta|how\ often|how\ frequently)\b")),
    (
        Wants.CLOCK,
        pattern(
            r"\b(vilken\ tid(?!\s(gäller|omfattar|avser|löper|ska|för|är))|vilket\ klockslag|hur\ dags"
            r"|what\ time|which\ time)\b"
        ),
    ),
    (
        Wants.COUNT,
        pattern(r"\b(hur\ många|how\ many|antal(et)?\b[^?]*\?|(what|which|how\ did)\ ((is|was)\ )?(the\ )?number\ of)"),
    ),
    (
        Wants.AMOUNT,
        pattern(
            r"\b(hur\ (mycket|mkt|stor\w?|hög\w?|låg\w?|liten|litet)|how\ (much|large|big|high|low|far)"
            r"|(vilken|vilket|what|which)\s+(\w+\s+)?"
            r"(summa|siffra|nivå|budget|avvikelse|besparing|effekt|avgift|resultat|kostnad|amount|sum|figure|deviation"
            r"|saving|fee|result|cost))\b|^vad\ (låg|ligger|uppgick|uppgår|landade)\b"
            r"|\bvilken\s(\w+\s)?\w*(omsättning|frånvaro|ålder|frekvens)\b"
            r"|^vad\ (är|var|blev)\s(\w+\s)?\w*(omsättningen|frånvaron|åldern|frekvensen|underskottet|överskottet)\b"
            r"|\b(what|which)\s(?!years?|date|month)((was|is|were|are)\s)?(the\s)?([\w-]+\s){0,2}?(rate|turnover"
            r"|absence|average\ age|deficit|surplus)\b"
        ),
    ),
    (
        Wants.AMOUNT,
        pattern(
            r"""\bhur\ (gick|går|slutade|ser|såg|har)\b
                (?=.*\b(ekonomi\w*|bokslut\w*|budgeten?|plus|minus|(röda|svarta)\ siffror)\b)
              | \bgick\b[^?]*\b(plus|back|minus|med\ (över|under)skott)\b
              | \b(in\ the\ (black|red)|plus\ or\ minus|profit\ or\ loss)\b
              | ^(how|what)\b[^?]*\b(financial(ly)?\ (result|outcome|position)|do\ financially
                |result\ for\ (the\ year|\w+[ –-]?)|st(and|ood)\ against\ (the\ )?budget)"""
        ),
    ),
    (Wants.PARTY, pattern(r"\b(vilket|vilka|which|what)\s+(politiska?\ )?(parti|partier|part(y|ies))\b")),
    (
        Wants.PERSON,
        pattern(
            r"""^(?:\w+\s+)?(vem|vems|vilka\ är|who|whom|whose)\b | ,\s*(vem|who)\b
              | \b(för|till|av|to|by|for)\s+(vem|whom)\b
              | ^(?:vilk\w+|which|what)\s+(?:\w+\s){0,2}?(?:enhet\w*|avdelning\w*|förvaltning\w*|kontor|del(?:ar)?\sav
                |units?|departments?|parts?|bod(?:y|ies)|offices?)\b[^?]*\b(?:prepared|drafted|wrote|proposed|drew\sup
                |beredde|berett|bereddes|tog\sfram|tagit\sfram|utarbeta\w*|upprättade|skrev|skrivit|föreslog|föreslagit)\b
              | \b(vilka?|vilket|which|what)\s+(\w+\s+)?(person\w*|politiker\w*|tjänste(man|män|person\w*)|handläggare
                |ledam\w+|ersättare|namn|persons?|people|politicians?|officials?|members?|substitutes?|chair|ordförande)\b
              | ^(?:och\ |men\ )?(vilka)\s(?:har|hade)\s(?:\w+\s)?(?:(?:underteckna|juster|signer|reserver|yrka|motioner
                |medverka|delta)\w*t|skrivit|lämnat|röstat|väckt|ställt|föreslagit|begärt|avstått|instämt)\b
              | ^(?:och\ |men\ )?(vilka)\s+(?:(?:på|i|inom|av)\s\w+\s)?(?:(?:två|tre|fyra|fem|sex)\s)?
                (\w+ade|\w+dde|la|lade|deltog|ville|tog|skrev|kom|kan|får\sändra|föreslog|drev|begärde)\b
              | ^(?:vilka|which)\s+(?:\w+\s+){1,3}?(?:reserverade|reserved|röstade|voted|yrkade|moved)\b"""
        ),
    ),
    (
        Wants.DATE,
        pattern(
            r"""^(?:\w+\s+)?(när|when)\b | ^(?!vad|vilk|hur|vem|what|which|how|who)[^?]*,\s*(när|when)\b
              | \boch\s+när\b | \b(sedan|från|since|from)\s+(när|when)\b
              | \b((vilket|vilken|vilka)\ (datum|dag|år|månad|period)|datum)\b
              | \b(the\ date|(what|which)\ (date|day|years?|month))\b"""
        ),
    ),
    (Wants.REASON, pattern(r"\b(varför|why)\b")),
    (
        Wants.DECISION,
        pattern(
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
