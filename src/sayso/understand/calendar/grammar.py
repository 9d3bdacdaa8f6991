"""The grammar: how kinds of words make phrases of time, and one pattern that finds them all.

A rule is written over names of kinds (lexicons/en/time_words.yml, kinds.py) as a regular expression: "the? last (month|unit)". `name:kind`
and `name:(…)` keep a part under a name for whoever resolves the phrase. At one place the first rule that fits wins, so longer ones stand first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .kinds import OTHER, letters

_MACROS = {
    "num": "(small|digits|year|numeral|worded)",
    "count": "(num ((hyphen|to|or) num)? (and a half)? | a num | num? a? vague of? | a? couple | a half | half a | a)",
    "anyunit": "(unit|units|quarter)",
    "dayname": "(weekday|shortday)",
    "shift": "(last|next|this|latest|same|current|that)",
    "dayno": "(small|ordinal)",
}

# Kinds that begin no rule, and kinds that begin one only where a word of time follows: most words of a text that have a kind at all.
_NEVER_FIRST = (
    "of",
    "in",
    "at",
    "on",
    "and",
    "to",
    "or",
    "orso",
    "comma",
    "dot",
    "bracket",
    "hyphen",
    "possessive",
    "old",
    "zone",
    "after",
)
_NEVER_ALONE = (
    "the",
    "a",
    "that",
    "this",
    "more",
    "same",
    "about",
    "earlier",
    "later",
    "vague",
    "half",
    "part",
    "every",
    "ordinal",
)

RULES: dict[str, str] = {
    # dates
    "iso": "iso",
    "slashed": "slashed",
    "era_years": "first:(year|digits|small) (hyphen|to|and|or) second:(year|digits|small) ad:era",
    "era_month": "month:month of? year:(year|digits|small) ad:era",
    "era_season": "the? season of? year:(year|digits|small) ad:era",
    "days_of_month": "month first:dayno (hyphen|to) second:dayno (comma? year:year)?",
    "days_before_month": "first:dayno ((hyphen|to|and|or) the?|comma) second:dayno of? month:month (comma? year:year)?",
    "two_days_of_month": "month first:dayno and second:dayno (comma? year:year)?",
    "month_day": "month:month day:dayno (comma? year:year)?",
    "day_month": "day:dayno of? month:month (comma? year:(year|shortyear))?",
    "month_year": "month:month (comma|of)? year:(year|shortyear)",
    "every": "every count? hyphen? (other|same|ordinal|more)? what:(anyunit|dayname|month|season|daypart|weekend|hour)",
    "shifted_month": "the? shift:shift month:month",
    "shifted_day": "the? shift:shift day:dayname",
    # parts of years
    "two_quarters": "the? first:ordinal (and|or) the? second:ordinal (quarter|unit:units) (of? year:year)?",
    "compared_period": "(the|a)? same? (quarter|period) ((shift:shift after:unit)|(a before:unit (ago|earlier)))",
    "compared_length": "the? ago:(unit hyphen? (ago|earlier)) length:(small|digits|worded) unit:units",
    "quarter": "(the|a)? (shift:shift (of_year:unit possessive)?|year:year|same? ago:(unit hyphen? (ago|earlier)))? fiscal? hyphen? nth:ordinal? hyphen? quarter (of? fiscal? after:year|of after_shift:(this|last|next|current) after_unit:unit)?",
    "yearly_period": "(the|a)? (year:year|ago:(unit hyphen? (ago|earlier))) (period|quarter)?",
    "latest_period": "the (latest|same|current) period",
    "half": "(the|this|shift:shift of_year:unit possessive)? (nth:ordinal|last) hyphen? half (of? (year:year|after_shift:(the|this|last|next|current)? after:unit))?",
    "season": "(the? shift:shift|the|a)? season:season (of? year:(year|shortyear))?",
    "century": "the? nth:ordinal hyphen? unit:(unit|units)",
    "decade": "the? decade:decade",
    "holiday": "(the? shift:shift)? holiday:holiday (comma? year:year)?",
    # what is counted
    "ago": "(about a?)? length:count hyphen? more? unit:anyunit (ago|hence)",
    "later": "(about a?)? length:count hyphen? more? unit:anyunit side:(earlier|later)",
    "vague_ago": "unit:units (ago|hence|side:(earlier|later))",
    "window": "(the? shift:(last|next|latest)) length:count more? unit:anyunit orso?",
    "ahead": "the? length:count? unit:units ahead",
    "recent": "(the)? recent (unit:units|quarter) (and units)?",
    "nth_of": "the nth:ordinal length:count? more? unit:(units)",
    "quarter_century": "about? length:count? quarter hyphen? unit:unit",
    "lasting": "(length:count hyphen?)? unit:anyunit hyphen more",
    "length": "(about a?)? the? length:count hyphen? more? unit:anyunit (half:(and a half)|orso)?",
    "length_more": "about? length:a more unit:(unit|units)",
    "day_after": "the? unit:unit side:(before|after)",
    "shifted_units": "the? shift:(last|next|this|that) unit:units",
    "shifted": "the? shift:shift fiscal? unit:(unit|quarter|weekend|daypart) orso?",
    "year_end": "unit:unit (hyphen|possessive)? part (comma? year:year)?",
    "fiscal_year": "(the shift:shift?)? (fiscal hyphen? (unit (after:year)?|year:year)|ago:year fiscal unit)",
    "the_year": "the unit year:(year|worded)",
    "the_past": "the last",
    "the_unit": "the more? unit:(unit|weekend|daypart)",
    "bare_units": "unit:units",
    # years
    "years": "first:year hyphen second:(year|small|digits)",
    "era": "(year|digits|small) era",
    "year": "year:year",
    "shortyear": "year:shortyear",
    # days
    "day": "day:day",
    "tonight": "tonight",
    "overnight": "overnight",
    "weekday": "day:dayname",
    "month": "month:month",
    # times of day
    "clock": "about? (clock meridiem?|num oclock meridiem?|num meridiem|hour) (comma? zone)?",
    "in_daypart": "about? num in the part:daypart",
    "smallhours": "the? smallhours",
    "daypart": "part:(daypart|dayparts)",
    # habits, and times at large
    "often": "often",
    "weekdays": "day:(weekdays)",
    "present": "present",
    "past": "past",
    "future": "future",
    "now_current": "current",
    "then_recent": "recent",
}

PREFIXES: dict[str, str] = {
    "eve": "the? eve of",
    "unit_of": "the? (unit|quarter) of",
    "part_of": "the? part of",
    "part_of_day": "the? early? part:(daypart|smallhours) (of|on)",
    "earlier": "(the? early hyphen?|earlier|later) (in|on)?",
    "around": "about",
    "side_of_day": "the? unit side:(before|after)",
}

_TOKEN = re.compile(r"(?P<label>[a-z_0-9]+):(?=[(a-z])|(?P<name>[a-z_0-9]+)|(?P<open>\()|(?P<blank>\s+)|(?P<rest>.)")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules, compiled.

    Attributes:
        whole: finds a phrase by any rule; parts: takes it apart, by rule.
        prefix: finds words that lead a phrase.
        begin: where a phrase may begin, so that most tokens need no trial.
    """

    whole: re.Pattern[str]
    parts: dict[str, re.Pattern[str]]
    prefix: re.Pattern[str]
    begin: re.Pattern[str]


