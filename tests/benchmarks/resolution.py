"""How long resolution takes beside extraction, and how it grows with the number of papers, on one core.

    python tests/benchmarks/resolution.py PAPERS.jsonl[.gz] [--papers N]

Extraction of the first N papers, then resolution of a quarter, a half and all of them. Prints seconds, the ratio
of resolution to extraction, how many times as long all takes as a quarter (4 is linear), how many names were
brought together, and the peak of resident memory.
"""

import argparse
import resource
import time
from itertools import islice
from pathlib import Path

from kg.extraction.pipeline import build_pipeline, extract
from kg.readers.record import clean_paper
from kg.resolution import find_variants, resolve
from kg.training.labelled import read_corpus


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("path", type=Path)
    ask.add_argument("--papers", type=int, default=60_000)
    said = ask.parse_args()
    read = islice(read_corpus(said.path), said.papers)
    papers = [clean_paper(each.id, each.title, each.abstract) for each in read]
    start = time.perf_counter()
    findings = list(extract(papers, build_pipeline()))
    extracting = time.perf_counter() - start
    print(f"extraction of {len(papers):,} papers: {extracting:.1f} s")
    taken = []
    for share in (4, 2, 1):
        some = findings[: len(findings) // share]
        start = time.perf_counter()
        resolution = resolve(some, 0.4)
        taken.append(time.perf_counter() - start)
        print(f"resolution of {len(some):,} papers: {taken[-1]:.1f} s, {len(resolution.doubts):,} doubts")
    print(f"resolution takes {taken[-1] / extracting:.2f} times as long as extraction")
    print(f"all papers take {taken[-1] / taken[0]:.2f} times as long as a quarter of them")
    names = {(entity.type, entity.name) for paper in resolution.papers for entity in paper.entities}
    start = time.perf_counter()
    variants = find_variants(names)
    print(f"{len(names):,} names; {len(variants):,} are variants of others: {time.perf_counter() - start:.1f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
