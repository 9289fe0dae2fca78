import io

import pytest

from kg.readers.content import HEAD, Content
from kg.readers.declared_encoding import declared_in
from kg.readers.read import read_content

PLACES = [
    ("iso-8859-2", "Łódź"),
    ("windows-1251", "Москва"),
    ("koi8-r", "Москва"),
    ("gb18030", "北京"),
    ("gb2312", "北京"),
    ("shift_jis", "東京"),
    ("euc-jp", "東京"),
    ("euc-kr", "서울"),
    ("big5", "臺北"),
]
FORMS = [
    '<?xml version="1.0" encoding="{}"?>\n<a>{}</a>\n',
    "<?xml version='1.0' encoding = '{}' standalone='yes'?><a>{}</a>",
    '<!DOCTYPE html><html><head><meta charset="{}"><title>{}</title>',
    "<html><head><META http-equiv=Content-Type content='text/html; charset={}'><title>{}</title>",
    "% Encoding: {}\n\n@misc{{k, title = {{{}}}}}\n",
]


def content(data):
    """The content of bytes."""
    return Content("source", io.BytesIO(data))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("encoding", "place"), PLACES)
def test_declared_encoding_is_obeyed_and_named(form, encoding, place):
    """XML, HTML and BibTeX say what they are written in."""
    text = form.format(encoding, place)
    source = content(text.encode(encoding))
    assert source.head == text
    assert source.text().read() == text
    assert str(source.encoding) == f"{encoding}, as declared"


@pytest.mark.parametrize(("encoding", "place"), PLACES)
def test_declared_encoding_counts_far_behind_the_head(encoding, place):
    """Letters that come late, and lie across the pieces in which the source is read, are the same letters."""
    text = FORMS[0].format(encoding, "a" * HEAD + place * HEAD)
    assert content(text.encode(encoding)).text().read() == text


@pytest.mark.parametrize("encoding", ["iso-8859-2", "shift_jis", "nonsense", "utf-16", "us-ascii"])
def test_utf8_is_utf8_whatever_is_declared(encoding):
    """Who saves a page anew forgets what it says of itself."""
    text = FORMS[0].format(encoding, "Łódź 東京")
    source = content(text.encode())
    assert source.text().read() == text
    assert str(source.encoding) == "UTF-8"


@pytest.mark.parametrize(
    "name", ["iso-8859-1", "utf-8", "utf-16", "utf-7", "unicode_escape", "idna", "rot13", "cp037", "nonsense", "hex"]
)
def test_what_needs_no_declaration_or_is_no_encoding_of_text_is_passed_over(name):
    """Such bytes are read as if nothing had been declared."""
    assert declared_in(FORMS[0].format(name, "x").encode()) is None
    assert content(FORMS[0].format(name, "Müller").encode("latin-1")).text().read().endswith("Müller</a>\n")


def test_text_that_quotes_a_declaration_declares_nothing():
    """Only markup and BibTeX declare."""
    assert declared_in(b"title,abstract\nOn the Web,We write <meta charset=koi8-r> here.\n") is None


def test_letters_of_a_declared_encoding_reach_the_paper():
    """A feed in Latin-2 gives its authors their names."""
    feed = (
        '<?xml version="1.0" encoding="ISO-8859-2"?><feed xmlns="http://www.w3.org/2005/Atom"><entry>'
        "<id>http://arxiv.org/abs/2401.00001</id><title>T</title><author><name>Ł. Żak</name></author></entry></feed>"
    )
    (paper,) = read_content(content(feed.encode("iso-8859-2")))
    assert paper.authors == ("Ł. Żak",)
