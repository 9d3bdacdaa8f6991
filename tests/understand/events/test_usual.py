"""What a word usually tells: by the counts of passages read whole, else by the lexicon."""

from sayso.understand.events.usual import keys_of, stem, usual

TYPES = ("ACCUSE", "ASSAULT", "CONSULT", "RETREAT", "SANCTION")


def test_forms_of_a_word_have_one_stem() -> None:
    assert {stem(word) for word in ("stop", "stops", "stopped", "stopping")} == {"stop"}
    assert {stem(word) for word in ("deny", "denies", "denied")} == {"deny"}
    assert stem("is") == "is"


def test_a_small_word_behind_a_verb_has_a_key_of_its_own() -> None:
    assert keys_of("handed", "over") == ["hand", "^handed", "hand|over"]
    assert keys_of("Handed", "soldiers") == ["hand", "^handed"]


def test_an_act_and_its_type_are_as_they_were_met() -> None:
    bombed, said = usual("bombed", "", (), TYPES), usual("said", "", (), TYPES)
    assert bombed.act > 0.5 > 0.05 > said.act
    assert max(bombed.types, key=bombed.types.__getitem__) == "ASSAULT"
    assert bombed.act_odds > 0 > said.act_odds


def test_of_a_word_never_met_the_lexicon_speaks() -> None:
    known = usual("zzxq", "", ("RETREAT",), TYPES)
    assert known.is_rare
    assert max(known.types, key=known.types.__getitem__) == "RETREAT"
    assert abs(sum(usual("zzxq", "", (), TYPES).types.values()) - 1) < 1e-9
