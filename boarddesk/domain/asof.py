"""The record as the world stood at the end of a day: later facts are gone, what was ahead is ahead again."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

import msgspec

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.documents import Document
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.happenings import Matter
from boarddesk.domain.independence import Determination, Questionnaire
from boarddesk.domain.meetings import (
    AHEAD,
    BEGUN,
    CALLED_OFF,
    AgendaItem,
    AgendaRequest,
    Guest,
    Meeting,
    MeetingState,
    PresenceStamp,
    Recess,
)
from boarddesk.domain.motions import Action, Consent, ConsentSignature, Motion, RelatedTransaction
from boarddesk.domain.papers import Paper, PaperVersion
from boarddesk.domain.people import Appointment, BoardSize, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.stood import REWRITES, Rewrite
from boarddesk.domain.stood import changed as _changed
from boarddesk.domain.stood import later as _later
from boarddesk.domain.tables import BY_NAME, TABLES


def as_of(record: Record, day: date) -> Record:
    """The record as the world stood at the end of `day`; untouched tables are shared with `record`.

    Meetings that start later are planned or noticed and hold no events; terms, seats and roles that
    begin later are unknown and ends that come later are open, unless notice was given by then.
    """
    view = _View(record, day)
    for kind, rewrite in _REWRITES.items():
        view.rewrite(kind, rewrite)
    view.drop_events()
    view.close()
    view.rewrite(RelatedTransaction, _transaction)
    view.close()
    return view.record


class _Rewritten:
    """The tables as they stood, rewritten when they are fetched: actions and papers are many and seldom asked for."""

    def __init__(self, record: Record, day: date) -> None:
        self._record = record
        self._day = day

    def table(self, kind: type[Row]) -> Mapping[str, Row]:
        """A whole table by id."""
        rewrite = _WHEN_FETCHED.get(kind)
        if rewrite is None:
            return self._record._table(kind)
        return {row.id: row for row in self._rewritten(self._record.all(kind), rewrite)}

    def some(self, kind: type[Row], field: str, value: object) -> tuple[Row, ...] | None:
        """The rows whose field has that value."""
        rewrite = _WHEN_FETCHED.get(kind)
        rows = self._record.where(kind, field, value)
        return rows if rewrite is None else self._rewritten(rows, rewrite)

    def _rewritten(self, rows: tuple[Row, ...], rewrite: Rewrite) -> tuple[Row, ...]:
        return tuple(fresh for row in rows if (fresh := rewrite(row, self._day)) is not None)


def _meeting(row: Meeting, day: date) -> Row | None:
    if _later(row.scheduled_on, day):
        return None
    ahead = row.starts.date() > day
    fields: dict[str, object] = {}
    undecided = row.state in CALLED_OFF and _later(row.decided_on, day)
    unnoticed = _later(row.notice_on, day)
    if unnoticed:
        fields |= {"notice_on": None, "notice_manner": ""}
    if undecided:
        fields |= {"decided_on": None, "reason": "", "moved_to": None}
    if undecided or (ahead and row.state in BEGUN) or (unnoticed and row.state is MeetingState.NOTICED):
        noticed = row.notice_on is not None and not unnoticed
        fields["state"] = MeetingState.NOTICED if noticed else MeetingState.PLANNED
    if ahead:
        fields |= _UNHELD
    if _later(row.record_date_fixed_on, day):
        fields |= {"record_date_fixed_on": None, "record_date": None}
    if _later(row.minutes_circulated_on, day):
        fields["minutes_circulated_on"] = None
    return _changed(row, **fields) if fields else row


_UNHELD: dict[str, object] = {
    "called_to_order": None, "adjourned": None, "presiding": None, "presiding_basis": None, "presiding_note": "",
    "could_hear": None, "could_hear_at": None, "notice_waived": False, "shares_present": None,
    "inspectors": (), "report_back": "",
}  # fmt: skip


def _term(row: Appointment, day: date) -> Row | None:
    if row.start > day:
        return None
    fields: dict[str, object] = {}
    known = row.notice_on is not None and row.notice_on <= day
    if _later(row.end, day) and not known:
        fields |= {"end": None, "end_reason": None}
    if _later(row.notice_on, day):
        fields["notice_on"] = None
    if _later(row.will_not_stand_on, day):
        fields["will_not_stand_on"] = None
    return _changed(row, **fields) if fields else row


def _open_ended(row: Committee | CommitteeChair, day: date) -> Row | None:
    if row.start > day:
        return None
    return _changed(row, end=None) if _later(row.end, day) else row


def _role(row: RoleTenure, day: date) -> Row | None:
    if row.start > day:
        return None
    fields: dict[str, object] = {}
    if _later(row.end, day) and (row.notice_on is None or row.notice_on > day):
        fields |= {"end": None, "end_reason": None}
    if _later(row.notice_on, day):
        fields["notice_on"] = None
    return _changed(row, **fields) if fields else row


def _seat(row: CommitteeSeat, day: date) -> Row | None:
    if row.start > day:
        return None
    return _changed(row, end=None, end_reason=None) if _later(row.end, day) else row


def _document(row: Document, day: date) -> Row | None:
    if _later(row.adopted_on or row.effective_from, day):
        return None
    fields: dict[str, object] = {"effective_to": None} if _later(row.effective_to, day) else {}
    if _later(row.public_on, day):
        fields |= {"public_on": None, "public_where": ""}
    return _changed(row, **fields) if fields else row


def _questionnaire(row: Questionnaire, day: date) -> Row | None:
    if _later(row.sent_on, day):
        return None
    if not _later(row.received_on, day):
        return row
    if row.sent_on is None:
        return None
    return Questionnaire(id=row.id, person=row.person, year=row.year, sent_on=row.sent_on)


def _election(row: Election, day: date) -> Row | None:
    if row.held_on <= day:
        return row
    if row.meeting is None:
        return None
    return _changed(row, shares_outstanding=None, shares_present=None, quorum=None)


def _consent(row: Consent, day: date) -> Row | None:
    if row.circulated_on > day:
        return None
    withdrawn, filed = _later(row.withdrawn_on, day), _later(row.filed_on, day)
    fields = ({"withdrawn_on": None} if withdrawn else {}) | ({"filed_on": None} if filed else {})
    return _changed(row, **fields) if fields else row


def _signature(row: ConsentSignature, day: date) -> Row | None:
    if row.signed_at is not None and row.signed_at.date() > day:
        return None
    delivered = row.delivered_at is not None and row.delivered_at.date() > day
    revoked = row.revoked_at is not None and row.revoked_at.date() > day
    fields = ({"delivered_at": None} if delivered else {}) | ({"revoked_at": None} if revoked else {})
    return _changed(row, **fields) if fields else row


def _request(row: AgendaRequest, day: date) -> Row | None:
    if row.requested_on > day:
        return None
    if not _later(row.decided_on, day):
        return row
    return _changed(row, outcome=None, item=None, decided_on=None, reason="")


def _action(row: Action, day: date) -> Row | None:
    if _later(row.done_on, day) or _later(row.dropped_on, day):
        return _changed(row, done_on=None, dropped_on=None, outcome="")
    return row


def _transaction(row: RelatedTransaction, day: date) -> Row | None:
    """A dealing that took effect later was known only if it had been approved by then."""
    return None if _later(row.effective_on, day) and row.approved_by is None else row


_REWRITES: dict[type[Row], Rewrite] = {
    Meeting: _meeting,
    ParameterValue: lambda row, day: None if row.effective_from > day else row,
    BoardSize: lambda row, day: None if row.effective_from > day else row,
    Appointment: _term,
    RoleTenure: _role,
    Committee: _open_ended,
    CommitteeSeat: _seat,
    CommitteeChair: _open_ended,
    Document: _document,
    Determination: lambda row, day: None if row.decided_on > day else row,
    Questionnaire: _questionnaire,
    Election: _election,
    Consent: _consent,
    ConsentSignature: _signature,
    AgendaRequest: _request,
}

_WHEN_FETCHED: dict[type[Row], Rewrite] = REWRITES | {
    Action: _action,
    Paper: lambda row, day: None if _later(row.added_on, day) else row,
    PaperVersion: lambda row, day: None if _later(row.added_on, day) else row,
}


class _View:
    """A record being cut back: which rows went, so that nothing is left that names them."""

    def __init__(self, record: Record, day: date) -> None:
        loaded = {kind: rows for kind, rows in record._rows.items() if kind not in _WHEN_FETCHED}
        self.record = Record(loaded, _Rewritten(record, day), record)
        self.day = day
        self.dropped: dict[str, set[str]] = {}
        self.undone: set[str] = set()

    def rewrite(self, kind: type[Row], rewrite: Rewrite) -> None:
        """Put a table's rows as they stood on the day."""
        rows = self.record.all(kind)
        fresh = [rewrite(row, self.day) for row in rows]
        if any(new is not old for new, old in zip(fresh, rows, strict=True)):
            if kind is Meeting:
                self.undone = {
                    old.id
                    for new, old in zip(fresh, rows, strict=True)
                    if isinstance(old, Meeting) and old.state in BEGUN and getattr(new, "state", None) in AHEAD
                }
            self._put(kind, rows, [row for row in fresh if row is not None])

    def _put(self, kind: type[Row], before: Iterable[Row], after: list[Row]) -> None:
        gone = {row.id for row in before} - {row.id for row in after}
        if gone:
            self.dropped.setdefault(kind.table, set()).update(gone)
        self.record = self.record.with_tables({kind: after})

    def drop_events(self) -> None:
        """Take what happened at meetings that had not been held yet, and the results of elections ahead."""
        unknown = {table: self.dropped.get(table, set()) for table in (Meeting.table, Consent.table)}
        if any(unknown.values()):
            motions = self.record.all(Motion)
            known: list[Row] = [
                motion
                for motion in motions
                if motion.meeting not in unknown[Meeting.table] and motion.consent not in unknown[Consent.table]
            ]
            if len(known) < len(motions):
                self._put(Motion, motions, known)
        for kind in (PresenceStamp, Guest, Recess, Motion, Action):
            if any(self.record.where(kind, "meeting", meeting) for meeting in self.undone):
                rows: tuple[Any, ...] = self.record.all(kind)
                kept = [row for row in rows if row.meeting not in self.undone or _is_proposal(row)]
                if len(kept) < len(rows):
                    self._put(kind, rows, kept)
        if any(_unopened(i) is not i for m in self.undone for i in self.record.where(AgendaItem, "meeting", m)):
            items = self.record.all(AgendaItem)
            self._put(AgendaItem, items, [_unopened(i) if i.meeting in self.undone else i for i in items])
        open_elections = {e.id for e in self.record.all(Election) if e.held_on > self.day}
        if open_elections:
            nominees = self.record.all(Nominee)
            self._put(Nominee, nominees, [_unelected(n) if n.election in open_elections else n for n in nominees])
        if any(self.record.where(Matter, "meeting", meeting) for meeting in self.undone):
            matters = self.record.all(Matter)
            self._put(Matter, matters, [_untallied(m) if m.meeting in self.undone else m for m in matters])

    def close(self) -> None:
        """Let no row name one that went: an optional reference is cleared, a needed one takes its row along."""
        news = self.dropped
        while news:
            self.dropped = {}
            for kind in TABLES:
                fields = [field for field in _references(kind) if news.get(field[1])]
                if fields:
                    rows = self.record.all(kind)
                    fresh = [_without(row, fields, news) for row in rows]
                    if any(new is not old for new, old in zip(fresh, rows, strict=True)):
                        self._put(kind, rows, [row for row in fresh if row is not None])
            news = self.dropped
        self.dropped = {}


