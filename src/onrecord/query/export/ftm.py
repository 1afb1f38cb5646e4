"""FollowTheMoney entities as JSON lines, made and checked by the library followthemoney.

A report is an Article; people, bodies, groups and places are Person, Organization, LegalEntity and
Address, once over all reports, each tied to its reports by a Mention. A statement is a Note on who
said it, since the model has no quotation. An occasion that took place, takes place, is planned or
was called off is an Event; what was only sought, declined, denied or spoken of is a Note, so that
nobody counts it among events. Laws have no schema and are left out. A retracted report is a Note
that names what is to be deleted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from followthemoney import model
from followthemoney.proxy import EntityProxy

from onrecord.domain.article import Article
from onrecord.domain.days import days_of
from onrecord.domain.digests import digest
from onrecord.domain.engagement import Status
from onrecord.domain.entity import EntityKind
from onrecord.domain.kept import Correction, Identity, KeptEngagement, KeptStatement, Tombstone
from onrecord.domain.time import Time
from onrecord.query.export.everybody import Everybody
from onrecord.query.export.exported import Exported, OnReport, quietly, reports
from onrecord.query.export.urns import web_address
from onrecord.query.export.wording import Wording, digest_of, entity_id, json_line, whole
from onrecord.store.protocol import View

SCHEMATA = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.GROUP: "LegalEntity",
    EntityKind.PLACE: "Address",
}
_ACTS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP)
"""Who can take part in an Event and be what a Mention is of."""

_EVENTS = (Status.HELD, Status.ONGOING, Status.PLANNED, Status.CANCELLED)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_OURS = re.compile(r"a_[0-9a-f]+", re.ASCII)


def ftm(view: View, wording: Wording, tell: OnReport = quietly) -> Iterator[bytes]:
    """The lines."""
    for entity in _entities(view, wording, tell):
        data = entity.to_dict()
        properties = data["properties"]
        data["properties"] = {name: sorted(properties[name]) for name in sorted(properties)}
        yield json_line(data)


def _entities(view: View, wording: Wording, tell: OnReport) -> Iterator[EntityProxy]:
    everybody = Everybody()
    for one in reports(view, tell):
        yield _article(one.article, wording)
        for said in one.statements:
            yield _statement(said, one.corrected(said.id), wording)
        for met in one.engagements:
            yield _engagement(met, one.corrected(met.id), wording)
        yield from _mentions(one, wording)
        yield from (_somebody(who, wording) for who in everybody.meet(one) if _has(who, wording))
    yield from (_somebody(who, wording) for who in everybody if _has(who, wording))
    yield from map(_deleted, view.tombstones())


def _made(schema: str, id: str, **properties: str | Iterable[str | None] | None) -> EntityProxy:
    """Values are given as the model has them, so that no word is changed."""
    entity = model.make_entity(schema)
    entity.id = ftm_id(id)
    for name, given in properties.items():
        values = [given] if given is None or isinstance(given, str) else given
        entity.add(name, [whole(one) for one in values if one], cleaned=True)
    return entity


def ftm_id(id: str) -> str:
    """The model's ids have a hyphen where ours have an underscore."""
    return id.replace("_", "-")


def _article_id(id: str) -> str:
    """Ids that a row gave its report may be of any letters."""
    return ftm_id(id if _OURS.fullmatch(id) else digest("a", id))


def _article(article: Article, wording: Wording) -> EntityProxy:
    entity = _made(
        "Article",
        _article_id(article.id),
        title=wording.text(article.title),
        author=[one.name for one in article.byline],
        publisher=article.outlet,
        sourceUrl=web_address(article.url),
        bodyText=wording.text(article.text),
        contentHash=hashlib.sha1(
            article.text.encode("utf-8", "surrogatepass"), usedforsecurity=False
        ).hexdigest(),
        notes=f"text sha256 {article.text_sha256}",
    )
    # These the library turns into the model's own form: UTC, three letters.
    entity.add("publishedAt", article.published)
    entity.add("language", article.language)
    return entity


