from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.domain.timeline import Timeline

FIRST = date(2026, 1, 1)


@dataclass(frozen=True)
class Stretch:
    start: date
    end: date | None

    def holds(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


ROWS = st.lists(
    st.builds(
        lambda start, length: Stretch(
            FIRST + timedelta(start), None if length is None else FIRST + timedelta(start + length)
        ),
        st.integers(0, 30),
        st.none() | st.integers(0, 20),
    ),
    max_size=12,
)


@given(ROWS, st.integers(-2, 60))
def test_bisecting_finds_what_walking_finds(rows: list[Stretch], offset: int) -> None:
    day = FIRST + timedelta(offset)
    line = Timeline(rows)
    assert line.on(day) == tuple(row for row in rows if row.holds(day))


@given(ROWS, st.integers(0, 30), st.integers(0, 30))
def test_stretches_cover_every_day_between(rows: list[Stretch], start: int, length: int) -> None:
    first = FIRST + timedelta(start)
    last = first + timedelta(length)
    line = Timeline(rows)
    stretches = line.stretches(first, last)
    assert stretches[0][0] == first
    for offset in range(length + 1):
        day = first + timedelta(offset)
        assert next(found for begun, found in reversed(stretches) if begun <= day) == line.on(day)
