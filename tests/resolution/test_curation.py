from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import CurationError
from kg.resolution import Rule, read_curation, write_curation
from kg.resolution.curation import COLUMNS, Action
from kg.resolution.surface import spelling_key

ROW = "yes\trename\tMETHOD\tReFold\tRe-Fold"

#: Text of one line, its words parted by one space, as a cell holds it.
cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(lambda text: " ".join(text.split()))
names = cells.filter(bool)
ids = names.filter(lambda name: "|" not in name)
rules = st.builds(
    Rule,
    decision=st.sampled_from(["yes", "no", "?"]),
    action=st.sampled_from(Action),
    type=st.sampled_from(["", "METHOD", "ROBOT"]),
    name=names,
    to=names,
    papers=st.lists(ids, max_size=3).map(tuple),
    reason=cells,
    example=cells,
    comments=st.lists(cells.map("# {}".format), max_size=2).map(tuple),
).map(lambda rule: replace(rule, to="ROBOT") if rule.action == Action.RETYPE else rule)
#: Nothing is said twice of a name, or of a pair, so that nothing is contradicted.
tables = st.lists(
    rules,
    max_size=6,
    unique_by=(
        lambda rule: spelling_key(rule.name),
        lambda rule: frozenset({spelling_key(rule.name), spelling_key(rule.to)}),
    ),
)


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    """A place for a table."""
    return tmp_path_factory.mktemp("tables") / "curation.tsv"


