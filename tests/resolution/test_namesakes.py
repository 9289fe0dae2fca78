from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolution.build import BENCHMARK, METHOD, METRIC, MODEL, Name, found, things, wordy

from kg.model import OWN_TERMS, Role
from kg.resolution import resolve
from kg.resolution.contexts import Contexts
from kg.resolution.namesakes import may_be_one, part_namesakes


def use(number, text, topic, type_=METHOD, **more):
    """What is found in a paper on some topic that uses a name."""
    return found(number, f"We use {text}. {wordy(topic)}", Name(text, type_, **more))


def parted(*findings):
    """The papers of each thing, after namesakes are parted."""
    contexts = Contexts([each.paper for each in findings])
    kept, _ = part_namesakes(things(*findings), contexts)
    return sorted([paper.id for paper in thing.papers] for thing in kept)


@pytest.mark.parametrize("name", ["Quorix", "MAGIC", "GF-X", "SPO"])
def test_weak_names_need_like_papers(name):
    """A word, an acronym or few letters mean one thing only in papers that share words."""
    papers = use(1, name, "zor"), use(2, name, "plem"), use(3, name, "zor")
    assert parted(*papers) == [["1", "3"], ["2"]]


@pytest.mark.parametrize("name", ["GF-2", "Quorix-7B", "Quorix 2.5"])
def test_versions_mean_one_thing(name):
    """A version is nothing that two papers invent, whatever they speak of."""
    assert parted(use(1, name, "zor"), use(2, name, "plem")) == [["1", "2"]]


@pytest.mark.parametrize(("topic", "expected"), [("plem", [["1"], ["2"]]), ("zor", [["1", "2"]])])
@pytest.mark.parametrize(("name", "type_"), [("GriFold", BENCHMARK), ("GRIFold", METHOD)])
def test_two_kinds_or_two_writings(topic, expected, name, type_):
    """A name used for two kinds of things, or with other capitals, is one only in papers that share words."""
    assert expected == parted(use(1, "GriFold", "zor"), use(2, name, topic, type_))


def test_model_is_a_method():
    """Papers that call one thing now model, now method, do not part it."""
    assert parted(use(1, "GriFold", "zor", MODEL), use(2, "GriFold", "zor", METHOD)) == [["1", "2"]]


@pytest.mark.parametrize("text", ["grid folding", "folding"])
def test_what_nobody_coined_is_one(text):
    """Terms without capitals are not parted."""
    assert parted(use(1, text, "zor"), use(2, text, "plem")) == [["1", "2"]]


@pytest.mark.parametrize("text", ["Temporal Folder", "temporal folder"])
@pytest.mark.parametrize("type_", [METHOD, BENCHMARK])
@pytest.mark.parametrize(
    ("topic", "role", "expected"),
    [
        ("plem", Role.PROPOSES, [["1"], ["2"]]),
        ("zor", Role.PROPOSES, [["1", "2"]]),
        ("plem", Role.USES, [["1", "2"]]),
    ],
)
def test_two_papers_with_a_name_of_several_words(text, type_, topic, role, expected):
    """Words that two papers give to things of their own mean two things, unless the papers are alike."""
    papers = use(1, text, "zor", type_, role=role), use(2, text, topic, type_, role=role)
    assert expected == parted(*papers)


def test_plain_words_that_are_merely_used_mean_one_thing():
    """What papers write in small letters and do not propose is one, and apart from what one of them calls so."""
    users = [use(n, "folding", topic) for n, topic in enumerate(["zor", "plem", "quib"])]
    proposal = use(9, "FOLDing", "vex", role=Role.PROPOSES)
    assert parted(*users, proposal) == [["0", "1", "2"], ["9"]]


@pytest.mark.parametrize("name", ["Known Thing", "KnownThing"])
def test_long_names_of_lexicons_mean_one_thing(name):
    """Several words or many letters that a lexicon knows are not parted."""
    papers = use(1, name, "zor", known="Known Thing"), use(2, name, "plem", known="Known Thing")
    assert parted(*papers) == [["1", "2"]]


@pytest.mark.parametrize(("role", "expected"), [(Role.USES, 1), (Role.PROPOSES, 2)])
def test_short_names_of_lexicons_mean_one_thing_to_who_uses_them(role, expected):
    """An acronym that a lexicon knows is parted only where papers propose something by it."""
    papers = use(1, "SPO", "zor", known="Known Thing"), use(2, "SPO", "plem", known="Known Thing", role=role)
    assert len(parted(*papers)) == expected


def test_a_users_terms_mean_one_thing():
    """What a table of own terms explains is not parted, whoever proposes it."""
    papers = [use(n, "SPO", topic, known="SPO", role=Role.PROPOSES) for n, topic in enumerate(["zor", "plem"])]
    told = [
        replace(each, mentions=tuple(replace(mention, found_by=OWN_TERMS) for mention in each.mentions))
        for each in papers
    ]
    assert parted(*papers) == [["0"], ["1"]]
    assert parted(*told) == [["0", "1"]]


