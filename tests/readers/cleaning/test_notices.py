import pytest

from kg.readers.cleaning import clean_abstract, clean_title

TEXT = "We fold paper with a robot. It takes a minute."


@pytest.mark.parametrize(
    "heading",
    [
        "Abstract: ",
        "ABSTRACT ",
        "Abstract—",
        "Abstract. ",
        "abstract\n\n",
        "Abstract",
        "[Abstract] - ",
        "Abstract - ",
        "*Abstract*: ",
    ],
)
def test_heading_is_cut(heading):
    """The word *Abstract* is none of the abstract's words where it is a heading."""
    assert clean_abstract(heading + TEXT)[0] == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "Abstract Meaning Representation is folded here.",
        "Abstractive summaries are folded.",
        "Abstract-level folding is hard.",
        "Objective: To fold. Methods: A robot.",
        "Copyright infringement is found by folding. We show how.",
        "We study published by-laws (c) and all rights.",
    ],
)
def test_text_that_begins_alike_stays(text):
    """Abstracts about abstraction or copyright, and structured ones, keep their words."""
    assert clean_abstract(text) == (text, None)


@pytest.mark.parametrize(
    "notice",
    [
        "© 2021 Elsevier Ltd. All rights reserved.",
        "(C) 2019 The Authors. Published by Elsevier B.V.",
        "Copyright (c) 2020 John Wiley & Sons, Ltd.",
        "© The Author(s) 2021. Published by a University Press. All rights reserved. For permissions, please e-mail.",
        "© 2022 by the authors; licensee Foldum. This article is open access, which allows anyone to copy it.",
        "Published under licence by IOP Publishing Ltd.",
        "Crown Copyright (C) 2018 Published by Elsevier Ltd. All rights reserved.",
        "© 2020, Springer Nature Switzerland AG.",
    ],
)
def test_notice_at_the_end_is_cut(notice):
    """Who owns an abstract is not what it says."""
    assert clean_abstract(f"{TEXT} {notice}")[0] == TEXT


@pytest.mark.parametrize(
    "notice",
    [
        "© 2015 IEEE.",
        "© 2015 Elsevier B.V. All rights reserved.",
        "Copyright © 2016 by the Association (www.example.org). All rights reserved.",
        "© 2017, Springer International Publishing AG.",
    ],
)
def test_notice_at_the_beginning_is_cut(notice):
    """So it is where a notice comes first."""
    assert clean_abstract(f"{notice} {TEXT}")[0] == TEXT


def test_mark_with_a_year_needs_no_full_stop_before_it():
    """Some exports cut the abstract's own full stop off."""
    assert clean_abstract("We fold paper © 2023 Fold-Press, Ltd.")[0] == "We fold paper"


def test_notice_alone_stays():
    """An abstract that is nothing but a notice is kept, so that nothing is lost silently."""
    assert clean_abstract("© 2021 Elsevier Ltd.")[0] == "© 2021 Elsevier Ltd."


def test_title_has_no_notices():
    """Titles keep such words, and their full stop."""
    assert clean_title("Abstract: The © 2020 of Paper.")[0] == "Abstract: The © 2020 of Paper."


def test_letters_that_are_two_when_small_move_no_notice():
    """The place of a notice is counted in the text as it is."""
    assert clean_abstract(f"{'İ' * 60} {TEXT} © 2021 Elsevier Ltd.")[0] == f"{'İ' * 60} {TEXT}"
