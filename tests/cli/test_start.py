import subprocess
import sys
import time

HEAVY = {"spacy", "networkx", "pyvis", "rustworkx", "numpy", "jinja2"}


def test_help_loads_no_heavy_library():
    """What --help needs is click and kg's own words."""
    code = "import sys, kg.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & set(loaded)


def test_help_answers_at_once():
    """The best of three calls takes under 0.3 s."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "kg", "--help"], capture_output=True, check=True)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.3
