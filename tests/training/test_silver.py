"""Stanford's first universal dependencies rewritten as the second's."""

import pytest

pytest.importorskip("torch")

from training.silver import _Token, _tree  # noqa: E402


def sentence(*rows, people=()):
    """Rows: form, tag, head (from 0, −1 for the root), relation; the words that are people's names."""
    made, at = [], 0
    for form, tag, head, relation in rows:
        made.append(_Token(form, tag, head, relation, at, at + len(form), "PER" if form in people else ""))
        at += len(form) + 1
    return [(head, relation) for _, _, head, relation in _tree(made)]


def test_conjunction_and_comma_hang_on_the_conjunct_after_them():
    rows = [
        ("Ships", "NNS", -1, "ROOT"), (",", ",", 0, "punct"), ("trucks", "NNS", 0, "conj"), ("and", "CC", 0, "cc"), ("trains", "NNS", 0, "conj"),
    ]  # fmt: skip
    assert sentence(*rows) == [(-1, "root"), (2, "punct"), (0, "conj"), (4, "cc"), (0, "conj")]


def test_oblique_of_a_verb_and_modifier_of_a_noun():
    rows = [
        ("fled", "VBD", -1, "ROOT"),
        ("to", "TO", 2, "case"),
        ("camps", "NNS", 0, "nmod"),
        ("in", "IN", 4, "case"),
        ("Arvo", "NNP", 2, "nmod"),
    ]
    assert [relation for _, relation in sentence(*rows)] == ["root", "case", "obl", "case", "nmod"]


def test_names_are_left_open():
    rows = [("Ana", "NNP", 1, "compound"), ("Reyes", "NNP", 2, "nsubj"), ("won", "VBD", -1, "ROOT")]
    assert sentence(*rows) == [(None, None), (2, "nsubj"), (-1, "root")]


def test_people_hang_on_their_first_name_with_what_hung_on_the_last():
    rows = [
        ("by", "IN", 4, "case"), ("Harbour", "NNP", 4, "compound"), ("Master", "NNP", 4, "compound"), ("Ana", "NNP", 4, "compound"),
        ("Reyes", "NNP", 5, "nmod"), ("signed", "VBN", -1, "ROOT"),
    ]  # fmt: skip
    assert sentence(*rows, people=("Ana", "Reyes")) == [
        (3, "case"), (None, None), (3, "nmod:desc"), (5, "obl"), (3, "flat"), (-1, "root")
    ]  # fmt: skip
    alone = [("Mayor", "NNP", 1, "compound"), ("Reyes", "NNP", 2, "nsubj"), ("won", "VBD", -1, "ROOT")]
    assert sentence(*alone, people=("Reyes",)) == [(1, "nmod:desc"), (2, "nsubj"), (-1, "root")]


def test_old_names():
    rows = [
        ("rebels", "NNS", 2, "nsubjpass"),
        ("were", "VBD", 2, "auxpass"),
        ("seized", "VBN", -1, "ROOT"),
        ("it", "PRP", 2, "dobj"),
    ]
    assert [relation for _, relation in sentence(*rows)] == ["nsubj:pass", "aux:pass", "root", "obj"]
