"""The rules of the watchpoints in the order in which they go before one another, and of which words of a sentence each is asked.

A rule says by which words it can begin; the words of a sentence are looked through once, and a rule is asked at those alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache

from ...findings.event import Reality
from ...span import Span
from ..reality.clause import aux_words
from ..reality.operators import Operator, operators
from . import (
    agenda,
    alternatives,
    attributes,
    believed,
    by_head,
    chances,
    conditionals,
    deadlines,
    foretold,
    hanging,
    hereafter,
    intents,
    judged,
    outcomes,
    participles,
    prospects,
    provisos,
    retribution,
    threats,
    undecided,
    unknowns,
    withheld,
)
from .found import Found, forms, words_of
from .page import Page

# Words before a sentence that a rule may still look at: the syntax and the sentences may part what belongs together.
BEFORE = 30
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and the words of which it is asked; at no other word does it find anything.

    Attributes:
        ask: gives what a word of a page tells, None for nothing.
        tags: the part of speech is one of these; empty for any.
        words, kinds: the word is one of these, or one of these kinds of lexicons/en/prospects.yml; classes: or of these of lexicons/en/pending.yml.
        auxes: or it has one of these auxiliaries; with_aux: or any at all. Where none of these is given any word will do.
        near: gives words of which one must stand in the sentence or right before it; None where it does not matter.
    """

    ask: Callable[[Page, int], Found | None]
    tags: tuple[str, ...] = ()
    words: frozenset[str] = _NONE
    kinds: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    auxes: frozenset[str] = _NONE
    with_aux: bool = False
    near: Callable[[], frozenset[str]] | None = None


@cache
def _of_threats() -> frozenset[str]:
    """Give the words by which something is threatened."""

    def threatens(one: Operator) -> bool:
        return Reality.THREATENED in (one.ahead, one.then, one.hostile)

    return _governing(threatens)


@cache
def _of_terms() -> frozenset[str]:
    """Give the words by which somebody is given time."""
    return _governing(lambda one: one.word in threats.TERMS)


def _governing(is_one: Callable[[Operator], bool]) -> frozenset[str]:
    kinds = ("verb", "noun", "adjective", "adverb", "preposition", "conjunction")
    return frozenset(word for kind in kinds for word, rows in operators(kind).items() if any(is_one(row) for row in rows))


