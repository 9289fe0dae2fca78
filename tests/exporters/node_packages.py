"""Graphology, the library under Sigma and Gephi Lite, as an independent reader; tests skip where it is missing.

``npm install --prefix tests/exporters graphology graphology-gexf graphology-graphml`` puts it where it is looked for;
KG_NODE_MODULES names another folder of node modules.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
_MODULES = Path(os.environ.get("KG_NODE_MODULES", _HERE / "node_modules"))


def read_by_graphology(path):
    """The graph in the file, as graphology serializes it: nodes and edges with key and attributes."""
    node = shutil.which("node")
    if not node or not (_MODULES / "graphology").is_dir():
        pytest.skip(f"node or its package graphology is missing: {_MODULES}")
    command = [node, str(_HERE / "read_by_graphology.cjs"), str(_MODULES), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
