"""lexicons/plover/verbs and nouns → what each form of a word may trigger, and classes of words. No text is read here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...errors import LexiconError
from ...lexicons import Row, entries
from ..chains.words import singular
from .ontology import closed_list, event_types
from .usual import stem

ACTS = ("promised", "threatened", "demanded", "refused")
# Adjectives that govern as verbs do; the lexicon lists them among the verbs.
ADJECTIVES = ("willing", "ready", "prepared", "committed", "opposed")
_VOWELS = "aeiou"
_STRESSED_ON_THE_END = frozenset(
    "expel commit submit permit rebut repel cancel kidnap confer equip annul acquit transfer".split()
)


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing a verb or noun may be; fields as in lexicons/plover/verbs.yml.

    Attributes:
        event: PLOVER type; None where these words are no event.
        objects: sets of words of each of which one must stand in the object.
        subject: words of which one must stand there; empty for any.
        phrases: (preposition, words) of which one must follow; empty for none needed.
        particles: words of which one must follow the verb.
        complement: what sort of complement must follow, None where it does not matter.
        recipient, actor: where they stand, in order.
        act: what is done with the act in the complement; None where it takes none.
        alone: for a noun, whether one party is enough.
        not_after, only_after: for a noun, words before it that make it something else, and of which one must stand there.
        needs: "actor", "recipient": sides that must be known beyond what the type asks for.
    """

    event: str | None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    objects: tuple[frozenset[str], ...] = ()
    subject: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, frozenset[str]], ...] = ()
    particles: frozenset[str] = frozenset()
    complement: str | None = None
    recipient: tuple[str, ...] = ("obj",)
    actor: tuple[str, ...] = ("subj",)
    reciprocal: bool = False
    act: str | None = None
    alone: bool = False
    not_after: frozenset[str] = frozenset()
    only_after: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()


@cache
def words_of(name: str) -> frozenset[str]:
    """Give the words of a class; raises LexiconError where words.yml has none of that name."""
    for row in entries("plover/words"):
        if row["key"] == name:
            return frozenset(row["words"])
    raise LexiconError(f"plover/words: expected a class {name!r}, which a pattern names")


def _words(text: str | None) -> frozenset[str]:
    found: set[str] = set()
    for word in (text or "").split():
        found |= words_of(word[1:]) if word.startswith("@") else {word}
    return frozenset(found)


def _phrases(text: str | None) -> tuple[tuple[str, frozenset[str]], ...]:
    words = (text or "").split()
    if len(words) % 2:
        raise LexiconError(f"plover/verbs: expected pairs of a preposition and a word, found {text!r}")
    return tuple((words[i], _words(words[i + 1])) for i in range(0, len(words), 2))


def _sense(row: Row, default_actor: str, default_recipient: str) -> Sense:
    event = row["event"]
    modes = (row["mode"],) if "mode" in row else ()
    contexts = tuple(row.get("contexts", ()))
    if event is not None:
        kind = event_types().get(event)
        if kind is None or not set(modes) <= set(kind.modes) or not set(contexts) <= set(closed_list("contexts")):
            raise LexiconError(f"plover: {row}: expected an event type of the ontology, one of its modes and its contexts")
    if row.get("act") not in (None, *ACTS):
        raise LexiconError(f"plover: {row}: expected an act of {ACTS}")
    return Sense(
        event, modes, contexts, tuple(_words(row[name]) for name in ("object", "also") if name in row), _words(row.get("subject")), _phrases(row.get("with")),
        _words(row.get("particle")), row.get("complement"), tuple(str(row.get("recipient", default_recipient)).split()),
        tuple(row.get("actor", default_actor).split()), bool(row.get("reciprocal")), row.get("act"), bool(row.get("alone")),
        frozenset(row.get("not_after", ())),
        frozenset(row.get("only_after", ())),
        frozenset((row.get("needs") or "").split()),
    )  # fmt: skip


def _table(name: str, field: str, actor: str, recipient: str) -> dict[str, tuple[Sense, ...]]:
    table: dict[str, list[Sense]] = {}
    for row in entries(name):
        senses = [_sense(one, actor, recipient) for one in row.get("senses", [row] if "event" in row else [])]
        for lemma in row[field]:
            table.setdefault(lemma, []).extend(senses)
    return {lemma: tuple(senses) for lemma, senses in table.items()}


