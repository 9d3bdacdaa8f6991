"""Phrases that tell where words are from: own findings, unnamed people and media, denials, credits, a body's own press release.

English only, like the readings. Each pattern is read within one sentence or line.
"""

from __future__ import annotations

import re

# The outlet found it itself: "our correspondent", "this newspaper has learned", "seen by the paper's own reporters".
OWN = re.compile(
    r"\bour (?:own )?(?:[a-z]+ )?(?:correspondents?|reporters?|staff|team|crew|newsroom|newspaper|paper|agency|photographers?|journalists?|colleagues?|"
    r"investigation|research)\b"
    r"|\bthis (?:newspaper|paper|agency|outlet|channel|station|website|site|magazine|reporter|correspondent|broadcaster)\b"
    r"|\b(?:told|seen by|obtained by|shown to|shared with|spoke to|spoken to) us\b"
    r"|\bwe (?:have )?(?:learned|learnt|found|established|seen|saw|counted|verified)\b",
    re.IGNORECASE,
)
# Journalists of an outlet, as the source of what they found; whose they are stands beside.
JOURNALIST = re.compile(r"\b(?:correspondents?|reporters?|journalists?|photographers?|staff writers?)\b", re.IGNORECASE)

# Media that nobody names.
UNNAMED_MEDIA = re.compile(
    r"\b(?:(?:local|regional|national|domestic|foreign|several|some|various|many|other|independent|opposition|private|state|state-run|state-owned)(?: [a-z-]+)? |^|\ban? (?:[a-z-]+ )?|\bthe )"
    r"(?:media|press|newspapers?|papers?|dail(?:y|ies)|radio(?: stations?)?|television(?: channels?)?|tv(?: channels?)?|broadcasters?|news (?:sites?|websites?|outlets?|agenc(?:y|ies))|"
    r"websites?|outlets?|channels?|magazines?|media outlets?|press reports?|media reports?|news reports?|weekl(?:y|ies))\b"
    r"|^(?:(?:unconfirmed|press|media|news|local|newspaper) )+(?:reports?|accounts?)\b|^(?:press|media|newspapers|broadcasters|reports)\b",
    re.IGNORECASE,
)
# Told by hearsay, without any source: "reportedly", "it is reported".
HEARSAY = re.compile(r"\breportedly\b|\bit (?:is|was|has been) (?:reported|said|rumou?red)\b|\brumou?rs?\b", re.IGNORECASE)

# People whom the outlet does not name. Whoever speaks by office ("a spokesman of the ministry") is not among them.
UNNAMED_PEOPLE = re.compile(
    r"\b(?:not|declin\w+|refus\w+|without|asked not|unwilling) (?:to )?(?:be|being|wish\w* to be|want\w* to be|wanting to be) (?:named|identified|quoted)\b"
    r"|\b(?:did|does|do|would|wished|wanted|asked|preferred) (?:not|to remain) (?:[a-z]+ ){0,4}(?:named?|identified|anonymous|names?|identity)\b"
    r"|\bnot (?:authori[sz]ed|allowed|permitted|entitled) to (?:speak|talk|comment|give)|\bmay not (?:speak|talk|comment)|\bonly (?:her|his|their) first names?"
    r"|\b(?:does|do|did|would) not (?:give|name|identify|say who)|\bnames? (?:to )?be (?:withheld|kept|left)|\b(?:her|his|their) names? (?:out|in print|withheld)"
    r"|\banonym\w+|\bunnamed\b|\bunidentified\b|\bundisclosed\b|\bnameless\b"
    r"|\b(?:someone|somebody|sources?|insiders?|informants?|eyewitness(?:es)?|witness(?:es)?|residents?|villagers?|survivors?|bystanders?|passers-by|locals|observers)\b"
    r"|\b(?:people|persons?|officials?|diplomats?|officers?|men|women) (?:who (?:know|knows|knew|have|has|had|saw|were|was)|familiar|close|briefed|with knowledge|with direct|in a position)\b"
    r"|^(?:an?|one|two|three|four|five|several|some|many|senior|another) (?:[a-z-]+ ){0,3}(?:people|persons?|men|women|man|woman|officials?|diplomats?|officers?|soldiers?|employees?|workers?|doctors?|drivers?|insiders?)$"
    r"|^(?:officials|diplomats|people|workers|employees)$",
    re.IGNORECASE,
)
# Nouns of office: who bears one speaks for a body even where nobody says his name.
OFFICE = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|minist(?:er|ry)|president|mayor|governor|secretary|ambassador|director|head|chief|chair(?:man|woman)?|"
    r"commander|envoy|leader|king|queen|premier|chancellor|authorit(?:y|ies)|government|police|army|navy)\b",
    re.IGNORECASE,
)

