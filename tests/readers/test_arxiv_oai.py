from kg.model import Skipped
from kg.readers import arxiv_oai
from kg.readers.content import Content

HARVEST = """<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<ListRecords>
<record><header><identifier>oai:arXiv.org:2401.01234</identifier></header><metadata>
 <arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2401.01234</id><created>2024-01-02</created>
 <authors><author><keyname>Lovelace</keyname><forenames>Ada</forenames></author>
 <author><keyname>King</keyname><forenames>M.</forenames><suffix>Jr</suffix></author></authors>
 <title>Folding</title><categories>cs.LG stat.ML</categories><comments>see github.com/ada/fold</comments>
 <journal-ref>Folding 7</journal-ref><doi>10.1234/fold</doi><abstract> We fold. </abstract></arXiv></metadata></record>
<record><header status="deleted"><identifier>oai:arXiv.org:2401.0</identifier></header></record>
<record><header/><metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>2402.00002</id>
 <version version="v1"><date>Thu, 1 Feb 2024 10:00:00 GMT</date></version>
 <title>Tearing</title><authors>Ada Lovelace and Alan Turing</authors><categories>cs.AI</categories>
 <abstract>We tear.</abstract></arXivRaw></metadata></record>
<record><header/><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Gluing</dc:title><dc:creator>Lovelace, Ada</dc:creator>
 <dc:subject>Machine Learning</dc:subject><dc:description>We glue.</dc:description>
 <dc:description>Comment: a very long comment, longer than all the rest</dc:description>
 <dc:date>2024-03-05</dc:date><dc:date>2024-03-01</dc:date><dc:identifier>http://arxiv.org/abs/2403.00003</dc:identifier>
 <dc:identifier>doi:10.1234/glue</dc:identifier></oai_dc:dc></metadata></record>
</ListRecords></OAI-PMH>"""


def read():
    """The records of the harvest."""
    return list(arxiv_oai.read(Content.of_text(HARVEST)))


def test_three_forms_of_metadata_are_read():
    """arXiv's own two forms and Dublin Core have the same fields in the end."""
    own, _, raw, core = read()
    assert (own.id, own.title, own.abstract) == ("2401.01234", "Folding", "We fold.")
    assert (own.authors, own.date, own.doi, own.venue) == (
        ("Ada Lovelace", "M. King Jr"),
        "2024-01-02",
        "10.1234/fold",
        "Folding 7",
    )
    assert (own.categories, own.code) == (("cs.LG", "stat.ML"), "https://github.com/ada/fold")
    assert (raw.id, raw.authors, raw.date) == ("2402.00002", ("Ada Lovelace", "Alan Turing"), "2024-02-01")
    assert (core.id, core.abstract, core.authors) == ("2403.00003", "We glue.", ("Lovelace, Ada",))
    assert (core.date, core.doi, core.categories) == ("2024-03-01", "10.1234/glue", ("Machine Learning",))


def test_deleted_record_is_named():
    """Nothing is left of a deleted record, which is said."""
    assert isinstance(read()[1], Skipped)
    assert read()[1].reason == "a record that was deleted"
