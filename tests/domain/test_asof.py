from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boarddesk.domain.asof import as_of
from boarddesk.domain.committees import Committee, CommitteeSeat
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.documents import Document
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.independence import Determination, Questionnaire
from boarddesk.domain.meetings import AgendaItem, Guest, Meeting, MeetingState, PresenceStamp
from boarddesk.domain.motions import Action, Consent, ConsentSignature, Motion, RelatedTransaction, Vote
from boarddesk.domain.people import Appointment, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.tables import TABLES
from tests.rules.rows import base_tables, merged, record_of

DAY = date(2025, 8, 13)
HELD = {
    "agenda_items": [
        {
            "id": "i",
            "meeting": "b-aug",
            "position": "1",
            "title": "Plan",
            "outcome": "decided",
            "text": "Received",
            "started": "2025-08-14T09:10:00",
        }
    ],
    "motions": [
        {"id": "m", "body": "board", "meeting": "b-aug", "item": "i", "text": "Act", "result_stated": "carried"}
    ],
    "votes": [{"id": "v", "motion": "m", "person": "ann", "choice": "for"}],
    "guests": [{"id": "g", "meeting": "b-aug", "name": "Sam Stone", "person": "sam"}],
    "actions": [{"id": "a", "meeting": "b-may", "text": "Report", "done_on": "2025-09-01", "outcome": "Done"}],
}


def year(**changes: Any) -> Record:
    return record_of(merged(base_tables("year"), changes))


def test_a_meeting_still_ahead_is_planned_and_empty() -> None:
    seen = as_of(year(meetings=[{"id": "b-aug", "presiding": "max", "notice_on": "2025-08-20"}], **HELD), DAY)
    meeting = seen.get(Meeting, "b-aug")
    assert (meeting.state, meeting.adjourned, meeting.presiding, meeting.notice_on) == (
        MeetingState.PLANNED,
        None,
        None,
        None,
    )
    assert not seen.where(PresenceStamp, "meeting", "b-aug")
    assert not seen.where(Guest, "meeting", "b-aug")
    assert not seen.all(Motion)
    assert not seen.all(Vote)
    item = seen.get(AgendaItem, "i")
    assert (item.title, item.outcome, item.text, item.started) == ("Plan", None, "", None)


def test_a_meeting_held_that_day_is_held() -> None:
    seen = as_of(year(**HELD), date(2025, 8, 14))
    assert seen.get(Meeting, "b-aug").state is MeetingState.HELD
    assert seen.get(Motion, "m").item == "i"


def test_notice_given_by_then_shows() -> None:
    seen = as_of(year(meetings=[{"id": "b-aug", "notice_on": "2025-08-04"}]), DAY)
    assert seen.get(Meeting, "b-aug").state is MeetingState.NOTICED


def test_a_meeting_put_on_the_calendar_later_is_not_there_yet() -> None:
    record = year(
        meetings=[{"id": "b-aug", "scheduled_on": "2025-08-14"}, {"id": "s-aug", "scheduled_on": "2025-08-14"}], **HELD
    )
    seen = as_of(record, DAY)
    assert seen.find(Meeting, "b-aug") is None
    assert seen.find(AgendaItem, "i") is None
    assert seen.find(Meeting, "s-aug") is None


@pytest.mark.parametrize(
    ("decided", "state"), [("2025-08-14", MeetingState.PLANNED), ("2025-08-13", MeetingState.CANCELLED)]
)
def test_called_off_counts_from_the_day_it_was_decided(decided: str, state: MeetingState) -> None:
    record = year(meetings=[{"id": "b-aug", "state": "cancelled", "decided_on": decided, "reason": "No business"}])
    seen = as_of(record, DAY).get(Meeting, "b-aug")
    assert seen.state is state
    assert bool(seen.reason) is (state is MeetingState.CANCELLED)


def test_terms_seats_roles_and_committees() -> None:
    record = year(
        appointments=[
            {"id": "dan-2", "end": "2025-10-01", "end_reason": "resigned", "notice_on": "2025-08-10"},
            {"id": "eva-2", "end": "2025-10-01", "end_reason": "resigned", "notice_on": "2025-08-20", "will_not_stand_on": "2025-08-20"},
            {"id": "zoe-1", "person": "zoe", "class": "II", "start": "2025-09-01", "replaces": "eva-2"},
        ],
        committee_seats=[{"id": "a-dan", "end": "2025-10-01", "end_reason": "resigned"}, {"id": "a-zoe", "committee": "audit", "person": "zoe", "start": "2025-09-01"}],
        roles=[{"id": "max-ceo", "end": "2025-12-01"}, {"id": "zoe-ceo", "person": "zoe", "role": "ceo", "start": "2025-12-01"}],
        committees=[{"id": "tech", "name": "Technology", "start": "2025-09-01"}],
        meetings=[{"id": "t-1", "body": "tech", "starts": "2025-09-03T09:00:00"}],
    )  # fmt: skip
    seen = as_of(record, DAY)
    known, unknown = seen.get(Appointment, "dan-2"), seen.get(Appointment, "eva-2")
    assert (known.end, known.notice_on) == (date(2025, 10, 1), date(2025, 8, 10))
    assert (unknown.end, unknown.end_reason, unknown.notice_on, unknown.will_not_stand_on) == (None, None, None, None)
    assert seen.find(Appointment, "zoe-1") is None
    assert seen.get(CommitteeSeat, "a-dan").end is None
    assert seen.find(CommitteeSeat, "a-zoe") is None
    assert seen.get(RoleTenure, "max-ceo").end is None
    assert seen.find(RoleTenure, "zoe-ceo") is None
    assert seen.find(Committee, "tech") is None
    assert seen.find(Meeting, "t-1") is None