# Who says this is against the claim. Verbs and nouns are read outside what is claimed, judgements in the whole sentence.
AGAINST = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|refut\w+|rebutt?\w*|dismiss\w*|reject\w*|disput\w+|contradict\w*|debunk\w*|disavow\w*|retract\w*|withdr[ae]w\w*)\b",
    re.IGNORECASE,
)
_FALSE = r"(?:false|fake|untrue|invented|fabricated|baseless|nonsense|wrong|a lie|lies|a hoax|(?:an )?inventions?|(?:a )?fabrications?|rubbish|absurd|not true|not so|not the case)"
JUDGED_FALSE = re.compile(
    rf"\b(?:called?|calls|branded|termed|labell?ed|described) (?:[\w’'-]+ ){{0,16}}?{_FALSE}\b"
    rf"|\b(?:is|was|are|were|as) (?:[a-z]+ )?{_FALSE}\b"
    r"|\b(?:no truth|nothing of the (?:sort|kind)|no such thing|no basis|not a word of it)\b",
    re.IGNORECASE,
)
SILENT = re.compile(
    r"\b(?:declin\w+|refus\w+) (?:to )?(?:\w+ )?(?:comment|say|confirm|answer|discuss|speak|give|be drawn|talk)\w*\b"
    r"|\b(?:could|can|would|did|does|do|has|have|had|was|were|is|are|will)(?: not|n['’]t|not| neither| never) (?:been |be )?(?:\w+ )?(?:able to |immediately |yet |either )?(?:confirm|verif|comment|say|corroborat|deny|respond|reply|answer)\w*\b"
    r"|\b(?:no comment|unable to (?:confirm|verify|say)|neither confirm\w*|without comment|had no information|no confirmation|unconfirmed|nobody (?:could|would) (?:confirm|say)|silent on)\b"
    r"|\b(?:whether|if) (?:it is|this is|that is)? ?(?:true|so)\b|\b(?:unclear|not clear|not known|unknown|an open question|uncertain)\b",
    re.IGNORECASE,
)

