"""What LaTeX in running text is made of, as patterns; `kg.readers.cleaning.latex` says what becomes of each."""

import re

#: What any token begins with; a search that begins with one of several characters is faster than one with a set.
SIGN = re.compile(r"\\|\{|\}|\$|~|-(?=-)|`(?=`)|'(?=')")

_FORMULA = r"""\$\$(?:[^$\\]|\\.){1,300}\$\$ | \$(?:[^$\\]|\\.){1,300}\$
    | \\\((?:[^\\]|\\[^()\[\]]){1,300}\\\) | \\\[(?:[^\\]|\\[^()\[\]]){1,300}\\\]"""
#: Of these nothing is seen, or a number that says nothing here.
_CITATION = r"""(?:no|paren|text|foot|auto|super)?[cC]ite(?:p|t|alp|alt|author|year|yearpar|num)?\*?
    (?:\s*\[[^\]]{0,100}\]){0,2}"""
_REFERENCE = r"(?:eq|auto|c|C|page)?ref|label|vspace\*?|hspace\*?|thanks|index|[vh]?phantom"
#: Macros around words, with what stands before the words.
_TYPEFACE = r"""text(?:bf|it|tt|sc|sf|rm|sl|up|md|normal|superscript|subscript)? | textcolor\s*\{[^{}]{0,40}\}
    | math(?:rm|bf|it|sf|tt|cal|bb) | emph | em | underline | uline | ul | mbox | hbox | makebox | fbox | uppercase
    | MakeUppercase | enquote | textquote | url | path | nolinkurl | href\s*\{[^{}]{0,1000}\} | ensuremath | boldsymbol
    | bm | hl | so | st | uwave | NoCaseChange | bibinfo\s*\{[^{}]{0,40}\} | texorpdfstring\s*\{[^{}]{0,300}\}"""
_SWITCH = r"""\\(?:em|it|bf|sc|tt|sf|rm|sl|bfseries|itshape|scshape|ttfamily|sffamily|upshape|small|large|Large
    |footnotesize)"""

#: One token; the outer group's name is its kind.
TOKEN = re.compile(
    rf"""
      (?P<unicode> (?P<dollar>\$?)\\(?:unicode|symbol)\s*\{{(?P<code>x?[0-9A-Fa-f]{{1,6}})\}}(?P=dollar))
    | (?P<lone> (?<![\^_])\{{\\?[%&_#$<>]\}})
    | (?P<formula> {_FORMULA})
    | (?P<unseen> \\(?:{_CITATION}|{_REFERENCE})\s*\{{[^{{}}]{{0,500}}\}})
    | (?P<accent> \\(?P<mark>["'`^~=.])\s*
        (?:\{{\s*(?P<within>\\?[A-Za-z])\s*\}} | (?P<dotless>\\[ij](?![A-Za-z])) | (?P<bare>[A-Za-z])))
    | (?P<named_accent> \\(?P<name_of_mark>[bcdHkrtuv])
        (?:\s*\{{\s*(?P<named_within>\\?[A-Za-z])\s*\}} | (?<=[cvHku])\s(?P<named_bare>[A-Za-z])))
    | (?P<typeface> \\(?:{_TYPEFACE})\s*\{{)
    | (?P<note> \\footnote(?:text)?\s*(?:\[\d{{1,3}}\])?\{{)
    | (?P<switch> \{{\s*{_SWITCH}(?:\s+|(?=[\\{{])))
    | (?P<loose_switch> {_SWITCH}(?![A-Za-z])\s* | \\(?:raise|lower)[\d.]{{1,6}}(?:ex|em|pt)\s*)
    | (?P<linebreak> \\\\(?:\[[^\]]{{0,20}}\])?\s*)
    | (?P<escaped> \\[%&_#${{}}])
    | (?P<hyphen> \\-)
    | (?P<nothing> \\[/!@] | (?<=\d)\\,(?=\d{{3}}) | (?<=[\w)\].,])\{{\}})
    | (?P<comma> (?<=\d)\{{,\}}(?=\d))
    | (?P<space> \\[ ,;:])
    | (?P<letter> \\(?P<named_letter>ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j)(?![A-Za-z])(?:\{{\}}|\s(?=[a-z]))?)
    | (?P<macro> \\(?P<name>[A-Za-z]+)(?:\{{\}})?)
    | (?P<open> \{{)
    | (?P<close> \}})
    | (?P<tie> (?<=[^\W\d_])~(?=[\w(\[\\$]) | (?<=[.,;)\]\d])~(?=[A-Za-z(\[\\$]) | (?<=[.,;)\]])~(?=\d))
    | (?P<dash> (?<![-\s])---?(?![-\s]) | (?<=\s)---?(?=\s))
    | (?P<quote> `` | '')
    """,
    re.VERBOSE,
)
