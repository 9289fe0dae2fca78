"""The page's script as a whole: its modules fit together, and their own tests pass."""

import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from kg.exporters.html.modules import in_order, one_script
from kg.exporters.html.page import ENTRY
from kg.graph.schema import DERIVED, NAMED_TOGETHER, NAMES_THE_SAME

SCRIPT = files("kg.exporters.html") / "script"
NODE = shutil.which("node")
TESTS = Path(__file__).parent / "script"
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)
EXPORTED = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)
IMPORT = re.compile(r"^import \{([^}]*)\} from '\./([\w-]+\.js)';$", re.MULTILINE)


def read(name):
    """The text of a module."""
    return (SCRIPT / name).read_text(encoding="utf-8")


def modules():
    """The names of all modules."""
    return sorted(path.name for path in SCRIPT.iterdir() if path.name.endswith(".js"))


def test_every_module_is_used():
    """The page's script takes in each module once, those first that others import."""
    order = in_order(read, ENTRY)
    assert modules() == sorted(order)
    for name in order:
        assert all(order.index(other) < order.index(name) for _, other in IMPORT.findall(read(name)))


def test_no_two_modules_declare_one_name():
    """In one script all names stand side by side, so none may be declared twice."""
    names = [name for module in modules() for name in DECLARED.findall(read(module))]
    assert sorted(set(names)) == sorted(names)


def test_imports_are_exported():
    """What a module imports, the other one exports."""
    exported = {name: EXPORTED.findall(read(name)) for name in modules()}
    for module in modules():
        for names, other in IMPORT.findall(read(module)):
            assert set(re.findall(r"\w+", names)) <= set(exported[other]), (module, other)


def test_one_script_has_no_seams():
    """The script in the page is no module any more."""
    assert not re.search(r"^(import|export)\b", one_script(read, ENTRY), re.MULTILINE)


def test_ring_of_modules_is_refused():
    """Modules that import one another have no order, and the error names them."""
    ring = {"a.js": "import { b } from './b.js';\n", "b.js": "import { a } from './a.js';\n"}
    with pytest.raises(ValueError, match=r"a\.js → b\.js → a\.js"):
        in_order(ring.__getitem__, "a.js")


def test_no_module_makes_markup_of_text():
    """No module writes markup or runs text as code."""
    for name in modules():
        assert not re.search(
            r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\()", read(name)
        )


def test_page_has_words_for_every_relation():
    """The relations that the script tells from a paper's edges are those of the schema."""
    relations = re.search(r"\n  relations: \{(.*?)\n  \}", read("text.js"), re.DOTALL)[1]
    assert re.findall(r"\n    (\w+): \{", relations) == list(DERIVED)


def test_page_has_words_for_projections():
    """What ties the nodes of a projection is told in the page's own words."""
    ties = re.search(r"\n  projections: \{(.*?)\n  \}", read("text.js"), re.DOTALL)[1]
    assert re.findall(r"\n    (\w+): \{", ties) == [NAMED_TOGETHER, NAMES_THE_SAME]


def test_grounds_are_those_of_the_style():
    """The contrast of signs is worked out against the colours that page and card have in the style."""
    style = (files("kg.exporters.html") / "style" / "page.css").read_text(encoding="utf-8")
    page, card = (re.search(rf"--{name}: light-dark\((\S+), (\S+)\)", style).groups() for name in ("page", "card"))
    assert re.findall(r"(?:light|dark): '(#\w+)'", read("shades.js")) == [page[0], card[1]]


@pytest.mark.skipif(NODE is None, reason="there is no Node to run the tests of the page's modules")
def test_modules_pass_their_own_tests():
    """Each module's tests pass in Node's own runner."""
    files_of_tests = sorted(map(str, TESTS.glob("*.test.mjs")))
    ran = subprocess.run([NODE, "--test", *files_of_tests], capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stdout
