"""The pattern lexicons hold what their files promise, and forms are made as English makes them."""

from __future__ import annotations

import pytest

from sayso.lexicons import Row, entries
from sayso.understand.events.ontology import closed_list, event_types
from sayso.understand.events.triggers import (
    context_words,
    discards,
    modes_of_means,
    noun_lemma,
    nouns,
    verb_forms,
    verbs,
    words_of,
)

SENSES = [(row["key"], sense) for row in entries("plover/verbs") for sense in row.get("senses", [row] if "event" in row else [])]
SENSE_FIELDS = {
    "object", "also", "with", "particle", "complement", "subject", "event", "mode", "contexts", "recipient", "actor", "reciprocal",
    "act", "needs", "alone",
}  # fmt: skip
COMPLEMENTS = {
    "to", "that", "any", "none", "must", "speech", "meet", "demand", "inquire", "greet", "agree", "deed", "coop", "conflict", "that_own",
    "that_modal", "admit", "blame", "that_shared", "self_will", "self_not", "self_would_conflict", "yield",
}  # fmt: skip
SLOTS = set(
    "obj subj shared comp none to with from against for on in at of by over under between into near along around about off "
    "behind upon toward towards alongside outside inside through".split()
)


def test_every_type_has_a_verb() -> None:
    assert {sense.event for senses in verbs().values() for sense in senses} >= set(event_types())


def test_nouns_of_every_row_are_singular_and_stand_once() -> None:
    rows = [(noun, "only_after" in row) for row in entries("plover/nouns") for noun in row["nouns"]]
    listed = [noun for noun, is_narrowed in rows if not is_narrowed]
    assert len(listed) == len(set(listed))
    assert set(nouns()) == {noun for noun, _ in rows}


@pytest.mark.parametrize(("key", "sense"), SENSES)
def test_a_sense_has_known_fields_slots_and_complements(key: str, sense: Row) -> None:
    assert set(sense) - {"key", "verbs"} <= SENSE_FIELDS, key
    assert sense.get("complement", "to") in COMPLEMENTS
    slots = {part for slot in str(sense.get("recipient", "obj")).split() for part in slot.split(".")}
    assert slots <= SLOTS, (key, slots - SLOTS)
    assert set(str(sense.get("actor", "subj")).split()) <= {"subj", "obj", "none", "from", "by", "at"}
    assert all(isinstance(value, (str, bool, list, type(None))) for value in sense.values()), (
        "YAML reads on, off, yes and no as bool"
    )


def test_keys_of_rows_stand_once() -> None:
    for name in ("verbs", "nouns", "words"):
        keys = [row["key"] for row in entries(f"plover/{name}")]
        assert len(keys) == len(set(keys)), name


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("struck", "strike"), ("expelled", "expel"), ("sending", "send"), ("denied", "deny"), ("ties", None), ("withdrew", "withdraw"),
        ("visiting", "visit"), ("kidnapped", "kidnap"), ("dying", "die"), ("clashes", "clash"), ("was", "be"), ("willing", "willing"),
    ],
)  # fmt: skip
def test_forms_lead_to_their_verb(form: str, lemma: str | None) -> None:
    found = verb_forms().get(form)
    assert (found.lemma if found else None) == lemma


def test_participles_and_ing_forms_are_told_from_others() -> None:
    forms = verb_forms()
    assert forms["shelled"].is_participle and forms["taken"].is_participle and not forms["took"].is_participle
    assert forms["shelling"].is_ing and not forms["shells"].is_ing


def test_nouns_are_found_by_their_plural() -> None:
    assert noun_lemma("Airstrikes") == "airstrike" and noun_lemma("clashes") == "clash"


def test_means_contexts_and_discards_are_of_the_closed_lists() -> None:
    assert {mode for mode, _ in modes_of_means()} <= set(event_types()["ASSAULT"].modes)
    assert {context for context, _ in context_words()} <= set(closed_list("contexts"))
    assert set(discards()) == {"sports", "fiction", "commemoration", "accident"}


def test_a_class_of_words_holds_singulars() -> None:
    assert {"missile", "tank"} <= words_of("weapon") and "missiles" not in words_of("weapon")
