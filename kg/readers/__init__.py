"""Files → papers: one source format a module, one contract for all.

A reader is a module with ``NAME``, ``DESCRIPTION``, ``recognises(head)`` and ``read(content)``; see `Reader`. What a
user names becomes sources, a source one content or several, a content records, and those become papers.
"""

from kg.readers.inputs import Source, expand_inputs
from kg.readers.mapping import read_mapping
from kg.readers.read import READERS, Reader, read_sources
from kg.readers.same_paper import fold_papers
from kg.readers.skipped_records import SkippedRecords
from kg.readers.skipped_rows import foreign, write_skipped

__all__ = [
    "READERS",
    "Reader",
    "SkippedRecords",
    "Source",
    "expand_inputs",
    "fold_papers",
    "foreign",
    "read_mapping",
    "read_sources",
    "write_skipped",
]
