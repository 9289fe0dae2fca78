"""BibTeX and BibLaTeX in the dialects of those who write them."""

import pytest

from kg.model import Paper, Skipped
from kg.readers import bibtex, record_lines
from kg.readers.content import Content


def read(text):
    """All records of a text."""
    return list(bibtex.read(Content.of_text(text)))


def one(fields, head="@article{doe2024,"):
    """The one paper of an entry with these fields."""
    (paper,) = read(f"{head}\n{fields}\n}}\n")
    return paper


def test_acl_anthology():
    """Quoted values, a macro within a value, names over two lines, a month without braces."""
    paper = one(
        'title = "Folding {BERT} and {\\"U}ber-Models",\n'
        'author = "Doe, Jos{\\\'e}  and\n      {The Folding Team} and others",\n'
        'booktitle = "Proceedings of the " # acl # " Meeting",\nmonth = aug,\nyear = "2024",\n'
        'url = "https://aclanthology.org/2024.acl-long.1/",\ndoi = "10.18653/v1/2024.acl-long.1",\n'
        'abstract = "We fold \\textit{paper}."',
        '@string{ACL = {Annual}}\n@preamble{"\\newcommand{\\x}{y}"}\n@inproceedings{doe-2024-folding,',
    )
    assert paper == Paper(
        id="doe-2024-folding",
        title="Folding BERT and Über-Models",
        abstract="We fold paper.",
        authors=("Doe, José", "The Folding Team"),
        year=2024,
        date="2024-08",
        url="https://aclanthology.org/2024.acl-long.1/",
        doi="10.18653/v1/2024.acl-long.1",
        venue="Proceedings of the Annual Meeting",
        abstract_as_read=paper.abstract_as_read,
        title_as_read=paper.title_as_read,
    )


def test_web_of_science():
    """Two braces around each value, fields in upper case or with hyphens, a number as key."""
    paper = one(
        "Title = {{A Title}},\nAbstract = {{In two braces.\n   And two lines.}},\nYear = {{2021}},\nMonth = {{JAN}},\n"
        "Keywords = {{deep learning; folding}},\nTimes-Cited = {{17}},\n"
        "Web-of-Science-Categories  = {{Computer Science, Artificial Intelligence; Neurosciences}},",
        "@ARTICLE{ WOS:000123,",
    )
    assert (paper.id, paper.title, paper.abstract) == ("WOS:000123", "A Title", "In two braces. And two lines.")
    assert (paper.date, paper.citations, paper.keywords) == ("2021-01", 17, ("deep learning", "folding"))
    assert paper.categories == ("Computer Science, Artificial Intelligence", "Neurosciences")


def test_scopus():
    """Words above the first entry, an entry behind another in one line, citations in the note."""
    first, second = read(
        "Scopus\nEXPORT DATE: 1 May 2024\n\n@ARTICLE{A2024,\n\ttitle = {One},\n\tauthor_keywords = {a; b},\n"
        "\tkeywords = {Article; human},\n\tnote = {Cited by: 23; Open Access}\n}@BOOK{B D2024,\n\ttitle = {Two}\n}\n"
    )
    assert (first.keywords, first.citations) == (("a", "b"), 23)
    assert (second.title, second.id, second.place.line) == ("Two", "B D2024", 9)


@pytest.mark.parametrize(
    "fields",
    [
        "eprint = {2001.00001}, archiveprefix = {arXiv}",
        "eprint = {2001.00001v3}, eprinttype = {arxiv}",
        "arxivid = {2001.00001}",
        "number = {arXiv:2001.00001}",
        "journal = {arXiv preprint arXiv:2001.00001}",
        "journal = {CoRR}, volume = {abs/2001.00001}",
        "doi = {10.48550/arXiv.2001.00001}",
        "url = {https://arxiv.org/abs/2001.00001v2}",
    ],
)
def test_arxiv_id_is_found_wherever_it_stands(fields):
    """Each manager puts it elsewhere; it goes before the key."""
    assert one(f"title = {{A Title}},\n{fields}").id == "2001.00001"


def test_number_of_another_archive_is_no_arxiv_id():
    """An eprint of another kind is left alone."""
    assert one("title = {A Title}, eprint = {2001.00001}, eprinttype = {jstor}").id == "doe2024"


def test_biblatex():
    """Its own names for journal and date, a range of days, a subtitle."""
    paper = one("title = {One}, subtitle = {Two}, journaltitle = {J. Fold.}, date = {2020-05-15/2020-05-18}")
    assert (paper.title, paper.venue, paper.date, paper.year) == ("One: Two", "J. Fold.", "2020-05-15", 2020)


