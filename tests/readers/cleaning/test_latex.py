import pytest

from kg.readers.cleaning import clean_title


@pytest.mark.parametrize(
    ("read", "clean"),
    [
        (r"T\"ULU, {\"u}ber, Universit\"{a}t, \v{S}koda, Ko\v cisk\'y, na\"{\i}ve, \O{}rsted, stra\ss e", None),
        (r"\emph{soft} and {\bf hard} and \textcolor{red}{red}", "soft and hard and red"),
        (r"\underline{\textbf{M}}ove \textbf{t}o", "Move to"),
        ("{GPT}-4 for {B}ayesian {N}ets, {A} and {{B}}", "GPT-4 for Bayesian Nets, A and B"),
        ("{The Art of Folding: Paper, and More}", "The Art of Folding: Paper, and More"),
        ('the set {0, 1} and {"a": 1}', 'the set {0, 1} and {"a": 1}'),
        (r"93\% of R\&D at \$5 with a\_b \#1", "93% of R&D at $5 with a_b #1"),
        (r"$\alpha$-VAE, 1.7$\times$ and $94.1\%$", "α-VAE, 1.7× and 94.1%"),
        (r"$O(n^2)$ or \(O(n \log n)\), $e^{-x+1}$", "O(n^2) or O(n log n), e^(-x+1)"),
        (r"AP$_{50}$, $R^2$, $\mathcal{B}$-Coder, $\mathbf{S^2LM}$", "AP_50, R^2, B-Coder, S^2LM"),
        (r"$\frac{1}{k+1}$, $\sqrt{d}$, $\hat{p}$, $15{,}000$", "1/(k+1), √d, p̂, 15,000"),
        (
            r"$15\times $ as fast, $\mathtt {F^{2}L^{2}}$, $x \not\in D$, $\color{red} x$",
            "15× as fast, F^2L^2, x ∉ D, x",
        ),
        (r"an AP_{50} of T^{2}, 2{,}865 words$\unicode{x2013}$all", "an AP_50 of T^2, 2,865 words–all"),
        (r"$\tilde{\mathcal{O}}\left(\frac{1}{T^{1/3}}\right)$", "Õ(1/(T^(1/3)))"),
        (r"from $5 \times a day to $6", "from $5 × a day to $6"),
        (r"a formula $\foo{x} + 1$ of their own", r"a formula $\foo{x} + 1$ of their own"),
        ("from $5 to $10, US$3 and $4", "from $5 to $10, US$3 and $4"),
        (r"our \ourmodel{} beats \ourmodel, \data{Fold}{2}", r"our \ourmodel beats \ourmodel, \data{Fold}{2}"),
        (r"as in~\cite{one,two} and \citep[p.~3]{three}.", "as in and."),
        (r"see Fig.~3, 1.0~dB, ~20\% and a/~user", "see Fig. 3, 1.0 dB, ~20% and a/~user"),
        (r"text\footnote{Code is here.} goes on", "text (Code is here.) goes on"),
        (r"\href{https://example.org/a_b}{here} or \url{https://example.org}", "here or https://example.org"),
        ("pages 1--3 --- no --flag", "pages 1–3 — no --flag"),
        ("so ``called'' it's 3'' long", "so “called” it's 3” long"),
        ("3'' long", "3'' long"),
        (r"it\'s what we don\'t", "it's what we don't"),
        (r"hyper\-parameter, DK\-LLM, 10\,000", "hyperparameter, DK-LLM, 10000"),
        (r"C:\new\table \d{3}", r"C:\new\table \d{3}"),
        (r"91{\%} of R{\&}D at {\$}5, a{\_}b {\#}1 {$}2", "91% of R&D at $5, a_b #1 $2"),
        (r"p $<$0.05, {\textless} 3 and \textgreater{} 2, f{$<$}g", "p <0.05, < 3 and > 2, f<g"),
        (r"{\textless}i{\textgreater}E. coli{\textless}/i{\textgreater} and {$<$}i{$>$}B{$<$}/i{$>$}", "E. coli and B"),
        (r"\ourmodel{\%} keeps its argument", r"\ourmodel{\%} keeps its argument"),
        (r"\eg this, \ie that", "e.g. this, i.e. that"),
        (r"cut off \textbf{in the mid", "cut off in the mid"),
        (r"one \\ two\newline three", "one two three"),
    ],
)
def test_latex_in_text(read, clean):
    """Macros that are known show what they stand for; what is not known, and what is no LaTeX, stays."""
    assert clean_title(read)[0] == (clean or "TÜLU, über, Universität, Škoda, Kočiský, naïve, Ørsted, straße")
