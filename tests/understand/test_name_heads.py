"""Names hung on their last word for the rules, on their first in what is written."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.understand.name_heads import IN_NAME, on_first, on_last

KINDS = st.sampled_from(["flat", "nsubj", "punct"])
# "by Mayor Ana Maria Reyes , who left , said Ola Berg": case desc name flat flat punct nsubj acl punct root nsubj flat
HEADS = (2, 2, 9, 2, 2, 7, 7, 2, 2, -1, 9, 10)
RELATIONS = ("case", "nmod:desc", "obl", "flat", "flat", "punct", "nsubj", "acl:relcl", "punct", "root", "nsubj", "flat")
POS = ("ADP", "PROPN", "PROPN", "PROPN", "PROPN", "PUNCT", "PRON", "VERB", "PUNCT", "VERB", "PROPN", "PROPN")


def test_all_that_hung_on_the_first_hangs_on_the_last():
    heads, relations = on_last(HEADS, RELATIONS, POS)
    assert heads == (4, 4, 4, 4, 9, 7, 7, 4, 4, -1, 11, 9)
    assert relations == (
        "case", "nmod:desc", IN_NAME, IN_NAME, "obl", "punct", "nsubj", "acl:relcl", "punct", "root", IN_NAME, "nsubj"
    )  # fmt: skip


def test_written_as_the_treebanks_have_it():
    assert on_first(*on_last(HEADS, RELATIONS, POS)) == (HEADS, RELATIONS)


def test_what_is_no_name_or_does_not_stand_together_stays():
    assert on_last((-1, 0), ("root", "flat"), ("NOUN", "PROPN")) == ((-1, 0), ("root", "flat"))
    apart = ((-1, 0, 0), ("root", "cc", "flat"))
    assert on_last(*apart, ("PROPN", "CCONJ", "PROPN")) == apart


def test_a_name_under_a_name():
    heads, relations = (-1, 0, 0, 2), ("root", "flat", "appos", "flat")
    moved = on_last(heads, relations, ("PROPN",) * 4)
    assert moved == ((1, -1, 3, 1), (IN_NAME, "root", IN_NAME, "appos"))
    assert on_first(*moved) == (heads, relations)


@given(st.lists(st.tuples(st.integers(-1, 11), st.sampled_from(["flat", "nsubj", "goeswith", "punct"])), max_size=12))
def test_every_tree_comes_back(rows):
    """Heads of any kind: nothing hangs on itself, and each word stays in the list."""
    heads = [min(h, len(rows) - 1) if h != i else -1 for i, (h, _) in enumerate(rows)]
    relations = [r for _, r in rows]
    made, kinds = on_last(heads, relations, ["PROPN"] * len(rows))
    assert len(made) == len(kinds) == len(rows)
    assert all(-1 <= h < len(rows) for h in made)
    assert kinds.count(IN_NAME) <= relations.count("flat")


def test_a_name_that_hangs_on_a_word_of_another_is_one_name():
    heads, relations = on_last((-1, 0, 1, 2), ("root", "flat", "flat", "flat"), ("PROPN",) * 4)
    assert heads == (3, 3, 3, -1)
    assert relations == (IN_NAME, IN_NAME, IN_NAME, "root")


@given(st.permutations(range(9)), st.lists(st.integers(0, 8), min_size=9, max_size=9), st.lists(KINDS, min_size=9, max_size=9))
def test_a_tree_stays_a_tree(order, chosen, relations):
    """Rules walk up the heads: a circle would never end."""
    heads = [-1] * 9
    for place, word in enumerate(order[1:], 1):
        heads[word] = order[chosen[word] % place]
    made, _ = on_last(heads, relations, ["PROPN"] * 9)
    for word in range(9):
        steps, at = 0, word
        while at >= 0 and steps < 9:
            at, steps = made[at], steps + 1
        assert at == -1
