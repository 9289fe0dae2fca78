"""Known names as reviewed data: one sorted TSV a type, and the strings that must not match."""

from kg.lexicons.lexicon import Name, Rejected, read_names, read_rejected
from kg.lexicons.lint import lint_lexicons

__all__ = ["Name", "Rejected", "lint_lexicons", "read_names", "read_rejected"]
