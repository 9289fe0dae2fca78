import pytest

from kg.readers import pubmed
from kg.readers.content import Content

ARTICLE = """<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">123</PMID><Article>
<Journal><JournalIssue><PubDate>{date}</PubDate></JournalIssue><Title>Folding Letters</Title></Journal>
<ArticleTitle>Folding of H<sub>2</sub>O.</ArticleTitle>
<ELocationID EIdType="pii">x</ELocationID><ELocationID EIdType="doi">10.1234/fold</ELocationID>
<Abstract>{abstract}<CopyrightInformation>(c) Us</CopyrightInformation></Abstract>
<AuthorList><Author><LastName>Lovelace</LastName><ForeName>Ada</ForeName><Initials>A</Initials></Author>
<Author><LastName>Turing</LastName><Initials>A</Initials></Author>
<Author><CollectiveName>The Folders</CollectiveName></Author>
</AuthorList><ArticleDate><Year>2023</Year><Month>12</Month><Day>31</Day></ArticleDate></Article>
<OtherAbstract Language="fre"><AbstractText>Nous plions.</AbstractText></OtherAbstract>
<KeywordList><Keyword>origami</Keyword></KeywordList>
<MeshHeadingList><MeshHeading><DescriptorName>Paper</DescriptorName><QualifierName>x</QualifierName></MeshHeading>
</MeshHeadingList></MedlineCitation><PubmedData>
<ArticleIdList><ArticleId IdType="pubmed">123</ArticleId></ArticleIdList>
<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.9/other</ArticleId></ArticleIdList></Reference>
</ReferenceList></PubmedData></PubmedArticle>"""
DAY = "<Year>2024</Year><Month>Jan</Month><Day>2</Day>"
PARTS = '<AbstractText Label="AIM">To <i>fold</i>.</AbstractText><AbstractText Label="RESULTS">We fold.</AbstractText>'

CHAPTER = """<PubmedBookArticle><BookDocument><PMID>9</PMID><Book><BookTitle>All of Folding</BookTitle>
<PubDate><Year>2020</Year></PubDate></Book><ArticleTitle>Edges</ArticleTitle>
<AuthorList><Author><LastName>Lovelace</LastName><ForeName>Ada</ForeName></Author></AuthorList>
<Abstract><AbstractText>On edges.</AbstractText></Abstract></BookDocument></PubmedBookArticle>"""


def read(*records):
    """The papers of a set."""
    return list(pubmed.read(Content.of_text("<PubmedArticleSet>" + "".join(records) + "</PubmedArticleSet>")))


def test_article_is_read():
    """Each element has its field; the abstract has the labels of its parts."""
    (paper,) = read(ARTICLE.format(date=DAY, abstract=PARTS))
    assert (paper.id, paper.title, paper.abstract) == ("pmid:123", "Folding of H2O.", "AIM: To fold. RESULTS: We fold.")
    assert (paper.authors, paper.venue) == (("Ada Lovelace", "A Turing", "The Folders"), "Folding Letters")
    assert (paper.date, paper.doi, paper.url) == ("2024-01-02", "10.1234/fold", "https://pubmed.ncbi.nlm.nih.gov/123/")
    assert (paper.keywords, paper.categories) == (("origami",), ("Paper",))


@pytest.mark.parametrize(
    ("written", "date", "year"),
    [
        (DAY, "2024-01-02", 2024),
        ("<Year>2024</Year><Month>05</Month>", "2024-05", 2024),
        ("<Year>2024</Year><Season>Spring</Season>", None, 2024),
        ("<MedlineDate>2024 May-Jun</MedlineDate>", "2024-05", 2024),
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", "1998-12", 1998),
        ("", "2023-12-31", 2023),
    ],
)
def test_dates_are_read_in_all_their_forms(written, date, year):
    """Issues have days, months, seasons, or only an electronic date."""
    (paper,) = read(ARTICLE.format(date=written, abstract=""))
    assert (paper.date, paper.year) == (date, year)


def test_chapter_of_a_book_is_read():
    """A chapter has its own title and abstract, and the book as its venue."""
    (paper,) = read(CHAPTER)
    assert (paper.id, paper.title, paper.abstract, paper.venue) == ("pmid:9", "Edges", "On edges.", "All of Folding")


def test_article_without_abstract_is_read():
    """Letters and corrections have none."""
    (paper,) = read(ARTICLE.format(date=DAY, abstract=""))
    assert paper.abstract == ""
