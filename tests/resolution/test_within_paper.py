import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import BENCHMARK, METHOD, METRIC, MODEL, Name, found

from kg.model import Role
from kg.resolution.within_paper import group_mentions


def grouped(abstract, *texts, title="Some words", type_=METHOD, short=()):
    """The forms of each thing of a paper."""
    findings = found(1, abstract, *(Name(text, type_) for text in texts), title=title, short=short)
    return [sorted({mention.text for mention in group.mentions}) for group in group_mentions(findings)]


@pytest.mark.parametrize(
    ("abstract", "texts"),
    [
        ("Segment Policy Optimization (SPO) is new.", ["SPO", "Segment Policy Optimization"]),
        ("A MultiKernel Fusion Module (MKDC) is new.", ["MKDC", "MultiKernel Fusion Module"]),
        ("We train MKDC (MultiKernel Fusion Module) here.", ["MKDC", "MultiKernel Fusion Module"]),
        ("Meta-Grid is old. We play MetaGrid.", ["Meta-Grid", "MetaGrid"]),
        ("One grid policy of many grid policies.", ["grid policies", "grid policy"]),
        ("GridFold helps. The GridFold algorithm is fast.", ["GridFold", "GridFold algorithm"]),
        ("A Chiral Determinant Kernel runs. It is long. So is ChiDeK.", ["ChiDeK", "Chiral Determinant Kernel"]),
        ("We train AVT Grid Fusion (AVT) here.", ["AVT", "AVT Grid Fusion"]),
        ("A Bi-stage 3D Grid Scan runs. So does BSGS.", ["BSGS", "Bi-stage 3D Grid Scan"]),
    ],
)
def test_two_forms_of_one_thing(abstract, texts):
    """Forms are one if they agree, if one explains the other in parentheses, or if its words spell it."""
    assert grouped(abstract, *texts) == [texts]


@pytest.mark.parametrize(
    ("abstract", "texts"),
    [
        ("We compare MPFNet and MPFNet-C here.", ["MPFNet", "MPFNet-C"]),
        ("We also train MPFNet (MPFNet-C) here.", ["MPFNet", "MPFNet-C"]),
        ("We also train MPFNet (V2) here.", ["MPFNet", "V2"]),
        ("A MultiKernel Fusion Module is new. We call MKDC old.", ["MKDC", "MultiKernel Fusion Module"]),
        ("A MultiKernel Fusion Module (unlike MKDC) is new.", ["MKDC", "MultiKernel Fusion Module"]),
        ("We compare CoT and long CoT here.", ["CoT", "long CoT"]),
        ("We compare GridFold 2 and GridFold 3 here.", ["GridFold 2", "GridFold 3"]),
        ("We compare A2C and A3C here.", ["A2C", "A3C"]),
        ("We train GO-FIT here. Then GO-FIT-Tiny runs.", ["GO-FIT", "GO-FIT-Tiny"]),
        ("We compare GriFoDA-1.5-8B and GriFoDA-8B here.", ["GriFoDA-1.5-8B", "GriFoDA-8B"]),
    ],
)
def test_forms_of_two_things(abstract, texts):
    """One of a family is not another name for it, and names that only stand in one paper are two."""
    assert sorted(map(sorted, grouped(abstract, *texts))) == [[text] for text in texts]


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("ChiDeK: Chiral Determinant Kernel", True),
        ("ChiDeK: Chiral Determinant Kernel for Grids", True),
        ("Zorp: Chiral Determinant Kernel", False),
        ("ChiDeK and Unlike Things", False),
    ],
)
def test_title_with_colon(title, is_one):
    """What opens a title is the long form behind the colon only if its letters are spelled there."""
    head = title.split(":")[0].split(" ")[0]
    behind = "Chiral Determinant Kernel" if ":" in title else "Unlike Things"
    assert (len(grouped("Some words.", head, behind, title=title)) == 1) is is_one


def test_abbreviation_inside_a_name():
    """What a paper abbreviates is written out within its other names."""
    abstract = "We study the grid folding (GF) case. The GF loss is the grid folding loss."
    texts = "GF loss", "grid folding loss", "GF", "grid folding"
    assert grouped(abstract, *texts, short=[("GF", "grid folding")]) == [
        ["GF", "grid folding"],
        ["GF loss", "grid folding loss"],
    ]


@pytest.mark.parametrize(
    ("abstract", "long", "expected"),
    [
        ("Really Fast Kernels (SRK) run.", "Really Fast Kernels", 1),
        ("Zorp 3 Kernels (SRK) run.", "Zorp 3 Kernels", 2),
    ],
)
def test_second_long_form_in_parentheses(abstract, long, expected):
    """What explains a short form that has a long form joins them, unless it is a version of something else."""
    given = "Segment Rank Kernel (SRK) is new. "
    groups = grouped(given + abstract, "Segment Rank Kernel", "SRK", long, short=[("SRK", "Segment Rank Kernel")])
    assert len(groups) == expected


