import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import HOSTILE, hostile_text

from kg.extraction.candidates import Finder
from kg.extraction.evidence import FINDERS
from kg.extraction.known_names import MEASURED
from kg.extraction.pipeline import extract
from kg.model import Paper, Role

text = hostile_text.map(lambda text: text.encode(errors="ignore").decode())


def test_offsets_point_at_the_text(example_entities):
    """Each mention's text is exactly the characters of the field that its offsets name."""
    for paper in example_entities:
        for entity in paper.entities:
            for mention in entity.mentions:
                assert paper.paper.text(mention.field)[mention.start : mention.end] == mention.text


def test_mentions_lie_in_their_sentence(example_entities):
    """A mention's sentence holds it."""
    mentions = [mention for paper in example_entities for entity in paper.entities for mention in entity.mentions]
    assert all(mention.sentence[0] <= mention.start < mention.end <= mention.sentence[1] for mention in mentions)


def test_title_and_abstract_are_two_sentences(find):
    """The sentence of a name in the abstract does not begin in a title without a full stop."""
    (mention,) = find("We use GSM8K daily.", "A title").mentions
    assert mention.sentence == (0, len("We use GSM8K daily."))


def test_abbreviation_ends_no_sentence(find):
    """*et al.*, *e.g.*, *vs.* and decimals do not cut a sentence."""
    text = "As Schulman et al. did, e.g. with PPO vs. TRPO in Fig. 2, we gain 3.5 points."
    assert {mention.sentence for mention in find(text).mentions} == {(0, len(text))}


def test_roles_are_read(find):
    """A coined name is proposed, a rival compared with, a benchmark evaluated on, a metric reported."""
    found = find("We propose ReFold, a method. ReFold outperforms PPO in accuracy on GSM8K.")
    assert {mention.text: mention.role for mention in found.mentions} == {
        "ReFold": Role.PROPOSES,
        "PPO": Role.COMPARES_WITH,
        "accuracy": Role.REPORTS,
        "GSM8K": Role.EVALUATES_ON,
    }


@settings(deadline=None, max_examples=60)
@given(title=text.filter(str.strip), abstract=st.lists(st.one_of(text, st.just("We propose X1.")), max_size=3))
def test_any_text_is_read(nlp, title, abstract):
    """No text breaks the pipeline, and offsets stay true."""
    paper = Paper("1", title, " ".join(abstract))
    (found,) = extract([paper], nlp)
    for mention in found.mentions:
        assert paper.text(mention.field)[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("run", ["-", "A-b", "1.", "(", "a.b/", "{;"])
def test_long_run_without_a_space_costs_no_time(find, run):
    """Data that got into an abstract neither stops the pipeline nor hides the names around it."""
    found = find(f"We use PPO. {run * 100_000} We use GRPO.")
    assert [mention.text for mention in found.mentions] == ["PPO", "GRPO"]


def test_one_paper_does_not_change_another(nlp):
    """A paper gives the same alone and among others."""
    texts = ["We propose ReFold, a method.", "ReFold is old.", *HOSTILE[:7], *HOSTILE[8:]]
    papers = [Paper(str(n), "T", text) for n, text in enumerate(texts)]
    together = list(extract(papers, nlp))
    assert together == [found for paper in papers for found in extract([paper], nlp)]


def test_finders_are_evidence(nlp):
    """The finders of the pipeline are those that the recognizer is told of, and they stand before it."""
    names = nlp.pipe_names
    finders = {name for name, component in nlp.pipeline if isinstance(component, Finder)}
    assert {*finders, MEASURED} == set(FINDERS)
    assert all(names.index(finder) < names.index("learned_names") for finder in finders)


def test_mentions_share_no_character(example_entities):
    """No two mentions of a paper overlap."""
    for paper in example_entities:
        places = sorted((m.field, m.start, m.end) for entity in paper.entities for m in entity.mentions)
        for (field, _, end), (next_field, start, _) in itertools.pairwise(places):
            assert field != next_field or end <= start


def test_confidence_is_a_share(example_entities):
    """Every mention has a confidence from 0 to 1, and they are not all alike."""
    shares = {m.confidence for paper in example_entities for entity in paper.entities for m in entity.mentions}
    assert all(0 <= share <= 1 for share in shares)
    assert len(shares) > 10


def test_background_is_only_mentioned(find):
    """A name before the paper comes to its own work is mentioned, the same name after it used."""
    (before, after) = find("PPO is popular. In this paper, we apply GRPO.").mentions
    assert (before.role, after.role) == (Role.MENTIONS, Role.USES)


def test_text_of_any_length_is_read(find):
    """An abstract longer than spaCy's usual limit is read to its end."""
    found = find("It is so. " * 110_000 + "We use GRPO.")
    assert [mention.text for mention in found.mentions] == ["GRPO"]


def test_long_papers_wait_for_few_others(nlp):
    """Papers are read some at a time, fewer where they are long, so that memory stays bounded."""
    read = []

    def papers():
        for number in range(10):
            read.append(number)
            yield Paper(str(number), "A title", "It is so. " * 6_000)

    next(extract(papers(), nlp))
    assert len(read) == 2


def test_line_breaks_are_no_part_of_names(nlp):
    """In a text that no reader has cleaned, no name begins or ends with a line break."""
    lines = (
        "We propose FoldPO,\nwhich combines\nproximal policy\noptimization with\nfolds on\nGSM8K and reaches\nthe top."
    )
    (found,) = extract([Paper("1", "A title\nin two lines", lines)], nlp)
    names = {mention.text for mention in found.mentions}
    assert {"FoldPO", "GSM8K"} <= names
    assert all(name == name.strip() for name in names)
