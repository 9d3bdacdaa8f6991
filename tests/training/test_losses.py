"""What training minimises, against the slow and plain way of reckoning it."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from training.corpora import ATTRIBUTION, MASK  # noqa: E402
from training.losses import BEGINS_INSIDE, FORBIDDEN, all_paths, bag_loss, chain_loss, tag_loss  # noqa: E402
from training.network import Network  # noqa: E402
from training.schedule import Schedule  # noqa: E402

from sayso.understand.syntax import DISTANCES, distance_steps  # noqa: E402


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(3)
    made = Network()
    with torch.no_grad():
        for part in (made.transitions, made.begins, made.finishes):
            part.normal_()
    return made


def step_by_step(network, scores, tags):
    """The chain's loss one position after another (Lafferty et al. 2001)."""
    mask, gold = tags != MASK, tags.clamp(min=0)
    moves = network.transitions.masked_fill(FORBIDDEN, -1e4)
    alpha = network.begins.masked_fill(BEGINS_INSIDE, -1e4) + scores[:, 0]
    path = alpha.gather(1, gold[:, :1])[:, 0]
    for at in range(1, scores.shape[1]):
        grown = torch.logsumexp(alpha[:, :, None] + moves, dim=1) + scores[:, at]
        alpha = torch.where(mask[:, at, None], grown, alpha)
        step = moves[gold[:, at - 1], gold[:, at]] + scores[:, at].gather(1, gold[:, at : at + 1])[:, 0]
        path = path + step * mask[:, at]
    last = gold.gather(1, (mask.sum(1) - 1)[:, None])[:, 0]
    return (torch.logsumexp(alpha + network.finishes, dim=1) - path - network.finishes[last]).sum() / mask.sum()


def test_chain_is_summed_in_pairs_as_step_by_step(network):
    content = ATTRIBUTION.index("B-content")
    scores = torch.randn(5, 23, len(ATTRIBUTION))
    tags = torch.full((5, 23), MASK)
    for row, length in enumerate((23, 1, 2, 10, 17)):
        tags[row, :length] = 0
        tags[row, length // 2] = content
    with torch.no_grad():
        assert float(chain_loss(network, scores, tags)) == pytest.approx(float(step_by_step(network, scores, tags)), rel=1e-5)


def test_one_position_has_no_moves():
    begins = torch.tensor([[0.0, 1.0]])
    assert torch.equal(all_paths(begins, torch.zeros(1, 0, 2, 2)), begins)


def test_a_bag_is_told_by_any_piece_of_it():
    labels = torch.tensor([[MASK, 1, 1, 1], [MASK, MASK, MASK, MASK]])
    scores = torch.zeros(2, 4, 3)
    even = float(bag_loss(scores, labels))
    scores[0, 2, 1] = 9.0  # one piece says so
    sure = float(bag_loss(scores, labels))
    scores[0, 0, 2] = 50.0  # a piece outside the bag says otherwise, and is not asked
    assert even == pytest.approx(np.log(3), rel=1e-5)
    assert sure == pytest.approx(float(bag_loss(scores, labels)))
    assert sure < 0.01


def test_nothing_labelled_costs_nothing():
    assert float(tag_loss(torch.randn(2, 3, 4), torch.full((2, 3), MASK))) == 0.0


def test_distances_are_told_by_side_and_step():
    steps = distance_steps(60)
    assert steps.min() == 0
    assert steps.max() == DISTANCES - 1
    assert steps[7, 7] == DISTANCES // 2
    assert steps[7, 8] == steps[8, 9] != steps[8, 7]
    assert steps[0, 30] == steps[0, 59]


def test_schedule_rises_falls_and_ends():
    adam = torch.optim.AdamW([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    schedule = Schedule(adam, batches=100)
    rates = []
    while not schedule.step():
        rates.append(adam.param_groups[0]["lr"])
    assert schedule.done == 100
    assert rates.index(max(rates)) in range(3, 7)
    assert rates[-1] < 0.005
    assert max(rates) <= 0.1
