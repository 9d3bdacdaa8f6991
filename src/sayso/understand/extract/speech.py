"""All attributions of a Doc: the head's, mended, and what rules add. Front door of the files that find speech."""

from __future__ import annotations

from ..doc import Doc
from .asides import asides
from .attribution import Attribution
from .block_quotations import blocks
from .edges import with_whole_edges
from .headlines import headlines
from .imputed_speech import imputed
from .joined_speakers import joined_speakers
from .left_open import left_open
from .mending import mended
from .page_marks import without_page_marks
from .plain_clauses import plain_clauses
from .posts import posts
from .relayed_speech import nest
from .reported_speech import assemble
from .second_cues import second_cues
from .sentence_bounds import sentence_bounds
from .transcripts import transcripts
from .withheld_speech import withheld


def attributions_of(doc: Doc) -> list[Attribution]:
    """Give every attribution of the report in text order, both levels of nested ones."""
    made = imputed(doc, sentence_bounds(doc, assemble(doc)))
    made = second_cues(doc, joined_speakers(doc, without_page_marks(doc, mended(doc, with_whole_edges(doc, made)))))
    made = plain_clauses(doc, asides(doc, left_open(doc, withheld(doc, made))))
    made = posts(doc, headlines(doc, made))
    return nest(doc, transcripts(doc, blocks(doc, made)))
