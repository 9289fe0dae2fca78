import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolution.build import Name, found, uses_of, wordy

from kg.model import Role
from kg.resolution.contexts import KNOWN_BY, Contexts
from kg.resolution.meanings import meanings


def use(number, *topics, role=Role.USES):
    """The name in a paper whose words are of some topics, in equal parts."""
    words = " ".join(wordy(topic, 30 // len(topics)) for topic in topics)
    (only,) = uses_of(found(f"{number:03}", f"We use SPO. {words}", Name("SPO", role=role)))
    return only


def grouped(uses, sure=(), least=0.0):
    """The papers of each meaning."""
    contexts = Contexts([each.paper for each in [*uses, *sure]])
    return [[int(each.paper.id) for each in group] for group in meanings(uses, contexts, sure, least).groups]


def test_like_papers_mean_one_thing():
    """Uses fall into groups by what their papers are about."""
    assert grouped([use(1, "zor"), use(2, "plem"), use(3, "zor"), use(4, "plem")]) == [[1, 3], [2, 4]]


def test_no_chain_ties_two_things():
    """A paper that is half like each of two does not make these one."""
    found_groups = grouped([use(1, "zor"), use(2, "zor", "plem"), use(3, "plem")], least=6.0)
    assert len(found_groups) == 2
    assert {1, 3} not in map(set, found_groups)


def test_sure_uses_are_one_from_the_beginning():
    """What is known to mean one thing comes first, and others join it if they are like its papers."""
    sure = [use(1, "zor"), use(2, "plem")]
    assert grouped([use(3, "plem"), use(4, "quin")], sure) == [[1, 2, 3], [4]]


@pytest.mark.parametrize("least", [-9.0, 9.0])
def test_so_much_must_speak_for_it(least):
    """The less is needed, the fewer are the meanings."""
    groups = grouped([use(1, "zor"), use(2, "zor", "plem"), use(3, "plem", "quin")], least=least)
    assert len(groups) == (1 if least < 0 else 3)


def test_later_uses_join_the_first():
    """Beyond the papers by which a name is known each use goes where it belongs, or begins another meaning."""
    first = [use(n, "zor") for n in range(KNOWN_BY)]
    later = [use(100, "zor"), use(101, "plem"), use(102, "plem"), use(103, "quin")]
    assert grouped([*first, *later]) == [[*range(KNOWN_BY), 100], [101, 102], [103]]


def test_a_name_may_have_many_meanings():
    """However many papers mean things of their own, each has its group."""
    topics = [3 * chr(ord("a") + n % 26) + chr(ord("a") + n // 26) for n in range(5 * KNOWN_BY)]
    assert grouped([use(n, topic) for n, topic in enumerate(topics)]) == [[n] for n in range(len(topics))]


def test_steps_say_what_was_joined_and_what_was_not():
    """Each joining is told with its odds, and the nearest parting."""
    uses = [use(1, "zor"), use(2, "zor"), use(3, "plem")]
    steps = meanings(uses, Contexts([each.paper for each in uses]), least=0.0).steps
    assert [(len(step.group), len(step.other), step.log_odds >= 0) for step in steps] == [
        (1, 1, True),
        (1, 2, False),
    ]


names = st.builds(
    lambda topic, role: (topic, role), st.sampled_from(["zor", "plem", "quin"]), st.sampled_from([*Role][:2])
)


@settings(max_examples=50)
@given(st.lists(names, min_size=1, max_size=8), st.integers(0, 3))
def test_no_use_is_lost(papers, sure):
    """Each use is in one group, whatever is sure of them."""
    uses = [use(n, topic, role=role) for n, (topic, role) in enumerate(papers)]
    groups = grouped(uses[sure:], uses[:sure]) if uses[sure:] or uses[:sure] else []
    assert sorted(number for group in groups for number in group) == list(range(len(uses)))