@cache
def verbs() -> dict[str, tuple[Sense, ...]]:
    """Give the senses of each verb, in the order in which they are tried."""
    return _table("plover/verbs", "verbs", "subj", "obj")


@cache
def nouns() -> dict[str, tuple[Sense, ...]]:
    """Give the senses of each noun."""
    return _table("plover/nouns", "nouns", "owner by", "")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a verb: its lemma, and whether it may be a past participle or an -ing form."""

    lemma: str
    is_participle: bool = False
    is_ing: bool = False


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Give every form of every verb; where two verbs share one ("found"), the first of the file."""
    irregular: dict[str, list[str]] = {}
    for row in entries("plover/verbs"):
        irregular.update(row.get("forms", {}))
    table: dict[str, VerbForm] = {"is": VerbForm("be"), "are": VerbForm("be"), "were": VerbForm("be"), "has": VerbForm("have")}
    for lemma in verbs():
        past, participle = irregular.get(lemma, [_past(lemma)] * 2)
        table.setdefault(lemma, VerbForm(lemma, is_participle=participle == lemma))
        table.setdefault(third_person(lemma), VerbForm(lemma))
        table.setdefault(participle, VerbForm(lemma, is_participle=True))
        table.setdefault(past, VerbForm(lemma, is_participle=past == participle))
        table.setdefault(_ing(lemma), VerbForm(lemma, is_ing=True))
        if lemma.endswith("l") and lemma not in irregular:  # "travelled" beside "traveled"
            table.setdefault(lemma + "led", VerbForm(lemma, is_participle=True))
            table.setdefault(lemma + "ling", VerbForm(lemma, is_ing=True))
    table |= {word: VerbForm(word) for word in ADJECTIVES}
    return table


def _doubles(lemma: str) -> bool:
    """Tell whether the last letter is doubled: short verbs, and those stressed on the end ("expel", "commit")."""
    if lemma in _STRESSED_ON_THE_END:
        return True
    if len(lemma) < 3 or lemma[-1] in _VOWELS + "wxy" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return False
    return sum(c in _VOWELS for c in lemma) == 1


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + lemma[-1] + "ed" if _doubles(lemma) else lemma + "ed"


def third_person(lemma: str) -> str:
    """Give the form after "she": "strikes", "carries"."""
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else lemma + "s"


def _ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "be")):
        return lemma[:-1] + "ing"
    return lemma + lemma[-1] + "ing" if _doubles(lemma) else lemma + "ing"


def noun_lemma(word: str) -> str:
    """Give the singular of a noun as the patterns write it, lower case."""
    lower = word.lower()
    return lower if lower in nouns() else singular(lower)


def lemma_of(word: str, *, is_verb: bool) -> str:
    """Give a word as the lexicon has it: of a verb that it knows the infinitive, else the singular."""
    form = verb_forms().get(word)
    return form.lemma if is_verb and form is not None else noun_lemma(word)


@cache
def types_of(word: str) -> frozenset[str]:
    """Give the types that the lexicon has for a word, as a verb or a noun; none for a word that may be more."""
    form = verb_forms().get(word)
    senses = [*nouns().get(word, ()), *verbs().get(form.lemma if form is not None else word, ())]
    return frozenset(sense.event for sense in senses if sense.event is not None and word not in _EITHER)


# Who is charged is accused, too, where the lexicon codes it as an arrest by the manual.
_EITHER = frozenset(("charge",))


@cache
def modes_of_means() -> tuple[tuple[str, frozenset[str]], ...]:
    """Give the modes of ASSAULT by the means that a clause names, in the order in which they are tried."""
    return tuple((row["mode"], frozenset(row["words"])) for row in entries("plover/words") if row.get("mode of") == "ASSAULT")


@cache
def mode_words(event: str) -> dict[str, str]:
    """Give the mode of a type, not of ASSAULT, that a word gives it, by the word's stem; the first row that has the word counts."""
    found: dict[str, str] = {}
    for row in entries("plover/words"):
        if event in str(row.get("mode of", "")).split():
            for word in row["words"]:
                found.setdefault(stem(word), row["mode"])
    return found


@cache
def context_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the words that put an event into a context."""
    return tuple((row["context"], tuple(row["words"])) for row in entries("plover/words") if "context" in row)


@cache
def discards() -> dict[str, tuple[str, ...]]:
    """Give the words of sentences that are no happening of politics or conflict, by what they speak of."""
    return {row["discard"]: tuple(row["words"]) for row in entries("plover/words") if "discard" in row}
