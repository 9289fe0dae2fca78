"""How long each reader takes beside extraction of the same papers, in processor time on one core.

    OPENBLAS_NUM_THREADS=1 python tests/benchmarks/readers.py [--papers N] [FORMAT|FILE...]

A reader may take a fifth of the time that extraction takes. The papers are the samples of the readers' tests, a
thousand a source, each with words of its own; a format that holds one paper a source is given as many sources. A file,
whose records hold much that samples do not, is read as it is and set beside extraction of its own papers; one of few
papers shows what it takes to find a format, one of none what it takes to find that out. Other work on the machine slows
both: threads of a linear algebra that wait for each other count as extraction's time.
"""

import argparse
import io
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

# In the place of this folder, in which ``readers`` is this very file.
sys.path[0] = str(Path(__file__).parents[1])

from readers.samples import CASES, Case  # noqa: E402

from kg.model import Paper  # noqa: E402
from kg.readers.content import Content  # noqa: E402
from kg.readers.read import read_content  # noqa: E402

#: Work is repeated so often, and if it is short until it has taken so many seconds.
ROUNDS, LEAST = 3, 0.5
#: A reader may take so much of extraction's time.
SHARE = 0.2
#: What the samples say, of the length of usual abstracts.
SENTENCES = (
    "We study how robots number {0} fold sheets of paper, which earlier methods such as PPO do slowly.",
    "We propose FoldNet-{0}, a network that plans all folds at once and is trained with DQN on demonstrations.",
    "On the benchmarks OrigamiBench and PaperFold-{0}, it reaches an accuracy of {1}.5% and beats GPT-4 by {1} points.",
    "An ablation shows that attention over creases matters most, and that models of 7B parameters do not need it.",
    "The same network cuts, glues and unfolds after a few hours of training on a single machine, without new data.",
    "Our code, our data and the models are made public to all who fold, so that others can build on what we found.",
)


def records(case: Case, papers: int) -> list[str]:
    """The records of so many different papers."""
    texts = [" ".join(SENTENCES).format(number, number % 90 + 9) for number in range(papers)]
    return [case.record(f"FoldNet-{number}: Folding Paper", text) for number, text in enumerate(texts)]


def sources(case: Case, papers: int) -> list[bytes]:
    """The sources that hold these papers."""
    made = records(case, papers)
    return [case.source(*made)] if case.many else [case.source(record) for record in made]


def read(name: str | None, held: Iterable[bytes]) -> list[Paper]:
    """All papers that are read from the sources."""
    found = (record for data in held for record in read_content(Content("source", io.BytesIO(data)), name))
    return [record for record in found if isinstance(record, Paper)]


def seconds(work: Callable[[], object]) -> float:
    """The shortest processor time that the work took."""
    times = list[float]()
    while len(times) < ROUNDS or sum(times) < LEAST:
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def rows(names: list[str], papers: int) -> Iterator[tuple[str, int, int | None, float, float]]:
    """Of each format or file: name, papers read, papers written, seconds a paper of reading and of extraction."""
    from kg.extraction.pipeline import build_pipeline, extract

    nlp = build_pipeline()

    def extracting(found: list[Paper]) -> float:
        return seconds(lambda: list(extract(found, nlp))) / len(found)

    usual = extracting(read("jsonl", sources(CASES["jsonl"], papers)))
    for name in names:
        format = name if name in CASES else None
        held = sources(CASES[name], papers) if format else [Path(name).read_bytes()]
        found = read(format, held)
        reading = seconds(lambda format=format, held=held: read(format, held)) / max(1, len(found))
        own = extracting(found) if found and not format else usual
        yield name, len(found), papers if format else None, reading, own


def main() -> None:
    """Measure and print; ends with 1 where a reader takes too long or does not read all that was written."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("names", nargs="*", metavar="FORMAT|FILE")
    ask.add_argument("--papers", type=int, default=1000)
    said = ask.parse_args()
    failed = False
    print("    papers   reading  extraction   ratio")
    for name, found, written, reading, extracting in rows(said.names or sorted(CASES), said.papers):
        bad = reading > SHARE * extracting or written not in (None, found)
        failed |= bad
        figures = f"{1000 * reading:7.2f} ms{1000 * extracting:9.2f} ms{reading / extracting:8.3f}"
        print(f"{found:10,}{figures}  {name}{' !' * bad}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
