from click.testing import CliRunner

from kg.cli import main


def test_lint_of_the_lexicons_that_ship_passes():
    """In order: exit code 0."""
    assert CliRunner().invoke(main, ["lexicons", "lint"]).exit_code == 0


def test_folder_without_lexicons_is_told(tmp_path):
    """Exit code 2, and the message is about the folder, not about a file of it."""
    result = CliRunner().invoke(main, ["lexicons", "lint", str(tmp_path)])
    assert result.exit_code == 2
    assert f"{tmp_path}: holds no lexicons" in result.stderr


def test_lint_names_what_is_broken(tmp_path):
    """A broken rule: exit code 1 and the row; a missing file: exit code 2."""
    for file in ("methods", "benchmarks", "models", "metrics", "quantities"):
        (tmp_path / f"{file}.tsv").write_text("name\taliases\tsource\n")
    result = CliRunner().invoke(main, ["lexicons", "lint", str(tmp_path)])
    assert result.exit_code == 2
    assert result.stderr.endswith("rejected.tsv: cannot be read: No such file or directory\n")
    (tmp_path / "rejected.tsv").write_text("name\treason\nLLM\t\n")
    result = CliRunner().invoke(main, ["lexicons", "lint", str(tmp_path)])
    assert result.exit_code == 1
    assert "'LLM' has no reason" in result.stderr
