"""Word pieces: each stands for its own characters, in one paragraph, none in furniture; marks carry casing, quotation and layout."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from sayso.span import Span
from sayso.understand.word_pieces import LAYOUT, MARKS, QUOTED, SHAPES, Pieces, cut_pieces, mark_code, shape_of


def small_tokenizer() -> Tokenizer:
    """Give an uncased word-piece tokenizer with letters, digits, marks and a few words."""
    single = [chr(c) for c in range(33, 127) if not chr(c).isupper()] + list("“”‘’«»–—…éü")
    words = ["[UNK]", *single, *("##" + c for c in single), "the", "army", "said", "##ing", "road"]
    tokenizer = Tokenizer(models.WordPiece({w: i for i, w in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


TOKENIZER = small_tokenizer()


def marks_of(pieces: Pieces, text: str) -> dict[str, tuple[str, str, str]]:
    """Give shape, quotation and layout by the words of a piece; the first of equal words wins."""
    found: dict[str, tuple[str, str, str]] = {}
    for start, end, mark in zip(pieces.starts.tolist(), pieces.ends.tolist(), pieces.marks.tolist(), strict=True):
        shape, rest = mark % len(SHAPES), mark // len(SHAPES)
        found.setdefault(text[start:end], (SHAPES[shape], QUOTED[rest % len(QUOTED)], LAYOUT[rest // len(QUOTED)]))
    return found


def check(text: str, pieces: Pieces) -> None:
    count = len(pieces.ids)
    assert len(pieces.starts) == len(pieces.ends) == len(pieces.words) == len(pieces.marks) == count
    assert pieces.borders[0] == 0 and pieces.borders[-1] == count and (np.diff(pieces.borders) >= 0).all()
    assert len(pieces.borders) == len(pieces.paragraphs) + 1
    assert (np.diff(pieces.words) >= 0).all() and (np.diff(pieces.starts) >= 0).all()
    assert ((pieces.starts < pieces.ends) & (pieces.starts >= 0) & (pieces.ends <= len(text))).all()
    assert ((pieces.marks >= 0) & (pieces.marks < MARKS)).all()
    for paragraph, low, high in zip(pieces.paragraphs, pieces.borders[:-1], pieces.borders[1:], strict=True):
        assert (pieces.starts[low:high] >= paragraph.start).all() and (pieces.ends[low:high] <= paragraph.end).all()


@settings(deadline=None)
@given(st.text(max_size=200) | st.text(alphabet="aÀé“”‘’\"' .\n\u202e\u200b\x00İß１2-", max_size=120))
def test_pieces_of_any_text_stand_in_their_paragraphs(text: str) -> None:
    check(text, cut_pieces(text, TOKENIZER))


@settings(deadline=None)
@given(st.text(alphabet="ab “”.\n", max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)), max_size=4))
def test_nothing_of_the_furniture_becomes_a_piece(text: str, covers: list[tuple[int, int]]) -> None:
    hidden = tuple(Span(start, min(len(text), start + length)) for start, length in covers if start < len(text))
    pieces = cut_pieces(text, TOKENIZER, hidden=hidden)
    check(text, pieces)
    for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True):
        assert not any(Span(start, end).overlaps(cover) for cover in hidden)
    seen = sum(1 for i, c in enumerate(text) if not c.isspace() and not any(h.start <= i < h.end for h in hidden))
    assert int((pieces.ends - pieces.starts).sum()) == seen


def test_marks_tell_case_quotation_and_line() -> None:
    text = "“THE road,” Ana said.\n‘One’ m’as 21st"
    marks = marks_of(cut_pieces(text, TOKENIZER), text)
    assert marks["“"] == ("opening", "double", "first of text")
    assert marks["THE"] == ("upper", "double", "inside")
    assert marks["road"] == ("lower", "double", "inside")
    assert marks["”"] == ("closing", "double", "inside")
    assert marks["A"] == ("title", "outside", "inside")
    assert marks["said"] == ("lower", "outside", "inside")
    assert marks["‘"] == ("opening", "single", "first of line")
    assert marks["2"][0] == "alphanumeric"


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("road", "lower"), ("Kyiv", "title"), ("NATO", "upper"), ("A", "letter"), ("iPhone", "mixed"), ("2024", "digits"), ("7th", "alphanumeric"),
        ("F16", "alphanumeric"), ("“", "opening"), ("”", "closing"), ("’", "apostrophe"), (",", "mark"), ("北京", "uncased"), ("…", "mark"),
    ],
)  # fmt: skip
def test_shapes_of_words(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


def test_every_mark_has_its_own_code() -> None:
    codes = {mark_code(s, q, y) for s in range(len(SHAPES)) for q in range(len(QUOTED)) for y in range(len(LAYOUT))}
    assert codes == set(range(MARKS))


def test_a_straight_mark_is_opening_or_closing_by_its_place() -> None:
    text = '"the road"'
    pieces = cut_pieces(text, TOKENIZER)
    assert [SHAPES[m % len(SHAPES)] for m in pieces.marks.tolist()] == ["opening", "lower", "lower", "closing"]


def test_words_keep_their_pieces_together() -> None:
    pieces = cut_pieces("the saiding", TOKENIZER)
    assert pieces.words.tolist() == [0, 1, 1]


@pytest.mark.parametrize("unit", ['"', "a", "said "])
def test_long_hostile_text_is_cut_in_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begun = time.process_time()
        cut_pieces(text, TOKENIZER)
        return time.process_time() - begun

    seconds(1_000)
    assert seconds(60_000) < 20 * max(seconds(12_000), 0.01)
