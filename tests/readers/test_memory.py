"""A source of any size is read in the same memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

#: One format of each way in which sources are parsed.
FORMATS = ("jsonl", "json", "pubmed", "bibtex", "csv")
#: MB by which a peak may differ from run to run. What is kept of ten times the source would be far more.
NOISE = 2.5


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="only Linux says how much memory was in use")
def test_ten_times_the_source_takes_no_more_memory():
    """All papers of a packed source are read one by one, and the peak does not grow with their number."""
    tests = Path(__file__).parents[1]
    command = [sys.executable, "-m", "readers.peak", *FORMATS]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tests), str(tests.parent)])}
    printed = subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=120).stdout
    rows = [json.loads(line) for line in printed.splitlines()]
    assert [row["format"] for row in rows] == list(FORMATS)
    for row in rows:
        small, large = row["sizes"]
        assert [size["read"] for size in row["sizes"]] == [size["written"] for size in row["sizes"]]
        assert large["written"] > 9 * small["written"]
        assert large["peak"] < small["peak"] + NOISE, row["format"]