@pytest.mark.parametrize(
    ("data", "role", "type_", "expected"),
    [
        ("Grid-10K", Role.PROPOSES, BENCHMARK, 1),
        ("Grid-500", Role.PROPOSES, BENCHMARK, 1),
        ("Grid-10K", Role.EVALUATES_ON, BENCHMARK, 2),
        ("Grid-10K", Role.PROPOSES, METHOD, 2),
        ("Grid-2", Role.PROPOSES, BENCHMARK, 2),
        ("Grid-Hard", Role.PROPOSES, BENCHMARK, 2),
    ],
)
def test_data_with_its_size(data, role, type_, expected):
    """Data that a paper proposes is one with and without the size in its name; others may be a part of it."""
    names = (Name(text, type_, role=role) for text in ("Grid", data))
    assert len(group_mentions(found(1, f"{data} is large.", *names, title="Grid: Data"))) == expected


@pytest.mark.parametrize(
    ("abstract", "role", "expected"),
    [
        ("We propose ZorpNet, a large in-field Folded Grid Network for maps.", Role.PROPOSES, 1),
        ("We propose (ZorpNet), the Folded Grid Network for maps.", Role.PROPOSES, 1),
        ("We propose a Folded Grid Network, referred to as ZorpNet.", Role.PROPOSES, 1),
        ("We propose a Folded Grid Network which we call ZorpNet.", Role.PROPOSES, 1),
        ("We propose a Folded Grid Network model (ZorpNet) for maps.", Role.PROPOSES, 1),
        ("We compare a Folded Grid Network model (ZorpNet) for maps.", Role.COMPARES_WITH, 2),
        ("We propose a Folded Grid Network beside (ZorpNet) for maps.", Role.PROPOSES, 2),
        ("We compare ZorpNet, a Folded Grid Network for maps.", Role.COMPARES_WITH, 2),
        ("We propose ZorpNet with a Folded Grid Network for maps.", Role.PROPOSES, 2),
        ("We propose ZorpNet. A Folded Grid Network is for maps.", Role.PROPOSES, 2),
        ("We propose ZorpNet, a Folded Grid Network (FGM) architecture for maps.", Role.PROPOSES, 2),
        ("We propose ZorpNet, a framework based on Folded Grid Network.", Role.PROPOSES, 2),
    ],
)
def test_name_and_what_it_is_said_to_be(abstract, role, expected):
    """A coined name and a name in capitals that says what it is are one where the paper proposes both."""
    names = (Name(text, MODEL, role=role) for text in ("ZorpNet", "Folded Grid Network"))
    assert len(group_mentions(found(1, abstract, *names))) == expected


def test_description_is_no_name():
    """What says in small letters what a coined name is only describes it."""
    names = (Name(text, role=Role.PROPOSES) for text in ("ZorpNet", "folded grid pruning"))
    assert len(group_mentions(found(1, "We propose ZorpNet, a folded grid pruning for maps.", *names))) == 2


@pytest.mark.parametrize(
    ("texts", "type_", "expected"),
    [
        (["GRIDS", "GRIDS 2019"], BENCHMARK, 1),
        (["GRIDS", "GRIDS2019"], BENCHMARK, 1),
        (["GRIDS", "GRIDS-2019", "GRIDS-2021"], BENCHMARK, 3),
        (["GRIDS", "GRIDS 500"], BENCHMARK, 2),
        (["GRIDS", "GRIDS 2019"], METHOD, 2),
    ],
)
def test_data_with_its_year(texts, type_, expected):
    """Data is one with and without a year behind its name, unless the paper names two years of it."""
    assert len(grouped(f"We test on {', '.join(texts)}.", *texts, type_=type_)) == expected


def test_short_form_of_what_lexicons_do_not_mean():
    """First letters mean what the paper spells out, also where a lexicon has another meaning for them."""
    names = Name("FGL", known="Far Grid Learning"), Name("folded grid learning", known="Folded Grid Learning")
    (group,) = group_mentions(found(1, "In folded grid learning, FGL for short, maps fold.", *names))
    assert group.known == "Folded Grid Learning"


def test_short_form_of_two_things_that_are_spelled_out():
    """First letters keep the meaning of the lexicon where the paper spells it out as well."""
    names = (Name(text, known=text.title()) for text in ("far grid learning", "folded grid learning"))
    found_names = found(
        1, "From far grid learning (FGL) to folded grid learning.", *names, Name("FGL", known="Far Grid Learning")
    )
    assert [(group.known, len(group.mentions)) for group in group_mentions(found_names)] == [
        ("Far Grid Learning", 2),
        ("Folded Grid Learning", 1),
    ]