def read(path, content):
    """The rules of a file with this content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_curation(path)


@given(tables)
def test_what_was_written_is_read_again(table, rules):
    """A table gives back its rules and their comments, in the order of their subjects."""
    write_curation(table, rules)
    again = read_curation(table)
    ordered = sorted(rules, key=lambda rule: rule.subject)
    assert again == ordered
    assert [rule.comments for rule in again] == [rule.comments for rule in ordered]


@given(tables)
def test_writing_what_was_read_changes_no_byte(table, rules):
    """A table that kg wrote stays as it is."""
    write_curation(table, rules)
    before = table.read_bytes()
    write_curation(table, read_curation(table))
    assert table.read_bytes() == before


@given(tables, st.randoms())
def test_table_is_sorted_whatever_the_order_of_rules(table, rules, random):
    """The rules come in any order, the file in one."""
    write_curation(table, rules)
    before = table.read_bytes()
    write_curation(table, random.sample(rules, len(rules)))
    assert table.read_bytes() == before


def test_one_row_a_subject(table):
    """Of two rules on one question the later one is written."""
    first = Rule("?", Action.MERGE, "METHOD", "Kite", "Kites", ("p1",), "asked")
    later = Rule("no", Action.MERGE, "METHOD", "Kite", "Kites", ("p1",), "decided")
    write_curation(table, [first, later])
    assert read_curation(table) == [later]


@pytest.mark.parametrize("decision", ["yes", "no"])
def test_no_open_row_undoes_a_decision(table, decision):
    """What was decided stands, though the same is asked again behind it."""
    decided = Rule(decision, Action.MERGE, "METHOD", "Kite", "Kites", ("p1",), "asked")
    write_curation(table, [decided, replace(decided, decision="?")])
    assert read_curation(table) == [decided]


@pytest.mark.parametrize("space", ["\t", "\n", "\r\n", "\u2028", "  "])
def test_white_space_in_a_cell_becomes_a_space(table, space):
    """A tab or a new line in a reason or an example ends neither its cell nor its row."""
    write_curation(table, [Rule("?", Action.HIDE, "", "Kite", reason=f"a{space}b", example=f"c{space}d")])
    (rule,) = read_curation(table)
    assert (rule.reason, rule.example) == ("a b", "c d")


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("maybe\thide\tMETHOD\tKite", "decision must be"),
        ("yes\tburn\tMETHOD\tKite", "action must be"),
        ("yes\t\tMETHOD\tKite", "action must be"),
        ("yes", "action must be"),
        ("yes\thide\tMETHOD\t ", "no name"),
        ("no\tmerge\tMETHOD\tKite", "'to' is empty"),
        ("yes\tretype\tMETHOD\tKite\t \tp1", "'to' is empty"),
        ("yes\tretype\tMETHOD\tKite\t7up", "'to' of a retype must be a word"),
        ("yes\thide\tro/bot\tKite", "type must be a word"),
        ("yes\thide\tpaper\tKite", "type must be another word than PAPER"),
    ],
)
def test_broken_row_is_named(table, row, complaint):
    """What is no rule is an error that says where it stands and why."""
    with pytest.raises(CurationError, match=rf"curation\.tsv:3: .*{complaint}"):
        read(table, "\t".join(COLUMNS) + f"\n{ROW}\n{row}\n")


@pytest.mark.parametrize(
    ("row", "other"),
    [
        ("yes\tmerge\tMETHOD\tKite\tDrake", "no\tmerge\tMETHOD\tDrake\tKITE"),
        ("yes\thide\tMETHOD\tKite", "no\thide\tMETHOD\tkite"),
        ("yes\trename\tMETHOD\tKite\tDrake", "yes\trename\tMETHOD\tKite\tGlider"),
        ("yes\tretype\t\tKite\tMODEL", "yes\tretype\t\tKite\tMETRIC"),
        ("yes\tmerge\tMETHOD\tKite\tDrake", "no\tmerge\t\tKite\tDrake"),
        ("yes\trename\t\tKite\tDrake", "yes\trename\tMODEL\tKite\tGlider"),
        ("yes\tsplit\tMETHOD\tKite\tDrake\tp1|p2", "yes\tsplit\tMETHOD\tKite\tGlider\tp2|p1"),
    ],
)
def test_rules_that_contradict_one_another_are_an_error(table, row, other):
    """What cannot be obeyed together is an error that names both lines, in either order."""
    for one, two in ((row, other), (other, row)):
        with pytest.raises(CurationError, match=r"curation\.tsv:3: .* contradicts line 2: .*Keep one"):
            read(table, f"# ours\n{one}\n{two}\n")


@pytest.mark.parametrize(
    ("row", "other"),
    [
        ("yes\tmerge\tMETHOD\tKite\tDrake", "yes\tmerge\tMETHOD\tKite\tGlider"),
        ("yes\tmerge\tMETHOD\tKite\tDrake", "no\tmerge\tMODEL\tKite\tDrake"),
        ("no\trename\tMETHOD\tKite\tDrake", "yes\trename\tMETHOD\tKite\tGlider"),
        ("?\thide\tMETHOD\tKite", "yes\thide\tMETHOD\tKite"),
        ("yes\trename\tMETHOD\tKite\tDrake", "yes\trename\tMETHOD\tKite\tGlider\tp1"),
        ("yes\trename\tMETHOD\tKite\tDrake", "yes\trename\tMETHOD\tKite\tDrake"),
    ],
)
def test_rules_that_can_be_obeyed_together_are_read(table, row, other):
    """Several merges of one name, an open question beside its answer, or one paper's exception are no contradiction."""
    assert len(read(table, f"{row}\n{other}\n")) == 2


@pytest.mark.parametrize(
    "row",
    [
        'YES\tMerge\tMETHOD\tKite\tDrake\t\t"he said ""one"", or two"',
        'yes\tmerge\t"METHOD"\t"Kite"\t"Drake"\t\t"he said ""one"", or two"',
        'Yes\tMERGE\tmethod\tKite\tDrake\t""\the said "one", or two',
    ],
)
def test_tables_as_spreadsheets_write_them_are_read(table, row):
    """Capitals do not matter, and quotation marks that a spreadsheet puts around a cell are none of it."""
    (rule,) = read(table, f"{row}\n")
    expected = Rule("yes", Action.MERGE, "METHOD", "Kite", "Drake", (), 'he said "one", or two')
    assert rule == expected


def test_comments_as_spreadsheets_write_them_stay_comments(table, tmp_path):
    """A comment with quotation marks around it and tabs behind is one, and kg's own lines on top are not doubled."""
    write_curation(path := tmp_path / "own.tsv", [])
    top, *rest = path.read_text().splitlines()
    (rule,) = read(
        table, "\n".join((f'"{top}"\t\t', *rest, '"# mine, ""too"""\t\t', "yes\tmerge\tMETHOD\tKite\tDrake"))
    )
    assert rule.comments == ('# mine, "too"',)


