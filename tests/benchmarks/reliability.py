"""Measure how often each finder is right on annotated abstracts, and write it into the package.

    python tests/benchmarks/reliability.py GOLD.jsonl

GOLD.jsonl has a paper a line, in the form that ``kg extract`` writes. Use abstracts that are set aside for
training; what is measured elsewhere is then measured on others.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from kg.extraction import reliability
from kg.extraction.pipeline import extract
from kg.model import Paper


def measure(gold: Path) -> dict[tuple[str, str], tuple[int, int]]:
    """(finder, type) → how many of its mentions are right, and how many there are."""
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    papers = [Paper(record["id"], record["title"], record["abstract"]) for record in records]
    right: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for record, findings in zip(records, extract(papers), strict=True):
        marked = {
            (mention["field"], mention["start"], mention["end"], entity["type"])
            for entity in record["entities"]
            for mention in entity["mentions"]
        }
        for mention in findings.mentions:
            key = (mention.found_by, mention.type.value)
            found[key] += 1
            right[key] += (mention.field, mention.start, mention.end, mention.type.value) in marked
    return {key: (right[key], found[key]) for key in sorted(found)}


if __name__ == "__main__":
    measured = measure(Path(sys.argv[1]))
    rows = [reliability.HEADER, *((*key, str(right), str(found)) for key, (right, found) in measured.items())]
    target = Path(reliability.__file__).with_name(reliability.FILE)
    target.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    for (finder, type_), (right, found) in measured.items():
        print(f"{finder:16}{type_:11}{right:6} of {found:6}  {right / found:.2f}")
