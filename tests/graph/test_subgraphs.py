import copy

import pytest
from graph.small import small_graph

from kg.errors import InputError
from kg.graph.subgraphs import Selection, select


def names(graph):
    """The nodes without their kind."""
    return {node.partition(":")[2] for node in graph}


def roles(graph):
    """The roles of all edges."""
    return {role for _, _, role in graph.edges(keys=True)}


def chosen(*where, **options):
    """The part of the small graph that meets the conditions."""
    return select(small_graph(), Selection(where, **options))


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (["kind=METHOD"], {"kite", "falcon"}),
        (["kind=method, MODEL"], {"kite", "falcon", "owl", "owl-2"}),
        (["kind=PAPER,METHOD", "kind=PAPER,MODEL"], {"old", "mid", "new", "undated"}),
        (["role=PROPOSES"], {"old", "mid", "new", "kite", "owl-2", "falcon"}),
        (["role=PROPOSES", "kind=METHOD"], {"kite", "falcon"}),
        (["role=variant_of"], {"owl", "owl-2"}),
        (["community=2"], {"new", "falcon"}),
        (["community=1,2", "kind=PAPER"], {"old", "new"}),
        (["year=2020"], {"old", "kite", "gsm8k"}),
        (["year=-2022"], {"old", "mid", "kite", "gsm8k", "owl-2", "owl"}),
        (["year=2023-"], {"new", "kite", "owl-2", "owl", "falcon"}),
        (["year=2020,2024", "kind=PAPER"], {"old", "new"}),
        (["year=2022-2024", "role=PROPOSES"], {"mid", "new", "owl-2", "falcon"}),
        (["year=2022-2024", "role=VARIANT_OF"], {"owl-2", "owl"}),
        (["ego=method:falcon"], {"falcon", "new"}),
        (["ego=Owl"], {"owl", "owl-2"}),
        (["ego=owl,falcon"], {"owl", "owl-2", "falcon", "new"}),
        (["ego=kite!"], {"kite", "old", "mid", "new", "gsm8k", "owl-2"}),
        (["ego=dragon, PAPER", "kind=MODEL"], {"owl-2"}),
        (["ego=Kite", "role=PROPOSES"], {"kite", "old"}),
    ],
)
def test_condition_takes_what_meets_it(where, expected):
    """Values of a condition are alternatives, and conditions hold together."""
    assert names(chosen(*where)) == expected


def test_nothing_said_is_the_whole_graph():
    """A selection that asks for nothing keeps everything in its order."""
    graph = chosen()
    assert list(graph.nodes(data=True)) == list(small_graph().nodes(data=True))
    assert list(graph.edges(keys=True, data=True)) == list(small_graph().edges(keys=True, data=True))


@pytest.mark.parametrize("value", ["!!!", "-"])
def test_marks_alone_are_the_name_of_nothing(value):
    """They do not stand for every node that has no other name."""
    with pytest.raises(InputError, match="no node is called"):
        chosen(f"ego={value}")


def test_radius_says_how_far_an_ego_reaches():
    """Without a step it is the node alone, with enough of them all that hangs together."""
    assert names(chosen("ego=Falcon", radius=0)) == {"falcon"}
    assert names(chosen("ego=Falcon", radius=2)) == {"falcon", "new", "kite", "owl-2"}
    assert len(chosen("ego=Falcon", radius=9)) == len(small_graph())


@pytest.mark.parametrize("where", [[], ["kind=METHOD"]])
def test_radius_without_an_ego_is_an_error(where):
    """There is nothing around which it could reach, and the error says what to add."""
    with pytest.raises(InputError, match=r"--radius 3: there is no ego.*ego="):
        chosen(*where, radius=3)


def test_only_edges_of_the_role_are_left():
    """Of a pair with several relations the others go."""
    assert roles(chosen("role=USES,PROPOSES")) == {"USES", "PROPOSES"}


