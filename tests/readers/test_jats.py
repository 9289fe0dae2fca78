from kg.readers import jats
from kg.readers.content import Content

ARTICLE = """<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) v1.0//EN" "JATS-archivearticle1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article"><front><journal-meta>
<journal-title-group><journal-title>Folding Letters</journal-title></journal-title-group></journal-meta><article-meta>
<article-id pub-id-type="pmid">123</article-id><article-id pub-id-type="doi">10.1234/fold</article-id>
<article-categories><subj-group><subject>Origami</subject>
<subj-group><subject>Origami</subject></subj-group></subj-group>
</article-categories><title-group><article-title>Folding <italic>well</italic></article-title></title-group>
<contrib-group><contrib contrib-type="author">
<name><surname>Lovelace</surname><given-names>Ada</given-names></name></contrib>
<contrib contrib-type="editor"><name><surname>Nobody</surname></name></contrib>
<contrib contrib-type="author"><collab>The Folders</collab></contrib></contrib-group>
<pub-date pub-type="collection"><year>2024</year></pub-date>
<pub-date pub-type="epub"><day>2</day><month>1</month><year>2024</year></pub-date>
<abstract abstract-type="graphical"><p>A picture.</p></abstract>
<abstract><sec><title>Aim</title><p>To fold.</p></sec>
<sec><title>Results</title><p>We <bold>fold</bold>.</p></sec></abstract>
<kwd-group><kwd>origami</kwd></kwd-group></article-meta></front>
<body><sec><title>Introduction</title><p>Long ago.</p></sec></body>
<sub-article><front-stub><title-group><article-title>Reply</article-title></title-group></front-stub></sub-article></article>"""


def test_front_of_an_article_is_read():
    """Each element has its field; body, editors and graphical abstracts are passed over."""
    (paper,) = jats.read(Content.of_text(ARTICLE))
    assert (paper.id, paper.title, paper.abstract) == (
        "pmid:123",
        "Folding well",
        "Aim: To fold. Results: We fold.",
    )
    assert (paper.authors, paper.venue, paper.date) == (
        ("Ada Lovelace", "The Folders"),
        "Folding Letters",
        "2024-01-02",
    )
    assert (paper.doi, paper.categories, paper.keywords) == ("10.1234/fold", ("Origami",), ("origami",))


def test_articles_are_known_by_their_front():
    """HTML has articles, too, but no front."""
    assert jats.recognises(ARTICLE)
    assert not jats.recognises("<html><body><article><h1>News</h1></article></body></html>")


def test_article_without_front_is_skipped():
    """What has no title is no paper."""
    (skipped,) = jats.read(Content.of_text("<article><body/></article>"))
    assert skipped.reason == "no title"
