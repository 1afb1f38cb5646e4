"""Who speaks a statement, as far as the text settles it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.entity import EntityKind
from onrecord.domain.statement import SourceKind
from onrecord.identify.chains import Chain, ChainMention

KINDS = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.ORGANISATION: SourceKind.ORGANISATION,
    EntityKind.PLACE: SourceKind.ORGANISATION,
    EntityKind.GROUP: SourceKind.GROUP,
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """``chains`` speak together; none where the text does not settle who."""

    kind: SourceKind | None
    chains: tuple[Chain, ...] = ()
    probability: float = 1.0


def one(chain: Chain, mention: ChainMention, sure: float) -> Speaker:
    """A single speaker, no surer than the mention that names it."""
    return Speaker(KINDS[chain.kind], (chain,), min(sure, mention.probability))


def together(found: list[tuple[Chain, ChainMention]]) -> Speaker:
    """All who are named side by side; people, where people are among them."""
    people = [each for each in found if each[0].kind is EntityKind.PERSON]
    chosen = people or found
    kind = KINDS[chosen[0][0].kind]
    if not all(chain.is_settled for chain, _ in chosen):
        return Speaker(kind)
    chains = tuple(dict.fromkeys(chain for chain, _ in chosen))
    return Speaker(kind, chains, min(mention.probability for _, mention in chosen))