def test_relation_that_came_later_is_not_in_an_earlier_year():
    """Of the relations those stay that a paper had told by then."""
    assert "COMPARED_WITH" not in roles(chosen("year=2020,2021"))
    assert {"EVALUATED_ON", "VARIANT_OF", "COMPARED_WITH"} <= roles(chosen("year=-2022"))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"top": 1}, {"kite", "old", "mid", "new"}),
        ({"top": 2}, {"kite", "gsm8k", "old", "mid", "new", "undated"}),
        ({"min_papers": 3}, {"kite", "old", "mid", "new"}),
        ({"min_papers": 2, "top": 9}, {"kite", "gsm8k", "owl-2", "old", "mid", "new", "undated"}),
    ],
)
def test_entities_are_taken_by_their_papers(options, expected):
    """Papers stay as far as they name one of them."""
    assert names(chosen(**options)) == expected


def test_papers_are_counted_in_the_part():
    """Of the papers since 2022 two name each of two things."""
    assert names(chosen("year=2022-", "kind=MODEL,METHOD", min_papers=2)) == {"kite", "owl-2"}


def test_part_of_a_graph_without_papers_goes_by_their_number():
    """Where papers are gone, the attribute tells how many there were."""
    graph = chosen("kind=METHOD,MODEL")
    for number, node in enumerate(graph):
        graph.nodes[node]["papers"] = number
    assert list(select(graph, Selection(top=1))) == list(graph)[-1:]


def test_rows_beside_the_graph_follow_their_papers_and_things():
    """Results of papers that are gone are gone, and so are doubts about things that are."""
    part = chosen("year=2020")
    assert [row["value"] for row in part.graph["results"]] == ["71"]
    assert [row["other"] for row in part.graph["doubts"]] == ["Kite"]


def test_graph_is_unchanged():
    """The part has attributes of its own."""
    graph = small_graph()
    before = copy.deepcopy((graph.graph, list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))))
    part = select(graph, Selection(("year=2020",)))
    part.nodes["method:kite"]["label"] = "other"
    part.graph["results"].clear()
    for edge in part.edges(keys=True):
        part.edges[edge].clear()
    assert (graph.graph, list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))) == before


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("kinds=METHOD", "did you mean kind"),
        ("METHOD", "no condition is called 'method'; there are kind, role, year, community and ego"),
        ("", "no condition"),
        ("kind=", "write it like kind=METHOD,MODEL"),
        ("kind=,", "has no value"),
        ("kind=METHD", "did you mean METHOD?"),
        ("role=PROPOSED", "did you mean PROPOSES?"),
        ("role=FLIES", "no role in this graph is 'FLIES'; there are COMPARED_WITH, EVALUATED_ON"),
        ("community=7", "they are 1 to 2"),
        ("community=one", "they are 1 to 2"),
        ("year=20", "write 2024, 2023-2025, 2023- or -2020"),
        ("year=20202021", "is no year"),
        ("year=-", "is no year"),
        ("year=2024-2020", "2024 is after 2020"),
        ("year=1999", "they are of 2020 to 2024"),
        ("ego=Kyte", "did you mean Kite"),
        ("ego=Falcn", "did you mean Falcon"),
        ("ego=qqqqqq", "write its name, or its id"),
        ("ego=Falcon, qqqqqq", "no node is called 'qqqqqq'"),
    ],
)
def test_error_says_what_is_possible(where, said):
    """What is wrong stands in the error, and what to write instead."""
    with pytest.raises(InputError) as error:
        chosen(where)
    assert said in str(error.value)


def test_name_of_two_nodes_is_an_error_with_their_ids():
    """A name that may be either is decided by its id."""
    graph = small_graph()
    graph.add_node("model:kite", label="kite", kind="MODEL")
    with pytest.raises(InputError, match="method:kite or model:kite"):
        select(graph, Selection(("ego=KITE",)))
    assert "model:kite" in select(graph, Selection(("ego=model:kite",)))


def test_nothing_left_is_an_error_that_tells_how_it_came_about():
    """After each condition the number of nodes is told."""
    with pytest.raises(InputError, match="9 nodes: role 6, then kind 0"):
        chosen("role=PROPOSES", "kind=BENCHMARK")
    with pytest.raises(InputError, match="number of papers 4, then papers with one of these 0"):
        chosen(min_papers=99)


def test_year_that_no_paper_has_is_an_error_without_dates():
    """Where no year is known, that is said."""
    graph = small_graph()
    for node in graph.nodes.values():
        node.pop("year", None)
    with pytest.raises(InputError, match="no year is known"):
        select(graph, Selection(("year=2024",)))
