"""The README's table of exports is made of what the exporters say of themselves."""

from conftest import ROOT

from kg.exporters import EXPORTERS


def test_every_format_stands_in_the_readme():
    """Name, file and description of each exporter are a row, in the order of the registry."""
    rows = [f"| `{name}` | `{each.FILE}` | {each.DESCRIPTION} |" for name, each in EXPORTERS.items()]
    assert "\n".join(rows) in (ROOT / "README.md").read_text(encoding="utf-8")