def test_message_shows_the_beginning_of_a_wrong_cell(table):
    """A file of another kind is not printed whole."""
    with pytest.raises(CurationError, match=r"not '\{\"id\": x{33}…'$"):
        read(table, '{"id": ' + 900 * "x")


@pytest.mark.parametrize("cell", ['"One" and "two"', '"', '"One', '""One'])
def test_quotation_marks_of_a_sentence_stay(table, cell):
    """A sentence that begins and ends with what somebody said keeps its marks."""
    (rule,) = read(table, f"yes\tmerge\tMETHOD\tKite\tDrake\t\t{cell}\n")
    assert rule.reason == cell


@pytest.mark.parametrize("name", ['""', '"Draft"', '"One" and "two"', '"'])
def test_quotation_marks_of_a_name_come_back(table, name):
    """A name that stands in quotation marks is not taken for a spreadsheet's cell when it is read again."""
    write_curation(table, [Rule("yes", Action.MERGE, "METHOD", name, "Kite")])
    assert [rule.name for rule in read_curation(table)] == [name]


def test_binary_file_is_an_error_that_names_it(table):
    """What is no text is no table."""
    with pytest.raises(CurationError, match=r"curation\.tsv: cannot be read: it is not UTF-8; save it as UTF-8$"):
        read(table, b"\xff\xfe\x00\x9f")


def test_missing_file_is_an_error_that_names_it(tmp_path):
    """A table that is not there is not an empty one, and the message names it once."""
    with pytest.raises(CurationError, match=r"nowhere\.tsv: cannot be read: No such file or directory$"):
        read_curation(tmp_path / "nowhere.tsv")


def test_byte_order_mark_and_line_ends_of_windows_are_read(table):
    """What a spreadsheet program saves is read like what kg wrote."""
    header = "\t".join(COLUMNS)
    plain = read(table, f"{header}\n# why\n{ROW}\n")
    windows = read(table, f"\ufeff{header}\r\n# why\r\n{ROW}\r\n")
    assert windows == plain == [Rule("yes", Action.RENAME, "METHOD", "ReFold", "Re-Fold")]
    assert windows[0].comments == plain[0].comments == ("# why",)


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("written", [str.lower, str.upper, str.title, "{}\t\t".format])
def test_header_is_known_by_its_first_columns(table, number, written):
    """In any case of letters, the last columns left out, or empty ones behind them."""
    header = written("\t".join(COLUMNS[:number]))
    assert read(table, f"{header}\n{ROW}\n") == [Rule("yes", Action.RENAME, "METHOD", "ReFold", "Re-Fold")]


@pytest.mark.parametrize(
    "header", ["decision\ttype\taction", "action\tname", "decision  action  type", "Decision,Action,Type", "\tdecision"]
)
def test_header_of_other_columns_is_told_as_a_header(table, header):
    """Who names other columns, or parts them by anything but tabs, reads how a header looks."""
    with pytest.raises(CurationError, match=r"curation\.tsv:1: the header must be decision <tab> action"):
        read(table, f"{header}\n{ROW}\n")


@pytest.mark.parametrize(("written", "type"), [("method", "METHOD"), ("robot arm", "ROBOT_ARM"), ("", "")])
def test_type_is_read_in_capitals(table, written, type):
    """A type is a word in capitals, however the user writes it, and may be missing."""
    (rule,) = read(table, f"yes\thide\t{written}\tKite\n")
    assert rule.type == type


def test_short_row_without_a_header_is_read(table):
    """Columns that a person left out are empty, and an empty decision is an open one."""
    (rule,) = read(table, "\n\thide\t\tKite\n\n")
    assert rule == Rule("?", Action.HIDE, "", "Kite")
    assert rule.line == 2


def test_empty_table_has_no_rules(table):
    """A table may hold nothing, or comments alone."""
    assert read(table, "") == read(table, "# nothing yet\n") == []
