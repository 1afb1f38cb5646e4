"""What people decide, in every store: corrections that outlive readings, reports taken back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from onrecord.domain.asked import EngagementsAsked, StatementsAsked
from onrecord.domain.engagement import Status
from onrecord.domain.kept import Correction, KeptEngagement, KeptStatement, Standing, Tombstone
from onrecord.domain.record import Record
from onrecord.domain.span import Passage
from onrecord.domain.statement import Act
from onrecord.errors import BadCorrection, NotKept
from onrecord.store.opening import open_store
from onrecord.store.protocol import Store
from tests.contracts.reports import ferry, harbour, later, retold

SAIL = "never sail"
WALL = "harbour wall"


def add(store: Store, *records: Record) -> list[Standing]:
    with store.writing() as writer:
        return [writer.add(record, "ann") for record in records]


def said(store: Store, **asked: Any) -> list[KeptStatement]:
    with store.view() as view:
        return list(view.statements(StatementsAsked(**asked)))


def held(store: Store, **asked: Any) -> list[KeptEngagement]:
    with store.view() as view:
        return list(view.engagements(EngagementsAsked(**asked)))


def the(store: Store, words: str, outlet: str | None = None) -> str:
    """The id of the statement with these words."""
    found = [one for one in said(store, outlet=outlet) if words in one.statement.content.text]
    return found[0].id


def meeting(store: Store, outlet: str) -> str:
    return next(one.id for one in held(store) if one.report.outlet == outlet)


def correct(store: Store, item: str, note: str = "", **changes: Any) -> Correction:
    with store.writing() as writer:
        return writer.correct(item, changes, "bea", note)


def undo(store: Store, correction: Correction) -> Correction:
    with store.writing() as writer:
        return writer.undo(correction.id, "cy")


def remove(store: Store, record: Record, reason: str = "asked") -> Tombstone:
    with store.writing() as writer:
        return writer.remove(record.article.id, "dan", reason)


def statement(store: Store, id: str) -> KeptStatement:
    with store.view() as view:
        found = view.statement(id)
    assert found
    return found


def engagement(store: Store, id: str) -> KeptEngagement:
    with store.view() as view:
        found = view.engagement(id)
    assert found
    return found


def kept(store: Store, record: Record) -> Record:
    with store.view() as view:
        found = view.record(record.article.id)
    assert found
    return found


def newer(record: Record, version: str = "2", **changes: Any) -> Record:
    """The same report, read by newer weights."""
    return replace(record, derivation=replace(record.derivation, version=version), **changes)


def cut_at(record: Record, number: int, spans: Sequence[tuple[int, int]]) -> Record:
    """Read anew with another content for the statement of that number."""
    one = record.statements[number]
    content = Passage.cut(record.article.text, spans)
    statements = list(record.statements)
    statements[number] = replace(one, content=content)
    return newer(record, statements=tuple(statements))


# Corrections


def test_a_correction_says_who_when_why_and_what_stood_there(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    made = correct(store, item, "heard it", act="supports")
    assert (made.item, made.article, made.who) == (item, harbour().article.id, "bea")
    assert (made.before, made.after, made.note) == (
        {"act": "opposes"},
        {"act": "supports"},
        "heard it",
    )
    assert made.applied
    with store.view() as view:
        assert view.corrections(item) == (made,) == view.corrections()
        assert view.counts().corrections == 1
        [entry] = view.log(1)
    assert (entry.who, entry.what, entry.item, entry.note) == ("bea", "corrected", item, "heard it")


def test_a_corrected_act_is_what_is_asked_for_and_in_the_record(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    correct(store, item, act="supports")
    assert [one.id for one in said(store, acts=frozenset({Act.SUPPORTS}))] == [item]
    assert said(store, acts=frozenset({Act.OPPOSES})) == []
    deed = kept(store, harbour()).statements[1].deed
    assert deed
    assert (deed.act, deed.probability, bool(deed.words)) == (Act.SUPPORTS, 1.0, False)
    assert statement(store, item).corrected


def test_a_source_may_be_somebody_of_the_report(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    correct(store, item, source="ann lee")
    assert [one.key for one in statement(store, item).speakers] == ["Q1"]
    assert kept(store, harbour()).statements[1].source.entity == "e1"
    assert item in [one.id for one in said(store, by=frozenset({"Q1"}))]
    assert said(store, by=frozenset({"person:bo roe"})) == []


def test_a_source_whom_nobody_named_is_somebody_new(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    correct(store, item, source="Joe  Quill")
    record = kept(store, harbour())
    [one] = [each for each in record.entities if each.name == "Joe Quill"]
    assert one.mentions == ()
    assert record.statements[1].source.entity == one.id
    assert [each.id for each in said(store, by=frozenset({"person:joe quill"}))] == [item]
    with store.view() as view:
        [named] = view.named("quill")
    assert (named.identity.name, named.statements) == ("Joe Quill", 1)


def test_a_source_may_be_somebody_of_another_report(store: Store) -> None:
    add(store, later(), ferry())
    item = the(store, "after all")
    correct(store, item, source="Bo Roe")
    assert [one.key for one in statement(store, item).speakers] == ["person:bo roe"]
    correct(store, item, source="Q1")
    assert [one.name for one in statement(store, item).speakers] == ["Ann Lee"]


def test_somebody_new_may_be_given_with_their_id(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    who = {"key": "Q7", "name": "Jo Ash", "kind": "person", "wikidata": "Q7"}
    correct(store, item, source=who)
    assert [one.wikidata for one in statement(store, item).speakers] == ["Q7"]
    with store.view() as view:
        assert [one.identity.name for one in view.known(["Q7"])] == ["Jo Ash"]


def test_an_empty_source_is_not_settled(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    correct(store, item, source="")
    assert statement(store, item).speakers == ()
    assert kept(store, harbour()).statements[1].source.words.text == "Mr Roe"


def test_a_target_is_asked_for_by(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    correct(store, item, target="Ann Lee")
    assert [one.id for one in said(store, to=frozenset({"Q1"}))] == [item]
    assert said(store, to=frozenset({"body:ferry"})) == []
    correct(store, item, target=None)
    assert said(store, to=frozenset({"Q1"})) == []
    assert statement(store, item).target is None


def test_a_day_is_what_it_is_ordered_by(store: Store) -> None:
    add(store, harbour(), later())
    item = the(store, SAIL)
    correct(store, item, said_on="2026-01")
    first = said(store)[0]
    assert (first.id, first.day, first.reported) == (item, "2026-01", False)
    assert [one.id for one in said(store, since="2026-01-31")] == [item]
    by = frozenset({"person:bo roe"})
    assert [one.id for one in said(store, by=by, since="2026-01-31")] == [item]
    correct(store, item, said_on="")
    assert (statement(store, item).day, statement(store, item).reported) == ("2024-05-07", True)


def test_an_engagement_takes_another_status_day_and_place(store: Store) -> None:
    add(store, harbour())
    item = meeting(store, "The Ely Post")
    correct(store, item, status="cancelled", when="2024-06-01", place="Wick Hall")
    one = engagement(store, item)
    assert one.engagement.status is Status.CANCELLED
    assert one.engagement.place.pieces == ("Wick Hall",)
    assert one.engagement.when
    assert one.engagement.when.value == "2024-06-01"
    assert one.engagement.when.words.text == "Monday"
    who = frozenset({"Q1"})
    assert [each.id for each in held(store, who=who, since="2024-06-01")] == [item]
    assert held(store, until="2024-05-31") == []
    correct(store, item, when="", place="")
    assert (engagement(store, item).engagement.when, engagement(store, item).engagement.place) == (
        None,
        Passage((), ()),
    )


def test_words_find_a_statement_at_its_corrected_day(store: Store) -> None:
    add(store, harbour(), ferry())
    item = said(store, words="ferry")[-1].id
    made = correct(store, item, said_on="2030-05-06")
    assert [one.id for one in said(store, words="ferry", since="2030-05-06")] == [item]
    assert said(store, words="ferry")[0].id == item
    undo(store, made)
    assert said(store, words="ferry", since="2030-05-06") == []
    assert said(store, words="ferry")[-1].id == item


def test_what_is_struck_out_is_in_no_answer(store: Store) -> None:
    add(store, harbour(), ferry())
    item, occasion = the(store, SAIL), meeting(store, "Fen News")
    correct(store, item, struck=True)
    correct(store, occasion, struck=True)
    with store.view() as view:
        assert view.statement(item) is None
        assert view.engagement(occasion) is None
        found = view.holding_most({("never sail",): 1.0}, 10)
        over = view.statements_over(one.number for one in found)
        assert item not in [one.id for each in over.values() for one in each]
        assert [one.statements for one in view.named("roe")] == [0]
        record = view.record(harbour().article.id)
        assert view.corrections(item)
    assert record
    assert [one.id for one in record.statements] == ["s1"]
    assert record.exchanges[0].answers == ()
    assert item not in [one.id for one in said(store)]
    assert [one.report.outlet for one in held(store)] == ["The Ely Post"]


def test_the_occasion_of_another_day_is_another_entry_until_it_is_undone(store: Store) -> None:
    add(store, harbour(), ferry())
    item = meeting(store, "Fen News")
    before = {one.entry for one in held(store)}
    made = correct(store, item, when="2024-07-01")
    assert len({one.entry for one in held(store)}) == 2
    undo(store, made)
    assert {one.entry for one in held(store)} == before


def test_words_of_another_speaker_are_another_utterance_until_it_is_undone(store: Store) -> None:
    add(store, harbour(), ferry())
    made = correct(store, the(store, WALL, "Fen News"), source="Zed Quill")
    assert len({one.utterance for one in said(store, words="winter")}) == 2
    undo(store, made)
    assert len({one.utterance for one in said(store, words="winter")}) == 1


def test_corrections_stack_and_are_undone_in_any_order(store: Store) -> None:
    changes: list[dict[str, Any]] = [
        {"source": "Joe Quill", "act": "warns"},
        {"act": "denies", "said_on": "2024-03"},
        {"source": "Ann Lee", "struck": True},
    ]
    add(store, harbour())
    item = the(store, SAIL)

    def columns() -> tuple[Record, tuple[Any, ...]]:
        with store.view() as view:
            return kept(store, harbour()), tuple(view.known(["person:joe quill"]))

    alone = {}
    for order in permutations(range(3)):
        made = [correct(store, item, **each) for each in changes]
        for number, place in enumerate(order):
            undo(store, made[place])
            left = frozenset({0, 1, 2} - set(order[: number + 1]))
            assert alone.setdefault(left, columns()) == columns()
        assert kept(store, harbour()) == harbour()


def test_an_undone_correction_stays_in_the_list(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    made = correct(store, item, act="warns")
    undone = undo(store, made)
    assert (undone.undone_by, undone.applied) == ("cy", False)
    with store.view() as view:
        assert view.corrections(item) == (undone,)
        assert view.log(1)[0].what == "undone"
    assert not statement(store, item).corrected
    with pytest.raises(BadCorrection, match="undone already"):
        undo(store, made)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"act": "sings"}, "declines, denies"),
        ({"said_on": "lately"}, "2024-09-26"),
        ({"said_on": "2024-02-31"}, "2024-09-26"),
        ({"status": "held"}, "source, target, act, said_on, struck"),
        ({"colour": "red"}, "source, target, act, said_on, struck"),
        ({"act": "opposes"}, "so already"),
        ({"source": "Bo Roe", "act": "opposes"}, "so already"),
        ({}, "nothing is to be changed"),
        ({"source": "…"}, "no name"),
        ({"source": "Q999"}, "nobody of that id"),
        ({"source": "x" * 300}, "more than 200"),
        ({"struck": "yes"}, "True or False"),
        ({"said_on": 2024}, "give words"),
    ],
)
def test_a_correction_that_cannot_be_says_what_may_be(
    store: Store, changes: dict[str, Any], told: str
) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    with pytest.raises(BadCorrection, match=told):
        correct(store, item, **changes)
    assert kept(store, harbour()) == harbour()


def test_an_engagement_has_no_act(store: Store) -> None:
    add(store, harbour())
    with pytest.raises(BadCorrection, match="status, when, place, struck"):
        correct(store, meeting(store, "The Ely Post"), act="warns")
    with pytest.raises(BadCorrection, match="planned"):
        correct(store, meeting(store, "The Ely Post"), status="over")


def test_what_is_not_there_cannot_be_corrected(store: Store) -> None:
    with pytest.raises(NotKept):
        correct(store, "s_0", act="warns")
    with store.writing() as writer, pytest.raises(NotKept):
        writer.undo("c_0", "cy")


def test_what_is_kept_of_half_letters_can_be_read_again(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    made = correct(store, item, "half \udc80 a letter", source="Jo\udc80 Ash")
    assert made.note == "half ? a letter"
    assert statement(store, item).speakers[0].name == "Jo? Ash"


# Corrections and later readings


def test_a_correction_outlives_a_new_reading(store: Store) -> None:
    add(store, harbour())
    item, occasion = the(store, SAIL), meeting(store, "The Ely Post")
    correct(store, item, source="Joe Quill", act="warns")
    correct(store, occasion, status="cancelled")
    again = newer(harbour())
    assert add(store, again) == [Standing.STALE]
    one = statement(store, item)
    assert [who.name for who in one.speakers] == ["Joe Quill"]
    assert one.statement.deed
    assert one.statement.deed.act is Act.WARNS
    assert one.corrected
    assert engagement(store, occasion).engagement.status is Status.CANCELLED
    with store.view() as view:
        for made in view.corrections():
            assert made.applied


def test_undoing_after_a_new_reading_gives_what_is_read_now(store: Store) -> None:
    add(store, harbour())
    made = correct(store, the(store, SAIL), source="Joe Quill", act="warns")
    first = harbour().statements[1]
    assert first.deed
    again = replace(first, deed=replace(first.deed, act=Act.ADMITS))
    record = newer(harbour(), statements=(harbour().statements[0], again))
    add(store, record)
    undo(store, made)
    assert kept(store, harbour()) == record


def test_what_is_struck_out_stays_so_in_a_new_reading(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    correct(store, item, struck=True)
    add(store, newer(harbour()))
    assert item not in [one.id for one in said(store)]
    assert [one.id for one in kept(store, harbour()).statements] == ["s1"]


def test_a_correction_follows_a_content_that_is_cut_at_another_word(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    made = correct(store, item, act="warns")
    [(start, end)] = harbour().statements[1].content.spans
    add(store, cut_at(harbour(), 1, [(start + len("it would "), end)]))
    moved = the(store, SAIL)
    assert moved != item
    deed = statement(store, moved).statement.deed
    assert deed
    assert deed.act is Act.WARNS
    with store.view() as view:
        assert [one.id for one in view.corrections(moved)] == [made.id]
        assert view.corrections(item) == ()


def test_a_correction_waits_where_nothing_stands_any_more(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    made = correct(store, item, source="Joe Quill")
    add(store, newer(harbour(), statements=harbour().statements[:1], exchanges=()))
    with store.view() as view:
        [one] = view.corrections(item)
        assert view.known(["person:joe quill"]) == ()
    assert (one.id, one.applied, one.undone_at) == (made.id, False, None)
    add(store, newer(harbour(), "3"))
    assert [who.name for who in statement(store, item).speakers] == ["Joe Quill"]


def test_a_correction_takes_neither_of_two_that_are_as_like(store: Store) -> None:
    add(store, harbour())
    item = the(store, SAIL)
    correct(store, item, act="warns")
    [(start, end)] = harbour().statements[1].content.spans
    middle = (start + end) // 2
    one = cut_at(harbour(), 1, [(start, middle), (middle + 1, end - 1)])
    both = replace(
        one, statements=(*one.statements, cut_at(one, 1, [(start, end - 2)]).statements[1])
    )
    add(store, both)
    assert not any(each.corrected for each in said(store))
    with store.view() as view:
        assert [each.applied for each in view.corrections(item)] == [False]


# Retractions


def test_what_is_taken_back_is_in_no_answer(store: Store) -> None:
    add(store, harbour(), ferry())
    correct(store, the(store, SAIL), source="Joe Quill", note="a note")
    stone = remove(store, harbour())
    id = harbour().article.id
    with store.view() as view:
        assert view.record(id) is None
        assert view.text(id) is None
        assert view.reports(id) == ()
        assert view.corrections() == ()
        assert view.tombstones() == (stone,)
        assert view.holding_most({("never sail",): 1.0}, 9) == ()
        assert view.named("quill") == ()
        assert view.known(["body:ferry", "local:roe"]) == ()
        assert view.record(ferry().article.id) == ferry()
        [entry] = view.log(1)
        assert not any("a note" in one.note for one in view.log())
    assert (entry.what, entry.who, entry.item, entry.note) == ("retracted", "dan", id, "asked")
    assert [one.report.outlet for one in said(store)] == ["Fen News"]


def test_a_tombstone_has_digests_and_counts(store: Store) -> None:
    add(store, harbour())
    items = {one.id for one in said(store)} | {one.id for one in held(store)}
    stone = remove(store, harbour(), "asked by the publisher")
    assert stone.text_sha256 == harbour().article.text_sha256
    assert set(stone.items) == items
    assert (stone.removed["statements"], stone.removed["engagements"]) == (2, 1)
    assert (stone.who, stone.reason, stone.scrubbed) == ("dan", "asked by the publisher", False)


def test_what_was_taken_back_is_not_added_again(store: Store) -> None:
    add(store, harbour())
    remove(store, harbour())
    other_text = replace(harbour().article, text="Another text.", id="b", text_sha256="")
    elsewhere = retold(harbour(), url="https://elsewhere.example/1", id="c")
    again = [harbour(), elsewhere, Record(other_text, (), harbour().derivation)]
    assert add(store, *again) == [Standing.RETRACTED] * 3
    with store.view() as view:
        assert view.counts().articles == 0
        assert view.counts().identities == 0


SET_OTHERWISE: Mapping[str, Callable[[str], str]] = {
    "a blank more": lambda text: text.replace(" ", "  ", 1),
    "wrapped": lambda text: "\n".join(text.split()),
    "in capitals": str.upper,
    "other quotation marks": lambda text: text.replace("“", '"').replace("”", '"'),
    "without marks": lambda text: text.replace(",", "").replace(".", ""),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
}


def without_address(text: str) -> Record:
    """The same report from a file, in which ``text`` stands."""
    article = replace(later().article, id="", text=text, text_sha256="")
    return Record(replace(article, id=f"file {article.text_sha256}"), (), later().derivation)


TOLD = f"“At the café,” she said. {later().article.text}"


@pytest.mark.parametrize("how", SET_OTHERWISE)
def test_the_same_words_set_otherwise_are_not_added_again(store: Store, how: str) -> None:
    add(store, harbour(), without_address(TOLD))
    stone = remove(store, without_address(TOLD))
    otherwise = without_address(SET_OTHERWISE[how](TOLD))
    assert otherwise.article.text_sha256 != stone.text_sha256
    assert add(store, otherwise) == [Standing.RETRACTED]
    with store.view() as view:
        assert view.standing(otherwise.article, otherwise.derivation) is Standing.RETRACTED
        assert view.counts().articles == 1


def test_with_one_word_changed_it_is_another_text(store: Store) -> None:
    add(store, without_address(TOLD))
    remove(store, without_address(TOLD))
    assert add(store, without_address(TOLD.replace("ferry", "bus", 1))) == [Standing.NEW]


def test_two_texts_without_any_word_are_not_the_same(store: Store) -> None:
    add(store, without_address("— !"))
    assert remove(store, without_address("— !")).words_sha256 is None
    assert add(store, without_address("— ?")) == [Standing.NEW]


def test_a_given_id_is_not_kept_in_clear(store: Store) -> None:
    record = retold(harbour(), id="the mayor and the wall")
    add(store, record)
    stone = remove(store, record)
    assert "mayor" not in stone.article
    with store.view() as view:
        assert [one.item for one in view.log()] == [stone.article] * 2


def test_the_others_are_grouped_as_if_it_had_never_been(store: Store, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = open_store(tmp_path / "other" / "record.sqlite")
    copy = retold(harbour(), url="https://copy.example/1", id="copy", outlet="Copy Post")
    add(store, harbour(), ferry(), copy, later())
    add(other, ferry(), copy, later())
    remove(store, harbour())
    assert said(store) == said(other)
    assert held(store) == held(other)
    with store.view() as one, other.view() as two:
        for word in ("lee", "roe", "ferry"):
            assert one.named(word) == two.named(word)
        assert list(one.records()) == list(two.records())
    other.close()


def test_taking_back_one_copy_leaves_the_others(store: Store) -> None:
    copies = [
        retold(harbour(), id=f"copy {n}", url=f"https://c.example/{n}", outlet=f"Post {n}")
        for n in range(3)
    ]
    add(store, *copies)
    assert len({one.family for one in said(store)}) == 1
    remove(store, copies[0])
    assert {one.report.outlet for one in said(store)} == {"Post 1", "Post 2"}
    assert len({one.family for one in said(store)}) == 1
    assert len({one.utterance for one in said(store, words="winter")}) == 1
    with store.view() as view:
        assert [one.id for one in view.copies("copy 1")] == ["copy 2"]


def test_a_name_that_only_it_had_goes_with_it(store: Store) -> None:
    fuller = harbour()
    first, *rest = fuller.entities
    fuller = replace(fuller, entities=(replace(first, name="Ann Zuleika Lee"), *rest))
    add(store, ferry(), fuller)
    with store.view() as view:
        [lee] = view.known(["Q1"])
    assert lee.identity.name == "Ann Zuleika Lee"
    remove(store, fuller)
    with store.view() as view:
        [lee] = view.known(["Q1"])
    assert lee.identity.name == "Ann Lee"
    assert set(lee.names) == {("ann", "lee"), ("lee",)}


def test_feeds_forget_its_address(store: Store) -> None:
    url = harbour().article.url
    add(store, harbour())
    with store.writing() as writer:
        writer.note_feed(
            "https://f.example/feed", {"seen": [url, "https://x.example/2"], "etag": "1"}
        )
    remove(store, harbour())
    with store.view() as view:
        noted = view.feed_state("https://f.example/feed")
    assert noted == {"seen": ["https://x.example/2"], "etag": "1"}


def test_what_is_not_there_cannot_be_taken_back(store: Store) -> None:
    with store.writing() as writer, pytest.raises(NotKept):
        writer.remove("a_0", "dan", "")


def test_a_transaction_that_fails_takes_nothing_back(store: Store) -> None:
    add(store, harbour())
    before = kept(store, harbour())

    def fail() -> None:
        with store.writing() as writer:
            writer.remove(harbour().article.id, "dan", "")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert kept(store, harbour()) == before
    with store.view() as view:
        assert view.tombstones() == ()


def test_a_wiped_file_says_so(store: Store) -> None:
    add(store, harbour(), ferry())
    remove(store, harbour())
    assert store.scrub()
    with store.view() as view:
        [stone] = view.tombstones()
        [entry] = view.log(1)
        assert view.record(ferry().article.id) == ferry()
    assert stone.scrubbed
    assert (entry.what, entry.who, entry.item) == ("scrubbed", "dan", stone.article)
    assert store.scrub()
    assert [one.report.outlet for one in said(store, words="winter")] == ["Fen News"]


def test_a_reader_sees_its_moment_and_holds_the_wiping_up(store: Store) -> None:
    add(store, harbour(), ferry())
    with store.view() as view:
        before = view.record(harbour().article.id), view.counts()
        remove(store, harbour())
        assert not store.scrub()
        assert (view.record(harbour().article.id), view.counts()) == before
        assert next(iter(view.statements(StatementsAsked(words="sail")))).report.outlet
    with store.view() as view:
        assert not view.tombstones()[0].scrubbed
        assert view.record(harbour().article.id) is None
    add(store, later())
    with store.view() as view:
        assert view.tombstones()[0].scrubbed
        assert view.log(1)[0].what == "scrubbed"
