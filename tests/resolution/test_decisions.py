import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import Name, seconds
from resolution.build import found as named

from kg.model import EntityType, Findings, Mention, Paper, Role
from kg.resolution import Rule, resolve
from kg.resolution.curation import Action

METHOD, MODEL = EntityType.METHOD, EntityType.MODEL
MERGE, SPLIT, RENAME, RETYPE, HIDE = Action
YES, NO, OPEN = "yes", "no", "?"


def found(number, *texts, known=None):
    """What was found in one paper: methods of these names."""
    mentions = (Mention("abstract", 0, len(t), t, METHOD, known, "x", 0.5, Role.USES, (0, 99)) for t in texts)
    return Findings(Paper(str(number), "T", "A"), tuple(mentions))


def names(findings, *rules):
    """The entity names of each paper."""
    return [[entity.name for entity in paper.entities] for paper in resolve(findings, rules=rules).papers]


KITES = [found(1, "Kite-X"), found(2, "Lark Y"), found(3, "Lark Y")]
#: kg takes the two names for one: the second has a generic word behind it.
SEARCHES = [found(1, "root search"), found(2, "root search algorithm"), found(3, "root search")]


def test_merge_makes_two_names_one():
    """What a person calls one thing is one, under the name that the rule gives."""
    assert names(KITES) == [["Kite-X"], ["Lark Y"], ["Lark Y"]]
    assert names(KITES, Rule(YES, MERGE, METHOD, "Lark Y", "Kite-X")) == [["Kite-X"]] * 3


def test_merge_into_a_thing_of_another_type():
    """What a person calls the same is one node, though kg took the two for different types."""
    papers = [found(1, "Kite-X"), *(named(n, "We use Lark Y.", Name("Lark Y", MODEL)) for n in (2, 3))]
    merged = resolve(papers, rules=[Rule(YES, MERGE, METHOD, "Kite-X", "Lark Y")])
    said = {(entity.name, entity.type) for paper in merged.papers for entity in paper.entities}
    assert said == {("Lark Y", MODEL)}


def test_merge_into_a_name_that_nothing_has():
    """The name to merge into need not stand in any paper."""
    assert names(KITES, Rule(YES, MERGE, METHOD, "Lark Y", "Gull"))[1:] == [["Gull"], ["Gull"]]


@pytest.mark.parametrize(
    ("name", "to"), [("root search algorithm", "root search"), ("Root Search", "root search algorithm")]
)
def test_merge_no_keeps_apart_what_kg_would_merge(name, to):
    """A person who says that two are not one is obeyed, whichever of the two stands first."""
    assert names(SEARCHES) == [["Root Search"]] * 3
    apart = [["Root Search"], ["Root Search Algorithm"], ["Root Search"]]
    assert names(SEARCHES, Rule(NO, MERGE, METHOD, name, to)) == apart


@pytest.mark.parametrize(("name", "to"), [("GFO", "Grid Folding Optimization"), ("Grid Folding Optimization", "GFO")])
@pytest.mark.parametrize("known", [None, "Grid Folding Optimization"])
def test_merge_no_parts_a_short_form_from_what_it_stands_for(name, to, known):
    """A person is obeyed where a paper explains the one by the other, or a lexicon knows both; each has its name."""
    long, short = Name("Grid Folding Optimization", known=known), Name("GFO", known=known)
    text = "We use Grid Folding Optimization (GFO). GFO is fast."
    papers = [
        named(1, text, long, short, short=[("GFO", "Grid Folding Optimization")]),
        named(2, "We use GFO.", short),
    ]
    assert names(papers)[0] == ["Grid Folding Optimization"]
    assert names(papers, Rule(NO, MERGE, METHOD, name, to)) == [["GFO", "Grid Folding Optimization"], ["GFO"]]


def test_answer_settles_the_question():
    """What kg asks is not asked again once it is answered, with no or with yes."""
    (doubt,) = resolve(SEARCHES).doubts
    for decision in (YES, NO):
        answered = dataclasses.replace(doubt.question(), decision=decision)
        again = resolve(SEARCHES, rules=[answered])
        assert (again.doubts, again.unused) == ([], [])


