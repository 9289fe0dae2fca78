import csv
from collections import Counter

from kg.model import Findings, Mention, Paper, Role
from kg.resolution import resolve
from kg.resolution.established import HEADER, LEAST_PAPERS
from kg.training.established import known_names, write_established


def found(number, name, known):
    """A paper that uses one name."""
    text = f"We use {name}."
    mention = Mention("abstract", 7, 7 + len(name), name, "METHOD", known, "test", 0.9, Role.USES, (0, len(text)))
    return Findings(Paper(str(number), "Some words", text), (mention,), ())


def test_papers_are_counted_where_lexicons_know_the_name():
    """Names that no lexicon knows, or that few papers have, are left out."""
    often = [found(n, "proximal policy optimization", "Proximal Policy Optimization") for n in range(LEAST_PAPERS)]
    seldom = found(100, "trust region policy optimization", "Trust Region Policy Optimization")
    unknown = [found(200 + n, "GridFold", None) for n in range(LEAST_PAPERS)]
    counts = known_names(resolve([*often, seldom, *unknown]).papers)
    assert counts == {"Proximal Policy Optimization": LEAST_PAPERS}


def test_table_is_sorted(tmp_path):
    """What is written has the header and a row for each name, in the order of the names."""
    path = tmp_path / "established.tsv"
    write_established(Counter({"b": 7, 'a "quoted" one': 9}), path)
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows == [list(HEADER), ['a "quoted" one', "9"], ["b", "7"]]
