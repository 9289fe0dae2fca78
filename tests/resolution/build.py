"""Papers and what was found in them, made for the tests of resolution."""

import re
import time
from dataclasses import dataclass

from hypothesis import strategies as st

from kg.model import Abbreviation, EntityType, Findings, Mention, Paper, Role
from kg.resolution.spelled_alike import things_of
from kg.resolution.things import Thing, Use
from kg.resolution.within_paper import group_mentions

METHOD, MODEL, BENCHMARK, METRIC = EntityType.METHOD, EntityType.MODEL, EntityType.BENCHMARK, EntityType.METRIC

#: Names that have broken readers of names.
HOSTILE = (
    *("", " ", "$", "\\", "{", "}", "$$", "\\(", "^", "\x00", "😀", "-", "+", "\u202e", "\ud800", "$\\frac{$"),
    *(10_000 * letter for letter in "a1$\\-+β😀\n'"),
    *(5_000 * pair for pair in ("a ", "1.", "A1", "a-", "$x")),
)

_SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma")


@dataclass(frozen=True)
class Name:
    """A name that is to be found wherever it stands."""

    text: str
    type: str = METHOD
    known: str | None = None
    role: Role = Role.USES
    confidence: float = 0.5


def wordy(topic, count=36):
    """So many invented words, which no other topic has."""
    return " ".join([topic + one + other for one in _SYLLABLES for other in _SYLLABLES][:count])


def found(number, abstract, *names, title="On it", short=()):
    """What is found in one paper: each place of each name, longer names first, and the abbreviations."""
    paper = Paper(str(number), title, abstract)
    taken, mentions = set(), []
    for name in sorted(names, key=lambda name: -len(name.text)):
        for field in ("title", "abstract"):
            for match in re.finditer(rf"(?<!\w){re.escape(name.text)}(?!\w)", paper.text(field)):
                places = {(field, n) for n in range(*match.span())}
                if not places & taken:
                    taken |= places
                    mentions.append(_mention(name, field, match, paper.text(field)))
    mentions.sort(key=lambda mention: (mention.field, mention.start))
    return Findings(paper, tuple(mentions), tuple(Abbreviation(*pair) for pair in short))


def _mention(name, field, match, text):
    start = text.rfind(". ", 0, match.start()) + 2 if ". " in text[: match.start()] else 0
    end = text.find(". ", match.end())
    sentence = start, len(text) if end < 0 else end + 1
    return Mention(field, *match.span(), name.text, name.type, name.known, "test", name.confidence, name.role, sentence)


def uses_of(*findings):
    """The things of each paper by itself."""
    return [Use(each.paper, group) for each in findings for group in group_mentions(each)]


def things(*findings):
    """The things of all papers whose names are spelled alike."""
    return things_of(uses_of(*findings))


def thing(text, type_=METHOD, papers=("1",), **more):
    """One thing of so many papers that name it so."""
    uses = uses_of(*(found(number, f"We use {text}.", Name(text, type_, **more)) for number in papers))
    return Thing(uses)


def seconds(function, *arguments):
    """How long a call takes of the processor, whatever else runs beside it."""
    begin = time.process_time()
    function(*arguments)
    return time.process_time() - begin


_PIECES = (
    "Zephon Qwen GPT AIME MMLU Math CoT RL SAEs PPO policies behaviour optimisation benchmark score algorithm method β "
    "2 3.1 4o 25 2025 70B 8B Instruct Chat Pro v2 V3 CodeContests+ distill token level s x a 20240101 tasks"
).split()
types = st.sampled_from(list(EntityType))


@st.composite
def names(draw, marks=(" ", "-", "", "_", ": ")):
    """Names made of the pieces that names are made of."""
    pieces = draw(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4))
    return pieces[0] + "".join(draw(st.sampled_from(marks)) + piece for piece in pieces[1:])
