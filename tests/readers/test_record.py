import pytest

from kg.model import Paper, Place, Skipped
from kg.readers.record import DEEPEST, LONGEST, LONGEST_NAME, paper_of

PLACE = Place("source", record=1)


def read(**fields):
    """The paper of these fields, or why there is none."""
    return paper_of({"title": "Folding Paper", "abstract": "We fold paper.", **fields}, PLACE)


def test_texts_are_clean_and_remember_how_they_were_read():
    """Title and abstract are clean; what cleaning changed is there as it was read, and nothing else is."""
    paper = read(title=r"{Folding} Paper", abstract="We fold paper.")
    assert (paper.title, paper.text_as_read("title")) == ("Folding Paper", "{Folding} Paper")
    assert paper.abstract_as_read is None
    assert paper.text_as_read("abstract") == paper.abstract


def test_span_of_a_field_is_mapped_to_the_field_as_read():
    """A mention's offsets can be given out in the text that the source has."""
    paper = read(abstract=r"We use \emph{FoldNet} here.")
    start = paper.abstract.index("FoldNet")
    first, last = paper.span_as_read("abstract", start, start + 7)
    assert paper.text_as_read("abstract")[first:last] == "FoldNet"
    assert paper.span_as_read("title", 0, 7) == (0, 7)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("title", " <i></i> ", "no title"),
        ("title", None, "no title"),
        ("title", "nan", "no title"),
        ("title", "[No title available]", "no title"),
        ("title", ["T"], "its title is not a text but list"),
        ("abstract", {"a": 1}, "its abstract is not a text but dict"),
        ("abstract", "a" * (LONGEST + 1), "its abstract is too long: 10,000,001 characters"),
        ("title", "a" * (LONGEST + 1), "its title is too long: 10,000,001 characters"),
    ],
)
def test_record_that_is_no_paper_says_why(field, value, reason):
    """A record without a title, with texts that are none or that no paper has, is Skipped at its place."""
    skipped = read(**{field: value})
    assert isinstance(skipped, Skipped)
    assert skipped.place == PLACE
    assert skipped.reason.startswith(reason)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("authors", r"G{\"o}del, Kurt; Noether, Emmy ;", ("Gödel, Kurt", "Noether, Emmy")),
        ("authors", [{"name": "Ada &amp; Co"}, "Alan\nTuring", {"nickname": "x"}, 7], ("Ada & Co", "Alan Turing", "7")),
        ("keywords", "folding; robots, arms", ("folding", "robots, arms")),
        ("keywords", "folding, robots", ("folding", "robots")),
        ("keywords", ["<i>folding</i>", "robots"], ("folding", "robots")),
        ("categories", "cs.LG stat.ML hep-th", ("cs.LG", "stat.ML", "hep-th")),
        ("categories", "Computer Science; Robotics, Arms", ("Computer Science", "Robotics, Arms")),
        ("categories", "Computer Science", ("Computer Science",)),
        ("venue", "Annals of Paper \\& Ink", "Annals of Paper & Ink"),
        ("citations", "1,204", 1204),
        ("citations", 3.0, 3),
        ("citations", "many", None),
        ("citations", float("inf"), None),
        ("year", 2024.0, 2024),
        ("year", "c2015", 2015),
        ("year", True, None),
        ("code", "https://example.org/fold", "https://example.org/fold"),
        ("id", 17, "17"),
    ],
)
def test_optional_field(field, value, expected):
    """A field is taken in the forms in which sources have it, clean, and left out where it can be none."""
    assert getattr(read(**{field: value}), field) == expected


def test_year_comes_from_the_date():
    """A date without a year beside it says the year, too."""
    paper = read(date="3 January 2024")
    assert (paper.year, paper.date) == (2024, "2024-01-03")


def test_code_link_is_found_in_the_abstract():
    """Without a field for it, the first address of a place for code is the code's."""
    assert read(abstract=r"Code: \href{https://github.com/ada/fold}{here}.").code == "https://github.com/ada/fold"
    assert read(abstract=r"Code: github.com/ada/fold\_it.").code == "https://github.com/ada/fold_it"


def test_foreign_paper_is_marked():
    """A paper in another language is a Paper with its language; what to do with it is for others to decide."""
    text = "Wir falten Papier mit einem Roboter und vergleichen das Verfahren mit zwei bekannten, die langsamer sind. "
    paper = read(abstract=text * 2)
    assert isinstance(paper, Paper)
    assert paper.language == "de"
    assert read().language is None


def test_braces_that_are_nested_too_deeply_are_refused():
    """What goes deeper than any text does is a reason and takes no time; braces side by side are a text."""
    for deep in ("{" * 1_000_000 + "x" + "}" * 1_000_000, "{" * 1_000_000):
        assert "nested too deeply" in read(title=deep).reason
        assert "nested too deeply" in read(abstract=f"We fold. {deep}").reason
    assert read(title="{F}olding " * (DEEPEST + 1)).title == ("Folding " * (DEEPEST + 1)).strip()
    assert isinstance(read(abstract="}" * 2 * DEEPEST + "{" * DEEPEST), Paper)


def test_name_of_no_length_for_a_name_is_left_as_it_is():
    """No time goes into what is no name."""
    name = "{" * LONGEST_NAME + "a" + "}" * LONGEST_NAME
    assert read(authors=[name]).authors == (name,)


@pytest.mark.parametrize("given", ["10.1000/Fold.1", "https://doi.org/10.1000/Fold.1", "doi: 10.1000/Fold.1"])
def test_doi_is_bare(given):
    """A DOI is kept as such, whatever address or word stands before it in the source."""
    assert paper_of({"title": "Folds", "doi": given}, Place("f")).doi == "10.1000/Fold.1"