def test_volume_gives_its_year_to_what_stands_in_it():
    """A paper takes from the volume of its crossref what it lacks, wherever the volume stands."""
    volume = "@proceedings{vol, title = {A Workshop}, year = 2018}\n"
    child = "@inproceedings{a, crossref = {Vol}, title = {A Title}, abstract = {An abstract.}}\n"
    for text in (volume + child, child + volume):
        skipped, paper = read(text)
        assert isinstance(skipped, Skipped)
        assert (paper.title, paper.venue, paper.year, paper.abstract) == ("A Title", "A Workshop", 2018, "An abstract.")


BROKEN = {
    "no brace at its end": "@article{lost,\n  title = {Lost {it},\n  year = 2019\n}\n",
    "no comma behind its key": "@article{lost\n  title = {Lost},\n  abstract = {Gone.}\n}\n",
    "no comma behind a field": "@article{lost,\n  title = {Lost}\n  abstract = {Gone.},\n  year = 2019\n}\n",
    "no quote at the end of a value": '@article{lost,\n  title = "Lost,\n  abstract = {Gone.}\n}\n',
    "two titles": "@article{lost,\n  title = {Lost},\n  title = {Found}\n}\n",
    "no first line": "  title = {Lost},\n  abstract = {Gone.}\n}\n",
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_broken_entry_is_told_once_and_stays_alone(broken):
    """Whatever is missing, the entry is Skipped with its line, and its neighbours are read."""
    good = "@misc{good, title = {Good}, abstract = {Here.}}\n"
    before, skipped, after = read(good + broken + good)
    assert (before.title, after.title) == ("Good", "Good")
    assert (skipped.place.line, skipped.reason.split(":")[0]) == (2, "a broken entry")


def test_equal_keys_are_two_entries():
    """A key that stands twice loses no entry; a harmless field that stands twice breaks none."""
    papers = read("@misc{a, title = {One}, keywords = {x}, keywords = {y}}\n@misc{a, title = {Two}}\n")
    assert [(paper.id, paper.title) for paper in papers] == [("a", "One"), ("a", "Two")]


def test_macros_that_double_each_other_do_not_grow():
    """Forty macros of the last one twice stay small."""
    doubling = "".join(f"@string{{m{n + 1} = m{n} # m{n}}}\n" for n in range(40))
    (paper,) = read(f'@string{{m0 = "ha"}}\n{doubling}@misc{{a, title = {{One}}, note = m40}}\n')
    assert paper.title == "One"


def test_code_and_decorators_are_no_bibtex():
    """An @ at the start of a line does not make an entry."""
    for text in (
        "@dataclass(frozen=True, slots=True)\nclass A: ...\n",
        "@media (min-width: 1em) {a {b: c}}\n",
        "a@b.de",
    ):
        assert not bibtex.recognises(text)
    for text in (
        "@misc{a,\n title={B}}",
        "@article(a, title = {B})",
        '@string{a = "b"}',
        "@inproceedings{\nkey,\n t = 1",
    ):
        assert bibtex.recognises(text)


@pytest.mark.parametrize("head", ["@article{", "@Article {\n", "@article{,\n", "@misc(", "@article{ ,"])
def test_entry_without_a_key_is_read(head):
    """EndNote writes such; the paper has no id then."""
    end = ")" if head.endswith("(") else "}"
    text = f"{head} title = {{On Folding}}, abstract = {{We fold.}}\n{end}\n"
    assert bibtex.recognises(text) or head.endswith("(")
    (paper,) = read(text)
    assert (paper.id, paper.title, paper.abstract) == ("", "On Folding", "We fold.")


def test_macro_is_no_entry_without_a_key():
    """Its name is followed by an equals sign, too."""
    (paper,) = read('@string{ j = "Journal"}\n@STRING{k = "K"}\n@article{a, title = {T}, journal = j # k}\n')
    assert paper.venue == "JournalK"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("family=Berg, given=Ada, prefix=van den, useprefix=true", "van den Berg, Ada"),
        ("given={Ada}, family={Berg}", "Berg, Ada"),
        ("family=Berg, suffix=Jr., given=Ada", "Berg, Jr., Ada"),
        ("{The family=Team}", "The family=Team"),
    ],
)
def test_name_in_parts_is_put_together(written, name):
    """BibLaTeX can say what each part of a name is, and Better BibTeX does for names with a prefix."""
    assert one(f"title = {{T}}, author = {{{written} and Doe, Jo}}").authors == (name, "Doe, Jo")


def test_entry_beyond_all_bounds_is_told(monkeypatch):
    """What is too long for one entry is a reason, and the next entry is read."""
    monkeypatch.setattr(record_lines, "LONGEST", 50)
    long, short = (f"@misc{{{key}, title = {{{title}}}}}\n" for key, title in (("a", "A" * 100), ("b", "B")))
    skipped, paper = read(long + short)
    assert (skipped.place.line, skipped.reason.split(",")[0]) == (1, "a broken entry: it does not end")
    assert paper.title == "B"
