import itertools
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import HOSTILE, hostile_text

from kg.extraction.numbers import numbers

#: What number-like texts are made of, so that hypothesis meets many of them.
_PIECES = (
    *("7", "10", "1,234", "0.5", ".", ",", "%", "\\%", "x", "$", "\\times", "-", "+", "−", " ", "/", "\n", "K"),
    *("fold", " times", " points", "s", "th", "٣", "²", "½", "🌳", "\x00", "(", "^", "_", "GPT-", "e"),
)
texts = st.one_of(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), hostile_text)


def written(text):
    """The numbers of a text as they are shown."""
    return [number.written for number in numbers(text)]


@pytest.mark.parametrize(
    ("text", "shown", "unit"),
    [
        ("It gets 77.5 there.", "77.5", ""),
        ("It gets 77.5.", "77.5", ""),
        ("(77.5)", "77.5", ""),
        ("a share of 15.6% here", "15.6%", "%"),
        ("a share of 15.6\\% here", "15.6%", "%"),
        ("a share of $15.6\\%$ here", "15.6%", "%"),
        ("a share of 15.6 % here", "15.6%", "%"),
        ("three of 15 percent here", "15%", "%"),
        ("three of 15 per cent here", "15%", "%"),
        ("~3% more", "3%", "%"),
        ("by +0.09 now", "+0.09", ""),
        ("by $+3$ now", "+3", ""),
        ("it is 1.8x wider", "1.8x", "x"),
        ("it is 1.8× wider", "1.8x", "x"),
        ("it is 1.8$\\times$ wider", "1.8x", "x"),
        ("it is $1.8\\times$ wider", "1.8x", "x"),
        ("a 2-fold rise", "2x", "x"),
        ("a 2 fold rise", "2x", "x"),
        ("it is 3 times wider", "3x", "x"),
        ("12,345 leaves", "12,345", ""),
        ("1,234,567.8 leaves", "1,234,567.8", ""),
        ("down by .5 then", ".5", ""),
        ("a fall of -3.2 points", "-3.2", "points"),
        ("a fall of −3.2 percentage points", "−3.2", "points"),
        ("a rise of 2.4pp", "2.4", "points"),
        ("after 140s it rains", "140", ""),
        ("after 40 ms it rains", "40", "ms"),
        ("after 3 hours it rains", "3", "hours"),
        ("the 5th tree", "5", ""),
        ("some 40k leaves", "40", ""),
        ("a 5-shot test", "5", ""),
    ],
)
def test_a_number_is_found_with_sign_and_unit(text, shown, unit):
    """A number is shown with its sign and with % or x, whatever the way it is written; other units are told apart."""
    (number,) = numbers(text)
    assert (number.written, number.unit) == (shown, unit)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("from 10.6% to 29.3% then", ["10.6%", "29.3%"]),
        ("it gets 0.93/0.85 there", ["0.93", "0.85"]),
        ("some 8-10% more", ["8", "10%"]),
        ("some 8–10% more", ["8", "10%"]),
        ("some 8--10\\% more", ["8", "10%"]),
        ("1.8-2.3x wider", ["1.8", "2.3x"]),
        ("67%-77% of them", ["67%", "77%"]),
        ("67% - 77% of them", ["67%", "77%"]),
        ("67% -\n77% of them", ["67%", "77%"]),
        ("91\\%-93\\% of them", ["91%", "93%"]),
        ("$91\\%$-$93\\%$ of them", ["91%", "93%"]),
        ("$91$-93\\%$ of them", ["91", "93%"]),
        ("67%−77% of them", ["67%", "77%"]),
        ("67%–77% of them", ["67%", "77%"]),
        ("1.5x-2x wider", ["1.5x", "2x"]),
        ("1.5x - 2x wider", ["1.5x", "2x"]),
        ("1.5×-2× wider", ["1.5x", "2x"]),
        ("1.5$\\times$-2$\\times$ wider", ["1.5x", "2x"]),
        ("$1.5\\times$-$2\\times$ wider", ["1.5x", "2x"]),
        ("$1.5 \\times - 2 \\times$ wider", ["1.5x", "2x"]),
        ("1, 2, 3 and 4", ["1", "2", "3", "4"]),
    ],
)
def test_numbers_side_by_side_are_each_their_own(text, shown):
    """In ranges, pairs and lists each number stands alone, and a hyphen between two numbers is no sign."""
    assert written(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a change of -3.2% here", ["-3.2%"]),
        ("less (-3.2%) here", ["-3.2%"]),
        ("less ($-3.2\\%$) here", ["-3.2%"]),
        ("it is$-3.2$ here", ["-3.2"]),
        ("from 5 to -3 here", ["5", "-3"]),
        ("it is 5% (-3%) here", ["5%", "-3%"]),
        ("it is 5%, -3% and +2%", ["5%", "-3%", "+2%"]),
        ("it is 5% -3% here", ["5%", "-3%"]),
        ("within [-28% - 71%] here", ["-28%", "71%"]),
        ("a factor = - 3 here", ["-3"]),
    ],
)
def test_a_sign_before_a_number_stays(text, shown):
    """A minus that no number or unit stands before on the same terms belongs to the number behind it."""
    assert written(text) == shown


@pytest.mark.parametrize("mark", ["±", "\\pm", "$\\pm$", "{\\pm}", "\\,$\\pm$\\,", "~$\\pm$~", "+/-", "+/−", "+-"])
@pytest.mark.parametrize("form", ["{0}", " {0} ", " {0}", " ({0} "])
@pytest.mark.parametrize("spread", ["0.3", ".3", "12", "0.3%"])
def test_a_spread_is_no_number(mark, form, spread):
    """What stands behind ± in any of its spellings is left out, and what stands before it is not."""
    assert written(f"it gets 95.1{form.format(mark)}{spread} and 7 there") == ["95.1", "7"]