def _expanded(rule: str) -> str:
    for _ in range(2):  # macros hold macros, one deep
        for name, body in _MACROS.items():
            rule = re.sub(rf"(?<![a-z_]){name}(?![a-z_:])", body, rule)
    return rule


def _compiled(rule: str, *, named: bool) -> str:
    """Turn a rule into a pattern over letters."""
    made, kinds, label = [], letters(), ""
    for token in _TOKEN.finditer(_expanded(rule)):
        if token["label"]:
            label = f"?P<{token['label']}>" if named else "?:"
        elif token["name"]:
            letter = kinds[token["name"]]
            made.append(f"({label}{letter})" if label else letter)
            label = ""
        elif token["open"]:
            made.append(f"({label or '?:'}")
            label = ""
        elif token["rest"]:
            made.append(token["rest"])
    return "".join(made)


@cache
def grammar() -> Grammar:
    """Compile the grammar once."""
    one = "|".join(f"(?P<{name}>{_compiled(rule, named=False)})" for name, rule in RULES.items())
    lead = "|".join(f"(?P<{name}>{_compiled(rule, named=False)})" for name, rule in PREFIXES.items())
    kinds = letters()
    never, alone = ("".join(kinds[name] for name in names) for names in (_NEVER_FIRST, _NEVER_ALONE))
    return Grammar(
        re.compile(f"(?!{OTHER})(?:{one})"),
        {name: re.compile(_compiled(rule, named=True)) for name, rule in RULES.items()},
        re.compile(f"(?!{OTHER})(?:{lead})"),
        re.compile(f"[{alone}](?![{OTHER}{kinds['comma']}{kinds['dot']}])|[^{OTHER}{never}{alone}]"),
    )
