"""Known names as reviewed data: a sorted TSV a type, one of quantities, and one of strings that must not match."""

from kg.lexicons.lexicon import Name, Rejected, read_names, read_quantities, read_rejected
from kg.lexicons.lint import lint_lexicons
from kg.lexicons.terms import Term, read_terms, type_name

__all__ = [
    "Name",
    "Rejected",
    "Term",
    "lint_lexicons",
    "read_names",
    "read_quantities",
    "read_rejected",
    "read_terms",
    "type_name",
]
