from math import isfinite

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import HOSTILE, hostile_text

from kg.extraction.contexts import CONTEXT
from kg.extraction.linear_model import LinearModel
from kg.extraction.paper_doc import make_doc
from kg.extraction.pipeline import COMPONENTS, build_pipeline, extract
from kg.extraction.role_features import Features
from kg.extraction.roles import ROLES, Roles, Told, roles_of, told_roles
from kg.lexicons import Name, Term
from kg.model import EntityType, Paper, Role

TYPES = (*EntityType, "ROBOT")
PROPOSING = "We propose OakFold, a method that trims trees."
SENTENCES = [
    PROPOSING,
    "We evaluate on accuracy and F1.",
    "Experiments on the BLEU benchmark show it.",
    "We propose perplexity, a dataset of trees.",
    "OakFold outperforms accuracy, PPO and GSM8K.",
    "We test on GSM8K and MMLU 🌳.",
]


def told(known, rows, *of_mentions, type="METHOD", contexts=None):
    """What a model tells of a thing with these features of its mentions, given by kind, slot and what fills it."""
    model = LinearModel(known, np.array(rows, dtype=np.float32))
    (roles,) = Roles(model).of_things([thing(model, *of_mentions, type=type)], array(contexts, len(of_mentions)))
    return roles


def thing(model, *of_mentions, type="METHOD", first=0):
    """A thing as roles hear it, its mentions numbered from the first on."""
    heard = model.lookup("method").features
    places = tuple(range(first, first + len(of_mentions)))
    return Features("method", places, type, tuple(list(heard(each)) for each in of_mentions), [])


def array(contexts, mentions):
    """Contexts of so many mentions; without a column where there are none."""
    return np.array(contexts if contexts is not None else [[]] * mentions, dtype=np.float32)


def weights(**of_role):
    """A row of weights, nought where no role is named."""
    return [of_role.get(role, 0.0) for role in ROLES]


@pytest.fixture
def roles(find):
    """The roles of each name in an abstract."""

    def roles(abstract, title="Some words"):
        told = {}
        for mention in find(abstract, title).mentions:
            told.setdefault(mention.text, set()).add(mention.role)
        return told

    return roles


def test_only_benchmarks_are_evaluated_on_and_only_metrics_reported():
    """EVALUATES_ON is for benchmarks alone, REPORTS for metrics, all else for all; own types are as methods."""
    assert {type for type in TYPES if Role.EVALUATES_ON in roles_of(type)} == {EntityType.BENCHMARK}
    assert {type for type in TYPES if Role.REPORTS in roles_of(type)} == {EntityType.METRIC}
    assert all(set(Role) - set(roles_of(type)) <= {Role.EVALUATES_ON, Role.REPORTS} for type in TYPES)
    assert roles_of("ROBOT") == roles_of(EntityType.METHOD)


@given(row=st.lists(st.floats(-9, 9, width=32), min_size=len(ROLES), max_size=len(ROLES)), type=st.sampled_from(TYPES))
def test_no_weights_give_a_role_that_the_type_cannot_have(row, type):
    """However much speaks for it, a thing has no role that its type does not allow."""
    (only,) = told([("method", "left", "x")], [row], [("left", "x")], type=type)
    assert only.role in roles_of(type)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_sentence_gives_a_role_that_the_type_cannot_have(find, sentence):
    """A metric is not evaluated on and a benchmark not reported, whatever the sentence says of them."""
    told = [mention.role in roles_of(mention.type) for mention in find(sentence).mentions]
    assert set(told) == {True}


def test_a_word_that_mentions_share_counts_once():
    """The role is that of all features together, each of them once, however many mentions have it."""
    known = [("method", "left", "x"), ("method", "left", "y")]
    rows = [weights(USES=2), weights(PROPOSES=3)]
    first, second, third = told(known, rows, [("left", "x")], [("left", "x")], [("left", "y")])
    assert {first.role, second.role, third.role} == {Role.PROPOSES}
    assert third.support > first.support == second.support


