import pytest

from kg.graph.result_rows import row_text
from kg.model import Result


def row(value, kind, start=None, **fields):
    """A result of which some fields are known."""
    return Result(value, kind, start, (0, 1), (0, 1), **fields)


@pytest.mark.parametrize(
    ("result", "text"),
    [
        (row("77.5", "absolute", metric="accuracy", subject="Kimi k1.5"), "accuracy 77.5 (Kimi k1.5)"),
        (row("77.5", "absolute"), "77.5"),
        (row("61.3%", "absolute", "42.8%", metric="F1", subject="X"), "F1 61.3% from 42.8% (X)"),
        (row("90", "absolute", subject="X", baseline="Y"), "90 (X against Y)"),
        (row("90", "absolute", baseline="Y"), "90 (against Y)"),
        (row("2x", "ratio", metric="speedup"), "speedup 2x"),
        (row("1", "rank", metric="accuracy", subject="X"), "rank 1 in accuracy (X)"),
        (row("1", "rank"), "rank 1"),
    ],
)
def test_row_is_a_readable_line(result, text):
    """Metric, value, the value from which it started, and in parentheses whose it is and beside whose."""
    assert row_text(result) == text


@pytest.mark.parametrize(
    ("result", "text"),
    [
        (row("+4.2%", "gain", metric="F1", subject="X", baseline="Y"), "+4.2% F1 (X over Y)"),
        (row("-14.3%", "gain", subject="X"), "-14.3% (X)"),
        (row("−3", "gain", metric="FID"), "−3 FID"),
        (row("15.6%", "gain", metric="accuracy", baseline="Y"), "by 15.6% accuracy (over Y)"),
        (row("5", "gain", "40"), "by 5 from 40"),
    ],
)
def test_gain_does_not_look_like_a_score(result, text):
    """A gain stands before its metric, with its sign as it was written, and without one with *by*."""
    assert row_text(result) == text


def test_benchmark_is_not_said_again():
    """The row stands on the benchmark's edge."""
    assert row_text(row("1", "absolute", benchmark="MATH")) == "1"


def test_row_is_one_line():
    """White space within a name is one space, so that rows can be told apart."""
    assert row_text(row("1", "absolute", metric="exact\n match")) == "exact match 1"
