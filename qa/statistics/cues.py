"""How questions say what is to be done with values, in Swedish and English: words of the language, of no table."""

from __future__ import annotations

import re
from typing import Final


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.VERBOSE)


NUMBERS: Final = {
    word: at
    for words in (
        "noll ett två tre fyra fem sex sju åtta nio tio elva tolv".split(),
        "zero one two three four five six seven eight nine ten eleven twelve".split(),
    )
    for at, word in enumerate(words)
} | {"en": 1}
_N: Final = rf"(?:\d+|{'|'.join(word for word in NUMBERS if word not in ('en', 'ett', 'one', 'noll', 'zero'))})"
_SPAN: Final = (
    r"(?:läs|skol)?åren|(?:läs|skol)?år|kvartalen|kvartal|månaderna|månader|(?:school\s)?years?|quarters?|months?"
)

_WENT: Final = r"(?:gå|går|gick|gått)\s+(?:med\s+)?"
_MADE: Final = r"(?:ma[dk]es?|ran|runs?|had|has|posted|reported|showed)\s+(?:at\s+)?(?:a\s+|the\s+)?(?:\w+\s+)?"

CUES: Final[dict[str, re.Pattern[str]]] = {
    "budget": _pattern(
        r"\b(?:avvek|avviker|avvikit|avvikels\w+\s+(?:mot|från)\s+budget\w*"
        r"|(?:överskr[ie]d\w*|överstig\w*|exceed\w*|overr[ua]n\w*)\s+(?:sin\s+|the\s+|its\s+)?budget\w*|(?:deviation|variance)\s+(?:from|against)\s+(?:the\s+|its\s+)?budget"
        r"|(?:mer|mindre)\s+än\s+budget(?:en|erat)?|(?:more|less)\s+than\s+(?:its\s+|the\s+)?budget"
        r"|(?:(?:results?|resultat(?:et)?|outcome|utfall(?:et)?)\s+)?(?:mot|jämfört\s+med|i\s+förhållande\s+till|gentemot|över\s+eller\s+under|under\s+eller\s+över)\s+budget(?:en)?"
        r"|(?:(?:results?|outcome|performance)\s+)?(?:against|compared\s+(?:to|with)|relative\s+to|above\s+or\s+below|below\s+or\s+above|over\s+or\s+under"
        r"|versus|over|under)\s+(?:the\s+|its\s+)?budget)\b"
    ),
    "deficit": _pattern(
        r"\b(?:underskott\w*|deficits?|överskr[ie]d\w*|overr[ua]n\w*|exceed\w*"
        r"|overspen[dt]\w*(?:\s+(?:its|their|the)\s+budgets?)?|back(?=\s+(?:mot|med)\b)"
        rf"|{_WENT}(?:back|minus|förlust\w*)\b|på\s+minus|minusresultat\w*|(?:mest|störst\w*|hur\s+mycket)\s+minus|störst\w*\s+förlust\w*|röda\s+siffror"
        rf"|plus\s+eller\s+minus|negativt\s+resultat|in\s+the\s+red|negative\s+results?|{_MADE}loss(?:es)?"
        r"|(?:höll|håller|hållit|klarade|klarar)\s+inte\s+(?:sin\s+|sina\s+)?budget\w*"
        r"|dra(?:r|s|git)?\s+över\s+(?:sin\s+|sina\s+)?budget\w*|drog\s+över\s+(?:sin\s+|sina\s+)?budget\w*"
        r"|dyrare\s+än\s+(?:budget\w*|planerat|beräknat)|cost\w*\s+more\s+than\s+(?:budgeted|planned|(?:its\s+|the\s+)?budget)"
        r"|(?:did|do|does)\s?(?:not|n't)\s+(?:keep|stay|meet)\s+(?:within\s+|to\s+)?(?:its\s+|their\s+|the\s+)?budgets?"
        r"|(?:go|goes|went|gone|going)\s+over\s+(?:its\s+|their\s+|the\s+)?budgets?)\b"
    ),
    "expected": _pattern(
        r"\b(?:prognos\w*|förvänta\w*|väntas|beräknas|räkna[rd]e?(?:\s+\S+){0,5}?\s+med|tror|troddes|bedöms|bedömer|forecast\w*"
        r"|expect\w*|project(?:ed|s\s+to)|predict\w*|anticipat\w*)\b"
    ),
    "surplus": _pattern(
        rf"\b(?:överskott\w*|surplus\w*|underspen[dt]\w*|{_WENT}(?:plus|vinst\w*)\b|på\s+plus|plusresultat\w*"
        rf"|(?:mest|störst\w*|hur\s+mycket)\s+plus|störst\w*\s+vinst\w*|svarta\s+siffror|positivt\s+resultat|in\s+the\s+black|positive\s+results?|{_MADE}profits?"
        r"|plus\s+eller\s+minus)\b"
    ),
    "fared": _pattern(r"\b(?:gick|går|gått)(?=\s+(?:ekonomiskt\s+)?(?:bäst|sämst)\b)"),
    "last": _pattern(
        rf"\b(?:de\s+)?(?:(?P<a>{_N})\s+(?:senaste|sista)|(?:senaste|sista)\s+(?P<b>{_N}))\s+(?P<s>{_SPAN})\b"
        rf"|\b(?:the\s+)?(?:last|past|latest|most\s+recent)\s+(?P<c>{_N})\s+(?P<t>{_SPAN})\b"
    ),
    "top": _pattern(
        rf"\b(?:topp|top|de|vilka|which|what|the)[\s-]+(?P<n>{_N})\b(?!\s*(?:senaste|sista|procent|%|last))"
    ),
    "share": _pattern(
        r"\b(?:hur\s+stor\s+(?:andel|del)|vilken\s+andel|vilken\s+del|andel(?:en)?|(?:what|how\s+large\s+a|how\s+big\s+a)"
        r"\s+(?:share|proportion|part|fraction)|share|proportion)\b"
    ),
    "rate": _pattern(
        r"\b(?:hur\s+(?:hög|låg|högt|lågt)|how\s+(?:high|low)|(?:\w+\s)?rates?|nivån?|arbetslösheten?|graden?)\b"
    ),
    "numerous": _pattern(
        r"\b(?:flest|färst|(?:o?vanligast\w*)|(?:most|least)\s+common|commonest|fewest|(?:the\s+)?most\s+(?!expensive|common|recent)\w+s)\b"
    ),
    "got": _pattern(
        r"\b(?:fick|får|fått|erhöll|erhållit|mottog|tilldelades|(?<!were\s)(?<!was\s)(?<!been\s)received|receives?|got|awarded|gick\s+(?:\S+\s+)?till|went\s+to)\b"
    ),
    "each_time": _pattern(
        r"\b(?:per\s+(?:år|läsår|säsong|månad|kvartal|termin|year|season|month|quarter)|årligen|varje\s+(?:år|månad|kvartal|termin)|annually|(?:every|each)\s+(?:year|month|quarter|season))\b"
    ),
    "more_than": _pattern(
        r"\b(?:fler|färre|mer|mindre|högre|lägre|större|längre|kortare|more|fewer|less|higher|lower|larger|smaller|longer|shorter)\b"
        r"[^?]{0,80}\b(?:än|than)\b"
    ),
    "of_all": _pattern(
        r"\b(?:rikets|landets|länets|sveriges|alla|allas|totala|samlade|hela|samtliga|sammanlagda|kommunens|regionens|stadens"
        r"|nämndernas|kommunernas|förvaltningarnas|står\s+(?:\S+\s+){0,6}för|of\s+(?:all|the\s+(?:total|whole|entire|combined)|the\s+country|the\s+municipality)"
        r"|(?:country|municipality|county)'?s?\s+total|total|whole|combined|accounts?\s+for|accounted)\b"
    ),
    "points": _pattern(r"\b(?:procentenhet\w*|percentage[\s-]points?)\b"),
    "percent": _pattern(
        r"\b(?:(?:med\s+)?hur\s+många\s+procent|procentuell\w*|i\s+procent|by\s+(?:what|how\s+many)\s+per\s?cent(?:age)?"
        r"|(?:what|how\s+many)\s+per\s?cent(?:age)?|percentage|in\s+per\s?cent)\b|hur\s+många\s+%"
    ),
    "million": _pattern(
        r"\b(?:miljon(?:er)?\s+kronor|miljoner|mnkr|mkr|mn\s?kr|million\s+(?:kronor|sek)|sek\s+million|millions?)\b"
    ),
    "thousand": _pattern(r"\b(?:tusen(?:tals)?\s+kronor|tkr|kkr|thousand\s+(?:kronor|sek)|sek\s+thousand)\b"),
    "residing": _pattern(
        r"\b(?:hur\s+många|how\s+many)\s+(?:(?:personer|människor|som|people|persons)\s+)?"
        r"(?:(?:väntas|förväntas|beräknas|kommer\s+att|will|(?:are|is)\s+(?:expected|projected)\s+to)\s+)?"
        r"(?P<said>(?:bor?|bodde|bott|lever?|levde|lived?|lives|living|reside[sd]?)\b)"
    ),
    "used": _pattern(r"\b(?:gått|gick|går)\s+åt\b"),
    "kronor": _pattern(r"\b(?:kronor|kr|sek|kronor)\b"),
    "cost": _pattern(r"\b(?:kosta\w*|kostnad\w*|cost\w*|pengar|money|spen[dt]\w*|lade|lägger|investera\w*|invested)\b"),
    "days": _pattern(
        r"\b(?:hur\s+många\s+(?:dagar|veckor|månader|timmar|minuter)|hur\s+lång\w*|hur\s+länge|längsta?(?!\s+kö\b)|kortast\w*(?!\s+kö\b)|fortast|snabbast\w*|långsammast\w*"
        r"|how\s+(?:long|many\s+(?:days|weeks|months|hours|minutes))|longest(?!\s+queue)|shortest(?!\s+queue)|fastest|quickest|slowest)\b"
    ),
    "counting": _pattern(r"\b(?:hur\s+många|antal(?:et)?|how\s+many|(?:the\s+)?number\s+of)\b"),
    "highest": _pattern(
        r"\b(?:högsta?|störst|största|flest|mest|längst|längsta|dyrast\w*|långsammast\w*|äldst\w*|vanligast\w*|bästa?|högre|större|maximal\w*|toppar"
        r"|furthest|slowest|highest|largest|biggest|greatest|most|longest|oldest|commonest|best|maximum|top|dearest|costliest)\b"
    ),
    "lowest": _pattern(
        r"\b(?:lägsta?|minst(?!\s+(?:ett|en|två|tre|fyra|fem|\d))|minsta|kortast\w*|fortast|snabbast\w*|yngst\w*|ovanligast\w*|billigast\w*|färst|sämsta?"
        r"|fastest|quickest|lowest|smallest|(?<!at\ )least|fewest|shortest|youngest|worst|cheapest|minimum)\b"
    ),
    "aged": _pattern(r"\b(?:äldst\w*|yngst\w*|oldest|youngest)\b"),
    "priced": _pattern(r"\b(?:dyrast\w*|billigast\w*|cheapest|most\s+expensive|costliest|dearest)\b"),
    "difference": _pattern(
        r"\b(?:\w*skillnad\w*|\w+gap(?:et)?|skilde|skilj[as]\w*|skiljer|gap|gapet|spann\w*|hur\s+mycket\s+(?:högre|lägre|mer|mindre|fler|färre|större|längre)"
        r"|(?:hur\s+många|how\s+many)\s+(?:procentenheter|percentage\s+points)\s+(?:högre|lägre|mer|mindre|större|higher|lower|more|less)"
        r"|difference|gap|spread|differ|differs|range|how\s+much\s+(?:higher|lower|more|less|larger|smaller|greater|longer)"
        r"|(?:hur\s+många|how\s+many)\s+(?:\w+\s+)?(?:fler|färre|mer|mindre|more|fewer|less)(?!\s+(?:än|than)\s+\d)"
        r"|by\s+how\s+much|med\s+hur\s+mycket)\b"
    ),
    "change": _pattern(
        r"\b(?:öka\w*|ökning\w*|minska\w*|minskning\w*|förändra\w*|förändring\w*|ändra\w*|steg|stigit|stiger|sjunkit|sjönk"
        r"|krymp\w*|shrink\w*|shrank|shrunk|ändrats|sjunker|växte|vuxit|gått\s+(?:upp|ned|ner)|gick\s+(?:upp|ned|ner)|rise|rose|risen|fall|fell|fallen|increas\w+"
        r"|höj(?:s|t|a|as|er|de|ts|des|ning\w*)|sänk(?:s|t|a|as|er|te|ts|tes|ning\w*)|raise[ds]?|lowered"
        r"|(?:procent|%)\s+(?:fler|färre|mer|mindre|högre|lägre|större|dyrare|billigare|längre|kortare)"
        r"|(?:per\s?cent(?:age)?|%)\s+(?:more|fewer|less|higher|lower|larger|smaller|dearer|cheaper|longer|shorter)"
        r"|decreas\w+|chang\w+|grow|grew|grown|growth|drop\w*|declin\w+|gone\s+(?:up|down)|go\s+(?:up|down)|went\s+(?:up|down))\b"
    ),
    "trend": _pattern(
        r"\b(?:utvecklat?s?|utvecklades?|utvecklas|utveckling(?:en)?|trend\w*|över\s+tid|år\s+för\s+år"
        r"|(?<!urban\s)(?<!community\s)(?<!business\s)(?<!regional\s)(?<!rural\s)(?<!and\s)develop\w*|evolv\w*|over\s+time"
        r"|year\s+(?:by|on)\s+year|se\s+ut\s+över)\b"
    ),
    "mean": _pattern(
        r"\b(?:genomsnittlig\w*|i\s+snitt|snittet|i\s+genomsnitt|genomsnittet|medelvärdet?|on\s+average|the\s+average|the\s+mean|average|mean\s+(?:value|of))\b"
    ),
    "whole": _pattern(
        r"\b(?:tillsammans|totalt|totala|sammanlagt|sammantaget|summan\s+av|inalles|in\s+total|altogether|combined|together"
        r"|total|sum\s+of)\b"
    ),
    "latest": _pattern(
        r"\b(?:just\s+nu|nu|senaste|idag|i\s+dag|för\s+närvarande|senast|latest|currently|current|most\s+recent|now|today)\b"
    ),
    "single": _pattern(
        r"\b(?:(?:största|högsta|lägsta|minsta|dyraste|billigaste|längsta)\s+enskil[dt]\w*"
        r"|(?:single|individual)\s+(?:largest|biggest|highest|lowest|smallest|most)"
        r"|(?:largest|biggest|highest|lowest|smallest|most\s+expensive)\s+(?:single|individual))\b"
    ),
    "place": _pattern(
        r"\b(?:rangordn\w*(?:\s+efter)?|ranka[sdrt]?\w*|rank(?:s|ed|ing)?|på\s+vilken\s+plats|vilken\s+placering"
        r"|vilken\s+plats(?=\s+(?:bland|har|får|kommer|hamnar|ligger|intar))|(?:what|which)\s+(?:place|position)(?=\s+(?:does|did|do|among|is)))\b"
    ),
    "fall": _pattern(
        r"\b(?:minska\w*|minskning\w*|sjunkit|sjönk|sjunker|krymp\w*|tappa\w*|sänk\w*|shrink\w*|shrank|shrunk|fall|fell|fallen|decreas\w+"
        r"|drop\w*|declin\w+|lowered|(?:gått|gick|går)\s+(?:ned|ner)|(?:gone|went|go)\s+down)\b"
    ),
    "when": _pattern(
        r"\b(?:vilket\s+(?:läs|skol)?år|vilken\s+(?:månad|säsong|termin|vecka|tertial)|vilket\s+kvartal|när|(?:which|what)\s+(?:school\s+|academic\s+)?year"
        r"|(?:which|what)\s+(?:month|quarter|season|term|week)|when)\b"
    ),
    "where": _pattern(r"(?:^|[,;]\s)(?:var|where)\b"),
    "not": _pattern(
        r"\b(?:inte|ej|icke|saknar|saknade|saknat|utan|underkänd\w*|obehörig\w*|not|without|lack\w*|fail\w*|n't|never)\b|n't\b"
    ),
    "which": _pattern(r"\b(?:vilken|vilket|vilka|which|what(?!\s+per\s?cent))\b"),
    "other": _pattern(r"\b(?:än|eller|jämfört\s+med|jämför|respektive|than|or|compared|versus|vs|compare)\b"),
}
"""Every cue by its name; a question may have several."""

