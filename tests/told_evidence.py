"""Evidence as tests write it: a row a word, a column a thing that can be told."""

import numpy as np

from kg.extraction.evidence import COLUMNS, PHRASE_COLUMNS, Evidence


def evidence_of(rows):
    """The evidence that says so of words × `COLUMNS`."""
    marked = np.flatnonzero(rows[:, :PHRASE_COLUMNS].any(axis=1))
    marks = [sum(1 << column for column in np.flatnonzero(rows[word, :PHRASE_COLUMNS]).tolist()) for word in marked]
    places = rows[:, PHRASE_COLUMNS : len(COLUMNS)] @ (1 << np.arange(len(COLUMNS) - PHRASE_COLUMNS))
    return Evidence(marked, marks, places.astype(np.uint16))