@pytest.mark.parametrize(("second", "merged"), [("Kernel folding", True), ("Kernel Map Folding", False)])
def test_answer_on_names_of_one_paper(second, merged):
    """Yes makes two names of a paper one thing there, no makes them two; the question is gone, the rule was of use."""
    abstract = f"We use Kernel Grid Folding. It runs. {second} is fast."
    paper = named(1, abstract, Name("Kernel Grid Folding"), Name(second))
    others = [named(n, f"Here {second} runs.", Name(second)) for n in (2, 3)]
    (doubt,) = resolve([paper, *others]).doubts
    assert (doubt.merged, doubt.papers) == (merged, ("1",))
    for decision, things in ((YES, 1), (NO, 2)):
        answered = dataclasses.replace(doubt.question(), decision=decision)
        again = resolve([paper, *others], rules=[answered])
        assert (again.doubts, again.unused) == ([], [])
        first, *rest = ([entity.name for entity in each.entities] for each in again.papers)
        assert len(first) == things
        assert rest == [[second]] * 2


@pytest.mark.parametrize(
    ("name", "to"), [("Kernel folding", "Kernel Grid Folding"), ("Kernel Grid Folding", "Kernel folding")]
)
def test_merge_of_names_that_one_paper_has(name, to):
    """A merge for all papers is one thing under the name that the rule gives, also where one paper has both names."""
    abstract = "We use Kernel Grid Folding. It runs. Kernel folding is fast."
    papers = [named(1, abstract, Name("Kernel Grid Folding"), Name("Kernel folding"))]
    papers += [named(n, f"Here {text} runs.", Name(text)) for n, text in ((2, name), (3, to))]
    assert names(papers, Rule(YES, MERGE, METHOD, name, to)) == [[to]] * 3


def test_question_on_what_is_left_out():
    """Nothing is asked of names that are not sure enough to be shown."""
    abstract = "We use Kernel Grid Folding. It runs. Kernel Map Folding is fast."
    paper = named(1, abstract, Name("Kernel Grid Folding", confidence=0.9), Name("Kernel Map Folding", confidence=0.45))
    assert len(resolve([paper]).doubts) == 1
    assert resolve([paper], 0.5).doubts == []


def test_split_takes_its_papers_out():
    """A name means something else in the papers of the rule, and in no other."""
    papers = [found(n, "ReFold") for n in range(1, 5)]
    rule = Rule(YES, SPLIT, METHOD, "ReFold", "ReFold (maps)", ("2", "4"))
    assert names(papers, rule) == [["ReFold"], ["ReFold (maps)"], ["ReFold"], ["ReFold (maps)"]]


def test_rename_gives_the_shown_name():
    """A thing is shown as the rule writes it, under any of its spellings."""
    papers = [found(1, "Wind-Mill"), found(2, "WindMill")]
    assert names(papers, Rule(YES, RENAME, "", "windmill", "The wind Mill")) == [["The wind Mill"]] * 2


def test_retype_gives_the_shown_type():
    """A thing gets the type of the rule, kg's or a person's own, and keeps its name."""
    for type in (MODEL, "ROBOT"):
        resolved = resolve(KITES, rules=[Rule(YES, RETYPE, METHOD, "Kite-X", type)])
        assert [(e.name, e.type) for e in resolved.papers[0].entities] == [("Kite-X", type)]
        assert resolved.papers[1].entities[0].type == METHOD


def test_hide_leaves_a_thing_out():
    """A hidden thing is in no paper, and the others stay."""
    assert names(KITES, Rule(YES, HIDE, METHOD, "Lark Y")) == [["Kite-X"], [], []]


def test_rules_build_on_each_other():
    """What was merged can be renamed and retyped under its new name."""
    rules = [
        Rule(YES, MERGE, METHOD, "Kite-X", "Lark Y"),
        Rule(YES, RENAME, METHOD, "Lark Y", "Owl"),
        Rule(YES, RETYPE, METHOD, "Lark Y", "BIRD"),
    ]
    papers = resolve(KITES, rules=rules).papers
    assert [[(e.name, e.type) for e in paper.entities] for paper in papers] == [[("Owl", "BIRD")]] * 3


