from dataclasses import replace

import numpy as np
import pytest
from resolution.build import BENCHMARK, MODEL, Name, found, uses_of, wordy

from kg.model import Role
from kg.resolution.contexts import Contexts
from kg.resolution.namesake_odds import WEIGHTS, Naming, evidence, log_odds


def naming(number, text="GridFold", shared=15, said="We use", authors=(), papers=2, **more):
    """What a paper does with a name; so many of its words are of the common topic."""
    words = f"{wordy('zor', shared)} {wordy('xyz'[number - 1] * 3, 30 - shared)}"
    (use,) = uses_of(found(number, f"{said} {text}. {words}", Name(text, **more)))
    return Naming.by(replace(use, paper=replace(use.paper, authors=authors)), papers)


def odds(one, other):
    """The log-odds that two papers mean one thing."""
    return float(log_odds(evidence(one, [other], Contexts([one.use.paper, other.use.paper]))))


USED = naming(1), naming(2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"shared": 5}, {"shared": 5}),
        ({"text": "SPO"}, {"text": "SPO"}),
        ({"text": "Quorix"}, {"text": "Quorix"}),
        ({}, {"type": BENCHMARK}),
        ({}, {"text": "GRIDFold"}),
        ({}, {"role": Role.PROPOSES}),
        ({"role": Role.PROPOSES}, {"role": Role.PROPOSES}),
    ],
)
def test_what_speaks_against_one_thing(one, other):
    """Unlike papers, weak names, other kinds or capitals, and proposals make it less likely."""
    assert odds(naming(1, **one), naming(2, **other)) < odds(*USED)


@pytest.mark.parametrize("more", [{"shared": 25}, {"papers": 50}, {"known": "GridFold"}])
def test_what_speaks_for_one_thing(more):
    """Like papers, many papers with the name and lexicons that know it make it more likely."""
    assert odds(naming(1, **more), naming(2, **more)) > odds(*USED)


@pytest.mark.parametrize(
    ("one", "other"),
    [({}, {"type": MODEL}), ({}, {"text": "Grid-Fold"}), ({"text": "Grid Folder"}, {"text": "grid folders"})],
)
def test_what_says_nothing(one, other):
    """A model is a method; hyphens, plurals, and capitals of several words come and go."""
    pairs = USED, (naming(1, **one), naming(2, **other))
    said, changed = (evidence(a, [b], Contexts([a.use.paper, b.use.paper]))[1:] for a, b in pairs)
    assert changed == pytest.approx(said)


def test_presenting_a_name_says_more_than_proposing_its_thing():
    """Two papers that present a name as their own speak of two things the more."""
    proposed = [naming(n, role=Role.PROPOSES) for n in (1, 2)]
    presented = [naming(n, role=Role.PROPOSES, said="We propose") for n in (1, 2)]
    assert odds(*presented) < odds(*proposed)


def test_authors_tell_whose_name_it_is():
    """Who wrote both papers means one thing; strangers who present one name mean two, those who use it may mean one."""
    mine, ours, theirs = ("Ada Quill",), ("Bo Reed", "Quill, Ada"), ("Cy Stone",)
    assert odds(naming(1, authors=mine), naming(2, authors=ours)) > odds(*USED)
    assert odds(naming(1, authors=mine), naming(2, authors=theirs)) == odds(*USED)
    presented = {"role": Role.PROPOSES, "said": "We propose"}
    unsaid, by_strangers = (
        odds(naming(1, authors=mine, **presented), naming(2, authors=each, **presented)) for each in ((), theirs)
    )
    assert by_strangers < unsaid


def test_who_comes_late_means_another_thing():
    """To present a word that others use already speaks for another thing, the more if they used it long before."""
    late = naming(2, role=Role.PROPOSES, said="We propose")._replace(coins_late=True)
    assert odds(USED[0], late) < odds(USED[0], late._replace(coins_late=False))


def test_every_weight_is_heard():
    """Evidence has a column for each weight, and each of them moves the odds."""
    row = evidence(USED[0], [USED[1]], Contexts([each.use.paper for each in USED]))
    assert row.shape == (len(WEIGHTS),)
    for column in range(len(WEIGHTS)):
        moved = row.copy()
        moved[column] += 1
        assert log_odds(moved) != log_odds(row)


def test_evidence_of_several_is_the_mean():
    """Of one paper and others it is the mean over the pairs."""
    others = [naming(2), naming(3, type=BENCHMARK, shared=25)]
    contexts = Contexts([each.use.paper for each in (USED[0], *others)])
    pairs = [evidence(USED[0], [other], contexts) for other in others]
    assert evidence(USED[0], others, contexts) == pytest.approx(np.mean(pairs, axis=0))


def test_papers_with_few_words_do_not_tell():
    """Where a paper has hardly a word, the papers are taken for alike."""
    bare = naming(2)
    bare = bare._replace(use=replace(bare.use, paper=replace(bare.use.paper, abstract="We use GridFold.")))
    assert evidence(USED[0], [bare], Contexts([USED[0].use.paper, bare.use.paper]))[0] == 1
