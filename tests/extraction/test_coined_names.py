import pytest


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("We introduce RoboFuME, a reset-free system that learns.", ("RoboFuME", "METHOD")),
        ("In this work, we propose FoldNet, a neural network for folding.", ("FoldNet", "MODEL")),
        ("We present FoldBench, a benchmark of 300 folds.", ("FoldBench", "BENCHMARK")),
        ("This paper presents a new metric called FoldScore for sheets.", ("FoldScore", "METRIC")),
        ("We propose a novel method, Learning-to-Fold (L2F), that folds.", ("Learning-to-Fold", "METHOD")),
        ("We introduce emulated folding (EF), a way to fold.", ("EF", "METHOD")),
        (r"We present \textbf{FoldRL}, an algorithm.", ("FoldRL", "METHOD")),
        ("We release Origami, a corpus of sheets.", ("Origami", "BENCHMARK")),
    ],
)
def test_coined_name_is_found_and_typed(names, abstract, expected):
    """The noun that says what the name is gives its type."""
    assert expected in names(abstract)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("FoldQA: A Dataset of Folded Questions", ("FoldQA", "BENCHMARK")),
        ("ReFold: Reasoning with Paper", ("ReFold", "METHOD")),
        ("FoldFormer: Folding at Scale", ("FoldFormer", "MODEL")),
    ],
)
def test_title_head_is_a_coined_name(names, title, expected):
    """The head of a title before its colon names what the paper makes."""
    assert expected in names("No name here.", title)


@pytest.mark.parametrize(
    "title", ["Part I: Tricks or Traps?", "Learning to Fold: A Survey", "The Alignment Ceiling: Limits"]
)
def test_topic_before_a_colon_is_no_name(names, title):
    """Words that tell what the paper is about are no name."""
    assert names("No name here.", title) == set()


@pytest.mark.parametrize(
    "abstract", ["We propose a novel framework for folding.", "We introduce the first study of it."]
)
def test_description_is_no_name(names, abstract):
    """What is only described is not named."""
    assert names(abstract) == set()


def test_coined_name_is_marked_wherever_it_stands(find):
    """Once known, a name is a mention at each of its places, in the title too."""
    found = find("We introduce ReFold, a method. With ReFold, sheets fold.", "ReFold at Work")
    assert [(mention.field, mention.text) for mention in found.mentions] == [
        ("title", "ReFold"),
        ("abstract", "ReFold"),
        ("abstract", "ReFold"),
    ]
