"""Which noun says what kind of thing a name stands for: *the X dataset*, *X, a 7B language model that …*."""

import re
from functools import lru_cache

from kg.model import EntityType

HEAD_NOUNS: dict[EntityType, str] = {
    EntityType.BENCHMARK: (
        "benchmark|benchmark suite|dataset|data set|corpus|corpora|testbed|test bed|test set|test suite|simulator"
        "|simulation environment|leaderboard|gym|arena|game|challenge set|environment suite|evaluation suite"
        "|question set|database|collection"
    ),
    EntityType.MODEL: (
        "model|language model|llm|vlm|mllm|lm|vla|foundation model|reward model|network|neural network|transformer"
        "|architecture|backbone|autoencoder|checkpoint|model family|model series|series of models|family of models"
        "|generative model|agent model|encoder"
    ),
    EntityType.METRIC: "metric|score|measure|index|error|rate|accuracy|coefficient|evaluation metric",
    EntityType.METHOD: (
        "method|approach|framework|algorithm|technique|system|pipeline|strategy|paradigm|scheme|procedure|module"
        "|objective|loss|optimizer|recipe|mechanism|library|toolkit|toolbox|platform|training method|agent"
        "|learning|optimization|tuning|training|distillation|regularization|sampling|search|attention|decoding"
        "|prompting|estimator|planner|policy|solver|adapter|workflow|methodology|engine|formulation|process"
        "|formalism|protocol|package|extension|variant|codebase|code base|implementation"
    ),
}

_BY_NOUN = {noun: type for type, nouns in HEAD_NOUNS.items() for noun in nouns.split("|")}
_NOUNS = "|".join(sorted(map(re.escape, _BY_NOUN), key=len, reverse=True))
_HEAD = re.compile(rf"\b(?P<noun>{_NOUNS})(?:e?s)?\b(?![-–])", re.IGNORECASE)
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
#: What ends the noun phrase that a head noun closes: *a framework **for** dataset curation*.
_END = re.compile(
    r"[.,;:!?()]|\b(?:that|which|who|whose|for|to|of|with|in|on|by|from|using|via|based|where|and|designed|built)\b"
    r"(?!-)"
)
_BEHIND = re.compile(
    r"[}\"”'’*]*\s*(?:\([^()]{1,40}\))?[}\"”'’*]*\s*(?:,|--|—|–|:|is)?\s*(?:which\sis\s)?"
    r"(?P<phrase>(?:an?|the|our|our\sown)\s.+)",
    re.DOTALL,
)
_NEXT_WORDS = re.compile(r"[}\"”'’*]*\s*(?:\([^()]{1,40}\))?[}\"”'’*]*\s*(?P<phrase>[\w-]+(?:\s[\w-]+)?)")

#: Endings of coined names that tell the type: *MLGym*, *LEXam-Bench*, *ReflectGAN*, *DeshadowMamba*.
_ENDINGS = (
    (
        EntityType.BENCHMARK,
        r"(?i:bench(?:mark)?|gym|arena|eval|dataset|corpus|zoo)(?:[-\s]?(?i:v?\d+|pro|plus|hard|lite|verified))?$"
        r"|(?:QA|IFEval)$",
    ),
    (
        EntityType.MODEL,
        r"(?:Net|GAN|VAE|[Ff]ormer|BERT|GPT|T5|LM|LLM|VLM|VLA|Mamba|ViT|CNN|RNN|LSTM|GNN|DiT|CLIP|SAM|LLaMA|Llama"
        r"|Qwen|LLaVA|[Mm]odel|MLP)(?:[-\s]?v?\d[\w.]*)?$",
    ),
    (EntityType.METRIC, r"(?:[Ss]core|Metric|Index)$"),
)
_ENDING_PATTERNS = [(type, re.compile(ending)) for type, ending in _ENDINGS]


def head_type(phrase: str) -> EntityType | None:
    """The type that the head of a noun phrase gives: the last head noun before the phrase ends.

    *a novel benchmark for language models* → BENCHMARK.
    """
    phrase = _PARENTHESES.sub("", phrase)
    end = _END.search(phrase)
    heads = list(_HEAD.finditer(phrase, 0, end.start() if end else len(phrase)))
    return _BY_NOUN[heads[-1]["noun"].lower()] if heads else None


def type_behind(text: str) -> EntityType | None:
    """The type told right behind a name: *(SFT), a novel framework that …*, or *framework, which …*."""
    match = _BEHIND.match(text)
    if match:
        return head_type(match["phrase"])
    match = _NEXT_WORDS.match(text)
    return head_type(match["phrase"]) if match else None


@lru_cache(maxsize=1 << 16)
def ending_type(name: str) -> EntityType | None:
    """The type that the ending of a coined name gives, if it gives one."""
    return next((type for type, ending in _ENDING_PATTERNS if ending.search(name)), None)