def test_determinations_questionnaires_documents_and_values() -> None:
    record = year(
        determinations=[{"id": "d-late", "person": "ann", "outcome": "independent", "decided_on": "2025-08-14"}],
        questionnaires=[
            {"id": "q-1", "person": "ann", "year": "2025", "sent_on": "2025-08-01", "received_on": "2025-08-20", "changed": "true"},
            {"id": "q-2", "person": "ben", "year": "2025", "received_on": "2025-08-20", "changed": "true"},
        ],
        documents=[
            {"id": "audit-charter", "effective_to": "2025-09-01"},
            {"id": "new-charter", "kind": "committee_charter", "title": "New", "committee": "audit", "adopted_on": "2025-08-14", "effective_from": "2025-09-01"},
        ],
        parameter_values=[{"id": "p", "key": "due_soon_days", "value": "60", "effective_from": "2025-08-14"}],
    )  # fmt: skip
    seen = as_of(record, DAY)
    assert seen.find(Determination, "d-late") is None
    assert (seen.get(Questionnaire, "q-1").received_on, seen.get(Questionnaire, "q-1").changed) == (None, None)
    assert seen.find(Questionnaire, "q-2") is None
    assert seen.get(Document, "audit-charter").effective_to is None
    assert seen.find(Document, "new-charter") is None
    assert not seen.all(ParameterValue)


def test_elections_dealings_consents_and_actions() -> None:
    record = year(
        **HELD,
        elections=[
            {"id": "e-1", "held_on": "2026-05-14", "seats": "1", "meeting": "am-26", "shares_present": "9"},
            {"id": "e-2", "held_on": "2026-05-14", "seats": "1"},
        ],
        nominees=[{"id": "n-1", "election": "e-1", "person": "gil", "shares_for": "9", "seated": "true"}, {"id": "n-2", "election": "e-2", "person": "gil"}],
        related_transactions=[
            {"id": "t-1", "counterparty": "A", "effective_on": "2025-08-01", "approved_by": "m"},
            {"id": "t-2", "counterparty": "B", "effective_on": "2025-09-01", "approved_by": "m"},
        ],
        consents=[{"id": "c", "body": "board", "circulated_on": "2025-08-01"}],
        consent_signatures=[
            {"id": "s-1", "consent": "c", "person": "ann", "signed_at": "2025-08-02T10:00:00", "delivered_at": "2025-08-20T10:00:00"},
            {"id": "s-2", "consent": "c", "person": "ben", "signed_at": "2025-08-20T10:00:00"},
        ],
    )  # fmt: skip
    seen = as_of(record, DAY)
    assert seen.get(Election, "e-1").shares_present is None
    assert seen.get(Nominee, "n-1").seated is None
    assert seen.find(Election, "e-2") is None
    assert seen.find(Nominee, "n-2") is None
    assert seen.get(RelatedTransaction, "t-1").approved_by is None
    assert seen.find(RelatedTransaction, "t-2") is None
    assert seen.get(ConsentSignature, "s-1").delivered_at is None
    assert seen.find(ConsentSignature, "s-2") is None
    assert (seen.get(Action, "a").done_on, seen.get(Action, "a").outcome) == (None, "")


def test_nothing_left_names_what_went() -> None:
    """A record as of any day is closed: every reference names a row that is there."""
    from boarddesk.domain.asof import _references
    from boarddesk.domain.tables import BY_NAME

    for day in (date(2024, 1, 1), date(2025, 2, 12), DAY, date(2026, 1, 1)):
        seen = as_of(year(**HELD), day)
        for kind in TABLES:
            for name, table, _ in _references(kind):
                for row in seen.all(kind):
                    value = getattr(row, name)
                    for found in value if isinstance(value, tuple) else (value,):
                        fixed = name == "body" and found in ("board", "independent", "stockholders")
                        assert found is None or fixed or seen.find(BY_NAME[table], found) is not None, (row, name)


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2023, 1, 1), date(2027, 1, 1)), st.dates(date(2023, 1, 1), date(2027, 1, 1)))
def test_looking_back_twice_is_looking_back_once(one: date, other: date) -> None:
    record = year(**HELD)
    early = min(one, other)
    twice = as_of(as_of(record, max(one, other)), early)
    once = as_of(record, early)
    for kind in TABLES:
        assert twice.all(kind) == once.all(kind)


def test_nothing_later_leaves_the_tables_as_they_are() -> None:
    record = year(**HELD)
    seen = as_of(record, date(2030, 1, 1))
    for kind in TABLES:
        assert seen.all(kind) == record.all(kind)


def test_what_was_decided_at_a_meeting_not_yet_known_is_unknown_too() -> None:
    record = Record.of(
        [
            Meeting(id="m", body="audit", starts=datetime(2026, 11, 10, 13), state=MeetingState.HELD, scheduled_on=date(2026, 10, 1)),
            Motion(id="mo", body="audit", meeting="m", at=datetime(2026, 11, 10, 14), text="RESOLVED."),
            Consent(id="c", body="board", circulated_on=date(2026, 10, 1)),
            Motion(id="co", body="board", consent="c", text="RESOLVED."),
            RelatedTransaction(id="t", counterparty="Mill", effective_on=date(2026, 12, 1), approved_by="mo"),
        ]
    )  # fmt: skip
    before = as_of(record, date(2026, 8, 20))
    assert not before.all(Motion)
    assert not before.all(RelatedTransaction)
    assert len(as_of(record, date(2026, 11, 12)).all(Motion)) == 2
