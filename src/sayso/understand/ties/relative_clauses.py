"""Ties that a relative clause says of the name before it: "the bloc, of which Chad is a founding member", "the front, to which Togo belongs"."""

from __future__ import annotations

from collections.abc import Iterator

from ...span import Span
from ..doc import Doc
from .bounds import Bounds, ended
from .clauses import Said, is_past, said, subject_of
from .found import CLAUSE, Found
from .whom import Whom
from .words import may_join, tie_words


def relative_ties(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give every tie of a noun or verb of relation whose other side "of which" and "to which" point back to."""
    known = tie_words()
    for at, low in enumerate(doc.lows[:-1]):
        if low not in ("of", "to", "with") or doc.low(at + 1) not in ("which", "whom"):
            continue
        body = whom.ends_before(at)
        verb = doc.heads[at + 1] if doc.heads else -1
        word = known.get(doc.low(verb)) if verb > at else None
        if body is None or word is None or low not in word.links or word.kind not in ("noun", "verb"):
            continue
        subject, says = subject_of(doc, verb), said(doc, verb)
        if subject is None or says in (Said.OPEN, Said.NOT_SO):
            continue
        until = (
            ended(doc, "no longer" if says is Said.NO_LONGER else "was") if says is Said.NO_LONGER or is_past(doc, verb) else None
        )
        for one in whom.meant(subject):
            if may_join(one.part, word.relation, body.part):
                whole = Span(body.span.start, doc.tokens[verb].end)
                start, over = bounds.around(whole)
                yield Found(
                    one.part, word.relation, body.part, (whole,), doc.tokens[verb], round(CLAUSE * one.how, 3), start=start, until=until or over, presupposed=True,
                )  # fmt: skip
