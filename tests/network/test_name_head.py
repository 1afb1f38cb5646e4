"""Words become names of persons, organisations and places; never over a paragraph's end."""

from pathlib import Path

import numpy as np
import pytest

from onrecord.domain.tagging import NameKind, TaggedName
from onrecord.network.name_head import NameHead, agreeing, near_capitals, with_neighbours
from onrecord.network.weights import Weights
from onrecord.segment.article import segment

NO_BIAS = np.zeros(7, np.float32)
ONE = np.zeros(4, np.int32)
UNLIKE = np.arange(9, dtype=np.int32)


def echoing(bias: np.ndarray = NO_BIAS) -> NameHead:
    """A head whose tag of a word is the number that its state is 1 at."""
    hidden = np.zeros((7, 3 * 7), np.float32)
    hidden[:, 7:14] = np.eye(7)
    weights = {
        "hidden.weight": hidden,
        "hidden.bias": np.zeros(7, np.float32),
        "tags.weight": np.eye(7, dtype=np.float32) * 9,
        "tags.bias": np.zeros(7, np.float32),
    }
    return NameHead(weights, bias)


def names(
    tags: list[int], paragraphs: list[int], head: NameHead
) -> list[tuple[NameKind, int, int]]:
    rows = np.eye(7, dtype=np.float32)[tags]
    found = head.names(rows, np.array(paragraphs, np.int32), UNLIKE[: len(tags)])
    assert all(isinstance(one, TaggedName) and 0.9 < one.score <= 1 for one in found)
    return [(one.kind, one.first, one.last) for one in found]


def test_each_kind_is_read_from_its_tags() -> None:
    assert names([1, 2, 0, 3, 5, 6], [0] * 6, echoing()) == [
        (NameKind.PERSON, 0, 2),
        (NameKind.ORGANISATION, 3, 4),
        (NameKind.PLACE, 4, 6),
    ]


def test_a_name_ends_with_its_paragraph() -> None:
    assert names([1, 2, 2, 2], [0, 0, 1, 1], echoing()) == [
        (NameKind.PERSON, 0, 2),
        (NameKind.PERSON, 2, 4),
    ]


def test_a_bias_against_persons_finds_fewer_of_them() -> None:
    bias = np.array([0, -20, -20, 0, 0, 0, 0], np.float32)
    rows = np.eye(7, dtype=np.float32)[[1, 0, 3]]
    found = echoing(bias).names(rows, ONE[:3], UNLIKE[:3])
    assert [one.kind for one in found] == [NameKind.ORGANISATION]


def test_nothing_is_found_in_nothing() -> None:
    nothing = np.zeros((0, 7), np.float32)
    assert echoing().names(nothing, ONE[:0], ONE[:0]) == ()


def test_neighbours_are_those_of_the_same_paragraph() -> None:
    rows = np.array([[1], [2], [3], [4]], np.float32)
    paragraphs = np.array([0, 0, 0, 1], np.int32)
    seen = with_neighbours(rows, paragraphs, np.arange(4))
    assert seen.tolist() == [[0, 1, 2], [1, 2, 3], [2, 3, 0], [0, 4, 0]]
    assert with_neighbours(rows, paragraphs, np.array([2])).tolist() == [[2, 3, 0]]


def test_a_word_far_from_every_capital_is_outside_whatever_its_state() -> None:
    forms = np.array([0, -1, -1, -1], np.int32)
    rows = np.eye(7, dtype=np.float32)[[0, 1, 1, 1]]
    assert near_capitals(forms).tolist() == [0, 1, 2]
    found = echoing().names(rows, ONE, forms)
    assert [(one.first, one.last) for one in found] == [(1, 2), (2, 3)]


def sure(tag: int, share: float) -> np.ndarray:
    return np.log(np.where(np.arange(7) == tag, share, (1 - share) / 6)).astype(np.float32)


def test_a_doubtful_word_is_drawn_to_what_it_is_elsewhere() -> None:
    doubtful = np.log([0.1, 0.4, 0.005, 0.005, 0.005, 0.48, 0.005]).astype(np.float32)
    logs = np.stack([sure(1, 0.98), sure(1, 0.98), doubtful, doubtful])
    drawn = agreeing(logs, np.array([7, 7, 7, -1], np.int32))
    assert drawn[2].argmax() == 1
    assert drawn[3].tolist() == pytest.approx(doubtful.tolist(), abs=1e-4)
    assert np.exp(drawn).sum(1).tolist() == pytest.approx([1] * 4, abs=1e-5)


def test_a_sure_word_stays_what_it_is() -> None:
    logs = np.stack([sure(5, 0.98), sure(1, 0.4)])
    assert agreeing(logs, np.array([7, 7], np.int32))[0].argmax() == 5


def test_names_keep_their_places_when_words_between_them_are_not_looked_at() -> None:
    tags = [0, 0, 0, 1, 2, 0, 0, 0, 0, 3]
    forms = np.array([-1, -1, -1, 0, 1, -1, -1, -1, -1, 2], np.int32)
    found = echoing().names(np.eye(7, dtype=np.float32)[tags], np.zeros(10, np.int32), forms)
    assert [(one.first, one.last) for one in found] == [(3, 5), (9, 10)]


@pytest.fixture(scope="module")
def shipped() -> Weights:
    weights = Weights()
    if "names" not in weights.manifest["heads"]:
        pytest.skip("these weights have no name head")
    return weights


TEXT = """Sir Keir Starmer met Volodymyr Zelensky in Kyiv on Monday.

Mr Zelensky told the BBC that Starmer was welcome. “Britain stands with us,” he said."""


def test_the_shipped_head_finds_full_names_surnames_bodies_and_places(shipped: Weights) -> None:
    article = segment(TEXT)
    found = shipped.network().read(article).names
    surfaces = {(one.kind, " ".join(article.words[one.first : one.last])) for one in found}
    assert {
        (NameKind.PERSON, "Keir Starmer"),
        (NameKind.PERSON, "Volodymyr Zelensky"),
        (NameKind.PERSON, "Zelensky"),
        (NameKind.PERSON, "Starmer"),
        (NameKind.ORGANISATION, "BBC"),
        (NameKind.PLACE, "Kyiv"),
    } <= surfaces
    assert [one.first for one in found] == sorted(one.first for one in found)


def test_a_report_over_several_stretches_keeps_its_places(shipped: Weights) -> None:
    once = segment(TEXT)
    often = segment("\n\n".join([TEXT] * 120))
    network = shipped.network()
    first = [(n.kind, n.first, n.last) for n in network.read(once).names]
    found = network.read(often).names
    assert len(found) >= 0.9 * 120 * len(first)
    known = {" ".join(once.words[a:b]) for _, a, b in first}
    right = [" ".join(often.words[n.first : n.last]) in known for n in found]
    assert sum(right) >= 0.9 * len(right)


def test_weights_without_heads_for_names_and_references_read_as_before(tmp_path: Path) -> None:
    from onrecord.network.network import Network

    article = segment(TEXT)
    whole = Weights().network()
    heads = whole._heads.__class__(whole._heads.attribution)
    network = Network(whole._vocabulary, whole._encode, whole._embed, heads, whole._bias)
    bare = network.read(article)
    assert bare.names == ()
    assert bare.references is None
    assert bare.spans == whole.read(article).spans