# Words that point back to the telling before: "Tom said the same", "the Gazette reports it too", "that is what Ina told us".
SAME = re.compile(
    r"^(?:the same(?: thing)?|so|as much|likewise|the (?:news|report|reports|figure|number|account|claim|information|story|statement|fact)s?|these (?:figures|reports)"
    r"|(?:it|this|that|them)(?= (?:is|was|to be|had been) (?:so|true|right|correct|the case)\b| (?:as well|too)\b|[.,;”\"]|$))(?!\w)",
    re.IGNORECASE,
)
POINTS_BACK = re.compile(
    r"\b(?:the same|(?:said|says|saw|writes|wrote|reports|reported|confirm(?:s|ed)|establish(?:es|ed)|found|announced|told \w+(?: \w+){0,3}) "
    r"(?:(?:so|as much|likewise)\b|(?:it|this|that)(?= (?:as well|too|also|first|earlier|on|in|at|to|after|before|from)\b|[.,;:”\"]|$))|"
    r"(?:also|too|independently) (?:reports|reported|has it|says|said|confirm(?:s|ed))|has the same|have the same)\b"
    r"|^(?:so|this|that|it|the (?:news|report|information|figure|claim|account|story)) (?:is|was|comes|came|says|said|has been|goes back)\b"
    r"|^(?:so|thus) (?:says|said|writes|wrote|reports|reported)\b|\b(?:is|was) the source\b|^the source\b",
    re.IGNORECASE,
)
# What was said is for somebody else: the words that follow name the body.
ON_BEHALF = re.compile(
    r"\b(?:on behalf of|speaking for|in the name of) (?P<body>(?:the )?[^,.;:“”]{3,60}?)(?= (?:that|said|says|told|announced)\b|[,.;:]|$)"
)
# The name that follows is one whose report or words are cited.
CITING = re.compile(
    r"\b(?:cit(?:ing|es|ed)|quot(?:ing|es|ed)|referr?(?:ing|ed|s) to|relying on|relies on|crediting|attribut\w+ (?:it |this |the \w+ )?to|according to|with reference to|picked up from|taken from|based on)\b",
    re.IGNORECASE,
)
# The name that follows is that of whom the words were said to, not of whom they are from.
ADDRESSEE = re.compile(
    r"\b(?:told|tells|telling|(?:in )?(?:an? |remarks?|comments?|words?|statements?|interviews?|letters?|answers?|e-?mails?)(?: [a-z]+){0,3} (?:to|with|for|by)|spoke to|speaking to|speaks to|spoken to|"
    r"said to|says to|interview(?:ed)? (?:by|with)|asked by|shown to|given to|sent to|seen by|obtained by|shared with|contacted by)"
    r" (?:the )?(?:[a-z-]+ ){0,3}$",
    re.IGNORECASE,
)
# A body's own publication, read in the first lines and the headline.
PRESS_RELEASE = re.compile(
    r"^(?:(?:press|news|media) (?:release|statement)|(?:official |joint |public )?statement|communiqué|communique|press communiqué|bulletin|announcement|declaration|post(?:ed)?|message)s? "
    r"(?:of|by|from|issued by|published by|on behalf of|on the account of) (?P<body>[^.:\n]{3,80})$",
    re.IGNORECASE,
)
# Written by the one whose account it is: "a post by Dora Wick", "a message on the page of Dora Wick", "Dora Wick's post".
_WRITING = (
    r"(?:posts?|messages?|videos?|tweets?|threads?|notes?|entry|entries|statements?|letters?|accounts?|channels?|pages?|feeds?)"
)
_ENDS = r"(?= (?:on|in|at|to|that|which|who says|says|said|reads|saying|wrote|writes|has|had|was|is|quoted|shared|seen)\b|[.;:“”()]|,? *$|, (?!(?:the|an?|[A-Z][\w-]*['’]s) ))"
POST = re.compile(
    rf"\b{_WRITING}\b(?: (?:on|in|to) [\w ]{{2,20}}?)? (?:by|from|of|on the (?:account|channel|page|feed|profile) of)"
    rf" (?:the (?:account|channel|page) of )?(?P<who>(?:the )?[\w'’ -]{{2,60}}?(?:, (?:(?:the|an?) |[A-Z][\w-]*['’]s )[^,.;:“”]{{2,60}}?)?){_ENDS}"
)
POST_OF = re.compile(
    rf"(?P<who>[A-Z][\w-]*(?:['’][A-Z][\w-]*)?(?: [A-Z][\w-]*)*(?:['’]s (?!{_WRITING})[a-z]+(?: (?!{_WRITING})[a-z]+){{0,2}})?)['’]s? (?:[a-z]+ |[A-Z][a-z]+ )?{_WRITING}\b"
)
# A name in brackets, or between slashes, that signs a text: at the foot of it, at the end of a line, or in a dateline.
SIGNED = re.compile(r"[(\[/](?P<name>[^()\[\]/\n]{2,40})[)\]/]\s*(?:[-–—:]|\.?\s*$)", re.MULTILINE)
# A line that is a credit: "Source: Reuters", "By AFP", "AP", "From our agencies" names none.
CREDIT_LINE = re.compile(
    r"^(?:(?:sources?|agenc(?:y|ies)|via|from|by|text|credit|report|reporting)s?[ :|-]+(?:by )?)?(?P<name>[^.\n:|]{2,60}?)(?: (?:staff|reports?|writers?|news agency|correspondents?))?\.?$",
    re.IGNORECASE,
)
# A dateline: capitalised words and a day before the name in brackets.
DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][\w.'’-]*(?:[, /–—-]+(?:[A-ZÀ-Þ][\w.'’-]*|\d{1,4}(?:st|nd|rd|th)?|de|la|al|el))*),? ?[(\[/](?P<name>[^()\[\]/\n]{2,40})[)\]/]"
)
# "AP —", "Xinhua:" before a text, without brackets; "MAREN, 3 May, Reuters -".
LEADING = re.compile(r"^(?:[A-ZÀ-Þ][\w.’' -]{1,40}, (?:[^,()\n]{1,20}, )?)?(?P<name>[A-Z][\w.&’' -]{1,40}?) ?[-–—:]{1,3} ")

TITLES = frozenset(
    """sister brother father mother sir dame lord lady sheikh sheik imam ayatollah mullah rabbi bishop archbishop cardinal pope colonel general captain
    major lieutenant sergeant admiral commander marshal brigadier commodore doctor dr professor prof judge justice abbot abbess pastor reverend
    prince princess""".split()
)
