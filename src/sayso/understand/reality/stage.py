"""Whether an event is played, told or rehearsed: in a film, a drill, a match. A tree and a word in, a decision or nothing out. Cases: cases/reality.yml."""

from __future__ import annotations

import re
from functools import cache

from ...findings.event import Reality
from ...lexicons import entries
from .clause import decided
from .decision import Decision
from .operators import forms_of
from .shapes import Shape, shape
from .tree import Tree

# People are really hurt in a drill.
_HARM = re.compile(r"(?:kill|die|dead|death|injur|wound|hurt|crash|drown|accident|collaps|collid|collision)")
_INSIDE = frozenset({"in", "during", "throughout"})
_TELLING = frozenset(
    {
        "tells",
        "tell",
        "told",
        "imagines",
        "imagined",
        "shows",
        "portrays",
        "depicts",
        "describes",
        "follows",
        "opens",
        "begins",
        "ends",
        "retells",
        "recreates",
        "dramatises",
        "dramatizes",
        "stages",
    }
)
# What a drill does with what is only played in it: "the drill began with an *attack*".
_RUNNING = frozenset(
    "begin begins began open opens opened include includes included involve involves involved feature features featured".split()
)
# What a game does with what is only played in it: "the game lets players *burn* a village".
_LETTING = frozenset("lets let letting allows allow allowed enables enable enabled invites invite invited".split())
_GAMES = frozenset("game videogame simulator".split())
_WINGS = re.compile(r"\b(?:right|left)[ -]wing\w*")
_STEPS = 4


def _phrase(tree: Tree, index: int) -> str:
    """Give a noun with what it is joined to: "war game"."""
    return " ".join([*(tree.low(i) for i in tree.under(index, "compound")), tree.low(index)])


@cache
def _words(*kinds: str) -> re.Pattern[str]:
    forms = {form for row in entries("en/stages") if row["kind"] in kinds for form in forms_of({**row, "kind": "noun"})}
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) + r")\b")


def on_stage(tree: Tree, index: int) -> Decision | None:
    """Give the decision "hypothetical" for what is played, told, rehearsed or sport, None otherwise."""
    return _in_a_telling(tree, index) or _in_sport(tree, index)


def _in_a_telling(tree: Tree, index: int) -> Decision | None:
    at = index
    for _ in range(_STEPS):
        for i in tree.under(at, "obl", "nmod"):
            words = " ".join([*(tree.low(j) for j in tree.under(i, "compound", "appos", "conj")), tree.low(i)])
            if not set(tree.marks(i)) & _INSIDE or i == index:  # "took part in an *exercise*"
                continue
            if _words("told").search(words) or (
                _words("drill").search(words) and not any(_HARM.match(tree.low(j)) for j in (index, at))
            ):
                return decided(tree, Reality.HYPOTHETICAL, "told or rehearsed", i)
        if tree.low(at) in _RUNNING and not _HARM.match(tree.low(index)) and at != index:
            drill = next((i for i in tree.under(at, "nsubj") if _words("drill").fullmatch(_phrase(tree, i))), None)
            if drill is not None:
                return decided(tree, Reality.HYPOTHETICAL, "told or rehearsed", drill)
        if at != index and tree.low(at) in _LETTING and any(tree.low(i) in _GAMES for i in tree.under(at, "nsubj")):
            return decided(tree, Reality.HYPOTHETICAL, "played", at)
        if _is_of_a_telling(tree, at):
            return decided(tree, Reality.HYPOTHETICAL, "told or rehearsed", at)
        if tree.low(at) in _TELLING:
            subject = next((i for i in tree.under(at, "nsubj") if _words("told").fullmatch(tree.low(i))), None)
            if subject is not None:
                return decided(tree, Reality.HYPOTHETICAL, "told or rehearsed", subject)
        if tree.head(at) < 0:
            break
        at = tree.head(at)
    return decided(tree, Reality.HYPOTHETICAL, "told or rehearsed", index) if _is_narrated(tree, index) else None


def _is_of_a_telling(tree: Tree, index: int) -> bool:
    """Tell "the play is about a *clerk* who …" and "a scene in which they *burn* it"."""
    if "about" in tree.marks(index) and any(_words("told").fullmatch(tree.low(i)) for i in tree.under(index, "nsubj")):
        return True
    head = tree.head(index)
    is_in_which = tree.relation(index) == "acl:relcl" and tree.low(head + 1) == "in" and tree.low(head + 2) == "which"
    return is_in_which and (tree.low(head) == "scene" or _words("told").fullmatch(tree.low(head)) is not None)


def _is_narrated(tree: Tree, index: int) -> bool:
    """Tell a retelling in the present: "In Red Snow, her second novel, the rebels take the capital"."""
    sentence = tree.sentence(index)
    told = _words("told").search(sentence)
    if told is None or not sentence.lstrip('“" ').startswith("in "):
        return False
    start = tree.doc.clause_near(tree.doc.tokens[index].start).start
    at = index
    while tree.pos(at) not in ("VERB", "AUX") and tree.head(at) >= 0:
        at = tree.head(at)
    return start + told.end() < tree.span(index).start and shape(tree.low(at)) is not Shape.PAST and not tree.under(at, "aux")


def _in_sport(tree: Tree, index: int) -> Decision | None:
    sentence = _WINGS.sub("", tree.sentence(index))
    games = set(_words("game").findall(sentence))
    if _words("sport").search(sentence) or len(games) > 1 or (games and _words("beside").search(sentence)):
        return decided(tree, Reality.HYPOTHETICAL, "sport", index)
    return None
