import pytest

torch = pytest.importorskip("torch", reason="needs the extra 'training'")

from kg.training.descent import Descent  # noqa: E402 (only where there is torch)


def test_descent_ends_where_the_loss_is_least():
    """A matrix, mixed by Muon, and a vector, by AdamW, come near what is wanted of both."""
    torch.manual_seed(1)
    matrix, vector = torch.nn.Parameter(torch.zeros(4, 4)), torch.nn.Parameter(torch.zeros(4))
    wanted = torch.randn(4, 4) * 0.3, torch.randn(4) * 0.3
    descent = Descent([matrix], [matrix, vector], steps=1000)
    for _ in range(1000):
        loss = ((matrix - wanted[0]) ** 2).sum() + ((vector - wanted[1]) ** 2).sum()
        descent.step(loss)
    assert loss < 1e-4


def test_first_and_last_steps_are_small():
    """The rate grows from next to nothing and falls to next to nothing, so that the last step moves least."""
    vector, matrix = torch.nn.Parameter(torch.ones(1) * 5), torch.nn.Parameter(torch.ones(2, 2))
    descent = Descent([matrix], [vector], steps=100)
    moved = []
    for _ in range(100):
        before = vector.item()
        descent.step(vector.sum() + matrix.sum())
        moved.append(abs(vector.item() - before))
    assert max(moved) > 10 * moved[0]
    assert max(moved) > 10 * moved[-1]


def test_pace_is_the_length_of_the_steps():
    """At half the pace each step goes half as far."""

    def way(pace):
        vector, matrix = torch.nn.Parameter(torch.ones(1) * 5), torch.nn.Parameter(torch.zeros(2, 2))
        descent = Descent([matrix], [vector], steps=10, pace=pace)
        for _ in range(10):
            descent.step(vector.sum() + (matrix @ torch.tensor([[1.0, 2.0], [3.0, 5.0]])).sum())
        return 5 - vector.item(), matrix.abs().sum().item()

    assert way(0.5) == pytest.approx([way / 2 for way in way(1.0)], rel=0.05)
