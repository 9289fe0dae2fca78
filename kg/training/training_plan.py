"""How much is done in each step from papers to weights."""

from dataclasses import dataclass, field

from kg.training.encoder import Size


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """How much is done; the defaults made the weights that ship."""

    vector_rows: int = 40_000
    vector_epochs: int = 8
    #: A teacher is larger than what ships.
    teacher_size: Size = field(default_factory=lambda: Size(192, (1, 1, 2, 4, 1, 2)))
    #: Share of the columns that are hidden while a teacher learns.
    teacher_dropout: float = 0.2
    #: Of 6,144 words each.
    pretraining_steps: int = 3_500
    teacher_epochs: int = 3
    #: Corpus papers that the advised teacher marks.
    taught_papers: int = 53_000
    size: Size = field(default_factory=Size)
    epochs: int = 3
    #: The same of what ships: little, since it is small and its teacher shows it much.
    dropout: float = 0.05
    #: So many times it goes on from where it was fitted, to be averaged.
    refinements: int = 4
    seed: int = 0
    processes: int = 4
