from kg.readers import arxiv_atom
from kg.readers.content import Content

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <title>arXiv Query: all:folding</title>
  <id>http://arxiv.org/api/abc</id>
  <entry>
    <id>http://arxiv.org/abs/2401.01234v2</id>
    <updated>2024-02-03T10:00:00Z</updated><published>2024-01-02T09:00:00Z</published>
    <title>Folding with
  Policies</title>
    <summary>  We fold &amp; measure. </summary>
    <author><name>Ada Lovelace</name><arxiv:affiliation>Here</arxiv:affiliation></author>
    <author><name>Alan Turing</name></author>
    <arxiv:comment>12 pages. Code at https://github.com/ada/fold.</arxiv:comment>
    <arxiv:journal_ref>Proc. Folding 7 (2024)</arxiv:journal_ref>
    <arxiv:doi>10.1234/fold</arxiv:doi>
    <link href="http://arxiv.org/abs/2401.01234v2" rel="alternate"/>
    <category term="cs.LG"/><category term="stat.ML"/>
  </entry>
</feed>"""

RSS = """<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
<channel><title>cs.LG updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.LG</link>
<item><title>Tearing</title><link>https://arxiv.org/abs/2401.00001</link>
<description>arXiv:2401.00001v1 Announce Type: new
Abstract: We tear.</description><guid isPermaLink="false">oai:arXiv.org:2401.00001v1</guid>
<category>cs.LG</category>
<pubDate>Tue, 02 Jan 2024 00:00:00 -0500</pubDate><dc:creator>Ada Lovelace, Alan Turing</dc:creator>
</item></channel></rss>"""


def read(text):
    """The records of a feed."""
    return list(arxiv_atom.read(Content.of_text(text)))


def test_entry_of_the_api_is_read():
    """Each element has its field; the id loses its version."""
    (paper,) = read(FEED)
    assert (paper.id, paper.title, paper.abstract) == ("2401.01234", "Folding with Policies", "We fold & measure.")
    assert (paper.authors, paper.date) == (("Ada Lovelace", "Alan Turing"), "2024-01-02")
    assert (paper.doi, paper.venue) == ("10.1234/fold", "Proc. Folding 7 (2024)")
    assert (paper.categories, paper.code) == (("cs.LG", "stat.ML"), "https://github.com/ada/fold")
    assert paper.url == "https://arxiv.org/abs/2401.01234"


def test_feed_of_a_day_is_read():
    """The line that announces a paper is no part of its abstract."""
    (paper,) = read(RSS)
    assert (paper.id, paper.title, paper.abstract) == ("2401.00001", "Tearing", "We tear.")
    assert (paper.authors, paper.date, paper.categories) == (("Ada Lovelace", "Alan Turing"), "2024-01-02", ("cs.LG",))


def test_old_ids_are_kept():
    """Ids from before 2007 name the archive."""
    (paper,) = read(FEED.replace("2401.01234v2", "hep-th/9901001v3"))
    assert paper.id == "hep-th/9901001"


def test_error_of_the_api_is_no_paper():
    """An answer may be an entry that tells of an error."""
    (skipped,) = read(FEED.replace("/abs/2401.01234v2</id>", "/api/errors#bad_id</id>"))
    assert skipped.reason == "an error that arXiv's API reports: We fold & measure."


def test_feeds_of_others_are_not_taken():
    """A weblog is no list of papers."""
    assert arxiv_atom.recognises(FEED)
    assert arxiv_atom.recognises(RSS)
    assert not arxiv_atom.recognises(FEED.replace("arxiv", "blog").replace("arXiv", "Blog"))
