"""Metrics known by their pattern: *pass@1*, *Recall@10*, *ROUGE-L*, *AP50*, *top-5 accuracy*, *macro F1*."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.candidates import Candidate, Finder
from kg.extraction.paper_doc import phrase_at, text_of
from kg.model import EntityType

_K = r"(?:\d+|k|K|n|N|\$?k\$?)"
#: As it is written in LaTeX, too.
_AT = r"(?:@|\$?\\text\w*\{@\}\$?)"
_PATTERN = re.compile(
    rf"""
    (?<![\w@-])(?=[A-Z$acehmnprstwf])(?:
      (?:[Pp]ass|[Rr]ecall|[Pp]recision|[Hh]its?|NDCG|nDCG|ndcg|MAP|mAP|MRR|Success|[Aa]cc(?:uracy)?|HR|PCK|P|R|F1
        |EM|[Aa]vg|[Mm]aj(?:ority)?|[Cc]ons|[Bb]est|[Mm]ean|Top|SR|[Cc]overage|IoU|AP|[A-Z][A-Za-z]+){_AT}{_K}
        (?:\.\d+)?(?::0?\.\d+)?
      | (?:[Mm]acro|[Mm]icro|[Ww]eighted|[Tt]oken|[Ee]ntity|[Ss]pan|[Ss]ample)[-\s](?:[Aa]veraged?\s)?F1
      | [Tt]op[-\s]?{_K}\s(?:accuracy|error(?:\srate)?|recall)
      | ROUGE(?:-(?:[12LN]|Lsum|LSum))? | BLEU(?:-[1-4])? | SacreBLEU | chrF(?:\+\+)? | COMET(?:-22|Kiwi)? | BLEURT
      | METEOR | CIDEr(?:-D)?
      | BERTScore | BARTScore | CLIPScore | CLIP[-\s]?(?:[Ss]core|I\b|T\b)
      | m?AP(?:_?\{{?\d\d\}}?)? | m?IoU | [Ff]1(?=[-\s][Ss]core) | F[1β](?![\w.])
      | R\^2 | \$R\^\{{?2\}}?\$ | R2(?=\s(?:score|of|value|=)) | R²
    )(?![\w@])
    """,
    re.VERBOSE,
)


#: A text without any of these holds nothing that the pattern fits.
_SIGNS = (
    *("@", "F1", "f1", "top", "Top", "ROUGE", "BLEU", "chrF", "COMET", "METEOR", "CIDEr", "Score", "CLIP"),
    *("AP", "IoU", "Fβ", "R^", "R2", "R²", "$R"),
)

#: What happens how often: *hallucination rate*, *attack success rate*.
_RATE = re.compile(r"\s[Rr]ates?\b")
#: The words before it; the pattern ends at *rate*, so that only there the text is searched.
_EVENT = re.compile(r"\b(?:(?P<first>[a-z]+)\s)?(?P<event>[A-Za-z-]+)$")
#: So many characters before *rate* are looked at.
_EVENT_LENGTH = 60
#: Rates that are set or proved rather than measured, and words that only say how high one is.
_NO_EVENT = re.compile(
    r"(?:learning|sampling|frame|bit|sample|token|data|high|low|growth|heart|dropout|accuracy|optimal|optimality"
    r"|convergence|decay|drift|update|inference|mutation|exchange|the|an?|same|usual|\w+est|\w+er|slow|fast|good)",
    re.IGNORECASE,
)
#: A word before the event that does not belong to its name.
_APART = re.compile(
    r"\w+(?:s|ed|ing|ly|ment|st|er)|an?|the|of|in|on|at|by|to|and|or|for|with|from|as|than|over|via|near|high|low|new"
    r"|perfect|same|natural|medium|explicit|baseline|overall|percent|average|mean|reduce|improve|increase|achieve|quantify|lower"
)


class MetricNames(Finder):
    """Marks metrics that bear a cut-off, an average or a variant in their name, and rates."""

    name = "metric_names"

    def match(self, doc: Doc) -> Iterator[Candidate]:
        """Every place that the patterns fit."""
        text = text_of(doc)
        patterned = _PATTERN.finditer(text) if any(map(text.__contains__, _SIGNS)) else ()
        for start, end in (*(match.span() for match in patterned), *_rates(text)):
            if place := phrase_at(doc, start, end):
                yield Candidate(place, EntityType.METRIC, self.name)


def _rates(text: str) -> Iterator[tuple[int, int]]:
    for rate in _RATE.finditer(text):
        begin = max(0, rate.start() - _EVENT_LENGTH)
        match = _EVENT.search(text[begin : rate.start()])
        if match and not _NO_EVENT.fullmatch(match["event"]):
            alone = match["first"] is None or _APART.fullmatch(match["first"]) is not None
            yield begin + match.start("event" if alone else "first"), rate.end()


@Language.factory("metric_names")
def make_metric_names(nlp: Language, name: str) -> MetricNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return MetricNames()
