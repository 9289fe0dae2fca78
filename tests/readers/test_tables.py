"""Tables in text, as services, managers and people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UnknownFormat
from kg.model import Paper, Skipped
from kg.readers import tables
from kg.readers.content import Content
from kg.readers.read import find_reader

CELLS = st.text('ab,;\t|"\n ', max_size=8)


def read(text, **mapping):
    """All records of a text."""
    return list(tables.read(Content.of_text(text, mapping=mapping)))


def papers(text):
    """Title and abstract of each paper."""
    return [(record.title, record.abstract) for record in read(text) if isinstance(record, Paper)]


@pytest.mark.parametrize("delimiter", ["\t", ",", ";", "|"])
def test_delimiter_is_found(delimiter):
    """Whatever parts the cells."""
    text = f'Title{delimiter}Abstract{delimiter}Year\n"A, b; c"{delimiter}"Here, there"{delimiter}2020\n'
    assert tables.recognises(text)
    assert papers(text) == [("A, b; c", "Here, there")]


@pytest.mark.parametrize(
    "above", ["", "\n", "sep=,\n", '"Exported on Jan 3, 2024","folding"\n\n', "https://x.org/?q=a,,\n"]
)
def test_header_is_found_below_other_lines(above):
    """What some programs write above it is passed over, and lines are counted from the first."""
    (paper,) = read(f"{above}Document Title,Authors,Abstract\nA,J. Doe; R. Roe,B\n")
    assert (paper.title, paper.authors, paper.abstract) == ("A", ("J. Doe", "R. Roe"), "B")
    assert paper.place.line == above.count("\n") + 2


HEADERS = {
    "Zotero": ("Key,Item Type,Publication Year,Author,Title,Publication Title,DOI,Url,Abstract Note,Manual Tags", "AB"),
    "Scopus": (
        "Authors,Author full names,Title,Year,Source title,Cited by,DOI,Link,Abstract,Author Keywords,EID",
        "AB",
    ),
    "Web of Science": ("Publication Type,Authors,Author Full Names,Article Title,Source Title,Abstract,DOI", "AB"),
    "IEEE Xplore": ("Document Title,Authors,Publication Title,Publication Year,Abstract,DOI,PDF Link,IEEE Terms", "AB"),
    "Springer": ("Item Title,Publication Title,Item DOI,Authors,Publication Year,URL,Content Type", ""),
    "PubMed": ("PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,DOI", ""),
    "Dimensions": ("Rank,Publication ID,DOI,Title,Abstract,Source title,PubYear,Authors,Times cited", "AB"),
    "Lens": ("Lens ID,Title,Date Published,Source Title,Author/s,Abstract,DOI,Citing Works Count", "AB"),
    "Scopus in Chinese": ("作者,标题,年份,来源出版物名称,引文,DOI,链接,摘要,作者关键字,EID", "AB"),
    "a German": ("Titel,Autoren,Jahr,Zeitschrift,Zusammenfassung", "AB"),
    "a French": ("Titre,Auteurs,Année,Revue,Résumé", "AB"),
    "a Spaniard": ("Título,Autores,Año,Revista,Resumen", "AB"),
}
TITLES = {"title", "article title", "document title", "item title", "titel", "titre", "título", "标题"}
ABSTRACTS = {"abstract", "abstract note", "摘要", "zusammenfassung", "résumé", "resumen"}


@pytest.mark.parametrize(("header", "abstract"), HEADERS.values(), ids=HEADERS)
def test_title_and_abstract_of_each_source(header, abstract):
    """Each names its columns in its own way, and has other titles beside that of the paper."""
    names = header.lower().split(",")
    row = ["TI" if name in TITLES else "AB" if name in ABSTRACTS else "x" for name in names]
    assert papers(f"{header}\n{','.join(row)}\n") == [("TI", abstract)]


def test_web_of_science_parted_by_tabs():
    """Its tags are the header, and quotes stand for themselves."""
    text = (
        "PT\tAU\tAF\tTI\tSO\tDE\tID\tAB\tPY\tUT\t\n"
        'J\tDoe, J\tDoe, Jane\t"Quoted" start\tJ FOLD\ta; b\tX; Y\tDisks of 5"\t2020\tWOS:1\t\n'
        'J\tRoe, R\tRoe, Rick\t"Never closed\tJ FOLD\ta; b\tX; Y\tSecond.\t2021\tWOS:2\t\n'
        'J\tRoe, R\tRoe, Rick\tThird\tJ FOLD\ta; b\tX; Y\tEnds so"\t2021\tWOS:3\t\n'
    )
    assert papers(text) == [('"Quoted" start', 'Disks of 5"'), ('"Never closed', "Second."), ("Third", 'Ends so"')]
    first = read(text)[0]
    assert (first.id, first.keywords, first.authors) == ("WOS:1", ("a", "b"), ("Doe, Jane",))


def test_row_of_another_width_is_broken():
    """Cells that are missing or too many could move an abstract under another title; empty ones at the end do not."""
    found = read("Title,Abstract,Year\nA,B,2020\nC,D\nE,F,G,2020\nH,I,2020,,\n\n,,\nJ,K,2021\n")
    assert [str(record) for record in found if isinstance(record, Skipped)] == [
        "source:3: a broken row: 2 cells where 3 belong",
        "source:4: a broken row: 4 cells where 3 belong",
    ]
    assert [record.title for record in found if isinstance(record, Paper)] == ["A", "H", "J"]


def test_header_that_is_repeated_is_no_record():
    """Two files put into one leave the second header in the middle."""
    text = "Title,Abstract\nA,B\n"
    assert papers(text + text) == [("A", "B")] * 2


def test_mapping_names_columns_that_kg_does_not_know():
    """With it a table of any header is read; a column that is not there is told with those that are."""
    text = "Heading;Body;Wer\nA;B;Jane Doe\n"
    (paper,) = read(text, title="Heading", abstract="Body", authors="Wer")
    assert (paper.title, paper.abstract, paper.authors) == ("A", "B", ("Jane Doe",))
    with pytest.raises(UnknownFormat, match=r"no column 'Kopf'\. The columns are Heading, Body, Wer"):
        read(text, title="Kopf")
    with pytest.raises(UnknownFormat, match="no column is known to hold titles"):
        read(text)


def test_prose_is_no_table():
    """A line that lists names of columns, in a text or in code, makes no table."""
    for text in (
        "The columns are title, abstract and year,\nas everyone knows, or should know.\n",
        '    names = ["title", "abstract", "year"]\n    for name in names:\n        print(name, end=", ")\n',
        "Title, abstract\n\nWe fold.\n",
    ):
        assert not tables.recognises(text)


@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=6))
def test_what_is_written_as_csv_is_read(rows):
    """Any cells, written by Python's writer, come back row by row."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["Year", "Title", "Abstract"])
    writer.writerows([2020, f"T{title}", f"A{abstract}"] for title, abstract in rows)
    expected = [(" ".join(f"T{title}".split()), " ".join(f"A{abstract}".split())) for title, abstract in rows]
    assert papers(out.getvalue()) == expected


