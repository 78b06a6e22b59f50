from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from boarddesk.domain.meetings import Meeting, PresenceKind, PresenceStamp
from boarddesk.domain.quorum import quorum_at
from boarddesk.rules.books import built_in
from boarddesk.rules.case import Case
from tests.rules.rows import base_tables, record_of

YEAR = record_of(base_tables("year"))
PEOPLE = ("ann", "ben", "cora", "dan", "eva", "finn", "gil", "hana", "max", "sam")
STAMPS = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(list(PresenceKind)), st.none() | st.integers(-5, 179))


@settings(deadline=None)
@given(st.lists(STAMPS, max_size=14), st.none() | st.integers(0, 180), st.sampled_from(["b-aug", "c-nov"]))
def test_the_shared_work_gives_what_the_domain_gives(
    moves: list[tuple[str, PresenceKind, int | None]], when: int | None, name: str
) -> None:
    meeting = YEAR.get(Meeting, name)
    stamps = [
        PresenceStamp(id=f"z-{n}", meeting=name, person=person, kind=kind, order=n,
                      at=None if at is None else meeting.starts + timedelta(minutes=at))
        for n, (person, kind, at) in enumerate(moves)
    ]  # fmt: skip
    old = [(PresenceStamp, stamp.id) for stamp in YEAR.where(PresenceStamp, "meeting", name)]
    record = YEAR.changed(stamps, old)
    moment = None if when is None else meeting.starts + timedelta(minutes=when)
    wanted = quorum_at(record, meeting, moment)
    found = Case(record, date(2025, 12, 31), built_in(), None).quorums.at(meeting, moment)
    assert set(found.present) == set(wanted.present)
    assert (found.base, found.needed, found.in_office, found.met) == (
        wanted.base,
        wanted.needed,
        wanted.in_office,
        wanted.met,
    )
    assert set(found.recused_out) == set(wanted.recused_out)
    assert set(found.recused_in) == set(wanted.recused_in)
