import io
import json

from kg.exporters.json_lines import write_entities
from kg.model import Entity, Mention, PaperEntities, Role
from kg.readers.record import clean_paper


def written(title, abstract, name):
    """What is written of a paper in whose abstract the name stands."""
    paper = clean_paper("1", title, abstract)
    start = paper.abstract.index(name)
    end = start + len(name)
    found = Mention("abstract", start, end, name, "METHOD", None, "test", 0.9, Role.USES, (start, end))
    stream = io.StringIO()
    write_entities([PaperEntities(paper, (Entity(name, "METHOD", Role.USES, 0.9, (found,)),))], stream)
    return json.loads(stream.getvalue())


def test_texts_and_offsets_are_those_of_the_source():
    """Title and abstract are written as they were read; a mention's text is what stands there between its offsets."""
    title, abstract = "{Folding}\n Paper", "Abstract: we use\n <b>soft</b> \\emph{FoldNet} &amp; more. © 2020 ACM."
    record = written(title, abstract, "soft FoldNet")
    (mention,) = record["entities"][0]["mentions"]
    assert (record["title"], record["abstract"]) == (title, abstract)
    assert mention["text"] == abstract[mention["start"] : mention["end"]]
    assert mention["text"] == "<b>soft</b> \\emph{FoldNet}"


def test_clean_text_is_written_as_it_is():
    """Without markup nothing moves."""
    record = written("T", "we use FoldNet", "FoldNet")
    assert record["entities"][0]["mentions"] == [{"field": "abstract", "start": 7, "end": 14, "text": "FoldNet"}]
