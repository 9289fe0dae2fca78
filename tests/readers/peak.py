"""Prints how much memory each format takes at its peak, in MB, read packed at a small size and at a larger one.

A process of its own: what other tests left behind would hide what a reader takes. Needs Linux, where a peak can be
reset. ``python -m readers.peak FORMAT...`` in ``tests``.
"""

import gzip
import json
import re
import sys
import tempfile
from pathlib import Path

from readers.samples import CASES, abstract, title

from kg.model import Paper, Skipped
from kg.readers.inputs import Source
from kg.readers.read import read_content

#: Bytes of records.
SIZES = (300_000, 3_000_000)


def write(name, size, path):
    """Write a packed source that holds records of about so many bytes, and give their number."""
    case = CASES[name]
    record = (case.record(title("Fold"), abstract("Fold").strip()) + case.between).encode()
    with gzip.open(path, "wb", compresslevel=1) as stream:
        stream.write(case.begin.encode())
        stream.writelines(record for _ in range(size // len(record)))
        stream.write((case.record(title("Fold"), abstract("Fold").strip()) + case.end).encode())
    return size // len(record) + 1


def peak(name, path):
    """The most memory that was in use while a file was read, in MB, and the number of papers that came of it."""
    Path("/proc/self/clear_refs").write_text("5")
    papers = 0
    for content in Source(str(path), path).contents({}):
        assert not isinstance(content, Skipped)
        papers += sum(isinstance(record, Paper) for record in read_content(content, name))
    most = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
    return {"peak": most / 1000, "read": papers}


def main(names):
    """Print an object a line: the format, and for each size the peak, the papers written and those read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "source"
        for name in names:
            write(name, SIZES[0], path)
            peak(name, path)  # what is loaded once counts for no size
            rows = [{"written": write(name, size, path), **peak(name, path)} for size in SIZES]
            sys.stdout.write(json.dumps({"format": name, "sizes": rows}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
