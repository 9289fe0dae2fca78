import pytest

from kg.extraction.abbreviations import mark_abbreviations
from kg.extraction.agreeing_names import let_names_agree
from kg.extraction.marked_names import Marked, mark, marked
from kg.extraction.paper_doc import make_doc, phrase_at
from kg.model import Paper


@pytest.fixture
def agree(nlp):
    """Mark words of an abstract, given with type and confidence, let names agree, and tell all that is marked."""

    def agree(abstract, *names):
        doc = mark_abbreviations(make_doc(nlp, Paper("1", "A title", abstract)))
        spans = []
        for text, type, confidence in names:
            # A bar parts what stands before the name, if that tells which of its places is meant.
            start = doc.text.index(text.replace("|", "")) + max(0, text.find("|"))
            text = text[text.find("|") + 1 :]
            spans.append(Marked(phrase_at(doc, start, start + len(text)), type, confidence, "learned_names"))
        mark(doc, spans)
        return [(name.phrase.text, name.type, name.confidence) for name in marked(let_names_agree(doc))]

    return agree


def test_a_sure_name_is_marked_everywhere(agree):
    """What is surely a name once is marked wherever it stands as a whole word, a little less surely."""
    found = agree("We build Tulip. Tulip is fast, Tulips are not.", ("Tulip", "METHOD", 0.8))
    assert [name[:2] for name in found] == [("Tulip", "METHOD"), ("Tulip", "METHOD")]
    assert found[1][2] < found[0][2]


@pytest.mark.parametrize(
    ("whole", "part", "found"),
    [
        ("MSF-Tulip", "we run MSF-|Tulip", [("MSF-Tulip", "MODEL"), ("MSF-Tulip", "MODEL")]),
        ("tulip-score", "we run tulip-|score", [("tulip-score", "MODEL"), ("score", "METHOD")]),
    ],
)
def test_no_name_stands_in_a_name_with_a_hyphen(agree, whole, part, found):
    """What is surely one name is not in another place a part of it; an ordinary word beside it is no part."""
    names = agree(
        f"First {whole} is built, and then we run {whole} here.", (whole, "MODEL", 0.6), (part, "METHOD", 0.9)
    )
    assert [name[:2] for name in names] == found


def test_an_unsure_name_speaks_for_itself_alone(agree):
    """A doubtful name is not spread."""
    assert len(agree("We build Tulip. Tulip is fast.", ("Tulip", "METHOD", 0.3))) == 1


def test_abbreviation_and_long_form_share_their_type(agree):
    """Where one of a pair is surely a name, the other is one, too."""
    found = agree("We use policy mirror descent (PMD).", ("PMD", "METHOD", 0.9))
    assert [name[:2] for name in found] == [("policy mirror descent", "METHOD"), ("PMD", "METHOD")]


def test_name_of_the_lexicon_goes_to_initials_alone(nlp):
    """What is coined from an established name does not take its name over; its initials do."""
    doc = mark_abbreviations(make_doc(nlp, Paper("1", "A title", "The Transformer (ToMer) or folded grids (FG) run.")))
    at = [(text, doc.text.index(text)) for text in ("Transformer", "folded grids")]
    mark(doc, [Marked(phrase_at(doc, n, n + len(text)), "MODEL", 0.9, "test", text.title()) for text, n in at])
    said = {name.phrase.text: name.name for name in marked(let_names_agree(doc))}
    assert said == {"Transformer": "Transformer", "ToMer": "", "folded grids": "Folded Grids", "FG": "Folded Grids"}


def test_what_is_marked_stays(agree):
    """A place that is marked already keeps its type, and no two names overlap."""
    found = agree("We use Tulip Net. Tulip grows.", ("Tulip Net", "MODEL", 0.6), ("Tulip grows", "METRIC", 0.6))
    assert [name[:2] for name in found] == [("Tulip Net", "MODEL"), ("Tulip grows", "METRIC")]


def test_what_is_called_a_metric_is_one_everywhere(agree):
    """A method that the paper calls a metric in one place is a metric in all, and so is its long form."""
    found = agree("We give target background contrast (TBC). TBC is new. The TBC metric helps.", ("TBC", "METHOD", 0.9))
    assert [name[:2] for name in found] == [("target background contrast", "METRIC"), *[("TBC", "METRIC")] * 3]


def test_a_score_is_a_metric(agree):
    """A name that ends in *Score* is a metric."""
    found = agree("We give Fold Score.", ("Fold Score", "METHOD", 0.9))
    assert [name[:2] for name in found] == [("Fold Score", "METRIC")]


@pytest.mark.parametrize("spelling", ["Latent Tulip Nets", "latent-tulip net", "Latent tulip net"])
def test_a_sure_name_is_marked_in_other_spellings(agree, spelling):
    """Case, hyphens and a plural do not hide a sure name of several words."""
    found = agree(f"We train a latent tulip net. {spelling} grow.", ("latent tulip net", "MODEL", 0.9))
    assert [name[:2] for name in found] == [("latent tulip net", "MODEL"), (spelling, "MODEL")]


def test_a_sure_name_stands_for_its_parts(agree):
    """Where a longer sure name is spelled otherwise, what was marked of its words is not named."""
    found = agree(
        "We grow latent tulip nets. Latent Tulip Net is new.",
        ("latent tulip nets", "MODEL", 0.9),
        ("Tulip Net", "METHOD", 0.95),
    )
    assert [name[:2] for name in found] == [("latent tulip nets", "MODEL"), ("Latent Tulip Net", "MODEL")]


@pytest.mark.parametrize(
    ("name", "type", "confidence", "other"),
    [
        ("latent tulip net", "MODEL", 0.7, "Latent Tulip Net"),
        ("tulip growth", "METRIC", 0.9, "Tulip growth"),
        ("tulip detection", "METHOD", 0.9, "Tulip Detection"),
        ("Tulip", "METHOD", 0.9, "tulip"),
    ],
)
def test_other_spellings_that_stay_unmarked(agree, name, type, confidence, other):
    """Doubtful names, quantities, tasks and single words speak for their own spelling alone."""
    assert len(agree(f"We see {name}. Then {other} comes.", (name, type, confidence))) == 1


def test_two_names_are_not_hidden_by_what_joins_them(agree):
    """A sure name that joins two by *and* leaves them as they are."""
    found = agree(
        "We use red tulips and roses. Red tulips and roses are marked.",
        ("red tulips and roses", "METHOD", 0.9),
        ("Red tulips", "MODEL", 0.9),
    )
    assert ("Red tulips", "MODEL") in [name[:2] for name in found]
