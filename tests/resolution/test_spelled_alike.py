import pytest
from resolution.build import METHOD, MODEL, Name, found, things, uses_of

from kg.model import Role
from kg.resolution import resolve
from kg.resolution.spelled_alike import things_of
from kg.resolution.things import Use
from kg.resolution.within_paper import Group


def test_spellings_alike_are_one_thing_before():
    """Papers whose names differ in case and hyphens alone use one thing from the start."""
    pairs = [("LLaMA-2", "Llama 2"), ("GSM8k", "GSM8K"), ("beta-VAE", "β-VAE"), (r"T\"ULU 3", "TÜLU 3")]
    for pair in pairs:
        (one,) = things(*(found(n, f"We use {text} here.", Name(text)) for n, text in enumerate(pair)))
        assert set(pair) == set(one.forms)


@pytest.mark.parametrize(("knowns", "count"), [(["Folding"], 1), (["Folding", "Unfolding"], 3)])
def test_form_of_one_lexicon_name_is_that_name(knowns, count):
    """A form that stands for one name of the lexicons is that name in other papers too; one of two names is neither."""
    papers = [found(n, "We use GF here.", Name("GF", known=known)) for n, known in enumerate([*knowns, None])]
    assert count == len(things(*papers))


def test_version_of_one_paper_is_no_other_name_elsewhere():
    """A paper may say *Grid-3B* for a model that lexicons know better; elsewhere that is a model of its own."""
    given = found(1, "We use Grid-4-1B (Grid-3B).", Name("Grid-4-1B", MODEL, "Grid 4 1B"), Name("Grid-3B", MODEL))
    other = found(2, "We use Grid-3B.", Name("Grid-3B", MODEL))
    assert [entity.name for entity in resolve([given, other]).papers[1].entities] == ["Grid-3B"]


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        ("low-rank adapter", "Low-Rank Adaptation"),
        ("low-rank and adapting", "Low-Rank Adaptation"),
        ("lazy radial adaptation", "LoRA"),
        ("low-rank arithmetic", "LoRA"),
    ],
)
def test_other_words_for_a_known_long_form(long, expected):
    """A paper that spells a known short form a little otherwise means the known thing; with other words it does not."""
    known = found(1, "We use LoRA.", Name("LoRA", known="Low-Rank Adaptation"))
    other = found(2, f"We use {long} (LoRA).", Name(long), Name("LoRA"), short=[("LoRA", long)])
    assert [entity.name for entity in resolve([known, other]).papers[1].entities] == [expected]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("kernel grid folding", "Kernel Grid Folding Method"),
        ("KGF", "Kernel Grid Folding Method"),
        ("folding", "folding"),
        ("Folding", "Folding"),
    ],
)
def test_words_of_a_known_name(form, expected):
    """What one paper leaves of a known name stands for it there alone; its acronym and its very words do elsewhere."""
    known = "Kernel Grid Folding Method"
    paper = found(1, f"We use {known}, so {form}.", Name(known, known=known), Name(form))
    one = Use(paper.paper, Group(paper.mentions, METHOD, known, known, None))
    other = uses_of(found(2, f"We use {form}.", Name(form)))
    assert {thing.label for thing in things_of([one, *other])} == {known, expected}


@pytest.mark.parametrize(
    ("role", "long", "papers", "expected"),
    [
        (Role.USES, "kernel fusing", 2, "GF"),
        (Role.USES, "kernel fusing", 1, "Grid Folding"),
        (Role.PROPOSES, "kernel fusing", 2, "Grid Folding"),
        (Role.USES, "folding", 2, "Grid Folding"),
    ],
)
def test_form_that_papers_explain_otherwise(role, long, papers, expected):
    """A bare form means no lexicon name if as many papers explain it by other words, unless they coin it."""
    known = found(
        1,
        "We use grid folding (GF).",
        Name("grid folding", known="Grid Folding"),
        Name("GF"),
        short=[("GF", "grid folding")],
    )
    others = [
        found(n, f"We use {long} (GF).", Name(long, role=role), Name("GF", role=role), short=[("GF", long)])
        for n in range(2, 2 + papers)
    ]
    bare = found(9, "We use GF.", Name("GF"))
    labels = {thing.label for thing in things(known, *others, bare) if "9" in [paper.id for paper in thing.papers]}
    assert labels == {expected}
