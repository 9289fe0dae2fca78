import pytest

from kg.errors import LexiconError
from kg.lexicons import Name, lint_lexicons, read_names, read_quantities, read_rejected
from kg.lexicons.lexicon import FILES, FOLDER, QUANTITIES, REJECTED
from kg.model import EntityType

#: Those that hold names.
NAMES = (*FILES.values(), QUANTITIES)


@pytest.fixture
def folder(tmp_path):
    """Lexicons that hold nothing but their headers."""
    for file in NAMES:
        (tmp_path / file).write_text("name\taliases\tsource\n")
    (tmp_path / REJECTED).write_text("name\treason\n")
    return tmp_path


def add(path, *rows):
    """Append rows to a lexicon file."""
    with path.open("a") as stream:
        stream.writelines("\t".join(row) + "\n" for row in rows)


def test_lexicons_that_ship_are_in_order():
    """The lint has nothing to complain of."""
    assert lint_lexicons() == []


@pytest.mark.parametrize("file", [*NAMES, REJECTED])
def test_file_equals_its_linted_self(file, tmp_path):
    """Putting the files in order changes no byte."""
    for each in [*NAMES, REJECTED]:
        (tmp_path / each).write_bytes((FOLDER / each).read_bytes())
    lint_lexicons(tmp_path, fix=True)
    assert (tmp_path / file).read_bytes() == (FOLDER / file).read_bytes()


@pytest.mark.parametrize(
    ("name", "type_"),
    [("GSM8K", EntityType.BENCHMARK), ("Proximal Policy Optimization", EntityType.METHOD), ("CLIP", EntityType.MODEL)],
)
def test_well_known_names_are_known(name, type_):
    """Names that any reader of the field knows stand in the lexicon of their type."""
    assert name in {entry.name for entry in read_names(type_)}


def test_costs_are_quantities_and_no_metrics_by_themselves():
    """What is a metric only where it is measured stands apart from the metrics."""
    assert {"storage", "memory"} <= {row.name for row in read_quantities()}
    assert "memory" not in {form for row in read_names(EntityType.METRIC) for form in row.forms}


def test_quantity_may_bear_the_name_of_a_metric(folder):
    """A short form that often means something else stands among the quantities, under the metric's name."""
    add(folder / "metrics.tsv", ("frame error rate", "", "x"))
    add(folder / QUANTITIES, ("frame error rate", "FER", "x"))
    assert lint_lexicons(folder) == []


def test_words_that_are_no_names_are_rejected():
    """Strings of the name lists that are ordinary words do not match."""
    forms = {form for type_ in EntityType for entry in read_names(type_) for form in entry.forms}
    assert not forms & {"Set", "Test", "Delta", "PIE", "Hex", "LLM"}
    assert "LLM" in {row.name for row in read_rejected()}


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ([("B", "", "x"), ("A", "", "x")], "stands after"),
        ([("A1", "", "x"), ("A1", "", "x")], "stands twice"),
        ([("Aa", "", "")], "no source"),
        ([("Aa", "$\\kappa$", "x")], "LaTeX"),
        ([("Aa", "Aa", "x")], "twice"),
        ([("Aa", "Zz|Bb", "x")], "not sorted"),
        ([("A  b", "", "x")], "white space"),
        ([("Aa", "Q1", "x"), ("Bb", "Q1", "x")], "several things"),
        ([("LLM", "", "x")], "is rejected"),
    ],
)
def test_broken_rule_is_named(folder, rows, complaint):
    """Each rule of the lint catches what breaks it."""
    add(folder / "methods.tsv", *rows)
    add(folder / REJECTED, ("LLM", "a role"))
    assert any(complaint in said for said in lint_lexicons(folder))


def test_fix_sorts_and_drops_doubled_rows(folder):
    """What needs no thought is mended."""
    add(folder / "methods.tsv", ("B1", "zz|yy", "x"), ("A1", "", "x"), ("A1", "", "x"))
    assert lint_lexicons(folder, fix=True) == []
    assert read_names(EntityType.METHOD, folder) == [Name("A1", (), "x"), Name("B1", ("yy", "zz"), "x")]


@pytest.mark.parametrize(
    ("content", "error"), [("wrong\theader\n", "header"), ("name\taliases\tsource\nA\n", "columns")]
)
def test_file_of_another_form_is_an_error(folder, content, error):
    """The error names file and line."""
    (folder / "methods.tsv").write_text(content)
    with pytest.raises(LexiconError, match=rf"methods\.tsv.*{error}"):
        read_names(EntityType.METHOD, folder)
