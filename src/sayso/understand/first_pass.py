"""Report → Doc: pieces through the encoder once, the heads' answers as spans. No findings yet."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..report import Report
from ..span import Span
from .doc import Doc
from .encoder import Encoder
from .heads import names, roles
from .sentences import sentences_of
from .word_pieces import Pieces, cut_pieces, first_pieces

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
    tokens, pos = _tokens(pieces, answers[:, slice(*manifest.slices["upos"])], manifest.labels["upos"])
    return Doc(
        report, pieces.paragraphs, sentences_of(report.text, pieces.paragraphs), tokens, pos, pieces.quotations,
        names(answers[:, low:high], pieces, manifest.labels["entities"]), found["source"], found["cue"], found["content"], len(pieces.ids),
    )  # fmt: skip


def _tokens(pieces: Pieces, scores: np.ndarray, labels: list[str]) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    first = np.flatnonzero(np.concatenate([[True], pieces.words[1:] != pieces.words[:-1]]))
    last = np.concatenate([first[1:], [len(pieces.words)]]) - 1
    tags = scores[first].argmax(axis=1)
    spans = tuple(Span(s, e) for s, e in zip(pieces.starts[first].tolist(), pieces.ends[last].tolist(), strict=True))
    return spans, tuple(labels[t] for t in tags.tolist())
