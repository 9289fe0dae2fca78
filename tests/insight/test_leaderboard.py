from collections import Counter
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from insight.made import VALUES, row, rows

from kg.errors import InputError, LexiconError
from kg.insight import aliases_in, leaderboard, shown_value
from kg.insight.directions import better, read_directions
from kg.insight.values import amount
from kg.lexicons import read_names
from kg.lexicons.lexicon import sort_key
from kg.model import EntityType
from kg.resolution.surface import spelling_key


def tables_of(groups):
    """All tables of the groups with the metric of each."""
    return [(group.metric, table) for group in groups for table in group.tables]


def benchmarks(rows):
    """The names of all benchmarks of the rows."""
    return sorted({one.benchmark for one in rows} - {None})


def values(table):
    """What a table shows, from its top."""
    return [row.value for row in table.rows]


@given(st.lists(rows, min_size=1, max_size=12))
def test_every_row_of_the_benchmark_is_in_exactly_one_table(rows):
    """No row is lost, none is shown twice, and none of another benchmark is among them."""
    for benchmark in benchmarks(rows):
        shown = [row for _, table in tables_of(leaderboard(rows, benchmark)) for row in table.rows]
        assert Counter(shown) == Counter(row for row in rows if row.benchmark == benchmark)


@given(st.lists(rows, min_size=1, max_size=12))
def test_no_table_mixes_metrics_or_kinds(rows):
    """A table's rows share metric and kind, and no two tables have both in common."""
    for benchmark in benchmarks(rows):
        tables = tables_of(leaderboard(rows, benchmark))
        for metric, table in tables:
            assert {(row.metric, row.kind) for row in table.rows} == {(metric, table.kind)}
        assert len({(metric, table.kind) for metric, table in tables}) == len(tables)


@given(st.lists(rows, min_size=1, max_size=12, unique_by=lambda row: row.paper), st.randoms(use_true_random=False))
def test_order_of_papers_changes_nothing(rows, dice):
    """The papers may come in any order."""
    for benchmark in benchmarks(rows):
        before = leaderboard(rows, benchmark)
        dice.shuffle(rows)
        assert leaderboard(rows, benchmark) == before


@given(st.lists(st.sampled_from(VALUES), min_size=1), st.sampled_from(["accuracy", "latency"]))
def test_scores_stand_best_first_among_those_of_one_unit(said, metric):
    """Where the direction is known no score stands above a better one of its unit, and units do not alternate."""
    ((_, table),) = tables_of(leaderboard([row(value=value, metric=metric) for value in said], "GSM8K"))
    assert table.better == better(metric)
    units = [value[-1] if value[-1] in "%x" else "" for value in values(table)]
    assert len([1 for one, other in pairwise(units) if one != other]) == len(set(units)) - 1
    for (one, unit), (other, other_unit) in pairwise(zip(values(table), units, strict=True)):
        if unit == other_unit:
            assert amount(one) >= amount(other) if metric == "accuracy" else amount(one) <= amount(other)


def test_thousands_signs_and_bare_points_are_numbers():
    """*1,234.5* is more than *99*, and *.5* less than *1*."""
    rows = [row(value=value, metric="average return") for value in ("99", ".5", "1,234.5", "-3", "1")]
    ((_, table),) = tables_of(leaderboard(rows, "GSM8K"))
    assert values(table) == ["1,234.5", "99", "1", ".5", "-3"]


@pytest.mark.parametrize(("kind", "metric"), [("absolute", "windiness"), ("gain", "accuracy"), ("absolute", None)])
def test_what_cannot_be_ranked_stands_by_paper(kind, metric):
    """An unknown direction, no metric, and gains leave the rows in the order of their papers."""
    rows = [row(paper=paper, value=value, kind=kind, metric=metric) for paper, value in ("c9", "a1", "b5")]
    ((_, table),) = tables_of(leaderboard(rows, "GSM8K"))
    assert (table.better, values(table)) == (None, ["1", "5", "9"])


def test_value_that_is_no_number_stands_last():
    """It is listed all the same."""
    ((_, table),) = tables_of(leaderboard([row(value="many"), row(value="-2"), row(value="5")], "GSM8K"))
    assert values(table) == ["5", "-2", "many"]


