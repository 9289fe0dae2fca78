from pathlib import Path

import hypothesis
import pytest

from kg.build import Summary, find_entities, read
from kg.graph import assemble, measure, place
from kg.model import Paper, PaperEntities

# A machine that is busy with other things is no reason to fail.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold"
EXAMPLE = ROOT / "examples" / "rl_papers.jsonl"


def pytest_addoption(parser):
    """Let golden files be made anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files instead of comparing them")


@pytest.fixture(scope="session")
def example_papers() -> list[Paper]:
    """The papers of the example corpus."""
    return read([str(EXAMPLE)], Summary())


@pytest.fixture(scope="session")
def example_entities(example_papers) -> list[PaperEntities]:
    """What is found in the example corpus."""
    return find_entities(example_papers).papers


@pytest.fixture(scope="session")
def _placed_graph(example_entities):
    graph = assemble(example_entities)
    measure(graph)
    place(graph)
    return graph


@pytest.fixture
def example_graph(_placed_graph):
    """The graph of the example corpus, with a place for each node; a copy, for a test may change it."""
    return _placed_graph.copy()


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of annotated abstracts beside the repository."""
    if not GOLD.is_dir():
        pytest.skip("there are no annotated abstracts beside the repository")
    return GOLD
