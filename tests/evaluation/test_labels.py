import io
import json

import pytest

from kg.errors import InputError, UnreadableInput
from kg.evaluation import labels_of, read_labels
from kg.evaluation.labels import LabelledEntity, LabelledPaper, ResultRow
from kg.exporters.json_lines import write_entities
from kg.model import Entity, EntityType, Mention, Paper, PaperEntities, Role

PPO = {
    "name": "Proximal Policy Optimization",
    "type": "METHOD",
    "role": "USES",
    "mentions": [{"field": "abstract", "start": 7, "end": 10, "text": "PPO"}],
}
PAPER = {"id": "a", "title": "Ants", "abstract": "We use PPO.", "entities": [PPO]}


@pytest.fixture
def read(tmp_path):
    """Read lines as a file of labels."""

    def _read(*lines):
        path = tmp_path / "labels.jsonl"
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return read_labels(path)

    return _read


def changed(**values):
    """The line of the paper with other values."""
    return json.dumps(PAPER | values)


def without(key, record=PAPER):
    """The record without one of its keys."""
    return {name: value for name, value in record.items() if name != key}


def mentioned(**values):
    """The line of the paper with other values in its mention."""
    return changed(entities=[PPO | {"mentions": [PPO["mentions"][0] | values]}])


def test_line_becomes_a_paper(read):
    """Entities carry their spans and the keys of their name and texts; results may be left out."""
    entity = LabelledEntity(
        PPO["name"],
        "METHOD",
        "USES",
        frozenset({("abstract", 7, 10)}),
        frozenset({"proximalpolicyoptimization", "ppo"}),
    )
    assert read(changed()) == [LabelledPaper("a", "Ants", "We use PPO.", (entity,), ())]


def test_results_become_rows(read):
    """A result keeps its value as text and its names; what is unknown is None."""
    results = [{"value": 77.5, "metric": "accuracy", "benchmark": "MATH", "subject": "PPO"}, {"value": None}]
    (paper,) = read(changed(results=results))
    assert paper.results == (ResultRow("77.5", "accuracy", "MATH", "PPO"), ResultRow(""))


def test_offsets_count_code_points(read):
    """A letter beyond the first plane counts as one."""
    (paper,) = read(
        changed(
            title="🐜 PPO", entities=[PPO | {"mentions": [{"field": "title", "start": 2, "end": 5, "text": "PPO"}]}]
        )
    )
    assert paper.entities[0].spans == {("title", 2, 5)}


def test_marks_alone_are_no_name(read):
    """A mention without a letter or digit gives its entity no form, so it agrees with nothing."""
    (paper,) = read(mentioned(start=10, end=11, text="."))
    assert paper.entities[0].forms == {"proximalpolicyoptimization"}


def test_blank_lines_are_passed_over(read):
    """Only lines that hold something hold papers."""
    assert [paper.id for paper in read("", changed(), "  ", changed(id="b"))] == ["a", "b"]


def test_last_of_two_equal_ids_stays(read):
    """A paper that is given twice is taken as it was given last."""
    assert [(paper.id, paper.title) for paper in read(changed(title="Old"), changed(id="b"), changed(title="New"))] == [
        ("a", "New"),
        ("b", "Ants"),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "not a labelled paper"),
        ("null", "not a labelled paper"),
        *[(json.dumps(without(key)), f"'{key}'") for key in ("id", "title", "abstract", "entities")],
        (changed(title=None), "None is no text"),
        (changed(abstract=["We use PPO."]), "is no text"),
        (changed(entities=3), "not a labelled paper"),
        (changed(entities=["PPO"]), "not a labelled paper"),
        *[(changed(entities=[without(key, PPO)]), f"'{key}'") for key in ("name", "type", "mentions")],
        (changed(entities=[PPO | {"name": 3}]), "3 is no text"),
        (changed(entities=[PPO | {"type": "TASK"}]), "'TASK' is no entity type; known: METHOD, BENCHMARK"),
        (mentioned(start=6), "'PPO' does not stand at 6:10 of the abstract"),
        (mentioned(field="title"), "'PPO' does not stand at 7:10 of the title"),
        (mentioned(field="id", start=0, end=1, text="a"), "'id' is neither title nor abstract"),
        (mentioned(start="7"), "not a labelled paper"),
        (mentioned(start=None), "does not stand at None"),
        (mentioned(start=-4, end=-1), "does not stand at -4:-1"),
        (mentioned(start=9, end=7, text=""), "does not stand at 9:7"),
        (mentioned(text=None), "None is no text"),
        (changed(id=None), "None is no text"),
        (changed(entities={}), "{} is no list"),
        (changed(entities=[PPO | {"role": ["USES"]}]), "is no text"),
        (changed(title="\ud800"), "half of a character"),
        (changed(results=[{"value": "1", "metric": 3}]), "3 is no text"),
        ('{"id": ' + "[" * 100_000, "not JSON"),
        (changed(results=[{"metric": "accuracy"}]), "'value'"),
        (changed(results=["77.5"]), "not a labelled paper"),
    ],
)
def test_bad_line_is_named(line, reason, read, tmp_path):
    """What is no labelled paper is told with file, line and reason."""
    with pytest.raises(InputError) as told:
        read(changed(), "", line)
    assert str(told.value).startswith(f"{tmp_path / 'labels.jsonl'}:3: ")
    assert reason in str(told.value)


@pytest.mark.parametrize("lines", [[], ["", "  "]])
def test_file_without_papers_is_an_error(lines, read, tmp_path):
    """A file that holds nothing is named, too."""
    with pytest.raises(InputError, match="holds no labelled paper") as told:
        read(*lines)
    assert str(tmp_path / "labels.jsonl") in str(told.value)


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_file_that_cannot_be_read_is_named(content, tmp_path):
    """A file that is missing, or holds no UTF-8, is an unreadable input."""
    path = tmp_path / "labels.jsonl"
    if content:
        path.write_bytes(content)
    with pytest.raises(UnreadableInput) as told:
        read_labels(path)
    assert str(path) in str(told.value)


def test_what_was_found_is_read_as_it_was_written(tmp_path):
    """Writing what was found and reading it as labels gives the labels that it has without a file."""
    mentions = tuple(
        Mention("abstract", start, end, text, EntityType.METHOD, None, "test", 0.5, Role.USES, (0, 24))
        for start, end, text in [(3, 15, "Ant Learning"), (17, 19, "AL")]
    )
    entity = Entity("Ant Learning", EntityType.METHOD, Role.USES, 0.5, mentions)
    found = [
        PaperEntities(Paper("a", "🐜", "By Ant Learning (AL) only"), (entity,)),
        PaperEntities(Paper("b", "", ""), ()),
    ]
    stream = io.StringIO()
    write_entities(found, stream)
    (tmp_path / "found.jsonl").write_text(stream.getvalue(), encoding="utf-8")
    assert read_labels(tmp_path / "found.jsonl") == labels_of(found)
