"""How well what was found agrees with what people marked: labelled papers, pairing, figures."""

from kg.evaluation.figures import Figures, evaluate
from kg.evaluation.labels import LabelledPaper, labels_of, read_labels

__all__ = ["Figures", "LabelledPaper", "evaluate", "labels_of", "read_labels"]
