import pytest

from kg.readers.language import language_of

FOREIGN = {
    "de": "Wir stellen ein Verfahren vor, mit dem ein Roboter lernt, Papier zu falten. Es wird auf drei Datensätzen "
    "geprüft und ist schneller als die bekannten Verfahren.",
    "fr": "Nous proposons une méthode avec laquelle un robot apprend à plier du papier. Elle est évaluée sur trois "
    "jeux de données et se révèle plus rapide que les méthodes connues.",
    "es": "Proponemos un método con el que un robot aprende a plegar papel. Lo evaluamos en tres conjuntos de datos y "
    "resulta más rápido que los métodos conocidos.",
    "pt": "Propomos um método com o qual um robô aprende a dobrar papel. Ele é avaliado em três conjuntos de dados e "
    "mostra-se mais rápido do que os métodos conhecidos.",
    "it": "Proponiamo un metodo con cui un robot impara a piegare la carta. Lo valutiamo su tre insiemi di dati e "
    "risulta più veloce dei metodi già conosciuti.",
    "nl": "Wij stellen een methode voor waarmee een robot leert papier te vouwen. Ze wordt op drie verzamelingen "
    "getoetst en is sneller dan de bekende methoden.",
    "pl": "Proponujemy metodę, dzięki której robot uczy się składać papier. Sprawdzamy ją na trzech zbiorach danych i "
    "okazuje się szybsza niż znane dotąd metody.",
    "tr": "Bir robotun kağıt katlamayı öğrendiği bir yöntem öneriyoruz. Yöntemi üç veri kümesinde sınadık ve bilinen "
    "yöntemlerden daha hızlı olduğunu gördük.",
    "ru": "Мы предлагаем метод, с помощью которого робот учится складывать бумагу, и проверяем его на трёх наборах.",
    "zh": "本文提出一种让机器人学会折纸的方法，并在三个数据集上进行了评估，结果比已有方法更快。",
    "ja": "本論文ではロボットが紙の折り方を学ぶ手法を提案し、三つのデータセットで評価した。",
    "ko": "우리는 로봇이 종이를 접는 법을 배우는 방법을 제안하고 세 개의 데이터셋에서 평가하였다.",
}


@pytest.mark.parametrize("code", FOREIGN)
def test_foreign_abstract_is_foreign(code):
    """An abstract in another language is known, whatever the language of its title."""
    assert language_of("Folding Paper with Robots", FOREIGN[code]) == code


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        (
            "Folding Paper",
            "We fold paper with a robot that learns from the hands of people and compare it with others.",
        ),
        ("Papier falten mit Robotern", "We fold paper with a robot that learns from the hands of people who fold it."),
        ("机器人折纸", "We fold paper with a robot that learns from the hands of people who fold it in three ways."),
        ("Proximal Policy Optimization", ""),
        ("GPT-4 Transformer", ""),
        ("Origami", "Origami in silico"),
        ("", ""),
        (
            "T",
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore. " * 2,
        ),
        ("T", "Résumé: Schrödinger, Gödel, Noether"),
    ],
)
def test_english_and_what_is_too_short_are_not_marked(title, abstract):
    """None stands for English, and for what nobody can tell."""
    assert language_of(title, abstract) is None


def test_foreign_title_alone_is_foreign_where_it_is_long():
    """A paper without an abstract is judged by a long title."""
    title = "Ein neues Verfahren, mit dem Roboter das Falten von Papier durch Nachahmung und Übung lernen"
    assert language_of(title, "") == "de"


def test_borrowed_words_make_no_english_title():
    """A foreign title that borrows English words is foreign."""
    title = "Apprentissage profond et data mining pour la reconnaissance de la parole dans le bruit"
    assert language_of(title, "") == "fr"


def test_title_of_terms_alone_is_english():
    """A title without any of the words that join others is English by how its words end."""
    title = "Understanding Robotic Paper Folding: Adaptive Crease Detection, Modeling, Planning Dynamics"
    assert language_of(title, "") is None


def test_abstract_in_two_languages_can_be_read():
    """An abstract with an English version of itself is not foreign."""
    english = "We show how the robot folds the paper with its own hands and that it is faster than the others. "
    assert language_of("T", FOREIGN["zh"] + english * 2) is None
    assert language_of("T", FOREIGN["de"] + " " + english * 2) is None