def test_features_of_another_kind_say_nothing():
    """What is known of benchmarks is not heard where a method is judged."""
    known = [("benchmark", "left", "x"), ("method", "left", "y")]
    rows = [weights(MENTIONS=9), weights(COMPARES_WITH=1)]
    (only,) = told(known, rows, [("left", "x"), ("left", "y")])
    assert only.role == Role.COMPARES_WITH


def test_what_the_network_knows_of_a_mention_is_heard():
    """A column of a mention's context counts by its size, beside the features, and supports the role of its mention."""
    known = [("method", "left", "x"), ("method", CONTEXT, 0), ("method", CONTEXT, 1), ("benchmark", CONTEXT, 0)]
    rows = [weights(USES=2), weights(PROPOSES=3), weights(MENTIONS=1), weights(COMPARES_WITH=99)]
    (quiet,) = told(known, rows, [("left", "x")], contexts=[[0.5, 0]])
    assert quiet.role == Role.USES
    first, second = told(known, rows, [("left", "x")], [("left", "x")], contexts=[[0.5, 0], [1, 0]])
    assert first.role == second.role == Role.PROPOSES
    assert second.support > first.support


def test_each_thing_hears_the_contexts_of_its_own_mentions():
    """Things that are judged together are judged as each by itself, whichever mentions are theirs."""
    model = LinearModel([("method", CONTEXT, 0)], np.array([weights(PROPOSES=1, USES=-1)], dtype=np.float32))
    contexts = array([[-1.0], [2.0], [-3.0]], 3)
    one, two = thing(model, [], [], first=1), thing(model, [])
    together = list(Roles(model).of_things([one, two], contexts))
    assert together == [*Roles(model).of_things([one], contexts), *Roles(model).of_things([two], contexts)]
    assert [told.role for told in together[1]] == [Role.USES]


def test_a_single_mention_supports_its_role_by_nought():
    """Where a thing has one mention, there is nothing to compare, and its support is nought."""
    assert told([("method", "left", "x")], [weights(USES=7)], [("left", "x")]) == [Told(Role.USES, 0.0)]


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        (PROPOSING, {"OakFold": Role.PROPOSES}),
        (f"{PROPOSING} OakFold outperforms PPO and TRPO.", {"PPO": Role.COMPARES_WITH, "TRPO": Role.COMPARES_WITH}),
        ("We trim trees. Our trees outperform BERT and T5.", {"BERT": Role.COMPARES_WITH, "T5": Role.COMPARES_WITH}),
        ("We evaluate on GSM8K.", {"GSM8K": Role.EVALUATES_ON}),
        ("We test our trees on MMLU and HumanEval.", {"MMLU": Role.EVALUATES_ON, "HumanEval": Role.EVALUATES_ON}),
        ("The paper reports accuracy.", {"accuracy": Role.REPORTS}),
        ("We use GRPO to train trees.", {"GRPO": Role.USES}),
        ("Progress of models such as GPT-4 has drawn attention. Here we count trees.", {"GPT-4": Role.MENTIONS}),
        ("Methods such as PPO have become popular. In this paper, we count trees.", {"PPO": Role.MENTIONS}),
        ("Since BERT was introduced, models have grown. In this paper, we count trees.", {"BERT": Role.MENTIONS}),
        ("PPO is popular. In this paper, we count trees.", {"PPO": Role.MENTIONS}),
        ("GPT-4 has changed many fields. In this paper, we count trees.", {"GPT-4": Role.MENTIONS}),
    ],
)
def test_plain_sentences_tell_their_roles(roles, abstract, expected):
    """A sentence that says plainly what the paper does with a thing gives the thing that role."""
    found = roles(abstract)
    assert {name: found[name] for name in expected} == {name: {role} for name, role in expected.items()}


def test_name_abbreviation_and_long_form_have_one_role(roles):
    """All places of one thing tell one role, though some of them alone would tell another."""
    text = "We propose trimmed oak folding (TOF), a method that trims trees. TOF outperforms PPO. We use TOF daily."
    found = roles(f"Many trees fall. {text}", title="trimmed oak folding")
    assert found["trimmed oak folding"] == found["TOF"] == {Role.PROPOSES}


