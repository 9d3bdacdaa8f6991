"""Forms of sentences that say from whom something is, read where no statement was recognised or where one was cut short."""

from __future__ import annotations

import re

REPORTS = re.compile(
    r"\b(?:report\w*|sa(?:y|ys|id|ying)|writ(?:e|es|ing|ten)|wrote|according|cit(?:e|es|ed|ing)|quot(?:es|ed|ing)|learn(?:ed|t)|establish\w*|told|found|announc\w+|"
    r"put it|let(?:s|ting)? (?:his|her|its|their|the) [a-z]+ know|post(?:s|ed)|tweet(?:s|ed)|shared|carried|published|broadcast|credit\w*)\b",
    re.IGNORECASE,
)
# A source the syntax left in the words said: "…, Greta Salm, the head of the rescue, said".
BEFORE_CUE = re.compile(r",\s+(?P<source>(?:[A-Z][\w’'-]*\s+)+[A-Z][\w’'-]*(?:,[^,]+)?|the [a-z][^,]*),?\s*$")
VERBS = (
    r"(?:told|said|says|tells|announced|announces|confirmed|confirms|wrote|writes|written|declared|stated|added|explained|posted|tweeted|"
    r"shared|put it|(?:let|lets|letting) (?:his|her|its|their|the) [a-z]+ know|revealed|reveals|claimed|claims|disclosed|noted|warned|insisted)\b"
)
SPEAKING = re.compile(
    r"(?:(?P<named>(?:[A-Z][\w’'-]*\s+){1,3}[A-Z][\w’'-]*(?:, (?:an?|the|who|[A-Z][\w-]*['’]s) [^,.]+)?)"
    r"|(?<=, )(?:as )?(?P<other>(?=(?:the|an?|one|two|his|her|its|their) |[A-Z])[^,“”\".]{3,80}?)),?\s+(?:has |have |had )?"
    + VERBS
)
CUT_SHORT = re.compile(
    r"\b(?:in|of|by|from|on|at|to)$|^(?:an?|the) (?:[a-z]+ )?(?:report|article|story|account|dispatch)$", re.IGNORECASE
)
RELATIVE = re.compile(r"(?:who|whom|whose|that|which)\b")
HEAD = re.compile(r"\s(?:who|which|that|close|familiar|not|allowed|with|briefed|in a position|to)\b")
PRONOUN = re.compile(r"it|he|she|they|we|i|you|this|that|those|these|one|both", re.IGNORECASE)
NAMELESS = re.compile(r"\b(?:nam|identi|anonym|unnamed|quoted|authori|allowed|permitted|entitled|may not)", re.IGNORECASE)
# A person told of with "a" or a number, or "sources", "people": the head is the last word before what says more of him.
SOMEBODY = re.compile(
    r"^(?:(?:an?|one|two|three|four|five|six|several|some|many|another|multiple|various) (?P<head>(?:[a-z-]+ ){0,3}?[a-z-]+))"
    r"(?= (?:of|in|at|who|with|from|for|on|close|familiar|near|briefed|not|inside|within|working|involved|that|on)\b|,|$)",
    re.IGNORECASE,
)
# People told of by what they are, whosever they are: "ministry officials", "U.S. officials", "Western diplomats in Gost".
SOME_OF_THEM = re.compile(
    r"(?:the )?(?:[A-Z][\w.’'-]* |[a-z-]+ ){0,3}?(?:officials|diplomats|aides|insiders|experts|analysts|employees|workers|soldiers|lawmakers|legislators|politicians|researchers|scientists|doctors|medics|activists)(?= (?:in|at|of|from|who|with|on|close)\b|,|$)",
    re.IGNORECASE,
)
SOURCES = re.compile(
    r"(?:(?!the )[a-z-]+ ){0,3}(?:sources?|insiders?|informants?|people|persons|witness(?:es)?|eyewitness(?:es)?|residents|villagers|someone|somebody)\b",
    re.IGNORECASE,
)
WRITING = re.compile(r"(?:an?|the|his|her|their) (?:[a-z]+ )?(?:post|message|video|statement|letter|note|tweet)", re.IGNORECASE)
# "The coast guard of Halm wrote on Chirper that …"
THAT = re.compile(
    r"^(?P<source>(?:The|An?|[A-Z][\w-]*['’]s) [^,“”\".]{3,60}?) (?:has |have |had )?" + VERBS + r"[^,“”]{0,40}? that\b"
)
# "Dora Wick on Chirper: “…”", "Dora Wick, the mayor of Gost: “…”".
COLON = re.compile(
    r"^(?P<source>(?P<who>(?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+)(?:,[^:“”]{2,80})?)(?: (?:on|in) [^:“”]{1,40})?: ?[“\"]"
)
WRITER = re.compile(
    r"(?P<who>.+?) (?:has |have |had )?(?:published|posted|shared|issued|released|put out|written|wrote|recorded) (?:an?|the|his|her|its) .*\bin which (?:s?he|it|they)$"
)
WRITTEN = re.compile(r"\b(?:post|message|video|statement|letter|note|tweet)\b", re.IGNORECASE)
REACH = 200  # characters before "it says" in which a post is spoken of
CHANNEL = re.compile(
    r"\b(?:on|via|through|in) (?:the (?:[a-z]+ )?network|(?:her|his|its|their) (?:[\w-]+ )?(?:account|page|channel|feed|blog|profile|website|site)|"
    r"social (?:media|networks?)|a (?:social network|post|message)|X|Twitter|Telegram|Facebook|Instagram|Mastodon|Bluesky|Threads|YouTube|TikTok|VK|Weibo|WhatsApp)\b"
    r"|\bonline\b|\b(?:post|message|tweet|screenshot)s?\b",
)
# "wrote on Chirper", "a post on Chirper": a network by the way it is spoken of, days and months aside.
WRITTEN_ON = re.compile(
    r"\b(?:writes|wrote|written|posts?|posted|tweeted|messages?)\b(?: \w+){0,2} on (?:the network )?(?P<network>[A-Z][a-z]{2,})\b"
)
NO_NETWORKS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December".split()
)
NAME_FIRST = re.compile(r"^(?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+(?=,|$)")
TOLD = re.compile(r"\b(?:told|tells|said to|spoke to|speaking to|learned|shown)\b", re.IGNORECASE)
# After a name: what speaks for him and nobody else ("Dora Wick's office", "her Chirper account").
OWN_MOUTH = re.compile(
    r"['’]s? (?:(?:official|personal|own|press|[A-Z]\w*) ){0,2}(?:office|account|channel|page|feed|profile|press service|team)\b"
)
SAME_WORDS = 8
GAP = 80