_VERB, _NOUN, _VERBAL = ("VERB",), ("NOUN",), ("VERB", "NOUN", "AUX", "ADJ")
RULES = (
    Rule(conditionals.conditional, words=conditionals.MARKS),
    Rule(hereafter.shortened, words=hereafter.MARKS),
    Rule(provisos.provided, _NOUN, near=lambda: provisos.MARKS),
    Rule(unknowns.unknown, _VERBAL, near=lambda: unknowns.ASKING),
    Rule(undecided.undecided, _VERBAL, near=lambda: undecided.ASKING),
    Rule(undecided.put, _VERBAL, near=lambda: frozenset(("?",))),
    Rule(withheld.whether_is, _VERBAL, near=lambda: frozenset(("whether", "how", "when"))),
    Rule(withheld.withheld, _VERBAL, near=lambda: withheld.ASKING),
    Rule(withheld.unsettled, ("VERB", "ADJ"), words=withheld.SETTLES),
    Rule(undecided.left_to_see, _VERB, words=undecided.LEFT),
    Rule(alternatives.alternative, _VERB, near=lambda: frozenset(("or",))),
    Rule(threats.threat, ("VERB", "NOUN", "AUX"), near=_of_threats),
    Rule(threats.blanket_threat, _VERB, words=threats.RESERVES, auxes=threats.WILL),
    Rule(threats.own_threat, _VERB),
    Rule(threats.ultimatum, _VERB, near=_of_terms),
    Rule(retribution.vowed, _VERB, words=retribution.VOWS),
    Rule(retribution.dealt_with, ("VERB", "ADJ", "NOUN"), words=retribution.DEALT),
    Rule(retribution.given_time, _VERB, words=retribution.GIVES),
    Rule(
        prospects.prospect, ("VERB", "AUX", "ADJ", "NOUN", "PROPN"), kinds=("forecast", "foresee"), with_aux=True,
        words=deadlines.SET | deadlines.TIMETABLE | deadlines.PUT_OFF,
    ),
    Rule(agenda.due_to, _VERB, near=lambda: frozenset(("is", "are", "'s", "'re"))),
    Rule(agenda.meant_for, _VERB, words=agenda.MEANS),
    Rule(agenda.on_agenda, _VERB, near=lambda: agenda.DAYS),
    Rule(agenda.expected_there, ("VERB", "ADJ"), words=agenda.PLACED),
    Rule(agenda.promised_thing, _VERB, words=agenda.PROMISES),
    Rule(hereafter.coming, ("VERB", "NOUN", "ADJ", "PROPN", "ADV"), auxes=hereafter.OPEN),
    Rule(chances.ruled_out, _VERB, words=chances.RULES),
    Rule(chances.considered, _VERB, words=chances.RISKS, kinds=("weigh",)),
    Rule(chances.potential, _NOUN, words=frozenset(("potential",))),
    Rule(foretold.foretold, _VERBAL, auxes=foretold.FUTURE),
    Rule(participles.reduced, ("VERB", "ADJ"), words=participles.PARTICIPLES),
    Rule(deadlines.granted, _VERB, words=deadlines.GRANTED),
    Rule(deadlines.term, _VERB),
    Rule(deadlines.demanded_by, _VERB, words=deadlines.DEMANDS),
    Rule(chances.called_possible, _NOUN, words=chances.POSSIBLE),
    Rule(chances.chance_of, _NOUN, words=chances.CHANCES, kinds=("chance",)),
    Rule(chances.warned_of, _VERB, kinds=("dread",)),
    Rule(deadlines.dated_noun, _NOUN, kinds=("date",)),
    Rule(outcomes.outcome, _VERB, auxes=outcomes.MODALS),
    Rule(outcomes.verdict, _NOUN, words=outcomes.WEIGHTS),
    Rule(intents.intended, _VERB),
    Rule(undecided.outstanding, _VERB, near=lambda: frozenset(("yet",))),
    Rule(undecided.considered_proposal, _VERB, words=undecided.CONSIDERING),
    Rule(intents.announced, _VERB),
    Rule(attributes.at_risk, _NOUN, words=attributes.RISKS),
    Rule(hanging.hanging, _VERB, words=hanging.HANGS),
    Rule(hanging.pressing, ("VERB", "NOUN"), words=hanging.ENDS | {"matter"}),
    Rule(hanging.planned, _VERB, words=hanging.PLANNED),
    Rule(hanging.to_come, _VERB, words=frozenset(("come",))),
    Rule(attributes.braced, _VERB, words=attributes.BRACES | attributes.LOOMS),
    Rule(attributes.faced, _VERB, words=attributes.FACES),
    Rule(attributes.awaited, _VERB, words=attributes.AWAITS),
    Rule(believed.believed, _VERBAL, auxes=believed.AHEAD | believed.MAY),
    Rule(believed.chance_to, _NOUN, words=believed.CHANCES),
    Rule(believed.beside, _VERB, near=lambda: believed.SURELY | believed.PERHAPS),
    Rule(believed.worsening, ("VERB", "ADJ"), words=believed.GETS | believed.WORSE),
    Rule(judged.judged, ("ADJ", "VERB"), words=judged.JUDGED),
    Rule(judged.left_possible, _NOUN, words=judged.UNDECIDED),
    Rule(judged.in_view, _VERB, words=judged.VIEWS),
    Rule(judged.expected_by_self, _VERB, words=judged.EXPECTS),
    Rule(attributes.attributed, _NOUN, words=attributes.EVENTS, classes=("deed nouns", "happenings")),
    Rule(by_head.sensed, _VERB, auxes=by_head.AHEAD),
    Rule(by_head.offered, _VERB),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Index:
    """The numbers of the rules that are asked of the words with one part of speech: of all, with any auxiliary, by word, by auxiliary."""

    all: tuple[int, ...]
    with_aux: tuple[int, ...]
    by_word: dict[str, tuple[int, ...]]
    by_aux: dict[str, tuple[int, ...]]


@cache
def _index(tag: str) -> _Index:
    plain, with_aux = [], []
    by_word: dict[str, list[int]] = {}
    by_aux: dict[str, list[int]] = {}
    for number, rule in enumerate(RULES):
        if rule.tags and tag not in rule.tags:
            continue
        for word in rule.words.union(*map(forms, rule.kinds), *map(words_of, rule.classes)):
            by_word.setdefault(word, []).append(number)
        for word in rule.auxes:
            by_aux.setdefault(word, []).append(number)
        if rule.with_aux:
            with_aux.append(number)
        elif not (rule.words or rule.kinds or rule.classes or rule.auxes):
            plain.append(number)
    frozen = [{word: tuple(numbers) for word, numbers in table.items()} for table in (by_word, by_aux)]
    return _Index(tuple(plain), tuple(with_aux), frozen[0], frozen[1])


def findings(page: Page, sentence: Span) -> Iterator[Found]:
    """Give what the rules find in a sentence, rule after rule, each by the order of the words."""
    doc, inside = page.doc, page.doc.tokens_in(sentence)
    around = set(page.tree.lows[max(0, inside.start - BEFORE) : inside.stop])
    ruled_out = {number for number, near in _near().items() if near.isdisjoint(around)}
    tagged: dict[str, list[int]] = {}
    asked: dict[int, list[int]] = {}
    for word in inside:
        if doc.relations[word] != "goeswith":
            tagged.setdefault(doc.pos[word], []).append(word)
    for tag, same in tagged.items():
        index = _index(tag)
        for number in index.all:
            if number not in ruled_out:
                asked.setdefault(number, []).extend(same)
        for word in same:
            for number in _asked(page, word, index):
                asked.setdefault(number, []).append(word)
    for number in sorted(asked.keys() - ruled_out):
        ask = RULES[number].ask
        for word in sorted(asked[number]):
            if (found := ask(page, word)) is not None:
                yield found


@cache
def _near() -> dict[int, frozenset[str]]:
    """Give the words of which one must stand near, by the number of the rule."""
    return {number: rule.near() for number, rule in enumerate(RULES) if rule.near is not None}


def _asked(page: Page, word: int, index: _Index) -> Collection[int]:
    """Give the numbers of the rules that are asked of a word for what it is or for its auxiliaries."""
    numbers = index.by_word.get(page.tree.lows[word], ())
    auxes = aux_words(page.tree, word) if index.with_aux or index.by_aux else _NONE
    if not auxes:
        return numbers
    return {*numbers, *index.with_aux, *(number for aux in auxes for number in index.by_aux.get(aux, ()))}
