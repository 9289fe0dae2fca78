import csv

from kg.lexicons import read_names
from kg.model import EntityType
from kg.resolution.established import HEADER, LEAST_PAPERS, TABLE, papers_with


def test_table_holds_what_lexicons_know():
    """Each row is a name of a lexicon, once, with as many papers as it takes."""
    known = {entry.name for type in EntityType for entry in read_names(type)}
    with TABLE.open(encoding="utf-8") as stream:
        header, *rows = csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
    assert tuple(header) == HEADER
    names = [name for name, _ in rows]
    assert names == sorted(set(names))
    assert set(names) <= known
    assert all(int(papers) >= LEAST_PAPERS for _, papers in rows)


def test_common_names_have_many_papers():
    """What all use is named more often than what few do, and other names are not in the table."""
    assert papers_with("Transformer") > papers_with("VeRA") >= LEAST_PAPERS
    assert papers_with("GridFold") == 0
