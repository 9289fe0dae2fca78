import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import HOSTILE, names, seconds

from kg.resolution.surface import joined, plain, spelling_key, words_of

# A letter s by itself would be a small version.
words = st.lists(st.from_regex(r"[A-RT-Za-rt-z][A-Za-z]{0,5}[0-9]?", fullmatch=True), min_size=1, max_size=4)
no_latex = st.text(max_size=30).filter(lambda text: not set(text) & set("\\${}"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (r"GridNetV3\+", "GridNetV3+"),
        (r"T\"ULU 3", "TÜLU 3"),
        (r"$\mathcal{B}$-Coder", "B-Coder"),
        (r"$\beta$-VAE", "β-VAE"),
        ("$Q^*$", "Q*"),
        ("M^3-Bench", "M3-Bench"),
        (r"$\tau^2$-bench", "τ2-bench"),
        ("10^6", "10^6"),
        ("{GridFold}", "GridFold"),
        ("Grid\n  Fold", "Grid Fold"),
        ("GSM8K", "GSM8K"),
        (r"\model", r"\model"),
        ("$$", "$$"),
        ("", ""),
    ],
)
def test_latex_is_made_plain(text, name):
    """A name is shown on one line without LaTeX, and as it is where nothing would be left of it."""
    assert name == plain(text)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("β-VAE", ("beta", "VAE")),
        ("λ-return", ("lambda", "return")),
        ("μTransfer", ("muTransfer",)),
        ("Claude-3-7-Sonnet", ("Claude", "3.7", "Sonnet")),
        ("Llama-3-8B", ("Llama", "3", "8B")),
        ("Llama 3.1", ("Llama", "3.1")),
        ("St. Petersburg", ("St", "Petersburg")),
        ("Newton's method", ("Newtons", "method")),
        ("grid_fold", ("grid", "fold")),
        ("pass@1", ("pass@1",)),
        ("CodeContests+", ("CodeContests+",)),
        ("-", ()),
    ],
)
def test_words_of_a_name(name, parts):
    """Hyphens and spaces part words; signs and the full stops of numbers belong to them."""
    assert parts == words_of(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"T\"ULU 3", "TÜLU 3"),
        ("$Q^*$", "Q*"),
        ("$Q^*$", "$Q^{*}$"),
        (r"$\mathcal{B}$-Coder", "B-Coder"),
        ("LLaMA-2", "Llama 2"),
        ("llama2", "Llama 2"),
        ("GSM8k", "GSM8K"),
        ("beta-VAE", "β-VAE"),
        (r"$\beta$-VAE", "Beta VAE"),
        ("Claude-3-7-Sonnet", "Claude 3.7 Sonnet"),
        ("mAP@.5", "mAP@0.5"),
        ("YOLOv8-s", "YOLOv8s"),
        ("Schrödinger Bridge", "Schrodinger bridge"),
        ("Zephon 8×7B", "Zephon-8x7B"),
    ],
)
def test_spellings_of_one_name_share_a_key(one, other):
    """What differs in nothing but LaTeX, case, hyphens, accents and Greek letters has one key."""
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *[("Llama 3.1", "Llama 31"), ("$Q^*$", "Q"), ("A2C", "A3C"), ("C++", "C"), ("-", "+"), ("😀", "🎲"), ("-", "")],
        *[("InternVL3-8B", "InternVL-38B"), ("ViT-S", "ViTs"), ("∞-MoE", "MoE"), ("mAP@.5", "mAP@5")],
    ],
)
def test_different_names_have_different_keys(one, other):
    """Digits, full stops in numbers and signs tell names apart, and so do marks that stand alone."""
    assert spelling_key(one) != spelling_key(other)


@given(no_latex)
def test_plain_name_stays(text):
    """What is plain already does not change."""
    assert plain(text) == plain(plain(text))


@given(names())
def test_key_ignores_case(name):
    """Capital and small letters are one to the key."""
    assert spelling_key(name) == spelling_key(name.upper()) == spelling_key(name.lower())


@given(words)
def test_key_ignores_what_stands_between_words(parts):
    """Hyphens, spaces and underscores, or none of them, give one key."""
    assert {"".join(parts).lower()} == {spelling_key(mark.join(parts)) for mark in ("", " ", "-", "_", ": ", " - ")}


@given(st.text(max_size=30))
def test_words_are_never_empty(text):
    """No word of any text is empty, and a text with a key of its words has that key."""
    assert all(words_of(text))
    assert spelling_key(text) == (joined(words_of(text)) or text)


@pytest.mark.parametrize("function", [plain, words_of, spelling_key])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_read_at_once(function, text):
    """No text raises or takes a second."""
    assert seconds(function, text) < 1
