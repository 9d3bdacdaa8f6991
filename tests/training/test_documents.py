"""Documents laid end to end in one file, and taken up again."""

import numpy as np
import pytest

pytest.importorskip("torch")

from training.corpora import MASK, paint  # noqa: E402
from training.documents import LABELS, pack, unpack  # noqa: E402

from sayso.understand.encoder import load_tokenizer  # noqa: E402


def test_documents_come_back_as_they_were(tmp_path):
    from training.corpora import blank

    tokenizer = load_tokenizer()
    first = blank("a", "ewt", "The harbour of Sulen is closed.\nNobody said why.\n", tokenizer)
    first.upos[:] = np.arange(len(first.upos)) % 5
    second = blank("b", "polnear", "“It was us,” the mayor of Arvo said.\n", tokenizer)
    second.attribution[:] = 0
    paint(second.attribution, 0, 4, 5)
    pack({"train": [first, second], "dev": [first]}, tmp_path / "documents.npz")
    groups = unpack(tmp_path / "documents.npz")
    assert [(d.id, d.set) for d in groups["train"]] == [("a", "ewt"), ("b", "polnear")]
    for made, given in zip([*groups["train"], *groups["dev"]], [first, second, first], strict=True):
        assert np.array_equal(made.pieces.ids, given.pieces.ids)
        assert np.array_equal(made.pieces.marks, given.pieces.marks)
        assert np.array_equal(made.pieces.borders, given.pieces.borders)
        for name in LABELS:
            assert np.array_equal(getattr(made, name), getattr(given, name)), name
    assert (groups["train"][0].attribution == MASK).all()
    assert groups["train"][0].text == ""
