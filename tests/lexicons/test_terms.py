import pytest

from kg.errors import LexiconError
from kg.lexicons import Name, Term, read_terms

HEADER = "name\ttype\taliases\n"


@pytest.fixture
def read(tmp_path):
    """Read the terms of a file with some content."""

    def read(content):
        path = tmp_path / "terms.tsv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return [(term.name.name, term.type, term.name.aliases) for term in read_terms(path)]

    return read


def test_term_has_name_type_and_aliases(tmp_path):
    """A row is a term in the order of the file, its aliases parted by bars."""
    (tmp_path / "terms.tsv").write_text(HEADER + "Kite arm\tROBOT\tKA|Kite-7\nAshlar\tMETHOD\t\n")
    assert read_terms(tmp_path / "terms.tsv") == [
        Term("ROBOT", Name("Kite arm", ("KA", "Kite-7"), "own terms")),
        Term("METHOD", Name("Ashlar", (), "own terms")),
    ]


def test_header_names_the_columns(read):
    """Columns come in any order and case, unknown ones are passed over, and aliases may be missing."""
    assert read("Type\tNote\tNAME\nROBOT\tx\tKite\n") == [("Kite", "ROBOT", ())]


def test_comments_and_empty_lines_are_skipped(read):
    """They stand anywhere, above the header too."""
    assert read("# mine\n\nname\ttype\n# more\nKite\tROBOT\n\n#Kite\tROBOT\n") == [("Kite", "ROBOT", ())]


@pytest.mark.parametrize(
    ("written", "type"),
    [("robot", "ROBOT"), ("Robot arm", "ROBOT_ARM"), ("data-set", "DATA_SET"), ("Metric", "METRIC")],
)
def test_type_is_written_in_capitals(read, written, type):
    """A type is a word in capitals, however the user writes it."""
    assert read(f"name\ttype\nKite\t{written}\n") == [("Kite", type, ())]


@pytest.mark.parametrize("rows", ["Kite\tROBOT\nKite\tMETHOD\n", "Kite\tROBOT\tKA\nLark\tROBOT\tKA\n"])
def test_one_spelling_stands_for_one_thing(read, rows):
    """A name or an alias with two meanings is an error that names both lines."""
    with pytest.raises(LexiconError, match=r"terms\.tsv:3: '(Kite|KA)' stands for .* in line 2 for .*Keep one"):
        read(HEADER + rows)


def test_a_term_may_be_told_twice(read):
    """Two rows of one name and type are that term, with the aliases of both."""
    assert read(HEADER + "Kite\tROBOT\tKA\nKite\trobot\tK7\n") == [
        ("Kite", "ROBOT", ("KA",)),
        ("Kite", "ROBOT", ("K7",)),
    ]


def test_white_space_is_cleaned(read):
    """Spaces around cells and aliases, doubled ones, empty aliases and the name itself among them are dropped."""
    assert read(HEADER + "  Kite   arm \t robot \t KA ||Kite arm| Kite  7 \n") == [
        ("Kite arm", "ROBOT", ("KA", "Kite 7"))
    ]


def test_byte_order_mark_and_line_ends_of_windows_are_read(read):
    """What a spreadsheet program saves is read."""
    assert read(("\ufeff" + HEADER + "Kite\tROBOT\tKA\n").replace("\n", "\r\n")) == [("Kite", "ROBOT", ("KA",))]


def test_quotation_marks_are_letters(read):
    """A quotation mark opens no quoted cell."""
    assert read(HEADER + 'The "Kite\tROBOT\t"KA"\nLark\tROBOT\t\n') == [
        ('The "Kite', "ROBOT", ('"KA"',)),
        ("Lark", "ROBOT", ()),
    ]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("\tROBOT", "no name"),
        ("Kite\t", "type of 'Kite'"),
        ("Kite", "type of 'Kite'"),
        ("Kite\t7up", "type of 'Kite'"),
        ("Kite\tro/bot", "type of 'Kite'"),
        ("Kite\t" + "R" * 31, "type of 'Kite'"),
        ("Kite\tPAPER", "type of 'Kite' must be another word than PAPER"),
        ("Kite\tpaper", "type of 'Kite' must be another word than PAPER"),
    ],
)
def test_broken_row_is_named(read, row, complaint):
    """A row that is no term is an error with file and line, and the kind of the papers' nodes is taken."""
    with pytest.raises(LexiconError, match=rf"terms\.tsv:4: .*{complaint}"):
        read(f"{HEADER}# robots\nLark\tROBOT\n{row}\n")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("name\taliases\nKite\tKA\n", ":1: has no column type"),
        ("# mine\ntype\nROBOT\n", ":2: has no column name"),
        ("Kite\tROBOT\tKA\n", ":1: has no column name and type"),
        ("name,type\nKite,ROBOT\n", ":1: has no column name and type"),
        ("", ": is empty"),
        ("# nothing\n\n", ": is empty"),
        (b"\xff\xfe\x00\x9f", ": cannot be read"),
        ((HEADER + "Käse\tROBOT").encode("utf-16"), ": cannot be read: it is not UTF-8; save it as UTF-8$"),
        ((HEADER + "Käse\tROBOT").encode("latin-1"), ": cannot be read: it is not UTF-8; save it as UTF-8$"),
    ],
)
def test_file_of_another_form_is_named(read, content, complaint):
    """Without the two columns that a term needs, the error names the file and says how it must begin."""
    with pytest.raises(LexiconError, match=rf"terms\.tsv{complaint}"):
        read(content)


def test_missing_file_is_named(tmp_path):
    """A file that is not there is an error that names it once."""
    with pytest.raises(LexiconError, match=r"nowhere\.tsv: cannot be read: No such file or directory$"):
        read_terms(tmp_path / "nowhere.tsv")
