"""Metrics known by their pattern: *pass@1*, *Recall@10*, *ROUGE-L*, *AP50*, *top-5 accuracy*, *macro F1*."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extraction.candidates import Finder
from kg.extraction.paper_doc import text_of
from kg.model import EntityType

_K = r"(?:\d+|k|K|n|N|\$?k\$?)"
_PATTERN = re.compile(
    rf"""
    (?<![\w@-])(?:
      (?:[Pp]ass|[Rr]ecall|[Pp]recision|[Hh]its?|NDCG|nDCG|ndcg|MAP|mAP|MRR|Success|[Aa]cc(?:uracy)?|HR|PCK|P|R|F1
        |EM|[Aa]vg|[Mm]aj(?:ority)?|[Cc]ons|[Bb]est|[Mm]ean|Top|SR|[Cc]overage|IoU|AP)@{_K}(?:\.\d+)?
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


class MetricNames(Finder):
    """Marks metrics that bear a cut-off, an average or a variant in their name."""

    name = "metric_names"

    def match(self, doc: Doc) -> Iterator[Span]:
        """Every place that the pattern fits."""
        for match in _PATTERN.finditer(text_of(doc)):
            span = self.char_span(doc, *match.span(), EntityType.METRIC)
            if span is not None:
                yield span


@Language.factory("metric_names")
def make_metric_names(nlp: Language, name: str) -> MetricNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return MetricNames()
