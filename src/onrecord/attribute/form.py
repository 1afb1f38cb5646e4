"""Direct, mixed or indirect: how much of a content stands in quotation marks."""

from __future__ import annotations

import numpy as np

from onrecord.domain.segmented import QuoteState, SegmentedArticle
from onrecord.domain.span import Span
from onrecord.domain.statement import Form


def form_of(article: SegmentedArticle, contents: list[Span]) -> Form:
    """The form of a content, given as word ranges; signs and marks do not count as words."""
    everything = [at for first, last in contents for at in range(first, last)]
    words = [at for at in everything if article.words[at][0].isalnum()] or everything
    quoted = np.count_nonzero(article.quotes[words] != QuoteState.OUTSIDE)
    if quoted == 0:
        return Form.INDIRECT
    return Form.DIRECT if quoted == len(words) else Form.MIXED
