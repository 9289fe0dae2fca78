import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from resolution.build import BENCHMARK, METHOD, METRIC, MODEL, names, types

from kg.resolution import find_variants

many_names = st.lists(st.tuples(types.map(str), names()), max_size=8)


def steps(type_, *texts):
    """Each name and the one above it."""
    return {variant.name: variant.parent for variant in find_variants((type_, text) for text in texts)}


@pytest.mark.parametrize(
    ("type_", "texts", "above"),
    [
        (MODEL, ["Zephon 3.1 70B"], {"Zephon 3.1 70B": "Zephon 3.1", "Zephon 3.1": "Zephon"}),
        (MODEL, ["Zephon 3.1 70B", "zephon"], {"Zephon 3.1 70B": "Zephon 3.1", "Zephon 3.1": "zephon"}),
        (MODEL, ["Zephon"], {}),
        (MODEL, ["X 7B"], {}),
        (MODEL, ["tiny Zephon", "Zephon"], {"tiny Zephon": "Zephon"}),
        (METHOD, ["GridFoldV2"], {"GridFoldV2": "GridFold"}),
        (METHOD, ["GridFold 2"], {}),
        (METHOD, ["GridFold 2", "GridFold"], {"GridFold 2": "GridFold"}),
        (METHOD, ["token-level GridFold", "GridFold"], {"token-level GridFold": "GridFold"}),
        (METHOD, ["deep token-level GridFold", "GridFold"], {"deep token-level GridFold": "GridFold"}),
        (METHOD, ["Learning via GridFold", "GridFold"], {}),
        (METHOD, ["GridFold tuning", "GridFold"], {}),
        (BENCHMARK, ["GridQuiz-Pro", "GridQuiz"], {"GridQuiz-Pro": "GridQuiz"}),
        (BENCHMARK, ["GridQuiz-Pro"], {}),
        (BENCHMARK, ["GridQuiz+", "GridQuiz"], {"GridQuiz+": "GridQuiz"}),
        (BENCHMARK, ["GridQuiz 2025"], {"GridQuiz 2025": "GridQuiz"}),
        (METRIC, ["grid accuracy", "accuracy"], {}),
        (MODEL, ["Zephon8n"], {"Zephon8n": "Zephon8", "Zephon8": "Zephon"}),
        (METHOD, ["grid -Learning", "-Learning"], {}),
        (MODEL, ["deep GAN", "GAN", "Generative Adversarial Network"], {"deep GAN": "Generative Adversarial Network"}),
    ],
)
def test_names_and_those_above_them(type_, texts, above):
    """Versions are variants of their family, qualified names of what they end (benchmarks: begin) with."""
    assert above == steps(type_, *texts)


@pytest.mark.parametrize(("type_", "name"), [(BENCHMARK, "MMLU-Pro"), (BENCHMARK, "MATH-500"), (METHOD, "long CoT")])
def test_name_of_a_lexicon_may_stand_above(type_, name):
    """What no paper names may be above a name if a lexicon knows it."""
    assert name in steps(type_, name)


def test_types_are_apart():
    """A name is no variant of a thing of another type."""
    assert find_variants([(METHOD, "token-level GridFold"), (BENCHMARK, "GridFold")]) == []


def test_spellings_of_one_name_are_no_variants():
    """A name spelled in two ways is not above itself, and of both one stands."""
    assert steps(MODEL, "Zephon-2", "Zephon 2") == {"Zephon 2": "Zephon"}


@given(many_names)
def test_each_name_has_one_other_above_it(all_names):
    """No name has two parents, none is its own."""
    variants = find_variants(all_names)
    assert len(variants) == len({(variant.type, variant.name) for variant in variants})
    assert all(variant.parent != variant.name for variant in variants)


@example([(METHOD, "method model"), (METHOD, "model method")])
@given(many_names)
def test_no_ring(all_names):
    """Whoever goes up comes to an end."""
    above = {(variant.type, variant.name): (variant.type, variant.parent) for variant in find_variants(all_names)}
    for name in above:
        seen = {name}
        while name := above.get(name):
            assert name not in seen
            seen.add(name)


@given(many_names, st.randoms())
def test_order_of_names_changes_nothing(all_names, random):
    """The variants are sorted and the same in whatever order the names come, and however often."""
    variants = find_variants(all_names)
    assert variants == sorted(variants)
    assert variants == find_variants(random.sample(all_names, len(all_names)) + all_names)


def test_unknown_words_make_no_family():
    """A word that the grammar does not know ties a name to a family that is there, and makes none that is not."""
    assert find_variants([("MODEL", "Quorix-9 Wren")]) == []
    (variant, _) = find_variants([("MODEL", "Quorix-9 Wren"), ("MODEL", "Quorix-9")])
    assert (variant.name, variant.parent) == ("Quorix-9", "Quorix")


@pytest.mark.parametrize("family", ["\\model", "NET", "Our Model"])
def test_a_macro_or_a_mere_noun_is_no_family(family):
    r"""What a paper calls *\model* is above no *Potts Model*."""
    assert family not in steps(MODEL, family, "Potts Model", "Deep Q Net").values()
