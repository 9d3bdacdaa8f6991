"""Who takes part in an act that the heads tell: the way through the tree, and what is weighed; heads' answers are made by hand."""

from __future__ import annotations

import math

import numpy as np
from trees import tree

from sayso.span import Span
from sayso.understand.acts import Acts
from sayso.understand.doc import Doc
from sayso.understand.events.belief import belief, belief_at_most, signs_of
from sayso.understand.events.by_patterns import Patterns
from sayso.understand.events.chunks import Chunks
from sayso.understand.events.clauses import Clauses
from sayso.understand.events.happening import Happening
from sayso.understand.events.parties import Parties
from sayso.understand.events.parts import Marks, chances
from sayso.understand.events.party import Party
from sayso.understand.events.triggers import Sense
from sayso.understand.extract.cast import Cast

Sides = tuple[tuple[str, ...], tuple[str, ...]]
TYPES = ("none", "ACCUSE", "ASSAULT", "COERCE")
SHELLED = (
    "Chad/PROPN/nsubj>4 ,/PUNCT/punct>4 they/PRON/nsubj>4 said/VERB/root>0 ,/PUNCT/punct>4 shelled/VERB/ccomp>4 the/DET/det>8 "
    "town/NOUN/obj>6 near/ADP/case>10 Sudan/PROPN/nmod>8 ./PUNCT/punct>4"
)
FLED = (
    "pilots/NOUN/nsubj>6 whom/PRON/obj>5 the/DET/det>4 army/NOUN/nsubj>5 jailed/VERB/acl:relcl>1 fled/VERB/root>0 ./PUNCT/punct>6"
)


def _acts(doc: Doc, act: int, actor: dict[int, float], recipient: dict[int, float], share: float = 0.9) -> Acts:
    """Make the heads say that one token tells an assault, and how likely each token is of its sides."""
    count = len(doc.tokens)
    events = np.zeros((count, len(TYPES)), np.float32)
    events[:, 0] = 1
    events[act] = (1 - share, 0, share, 0)
    told = []
    for side in (actor, recipient):
        odds = [math.log(p / (1 - p)) for p in (side.get(i, 1e-5) for i in range(count))]
        told.append((np.ones((count, 1), np.float16), np.array(odds, np.float16)[:, None]))
    none = np.zeros((count, 1), np.float32)
    return Acts(TYPES, ("happened",), ("none",), events, none, none, tuple(told))


def _marks(
    marked: str, verb: str, acts: tuple[dict[str, float], dict[str, float]], found: Sides = ((), ())
) -> tuple[list[str], Marks]:
    """Give what weighs the phrases around a verb, of which a pattern may tell who stands on either side, and each phrase's head."""
    doc = tree(marked)
    words = [doc.word(i) for i in range(len(doc.tokens))]
    act = words.index(verb)
    sides = [{words.index(word): share for word, share in side.items()} for side in acts]
    chunks = Chunks(doc, Span(0, len(doc.text)), ())
    parties = Parties(doc, Cast(doc.text), lambda _: None)
    given = [[Party(doc.tokens[words.index(word)]) for word in side] for side in found]
    patterns = Patterns({act: Happening(act, Sense("ASSAULT"), *given)}) if any(found) else Patterns()
    clauses = Clauses(doc, chunks)
    return [words[c.head] for c in chunks.all], Marks(act, "ASSAULT", clauses, _acts(doc, act, *sides), parties, patterns)


def _weighed(
    marked: str, verb: str, acts: tuple[dict[str, float], dict[str, float]], found: Sides = ((), ())
) -> dict[str, dict[str, float]]:
    """Give what is to be weighed of each phrase, by its head's word."""
    heads, marks = _marks(marked, verb, acts, found)
    return dict(zip(heads, marks.of_all(marks.chunks.all), strict=True))


def _by_words(marked: str, verb: str) -> dict[str, dict[str, float]]:
    """Give what is to be weighed of each phrase without the heads."""
    heads, marks = _marks(marked, verb, ({}, {}))
    return {head: marks.without_heads(chunk) for head, chunk in zip(heads, marks.chunks.all, strict=True)}


def test_the_way_from_act_to_phrase_goes_up_and_down_the_tree() -> None:
    found = _by_words(SHELLED, "shelled")
    assert "path /obj" in found["town"]
    assert "path ccomp^ /nsubj" in found["Chad"]
    assert "path /obj nmod" in found["Sudan"]


def test_a_relative_clause_is_told_apart_from_other_clauses() -> None:
    found = _by_words(FLED, "jailed")
    assert "path acl:relcl^ /" in found["pilots"]
    assert "path /nsubj" in found["army"]


def test_each_phrase_is_held_against_the_others() -> None:
    found = _weighed(SHELLED, "shelled", ({"Chad": 0.9}, {"town": 0.8, "Sudan": 0.3}))
    assert found["town"]["recipient ahead"] > 0 > found["Sudan"]["recipient ahead"]
    assert found["town"]["recipient best other"] == found["Sudan"]["recipient strength"]
    assert found["town"]["recipient stronger"] == 0 < found["Sudan"]["recipient stronger"]


def test_whom_a_pattern_names_is_told() -> None:
    found = _weighed(SHELLED, "shelled", ({}, {}), (("Chad",), ("town",)))
    assert "told actor same" in found["Chad"]
    assert "told recipient same" in found["town"]
    assert "told none same" in found["Sudan"]


def test_what_the_heads_say_and_where_a_phrase_stands_decide_together() -> None:
    found = _weighed(SHELLED, "shelled", ({"Chad": 0.9}, {"town": 0.9}))
    by_head = dict(zip(found, chances(list(found.values())), strict=True))
    town, sudan = by_head["town"], by_head["Sudan"]
    assert town[1] > 0.5 > town[0]
    assert sudan[1] < town[1]
    assert 0 <= sum(town) <= 1


def test_no_party_makes_an_act_of_the_heads_likelier_than_the_most_it_may_be() -> None:
    doc = tree(SHELLED)
    act = next(i for i in range(len(doc.tokens)) if doc.word(i) == "shelled")
    acts = _acts(doc, act, {}, {}, share=0.4)
    one = Happening(act, Sense("ASSAULT"), [], [], None, sentence=Span(0, len(doc.text)), word="shell")
    one.is_by_head = True
    most = belief_at_most(one, doc, acts)
    who = Party(Span(0, 4), country="TCD")
    beliefs = []
    for actors in ([], [Party(Span(0, 4))], [who]):
        for recipients in ([], [Party(Span(6, 10))], [who]):
            one.actors, one.recipients = actors, recipients
            beliefs.append(belief(signs_of(one, doc, acts, is_accepted=False)))
    assert max(beliefs) <= most + 1e-9  # sums in another order
    assert min(beliefs) < most