@pytest.mark.parametrize("said", ["Gull approach", "Kite-X approach"])
def test_a_merged_thing_is_compared_by_its_new_name(said):
    """A later rule that names it leaves it under the name that the rules gave it."""
    rules = [Rule(YES, MERGE, METHOD, "Kite-X", "Gull"), Rule(YES, MERGE, METHOD, "gull", "Gull")]
    merged = names([found(1, "Kite-X"), found(2, "Kite-X"), found(3, said)], *rules)
    assert merged == [["Gull"], ["Gull"], ["Gull" if said.startswith("Gull") else said]]


def test_type_of_a_rule_limits_it():
    """A rule on a model says nothing of a method, and one without a type speaks of all."""
    assert names(KITES, Rule(YES, HIDE, MODEL, "Lark Y")) == names(KITES)
    assert names(KITES, Rule(YES, HIDE, "", "Lark Y")) == [["Kite-X"], [], []]


@pytest.mark.parametrize("action", Action)
def test_open_questions_change_nothing(action):
    """A row with a question mark is no decision, and is never told as one that matches nothing."""
    rules = [Rule(OPEN, action, METHOD, name, "Owl") for name in ("Lark Y", "Nowhere")]
    assert resolve(KITES, rules=rules) == resolve(KITES)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("decision", [YES, NO])
def test_rules_that_match_nothing_are_told(action, decision):
    """A decision on a name that is gone is unused, one on names that are there is not."""
    gone, there = (Rule(decision, action, METHOD, name, "Kite-X") for name in ("Nowhere", "Lark Y"))
    assert resolve(KITES, rules=[gone, there]).unused == [gone]


def test_yes_on_what_is_one_already_keeps_it_one():
    """A yes on two names that lexicons give to one thing, in one of its papers, parts that from no others."""
    papers = [found(n, text, known="Root Search") for n, text in ((1, "Root Search"), (2, "RS"), (3, "RS"))]
    resolved = resolve(papers, rules=[Rule(YES, MERGE, METHOD, "RS", "Root Search", ("2",))])
    assert [paper.entities[0].name for paper in resolved.papers] == ["Root Search"] * 3
    assert (resolved.unused, resolved.displaced) == ([], [])


@pytest.mark.parametrize(("name", "to"), [("Kite fold", "Kite Fold"), ("Kite Fold", "Kite fold")])
def test_no_on_one_spelling_takes_no_name_away(name, to):
    """What is kept apart from a thing of the same spelling gets another name; that with more papers keeps its own."""
    papers = [(1, "Kite fold"), (2, "Kite Fold"), (3, "Kite Fold")]
    kites = [found(n, text, known="Kite Fold") for n, text in papers]
    resolved = resolve(kites, rules=[Rule(NO, MERGE, METHOD, name, to)])
    assert [paper.entities[0].name for paper in resolved.papers] == ["Kite Fold (1)", "Kite Fold", "Kite Fold"]
    assert resolved.displaced == []


@pytest.mark.parametrize(
    ("rule", "displaced"),
    [
        (Rule(YES, RENAME, METHOD, "Lark Y", "Kite-X"), [(METHOD, "Kite-X", "Kite-X (1)")]),
        (Rule(YES, RENAME, METHOD, "Lark Y", "kite x"), [(METHOD, "Kite-X", "Kite-X (1)")]),
        (Rule(YES, RENAME, METHOD, "Lark Y", "Lark"), []),
        (Rule(NO, RENAME, METHOD, "Lark Y", "Kite-X"), []),
        (Rule(YES, MERGE, METHOD, "Lark Y", "Kite-X"), []),
    ],
)
def test_thing_that_loses_its_name_to_a_renamed_one_is_told(rule, displaced):
    """Who renames a thing to the name of another is told which one, and what that is shown as now."""
    assert resolve(KITES, rules=[rule]).displaced == displaced


def test_rule_on_a_paper_that_is_gone_is_told():
    """A split of a name in papers that do not have it matches nothing and changes nothing."""
    rule = Rule(YES, SPLIT, METHOD, "Lark Y", "Owl", ("1", "99"))
    resolved = resolve(KITES, rules=[rule])
    assert resolved.unused == [rule]
    assert resolved.papers == resolve(KITES).papers


