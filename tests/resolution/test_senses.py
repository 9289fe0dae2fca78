import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolution.build import METHOD, MODEL, Name, found, things, wordy

from kg.model import Role
from kg.resolution import resolve
from kg.resolution.contexts import Contexts
from kg.resolution.senses import settle_senses

SEGMENT, SELF_PLAY = "Segment Policy Optimization", "Self-Play Preference Optimization"


def defines(number, long, topic, short="SPO"):
    """A paper on some topic that gives a short form and its long form."""
    return found(number, f"Here {long} ({short}) runs. {wordy(topic)}", Name(long), Name(short), short=[(short, long)])


def uses(number, topic, short="SPO", role=Role.USES, type_=METHOD, count=30):
    """A paper on some topic that writes the short form alone."""
    return found(number, f"Here {short} runs. {wordy(topic, count)}", Name(short, type_, role=role))


def names(*findings):
    """The only name of each paper."""
    return [entity.name for paper in resolve(findings).papers for entity in paper.entities]


def test_two_long_forms_stay_two():
    """One short form with two meanings is two things."""
    assert names(defines(1, SEGMENT, "zor"), defines(2, SELF_PLAY, "plem")) == [SEGMENT, SELF_PLAY]


@pytest.mark.parametrize(("topic", "meant"), [("zor", SEGMENT), ("plem", SELF_PLAY)])
@pytest.mark.parametrize("type_", [METHOD, MODEL])
def test_short_form_alone_means_what_its_words_say(topic, meant, type_):
    """A paper that writes the short form alone means the long form of the papers whose words it shares."""
    papers = defines(1, SEGMENT, "zor"), defines(2, SELF_PLAY, "plem"), uses(3, topic, type_=type_)
    assert [SEGMENT, SELF_PLAY, meant] == names(*papers)


def test_short_form_with_words_of_its_own_is_a_third():
    """A paper that shares no words with any meaning is given to none."""
    papers = defines(1, SEGMENT, "zor"), defines(2, SELF_PLAY, "plem"), uses(3, "quin")
    assert names(*papers) == [SEGMENT, SELF_PLAY, "SPO"]


def test_other_capitals_are_another_name():
    """A paper that writes the short form in another way does not mean that long form."""
    papers = defines(1, SEGMENT, "zor"), uses(2, "zor", "SpO")
    assert names(*papers) == [SEGMENT, "SpO"]


def test_proposed_name_is_not_given_away():
    """A paper that proposes the short form as its own does not mean another's long form."""
    papers = defines(1, SEGMENT, "zor"), uses(2, "zor", role=Role.PROPOSES)
    assert names(*papers) == [SEGMENT, "SPO"]


@pytest.mark.parametrize("name", ["GridFold", "Quorix", "SPO"])
def test_two_proposals_are_two(name):
    """Two papers that propose one coined name and share no words mean two things."""
    papers = [uses(n, topic, name, Role.PROPOSES) for n, topic in enumerate(["zor", "plem"])]
    assert len(set(names(*papers))) == 2


@pytest.mark.parametrize("name", ["GridFold", "Quorix", "SPO"])
def test_one_proposal_told_twice_is_one(name):
    """Two papers that propose one coined name in nearly the same words mean one thing."""
    papers = [uses(n, "zor", name, Role.PROPOSES, count=count) for n, count in enumerate([30, 27])]
    assert [name, name] == names(*papers)


@pytest.mark.parametrize("name", ["GridFold", "Quorix"])
def test_use_goes_to_the_proposal_like_it(name):
    """A paper that only uses a name which two propose means the one whose words it shares."""
    papers = [uses(n, topic, name, Role.PROPOSES) for n, topic in enumerate(["zor", "plem"])]
    first, second, third = names(*papers, uses(3, "plem", name))
    assert first != second == third


def coined(number, topic, name="Grid Fold Search", verb="propose", role=Role.PROPOSES):
    """A paper on some topic that presents a name of several words as its own, or only uses it."""
    return found(number, f"We {verb} {name}. {wordy(topic)}", Name(name, role=role))


@pytest.mark.parametrize(("topic", "number"), [("zor", 1), ("plem", 2)])
def test_two_coinages_of_one_phrase_are_two(topic, number):
    """What two papers coin under one name of several words is two things, and a user means one of them."""
    papers = [coined(n, words) for n, words in enumerate(["zor", "plem"])]
    *first, last = names(*papers, coined(3, topic, verb="use", role=Role.USES))
    assert len(set(first)) == 2
    assert last == first[number - 1]


def test_role_without_words_is_no_coinage_of_an_established_name():
    """Of four papers with a short name those alone keep it from its meaning that present it as their own."""
    meaning = defines(9, SEGMENT, "zor")
    told = [uses(n, "zor", role=Role.PROPOSES) for n in range(4)]
    assert names(*told, meaning) == [SEGMENT] * 5
    presented = [found(n, f"We propose SPO. {wordy('zor')}", Name("SPO", role=Role.PROPOSES)) for n in range(4)]
    assert set(names(*presented)) == {"SPO"}
    assert names(*presented, meaning)[-1] == SEGMENT
    assert SEGMENT not in names(*presented, meaning)[:-1]


def test_veto_holds():
    """What must stay apart is not given to that meaning, however like it is."""
    papers = defines(1, SEGMENT, "zor"), uses(2, "zor")
    contexts = Contexts([each.paper for each in papers])
    assert len(settle_senses(things(*papers), contexts, lambda one, other: False)[0]) == 1
    assert len(settle_senses(things(*papers), contexts, lambda one, other: True)[0]) == 2


def test_half_likely_meaning_is_a_doubt():
    """Between sure and unlikely a person is asked; at both ends nobody is."""
    asked = []
    for shared in range(31):
        paper = found(3, f"Here SPO runs. {wordy('zor', shared)} {wordy('quin', 30 - shared)}", Name("SPO"))
        doubts = resolve([defines(1, SEGMENT, "zor"), defines(2, SELF_PLAY, "plem"), paper]).doubts
        asked.append(bool(doubts))
    assert any(asked)
    assert not asked[0]
    assert not asked[-1]


topics = st.sampled_from(["zor", "plem", "quin"])
shorts = st.sampled_from(["SPO", "SPOs", "GridFold"])
roles = st.sampled_from([Role.PROPOSES, Role.USES])
papers = st.one_of(
    st.tuples(st.just(defines), st.sampled_from([SEGMENT, SELF_PLAY]), topics),
    st.tuples(st.just(uses), topics, shorts, roles, st.sampled_from([METHOD, MODEL])),
)


def numbered(all_papers):
    """The papers, each with an id of its own."""
    return [make(number, *values) for number, (make, *values) in enumerate(all_papers)]


@settings(max_examples=60)
@given(st.lists(papers, max_size=7).map(numbered), st.randoms())
def test_order_of_papers_changes_nothing(findings, random):
    """The entities of a paper and the doubts are the same in whatever order the papers come."""
    one, other = resolve(findings), resolve(random.sample(findings, len(findings)))
    assert {each.paper.id: each for each in one.papers} == {each.paper.id: each for each in other.papers}
    assert one.doubts == other.doubts


@given(st.lists(papers, max_size=6).map(numbered))
def test_no_use_is_lost(findings):
    """Each use is in exactly one thing before and after."""
    before = things(*findings)
    after, _ = settle_senses(before, Contexts([each.paper for each in findings]), lambda one, other: False)
    assert sorted(id(use) for one in before for use in one.uses) == sorted(id(use) for one in after for use in one.uses)
