"""Rows and papers made for the tests of what papers report."""

from dataclasses import replace

from hypothesis import strategies as st

from kg.insight import ReportedRow
from kg.model import Paper, PaperEntities, Result

#: Every way in which a value is written.
VALUES = ("77.5", "1,234.5", "+0.09", "15.6%", "1.8x", ".5", "-3", "−.25", "+12.2%", "108,000")
#: Text that tables, lines and quotes have trouble with.
ODD = ("a\tb", "two\nlines", 'say "so", then', "x\u2028y\x1cz", "=1+1", "\x1b[31mred", "漢字", "N\xa0A", "a,b;c", "|")

ROW = ReportedRow(
    paper="p1",
    title="On Kites",
    year=2024,
    url=None,
    value="71.5",
    kind="absolute",
    start=None,
    metric="accuracy",
    benchmark="GSM8K",
    subject="Kite",
    baseline=None,
    sentence="Kite reaches 71.5 on GSM8K.",
    value_start=13,
    value_end=17,
)

text = st.one_of(st.sampled_from(ODD), st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
names = st.one_of(st.none(), st.sampled_from(["GSM8K", "MATH", "accuracy", "FID", "latency", *ODD]), text)
values = st.sampled_from(VALUES)
kinds = st.sampled_from(["absolute", "gain", "ratio", "rank", "streak"])
rows = st.builds(
    ReportedRow,
    paper=text,
    title=text,
    year=st.none() | st.integers(1900, 2100),
    url=st.none() | text,
    value=values | text,
    kind=kinds,
    start=st.none() | values,
    metric=st.sampled_from([None, "accuracy", "latency", "windiness", "Windiness"]) | names,
    benchmark=st.sampled_from([None, "GSM8K", "MATH"]) | names,
    subject=names,
    baseline=names,
    sentence=text,
    value_start=st.integers(0, 20),
    value_end=st.integers(0, 20),
)


@st.composite
def papers_with_results(draw):
    """Papers of which each has a few sentences with a value in each."""
    ids = draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=4))
    return [draw(_papers(id)) for id in ids]


@st.composite
def _papers(draw, id):
    abstract, results = "", []
    for _ in range(draw(st.integers(0, 3))):
        before, value, behind = draw(text), draw(values), draw(text)
        start = len(abstract) + len(before)
        whole = (len(abstract), start + len(value) + len(behind))
        abstract += before + value + behind
        fields = {name: draw(names) for name in ("metric", "benchmark", "subject", "baseline")}
        results.append(Result(value, draw(kinds), None, (start, start + len(value)), whole, **fields))
    return PaperEntities(Paper(id, draw(text), abstract), (), tuple(results))


def row(**fields):
    """A row that differs from the plain one in these fields; its sentence holds its value."""
    one = replace(ROW, **fields)
    sentence = f"Kite reaches {one.value} on GSM8K."
    return one if "sentence" in fields else replace(one, sentence=sentence, value_end=13 + len(one.value))