PARTS_OF_ALL: Final = {
    **dict.fromkeys(("hälften", "half"), 50.0),
    **dict.fromkeys(("en fjärdedel", "fjärdedelen", "a quarter", "one quarter"), 25.0),
    **dict.fromkeys(("tre fjärdedelar", "three quarters"), 75.0),
}
"""Words for a part of all, in percent."""
_PARTS: Final = "|".join(words.replace(" ", r"\s") for words in PARTS_OF_ALL)
LEFT_OUT: Final = _pattern(
    r"(?:(?:[.?!,;:]\s+|\bmen\s+)(?:inte|ej)\s+(?:de|den|det)\b|\b(?:utom|förutom|exklusive|undantaget|undantagna|bortsett\s+från|frånsett|oräknat|leaving\s+out"
    r"|not\s+(?:counting|including)|excluding|except(?:ing)?(?:\s+for)?|apart\s+from|other\s+than|disregarding)\b)"
    r"(?P<what>(?:(?!\s(?:i|in|på|under|during|hos|at|för|for|och\smed|och\sefter|and\safter|and\swith)\s)[^,.;:?()|]){2,60})"
)
"""What is not to be counted: "utom lärare", "not counting the port"."""
THRESHOLD: Final = _pattern(
    r"\b(?P<word>minst|högst|under|över|mer\s+än|fler\s+än|mindre\s+än|färre\s+än|lägre\s+än|högre\s+än|större\s+än|längre\s+än|kortare\s+än|below|under|above|over"
    r"|at\s+least|at\s+most|more\s+than|larger\s+than|greater\s+than|bigger\s+than|smaller\s+than|longer\s+than|shorter\s+than|less\s+than|fewer\s+than|higher\s+than|lower\s+than)\s+"
    rf"(?P<number>\d+(?:[\s\u00a0]\d{{3}})*(?:[.,]\d+)?|(?:{_PARTS})\b)"
    r"(?!\s*(?:år|year|-|\d))(?:\s?(?P<unit>procent|%|per\s?cent))?"
)
COMPARES: Final = {
    **dict.fromkeys(
        (
            "under",
            "mindre än",
            "färre än",
            "lägre än",
            "kortare än",
            "smaller than",
            "shorter than",
            "below",
            "less than",
            "fewer than",
            "lower than",
        ),
        "<",
    ),
    **dict.fromkeys(
        (
            "över",
            "mer än",
            "fler än",
            "högre än",
            "större än",
            "längre än",
            "larger than",
            "greater than",
            "bigger than",
            "longer than",
            "above",
            "over",
            "more than",
            "higher than",
        ),
        ">",
    ),
    **dict.fromkeys(("minst", "at least"), ">="),
    **dict.fromkeys(("högst", "at most"), "<="),
}
DROPPED: Final = frozenset(
    """budget deficit surplus last top used points percent million thousand highest lowest difference change
    place trend latest when counting residing""".split()
)
"""Cues whose words say nothing of what is measured."""
