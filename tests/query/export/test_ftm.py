"""FollowTheMoney entities, read back by its own library."""

from __future__ import annotations

import json
from typing import Any
from unicodedata import normalize

import pytest

from tests.contracts.reports import ferry
from tests.query.export.conftest import WITH_TEXT, WITHOUT, Kept
from tests.query.export.reports import FLOOD, ZOE, flood

pytest.importorskip(
    "followthemoney", reason="needs followthemoney: make ftm installs it where it can"
)

from followthemoney import model
from followthemoney.proxy import EntityProxy

from onrecord.query.export.ftm import ftm, ftm_id

Entities = dict[str, EntityProxy]


def read(kept: Kept, wording: Any = WITH_TEXT, cleaned: bool = False) -> Entities:
    """What the library makes of the lines; unless ``cleaned``, after testing each value anew."""
    lines = b"".join(ftm(kept.view, wording)).splitlines()
    found = [model.get_proxy(json.loads(line), cleaned=cleaned) for line in lines]
    assert len(found) == len({one.id for one in found})
    return {str(one.id): one for one in found}


@pytest.fixture(scope="module")
def entities(kept: Kept) -> Entities:
    return read(kept)


def of(entities: Entities, schema: str) -> list[EntityProxy]:
    return [one for one in entities.values() if one.schema.name == schema]


def test_every_entity_is_valid_to_the_library(entities: Entities) -> None:
    for one in entities.values():
        one.schema.validate(one.to_dict())
        for name in one.schema.required:
            assert one.get(name), (one.schema.name, name)


def test_every_reference_is_to_an_entity_of_the_right_schema(
    entities: Entities, kept: Kept
) -> None:
    seen = 0
    for one in entities.values():
        for prop, value in one.itervalues():
            if prop.type.name == "entity" and value != ftm_id(kept.retracted):
                assert entities[value].schema.is_a(prop.range)
                seen += 1
    assert seen > 20


def test_no_word_of_a_report_is_changed(kept: Kept) -> None:
    entities = read(kept, cleaned=True)
    assert entities[ftm_id(flood().article.id)].first("bodyText") == FLOOD
    said = {one.first("description") for one in of(entities, "Note")}
    assert {one.content.text for one in flood().statements} <= said


def test_people_are_one_over_all_reports(entities: Entities) -> None:
    names = [one.first("name") for one in of(entities, "Person")]
    assert sorted(names) == sorted({*names})
    zoe = next(one for one in of(entities, "Person") if one.first("name") == normalize("NFC", ZOE))
    assert zoe.first("wikidataId") == "Q7"
    named = {
        one.first("document") for one in of(entities, "Mention") if zoe.id in one.get("resolved")
    }
    assert named == {ftm_id(flood().article.id)}


def test_what_was_only_wanted_or_denied_is_no_event(entities: Entities) -> None:
    kinds = [set(one.get("keywords")) for one in of(entities, "Event")]
    assert all(one & {"held", "planned", "cancelled"} for one in kinds)
    notes = [set(one.get("keywords")) for one in of(entities, "Note")]
    assert any("sought" in one for one in notes)
    dated = {
        one.first("date") or (one.first("startDate"), one.first("endDate"))
        for one in of(entities, "Event")
    }
    assert dated == {"2024-05-03", "2024-05-06", ("2024-05-07", "2024-05-09")}


def test_corrections_and_tombstones_are_notes_of_people(entities: Entities, kept: Kept) -> None:
    assert any(
        "corrected by Ann Lee" in one for one in entities[ftm_id(kept.corrected)].get("notes")
    )
    assert ftm_id(kept.struck) not in entities
    assert ftm_id(kept.retracted) not in entities
    [gone] = [one for one in of(entities, "Note") if "retracted" in one.get("keywords")]
    assert gone.first("entity") == ftm_id(kept.retracted)


def test_without_text_names_and_digests_stay(kept: Kept) -> None:
    entities = read(kept, WITHOUT)
    article = entities[ftm_id(ferry().article.id)]
    assert not article.get("bodyText")
    assert not article.get("title")
    assert any(ferry().article.text_sha256 in one for one in article.get("notes"))
    assert "Bo Roe" in {one.first("name") for one in of(entities, "Person")}
