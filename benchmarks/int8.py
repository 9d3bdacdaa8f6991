"""What quantising costs: dev scores of every head, of the shipped int8 model and of the float model it was made from.

usage: python benchmarks/int8.py --float training/runs/RUN/float.onnx [--data DIR]
Needs the libraries of training (pip install '.[train]'): the scores are those of training/heads_dev.py. Prints and writes
results/int8.json; "largest loss" is in points, below zero where int8 is better in every head.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from sets import ROOT, keep, options_of


def main() -> None:
    """Score both models, print and keep."""
    parser = options_of(__doc__)
    parser.add_argument("--float", type=Path, dest="float_model", required=True, help="float.onnx of training.export")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    from training.heads_dev import scores, with_float

    shipped = ROOT / "src" / "sayso" / "model"
    with tempfile.TemporaryDirectory() as folder:
        with_float(shipped, options.float_model, Path(folder))
        both = {"int8": scores(shipped, options.data), "float": scores(Path(folder), options.data)}
    lost = {head: round(both["float"][head] - both["int8"][head], 2) for head in both["int8"]}
    figures = both | {"lost": lost, "largest loss": max(lost.values())}
    print(json.dumps(figures, indent=1))
    keep("int8", figures, data="dev of PolNeAR (attribution), wikigold (names), EWT (parts of speech)")


if __name__ == "__main__":
    main()
