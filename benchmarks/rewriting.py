"""A text → the same story in other words, by rule: what a desk does to a wire story, as far as rules can do it.

Rules, in this order: sentences of quotation are taken out of their marks or left out, attributions change sides ("X, he said" → "He said X"), openings
with a clause go to the end, brackets and asides between commas go, words are exchanged by a table of our own, numbers change their
spelling, neighbours change places. Where that does not reach the share of words to be changed, other words without a capital or a figure
in them are exchanged for a word of another article: to whoever compares, an unknown synonym is a word that is not there.
Names and figures stay, as they do at a desk.
"""

from __future__ import annotations

import random
import re
from difflib import SequenceMatcher

WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_SAID_AFTER = re.compile(r"^[“\"](?P<words>[^”\"]{20,}?),[”\"] (?P<who>[A-Z][^,.]{2,50}?) (?P<cue>said|told reporters|added)\.$")
_HE_SAID_AFTER = re.compile(
    r"^(?P<words>[A-Z][^“”\"]{20,}), (?P<who>(?:he|she|[A-Z][\w’]+(?: [A-Z][\w’]+){0,3})) (?P<cue>said)\.$"
)
_OPENING = re.compile(
    r"^(?P<first>(?:When|While|After|Before|If|Since|Although|Because|As|In|On|At|During) [^,“”\"]{8,90}), (?P<rest>[^“”\"]{20,})\.$"
)
_ASIDE = re.compile(r"(?: \([^()]{2,80}\)|, (?:which|who|a|an|the) [^,.“”\"]{8,70}(?=,))")
_PAIRS = """
said stated|told informed|but however|also additionally|about around|over above|because since|while as|although though|many numerous|big large
show reveal|shows reveals|showed revealed|help assist|helped assisted|get obtain|got obtained|give provide|gave provided|make produce
says states|made produced|use employ|used employed|want wish|wants wishes|wanted wished|think believe|thinks believes|thought believed
begin start|began started|end finish|ended finished|keep retain|kept retained|try attempt|tried attempted|trying attempting|need require
needs requires|needed required|ask request|asked requested|asking requesting|call term|called termed|calling terming|seem appear
seems appears|seemed appeared|allow permit|allowed permitted|buy purchase|bought purchased|choose select|chose selected|close shut
meet encounter|met encountered|happen occur|happened occurred|let permit|tell inform|including among|recent latest|new fresh|old former
important significant|major principal|last past|next following|several various|often frequently|again anew|still yet|now currently
only merely|very highly|more further|most mostly|enough sufficient|early initial|late belated|likely probable|clear evident|strong robust
weak feeble|hard difficult|easy simple|fast quick|slow gradual|good favourable|bad poor|great considerable|small minor|long lengthy
short brief|high elevated|low reduced|whole entire|main chief|real actual|own personal|public open|private closed|people persons
man individual|men individuals|woman lady|women ladies|child minor|children minors|country nation|countries nations|state territory
government administration|leader head|leaders heads|supporter backer|supporters backers|voter elector|voters electors|vote ballot
votes ballots|campaign drive|election poll|elections polls|candidate contender|candidates contenders|party camp|debate discussion
speech address|speeches addresses|statement declaration|comment remark|comments remarks|question query|questions queries|answer reply
problem difficulty|problems difficulties|issue matter|issues matters|plan scheme|plans schemes|idea notion|ideas notions|reason ground
reasons grounds|way manner|ways manners|place spot|places spots|time moment|day date|week seven-day|year twelvemonth|money funds
job post|jobs posts|work labour|worker employee|workers employees|law statute|laws statutes|rule regulation|rules regulations|court
bench|attack assault|attacks assaults|war conflict|fight struggle|support backing|supported backed|supporting backing|oppose resist
opposed resisted|increase rise|increased rose|decrease fall|decreased fell|grow expand|grew expanded|growing expanding|talk speak
talked spoke|talking speaking|say state|saying stating|go travel|went travelled|going travelling|come arrive|came arrived|coming arriving
become turn|became turned|leave depart|left departed|leaving departing|look gaze|looked gazed|looking gazing|find discover|found discovered
believe hold|believes holds|believed held|know understand|knows understands|knew understood|feel sense|felt sensed|against versus
toward towards|through via|before prior|after following|between among|during amid|despite notwithstanding|whether if|however yet
nearly almost|just simply|perhaps maybe|never not|already by-now|together jointly|further beyond|among amongst|percent %
"""
_NUMBERS = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), map(str, range(2, 13)), strict=True))
SYNONYMS = {
    one: other
    for pair in " ".join(_PAIRS.split()).split("|")
    for words in [pair.split()]
    if len(words) == 2
    for one, other in (words, words[::-1])
} | _NUMBERS


def rewritten(text: str, share: float, rng: random.Random, strange: list[str]) -> str:
    """Give the text with about `share` of its words changed (0..1); `strange` are words of other articles.

    Changed counts words of the old text that the new one does not have in the same order.
    """
    paragraphs = [_paragraph(paragraph, rng) for paragraph in text.split("\n\n")]
    for at in range(1, len(paragraphs) - 2, 2):
        if rng.random() < 0.3:
            paragraphs[at], paragraphs[at + 1] = paragraphs[at + 1], paragraphs[at]
    made = "\n\n".join(filter(None, paragraphs))
    missing = share - changed(text, made)
    if missing <= 0.02:
        return made
    rate = missing / max(0.05, 1 - changed(text, made)) * 1.25  # a quarter of the words are names or figures, which stay

    def exchange(found: re.Match[str]) -> str:
        plain = found[0].islower() and found[0].isalpha()
        return rng.choice(strange) if plain and rng.random() < rate else found[0]

    return WORD.sub(exchange, made)


def changed(old: str, new: str) -> float:
    """Give the share of the old text's words that do not stand in the new one in the same order."""
    a, b = words(old), words(new)
    kept = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return 1 - kept / max(1, len(a))


def words(text: str) -> list[str]:
    """Give the words without case."""
    return [found[0].lower() for found in WORD.finditer(text)]


def sentences(paragraph: str) -> list[str]:
    """Part a paragraph after full stops and closing marks: rough, and the same every time."""
    return [piece for piece in _SENTENCE.split(paragraph.strip()) if piece]


def _paragraph(paragraph: str, rng: random.Random) -> str:
    kept = []
    for sentence in sentences(paragraph):
        if rng.random() < 0.08:
            continue
        kept.append(_sentence(sentence, rng))
    for at in range(len(kept) - 1):
        if rng.random() < 0.15:
            kept[at], kept[at + 1] = kept[at + 1], kept[at]
    return " ".join(kept)


def _sentence(sentence: str, rng: random.Random) -> str:
    if (found := _SAID_AFTER.match(sentence)) and rng.random() < 0.7:
        that = found["words"][0].lower() + found["words"][1:]
        sentence = rng.choice((f"According to {found['who']}, {that}.", f"{found['who']} stated that {that}."))
    elif (found := _HE_SAID_AFTER.match(sentence)) and rng.random() < 0.7:
        who = found["who"][0].upper() + found["who"][1:]
        sentence = f"{who} stated that {found['words'][0].lower()}{found['words'][1:]}."
    elif (found := _OPENING.match(sentence)) and rng.random() < 0.7:
        first, rest = found["first"], found["rest"]
        sentence = f"{rest[0].upper()}{rest[1:]} {first[0].lower()}{first[1:]}."
    if rng.random() < 0.6:
        sentence = _ASIDE.sub("", sentence)
    return WORD.sub(lambda found: SYNONYMS.get(found[0], found[0]) if rng.random() < 0.7 else found[0], sentence)
