from pathlib import Path

import pytest

from kg.build import Summary, find_entities, read
from kg.graph import assemble, measure, place
from kg.model import Paper, PaperEntities

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


@pytest.fixture
def example_graph(example_entities):
    """The graph of the example corpus, with a place for each node."""
    graph = assemble(example_entities)
    measure(graph)
    place(graph)
    return graph


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of annotated abstracts beside the repository."""
    if not GOLD.is_dir():
        pytest.skip("there are no annotated abstracts beside the repository")
    return GOLD