def test_table_of_unknown_columns_is_taken_where_the_user_names_them():
    """With a mapping, what has cells is a table; a text of one paragraph is none."""
    assert tables.has_cells("\nHeading;Body\nA;B\n")
    assert not tables.has_cells("Folding Paper\n\nWe fold, and fold.\n")
    found = find_reader(Content.of_text("Heading;Body\nA;B\n", mapping={"title": "Heading"}))
    assert found.NAME == "csv"


def test_table_is_known_whose_first_row_is_longer_than_its_head():
    """A full text beside the abstract may fill all that is looked at."""
    text = 'title,abstract\nA,"' + "We fold, and fold. " * 9_000 + '"\nB,b\n'
    source = Content.of_text(text)
    assert find_reader(source) is tables
    assert [record.title for record in tables.read(source)] == ["A", "B"]


def test_header_that_comes_again_is_no_paper():
    """Tables that were put one behind the other bring their headers and marks."""
    assert papers("\ufeffTitle,Abstract,\nA,a\n\ufeffTitle,Abstract\nB,b\n") == [("A", "a"), ("B", "b")]


def test_one_column_is_a_table_where_the_user_names_it():
    """A list of titles, which may hold commas; a line of a text is no column by itself."""
    found = read("Title\nOn Folding, Again\nB\n", title="Title")
    assert [paper.title for paper in found] == ["On Folding, Again", "B"]
    with pytest.raises(UnknownFormat):
        read("Title\nOn Folding, Again\nB\n")
