import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import wordy

from kg.model import Paper
from kg.resolution.contexts import Contexts

#: Two that share all words, one that shares a third, one that shares none, one with next to none.
ABSTRACTS = {
    "1": wordy("zor"),
    "2": wordy("zor"),
    "3": wordy("zor", 10) + " " + wordy("quin", 20),
    "4": wordy("plem"),
    "5": "zorbaba only",
}
PAPERS = {number: Paper(number, "", abstract) for number, abstract in ABSTRACTS.items()}
CONTEXTS = Contexts(list(PAPERS.values()))
some_papers = st.lists(st.sampled_from(list(PAPERS.values())), max_size=5)
abstracts = st.text(max_size=40) | st.sampled_from(list(ABSTRACTS.values()))


@pytest.mark.parametrize(("one", "other", "likeness"), [("1", "2", 1), ("1", "4", 0), ("1", "5", 1), ("5", "4", 1)])
def test_likeness(one, other, likeness):
    """Papers of the same words are alike, of other words not; one with too few words is like any."""
    assert CONTEXTS.likeness(PAPERS[one], [PAPERS[other]]) == pytest.approx(likeness)


def test_more_words_in_common_are_more_alike():
    """A paper that shares some words lies between one that shares all and one that shares none."""
    all_, some, none = (CONTEXTS.similarity(PAPERS["1"], [PAPERS[number]]) for number in "234")
    assert none < some < all_


def test_rare_words_weigh_more():
    """Two that share a rare word are more alike than two that share one which most papers hold."""
    texts = ["common rareword aaaa", "bbbb rareword", "bbbb common", "common cccc", "common dddd"]
    papers = [Paper(str(n), "", text) for n, text in enumerate(texts)]
    contexts = Contexts(papers)
    assert contexts.similarity(papers[0], [papers[2]]) < contexts.similarity(papers[0], [papers[1]])


def test_a_small_pile_weighs_words_as_a_large_one():
    """Two papers are as alike among themselves as among fifty others."""
    one = Paper("1", "", "policy gradient methods learn robust locomotion from simulated terrain")
    two = Paper("2", "", "robust locomotion policies from terrain maps, without privileged sensing")
    others = [Paper(f"other {n}", "", wordy(f"z{n}o")) for n in range(50)]
    alone, among = (Contexts([one, two, *more]).similarity(one, [two]) for more in ([], others))
    assert alone == pytest.approx(among, rel=0.05)


def test_short_words_and_case_say_nothing():
    """Words of less than four letters do not count, nor do capitals."""
    papers = [Paper("1", "Grid", "is an odd FOLD"), Paper("2", "fold", "to be grid"), Paper("3", "", "else words")]
    assert Contexts(papers).similarity(papers[0], papers[1:2]) == pytest.approx(1)


def test_words_of_a_name_count():
    """A name whose words the paper shares makes it more alike."""
    alone = CONTEXTS.similarity(PAPERS["3"], [PAPERS["4"]])
    assert alone < CONTEXTS.similarity(PAPERS["3"], [PAPERS["4"]], "quinbaba quinbade")


@pytest.mark.parametrize("papers", [[], [Paper("6", "", "")]])
def test_nothing_to_compare_with(papers):
    """No papers, or none with words, are similar to nothing, and too little to tell from."""
    assert CONTEXTS.similarity(PAPERS["1"], papers) == 0
    assert CONTEXTS.likeness(PAPERS["1"], papers) == 1


@given(st.lists(abstracts, min_size=2, max_size=6))
def test_similarity_is_a_cosine(texts):
    """Of any papers it lies between 0 and 1, and of two it has no direction."""
    papers = [Paper(str(n), "", text) for n, text in enumerate(texts)]
    contexts = Contexts(papers)
    assert -1e-9 <= contexts.similarity(papers[0], papers[1:]) <= 1 + 1e-9
    there, back = contexts.similarity(papers[0], [papers[1]]), contexts.similarity(papers[1], [papers[0]])
    assert there == pytest.approx(back)


@given(some_papers, st.randoms())
def test_order_of_papers_changes_nothing(papers, random):
    """Neither that of all papers nor that of those compared with."""
    shuffled = random.sample(list(PAPERS.values()), len(PAPERS))
    expected = CONTEXTS.likeness(PAPERS["1"], papers)
    assert expected == Contexts(shuffled).likeness(PAPERS["1"], random.sample(papers, len(papers)))


def test_order_of_many_papers_changes_nothing():
    """Where only some of the papers are counted, these are the same in whatever order they come."""
    papers = [Paper(f"{n:04}", "", "rareword once" if n % 2 else "oftenword twice") for n in range(4_000)]
    one, other = Contexts(papers), Contexts(papers[1:] + papers[:1])
    mixed = Paper("x", "", "rareword once oftenword")
    assert one.similarity(mixed, papers[:30]) == other.similarity(mixed, papers[:30][::-1])
