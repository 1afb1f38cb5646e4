"""Reading months, quarters and seasons: "last December", "the third quarter", "this fall"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain.time import Grain
from onrecord.relate.times import calendar
from onrecord.relate.times.calendar import Period
from onrecord.relate.times.dates import is_month, year_of
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.nearest import FAR, year_told
from onrecord.relate.times.reading import Reading, TimeWhy
from onrecord.relate.times.scene import Scene
from onrecord.relate.times.verbs import Direction
from onrecord.relate.times.words import listed, values
from onrecord.relate.times.years import spoken_year

_FORWARD = ("next", "coming", "following")
_QUARTER = 92  # days
_BACK = ("last", "past", "previous")


def read_month_year(scene: Scene, hit: Hit) -> Reading | None:
    """ "September 2024", "June last year"."""
    if not is_month(scene, hit):
        return None
    bare = Reading(hit.first, hit.last, hit.rule)
    year = spoken_year(hit.said("spoken")) if hit.has("spoken") else year_of_words(scene, hit)
    if year is None:
        why = TimeWhy.NO_ANCHOR if scene.published else TimeWhy.NO_PUBLICATION_DATE
        return replace(bare, why=why)
    return replace(bare, period=calendar.month(year, values("MONTH", "MAB")[hit.word("month")]))


def year_of_words(scene: Scene, hit: Hit) -> int | None:
    """As ``year_of``, and "that year", "the following year" by the year last named."""
    rel = hit.word("rel")
    if rel in ("previous", "following", "same", "that"):
        anchor = scene.anchor(hit.first)
        return anchor.first.year + {"previous": -1, "following": 1}.get(rel, 0) if anchor else None
    return year_of(scene, hit)


def read_month(scene: Scene, hit: Hit) -> Reading | None:
    """A month without a year: this year's, or the one that the words and the tense look to."""
    if not _stands_as_month(scene, hit):
        return None
    number = values("MONTH", "MAB")[hit.word("month")]
    bare = Reading(hit.first, hit.last, hit.rule, year_inferred=True)
    if not hit.has("rel") and (year := year_told(scene, hit)) is not None:
        return replace(bare, period=calendar.month(year, number))
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    months = [calendar.month(scene.published.year + step, number) for step in (-1, 0, 1)]
    return replace(bare, period=_by_rel(scene, hit, months))


def _stands_as_month(scene: Scene, hit: Hit) -> bool:
    """Capitalised, and no name: "May" and "March" need a word before them that says so."""
    if not is_month(scene, hit):
        return False
    at = hit.parts["month"][0]
    word = scene.words.lower[at]
    if len(word) == 3 and word != "may" and "." not in hit.said("month"):
        return False
    if word not in listed("ambiguous_months"):
        return not _is_name(scene, at)
    before = scene.words.lower[at - 1] if at else ""
    if {*scene.words.lower[hit.last + 1 : hit.last + 2]} & values("MONTH", "MAB").keys():
        return True  # "from May to June"
    if before == "a":  # "a May interview", but not "a march for peace"
        after = scene.words.lower[at + 1 : at + 2]
        return bool(after) and after[0].isalpha() and after[0] not in listed("march_goes_on")
    return hit.has("rel") or hit.has("edge") or before in listed("month_needs")


def _is_name(scene: Scene, at: int) -> bool:
    """ "June Smith said": a capital after it, and no word before it that dates."""
    words = scene.words
    named = at + 1 < len(words) and words.is_capital(at + 1) and words.lower[at + 1].isalpha()
    before = words.lower[at - 1] if at else ""
    return named and before not in listed("month_needs") and before not in ("the", "'s", "’s", "a")


