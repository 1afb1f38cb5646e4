"""B-cubed (Bagga and Baldwin 1998): are the mentions of one person in one chain, and only those?

For every mention, the share of its predicted chain that is in its labelled one (precision) and the
other way round (recall), averaged over mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping

from evaluation.scoring import Figure

Chains = Mapping[Hashable, Hashable]
"""The chain of every mention."""


def b_cubed(gold: Chains, predicted: Chains) -> Figure:
    """Precision over predicted mentions, recall over labelled ones.

    A mention that the other side does not have counts 0, as in the scorer of CoNLL-2012.
    """
    precision, recall = _share(predicted, gold), _share(gold, predicted)
    both = precision + recall
    return Figure(precision, recall, 2 * precision * recall / both if both else 0.0)


def completed(gold: Chains, predicted: Chains) -> Chains:
    """``predicted`` on the labelled mentions alone; one that is missing is a chain of its own."""
    return {mention: predicted.get(mention, ("alone", mention)) for mention in gold}


def _share(ours: Chains, theirs: Chains) -> float:
    """Mean, over our mentions, of the share of their chain that is also together with them there.

    A mention that is not there shares nothing, not even with itself.
    """
    members: dict[Hashable, list[Hashable]] = defaultdict(list)
    for mention, chain in ours.items():
        members[chain].append(mention)
    shares = 0.0
    for several in members.values():
        there: dict[Hashable, int] = defaultdict(int)
        for mention in several:
            if mention in theirs:
                there[theirs[mention]] += 1
        shares += sum(count * count for count in there.values()) / len(several)
    return shares / len(ours) if ours else 0.0