TEXTS = ["Kite-X", "kite x", "Lark", "Larks", "root search", "root search algorithm", "Wren"]
texts = st.sampled_from(TEXTS)
papers = st.lists(st.lists(texts, max_size=3), max_size=5).map(
    lambda all: [found(n, *each) for n, each in enumerate(all)]
)
rules = st.lists(
    st.builds(
        Rule,
        decision=st.sampled_from([YES, NO]),
        action=st.sampled_from(Action),
        type=st.sampled_from(["", "METHOD"]),
        name=texts,
        to=st.sampled_from([*TEXTS, "MODEL"]),
        papers=st.sampled_from([(), ("0",), ("1", "2")]),
    ),
    max_size=4,
)


@given(papers, rules, st.randoms())
def test_order_of_papers_changes_nothing(papers, rules, random):
    """With any rules, those that contradict each other too, a paper's entities do not depend on the order."""
    one = resolve(papers, rules=rules)
    other = resolve(random.sample(papers, len(papers)), rules=rules)
    assert {paper.paper.id: paper for paper in one.papers} == {paper.paper.id: paper for paper in other.papers}
    assert (one.doubts, one.unused) == (other.doubts, other.unused)


@given(papers, rules)
def test_rules_lose_and_double_no_mention(papers, rules):
    """Whatever is decided but to hide, each mention stands in one entity."""
    rules = [rule for rule in rules if rule.action is not HIDE]
    for before, after in zip(papers, resolve(papers, rules=rules).papers, strict=True):
        assert sum(len(entity.mentions) for entity in after.entities) == len(before.mentions)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Rule(YES, MERGE, METHOD, "Kite-X", "Lark Y"), Rule(NO, MERGE, METHOD, "Kite-X", "Lark Y")),
        (Rule(YES, MERGE, METHOD, "Kite-X", "Lark Y"), Rule(YES, MERGE, METHOD, "Lark Y", "Kite-X")),
        (Rule(YES, RENAME, METHOD, "Lark Y", "Owl"), Rule(YES, RENAME, METHOD, "Lark Y", "Wren")),
        (Rule(YES, HIDE, METHOD, "Lark Y"), Rule(YES, RENAME, METHOD, "Lark Y", "Wren")),
        (Rule(YES, SPLIT, METHOD, "Lark Y", "Owl", ("2",)), Rule(YES, SPLIT, METHOD, "Lark Y", "Wren", ("2",))),
    ],
)
def test_contradiction_is_no_crash(one, other):
    """Of two rules that contradict each other both are read, in either order, and each paper is there."""
    for rules in ([one, other], [other, one]):
        assert len(names(KITES, *rules)) == len(KITES)


@pytest.mark.parametrize("known", [None, "Lark Y Known"])
def test_split_parts_what_any_reason_would_join(known):
    """A split in one paper holds for plain terms and lexicon names, and leaves the other papers as they are."""
    larks = [found(n, "lark sorting", known=known) for n in (1, 2, 3)]
    name = known or "Lark Sorting"
    assert names(larks, Rule(YES, SPLIT, METHOD, "lark sorting", "Owl", ("2",))) == [[name], ["Owl"], [name]]


def test_merge_in_one_paper_stays_in_it():
    """A merge that is limited to papers does not spread to the other uses of the name."""
    rule = Rule(YES, MERGE, METHOD, "Beta Y", "Alpha-X", ("3",))
    papers = [found(1, "Alpha-X"), found(2, "Beta Y"), found(3, "Beta Y")]
    assert names(papers, rule) == [["Alpha-X"], ["Beta Y"], ["Alpha-X"]]


def test_no_keeps_spellings_of_one_key_apart():
    """A person may know that two spellings are two things."""
    papers = [found(1, "Meta-World"), found(2, "MetaWorld")]
    assert names(papers, Rule(NO, MERGE, METHOD, "Meta-World", "MetaWorld")) == [["Meta-World"], ["MetaWorld"]]


