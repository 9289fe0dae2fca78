import networkx as nx

from kg.insight.usage import Use, most_used, newest, usages


def made(*papers):
    """A graph of papers, each a year and what it names in which role."""
    graph = nx.MultiDiGraph()
    for number, (year, named) in enumerate(papers):
        graph.add_node(f"paper:{number}", kind="PAPER", **({"year": year} if year else {}))
        for name, role in named.items():
            graph.add_node(f"method:{name}", kind="METHOD", label=name.upper())
            graph.add_edge(f"paper:{number}", f"method:{name}", key=role, role=role)
    return graph


def test_uses_stand_from_the_oldest_to_those_without_a_date():
    """Of one date the proposing paper comes first."""
    (usage,) = usages(
        made((None, {"a": "PROPOSES"}), (2024, {"a": "USES"}), (2023, {"a": "USES"}), (2023, {"a": "PROPOSES"}))
    )
    assert [(use.paper[-1], use.published) for use in usage.uses] == [
        ("3", "2023"),
        ("2", "2023"),
        ("1", "2024"),
        ("0", None),
    ]
    assert usage.first == Use("paper:3", "PROPOSES", "2023")
    assert usage.papers == 4
    assert usage.label == "A"


def test_most_used_come_first():
    """Those of one number stand by their names, and those of other kinds are not told."""
    graph = made((2020, {"a": "USES", "b": "USES", "c": "USES"}), (2021, {"c": "USES"}))
    graph.nodes["method:b"]["kind"] = "MODEL"
    assert [usage.label for usage in usages(graph)] == ["C", "A", "B"]
    assert [usage.label for usage in most_used(usages(graph), "METHOD", 9)] == ["C", "A"]
    assert [usage.label for usage in most_used(usages(graph), "METHOD", 1)] == ["C"]


def test_newest_are_those_that_their_oldest_paper_proposes():
    """What is proposed after it was named, or by a paper without a date, may be older."""
    graph = made(
        (2020, {"late": "USES", "old": "PROPOSES"}),
        (2024, {"late": "PROPOSES", "new": "PROPOSES"}),
        (2023, {"mid": "PROPOSES", "popular": "PROPOSES"}),
        (2024, {"popular": "USES"}),
        (None, {"undated": "PROPOSES"}),
    )
    assert [usage.label for usage in newest(usages(graph), "METHOD", 9)] == ["NEW", "POPULAR", "MID", "OLD"]


def test_newest_of_one_month_are_the_last_of_it():
    """The day tells, or the number that arXiv gave; of one day the more used come first."""
    graph = made(*((2024, {name: "PROPOSES"}) for name in "abcd"), (2024, {"d": "USES"}))
    for number, known in enumerate([{"date": "2024-05-30"}, {"date": "2024-05-02"}]):
        graph.nodes[f"paper:{number}"].update(known)
    assert [usage.label for usage in newest(usages(graph), "METHOD", 9)] == ["A", "B", "D", "C"]
    for number, arxiv in enumerate(["2405.00001", "2405.09999", "2405.10001", "2404.20000"]):
        graph.nodes[f"paper:{number}"].update(date=None, arxiv=arxiv)
    assert [usage.label for usage in newest(usages(graph), "METHOD", 9)] == ["C", "B", "A"]


def test_relations_between_entities_and_what_no_paper_names_are_no_use():
    """Only papers use something."""
    graph = made((2020, {"a": "USES"}))
    graph.add_node("method:b", kind="METHOD")
    graph.add_edge("method:a", "method:b", key="VARIANT_OF", role="VARIANT_OF")
    assert [usage.node for usage in usages(graph)] == ["method:a"]