def test_a_word_is_not_what_lexicons_write_with_capitals():
    """*quality* is none of the benchmark QuALITY, though a word in small letters means what all mean by it."""
    papers = [use(n, "QuALITY", "zor", BENCHMARK, known="QuALITY") for n in range(3)]
    assert parted(*papers, use(9, "quality", "plem", METRIC)) == [["0", "1", "2"], ["9"]]


def test_a_foreign_use_of_a_known_acronym_has_a_name_of_its_own():
    """*VERA* of one paper, which no lexicon writes so, is not *VeRA* of the others; these keep the lexicon's name."""
    papers = [use(n, "VeRA", "zor", known="Vector Adaptation") for n in range(3)]
    names = [entity.name for paper in resolve([*papers, use(9, "VERA", "plem")]).papers for entity in paper.entities]
    assert names == ["Vector Adaptation"] * 3 + ["VERA"]


@pytest.mark.parametrize(("topic", "expected"), [("plem", 2), ("zor", 1)])
def test_who_coins_a_known_name_anew_has_a_thing_of_its_own(topic, expected):
    """A word that papers used long before, and of other things, is not what its coiner means, and stays apart."""
    old = use("2401.00001", "OASIS", "zor", BENCHMARK, known="OASIS")
    new = found(
        "2602.00002",
        f"We propose OASIS. {wordy(topic)}",
        Name("OASIS", BENCHMARK, known="OASIS", role=Role.PROPOSES),
    )
    papers = resolve([old, new]).papers
    assert len({entity.name for paper in papers for entity in paper.entities}) == expected


@pytest.mark.parametrize(("type_", "expected"), [(METHOD, 2), (BENCHMARK, 1)])
def test_a_version_that_two_papers_present_is_two(type_, expected):
    """*Grid-Coder* may be coined twice, though it is made like a version; a shared task of a year is one."""
    papers = [
        found(n, f"We propose Grid-Coder. {wordy(topic)}", Name("Grid-Coder", type_, role=Role.PROPOSES))
        for n, topic in enumerate(["zor", "plem"])
    ]
    assert len(parted(*papers)) == expected


def test_a_known_name_that_two_papers_present_is_two():
    """Of two papers that present a long name of the lexicons as their own, one at most is the lexicons' own."""
    users = [use(n, "GridFoldBench", "zor", BENCHMARK, known="GridFoldBench") for n in range(3)]
    known = Name("GridFoldBench", BENCHMARK, known="GridFoldBench", role=Role.PROPOSES)
    papers = [found(n, f"We propose GridFoldBench. {wordy(topic)}", known) for n, topic in [(7, "zor"), (8, "plem")]]
    assert parted(*users, *papers) == [["0", "1", "2", "7"], ["8"]]
    assert len(parted(*users, papers[1])) == 1


def test_a_coinage_near_the_threshold_is_a_question():
    """Whether a coined name is what a lexicon knows is put before a person, whose answer is obeyed."""
    for shared in range(31):
        words = f"{wordy('zor', shared)} {wordy('plem', 30 - shared)}"
        old = use("2401.00001", "OASIS", "zor", known="OASIS")
        new = found(
            "2602.00002", f"We propose OASIS. {words}", Name("OASIS", METHOD, known="OASIS", role=Role.PROPOSES)
        )
        resolution = resolve([old, new])
        if resolution.doubts:
            break
    (asked,) = resolution.doubts
    assert asked.papers == ("2602.00002",)
    decision = "no" if asked.merged else "yes"
    answered = resolve([old, new], rules=[replace(asked.question(), decision=decision)])
    assert {entity.name for paper in answered.papers for entity in paper.entities} == {"OASIS"}
    assert not answered.doubts


@pytest.mark.parametrize(
    ("short", "known"), [("GAP", "Global Average Pooling"), ("OMP", "Orthogonal Matching Pursuit")]
)
def test_a_coined_acronym_is_not_what_others_abbreviate(short, known):
    """*GAP: …* stays apart from papers that use the acronym of an established term, though its paper explains none."""
    uses = [use(n, text, "zor", known=known) for n, text in ((1, short), (2, known))]
    coined = found(3, f"{short} is. {wordy('zor')}", Name(short, role=Role.PROPOSES), title=f"{short}: Filling Gaps")
    names = [[entity.name for entity in paper.entities] for paper in resolve([*uses, coined]).papers]
    assert names == [[known], [known], [short]]


