import pytest

from kg.readers.cleaning import clean_title


@pytest.mark.parametrize(
    ("read", "clean"),
    [
        ("if a < b and c > d", "if a < b and c > d"),
        (
            "a <think> token, <observation, action> pairs and p<0.05",
            "a <think> token, <observation, action> pairs and p<0.05",
        ),
        ("vectors <i, j> of <b> length", "vectors <i, j> of <b> length"),
        ("the <i>E. coli</i> <span class='x'>genome</span>", "the E. coli genome"),
        ("H<sub>2</sub>O at 10<sup>-3</sup>, the 1<sup>st</sup>", "H2O at 10^-3, the 1st"),
        ("one<br/>two<p>three</p>", "one two three"),
        ("a &lt; b &amp; c &#8211; d; H&E; stain", "a < b & c – d; H&E; stain"),
        ("one <!-- never <i>seen</i> --> two", "one two"),
        ("one <script>var a = 1;</script>two", "one two"),
        ("<![CDATA[Folding]]> paper", "Folding paper"),
        ("<jats:sec><jats:title>Methods</jats:title><jats:p>We fold.</jats:p></jats:sec>", "Methods: We fold."),
        ("<jats:title>Aim:</jats:title><jats:p>To fold.</jats:p>", "Aim: To fold."),
        ("CO<inf>2</inf> and <scp>fold</scp>", "CO2 and fold"),
    ],
)
def test_tags_and_entities(read, clean):
    """Tags go, characters written by name appear, and what is no markup stays."""
    assert clean_title(read)[0] == clean


MATHML = "<mml:math xmlns:mml='x'>{}</mml:math>"
SQUARE = "<mml:msup><mml:mi>n</mml:mi><mml:mn>2</mml:mn></mml:msup>"
SUM = "<mml:mrow><mml:mi>k</mml:mi><mml:mo>+</mml:mo><mml:mn>1</mml:mn></mml:mrow>"


@pytest.mark.parametrize(
    ("formula", "clean"),
    [
        (MATHML.format(SQUARE), "n^2"),
        (MATHML.format(f"\n  <mml:msub><mml:mi>x</mml:mi>\n {SUM}</mml:msub>"), "x_(k+1)"),
        (MATHML.format(f"<mml:mfrac><mml:mn>1</mml:mn>{SUM}</mml:mfrac>"), "1/(k+1)"),
        (MATHML.format(f"{SQUARE}<mml:annotation encoding='application/x-tex'>n^2</mml:annotation>"), "n^2"),
        (
            "<jats:inline-formula><jats:alternatives><jats:tex-math>$$n^2$$</jats:tex-math>"
            f"{MATHML.format(SQUARE)}</jats:alternatives></jats:inline-formula>",
            "n^2",
        ),
        ("<inline-formula><tex-math notation='LaTeX'>$O(n)$</tex-math></inline-formula>", "O(n)"),
        (r"\documentclass[12pt]{minimal} \usepackage{amsmath} \begin{document}$$n^2$$\end{document}", "n^2"),
    ],
)
def test_formula_is_kept_once_and_on_a_line(formula, clean):
    """Of MathML, TeX beside it and notes for programs one form stays, which a person can read."""
    assert clean_title(f"takes {formula} steps")[0] == f"takes {clean} steps"