@pytest.mark.parametrize("text", ["C++-11", "n \\equiv 1 \\pmod{11}", "by +11", "by -11", "mean ± SD, 11"])
def test_what_looks_like_a_spread_is_a_number(text):
    """Behind marks that are only like ± a number is one."""
    assert [number.digits for number in numbers(text)][-1:] == ["11"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a share of 91,3% here", ["91.3%"]),
        ("a share of 91,35% here", ["91.35%"]),
        ("a share of 91,3 % here", ["91.3%"]),
        ("a share of $91,3\\%$ here", ["91.3%"]),
        ("a share of 1,000% here", ["1,000%"]),
        ("oaks 3,4 and 5", ["3", "4", "5"]),
        ("at 1,3,5% here", ["1", "3", "5%"]),
        ("at 1.5,3% here", ["1.5", "3%"]),
        ("in 2024,5% here", ["2024", "5%"]),
        ("at 3, 5% here", ["3", "5%"]),
    ],
)
def test_a_comma_before_a_percentage_may_be_decimal(text, shown):
    """One comma with one or two digits between it and % is decimal and shown as a point; in lists a comma parts."""
    assert written(text) == shown


@pytest.mark.parametrize(
    "text",
    ["GSM8K", "GPT-4", "v2", "CIFAR-10", "Llama-3.1-8B", "pass@1", "H100", "7B", "x_1", "a^2", "3x3", "4-bit", "one"],
)
def test_a_number_in_a_word_is_none(text):
    """What a letter touches, or a hyphen ties to one, is part of a word and no number."""
    assert written(f"We use {text} here.") == []


@pytest.mark.parametrize("text", ["256 × 256", "256×256", "64 x 64 x 3", "$2 \\times 10$", "63.99 M", "(7 B)"])
def test_a_size_or_a_power_is_no_value(text):
    """Numbers with a cross between them, and counts of parameters, are no values."""
    assert written(f"We use {text} here.") == []


@pytest.mark.parametrize(
    ("text", "shown"), [("2.5x 3D", ["2.5x"]), ("$3\\times$ 4", ["3x", "4"]), ("3 × more", ["3x"])]
)
def test_a_ratio_before_another_number_is_a_value(text, shown):
    """A cross with a space on its right alone belongs to the number before it."""
    assert written(f"We are {text} here.") == shown


def test_a_number_in_a_name_is_none():
    """A number that stands in one of the given names is left out, the same number elsewhere is not."""
    text = "Oak 4 beats 4 and Elm 12.5"
    names = [(0, 5), (18, 26)]
    assert written(text) == ["4", "4", "12.5"]
    assert [number.start for number in numbers(text, names)] == [12]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12,345", 12345),
        (".5", 0.5),
        ("-3.2 points", 3.2),
        ("15.6\\%", 15.6),
        ("2-fold", 2),
        ("1,234.5", 1234.5),
        ("91,3%", 91.3),
    ],
)
def test_amounts_have_no_sign_and_no_separators(text, amount):
    """The amount is what the digits come to, without commas and sign."""
    (number,) = numbers(text)
    assert number.amount == amount


@given(texts)
@example("+ 3 - 4%")
@example("8-10%-12x")
@example("٣٤ ２")
@example("1,111,11,1.1.1")
@example("-\n7")
@example("91,3%")
@example("7%-7%+7%±7%")
def test_offsets_give_the_text_back(text):
    """In any text digits stand at their offsets, sign before, unit behind, and every number has an amount."""
    for number in numbers(text):
        there = text[number.digits_start : number.digits_end]
        assert number.digits == there or (number.unit == "%" and number.digits == there.replace(",", "."))
        assert text[number.start : number.digits_start].strip() == number.sign
        assert number.start <= number.digits_start < number.digits_end <= number.end <= len(text)
        assert bool(number.unit) == (number.end > number.digits_end)
        assert number.amount >= 0


@pytest.mark.parametrize("before", ["an accuracy of", "rises by", "from 3 to", "at"])
def test_a_number_may_begin_a_line(before):
    """A line break parts a number from the word before it as a space does."""
    assert [n.digits for n in numbers(f"{before}\n92.5% more")] == [n.digits for n in numbers(f"{before} 92.5% more")]


@given(texts)
@example("1,2,3.4.5")
def test_numbers_share_no_character(text):
    """Numbers come in the order of the text, and none begins before the one before it has ended."""
    assert all(one.end <= other.start for one, other in itertools.pairwise(numbers(text)))


@given(texts, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_names_only_take_numbers_away(text, names):
    """The numbers beside names are some of those without names, and their digits begin in none of the names."""
    found, every = list(numbers(text, names)), list(numbers(text))
    assert [number for number in every if number in found] == found
    assert not any(start <= number.digits_start < end for number in found for start, end in names)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_has_no_false_numbers(text):
    """Texts that broke other readers break none here, and only what has a digit has numbers."""
    assert all(any(map(str.isdigit, number.digits)) for number in numbers(text))
    assert written("") == []


@pytest.mark.parametrize("run", ["1", "1,111", "1 ", "1.", "1-", "111,", ".1", "+", "\\$ ", "1\\%", "1$\\times"])
def test_ten_thousand_in_a_row_cost_no_time(run):
    """However long a run of digits, signs and marks, its numbers are read within a second."""
    began = time.perf_counter()
    list(numbers(run * 10_000))
    assert time.perf_counter() - began < 1