def _is_proposal(row: Row) -> bool:
    """Whether it is a motion that only waits to be put."""
    return isinstance(row, Motion) and row.waits


def _unopened(item: AgendaItem) -> Row:
    return _changed(
        item, text="", privileged="", notes="", started=None, ended=None, outcome=None, deferred_to=None, reason=""
    )


def _unelected(nominee: Nominee) -> Row:
    return _changed(nominee, shares_for=None, withheld=None, broker_non_votes=None, seated=None)


def _untallied(matter: Matter) -> Row:
    return _changed(matter, shares_for=None, against=None, abstained=None, broker_non_votes=None, carried=None)


def _without(row: Row, fields: list[tuple[str, str, str]], gone: dict[str, set[str]]) -> Row | None:
    """The row without references to rows that went; None where it cannot stand without them."""
    changes: dict[str, object] = {}
    for name, table, shape in fields:
        value = getattr(row, name)
        if shape == "many":
            kept = tuple(item for item in value if item not in gone[table])
            if kept != value:
                changes[name] = kept
        elif value in gone[table]:
            if shape == "needed":
                return None
            changes[name] = None
    return _changed(row, **changes) if changes else row


@cache
def _references(kind: type[Row]) -> tuple[tuple[str, str, str], ...]:
    """A table's references: field, table named, and whether it is needed, optional or many."""
    found: list[tuple[str, str, str]] = []
    info = msgspec.inspect.type_info(kind)
    for field in getattr(info, "fields", ()):
        shape, inner = "needed", field.type
        if isinstance(inner, msgspec.inspect.UnionType):
            shape, inner = "optional", inner.types[0]
        elif isinstance(inner, msgspec.inspect.VarTupleType):
            shape, inner = "many", inner.item_type
        extra = (getattr(inner, "extra", None) or {}) if isinstance(inner, msgspec.inspect.Metadata) else {}
        table = "committees" if extra.get("body") else extra.get("ref")
        if table in BY_NAME:
            found.append((field.name, table, shape))
    return tuple(found)
