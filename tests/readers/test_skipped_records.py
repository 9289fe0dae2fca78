import random

import pytest

from kg.model import Place, Skipped
from kg.readers import skipped_records
from kg.readers.skipped_records import SHOWN, SkippedRecords


def kept(*skipped):
    """The records that hold these."""
    records = SkippedRecords()
    for one in skipped:
        records.add(one)
    return records


def test_reasons_are_counted_without_their_cases():
    """What stands behind a colon or a full stop is one case; the most frequent kind comes first."""
    reasons = ["no title", "not JSON: a", "not JSON: b", "unknown. Try this"]
    assert kept(*(Skipped(Place("a"), reason) for reason in reasons)).reasons == [
        ("not JSON", 2),
        ("no title", 1),
        ("unknown", 1),
    ]


def test_unread_inputs_are_apart_from_what_is_in_them_and_from_what_is_no_input():
    """All of them are at hand, as are the first of the others."""
    unread = Skipped(Place("b"), "unknown")
    others = [Skipped(Place("a.png"), "a picture", harmless=True), *(Skipped(Place("a", n), "x") for n in range(30))]
    records = kept(unread, *others)
    assert records.unread == [unread]
    assert records.first == others[:SHOWN]
    assert len(records) == 32


@pytest.mark.parametrize("waiting", [1, 7, 1000])
def test_all_comes_by_source_and_place_however_much_is_on_disk(monkeypatch, waiting):
    """The order is that of the sources' names and of places in them, not that in which they came."""
    monkeypatch.setattr(skipped_records, "WAITING", waiting)
    expected = [
        *(Skipped(Place(name, line=line), f"not JSON: {name}") for name in ("a", "ä\udcff") for line in range(1, 21)),
        Skipped(Place("漢"), "unknown"),
        *(Skipped(Place("漢", record=n), "no title") for n in range(9, 12)),
    ]
    shuffled = random.Random(1).sample(expected, len(expected))
    records = kept(*shuffled)
    assert list(records) == expected
    assert list(records) == expected
    assert len(records._waiting) < waiting


def test_nothing_is_kept_of_nothing():
    """It is empty and false."""
    assert not kept()
    assert list(kept()) == []