def test_kinds_are_tables_in_a_fixed_order():
    """Scores come first, then gains, ratios and ranks, then what else there may be."""
    rows = [row(kind=kind) for kind in ("streak", "rank", "gain", "ratio", "absolute")]
    (group,) = leaderboard(rows, "GSM8K")
    assert [table.kind for table in group.tables] == ["absolute", "gain", "ratio", "rank", "streak"]


def test_largest_group_is_first_and_the_unnamed_metric_last():
    """Groups stand by their size, and what names no metric comes behind them all."""
    rows = [row(metric=metric) for metric in (None, None, None, "F1", "accuracy", "accuracy")]
    assert [group.metric for group in leaderboard(rows, "GSM8K")] == ["accuracy", "F1", None]


@pytest.mark.parametrize("name", ["MATH-500", "math500", "Math 500", " MATH_500 "])
def test_benchmark_is_found_in_any_spelling(name):
    """Case, hyphens and spaces do not count, and no other benchmark is meant."""
    (group,) = leaderboard([row(benchmark="MATH-500"), row(benchmark="MATH")], name)
    assert group.benchmark == "MATH-500"


def test_two_benchmarks_of_one_spelling_are_never_mixed():
    """The very name picks one of them; any other spelling is an error that names both."""
    rows = [row(benchmark="Kite-Bench"), row(benchmark="KiteBench", value="3")]
    ((_, table),) = tables_of(leaderboard(rows, "KiteBench"))
    assert values(table) == ["3"]
    with pytest.raises(InputError, match="Kite-Bench or KiteBench"):
        leaderboard(rows, "kite bench")


@pytest.mark.parametrize("name", ["KFT", "kft", "K-F-T", "Kite Flying Test 1"])
def test_benchmark_is_found_by_an_alias_in_any_spelling(name):
    """What the build knows the benchmark to be called besides its name finds it, under its name."""
    aliases = {"Kite-Flying Test": ["KFT", "kite-flying test 1"], "MATH": ["Mathematics"]}
    (group,) = leaderboard([row(benchmark="Kite-Flying Test"), row(benchmark="MATH")], name, aliases=lambda _: aliases)
    assert group.benchmark == "Kite-Flying Test"


def test_metric_is_found_by_an_alias_in_any_spelling():
    """*psnr* lists what is reported as Peak Signal-to-Noise Ratio."""
    known = {"Peak Signal-to-Noise Ratio": ["PSNR"], "LPIPS": []}
    reported = [row(metric="Peak Signal-to-Noise Ratio"), row(metric="LPIPS")]
    (group,) = leaderboard(reported, "GSM8K", "psnr", lambda type: known if type == EntityType.METRIC else {})
    assert group.metric == "Peak Signal-to-Noise Ratio"


@given(st.lists(rows, min_size=1, max_size=12))
def test_aliases_change_nothing_for_a_name(rows):
    """A name that the rows have means itself, whatever else is called so, and aliases are not asked for."""
    for benchmark in benchmarks(rows):
        assert leaderboard(rows, benchmark, aliases=lambda _: pytest.fail("asked")) == leaderboard(rows, benchmark)


def test_alias_that_is_the_name_of_another_benchmark_does_not_win():
    """Of that other one nothing is reported, which is told."""
    aliases = {"MMLU-Pro": ["MMLU", "MMLU professional"], "mmlu": []}
    with pytest.raises(InputError, match=r"no results for 'MMLU'\. Did you mean MMLU-Pro"):
        leaderboard([row(benchmark="MMLU-Pro")], "MMLU", aliases=lambda _: aliases)
    assert leaderboard([row(benchmark="MMLU-Pro")], "MMLU Professional", aliases=lambda _: aliases)


def test_alias_of_two_benchmarks_is_an_error_that_names_both():
    """None of them is picked; one without results cannot be meant."""
    aliases = {"Kite Test": ["KT"], "Knot Test": ["KT"], "Key Test": ["KT"]}
    with pytest.raises(InputError, match="'kt' may be Kite Test or Knot Test"):
        leaderboard([row(benchmark="Kite Test"), row(benchmark="Knot Test")], "kt", aliases=lambda _: aliases)


