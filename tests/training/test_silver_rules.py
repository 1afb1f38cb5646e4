"""Silver names are made consistent within a report."""

from onrecord.domain.tagging import NameKind
from training.name_labels import NamedSpan, NamedText
from training.silver_rules import Kinds, consistent, plausible

PERSON, ORGANISATION, PLACE = NameKind
NOTHING = Kinds({})


def labelled(text: str, *names: tuple[str, NameKind]) -> NamedText:
    """The text with the first occurrence of each string as a name."""
    spans = sorted(NamedSpan(text.index(s), text.index(s) + len(s), kind) for s, kind in names)
    return NamedText(text, tuple(spans))


def shown(named: NamedText) -> list[tuple[str, str]]:
    return [(named.text[n.start : n.end], n.kind.name) for n in named.names]


def test_the_surname_of_a_full_name_is_a_person_wherever_it_stands() -> None:
    text = "Ann Quill spoke. Then Quill left, and so did Quill’s aide."
    found = consistent(labelled(text, ("Ann Quill", PERSON)), NOTHING)
    assert shown(found) == [("Ann Quill", "PERSON"), ("Quill", "PERSON"), ("Quill", "PERSON")]


def test_a_surname_that_was_taken_for_a_body_becomes_a_person() -> None:
    named = NamedText(
        "Ann Quill spoke. Quill left.",
        (NamedSpan(0, 9, PERSON), NamedSpan(17, 22, ORGANISATION)),
    )
    assert shown(consistent(named, NOTHING))[1] == ("Quill", "PERSON")


def test_a_surname_within_a_longer_run_of_capitals_is_left() -> None:
    text = "Ann Quill opened Quill Tower."
    found = consistent(labelled(text, ("Ann Quill", PERSON)), NOTHING)
    assert shown(found) == [("Ann Quill", "PERSON")]


def test_the_majority_of_the_corpus_settles_a_string() -> None:
    often = [labelled("Acme fell", ("Acme", ORGANISATION))] * 4
    named = labelled("Acme rose", ("Acme", PLACE))
    assert shown(consistent(named, Kinds.of([*often, named]))) == [("Acme", "ORGANISATION")]


def test_what_cannot_be_a_name_is_dropped() -> None:
    named = labelled(
        "Hope grew; they hope. @acme and ANN and Bob 2 and Ann Lee stay.",
        ("Hope", ORGANISATION),
        ("@acme", ORGANISATION),
        ("ANN", PERSON),
        ("Bob 2", PERSON),
        ("Ann Lee", PERSON),
    )
    assert shown(plausible(named)) == [("Ann Lee", "PERSON")]
