from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import HOSTILE, names, seconds

from kg.resolution.name_grammar import Kind, in_order, kinds_of, lines_of, parent_names, parts_of, with_full_year
from kg.resolution.surface import words_of

texts = names() | st.text(max_size=20) | st.text("aB1.5 -_:7b", max_size=14)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Qwen", [("FAMILY", "Qwen")]),
        ("Qwen2.5", [("FAMILY", "Qwen"), ("VERSION", "2.5")]),
        (
            "Qwen2.5-Math-7B-Instruct",
            [("FAMILY", "Qwen"), ("VERSION", "2.5"), ("LINE", "Math"), ("SIZE", "7B"), ("TUNING", "Instruct")],
        ),
        ("T5-base", [("FAMILY", "T5"), ("SIZE", "base")]),
        ("Deep Zephon V3", [("FAMILY", "Deep Zephon"), ("VERSION", "V3")]),
        ("70B Zephon 2", [("FAMILY", "Zephon"), ("VERSION", "2"), ("SIZE", "70B")]),
        ("Zephon 2 Guard", [("FAMILY", "Zephon"), ("VERSION", "2"), ("LINE", "Guard")]),
        ("Zephon-20240101", [("FAMILY", "Zephon"), ("DATE", "20240101")]),
        ("Zephon Distill Qwen 7B", [("FAMILY", "Zephon"), ("TUNING", "Distill Qwen 7B")]),
        ("YOLOv8n", [("FAMILY", "YOLO"), ("VERSION", "v8"), ("SIZE", "n")]),
        ("CodeZ5", [("FAMILY", "CodeZ5")]),
        ("DATA-V2X", [("FAMILY", "DATA-V2X")]),
        ("", []),
        ("--", []),
    ],
)
def test_parts_of_a_name(name, parts):
    """Each piece says family, version, line, size, tuning or date."""
    assert parts == [(part.kind.name, part.text) for part in parts_of(name)]


@pytest.mark.parametrize(
    ("name", "parents"),
    [
        ("Zephon 3.1 70B Instruct", ["Zephon 3.1 70B", "Zephon 3.1", "Zephon"]),
        ("Zephon-3-8B", ["Zephon-3", "Zephon"]),
        ("Qwen2.5-Math-7B", ["Qwen2.5-Math", "Qwen2.5", "Qwen"]),
        ("GPT-4o", ["GPT"]),
        ("GPT-4o-2024-05-13", ["GPT-4o", "GPT"]),
        ("Zephon-2.5-05-06", ["Zephon-2.5", "Zephon"]),
        ("Zephon3-4B-Instruct-2507", ["Zephon3-4B-Instruct", "Zephon3-4B", "Zephon3", "Zephon"]),
        ("Zephon3-30B-A3B", ["Zephon3", "Zephon"]),
        ("Zephon-7B-v0.1", ["Zephon-7B", "Zephon"]),
        ("Zephon-v0.1-7B", ["Zephon-v0.1", "Zephon"]),
        ("70B Zephon 2 Chat", ["Zephon 2 70B", "Zephon 2", "Zephon"]),
        ("Zephon", []),
        ("T5", []),
        ("7B", []),
        ("", []),
    ],
)
def test_parents_are_shorter_step_by_step(name, parents):
    """A name without its last part is the name above it, up to the family."""
    assert tuple(parents) == parent_names(name)


@pytest.mark.parametrize(
    ("words", "ordered"),
    [
        ("70B Zephon 2 Chat", "Zephon 2 70B Chat"),
        ("Zephon Chat 2 7B", "Zephon 2 7B Chat"),
        ("Zephon 2 70B", "Zephon 2 70B"),
        ("Vision Zephon", "Vision Zephon"),
        ("Omni Zephon R1", "Omni Zephon R1"),
        ("70B", "70B"),
        ("2 70B", "2 70B"),
        ("", ""),
    ],
)
def test_words_in_order_of_their_kinds(words, ordered):
    """The family comes first, then version, line, size and tuning; without a family nothing moves."""
    assert tuple(ordered.split()) == in_order(tuple(words.split()))


@pytest.mark.parametrize(
    ("words", "full"),
    [
        ("AIME25", "AIME 2025"),
        ("AIME 25", "AIME 2025"),
        ("AIME 2025", "AIME 2025"),
        ("Grid Quiz24", "Grid Quiz 2024"),
        ("Quiz 99", "Quiz 99"),
        ("Quiz 3", "Quiz 3"),
        ("Grid Quiz 24", "Grid Quiz 24"),
        ("Q25", "Q25"),
        ("", ""),
    ],
)
def test_year_in_two_digits(words, full):
    """Two digits of this century's first decades are a year; other numbers stay."""
    assert tuple(full.split()) == with_full_year(tuple(words.split()))


@given(texts)
def test_parts_cover_the_name(name):
    """Parts lie apart and hold the name's own text; only the marks between them are left out."""
    parts = sorted(parts_of(name), key=lambda part: part.start)
    assert all(part.text == name[part.start : part.end] != "" for part in parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))
    covered = {n for part in parts for n in range(part.start, part.end)}
    assert all(letter in "-_:" or letter.isspace() for n, letter in enumerate(name) if n not in covered)


@given(texts)
def test_family_is_one_part(name):
    """No name has two families, and one that has parents has a family."""
    kinds = [part.kind for part in parts_of(name)]
    assert kinds.count(Kind.FAMILY) <= 1
    assert Kind.FAMILY in kinds or not parent_names(name)


@given(texts)
def test_parents_are_other_names(name):
    """Each step up is shorter than the one before, and none is empty."""
    lengths = [len(one) for one in (name, *parent_names(name))]
    assert sorted(set(lengths), reverse=True) == lengths
    assert all(parent_names(name))


@given(names())
def test_order_moves_words_only(name):
    """The same words come out, and those in order stay."""
    words = words_of(name)
    assert sorted(words) == sorted(in_order(words))
    assert in_order(words) == in_order(in_order(words))


@given(names())
def test_full_year_stays(name):
    """A year in four digits is not made longer."""
    words = with_full_year(words_of(name))
    assert words == with_full_year(words)


def test_lines_of_a_name():
    """What stands for a line of a family, and no size, tuning or word that no grammar knows."""
    assert [lines_of(name) for name in ("Zorp Opus 4.6", "Zorp2-VL-7B-Chat", "Zorp 2 Physician", "Zorp", "")] == [
        *(("Opus",), ("VL",)),
        *(3 * [()]),
    ]


@pytest.mark.parametrize("function", [parts_of, kinds_of, lines_of, parent_names])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_parted_at_once(function, text):
    """No text raises or takes a second."""
    assert seconds(function, text) < 1