def _statement(kept: KeptStatement, made: Iterable[Correction], wording: Wording) -> EntityProxy:
    statement = kept.statement
    deed = statement.deed
    return _made(
        "Note",
        kept.id,
        entity=_ids(kept.speakers, wording),
        proof=_article_id(kept.report.id),
        description=wording.words(statement.content),
        summary=_title(str(deed.act) if deed else "statement", kept.speakers, wording),
        createdAt=_days(statement.said_on),
        keywords=["statement", statement.form, *([deed.act] if deed else ())],
        publisher=kept.report.outlet,
        sourceUrl=web_address(kept.report.url),
        notes=[f"content sha256 {digest_of(statement.content)}", *map(_decided, made)],
    )


def _engagement(kept: KeptEngagement, made: Iterable[Correction], wording: Wording) -> EntityProxy:
    engagement = kept.engagement
    kind, status = str(engagement.kind), str(engagement.status)
    common: dict[str, Any] = {
        "proof": _article_id(kept.report.id),
        "description": wording.words(engagement.evidence),
        "keywords": [kind, status],
        "publisher": kept.report.outlet,
        "sourceUrl": web_address(kept.report.url),
        "notes": [f"evidence sha256 {digest_of(engagement.evidence)}", *map(_decided, made)],
    }
    title = _title(kind, kept.participants, wording)
    if engagement.status not in _EVENTS:
        people = _ids(kept.participants, wording)
        return _made("Note", kept.id, entity=people, summary=f"{status} {title}", **common)
    days = _days(engagement.when)
    return _made(
        "Event",
        kept.id,
        name=title,
        involved=_ids([one for one in kept.participants if one.kind in _ACTS], wording),
        location=wording.text(", ".join(engagement.place.pieces)),
        date=days if len(days) == 1 else (),
        startDate=days[0] if len(days) > 1 else None,
        endDate=days[1] if len(days) > 1 else None,
        recordId=kept.entry,
        **common,
    )


def _mentions(one: Exported, wording: Wording) -> Iterator[EntityProxy]:
    """That a report names somebody: one for each of them, however often."""
    met: set[str] = set()
    for who in one.people.values():
        id = entity_id(who)
        if who.kind in _ACTS and _has(who, wording) and id not in met:
            met.add(id)
            yield _made(
                "Mention",
                digest("m", one.article.id, id),
                document=_article_id(one.article.id),
                resolved=ftm_id(id),
                name=who.name,
                detectedSchema=SCHEMATA[who.kind],
            )


def _somebody(who: Identity, wording: Wording) -> EntityProxy:
    more = {"full": who.name} if who.kind is EntityKind.PLACE else {}
    entity = _made(SCHEMATA[who.kind], entity_id(who), name=wording.name(who), **more)
    entity.add("wikidataId", who.wikidata)
    return entity


def _deleted(tombstone: Tombstone) -> EntityProxy:
    gone = ", ".join(map(ftm_id, (tombstone.article, *tombstone.items)))
    return _made(
        "Note",
        tombstone.id,
        entity=ftm_id(tombstone.article),
        summary=f"Retracted by {tombstone.who}",
        description=tombstone.reason,
        keywords="retracted",
        notes=[f"to be deleted: {gone}", f"text sha256 {tombstone.text_sha256}"],
        createdAt=tombstone.at[:10],
    )


def _has(who: Identity, wording: Wording) -> bool:
    """Whether somebody is in the export: of a kind that the model has, and with a name."""
    return who.kind in SCHEMATA and wording.name(who) is not None


def _ids(people: Iterable[Identity], wording: Wording) -> list[str]:
    return [ftm_id(entity_id(one)) for one in people if _has(one, wording)]


def _title(what: str, people: Iterable[Identity], wording: Wording) -> str:
    """Names and our own words, none of the report."""
    names = [name for one in people if (name := wording.name(one))]
    return what + (f": {', '.join(names)}" if names else "")


def _days(when: Time | None) -> list[str]:
    """A day, month or year as it is; else the first and last day of what it may be."""
    days = days_of(when.value) if when else None
    if when is None or when.value is None or days is None:
        return []
    if _DATE.fullmatch(when.value):
        return [when.value]
    return [days.first.isoformat(), days.last.isoformat()]


def _decided(one: Correction) -> str:
    changed = ", ".join(sorted(one.after))
    return f"{changed} corrected by {one.who} at {one.at}" + (f": {one.note}" if one.note else "")
