import pytest

from kg.readers.code_links import code_link


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Code is at https://github.com/ada/fold.", "https://github.com/ada/fold"),
        ("Code (github.com/ada/fold-it.git) is free", "https://github.com/ada/fold-it"),
        ("at http://www.gitlab.com/ada/fold/tree/main", "https://gitlab.com/ada/fold"),
        ("weights https://huggingface.co/ada/fold, code https://bitbucket.org/ada/x", "https://bitbucket.org/ada/x"),
        ("data at https://huggingface.co/datasets/ada/fold", "https://huggingface.co/datasets/ada/fold"),
        ("see https://github.com/ada and notgithub.com/ada/x", None),
        ("no address, either/or", None),
    ],
)
def test_code_link(text, link):
    """The first project's address counts, one of weights and data only where there is no other."""
    assert code_link(text) == link