@pytest.mark.parametrize(
    ("long", "short", "expected"),
    [
        ("folded grid learning", "FGL", 1),
        ("folded grid learning", "FoGL", 1),
        ("folded grid learning", "FoldL", 2),
        ("folded grid learning", "FGLR", 2),
        ("Transformer", "ToMer", 2),
        ("autoencoder", "AE", 1),
        ("chain of folds", "CoF", 1),
    ],
)
def test_abbreviations_of_what_lexicons_know(long, short, expected):
    """An established name has an abbreviation that it spells well; what else stands behind it is coined from it."""
    names = Name(long, known=long.title()), Name(short)
    assert len(group_mentions(found(1, f"We use {long} ({short}).", *names, short=[(short, long)]))) == expected


def test_name_coined_from_an_established_one():
    """Letters that an established name spells are no other name for it: *ToolRL* is not *tool learning*."""
    names = Name("ZoFol", role=Role.PROPOSES), Name("zonal folding", known="Zonal Folding")
    assert len(group_mentions(found(1, "ZoFol is a zonal folding of ours.", *names, title="ZoFol: Zonal Folding"))) == 2


def test_size_of_data_that_has_a_long_form():
    """A name with a size joins the name without it, though that came to its long form first."""
    names = (Name(text, BENCHMARK, role=Role.PROPOSES) for text in ("FGAD", "Folded Grid Atlas Data", "FGAD-10K"))
    findings = found(1, "FGAD-10K is large. FGAD-10K is free.", *names, title="FGAD: Folded Grid Atlas Data")
    assert len(group_mentions(findings)) == 1


def test_second_long_form_of_one_short():
    """A long form that stands alone goes to the short one that it spells."""
    abstract = "Dual Cohort Search (DCS) is ours. Later we say Dual Cohorts Searching."
    texts = "DCS", "Dual Cohort Search", "Dual Cohorts Searching"
    assert grouped(abstract, *texts, short=[("DCS", "Dual Cohort Search")]) == [sorted(texts)]


def test_lexicons_tell_forms_apart():
    """Two names of lexicons are two things, however alike their spellings; one name is one."""
    names = Name("GridFold", known="Folding"), Name("GridFolds", known="Unfolding"), Name("gf", known="Folding")
    groups = group_mentions(found(1, "We use GridFold and gf, not GridFolds.", *names))
    assert [(group.known, len(group.mentions)) for group in groups] == [("Folding", 2), ("Unfolding", 1)]


def test_short_and_long_form_of_a_group():
    """A group has its short form's singular as name and what that stands for as long form."""
    names = Name("SPOs"), Name("segment policy optimizers")
    (group,) = group_mentions(found(1, "These segment policy optimizers (SPOs) run.", *names))
    assert (group.name, group.long, group.known) == ("SPO", "segment policy optimizers", None)


@pytest.mark.parametrize(
    ("names", "type_"),
    [
        ([Name("GridFold", METHOD, confidence=0.9), Name("Grid-Fold", MODEL, confidence=0.5)], METHOD),
        ([Name("GridFold", METHOD, confidence=0.9), Name("Grid-Fold", MODEL, "GF", confidence=0.5)], MODEL),
        ([Name("GridFold", METRIC), Name("Grid-Fold", BENCHMARK)], BENCHMARK),
        ([Name("GridFold", "GADGET"), Name("Grid-Fold", "DEVICE")], "DEVICE"),
    ],
)
def test_type_of_a_group(names, type_):
    """The surest mentions give the type, lexicons weigh more, and of equals the earlier type counts."""
    (group,) = group_mentions(found(1, "We use GridFold, or Grid-Fold.", *names))
    assert type_ == group.type


texts = [
    "SPO",
    "segment policy optimization",
    "GridFold",
    "GridFold-C",
    "Qwen",
    "Qwen 2",
    "β-Fold",
    "beta fold",
    "(",
    "$x$",
]


@given(st.lists(st.sampled_from(texts), max_size=8), st.lists(st.sampled_from([None, "Known", "Other"]), min_size=10))
def test_each_mention_is_in_one_group(order, known):
    """No mention is lost or doubled, and the groups come in the order of their first mentions."""
    names = [Name(text, known=name) for text, name in zip(texts, known, strict=False)]
    findings = found(1, " (".join(order), *names, title=" ".join(order[:2]))
    groups = group_mentions(findings)
    assert sorted(findings.mentions, key=repr) == sorted((m for group in groups for m in group.mentions), key=repr)
    first = [(group.mentions[0].field != "title", group.mentions[0].start) for group in groups]
    assert first == sorted(first)
