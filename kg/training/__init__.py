"""How the recognizer's weights are made and measured: ``python -m kg.training``. Never imported when kg runs."""
