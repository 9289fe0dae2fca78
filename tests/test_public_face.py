import kg


def test_exported_names_are_there_and_no_others():
    """``__all__`` is sorted, complete and true."""
    public = {name for name, value in vars(kg).items() if not name.startswith("_") and not hasattr(value, "__path__")}
    modules = {"errors", "model", "build", "cli", "names", "files"}
    assert kg.__all__ == sorted(kg.__all__)
    assert set(kg.__all__) == (public - modules) | {"__version__"}