def test_aliases_that_cannot_be_read_are_told_with_the_error():
    """The reason stands behind the names that are proposed."""

    def aliases(_):
        raise InputError("graph.graphml: is torn")

    with pytest.raises(InputError, match=r"Did you mean GSM8K\? \(Aliases were not looked at: graph.graphml: is torn"):
        leaderboard([row()], "GSM8", aliases=aliases)


def test_aliases_are_those_of_benchmarks():
    """Those of a method are not among them, and a benchmark without any is no less known."""
    graph = nx.MultiDiGraph()
    graph.add_node("benchmark:kft", kind="BENCHMARK", label="Kite Test", aliases="KFT; Kite-Test")
    graph.add_node("benchmark:math", kind="BENCHMARK", label="MATH")
    graph.add_node("method:kite", kind="METHOD", label="Kite", aliases="MATH; K")
    assert aliases_in(graph, EntityType.BENCHMARK) == {"Kite Test": ["KFT", "Kite-Test"], "MATH": []}


@given(st.text(max_size=30).filter(lambda name: spelling_key(name) not in ("gsm8k", "gsm")))
def test_name_that_is_no_alias_is_an_error(name):
    """The empty one, too, which a benchmark without aliases does not have."""
    graph = nx.MultiDiGraph()
    for label, known in (("GSM8K", {"aliases": "GSM"}), ("MATH", {})):
        graph.add_node(label, kind="BENCHMARK", label=label, **known)
    with pytest.raises(InputError, match="no results"):
        leaderboard([row(), row(benchmark="MATH")], name, aliases=lambda type: aliases_in(graph, type))


def test_unknown_benchmark_is_an_error_with_near_misses():
    """It proposes the three names that are most like it, and none that does not."""
    rows = [row(benchmark=f"Kites-{n}") for n in range(9)] + [row(benchmark="Umbrella")]
    with pytest.raises(InputError) as told:
        leaderboard(rows, "kites")
    assert str(told.value).count("Kites-") == 3
    assert "Umbrella" not in str(told.value)


def test_benchmark_like_none_is_an_error_with_the_largest():
    """Where no name is near, those with most results are named."""
    with pytest.raises(InputError, match="some for 2 benchmarks, most for MATH and GSM8K"):
        leaderboard([row(), row(benchmark="MATH"), row(benchmark="MATH"), row(benchmark=None)], "Zyx")


@pytest.mark.parametrize("rows", [[], [row(benchmark=None)]])
def test_build_without_results_says_so(rows):
    """Where no result names a benchmark the error does not look for likely names."""
    with pytest.raises(InputError, match="the build has no results"):
        leaderboard(rows, "GSM8K")


@given(st.text(max_size=30).filter(lambda name: spelling_key(name) != "gsm8k"))
def test_any_other_name_is_an_error(name):
    """Whatever stands in place of a benchmark, it is told that there is nothing."""
    with pytest.raises(InputError, match="no results"):
        leaderboard([row()], name)


def test_metric_narrows_the_groups_in_any_spelling():
    """Only groups of that metric are left."""
    rows = [row(metric="pass@1"), row(metric="accuracy"), row(metric=None)]
    assert [group.metric for group in leaderboard(rows, "GSM8K", "Pass@1")] == ["pass@1"]


@pytest.mark.parametrize(("metrics", "said"), [(["F1", "accuracy"], "with F1 and accuracy"), ([None], "not named")])
def test_unknown_metric_is_an_error_with_those_that_are_there(metrics, said):
    """The metrics of the benchmark are named."""
    with pytest.raises(InputError, match=f"'GSM8K' with the metric 'BLEU'.*{said}"):
        leaderboard([row(metric=metric) for metric in metrics], "GSM8K", "BLEU")


@pytest.mark.parametrize(
    ("said", "note"),
    [
        (["77.5", "78%"], ["values in % and without a unit stand together here and are not compared"]),
        (["77.5", "80"], []),
        (["77%", "80%"], []),
    ],
)
def test_mixed_units_get_a_note(said, note):
    """Values with % and without are not compared, and the table says so."""
    ((_, table),) = tables_of(leaderboard([row(value=value) for value in said], "GSM8K"))
    assert table.notes == note


