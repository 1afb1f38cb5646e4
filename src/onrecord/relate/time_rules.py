"""Which function reads which form of time_forms.yaml."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.relate import (
    time_clock,
    time_dates,
    time_days,
    time_holidays,
    time_lengths,
    time_months,
    time_sets,
    time_units,
    time_years,
)
from onrecord.relate.time_grammar import Hit
from onrecord.relate.time_reading import Reading
from onrecord.relate.time_scene import Scene

RULES: dict[str, Callable[[Scene, Hit], Reading | None]] = {
    "iso": time_dates.read_iso,
    "slashed": time_dates.read_slashed,
    "dotted": time_dates.read_dotted,
    "named_date": time_dates.read_named_date,
    "holiday": time_holidays.read_holiday,
    "day_range": time_dates.read_day_range,
    "written": time_dates.read_written,
    "week_of": time_dates.read_week_of,
    "year_period": time_units.read_year_period,
    "weekday_numbered": time_dates.read_weekday_numbered,
    "month_year": time_months.read_month_year,
    "month_rel_year": time_months.read_month_year,
    "month": time_months.read_month,
    "quarter": time_months.read_quarter,
    "season": time_months.read_season,
    "fiscal_year": time_years.read_fiscal_year,
    "spoken_year": time_years.read_spoken_year,
    "year_range": time_years.read_year_range,
    "decade": time_years.read_decade,
    "century": time_years.read_century,
    "year": time_years.read_year,
    "short_year": time_years.read_short_year,
    "clock": time_clock.read_clock,
    "noon": time_clock.read_noon,
    "sets": time_sets.read_sets,
    "day_name": time_days.read_day_name,
    "part_of_day": time_days.read_part_of_day,
    "last_night": time_days.read_last_night,
    "weekday": time_days.read_weekday,
    "weekday_of_week": time_days.read_weekday_of_week,
    "weekday_week": time_days.read_weekday_week,
    "weekday_short": time_days.read_weekday_short,
    "ago": time_units.read_ago,
    "ago_adjective": time_units.read_ago_adjective,
    "hence": time_units.read_hence,
    "shifted": time_units.read_shifted,
    "lately": time_lengths.read_lately,
    "span_of": time_lengths.read_span_of,
    "rel_unit": time_units.read_rel_unit,
    "year_end": time_units.read_year_end,
    "bare_unit": time_units.read_bare_unit,
    "half_unit": time_lengths.read_half_unit,
    "long_vague": time_lengths.read_long_vague,
    "length": time_lengths.read_length,
    "plural": time_lengths.read_plural,
    "often": time_sets.read_often,
    "vague_future": time_sets.read_vague,
    "vague_past": time_sets.read_vague,
    "vague_present": time_sets.read_vague,
}
