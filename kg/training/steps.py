"""The steps from papers to weights; each leaves a file in the work folder, and what took long is not made again."""

import pickle
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
from spacy.vectors import Vectors

from kg.evaluation import LabelledPaper, read_labels
from kg.extraction.pipeline import build_pipeline
from kg.model import Paper
from kg.names import name_key
from kg.readers.record import clean_paper
from kg.training import labelled
from kg.training.calibration import fit_curves, judge, write_curves
from kg.training.decisions import mix_in, read_decisions
from kg.training.encoder import Encoder, Size, WordTable
from kg.training.examples import Example, labelled_examples, plain_examples, vocabulary
from kg.training.fitting import fit, mark, refine, seed
from kg.training.packing import pack
from kg.training.pretraining import pretrain
from kg.training.training_plan import TrainingPlan
from kg.training.vectors import WIDTH, read_vectors, train_vectors


class Training:
    """One run: where it reads, where it writes, and its steps."""

    def __init__(self, gold: Path, corpus: Path, work: Path, plan: TrainingPlan, tell: Callable[[str], None]) -> None:
        self._gold, self._corpus, self._work, self._plan, self._say = gold, corpus, work, plan, tell

    def run(self) -> None:
        """Every step that is not yet done; ends with ``weights.npz`` and ``confidence.json`` in the work folder."""
        self._work.mkdir(parents=True, exist_ok=True)
        torch.set_num_threads(self._plan.processes)
        for step in (
            self.vectors,
            self.pretrained,
            self.teacher,
            self.decided,
            self.advised,
            self.taught,
            self.fitted,
            self.refined,
            self.packed,
            self.calibrated,
        ):
            self._say(f"== {step.__name__}")
            step()

    def vectors(self) -> Vectors:
        """Subword vectors of the corpus."""
        target = self._work / "vectors.floret"
        if not target.exists():
            part = target.with_suffix(".part")
            plan = self._plan
            train_vectors(
                self.corpus_examples, part, rows=plan.vector_rows, epochs=plan.vector_epochs, threads=plan.processes
            )
            part.replace(target)
        return read_vectors(target)

    def pretrained(self) -> Encoder:
        """An encoder of the teachers' size that has guessed hidden words of the corpus."""

        def make(encoder: Encoder) -> None:
            steps = self._plan.pretraining_steps
            pretrain(encoder, self.corpus_examples, self.words, steps=steps, tell=self._progress(200))

        return self._trained("pretrained.pt", self._plan.teacher_size, self._plan.teacher_dropout, make)

    def teacher(self) -> Encoder:
        """The pretrained encoder, fitted to the labels."""
        return self._teacher("teacher.pt", self.labelled_examples)

    def decided(self) -> list[Example]:
        """The corpus papers with decisions, with what the teacher says of them and the decisions."""

        def make() -> list[Example]:
            decisions, tokenizer = read_decisions(self._clean_corpus()), build_pipeline(())
            marked = self._marked(self.teacher(), [example for example in self._unknown if example.id in decisions])
            for example in marked:
                mix_in(decisions[example.id], example, tokenizer)
            return marked

        decided: list[Example] = self._kept("decided.pickle", make)
        return decided

    def advised(self) -> Encoder:
        """Another teacher, fitted to the labels and to the decisions."""
        return self._teacher("advised.pt", [*self.labelled_examples, *self.decided()])

    def taught(self) -> list[Example]:
        """Corpus papers with what the advised teacher says of them."""

        def make() -> list[Example]:
            return self._marked(self.advised(), self._unknown[: self._plan.taught_papers])

        taught: list[Example] = self._kept("taught.pickle", make)
        return taught

    def _teacher(self, name: str, examples: Sequence[Example]) -> Encoder:
        pretrained = self.pretrained().state_dict()

        def make(encoder: Encoder) -> None:
            encoder.load_state_dict(pretrained)
            fit(encoder, examples, self.words, epochs=self._plan.teacher_epochs, tell=self._progress(200))

        return self._trained(name, self._plan.teacher_size, self._plan.teacher_dropout, make)

    def _marked(self, teacher: Encoder, examples: Sequence[Example]) -> list[Example]:
        seed(self._plan.seed)
        return list(mark(teacher, examples, self.words))

    @cached_property
    def _unknown(self) -> list[Example]:
        """The papers of the corpus that nobody has labelled."""
        known = {example.id for example in self.labelled_examples} | self._gold_in_corpus
        return [example for example in self.corpus_examples if example.id not in known]

    def fitted(self) -> Encoder:
        """The encoder of the size that ships, fitted to what the teacher marked and to the labels."""
        examples = [*self.taught(), *self.labelled_examples]

        def make(encoder: Encoder) -> None:
            fit(encoder, examples, self.words, epochs=self._plan.epochs, tell=self._progress(200))

        return self._trained("fitted.pt", self._plan.size, self._plan.dropout, make)

    def refined(self) -> Encoder:
        """The encoder that ships: the fitted one, slowly brought nearer to the labels, gold ones counted twice.

        What it says itself of a third of the corpus keeps it from forgetting.
        """
        fitted, gold = self.fitted().state_dict(), {paper.id for paper in self._split[0]}

        def make(encoder: Encoder) -> None:
            encoder.load_state_dict(fitted)
            known = self._marked(encoder, self._unknown[::3])
            again = [example for example in self.labelled_examples if example.id in gold]
            examples = [*self.labelled_examples, *again, *known]
            refine(encoder, examples, self.words, times=self._plan.refinements, tell=self._progress(200))

        return self._trained("refined.pt", self._plan.size, self._plan.dropout, make)

    def packed(self) -> Path:
        """The weights as they ship."""
        target = self._work / "weights.npz"
        pack(self.refined(), self.vectors(), target)
        return target

    def calibrated(self) -> Path:
        """The curves of confidence, from the gold papers that were set aside."""
        target = self._work / "confidence.json"
        write_curves(fit_curves(judge(self.set_aside, self._work / "weights.npz")), target)
        return target

    @cached_property
    def corpus_examples(self) -> list[Example]:
        """All papers of the corpus, without tags."""
        examples: list[Example] = self._kept(
            "corpus.pickle", lambda: plain_examples(self._clean_corpus(), self._plan.processes)
        )
        return examples

    @cached_property
    def labelled_examples(self) -> list[Example]:
        """The gold papers that are trained on, and the marked papers of the corpus."""
        marked = labelled.read_marks(labelled.read_corpus(self._corpus))
        return labelled_examples(map(labelled.cleaned, (*self._split[0], *marked)), self._plan.processes)

    def _clean_corpus(self) -> Iterator[Paper]:
        """The papers of the corpus as readers clean them."""
        return (clean_paper(paper.id, paper.title, paper.abstract) for paper in labelled.read_corpus(self._corpus))

    @property
    def set_aside(self) -> list[LabelledPaper]:
        """The gold papers that nothing is trained on but the curves of confidence."""
        return self._split[1]

    @cached_property
    def _gold_in_corpus(self) -> set[str]:
        """Ids of corpus papers that are gold papers too, under other ids: they are known by their titles."""
        titles = {name_key(paper.title) for papers in self._split for paper in papers}
        return {paper.id for paper in labelled.read_corpus(self._corpus) if name_key(paper.title) in titles}

    @cached_property
    def _split(self) -> tuple[list[LabelledPaper], list[LabelledPaper]]:
        return labelled.split(read_labels(self._gold))

    @cached_property
    def words(self) -> WordTable:
        """All words of corpus and labels."""
        return WordTable.of(vocabulary([*self.corpus_examples, *self.labelled_examples]), self.vectors())

    def _trained(self, name: str, size: Size, dropout: float, make: Callable[[Encoder], None]) -> Encoder:
        """An encoder as the file has it, or as ``make`` fits it, which then is kept in the file.

        ``make`` throws the dice from here on, so it must call no other step.
        """
        seed(self._plan.seed)
        encoder = Encoder(size, WIDTH, dropout)
        target = self._work / name
        if target.exists():
            encoder.load_state_dict(torch.load(target, weights_only=True))
            return encoder
        self._say(f"-- {name}")
        make(encoder)
        part = target.with_suffix(".part")
        torch.save(encoder.state_dict(), part)
        part.replace(target)
        return encoder

    def _kept(self, name: str, make: Callable[[], Any]) -> Any:
        target = self._work / name
        if target.exists():
            return pickle.loads(target.read_bytes())  # noqa: S301 (our own file)
        made = make()
        part = target.with_suffix(".part")
        part.write_bytes(pickle.dumps(made, protocol=5))
        part.replace(target)
        return made

    def _progress(self, every: int) -> Callable[[int, int, float], None]:
        def tell(done: int, steps: int, loss: float) -> None:
            if done % every == 0 or done == steps:
                self._say(f"step {done:,} of {steps:,}, loss {loss:.4f}")

        return tell
