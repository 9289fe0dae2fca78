import json

from click.testing import CliRunner

from kg.model import Paper
from kg.training.__main__ import main
from kg.training.words import count_words


def test_counts_are_of_two_thousand_papers(tmp_path):
    """A word is counted once a paper, whatever its capitals, and in papers of 2,000; what is rarer is left out."""
    papers = [Paper(str(n), "Deep nets", "Nets learn." if n % 4 == 0 else "") for n in range(4_000)]
    papers[0] = Paper("0", "Quorix", "")
    written = tmp_path / "words.tsv"
    count_words(papers, written)
    rows = dict(line.split("\t") for line in written.read_text().splitlines())
    assert rows == {"word": "papers", "deep": "2000", "nets": "2000", "learn": "500"}


def test_the_same_papers_in_another_order_are_the_same_file(tmp_path):
    """The order of the papers changes nothing."""
    papers = [Paper(str(n), word, "") for n, word in enumerate(["nets", "deep", "deep"])]
    files = [tmp_path / "one.tsv", tmp_path / "other.tsv"]
    for order, file in zip((papers, papers[::-1]), files, strict=True):
        assert count_words(order, file) == 2
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_command_writes_a_new_file(tmp_path):
    """A table is made of a corpus, where none was."""
    corpus, target = tmp_path / "corpus.jsonl", tmp_path / "words.tsv"
    corpus.write_text(json.dumps({"id": "1", "title": "Deep nets", "abstract": ""}) + "\n")
    result = CliRunner().invoke(main, ["words", str(corpus), "--target", str(target)])
    assert (result.exit_code, target.read_text()) == (0, "word\tpapers\ndeep\t2000\nnets\t2000\n")
