"""How fast recognition is beside bare tokenization of the same texts, and roles and results beside it, on one core.

    python tests/benchmarks/speed.py PAPERS.jsonl[.gz] [--papers N]

Prints papers a second of both, their ratio, the time to load, and the peak of resident memory. The ratio is
what can be compared between machines. Use different papers: spaCy remembers the words that it has seen.
"""

import argparse
import gzip
import itertools
import json
import resource
import time
from collections.abc import Iterator
from pathlib import Path

ROUNDS = 5
#: Papers of a round; a multiple of those that pass the pipeline together.
AT_ONCE = 128
#: What reads on where the names have been recognized.
READERS = ("roles", "results")


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """Title and abstract of each paper in the file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record["title"], record["abstract"]


def seconds(work: Iterator[object]) -> float:
    """How long it takes to run an iterator to its end."""
    start = time.perf_counter()
    for _ in work:
        pass
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("path", type=Path)
    ask.add_argument("--papers", type=int, default=2000)
    said = ask.parse_args()
    began = time.perf_counter()
    import spacy

    from kg.extraction.pipeline import COMPONENTS, build_pipeline, extract
    from kg.model import Paper

    nlp = build_pipeline()
    loading = time.perf_counter() - began
    read = itertools.islice(texts(said.path), said.papers)
    papers = [Paper(str(number), *each) for number, each in enumerate(read)]
    bare = spacy.blank("en")
    recognizer = build_pipeline([name for name in COMPONENTS if name not in READERS])
    # Each round has all three on a few papers, and each counts as in its best round: where the machine is slow for a
    # while, it is slow for all of them.
    taken = [0.0, 0.0, 0.0]
    for start in range(0, len(papers), AT_ONCE):
        some = papers[start : start + AT_ONCE]
        rounds = [
            (
                seconds(bare.pipe(f"{p.title}\n\n{p.abstract}" for p in some)),
                seconds(extract(some, recognizer)),
                seconds(extract(some, nlp)),
            )
            for _ in range(ROUNDS)
        ]
        best = map(min, zip(*rounds, strict=True))
        taken = [sum(each) for each in zip(taken, best, strict=True)]
    tokenizing, recognizing, extracting = taken
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"papers              {len(papers):10,}")
    print(f"loading             {loading:10.2f} s")
    print(f"bare tokenization   {len(papers) / tokenizing:10.0f} papers/s")
    print(f"recognition         {len(papers) / recognizing:10.0f} papers/s")
    print(f"whole extraction    {len(papers) / extracting:10.0f} papers/s")
    print(f"recognition takes   {recognizing / tokenizing:10.1f} times as long as tokenization")
    print(f"all of it takes     {extracting / tokenizing:10.1f} times as long as tokenization")
    print(f"roles and results   {extracting / recognizing - 1:10.2f} times as long as recognition")
    print(f"peak memory         {peak:10.0f} MB")


if __name__ == "__main__":
    main()
