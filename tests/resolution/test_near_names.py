from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import BENCHMARK, METHOD, METRIC, MODEL, Name, found, names

from kg.model import Role
from kg.resolution.surface import spelling_key
from kg.resolution.within_paper import group_mentions

PAPER = "We propose Kernel Risk Folding for Grids (KRF-G). It runs. It is fast. In tests, kernel risk folding wins."
OWN = [
    Name("Kernel Risk Folding for Grids", role=Role.PROPOSES),
    Name("KRF-G", role=Role.PROPOSES),
    Name("kernel risk folding", role=Role.PROPOSES),
]
SHORT = [("KRF-G", "Kernel Risk Folding for Grids")]


def grouped(abstract, *of, decided=lambda *_: None, title="Some words", short=()):
    """The forms of each thing of a paper, and its doubts."""
    groups = group_mentions(found(1, abstract, *of, title=title, short=short), decided)
    return [sorted({mention.text for mention in group.mentions}) for group in groups], [
        (near.name.text, near.other.text, near.merged) for group in groups for near in group.doubts
    ]


def test_shortened_name_is_the_same_thing():
    """A paper that leaves a word of its own name out means the same."""
    assert grouped(PAPER, *OWN, short=SHORT)[0] == [["KRF-G", "Kernel Risk Folding for Grids", "kernel risk folding"]]


@pytest.mark.parametrize(
    ("abstract", "of"),
    [
        ("We compare kernel risk folding and kernel folding.", [Name("kernel risk folding"), Name("kernel folding")]),
        ("We fold grids. A net. It has kernel nets.", [Name("grids"), Name("kernel nets")]),
        ("Kernel folding is A. Then B. Kernel fold v2 is C.", [Name("Kernel folding"), Name("Kernel fold v2")]),
        (
            "Llama-3-8B-Instruct is A. So. Llama-3-8B-Base is C.",
            [Name("Llama-3-8B-Instruct", MODEL), Name("Llama-3-8B-Base", MODEL)],
        ),
        (
            "Mean grid error is low. So. We show grid error.",
            [Name("Mean grid error", METRIC), Name("grid error", METRIC)],
        ),
        (
            "Kernel grid folding is new. So. We test kernel grid folds.",
            [Name("Kernel grid folding", METHOD), Name("kernel grid folds", BENCHMARK)],
        ),
        (
            "Kernel grid folding is known. So. We test kernel grid fold.",
            [Name("Kernel grid folding", known="Kernel Grid Folding"), Name("kernel grid fold", known="Grid Fold")],
        ),
    ],
)
def test_things_that_are_told_apart(abstract, of):
    """One sentence has both, no word is common, numbers differ, variants, quantities, other types, two known names."""
    assert grouped(abstract, *of)[0] == [[name.text] for name in of]


@pytest.mark.parametrize(("confidence", "things"), [(0.5, 1), (0.3, 2)])
def test_doubtful_name_is_no_other_name(confidence, things):
    """What is likely no name at all is not taken for another name of something."""
    *own, shorter = OWN
    assert things == len(grouped(PAPER, *own, replace(shorter, confidence=confidence), short=SHORT)[0])


def test_model_and_method_may_be_one():
    """A paper calls one thing now a model, now a method."""
    abstract = "We propose dual grid kernel folding models. They run. Dual grid kernel folding modeling is fast."
    of = [Name("dual grid kernel folding models", MODEL), Name("Dual grid kernel folding modeling", METHOD)]
    assert len(grouped(abstract, *of)[0]) == 1


@pytest.mark.parametrize(("said", "things"), [(True, 1), (False, 2)])
def test_person_decides(said, things):
    """What a person has said of two names counts, and is not asked again."""
    shorter = spelling_key("kernel risk folding")

    def decided(one, other):
        return said if (shorter in one.keys) != (shorter in other.keys) else None

    groups, doubts = grouped(PAPER, *OWN, decided=decided, short=SHORT)
    assert (len(groups), doubts) == (things, [])


@pytest.mark.parametrize(("second", "merged"), [("Kernel folding", True), ("Kernel Map Folding", False)])
def test_what_is_not_sure_is_a_doubt(second, merged):
    """Names that are one or two with some probability are told, with what was done."""
    abstract = f"We use Kernel Grid Folding. It runs. {second} is fast."
    groups, doubts = grouped(abstract, Name("Kernel Grid Folding"), Name(second))
    assert (len(groups), doubts) == (1 if merged else 2, [("Kernel Grid Folding", second, merged)])


texts = st.lists(names(marks=(" ", "-")).filter(str.strip), min_size=1, max_size=6, unique=True)


@given(texts, st.permutations(range(6)))
def test_order_of_the_findings_does_not_matter(texts, order):
    """The same names are one thing, in whatever order they are found."""
    findings = found(1, ". So. ".join(texts), *map(Name, texts))
    mentions = [findings.mentions[n] for n in order if n < len(findings.mentions)]
    rest = [mention for mention in findings.mentions if mention not in mentions]
    turned = group_mentions(findings.__class__(findings.paper, (*mentions, *rest), findings.abbreviations))
    assert turned == group_mentions(findings)