#: kg takes all three names for one: two have a generic word behind the third.
KITES_APART = [found(1, "Kite Fold"), found(2, "Kite Fold approach"), *(found(n, "Kite Fold method") for n in (3, 4))]


def test_no_holds_where_both_agree_with_a_third():
    """Two names that a person keeps apart do not meet in a name that both agree with."""
    rule = Rule(NO, MERGE, METHOD, "Kite Fold", "Kite Fold approach")
    resolved = resolve(KITES_APART, rules=[rule])
    first, second = (paper.entities[0].name for paper in resolved.papers[:2])
    assert (first != second, resolved.unused) == (True, [])


def test_split_holds_where_both_agree_with_a_third():
    """What a person split off stays off where more names agree."""
    papers = [found(n, "Kite Fold") for n in (1, 2)] + [found(n, "Kite Fold method") for n in (3, 4)]
    rule = Rule(YES, SPLIT, METHOD, "Kite Fold", "Owl", ("1",))
    assert names(papers, rule)[0] == ["Owl"]
    assert names(papers, rule)[1] == names(papers)[1]


def test_name_of_a_merge_stays_where_more_agrees():
    """The name that a person gave is shown though a more frequent name joins."""
    papers = [found(1, "Kite Fold"), *(found(n, "Kite Fold method") for n in (2, 3))]
    assert names(papers, Rule(YES, MERGE, METHOD, "Kite Fold", "Gull")) == [["Gull"]] * 3


def test_rule_names_a_thing_as_it_is_shown():
    """A thing that is shown in the singular is found by that name, though its papers write the plural."""
    papers = [found(n, "gated fusion nets") for n in (1, 2)]
    ((shown,), _) = names(papers)
    assert shown == "Gated Fusion Net"
    assert names(papers, Rule(YES, HIDE, METHOD, shown)) == [[], []]


@pytest.mark.parametrize(("action", "to"), [(HIDE, ""), (RENAME, "Owl"), (RETYPE, "MODEL")])
def test_rule_for_other_papers_changes_nothing(action, to):
    """A rule that is limited to papers that lack the name matches nothing."""
    rule = Rule(YES, action, METHOD, "Lark Y", to, ("99",))
    resolved = resolve(KITES, rules=[rule])
    assert (resolved.papers, resolved.unused) == (resolve(KITES).papers, [rule])


@pytest.mark.parametrize(
    ("action", "to", "shown"),
    [(HIDE, "", []), (RENAME, "Owl", [("Owl", METHOD)]), (RETYPE, "MODEL", [("Lark Y", MODEL)])],
)
def test_rule_for_one_paper_stays_in_it(action, to, shown):
    """What is decided for one paper changes no other that has the name."""
    papers = resolve(KITES, rules=[Rule(YES, action, METHOD, "Lark Y", to, ("2",))]).papers
    kite, *larks = ([(entity.name, entity.type) for entity in paper.entities] for paper in papers)
    assert (kite, larks) == ([("Kite-X", METHOD)], [shown, [("Lark Y", METHOD)]])


def test_answer_reaches_a_use_of_another_type():
    """What kg asks of a meaning is obeyed where one paper takes the name for a thing of another type."""
    kite = found(1, "Kite-X")
    model = dataclasses.replace(kite, mentions=tuple(dataclasses.replace(m, type=MODEL) for m in kite.mentions))
    rule = Rule(YES, MERGE, MODEL, "Lark Y", "Kite-X", ("2",))
    assert names([model, *KITES[1:]], rule) == [["Kite-X"], ["Kite-X"], ["Lark Y"]]


def test_many_rules_take_little_time():
    """A thousand merges that a person refused take little more time than none."""
    papers = [named(n, f"We use Kite {n}, Lark {n} and Gull {n}.", *map(Name, _birds(n))) for n in range(300)]
    rules = [Rule(NO, MERGE, METHOD, f"Kite {n}", f"Lark {n}") for n in range(1_000)]
    without = seconds(resolve, papers)
    assert seconds(lambda: resolve(papers, rules=rules)) < 5 * without + 1


def _birds(n):
    return f"Kite {n}", f"Lark {n}", f"Gull {n}"
