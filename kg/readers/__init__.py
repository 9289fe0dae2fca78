"""Files → papers: one source format a module, one contract for all.

A reader is a module with ``NAME``, ``recognises(head)`` and ``read(lines, source)``; see `Reader`.
"""

from kg.readers.inputs import Source, expand_inputs
from kg.readers.read import READERS, Reader, read_sources
from kg.readers.same_paper import fold_papers

__all__ = ["READERS", "Reader", "Source", "expand_inputs", "fold_papers", "read_sources"]
