"""Report → Doc: pieces through the encoder once, the heads' answers as spans. No findings yet."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ..report import Report
from ..span import Span
from .acts import acts_of
from .doc import Doc
from .encoder import Encoder
from .heads import inner_roles, marked, roles, softmax
from .likeness import likeness_of
from .name_heads import on_last
from .name_spans import may_be_name, names
from .office_holders import with_office_holders
from .sentences import sentences_of
from .syntax import parse
from .titled_names import without_titles
from .word_order import with_order
from .word_pieces import Pieces, cut_pieces, first_pieces
from .word_tags import tags_of
from .words import words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .encoder import Manifest

# Word pieces read of one text: a million characters of prose have 210,000; a million marks would take minutes and gigabytes.
MAX_PIECES = 250_000


def make_doc(report: Report, encoder: Encoder) -> Doc:
    """Read a report's text once; its furniture is left out of everything."""
    pieces = first_pieces(cut_pieces(report.text, encoder.tokenizer, hidden=report.furniture), MAX_PIECES)
    if pieces.ids.size == MAX_PIECES:
        note = (
            f"words after character {int(pieces.ends[-1])} were not analysed: a report is read up to {MAX_PIECES:,} word pieces"
        )
        report = replace(report, notes=(*report.notes, note))
    if not len(pieces.ids):
        return Doc(report, pieces.paragraphs, (), (), (), pieces.quotations, (), (), (), ())
    answers = encoder.answers(pieces)
    manifest = encoder.manifest
    low, high = manifest.slices["entities"]
    found = roles(answers, pieces, manifest)
    sentences = sentences_of(report.text, pieces.paragraphs)
    first = np.flatnonzero(np.concatenate([[True], pieces.words[1:] != pieces.words[:-1]]))
    tokens, pos = _tokens(report.text, pieces, first, answers[:, slice(*manifest.slices["upos"])], manifest.labels["upos"])
    words, firsts = words_of(report.text, pieces.paragraphs, [t.start for t in tokens])
    begins = [bisect_left(tokens, s.start, key=lambda t: t.start) for s in sentences]
    heads, relations = on_last(*_syntax(answers, first, firsts, begins, manifest), pos)
    doc = Doc(
        report, pieces.paragraphs, sentences, tokens, pos, pieces.quotations, names(softmax(answers[:, low:high]), pieces, manifest.labels["entities"], report.text),
        found["source"], found["cue"], found["content"], len(pieces.ids), heads, relations, tuple(words), tuple(firsts),
        inner_roles(answers, pieces, manifest), tuple(t for t in marked(answers, pieces, manifest, "toponyms") if may_be_name(t[1].of(report.text), report.text)),
        likeness_of(answers, first, manifest), acts_of(answers, first, manifest),
    )  # fmt: skip
    return with_office_holders(without_titles(with_order(doc)))


def _tokens(
    text: str, pieces: Pieces, first: NDArray[np.int64], scores: NDArray[np.float32], labels: list[str]
) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    last = np.concatenate([first[1:], [len(pieces.words)]]) - 1
    spans = tuple(map(Span, pieces.starts[first].tolist(), pieces.ends[last].tolist()))
    words = [text[start:end] for start, end in spans]
    tags = tags_of(scores[first], labels, words)
    # "of" is a preposition in names too: "the president of Ghana".
    return spans, tuple("ADP" if w == "of" and t in ("PROPN", "NOUN") else t for w, t in zip(words, tags, strict=True))


def _syntax(
    answers: NDArray[np.float32], first: NDArray[np.int64], firsts: list[int], begins: list[int], manifest: Manifest
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Give the head and relation of every token: those of words from the model, later parts of a word on its first.

    Args:
        first: first piece of each token. firsts: first token of each word. begins: first token of each sentence.
    """
    if "arc_from" not in manifest.slices or not firsts:
        return (), ()
    places = np.array(firsts, dtype=np.int64)
    borders = sorted({0, len(places), *np.searchsorted(places, begins).tolist()})
    heads, relations = parse(answers, first[places], borders, manifest)
    owner = places[np.maximum(np.searchsorted(places, np.arange(len(first)), side="right") - 1, 0)]
    every, names_of = owner.tolist(), ["goeswith"] * len(first)
    for place, head, relation in zip(firsts, heads.tolist(), relations, strict=True):
        every[place], names_of[place] = (firsts[head] if head >= 0 else -1), relation
    return tuple(every), tuple(names_of)
