import pytest


@pytest.mark.parametrize(
    "name",
    [
        "pass@1",
        "Recall@10",
        "ROUGE-L",
        "top-5 accuracy",
        "macro F1",
        "mAP",
        "nDCG@10",
        "maj@64",
        "mAP@0.5:0.95",
        "DCG@5",
        r"MRR$\texttt{@}$5",
    ],
)
def test_metric_is_known_by_its_pattern(names, name):
    """Cut-offs and variants make a metric."""
    assert (name, "METRIC") in names(f"It reaches 77.5% {name} on the test.")


@pytest.mark.parametrize(
    "name",
    [
        "Llama-3.1-8B-Instruct",
        "Qwen2.5-Math-7B-Instruct",
        "LLaMA-2-70B",
        "GPT-4o-mini",
        "Foldella-13B",
        "Llama 3.1 8B",
    ],
)
def test_model_name_is_whole(names, name):
    """Family, version, size and tuning are one name, whether the family is known or not."""
    assert (name, "MODEL") in names(f"We fine-tune {name} with care.")


@pytest.mark.parametrize("text", ["a 7B model", "with 70B parameters", "in 2024", "at position 3"])
def test_size_alone_is_no_model(names, text):
    """A number is no name."""
    assert names(f"We train {text} here.") == set()


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("We test on the FoldWorld dataset.", ("FoldWorld", "BENCHMARK")),
        ("Benchmarks such as FoldWorld and SheetQA are hard.", ("SheetQA", "BENCHMARK")),
        ("It was evaluated on FoldWorld with care.", ("FoldWorld", "BENCHMARK")),
        ("It was Trained over 20 folds on the FoldWorld.", ("FoldWorld", "BENCHMARK")),
        ("We beat Models (FoldFormer1, SheetFormer2) by far.", ("SheetFormer2", "MODEL")),
        ("Old methods like ReFold2 fail.", ("ReFold2", "METHOD")),
        ("Gains in terms of the FoldErr2 are small.", ("FoldErr2", "METRIC")),
        ("The FoldFormer1 backbone is old.", ("FoldFormer1", "MODEL")),
        ("A ReFold2 optimizer is new.", ("ReFold2", "METHOD")),
        ("The FoldErr2 values are small.", ("FoldErr2", "METRIC")),
    ],
)
def test_noun_beside_a_name_types_it(names, abstract, expected):
    """A name of a distinctive shape is what the noun beside it says."""
    assert expected in names(abstract)


@pytest.mark.parametrize(
    "abstract",
    [
        "Large language models (LLMs) and VLMs are trained as Markov decision processes (MDPs).",
        "Code is at https://github.com/someone/FoldBench-dataset and more.",
        "See Figure 2 and Table 3.",
    ],
)
def test_what_is_rejected_is_no_name(names, abstract):
    """Roles, problem settings, web addresses and the like are no entities."""
    assert names(abstract) == set()


@pytest.mark.parametrize(
    ("abstract", "name"),
    [("With Llama it is easy.", "Llama"), ("We ran GPT-4 3 times.", "GPT-4"), ("It holds on MATH 2 times.", "MATH")],
)
def test_next_word_is_no_part_of_a_name(names, abstract, name):
    """A word or a number behind a name does not extend it by chance."""
    assert name in {text for text, _ in names(abstract)}