def test_papers_with_few_words_do_not_tell():
    """A name is not parted because one of the papers has hardly a word."""
    assert parted(use(1, "SPO", "zor"), found(2, "We use SPO.", Name("SPO"))) == [["1", "2"]]


def test_users_go_to_the_paper_like_theirs():
    """Of papers with one name those whose words are alike mean one thing, whoever proposes it."""
    papers = use(1, "SPO", "zor"), use(2, "SPO", "plem", role=Role.PROPOSES), use(3, "SPO", "plem")
    assert parted(*papers) == [["1"], ["2", "3"]]


def test_near_the_threshold_is_a_doubt():
    """Papers that share next to as many words as it takes are put before a person."""
    reasons = []
    for shared in range(31):
        first = found(1, f"We use SPO. {wordy('zor')}", Name("SPO"))
        second = found(2, f"We use SPO. {wordy('zor', shared)} {wordy('plem', 30 - shared)}", Name("SPO"))
        _, doubts = part_namesakes(things(first, second), Contexts([first.paper, second.paper]))
        reasons.append([doubt.merged for doubt in doubts])
    assert reasons[0] == reasons[-1] == []
    assert [True] in reasons or [False] in reasons


def test_parted_things_do_not_join_again():
    """Coined names spelled alike were parted for a reason."""
    papers = use(1, "SPO", "zor"), use(2, "SPO", "plem")
    contexts = Contexts([each.paper for each in papers])
    one, other = part_namesakes(things(*papers), contexts)[0]
    assert not may_be_one(one, other, contexts)


@pytest.mark.parametrize(
    ("shorts", "topic", "expected"),
    [
        (("GriFo", "GriFo"), "plem", True),
        (("GriFo", "GridFo"), "zor", False),
        (("GriFo", None), "zor", True),
        (("GriFo", None), "plem", False),
        (("GF", None), "plem", True),
    ],
)
def test_long_form_of_a_coined_name(shorts, topic, expected):
    """Words from which a paper coined a name are the same elsewhere with that name, or in papers alike."""
    papers = [
        found(number, f"We use Grid Folding {short or ''}. {wordy(words)}", Name("Grid Folding"), Name(short or "none"),
              short=[(short, "Grid Folding")] if short else [])
        for number, short, words in zip((1, 2), shorts, ("zor", topic), strict=True)
    ]  # fmt: skip
    contexts = Contexts([each.paper for each in papers])
    one, other = (things(paper)[0] for paper in papers)
    assert expected == may_be_one(one, other, contexts) == may_be_one(other, one, contexts)


@pytest.mark.parametrize(
    ("said", "role", "expected"),
    [("We propose", Role.PROPOSES, False), ("We use", Role.PROPOSES, True), ("We propose", Role.USES, True)],
)
def test_what_two_papers_shorten_in_two_ways_is_two(said, role, expected):
    """Who presents *Grid Folding (GF)* and who presents *Grid Folding (GriFo)* have each a thing of their own."""

    def shortened(number, short, said, role):
        names = [Name(text, role=role) for text in (short, "Grid Folding")]
        return found(number, f"{said} Grid Folding ({short}). {wordy('zor')}", *names, short=[(short, "Grid Folding")])

    own, other = shortened(1, "GriFo", "We propose", Role.PROPOSES), shortened(2, "GF", said, role)
    contexts = Contexts([own.paper, other.paper])
    assert may_be_one(things(own)[0], things(other)[0], contexts) is expected


papers = st.builds(
    use,
    st.just(0),
    st.sampled_from(["SPO", "Spo", "GridFold", "GRIDFold", "Quorix", "Quorixes"]),
    st.sampled_from(["zor", "plem", "quin"]),
    st.sampled_from([METHOD, MODEL, BENCHMARK]),
    role=st.sampled_from([Role.PROPOSES, Role.USES]),
)


def numbered(findings):
    """The same with an id of its own for each paper."""
    return [use_with(n, one) for n, one in enumerate(findings)]


def use_with(number, findings):
    """The same in a paper of another id."""
    (mention,) = findings.mentions
    return found(number, findings.paper.abstract, Name(mention.text, mention.type, role=mention.role))


@settings(max_examples=60)
@given(st.lists(papers, max_size=6).map(numbered), st.randoms())
def test_order_of_papers_changes_nothing(findings, random):
    """The entities of a paper and the doubts are the same in whatever order the papers come."""
    one, other = resolve(findings), resolve(random.sample(findings, len(findings)))
    assert {each.paper.id: each for each in one.papers} == {each.paper.id: each for each in other.papers}
    assert one.doubts == other.doubts


@given(st.lists(papers, max_size=6).map(numbered))
def test_no_use_is_lost(findings):
    """Each paper's use is in exactly one thing."""
    assert sorted(each.paper.id for each in findings) == sorted(
        number for group in parted(*findings) for number in group
    )
