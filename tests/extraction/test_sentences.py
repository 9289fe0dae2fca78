import pytest

from kg.extraction.paper_doc import make_doc
from kg.extraction.pipeline import build_pipeline
from kg.extraction.sentences import sentences_of
from kg.model import Paper

NLP = build_pipeline(("sentencizer", "sentence_repairs", "title_sentence"))


def sentences(abstract):
    """The sentences of an abstract."""
    doc = make_doc(NLP, Paper("1", "T", abstract))
    for _, component in NLP.pipeline:
        doc = component(doc)
    return [abstract[start - 3 : end - 3].strip() for start, end in sentences_of(doc)][1:]


@pytest.mark.parametrize(
    "sentence",
    [
        "We use tools, e.g. folds and i.e. kites, as in Finch et al. (2020) vs. others.",
        "It scores 5.2 vs. 4.1, cf. Table 2, resp. Fig. 3 and Eq. 2.",
        "Lark 3.1 and v2.0 beat the 1.5B rival by 77.5%.",
        "The code is at https://example.org/a/b.git and runs.",
        "We set $\\alpha = 0.5$ and let $x_{i}.$ follow.",
        "It is No. 1 on the list (a.k.a. top).",
        "Prof. Finch wins in the U.S. and elsewhere.",
        "(This stands in brackets.)",
        "\\textbf{Results.}",
    ],
)
def test_sentence_is_one(sentence):
    """No full stop within it ends a sentence, and what follows it begins a new one."""
    assert sentences(f"Before it. {sentence} After it.") == ["Before it.", sentence, "After it."]


def test_sentences_are_parted():
    """Full stop, question mark and exclamation mark end a sentence, also before a formula."""
    assert sentences("Is it so? Yes! $\\pi$ wins. It ends with no. So be it.") == [
        "Is it so?",
        "Yes!",
        "$\\pi$ wins.",
        "It ends with no.",
        "So be it.",
    ]