def test_a_thing_of_the_background_that_is_beaten_later_is_compared_with(roles):
    """One role goes for all mentions, also for those that stand in the background."""
    told = roles(f"BERT is popular. In this paper, trees grow. {PROPOSING} OakFold outperforms BERT and T5.")["BERT"]
    assert told == {Role.COMPARES_WITH}


@pytest.mark.parametrize("before", ["", "OakFold was tested with care. Trees stand. ", "We met OakFold. "])
@pytest.mark.parametrize("title", ["Some words", "OakFold: Trimming Trees"])
def test_the_proposing_sentence_says_most(find, title, before):
    """Of all mentions of a proposed thing, the one in the proposing sentence has the highest support."""
    abstract = f"{before}{PROPOSING} OakFold is small. OakFold needs no tuning."
    places = [mention for mention in find(abstract, title).mentions if mention.text == "OakFold"]
    best = max(places, key=lambda mention: mention.support)
    assert len(places) >= 3
    assert (best.field, best.start) == ("abstract", abstract.index("OakFold, a"))


def test_a_users_own_things_have_roles():
    """Things of a type of the user's own are told a role that methods have, by the words around them."""
    terms = [Term("ROBOT", Name("Tinny Arm", ("KT-7",), "")), Term("GAIT", Name("trotting", (), ""))]
    own = build_pipeline(terms=terms)
    (found,) = extract([Paper("1", "T", "We evaluate on KT-7. Tinny Arm outperforms trotting.")], own)
    told = {mention.text: mention.role for mention in found.mentions}
    assert told["trotting"] == Role.COMPARES_WITH
    assert set(told.values()) <= set(roles_of("ROBOT"))


def read(nlp, abstract):
    """A doc that has passed the pipeline."""
    doc = make_doc(nlp, Paper("1", "Some words", abstract))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def test_no_names_no_roles(nlp):
    """A doc without marked names has no roles."""
    assert told_roles(read(nlp, "It rains on the trees.")) == []


def test_untold_roles_are_uses():
    """Where the component is left out, each name is used, and nothing speaks for it."""
    nlp = build_pipeline(COMPONENTS[: COMPONENTS.index("roles")])
    assert told_roles(read(nlp, "We propose PPO.")) == [Told(Role.USES, 0.0)]


ODD = ("PPO", "PPO (", "🌳PPO🌳", "We\npropose\n\nPPO.\r\n", " . PPO")
text = st.one_of(hostile_text, st.sampled_from([*SENTENCES, *ODD]))


@settings(deadline=None, max_examples=30)
@given(title=text, abstract=st.lists(text, max_size=4), joint=st.sampled_from([" ", "", "\n", "\n\n"]))
def test_any_text_gives_roles_and_the_same_twice(nlp, title, abstract, joint):
    """No text breaks the pipeline; each mention has a role and a finite support, and both again the second time."""
    paper = Paper("1", *(each.encode(errors="ignore").decode() for each in (title, joint.join(abstract))))
    first, second = extract([paper, paper], nlp)
    assert first == second
    assert all(isinstance(mention.role, Role) and isfinite(mention.support) for mention in first.mentions)


@pytest.mark.parametrize("title", ["", "PPO", "🌳", "Line\nbreak"])
@pytest.mark.parametrize("abstract", ["", "PPO", "\n\n", "🌳 PPO 🌳", *HOSTILE[5:7]])
def test_odd_texts_give_roles(find, title, abstract):
    """Empty fields, a single word, line breaks and emoji are read, and every name has a role."""
    found = find(abstract, title).mentions
    assert len(found) >= (title == "PPO") + ("PPO" in abstract)
    assert all(isinstance(mention.role, Role) and isfinite(mention.support) for mention in found)


def test_five_thousand_words_tell_one_role(find):
    """A name that stands five hundred times in one endless sentence is one thing with one role."""
    found = find("we train our trees of Oak and Elm with PPO " * 500).mentions
    assert sum(mention.text == "PPO" for mention in found) == 500
    assert len({mention.role for mention in found if mention.text == "PPO"}) == 1
    assert all(isfinite(mention.support) for mention in found)