def test_hours_and_minutes_are_not_compared():
    """A unit that only the sentence has counts, too, and is shown."""
    rows = [row(value=value, sentence=f"It takes {value} hours", value_start=9, value_end=99) for value in ("4", "2")]
    rows += [row(value="20", sentence="It takes 20 minutes.", value_start=9, value_end=19)]
    ((_, table),) = tables_of(leaderboard(rows, "GSM8K", "accuracy"))
    assert [shown_value(one) for one in table.rows] == ["4 hours", "2 hours", "20 minutes"]
    assert table.notes


def test_groups_say_what_keeps_them_from_a_ranking():
    """No metric and an unknown direction are each said; where scores are ranked nothing is."""
    groups = leaderboard([row(metric=metric) for metric in (None, None, "windiness", "accuracy")], "GSM8K")
    notes = {group.metric: group.notes for group in groups}
    assert notes[None] == ["these may be of different metrics and are not compared"]
    assert notes["windiness"] == ["kg does not know whether more or less of windiness is better"]
    assert notes["accuracy"] == []


def test_single_result_without_a_metric_needs_no_note():
    """One result has nothing beside it with which it could be compared."""
    (group,) = leaderboard([row(metric=None)], "GSM8K")
    assert group.notes == []


def test_directions_are_sorted_and_each_metric_stands_once():
    """The table is in the order of the lexicons, no metric has two rows, and each has a source."""
    rows = read_directions()
    names = [row.metric for row in rows]
    assert names == sorted(names, key=lambda name: sort_key((name,)))
    assert len({spelling_key(name) for name in names}) == len(names)
    assert {row.source for row in rows} == {"field"}


def test_aliases_have_the_direction_of_their_metric():
    """All forms of a metric in the lexicon go the way that the table says."""
    directions = {row.metric: row.better for row in read_directions()}
    for entry in read_names(EntityType.METRIC):
        if entry.name in directions:
            assert {better(form) for form in entry.forms} == {directions[entry.name]}


@pytest.mark.parametrize("metric", "accuracy F1 BLEU success-rate win-rate pass@1 AUROC mAP mIoU PSNR SSIM".split())
def test_more_is_better(metric):
    """Established scores go up, by their short names and in any spelling."""
    assert better(metric) == better(metric.upper()) == "higher"


@pytest.mark.parametrize("metric", "FID perplexity WER CER RMSE MAE latency memory regret EER".split())
def test_less_is_better(metric):
    """Established errors and costs go down, by their short names and in any spelling."""
    assert better(metric) == better(metric.lower()) == "lower"


@pytest.mark.parametrize(
    ("metric", "direction"),
    [
        ("mean Dice", "higher"),
        ("pixel-level AUROC", "higher"),
        ("Fire-F1", "higher"),
        ("median latency", "lower"),
        ("depth error", "lower"),
        ("attack accuracy", None),
        ("membership inference AUC", None),
        ("standard error", None),
        ("F1 gap", None),
    ],
)
def test_kinds_of_a_metric_are_read_alike(metric, direction):
    """What stands before a metric changes nothing, unless others want it so."""
    assert better(metric) == direction


@pytest.mark.parametrize("metric", [None, "", "windiness", "attack success rate", "refusal rate", "FLOPs"])
def test_what_depends_on_who_asks_has_no_direction(metric):
    """A metric that may be meant either way, or none, is not guessed."""
    assert better(metric) is None


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("name\n", 1),
        ("metric\tbetter\tsource\nF1\thigher\n", 2),
        ("metric\tbetter\tsource\nF1\thigher\tfield\nMAE\tup\tfield\n", 3),
        ("metric\tbetter\tsource\nF1\thigher\t\n", 2),
    ],
)
def test_broken_table_of_directions_is_an_error_with_its_line(tmp_path, content, line):
    """The error names file and line."""
    (tmp_path / "directions.tsv").write_text(content)
    with pytest.raises(LexiconError, match=rf"directions\.tsv:{line}:"):
        read_directions(tmp_path / "directions.tsv")
