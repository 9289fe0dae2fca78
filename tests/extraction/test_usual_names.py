import pytest

from kg.extraction.usual_names import usual_name
from kg.lexicons import read_names
from kg.model import EntityType


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("nnUNet", "MODEL", "nnU-Net"),
        ("CodeForces", "BENCHMARK", "Codeforces"),
        ("LLaMA3 8B", "MODEL", "Llama 3 8B"),
        ("BioMedBERT", "MODEL", "PubMedBERT"),
    ],
)
def test_other_spelling_has_the_usual_name(text, type, expected):
    """A name that differs from a form of the lexicon by case, spaces or hyphens alone is that name."""
    assert usual_name(text, type) == expected


@pytest.mark.parametrize(
    ("text", "type"),
    [
        *(("FILM", "METHOD"), ("diffusion", "MODEL"), ("nnUNet", "METRIC"), ("nnUNet", "ROBOT")),
        *(("Oakfolder", "MODEL"), ("", "MODEL")),
        *(("OPT-13B", "MODEL"), ("GPT-4/5", "MODEL"), ("LLaVA-15", "MODEL"), ("Phi-15", "MODEL")),
    ],
)
def test_nothing_is_said_of_others(text, type):
    """Short names, plain words, names of another type and names that nobody knows have no usual name."""
    assert usual_name(text, type) == ""


def test_what_is_spelled_as_lexicons_have_it_is_left_to_others():
    """Where the finders gave such a form no name, they had a reason."""
    assert {usual_name(name.name, type.value) for type in EntityType for name in read_names(type)} == {""}


@pytest.mark.parametrize(
    ("text", "type", "long", "expected"),
    [
        ("SE-Net", "MODEL", "Subject-Embedding Network", ""),
        ("GLOVE", "MODEL", "Global Verifier", ""),
        ("MaxEntRL", "METHOD", "Maximum Entropy Reinforcement Learning", "Maximum Entropy Reinforcement Learning"),
        ("3DCNN", "MODEL", "3D convolutional neural networks", "3D Convolutional Neural Network"),
    ],
)
def test_what_the_paper_explains_otherwise_is_another_thing(text, type, long, expected):
    """A long form that the usual name does not have makes another thing of another spelling."""
    assert usual_name(text, type, long) == expected