def _by_rel(scene: Scene, hit: Hit, periods: list[Period]) -> Period:
    """Of last year's, this year's and next year's the one that is meant."""
    published = scene.published
    assert published is not None
    before = [period for period in periods if period.last < published]
    begun = [period for period in periods if period.first <= published]
    ahead = [period for period in periods if period.last >= published]
    rel = hit.said("rel")
    if any(word in _FORWARD for word in rel):
        return next(period for period in periods if period.first > published)
    if any(word in _BACK for word in rel):
        return before[-1]
    if "this" in rel:
        return next(period for period in periods if period.first.year == published.year)
    if begun[-1] is ahead[0]:
        return ahead[0]
    way = scene.direction(hit.first, hit.last)
    if way is Direction.FORWARD:
        return ahead[0]
    since, until = (published - begun[-1].last).days, (ahead[0].first - published).days
    if way is Direction.BACK and since <= FAR * until:
        return begun[-1]
    return begun[-1] if since <= until else ahead[0]


def read_quarter(scene: Scene, hit: Hit) -> Reading | None:
    """ "the third quarter", "the 1988 second quarter", "this year's first half"."""
    number = ordinal(hit.word("ord"))
    half = hit.word("unit") == "half"
    if number is None or number > (2 if half else 4):
        return None
    if half and not (hit.has("year") or hit.has("rel") or hit.has("which")):
        return None
    bare = Reading(hit.first, hit.last, hit.rule, year_inferred=True)
    named = _year_of_quarter(scene, hit)
    if named is not None:
        return replace(bare, period=_quarter(named, number, half), year_inferred=False)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    this = _quarter(scene.published.year, number, half)
    far = (this.first - scene.published).days > _QUARTER
    if far and scene.direction(hit.first, hit.last) is Direction.BACK:
        this = _quarter(scene.published.year - 1, number, half)
    return replace(bare, period=this)


def read_quarter_short(scene: Scene, hit: Hit) -> Reading | None:
    """ "Q3 2024"."""
    bare = Reading(hit.first, hit.last, hit.rule)
    if not hit.has("year") and scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    named = int(hit.word("year")) if hit.has("year") else scene.published and scene.published.year
    return replace(bare, period=calendar.quarter(named or 0, values("QUARTER")[hit.word("ord")]))


def _year_of_quarter(scene: Scene, hit: Hit) -> int | None:
    if hit.has("year") or hit.has("rel"):
        return year_of(scene, hit)
    if scene.published and hit.has("which"):
        return scene.published.year + {"last": -1, "this": 0, "next": 1}[hit.word("which")]
    if scene.published and hit.has("yearago"):
        return scene.published.year - 1
    return None


def _quarter(year: int, number: int, half: bool) -> Period:
    if not half:
        return calendar.quarter(year, number)
    first, last = calendar.quarter(year, 2 * number - 1), calendar.quarter(year, 2 * number)
    return Period(Grain.RANGE, first.first, last.last, Grain.MONTH)


def ordinal(word: str) -> int | None:
    """ "third", "20th"."""
    figures = word.rstrip("stndrh")
    return int(figures) if figures.isdigit() else values("ORDW").get(word)


def read_season(scene: Scene, hit: Hit) -> Reading | None:
    """ "last fall", "in the summer": of the northern hemisphere."""
    first = hit.parts["lead"][1] if hit.has("lead") else hit.first
    number = values("SEASON")[hit.word("season")]
    bare = Reading(first, hit.last, hit.rule, year_inferred=True)
    if (
        not hit.has("rel")
        and hit.word("season") == "fall"
        and hit.after() in ("of", "in", "from", "to")
    ):
        return None
    if hit.has("year"):
        return replace(bare, period=calendar.season(int(hit.word("year")), number))
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    year = scene.published.year
    if hit.has("rel") and "year" in scene.words.lower[hit.first : hit.last]:
        return replace(bare, period=calendar.season(year_of(scene, hit) or year, number))
    seasons = [calendar.season(year + step, number) for step in (-2, -1, 0, 1)]
    return replace(bare, period=_by_rel(scene, hit, seasons))
