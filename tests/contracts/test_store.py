"""What every store does; ``conftest`` names them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.domain.asked import EngagementsAsked, StatementsAsked
from onrecord.domain.engagement import Status
from onrecord.domain.kept import Standing
from onrecord.domain.record import Record
from onrecord.domain.statement import Act
from onrecord.store.opening import open_store
from onrecord.store.protocol import Store
from tests.contracts.reports import ferry, harbour, later, retold


def add(store: Store, *records: Record) -> list[Standing]:
    with store.writing() as writer:
        return [writer.add(record, "ann") for record in records]


def words(store: Store, **asked: object) -> list[str]:
    with store.view() as view:
        found = view.statements(StatementsAsked(**asked))  # type: ignore[arg-type]
        return [one.statement.content.text for one in found]


WALL = "“The harbour wall will be rebuilt before the winter storms,”"
SAIL = "it would “never sail again”"
AFTER_ALL = "the ferry should sail after all"


def test_a_record_comes_back_as_it_was_given(store: Store) -> None:
    records = [harbour(), ferry(), later()]
    assert add(store, *records) == [Standing.NEW] * 3
    with store.view() as view:
        for record in records:
            assert view.record(record.article.id) == record
            assert view.text(record.article.id) == record.article.text
        assert [one.article.id for one in view.records()] == sorted(
            one.article.id for one in records
        )


def test_the_items_of_a_report_come_in_the_order_of_its_record(store: Store) -> None:
    add(store, harbour(), ferry())
    with store.view() as view:
        said, met = view.items(harbour().article.id)
        assert [one.statement for one in said] == list(harbour().statements)
        assert [one.engagement for one in met] == list(harbour().engagements)
        assert [view.statement(one.id) for one in said] == list(said)
        assert view.items("a_none") == ((), ())


def test_adding_twice_changes_nothing(store: Store) -> None:
    add(store, harbour(), ferry())
    with store.view() as view:
        before = (view.counts(), view.log(), list(view.records()))
    assert add(store, ferry(), harbour()) == [Standing.SAME] * 2
    with store.view() as view:
        assert (view.counts(), view.log(), list(view.records())) == before


def test_adding_twice_in_one_transaction_is_adding_once(store: Store) -> None:
    assert add(store, harbour(), harbour()) == [Standing.NEW, Standing.SAME]


def test_reading_again_replaces_what_was_derived(store: Store) -> None:
    first = harbour()
    add(store, first, ferry())
    newer = replace(
        first,
        statements=first.statements[:1],
        exchanges=(),
        derivation=replace(first.derivation, version="2"),
    )
    assert add(store, newer) == [Standing.STALE]
    with store.view() as view:
        assert view.record(first.article.id) == newer
        assert view.counts().articles == 2
        assert next(iter(view.log())).what == "reread"


def test_what_is_not_known_this_time_takes_nothing_away(store: Store) -> None:
    add(store, harbour())
    bare = replace(harbour(), article=replace(harbour().article, title=None, outlet=None))
    assert add(store, bare) == [Standing.SAME]


def test_a_date_that_was_not_known_makes_it_worth_reading_again(store: Store) -> None:
    undated = replace(later(), article=replace(later().article, published=None))
    add(store, undated)
    assert add(store, later()) == [Standing.STALE]
    with store.view() as view:
        assert view.record(later().article.id) == later()


def test_two_reports_under_one_id_are_both_kept(store: Store) -> None:
    add(store, retold(harbour(), id="7"), retold(ferry(), id="7"))
    with store.view() as view:
        texts = {record.article.text for record in view.records()}
        ids = [record.article.id for record in view.records()]
    assert texts == {harbour().article.text, ferry().article.text}
    assert ids[0] == "7"
    assert ids[1].startswith("7~")
    assert add(store, retold(ferry(), id="7")) == [Standing.SAME]


def test_what_is_raised_in_a_transaction_undoes_all_of_it(store: Store) -> None:
    def fail() -> None:
        with store.writing() as writer:
            writer.add(harbour(), "ann")
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        fail()
    with store.view() as view:
        assert view.counts().articles == 0
        assert view.log() == ()


def test_a_view_sees_one_moment(store: Store) -> None:
    add(store, harbour())
    with store.view() as view:
        assert view.counts().articles == 1
        add(store, ferry())
        assert view.counts().articles == 1
    with store.view() as view:
        assert view.counts().articles == 2


def test_a_writer_sees_what_it_has_added(store: Store) -> None:
    with store.writing() as writer:
        writer.add(harbour(), "ann")
        assert writer.counts().statements == 2
        assert [one.statement.content.text for one in writer.statements(StatementsAsked())]


def test_statements_come_newest_first(store: Store) -> None:
    add(store, ferry(), later(), harbour())
    assert words(store)[0] == AFTER_ALL
    with store.view() as view:
        days = [one.day for one in view.statements(StatementsAsked())]
    assert days == ["2025-05", "2024-05-07", "2024-05-07", "2024-05-06"]


def test_the_order_of_adding_does_not_matter(store: Store, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = open_store(tmp_path / "other" / "record.sqlite")
    add(store, harbour(), ferry(), later())
    for record in (later(), ferry(), harbour()):
        add(other, record)
    with store.view() as one, other.view() as two:
        asked = StatementsAsked()
        assert list(one.statements(asked)) == list(two.statements(asked))
        assert list(one.engagements(EngagementsAsked())) == list(
            two.engagements(EngagementsAsked())
        )
        assert one.named("lee") == two.named("lee")
    other.close()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "harbour walls"}, [WALL, WALL]),
        ({"words": "HARBOUR"}, [WALL, WALL]),
        ({"words": "ferry"}, [AFTER_ALL, SAIL]),
        ({"words": "harbour ferry"}, []),
        ({"words": "-"}, []),
        ({"by": frozenset({"Q1"})}, [AFTER_ALL, WALL, WALL]),
        ({"by": frozenset({"Q1"}), "words": "ferries"}, [AFTER_ALL]),
        ({"by": frozenset({"Q1", "person:bo roe"})}, [AFTER_ALL, SAIL, WALL, WALL]),
        ({"by": frozenset({"Q9"})}, []),
        ({"to": frozenset({"body:ferry"})}, [AFTER_ALL, SAIL]),
        ({"acts": frozenset({Act.OPPOSES})}, [SAIL]),
        ({"since": "2024-05-07", "until": "2024-05-07"}, [SAIL, WALL]),
        ({"since": "2025-05-31"}, [AFTER_ALL]),
        ({"until": "2024-05-06"}, [WALL]),
        ({"outlet": "fen news"}, [WALL]),
        ({"least": 0.95}, []),
        ({"limit": 1}, [AFTER_ALL]),
    ],
)
def test_statements_are_found_by(store: Store, asked: dict[str, object], found: list[str]) -> None:
    add(store, harbour(), ferry(), later())
    assert sorted(words(store, **asked)) == sorted(found)


def test_a_statement_is_found_by_the_question_it_answers(store: Store) -> None:
    add(store, harbour())
    with store.view() as view:
        [found] = view.statements(StatementsAsked(words="ferry"))
    assert found.question.text == "the ferry"
    assert found.response == "answered"


def test_a_statement_says_where_it_is_from_and_who_said_it(store: Store) -> None:
    add(store, harbour())
    with store.view() as view:
        [found] = view.statements(StatementsAsked(words="harbour"))
        assert view.statement(found.id) == found
        assert view.statement("s_0") is None
    assert [(one.key, one.name) for one in found.speakers] == [("Q1", "Ann Lee")]
    assert found.report.outlet == "The Ely Post"
    assert found.reported
    assert found.sentence.text.endswith("Lee said.")


def test_one_utterance_has_its_attestations_the_earliest_first(store: Store) -> None:
    add(store, harbour(), ferry())
    with store.view() as view:
        one, two = view.statements(StatementsAsked(words="winter"))
        assert one.utterance == two.utterance
        assert one.family != two.family
        [attested] = view.attestations([one.utterance]).values()
    assert [each.report.outlet for each in attested] == ["Fen News", "The Ely Post"]


def test_one_occasion_of_two_reports_is_one_entry(store: Store) -> None:
    add(store, harbour(), ferry())
    with store.view() as view:
        one, two = view.engagements(EngagementsAsked(who=frozenset({"Q1"})))
        assert one.entry == two.entry
        [told] = view.entries([one.entry]).values()
        assert view.engagement(one.id) == one
    assert [each.engagement.status for each in told] == [Status.PLANNED, Status.HELD]
    assert {who.name for who in told[0].participants} == {"Ann Lee", "Bo Roe"}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (EngagementsAsked(), 3),
        (EngagementsAsked(who=frozenset({"Q1"})), 2),
        (EngagementsAsked(who=frozenset({"Q1"}), beside=frozenset({"person:bo roe"})), 2),
        (EngagementsAsked(who=frozenset({"Q1"}), beside=frozenset({"Q9"})), 0),
        (EngagementsAsked(statuses=frozenset({Status.HELD})), 1),
        (EngagementsAsked(since="2024-05-06", until="2024-05-06"), 2),
        (EngagementsAsked(since="2024-05-07"), 0),
        (EngagementsAsked(statuses=frozenset({Status.HELD}), of_entry=True), 2),
        (EngagementsAsked(statuses=frozenset({Status.HYPOTHETICAL}), of_entry=True), 0),
        (EngagementsAsked(who=frozenset({"Q1"}), beside=frozenset({"Q9"}), of_entry=True), 0),
        (EngagementsAsked(limit=1), 1),
    ],
)
def test_engagements_are_found(store: Store, asked: EngagementsAsked, found: int) -> None:
    add(store, harbour(), ferry(), later())
    with store.view() as view:
        assert len(list(view.engagements(asked))) == found


def test_people_are_found_by_the_last_word_of_a_name(store: Store) -> None:
    add(store, harbour(), ferry(), later())
    with store.view() as view:
        [lee] = view.named("lee")
        assert view.known(["Q1", "Q9"]) == (lee,)
        assert view.named("nobody") == ()
    assert lee.identity.name == "Ann Lee"
    assert lee.statements == 3
    assert ("ann", "lee") in lee.names


def test_paragraphs_lead_to_the_statements_that_reach_into_them(store: Store) -> None:
    add(store, harbour(), ferry())
    with store.view() as view:
        found = view.holding_most({("winter storms",): 1.0, ("never sail",): 1.0}, 10)
        assert len(found) == 3
        for one in found:
            text = view.text(one.report.id) or ""
            assert text[one.start : one.start + len(one.text)] == one.text
        over = view.statements_over([one.number for one in found])
        assert {each.statement.content.text for all in over.values() for each in all} == {
            WALL,
            SAIL,
        }


def test_paragraphs_that_hold_most_come_first(store: Store) -> None:
    add(store, harbour(), ferry(), later())
    with store.view() as view:

        def found(*clues: str, limit: int = 10) -> list[str]:
            weights = {tuple(clue.split("+")): 1.0 for clue in clues}
            return [one.text.split(",")[0].strip() for one in view.holding_most(weights, limit)]

        first = "“The harbour wall will be rebuilt before the winter storms"
        assert found("ferry", "again", "sail")[0].startswith("Asked about the ferry")
        assert found("walls be") == []
        assert found("be rebuilt before") == [first] * 2
        assert found("rebuilt+be") == found("before+be+rebuilt") == [first] * 2
        assert found("harbour+storms") == []
        assert len(found("the", limit=2)) == 2
        assert found("...", "") == []


def test_words_are_counted_in_every_form(store: Store) -> None:
    add(store, harbour(), ferry(), later())
    with store.view() as view:
        words = ["ferry", "Ferries", "storm", "zebra", "ROE", "…"]
        assert view.frequencies(words) == {
            "ferry": 3,
            "Ferries": 3,
            "storm": 2,
            "zebra": 0,
            "ROE": 3,
            "…": 0,
        }


@pytest.mark.parametrize("words", ['"', "AND", "(", "harbour*", "text:x", "a NEAR b", "\0"])
def test_signs_that_an_index_has_for_itself_are_only_signs(store: Store, words: str) -> None:
    add(store, harbour())
    with store.view() as view:
        list(view.statements(StatementsAsked(words=words)))
        view.holding_most({(words,): 1.0, (words, "wall"): 1.0}, 10)
        view.frequencies([words])


def test_reports_are_found_by_id_address_and_path(store: Store) -> None:
    add(store, harbour())
    with store.view() as view:
        for key in (harbour().article.id, "https://post.example/wall", "harbour.txt"):
            assert [one.title for one in view.reports(key)] == ["Wall and ferry"]
        assert view.reports("wall") == ()


def test_what_was_done_is_logged(store: Store) -> None:
    add(store, harbour(), ferry())
    with store.view() as view:
        assert [(one.who, one.what, one.item) for one in view.log()] == [
            ("ann", "added", ferry().article.id),
            ("ann", "added", harbour().article.id),
        ]
        assert len(view.log(1)) == 1


def test_a_feed_is_noted_for_the_next_visit(store: Store) -> None:
    with store.writing() as writer:
        assert writer.feed_state("https://x.example/feed") == {}
        writer.note_feed("https://x.example/feed", {"etag": "1"})
        writer.note_feed("https://x.example/feed", {"etag": "2"})
    with store.writing() as writer:
        assert writer.feed_state("https://x.example/feed") == {"etag": "2"}


def test_addresses_are_known_by_reports_and_by_what_was_taken_back(store: Store) -> None:
    add(store, harbour(), ferry())
    wall, fen = "https://post.example/wall", "https://fen.example/1"
    with store.writing() as writer:
        writer.remove(ferry().article.id, "ann", "asked to")
    with store.view() as view:
        found = view.at_addresses([wall, fen, "https://post.example/new", "harbour.txt"])
    assert found == {
        wall: Standing.SAME,
        fen: Standing.RETRACTED,
        "harbour.txt": Standing.SAME,
    }


def test_what_was_noted_of_a_feed_is_read_without_writing(store: Store) -> None:
    with store.writing() as writer:
        writer.note_feed("https://x.example/feed", {"etag": "1"})
    with store.view() as view:
        assert view.feed_state("https://x.example/feed") == {"etag": "1"}
        assert view.feed_state("https://y.example/feed") == {}
