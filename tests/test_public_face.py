from types import ModuleType

import kg


def test_exported_names_are_there_and_no_others():
    """``__all__`` is sorted, complete and true."""
    public = {name for name, value in vars(kg).items() if name[0] != "_" and not isinstance(value, ModuleType)}
    assert kg.__all__ == sorted(kg.__all__)
    assert set(kg.__all__) == public | {"__version__"}
