"""All attributions of a Doc: the head's, mended, and what rules add. Front door of the files that find speech."""

from __future__ import annotations

from ..doc import Doc
from .asides import asides
from .attribution import Attribution
from .block_quotations import blocks
from .imputed_speech import imputed
from .mending import mended
from .plain_clauses import plain_clauses
from .relayed_speech import nest
from .reported_speech import assemble
from .withheld_speech import withheld


def attributions_of(doc: Doc) -> list[Attribution]:
    """Give every attribution of the report in text order, both levels of nested ones."""
    made = imputed(doc, assemble(doc))
    made = mended(doc, made)
    made = plain_clauses(doc, asides(doc, withheld(doc, made)))
    return nest(doc, blocks(doc, made))
